// The schemas of answers and results (content/schema) against what the program reads and writes, so that other
// people's tools can rely on them. The C++ reader stays the authority.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";

import Ajv from "ajv/dist/2020.js";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const data = join(root, "tests/data/answers");
const read = (path) => JSON.parse(readFileSync(path, "utf8"));
const ajv = new Ajv.default({ allErrors: true, strict: true, allowUnionTypes: true });
const valid = (kind) => ajv.compile(read(join(root, `content/schema/${kind}.schema.json`)));
const [answers, result] = [valid("answers"), valid("result")];
const good = readdirSync(data).filter((name) => name.endsWith(".json"));

test("every set of answers and every result keeps its schema", () => {
  assert.ok(good.length >= 18);
  for (const name of good) {
    const check = name.endsWith(".result.json") ? result : answers;
    assert.ok(check(read(join(data, name))), `${name}: ${ajv.errorsText(check.errors)}`);
  }
});

test("answers that are wrong in form are refused by the schema too", () => {
  const wrong = [
    "answers-a-list",
    "extra-member",
    "format-null",
    "missing-members",
    "no-answers",
    "not-an-object",
    "null",
    "null-in-a-list",
    "option-twice",
    "other-format",
    "version-2",
    "version-string",
    "version-true",
    "wrong-types",
  ];
  for (const name of wrong) assert.equal(answers(read(join(data, "bad", `${name}.json`))), false, name);
});

test("a result keeps its matches to patterns that have them", () => {
  const named = read(join(data, "tension-like.result.json"));
  assert.equal(result({ ...named, matches: undefined }), false);
  for (const pattern of ["withheld", "not-enough"]) assert.equal(result({ ...named, pattern }), false, pattern);
  assert.equal(result({ ...named, care: "fine" }), false);
  assert.equal(result({ ...named, probability: 0.7 }), false);
  assert.equal(
    result({ ...named, care_reasons: [{ item: "rash", option: "yes", tier: "none", sources: ["R11"] }] }),
    false,
  );
  const eased = (eased_from) =>
    result({
      ...named,
      care_reasons: [{ item: "location", option: "mid-back", tier: "soon", eased_from, sources: ["R10"] }],
    });
  assert.deepEqual([eased("today"), eased("soon"), eased(undefined)], [true, false, true]);
});
