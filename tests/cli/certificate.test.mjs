// A certificate of what was decided: written, checked again, and refused for another pack.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const program = process.env.TAUTLINE_PROGRAM ?? join(root, "build/release/bin/tautline");
const answer_sets = process.env.TAUTLINE_FULL ? 100_000_000 : 200_000;
const work = mkdtempSync(join(tmpdir(), "tautline-"));
after(() => rmSync(work, { recursive: true }));
const [pack, file] = [join(work, "content"), join(work, "certificate.json")];
cpSync(join(root, "content"), pack, { recursive: true });
const verify = (...more) => spawnSync(program, ["verify", pack, ...more], { encoding: "utf8" });
const edit = (path, change) => {
  const value = JSON.parse(readFileSync(path, "utf8"));
  change(value);
  writeFileSync(path, JSON.stringify(value));
};

test("a certificate is written, and borne out by deciding it all again", () => {
  const made = verify("--certificate", file, "--answer-sets", String(answer_sets), "--seed", "20261201");
  assert.equal(made.status, 0, made.stdout + made.stderr);
  const certificate = JSON.parse(readFileSync(file, "utf8"));
  assert.equal(certificate.rules.length, 12);
  assert.deepEqual(
    certificate.rules.map(({ rule, holds }) => [rule, holds]),
    Array.from({ length: 12 }, (_, i) => [`P${i + 1}`, true]),
  );
  const { facts, ...wrong } = certificate.every_answer_set_has_one_result;
  assert.ok(facts > 100_000, `${facts} different facts`);
  assert.deepEqual(wrong, { in_no_rule: 0, in_two_that_contradict: 0 });
  const run = certificate.second_reading;
  assert.deepEqual([run.seed, run.answer_sets, run.differences], [20261201, answer_sets, 0]);
  for (const counts of [run.care, run.pattern]) {
    assert.equal(
      Object.values(counts).reduce((sum, n) => sum + n, 0),
      answer_sets,
    );
    for (const [name, n] of Object.entries(counts)) assert.ok(n > 0, `${name} is never reached`);
  }
  const checked = verify("--check", file);
  assert.equal(checked.status, 0, checked.stdout + checked.stderr);
  assert.match(checked.stdout, /^The certificate is borne out: /m);
});

test("it fails for a pack that changed, even to the safer side, and says where", () => {
  edit(join(pack, "assessment.json"), ({ tier_rules: rules }) => (rules[22].tier = "today"));
  edit(join(pack, "assessment.json"), ({ tier_rules: rules }) => (rules[21].tier = "emergency"));
  const done = verify("--check", file);
  assert.equal(done.status, 1);
  assert.match(done.stdout, /certificate\.json#\/pack\/digest: found "/);
  assert.match(done.stdout, /certificate\.json#\/second_reading\/outcomes: found "/);
  assert.match(done.stdout, /^The certificate does NOT hold for this pack: /m);
  cpSync(join(root, "content/assessment.json"), join(pack, "assessment.json"));
  edit(join(pack, "words/en/home.json"), (words) => (words["home.title"] = "Your back"));
  const word = verify("--check", file);
  assert.equal(word.status, 1);
  assert.match(word.stdout, /#\/pack\/digest: found "/);
  assert.doesNotMatch(word.stdout, /outcomes/);
  cpSync(join(root, "content/words/en/home.json"), join(pack, "words/en/home.json"));
});

test("one that somebody altered fails, one that another engine made does not", () => {
  const altered = join(work, "altered.json");
  cpSync(file, altered);
  edit(altered, (certificate) => (certificate.second_reading.care.emergency += 1));
  let done = verify("--check", altered);
  assert.equal(done.status, 1);
  assert.match(done.stdout, /altered\.json#\/second_reading\/care: found \[/);
  cpSync(file, altered);
  edit(altered, (certificate) => (certificate.engine.digest = "0".repeat(64)));
  done = verify("--check", altered);
  assert.equal(done.status, 0, done.stdout);
  assert.match(done.stdout, /^Made by another engine \(/m);
});

test("no certificate is written for a pack that breaks a rule", () => {
  edit(join(pack, "assessment.json"), ({ tier_rules: rules }) => (rules[0].tier = "today"));
  const none = join(work, "none.json");
  const done = verify("--certificate", none, "--answer-sets", "1000");
  assert.equal(done.status, 1);
  assert.match(done.stderr, /no certificate is written/);
  assert.ok(!existsSync(none));
  cpSync(join(root, "content/assessment.json"), join(pack, "assessment.json"));
});

test("what is no certificate, and words that make no sense, are named", () => {
  writeFileSync(join(work, "x.json"), '{"format": "tautline-certificate"}');
  const done = verify("--check", join(work, "x.json"));
  assert.equal(done.status, 1);
  assert.match(done.stderr, /x\.json#: found no member "pack"/);
  assert.equal(verify("--check", join(work, "nowhere.json")).status, 1);
  for (const [args, about] of [
    [["--certificate", "a", "--check", "b"], /written or checked, and not both/],
    [["--certificate", "a", "--only", "P1"], /of every rule/],
    [["--certificate", "a", "--answer-sets", "0"], /a number from 1 to/],
    [["--certificate", "a", "--seed", "x"], /a number from 0 to/],
    [["--seed", "3"], /are for --certificate/],
  ]) {
    const wrong = verify(...args);
    assert.equal(wrong.status, 2, args.join(" "));
    assert.match(wrong.stderr, about);
  }
});
