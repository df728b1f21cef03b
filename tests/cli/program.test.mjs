// The built program itself: standard input, exit status, where it finds its content. The path is in TAUTLINE_PROGRAM.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const program = process.env.TAUTLINE_PROGRAM ?? join(root, "build/release/bin/tautline");
const data = join(root, "tests/data/answers");
const example = readFileSync(join(data, "example.json"), "utf8");
const document = (answers, version = "1") => `{"format":"tautline-answers","version":${version},"answers":${answers}}`;
const run = (args, input, env = {}) => {
  const done = spawnSync(program, args, {
    input,
    env: { ...process.env, ...env },
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  assert.equal(done.error, undefined);
  assert.equal(done.signal, null, "the program must not crash");
  return done;
};
const refused = (input, about) => {
  const done = run(["assess", "-"], input);
  assert.equal(done.status, 2);
  assert.equal(done.stdout, "");
  const lines = done.stderr.trimEnd().split("\n");
  for (const line of lines) assert.match(line, /^-#(\/.*)?: found .+, expected .+$/);
  assert.match(done.stderr, about);
  return lines;
};

test("the contract's example gives the contract's result", () => {
  const done = run(["assess", join(data, "example.json")]);
  assert.equal(done.status, 0);
  assert.equal(done.stderr, "");
  const result = JSON.parse(done.stdout);
  assert.deepEqual(Object.keys(result), [
    "format",
    "version",
    "care",
    "care_reasons",
    "pattern",
    "answered",
    "unanswered",
    "warning_signs_open",
  ]);
  assert.equal(result.care, "soon");
  assert.deepEqual(result.care_reasons, [{ item: "examined", option: null, tier: "soon", sources: ["R17"] }]);
  assert.equal(result.pattern, "not-enough");
  assert.equal(result.answered, 2);
  assert.deepEqual(result.unanswered.slice(0, 4), ["age", "duration", "examined", "tearing-pain"]);
  assert.deepEqual(result.warning_signs_open.slice(0, 2), ["tearing-pain", "breathless"]);
  assert.equal(result.unanswered.includes("self-harm-today"), false);
});

test("standard input is read like a file", () => {
  assert.equal(run(["assess", "-"], example).stdout, run(["assess", join(data, "example.json")]).stdout);
});

test("equal answers give equal bytes, in whatever order they stand", () => {
  const a = document('{"rash":"no","location":["neck","arm"],"age":"18-49"}');
  const b = document('{"age":"18-49","location":["arm","neck"],"rash":"no"}');
  assert.equal(run(["assess", "-"], a).stdout, run(["assess", "-"], b).stdout);
});

test("bad answers are refused with every problem on a line, and nothing on standard output", () => {
  refused("", /not JSON/);
  refused(example + "1", /not JSON/);
  refused("\ufeff" + example, /byte order mark/);
  refused(`${example}\0{"rash":"yes"}`, /a zero byte/);
  refused(document("{}", "1.0"), /#\/version: found the number 1\.0/);
  refused(document("{}", "true"), /#\/version: found true/);
  refused(document('{"rash":"yes","rash":"yes"}'), /#\/answers\/rash: found the same member/);
  refused(document('{"location":[{"x":1,"x":1}]}'), /#\/answers\/location\/0\/x: found the same member/);
  refused(document('{"rash":"\\ud800"}'), /not JSON/);
  refused(Buffer.from(document('{"rash":"\xff"}'), "latin1"), /not UTF-8/);
  refused(document(`{"rash":${"[".repeat(20000)}${"]".repeat(20000)}}`), /more than 8 levels/);
  refused(`${"[".repeat(60000)}`, /more than 8 levels/);
  assert.equal(
    refused(document('{"rash":"maybe","nose":"yes","feel":"dull-ache","age":null}', "2"), /maybe/).length,
    5,
  );
});

test("a file over 64 KiB is refused, however large", () => {
  refused(document("{}") + " ".repeat(65537), /more than 65536 bytes/);
  refused(`{"a":"${"x".repeat(50 * 1024 * 1024)}"}`, /more than 65536 bytes/);
});

test("a batch goes on after a bad line and a line that is too long", () => {
  const lines = [example.trim(), "{", "x".repeat(200000), "", example.trim()];
  const done = run(["assess", "--batch", "-"], lines.join("\n"));
  assert.equal(done.status, 2);
  assert.equal(done.stderr, "");
  const results = done.stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  assert.deepEqual(
    results.map((result) => result.format),
    ["tautline-result", "tautline-error", "tautline-error", "tautline-error", "tautline-result"],
  );
  assert.deepEqual(
    results.slice(1, 4).map((result) => result.line),
    [2, 3, 4],
  );
  for (const result of results.slice(1, 4))
    assert.deepEqual(Object.keys(result.problems[0]), ["pointer", "found", "allowed"]);
  const good = run(["assess", "--batch", "-"], `${example.trim()}\n${example.trim()}\n`);
  assert.equal(good.status, 0);
  assert.equal(good.stdout.trimEnd().split("\n").length, 2);
  assert.equal(run(["assess", "--batch", "-"], "").stdout, "");
});

test("content comes from --content, then TAUTLINE_CONTENT, and a broken pack is refused", () => {
  const folder = mkdtempSync(join(tmpdir(), "tautline-"));
  try {
    cpSync(join(root, "content"), folder, { recursive: true });
    const file = join(folder, "assessment.json");
    const text = readFileSync(file, "utf8");
    writeFileSync(
      file,
      text.replace(
        '"any_of": ["yes", "unsure"] }], "tier": "emergency", "sources": ["R1"]',
        '"any_of": ["yes"] }], "tier": "emergency", "sources": ["R1"]',
      ),
    );
    assert.notEqual(readFileSync(file, "utf8"), text);
    for (const done of [
      run(["assess", "-", "--content", folder], example),
      run(["assess", "-"], example, { TAUTLINE_CONTENT: folder }),
    ]) {
      assert.equal(done.status, 1);
      assert.equal(done.stdout, "");
      assert.match(done.stderr, /"chest-pain" "unsure" gives "none", expected "emergency" or more/);
    }
    assert.equal(
      run(["assess", "-", "--content", join(root, "content")], example, { TAUTLINE_CONTENT: folder }).status,
      0,
    );
    const verified = run(["verify", "--content", folder]);
    assert.equal(verified.status, 1);
    assert.match(verified.stdout, /^P1 BROKEN: /);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("the program says how it is used", () => {
  for (const args of [[], ["dance"], ["assess"], ["assess", "a", "b"]]) {
    const done = run(args);
    assert.equal(done.status, 2);
    assert.equal(done.stdout, "");
    assert.match(done.stderr, /^usage: tautline/);
  }
  assert.equal(run(["--help"]).status, 0);
});
