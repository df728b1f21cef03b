// Public stories, answered blind by readers (tests/data/stories.json), given to the rules. The table in
// docs/self-check-readers.md must be what the rules make of them; it is written anew with
//   TAUTLINE_WRITE=1 node --test tests/cli/stories.test.mjs
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const program = process.env.TAUTLINE_PROGRAM ?? join(root, "build/release/bin/tautline");
const read = (path) => readFileSync(join(root, path), "utf8");
const { stories } = JSON.parse(read("tests/data/stories.json"));
const { items } = JSON.parse(read("content/assessment.json"));
const flags = items.filter(({ kind, id }) => kind === "flag" && id !== "self-harm-today").map(({ id }) => id);
const page = "docs/self-check-readers.md";
const [from, to] = ["<!-- table: tests/cli/stories.test.mjs -->", "<!-- end of table -->"];
const readers = { literal: "worried", careful: "careful" };
const tiers = ["none", "soon", "today", "crisis", "emergency"];

function care_of(reader) {
  const lines = stories.map(({ answers }) =>
    JSON.stringify({
      format: "tautline-answers",
      version: 1,
      answers: { ...Object.fromEntries(flags.map((id) => [id, "no"])), ...answers[reader] },
    }),
  );
  const done = spawnSync(program, ["assess", "--batch", "-", "--content", join(root, "content")], {
    input: `${lines.join("\n")}\n`,
    encoding: "utf8",
  });
  assert.equal(done.status, 0, done.stderr);
  return done.stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line).care);
}

const now = Object.fromEntries(Object.keys(readers).map((reader) => [reader, care_of(reader)]));
const first = Object.fromEntries(
  Object.keys(readers).map((reader) => [reader, stories.map(({ first_words }) => first_words[reader])]),
);
const count = (cares, truth, tier) => cares.filter((care, i) => stories[i].truth === truth && care === tier).length;

function table() {
  const lines = ["| found | reader | words | none | soon | today | emergency |", "|---|---|---|---|---|---|---|"];
  for (const truth of ["benign", "emergency"])
    for (const [reader, name] of Object.entries(readers))
      for (const [words, cares] of [
        ["first", first],
        ["these", now],
      ])
        lines.push(
          `| ${truth === "benign" ? "nothing serious" : "emergency"} | ${name} | ${words} | ${["none", "soon", "today", "emergency"].map((tier) => count(cares[reader], truth, tier)).join(" | ")} |`,
        );
  lines.push("", "| | found | first words: worried · careful | these: worried · careful |", "|---|---|---|---|");
  for (const [i, { id, truth, found }] of stories.entries())
    lines.push(
      `| ${id} | ${truth === "emergency" ? "**emergency**: " : ""}${found.replaceAll("|", "/")} | ${Object.keys(readers)
        .map((reader) => first[reader][i])
        .join(" · ")} | ${Object.keys(readers)
        .map((reader) => now[reader][i])
        .join(" · ")} |`,
    );
  return lines.join("\n");
}

test("There are stories of both kinds, half and half", () => {
  const emergencies = stories.filter(({ truth }) => truth === "emergency").length;
  assert.ok(stories.length >= 30 && Math.abs(2 * emergencies - stories.length) <= 2);
  assert.ok(stories.every(({ source, story }) => source && story));
});

test("No emergency is told to wait past today, and no fewer are called so than by the first words", () => {
  for (const reader of Object.keys(readers)) {
    for (const [i, care] of now[reader].entries())
      if (stories[i].truth === "emergency")
        assert.ok(tiers.indexOf(care) >= tiers.indexOf("today"), `${stories[i].id} ${care}`);
    assert.ok(count(now[reader], "emergency", "emergency") >= count(first[reader], "emergency", "emergency"), reader);
    assert.ok(count(now[reader], "benign", "emergency") <= count(first[reader], "benign", "emergency"), reader);
  }
});

test("The table in the docs is what the rules make of the stories", () => {
  const text = read(page);
  const [before, rest] = text.split(from);
  const [, after] = (rest ?? "").split(to);
  assert.ok(after !== undefined, `${page} has no place for the table`);
  const made = `${before}${from}\n\n${table()}\n\n${to}${after}`;
  if (process.env.TAUTLINE_WRITE) writeFileSync(join(root, page), made);
  else
    assert.equal(
      text,
      made,
      "the rules make something else of these people now: look at it, and write the table anew (TAUTLINE_WRITE=1)",
    );
});
