// Packs broken on purpose: tests/data/packs/X.json changes the shipped pack by a JSON Patch and says which rules
// `tautline verify` must refuse, and with which counterexample. Answers that it writes are given to `tautline assess`
// with the same pack, which must say the same. A new rule of the self-check comes with a pack that breaks it.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const program = process.env.TAUTLINE_PROGRAM ?? join(root, "build/release/bin/tautline");
const packs = readdirSync(join(root, "tests/data/packs"));
const rules = Array.from({ length: 12 }, (_, i) => `P${i + 1}`);
const work = mkdtempSync(join(tmpdir(), "tautline-"));
after(() => rmSync(work, { recursive: true }));
const read = (path) => JSON.parse(readFileSync(path, "utf8"));
const run = (...args) => {
  const done = spawnSync(program, args, { encoding: "utf8" });
  assert.equal(done.signal, null, "the program must not crash");
  return done;
};

// What is proved over answers and what is looked up in texts are decided apart, for speed; P12 asks the engine, which
// does not change with the pack.
const decided = (rule) =>
  rules.filter((name) => ["P9", "P10", "P11"].includes(name) === ["P9", "P10", "P11"].includes(rule) && name !== "P12");

// add, remove, replace and test of RFC 6902.
function patched(document, operations) {
  for (const { op, path, value } of operations) {
    const steps = path
      .split("/")
      .slice(1)
      .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
    const last = steps.pop();
    const place = steps.reduce((inner, step) => inner[step], document);
    assert.notEqual(place, undefined, path);
    if (op !== "add") assert.ok(last in place, `${path} is not there`);
    if (op === "test") assert.deepEqual(place[last], value, path);
    else if (op === "remove") Array.isArray(place) ? place.splice(Number(last), 1) : delete place[last];
    else if (op === "add" && Array.isArray(place)) place.splice(last === "-" ? place.length : Number(last), 0, value);
    else place[last] = value;
  }
  return document;
}

function verify(name, { rule, file, patch }) {
  const folder = join(work, name);
  mkdirSync(folder);
  for (const part of [
    "assessment.json",
    "claims.json",
    "health-records.json",
    "sources.json",
    "warning-signs.json",
    "what-helps.json",
    "words/en",
  ])
    cpSync(join(root, "content", part), join(folder, part), { recursive: true });
  writeFileSync(join(folder, file), JSON.stringify(patched(read(join(folder, file)), patch)));
  const out = join(work, `${name}.out`);
  const done = run("verify", folder, "--out", out, "--only", decided(rule).join());
  const lines = done.stdout.split("\n");
  const verdicts = new Map(
    lines
      .map((line) => /^(P\d+) (holds|BROKEN):/.exec(line))
      .filter(Boolean)
      .map(([, rule, verdict]) => [rule, verdict]),
  );
  const of = (rule) => {
    const from = lines.findIndex((line) => line.startsWith(`${rule} `));
    const rest = lines.slice(from + 1);
    const end = rest.findIndex((line) => !line.startsWith("    "));
    return rest.slice(0, end).join("\n");
  };
  return { ...done, folder, out, verdicts, of };
}

function assess(pack, file) {
  const done = run("assess", file, "--content", pack, "--broken-pack");
  assert.equal(done.status, 0, done.stderr);
  return JSON.parse(done.stdout);
}

test("There is a broken pack for every rule that a pack can break", () => {
  const broken = new Set(packs.map((name) => read(join(root, "tests/data/packs", name)).rule));
  // P3 and P5 are broken by an engine only, P12 by one or by a pack too large: tests/assess/proof_spec.cpp has these.
  assert.deepEqual(
    rules.filter((rule) => !broken.has(rule)),
    ["P3", "P5", "P12"],
  );
  assert.ok(packs.length >= 20);
});

