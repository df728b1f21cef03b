// What dist/ holds is copied away from here: its READMEs link to nothing that is not copied along.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";

import { root, walk } from "../../build-scripts/lib/files.mjs";

const dist = join(root, "dist");
const missing = !existsSync(dist) && "dist is not built";
const relative_links = (text) =>
  [...text.matchAll(/\]\(([^)\s]+)/g)]
    .map(([, address]) => address.split("#")[0])
    .filter((address) => address && !/^[a-z][a-z+.-]*:|^\/\//i.test(address));

test("A README in dist links only to files beside it", { skip: missing }, () => {
  const readmes = walk(dist).filter((path) => /(^|\/)README\.md$/.test(path));
  for (const home of ["embed", "kiosk", "lms"]) assert.ok(readmes.includes(`${home}/README.md`), home);
  for (const path of readmes) {
    const text = readFileSync(join(dist, path), "utf8");
    assert.ok(!text.includes("{{"), `${path}: every place is filled`);
    for (const link of relative_links(text))
      assert.ok(existsSync(join(dist, dirname(path), link)), `${path} links to ${link}`);
  }
});

test("The README in the npm package links only to files in it", { skip: missing }, () => {
  const [name] = walk(join(dist, "embed")).filter((path) => path.endsWith(".tgz"));
  const tar = (...more) => spawnSync("tar", [...more], { encoding: "utf8", cwd: join(dist, "embed") }).stdout;
  const files = tar("-tzf", name).split("\n");
  const text = tar("-xzOf", name, "package/README.md");
  assert.match(text, /^# /);
  for (const link of relative_links(text)) assert.ok(files.includes(`package/${link}`), `it links to ${link}`);
});
