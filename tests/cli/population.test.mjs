// What the rules do to people: two made-up groups, their shares in tests/data/population.json (cited, or marked as
// assumed), each person given to `tautline assess --batch`. The table stands in docs/population.md and must be what
// the rules give: whoever changes a rule sees here what it does, and writes the new table with
//   TAUTLINE_WRITE=1 node --test tests/cli/population.test.mjs
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const program = process.env.TAUTLINE_PROGRAM ?? join(root, "build/release/bin/tautline");
const read = (path) => readFileSync(join(root, path), "utf8");
const population = JSON.parse(read("tests/data/population.json"));
const assessment = JSON.parse(read("content/assessment.json"));
const sources = new Set(JSON.parse(read("content/sources.json")).sources.map(({ id }) => id));
const page = "docs/population.md";
const [from, to] = ["<!-- table: tests/cli/population.test.mjs -->", "<!-- end of table -->"];

// Numbers from 0 up to 1, the same on every machine (mulberry32).
function dice(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

function one_of(shares, roll) {
  let left = roll() * 100;
  for (const [option, share] of Object.entries(shares)) {
    if (option === "from") continue;
    left -= share;
    if (left < 0) return option;
  }
  return Object.keys(shares)[0];
}

function person(group, roll) {
  const answers = {};
  for (const item of assessment.items) {
    if (item.id in group.flags) {
      const [yes, unsure] = group.flags[item.id];
      const at = roll() * 100;
      answers[item.id] = at < yes ? "yes" : at < yes + unsure ? "unsure" : "no";
    } else if (item.id in group.many) {
      const picked = Object.entries(group.many[item.id])
        .filter(([, share]) => roll() * 100 < share)
        .map(([option]) => option);
      if (picked.length > 0) answers[item.id] = picked;
    } else {
      const shares = group.answers[item.id] ?? group.one[item.id];
      if (shares) answers[item.id] = one_of(shares, roll);
    }
  }
  return answers;
}

function assess(people) {
  const lines = people.map((answers) => JSON.stringify({ format: "tautline-answers", version: 1, answers }));
  const done = spawnSync(program, ["assess", "--batch", "-", "--content", join(root, "content")], {
    input: `${lines.join("\n")}\n`,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  assert.equal(done.status, 0, done.stderr);
  return done.stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}

const tiers = ["none", "soon", "today", "crisis", "emergency"];
const percent = (n, of) => `${((100 * n) / of).toFixed(1)} %`;

function table(group, results) {
  const all = results.length;
  const of_tier = (tier) => results.filter(({ care }) => care === tier);
  const lines = [
    `### ${group.title}`,
    "",
    "| care | people | what brings it, of all people (a person can have several) |",
    "|---|---|---|",
  ];
  for (const tier of tiers) {
    const here = of_tier(tier);
    const rows = new Map();
    for (const { care_reasons } of here)
      for (const row of new Set(
        care_reasons.filter((reason) => reason.tier === tier).flatMap((reason) => reason.sources),
      ))
        rows.set(row, (rows.get(row) ?? 0) + 1);
    const causes = [...rows]
      .sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
      .slice(0, 8)
      .map(([row, n]) => `${row} ${percent(n, all)}`);
    lines.push(`| \`${tier}\` | ${percent(here.length, all)} | ${causes.join(" · ") || "–"} |`);
  }
  const today = of_tier("today");
  const rows_of = (result) =>
    new Set(result.care_reasons.filter(({ tier }) => tier === "today").flatMap((reason) => reason.sources));
  const easable = ["R10", "R20", "R21"];
  const only = today.filter((result) => rows_of(result).size === 1);
  const only_easable = today.filter((result) => [...rows_of(result)].every((row) => easable.includes(row)));
  const eased = results.filter((result) => result.care_reasons.some((reason) => reason.eased_from));
  lines.push(
    "",
    `Of those sent \`today\`, one row alone does it for ${percent(only.length, today.length)}, and R10, R20 and R21 alone for ${percent(only_easable.length, today.length)}. ` +
      `The context rule eases some answer of ${percent(eased.length, all)} of all people; ${percent(eased.filter(({ care }) => care === "soon").length, all)} are at \`soon\` by it.`,
    "",
  );
  const patterns = new Map();
  for (const { pattern } of results) patterns.set(pattern, (patterns.get(pattern) ?? 0) + 1);
  lines.push(
    `Patterns: ${[...patterns]
      .sort((a, b) => b[1] - a[1])
      .map(([name, n]) => `${name} ${percent(n, all)}`)
      .join(" · ")}.`,
  );
  return lines.join("\n");
}

const roll = dice(population.seed);
const results = population.groups.map((group) => [
  group,
  assess(Array.from({ length: population.people }, () => person(group, roll))),
]);
const made = results.map(([group, of_group]) => table(group, of_group)).join("\n\n");

test("The shares are whole, of items and options that there are, and what is cited is a source", () => {
  for (const group of population.groups) {
    const given = [
      ...Object.keys(group.answers),
      ...Object.keys(group.flags),
      ...Object.keys(group.many),
      ...Object.keys(group.one),
    ];
    const asked = assessment.items
      .filter(({ id, group }) => group !== "phq4" && id !== "self-harm-today")
      .map(({ id }) => id);
    assert.deepEqual([...given].sort(), [...asked].sort());
    for (const [id, shares] of Object.entries({ ...group.answers, ...group.one })) {
      const { from: cited, ...options } = shares;
      assert.equal(
        Object.values(options).reduce((sum, share) => sum + share, 0),
        100,
        id,
      );
      const item = assessment.items.find((each) => each.id === id);
      assert.deepEqual(
        Object.keys(options),
        item.options.map((option) => option.id),
      );
      if (cited) assert.ok(sources.has(cited), cited);
    }
    for (const [, , cited] of Object.values(group.flags)) if (cited) assert.ok(sources.has(cited), cited);
  }
});

test("The table in the docs is what the rules do", () => {
  const text = read(page);
  const [before, rest] = text.split(from);
  const [, after] = (rest ?? "").split(to);
  assert.ok(after !== undefined, `${page} has no place for the table`);
  const now = `${before}${from}\n\n${made}\n\n${to}${after}`;
  if (process.env.TAUTLINE_WRITE) writeFileSync(join(root, page), now);
  else
    assert.equal(
      text,
      now,
      "the rules do something else to people now: look at it, and write the table anew (TAUTLINE_WRITE=1)",
    );
});

test("Nothing is eased for a pain that is unchecked or new, and nobody is eased below soon", () => {
  const eased = results
    .flatMap(([, of_group]) => of_group)
    .filter((result) => result.care_reasons.some((reason) => reason.eased_from));
  assert.ok(eased.length > 0);
  for (const { care, care_reasons } of eased) {
    assert.notEqual(care, "none");
    assert.ok(
      !care_reasons.some(({ item }) => item === "examined"),
      "a check that is missing or changed is a reason of its own",
    );
  }
});
