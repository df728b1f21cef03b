// How a template is filled (build-scripts/lib/templates.mjs).
import assert from "node:assert/strict";
import { test } from "node:test";

import { fill, fill_json } from "../../build-scripts/lib/templates.mjs";

test("A place that nothing is said for stops the build", () => {
  assert.equal(fill("{{greeting}}, {{name}}", { greeting: "Good day", name: "$&" }), "Good day, $&");
  assert.throws(() => fill("{{greeting}}, {{name}}", { greeting: "Good day" }), /\{\{name\}\}/);
  assert.throws(() => fill_json('{ "name": "{{name}}" }', {}), /\{\{name\}\}/);
});

test("A place that is a whole text of JSON takes a value of any kind", () => {
  assert.deepEqual(fill_json('{ "name": "{{name}}", "of": ["{{size}} m"] }', { name: ["a"], size: 2 }), { name: ["a"], of: ["2 m"] });
});