for (const name of packs) {
  const pack = read(join(root, "tests/data/packs", name));
  test(`${pack.rule} refuses ${pack.why}`, () => {
    const { status, stdout, folder, out, verdicts, of } = verify(name.replace(".json", ""), pack);
    assert.equal(status, 1, stdout);
    assert.deepEqual([...verdicts.keys()], decided(pack.rule));
    assert.deepEqual(
      rules.filter((rule) => verdicts.get(rule) === "BROKEN"),
      pack.broken,
      stdout,
    );
    const said = of(pack.rule);
    if (pack.pointer) assert.ok(said.includes(pack.pointer), said);
    const file = (suffix) => join(out, `${pack.rule}${suffix}.json`);
    if (pack.before) assert.deepEqual(read(file(pack.after ? ".before" : "")).answers, pack.before);
    if (pack.after) assert.deepEqual(read(file(".after")).answers, pack.after);
    // Every answers file that was written gives what verify said of it.
    for (const written of readdirSync(out)) {
      const result = assess(folder, join(out, written));
      const [rule] = written.split(".");
      const told = of(rule).split("\n");
      const at = told.findIndex((line) => line.startsWith(`    ${written}: `));
      assert.equal(told[at + 1].trim(), `gives care "${result.care}", pattern "${result.pattern}"`, written);
    }
    if (pack.gives) assert.equal(assess(folder, file("")).care, pack.gives.care);
    if (pack.flips)
      assert.deepEqual(
        [".before", ".after"]
          .map((suffix) => assess(folder, file(suffix)).pattern)
          .sort()
          .reverse(),
        pack.flips,
      );
    if (pack.matched) {
      const all = Object.values(assess(folder, file("")).matches).flatMap(({ matched }) => matched);
      assert.ok(
        all.some(({ item, options }) => item === pack.matched.item && options.includes(pack.matched.options[0])),
        JSON.stringify(all),
      );
    }
  });
}

test("A pack that lints and verifies can be started, bundled and changed", () => {
  const folder = join(work, "my-clinic");
  assert.equal(run("new-pack", folder).status, 0);
  const assessment = read(join(folder, "assessment.json"));
  assert.equal(assessment.id, "my-clinic");
  assert.equal(assessment.pack_version, "0.1.0");
  assert.equal(read(join(folder, "words/en/language.json")).reviewed_by, null);
  const [ours, theirs] = [join(root, "content"), folder].map((at) => read(join(at, "health-records.json")));
  for (const address of ["questionnaire", "code_system"]) {
    assert.match(theirs[address], /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    assert.notEqual(theirs[address], ours[address], "another form has another address");
  }
  const addresses = [ours, theirs].flatMap((records) => [
    records.questionnaire,
    records.code_system,
    ...records.translations.map(({ questionnaire }) => questionnaire),
  ]);
  assert.equal(new Set(addresses).size, addresses.length, "each form and each list of codes has its own");
  assert.deepEqual(
    theirs.translations.map(({ language }) => language),
    ours.translations.map(({ language }) => language),
  );
  const linted = run("lint", folder);
  assert.equal(linted.status, 0, linted.stdout);
  const verified = run("verify", folder);
  assert.equal(verified.status, 0, verified.stdout);
  assert.match(verified.stdout, /Every rule holds: my-clinic 0\.1\.0/);
  assert.equal(run("new-pack", folder).status, 1, "it does not write over a pack");
  assert.equal(run("new-pack", join(work, "Not A Name")).status, 2);
  const bundle = join(work, "content.json");
  assert.equal(run("bundle", folder, "-o", bundle).status, 0);
  assert.deepEqual(read(bundle)["assessment.json"], assessment);
  assert.equal(read(bundle)["lint.json"], undefined);
  writeFileSync(join(folder, "claims.json"), "{");
  const refused = run("bundle", folder, "-o", join(work, "none.json"));
  assert.equal(refused.status, 1);
  assert.match(refused.stderr, /claims\.json#/);
  assert.equal(run("lint", folder).status, 1);
  assert.equal(run("lint", join(work, "nowhere")).status, 2);
  assert.equal(run("lint", folder, "--fast").status, 2);
});

test("lint --json says the same as lint", () => {
  const { status, stdout } = run("lint", join(root, "content"), "--json");
  const report = JSON.parse(stdout);
  assert.equal(status, 0, stdout);
  assert.equal(report.format, "tautline-lint-report");
  assert.deepEqual(report.findings, []);
  assert.ok(report.blocks.length > 250 && report.screens.length > 30 && report.exempt.length > 0);
  for (const { flesch_kincaid, readability_index, file, pointer } of report.blocks)
    assert.ok(flesch_kincaid <= 8 && readability_index <= 8, `${file}#${pointer}`);
});
