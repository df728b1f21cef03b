// How a template is filled (build-scripts/lib/templates.mjs), and that every one is in what is built.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { test } from "node:test";

import { at, read, walk } from "../../build-scripts/lib/files.mjs";
import { fill, fill_json } from "../../build-scripts/lib/templates.mjs";

test("A place that nothing is said for stops the build", () => {
  assert.equal(fill("{{greeting}}, {{name}}", { greeting: "Good day", name: "$&" }), "Good day, $&");
  assert.throws(() => fill("{{greeting}}, {{name}}", { greeting: "Good day" }), /\{\{name\}\}/);
  assert.throws(() => fill_json('{ "name": "{{name}}" }', {}), /\{\{name\}\}/);
});

test("A place that is a whole text of JSON takes a value of any kind", () => {
  assert.deepEqual(fill_json('{ "name": "{{name}}", "of": ["{{size}} m"] }', { name: ["a"], size: 2 }), {
    name: ["a"],
    of: ["2 m"],
  });
});

test(
  "No page, manifest or notice has a place or a mark left",
  { skip: !existsSync(at("dist")) && "dist is not built" },
  () => {
    const texts = walk(at("dist")).filter((path) => /\.(html|json|webmanifest|txt|md)$/.test(path));
    assert.ok(texts.length > 30, `${texts.length} texts`);
    for (const path of texts) {
      const left = /\{\{[\w.]+\}\}|<!-- [a-z]+ -->/.exec(read(`dist/${path}`).toString())?.[0];
      assert.equal(left, undefined, path);
    }
  },
);
