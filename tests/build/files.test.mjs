// What the build finds of content when parts of it are links, as where several sites share one translation; and what it
// clears away of its own.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { embed_words } from "../../build-scripts/lib/embed-words.mjs";
import { remove_others, root, walk } from "../../build-scripts/lib/files.mjs";

const content = join(root, "content");
let work, linked;
before(() => {
  work = mkdtempSync(join(tmpdir(), "tautline-links-"));
  linked = join(work, "content");
  cpSync(content, linked, { recursive: true });
  // A folder of words, a file of another, and a file of the pack stand elsewhere.
  for (const [path, elsewhere] of [
    ["words/es", "spanish"],
    ["words/en/embed.json", "embed.json"],
    ["sources.json", "sources.json"],
  ]) {
    renameSync(join(linked, path), join(work, elsewhere));
    symlinkSync(join(work, elsewhere), join(linked, path));
  }
});
after(() => rmSync(work, { recursive: true, force: true }));

test("Links are followed: what the build finds is what it finds without them", () => {
  assert.deepEqual(walk(linked), walk(content));
  assert.deepEqual(embed_words(join(linked, "words")), embed_words());
});

for (const tool of ["check-content.mjs", "check-words"])
  test(`${tool} looks behind a link`, () => {
    const checked = () =>
      spawnSync(process.execPath, [join(root, "build-scripts", tool), linked], { encoding: "utf8" });
    assert.equal(checked().status, 0, checked().stdout);
    const path = join(work, "spanish/home.json");
    const good = readFileSync(path, "utf8");
    writeFileSync(path, JSON.stringify({ ...JSON.parse(good), "home.title": tool === "check-words" ? "☃" : "" }));
    const { status, stdout } = checked();
    writeFileSync(path, good);
    assert.equal(status, 1, stdout);
    assert.match(stdout, /words\/es\/home\.json#\/home\.title/);
  });

for (const [what, target, told] of [
  ["leads nowhere", "/nowhere/at/all", /words\/xx is a link that leads nowhere/],
  ["leads round in a circle", "..", /words\/xx is a link to a folder that it stands in/],
])
  test(`A link that ${what} is named`, () => {
    symlinkSync(target, join(linked, "words/xx"));
    try {
      assert.throws(() => walk(linked), told);
    } finally {
      unlinkSync(join(linked, "words/xx"));
    }
  });

test("Clearing up takes a link away and nothing that it leads to", () => {
  const out = join(work, "out");
  mkdirSync(join(out, "old"), { recursive: true });
  for (const name of ["kept", "old/gone"]) writeFileSync(join(out, name), "");
  symlinkSync(content, join(out, "theirs"));
  remove_others(out, (path) => path === "kept");
  assert.deepEqual([walk(out), existsSync(join(content, "claims.json"))], [["kept"], true]);
});
