// The day by which a pack's sources must be looked at again: said a month before, wrong after.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const program = process.env.TAUTLINE_PROGRAM ?? join(root, "build/release/bin/tautline");
const pack = mkdtempSync(join(tmpdir(), "tautline-"));
after(() => rmSync(pack, { recursive: true }));
for (const part of [
  "assessment.json",
  "chapters.json",
  "claims.json",
  "emergency-numbers.json",
  "health-records.json",
  "lint.json",
  "scales.json",
  "sources.json",
  "warning-signs.json",
  "what-helps.json",
  "words/en",
])
  cpSync(join(root, "content", part), join(pack, part), { recursive: true });

const sources = JSON.parse(readFileSync(join(pack, "sources.json"), "utf8"));
const due = (day) => {
  const { look_again_by, ...rest } = sources;
  writeFileSync(join(pack, "sources.json"), JSON.stringify(day ? { ...rest, look_again_by: day } : rest));
};
const lint = (...more) => {
  const { status, stdout, stderr } = spawnSync(program, ["lint", pack, ...more], { encoding: "utf8" });
  return { status, stdout, stderr };
};
const report = (today) => {
  const { findings, notices } = JSON.parse(lint("--json", "--today", today).stdout);
  return { findings, notices };
};
const place = { check: "expiry", file: "sources.json", pointer: "/look_again_by" };

test("lint says nothing until a month before, then says so, and fails from the day after", () => {
  due("2027-03-31");
  assert.deepEqual(report("2027-02-27"), { findings: [], notices: [] });
  for (const [today, left] of [
    ["2027-02-28", "in 31 days"],
    ["2027-03-30", "in 1 day"],
    ["2027-03-31", "in 0 days"],
  ]) {
    const { findings, notices } = report(today);
    assert.deepEqual(findings, []);
    assert.equal(notices.length, 1);
    assert.equal(notices[0].found, `"2027-03-31", ${left}`);
    const { check, file, pointer } = notices[0];
    assert.deepEqual({ check, file, pointer }, place);
  }
  const soon = lint("--today", "2027-03-31");
  assert.equal(soon.status, 0);
  assert.match(soon.stdout, /^notice: sources\.json#\/look_again_by: found "2027-03-31", in/m);
  const late = lint("--today", "2027-04-01");
  assert.equal(late.status, 1);
  assert.match(late.stdout, /^expiry +sources\.json#\/look_again_by: found "2027-03-31", and today is "2027-04-01"/m);
});

test("without --today the machine's date counts, and a day that is none is refused", () => {
  due("2000-01-01");
  assert.equal(lint().status, 1);
  due("9999-12-31");
  assert.equal(lint().status, 0);
  for (const day of ["2027-02-29", "tomorrow", "2027-2-1"]) {
    const done = lint("--today", day);
    assert.equal(done.status, 2);
    assert.match(done.stderr, new RegExp(`--today takes a day like 2026-11-22, and not "${day}"`));
  }
});

test("a day that no calendar has is wrong whatever day it is", () => {
  due("2027-02-29");
  assert.deepEqual(report("2026-12-01"), {
    findings: [{ ...place, found: '"2027-02-29"', expected: 'a date like "2026-11-22"' }],
    notices: [],
  });
});

test("a pack that names no day is told so, and is no worse for it", () => {
  due("");
  const { findings, notices } = report("2027-04-01");
  assert.deepEqual(findings, []);
  assert.equal(notices[0].found, "no day");
});

test("our own sources are due within a year of the release that ships them", () => {
  assert.match(sources.look_again_by, /^\d{4}-\d\d-\d\d$/);
});
