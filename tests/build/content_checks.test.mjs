// The checks of content must see what they are there for: each change below is one slip an author could make.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

function check(tool, path, change) {
  const folder = mkdtempSync(join(tmpdir(), "content-"));
  try {
    cpSync(join(root, "content"), folder, { recursive: true });
    if (path) {
      const value = JSON.parse(readFileSync(join(folder, path), "utf8"));
      change(value);
      writeFileSync(join(folder, path), JSON.stringify(value));
    }
    return spawnSync(process.execPath, [join(root, "build-scripts", tool), folder], { encoding: "utf8" });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("The content as it is passes", () => {
  for (const tool of ["check-content.mjs", "check-words"]) assert.equal(check(tool).status, 0);
});

for (const [what, path, change] of [
  ["a claim without a source", "claims.json", (file) => (file.claims[0].sources = [])],
  ["a verdict that does not exist", "claims.json", (file) => (file.claims[0].verdicts = ["proven"])],
  [
    "a safety claim that may be folded away",
    "claims.json",
    (file) => (file.claims.find((claim) => claim.verdicts.includes("safety")).must_carry = false),
  ],
  ["a member nobody knows", "sources.json", (file) => (file.sources[0].author = "someone")],
  ["a link that is not https", "sources.json", (file) => (file.sources[0].link = "javascript:alert(1)")],
  ["a tier that does not exist", "warning-signs.json", (file) => (file.signs[0].tier = "later")],
  [
    "a warning sign with options of its own",
    "assessment.json",
    (file) => (file.items.find((item) => item.kind === "flag").options = [{ id: "maybe", sources: ["R1"] }]),
  ],
  [
    "a rule with three conditions",
    "assessment.json",
    (file) => {
      const rule = file.tier_rules[0];
      rule.when = [rule.when[0], rule.when[0], rule.when[0]];
    },
  ],
  ["points out of range", "assessment.json", (file) => (file.match_rules[0].points = 100)],
  ["a number to call that nothing says", "emergency-numbers.json", (file) => delete file.regions[0].call.says],
  ["a number that can't be dialled", "emergency-numbers.json", (file) => (file.regions[0].call.number = "1-1-2")],
  ["an empty sentence", "words/en/home.json", (file) => (file["home.title"] = "")],
  ["a number where words belong", "words/en/home.json", (file) => (file["home.title"] = 3)],
  ["a direction that does not exist", "words/en/language.json", (file) => (file.direction = "up")],
]) {
  test(`The schemas refuse ${what}`, () => {
    const { status, stdout } = check("check-content.mjs", path, change);
    assert.equal(status, 1, stdout);
    assert.match(stdout, new RegExp(`content/${path}#`));
  });
}

test("A character that the typeface lacks is named with its place", () => {
  const { status, stdout } = check("check-words", "words/en/home.json", (file) => (file["home.title"] = "Stress ☃"));
  assert.equal(status, 1);
  assert.match(stdout, /words\/en\/home\.json#\/home\.title: the typeface has no “☃” \(U\+2603\)/);
});
