// docs/hosting.md says where the page works. Each of its rows names the tests that tried it; they must be there.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";

import { root } from "../../build-scripts/lib/files.mjs";

const needed = [
  "over http",
  "sub-path",
  "offline",
  "`file://`, Chromium",
  "`file://`, Firefox",
  "sandbox",
  "Trusted Types",
  "oEmbed",
  "SCORM 1.2",
  "SCORM 2004",
  "cmi5",
  "H5P",
  "kiosk",
  "custom element",
  "npm tarball",
];
const rows = /## Where it works\n\n([\s\S]*?)\n\n/
  .exec(readFileSync(`${root}docs/hosting.md`, "utf8"))[1]
  .split("\n")
  .slice(2)
  .map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

test("Every home that the page is made for has a row", () => {
  for (const name of needed)
    assert.ok(
      rows.some(([host]) => host.includes(name)),
      name,
    );
});

for (const [host, works, tests] of rows) {
  test(`Where it works: ${host}`, () => {
    assert.ok(works.length > 3);
    for (const named of tests.split("; ")) {
      const [, file, title] = /^`([a-z_]+)`(?:: (.+)…)?$/.exec(named) ?? [];
      assert.ok(file, `“${named}” names a test`);
      const path = `${root}tests/web/${file}.test.mjs`;
      assert.ok(existsSync(path), path);
      const source = readFileSync(path, "utf8").replace(/\(\s+/g, "(");
      if (title)
        assert.ok(
          ['"', "`"].some((quote) => source.includes(`(${quote}${title}`)),
          `${file} has a test “${title}…”`,
        );
    }
  });
}
