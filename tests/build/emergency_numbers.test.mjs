// The numbers to call. Each is held against google-libphonenumber, which knows what numbers a network treats as emergency
// calls, as an alarm and no more: it takes police numbers for emergency ones and lacks some. Where it is right to say
// otherwise than it does, tests/data/emergency-numbers.json says why; a reason that nothing needs any more fails.
// docs/emergency-numbers.md shows all numbers with what was read; `--write` makes its table anew.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (path) => JSON.parse(readFileSync(join(root, path), "utf8"));
const { sources, regions } = read("content/emergency-numbers.json");
const { missed, police } = read("tests/data/emergency-numbers.json");
const { ShortNumberInfo } = createRequire(import.meta.url)("google-libphonenumber");
const library = ShortNumberInfo.getInstance();

test("Every number is an emergency number to libphonenumber too, or there is a reason why not", () => {
  const alarms = regions
    .filter(({ region, call }) => !library.isEmergencyNumber(call.number, region))
    .map(({ region, call }) => `${region} ${call.number}`);
  assert.deepEqual(
    alarms,
    missed.map(({ region, number }) => `${region} ${number}`),
  );
  for (const { region, reason } of missed) assert.ok(reason.length > 20, `${region} has no reason`);
});

test("What libphonenumber takes for an emergency number and brings the police is never the number to call", () => {
  for (const { region, number, reason } of police) {
    assert.ok(
      library.isEmergencyNumber(number, region),
      `${region} ${number}: libphonenumber has learnt it; take it off the list`,
    );
    assert.notEqual(regions.find((each) => each.region === region)?.call.number, number, reason);
  }
});

test("Every source is used, and every number names one", () => {
  const used = regions.flatMap(({ call, crisis = [] }) => [call, ...crisis]).map(({ source }) => source);
  assert.deepEqual([...new Set(used)].sort(), sources.map(({ id }) => id).sort());
});

const page = join(root, "docs/emergency-numbers.md");
const mark = "<!-- table: tests/build/emergency_numbers.test.mjs -->";
const alarm = (region) => missed.find((each) => each.region === region)?.reason ?? "";
function rows() {
  const title = (id) => {
    const { title: text, kind, link, read: day } = sources.find((each) => each.id === id);
    return `[${text}](${link}), ${kind}, read ${day}`;
  };
  return regions.flatMap(({ region, call, crisis = [] }) => [
    `${region} | ${call.number} | ${call.says} ${title(call.source)} | ${alarm(region)} |`,
    ...crisis.map(
      ({ number, name, hours, says, source }) =>
        `${region}, crisis line | ${number} | ${name}, ${hours}: ${says} ${title(source)} | |`,
    ),
  ]);
}

// Names differ from one Node.js to the next, so the table's first column is for readers only.
if (process.argv.includes("--write")) {
  const names = new Intl.DisplayNames("en", { type: "region" });
  const table = rows().map((row) => `| ${names.of(row.slice(0, 2))} | ${row}`);
  const [before] = readFileSync(page, "utf8").split(mark);
  writeFileSync(
    page,
    `${before}${mark}\n\n| country | region | number | what was read, and where | where libphonenumber says otherwise |\n|---|---|---|---|---|\n${table.join("\n")}\n`,
  );
}

test("docs/emergency-numbers.md shows every number as it is (node tests/build/emergency_numbers.test.mjs --write)", () => {
  const [, table = ""] = readFileSync(page, "utf8").split(mark);
  const shown = table
    .trim()
    .split("\n")
    .slice(2)
    .map((line) => line.replace(/^\| [^|]* \| /, ""));
  assert.deepEqual(shown, rows());
});
