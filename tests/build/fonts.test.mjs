// The fonts made at build time hold what the content needs and are well-formed enough for a browser's strict reader
// (the browser tests load them); here: the tables, their sums, and the characters.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const script = fileURLToPath(new URL("../../build-scripts/lib/fonts.mjs", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "fonts-"));
const made = spawnSync(process.execPath, [script, folder], { encoding: "utf8" });
const files = ["regular", "bold"].map((name) => ({
  name,
  font: readFileSync(join(folder, `${name}.ttf`)),
  characters: JSON.parse(readFileSync(join(folder, `${name}.characters.json`), "utf8")),
}));
rmSync(folder, { recursive: true });

const sum = (bytes) => {
  let total = 0;
  for (let i = 0; i < bytes.length; i += 4)
    total = (total + bytes.subarray(i, i + 4).reduce((n, b, k) => n + b * 256 ** (3 - k), 0)) % 2 ** 32;
  return total;
};

test("Both weights are made without a word", () => {
  assert.equal(made.status, 0, made.stderr);
  assert.equal(made.stdout, "");
});

for (const { name, font, characters } of files) {
  test(`${name}: every table lies inside the file and has its checksum, and so has the whole`, () => {
    const tables = font.readUInt16BE(4);
    assert.ok(tables >= 10);
    for (let i = 0; i < tables; ++i) {
      const entry = 12 + 16 * i;
      const tag = font.toString("latin1", entry, entry + 4);
      const [expected, offset, length] = [4, 8, 12].map((at) => font.readUInt32BE(entry + at));
      assert.ok(offset % 4 === 0 && offset + length <= font.length, tag);
      const table = Buffer.from(font.subarray(offset, offset + length));
      if (tag === "head") table.writeUInt32BE(0, 8);
      assert.equal(sum(table), expected, tag);
    }
    assert.equal(sum(font), 0xb1b0afba);
  });

  test(`${name}: letters of Western and Central European languages and our signs are there`, () => {
    const has = new Set(characters);
    for (const character of "AZaz09 äöüßéèçñøåæŒœŠšŽžĄąĘęŁłŐőŰűČčŘř–—‘’“”„…•½°·×−€™\u00a0\u2011")
      assert.ok(has.has(character.codePointAt(0)), character);
  });

  test(`${name}: small enough`, () => assert.ok(font.length < 26_000, `${font.length} bytes`));
}
