// ACCESSIBILITY.md against the files that it names: all 55 criteria stand in its table, each with tests that exist.
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const text = readFileSync(`${root}ACCESSIBILITY.md`, "utf8");
const rows = [
  ...text.matchAll(/^\| (\d\.\d\.\d+) ([^|]+?) \| (A+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|([^|]*)\|$/gm),
].map(([, number, name, level, how, tests, result]) => ({
  number,
  name,
  level,
  how,
  tests: [...tests.matchAll(/`([^`]+)`/g)].map((match) => match[1]),
  result: result.trim(),
}));

// WCAG 2.2 without 4.1.1, which it no longer has.
const criteria = {
  A: "1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7 4.1.2",
  AA: "1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7 2.4.11 2.5.7 2.5.8 3.1.2 3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3",
};

test("All 55 criteria of WCAG 2.2 A and AA stand in the table, once each, with their level", () => {
  for (const [level, numbers] of Object.entries(criteria))
    assert.deepEqual(
      rows
        .filter((row) => row.level === level)
        .map(({ number }) => number)
        .sort(),
      numbers.split(" ").sort(),
    );
  assert.equal(rows.length, 55);
});

test("Every criterion names tests that exist, and says what came of it", () => {
  const folders = readdirSync(`${root}tests`, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  for (const { number, tests, result } of rows) {
    assert.ok(["passes", "does not apply"].includes(result), `${number}: ${result}`);
    assert.ok(tests.length > 0, `${number} has no test`);
    for (const name of tests)
      assert.ok(
        folders.some((folder) =>
          [".test.mjs", ".cpp"].some((end) => existsSync(`${root}tests/${folder}/${name}${end}`)),
        ),
        `${number}: there is no test ${name}`,
      );
  }
});

test("Where criteria.test.mjs stands for a criterion, one of its tests has the number", () => {
  const source = readFileSync(`${root}tests/web/criteria.test.mjs`, "utf8");
  const names = [...source.matchAll(/test\(\s*"([^"]+)"/g)].map((match) => match[1]).join("\n");
  for (const { number, tests } of rows) {
    if (!tests.includes("criteria")) continue;
    const [, group, last] = /^(\d\.\d)\.(\d+)$/.exec(number);
    const ranges = [...names.matchAll(/(\d\.\d)\.(\d+) to (\d\.\d)\.(\d+)/g)];
    const within = ranges.some(
      ([, from, first, , to]) => from === group && Number(last) >= Number(first) && Number(last) <= Number(to),
    );
    assert.ok(
      within || new RegExp(`(?<![\\d.])${number.replaceAll(".", "\\.")}(?![\\d.])`).test(names),
      `no test of criteria.test.mjs names ${number}`,
    );
  }
});

test("The totals are the table's", () => {
  const passing = rows.filter(({ result }) => result === "passes").length;
  assert.ok(text.includes(`55 criteria: ${passing} pass their tests, ${55 - passing} do not apply.`));
});
