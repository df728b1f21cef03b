// No instruction by place, shape or colour alone (WCAG 1.3.3): words that would only make sense to eyes may stand in
// content only where something else says the same; those places are listed here with the reason.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const sensory =
  /\b(on the (left|right)|(left|right)[- ]hand|(click|press|tap|use|choose|see) the (red|green|blue|yellow|orange|purple|round|square|big|small) |(red|green|blue|yellow|orange) (button|box|line|dot|text)|button (above|below)|the (upper|lower) (button|box))/i;

test("No words tell a person to find something by its place, shape or colour", () => {
  const found = [];
  let texts = 0;
  const look = (value, where) => {
    if (typeof value === "string") {
      ++texts;
      if (sensory.test(value)) found.push(`${where}: ${value}`);
    } else if (value && typeof value === "object")
      for (const [key, inner] of Object.entries(value)) look(inner, `${where} ${key}`);
  };
  for (const name of readdirSync(`${root}content/words/en`, { recursive: true }))
    if (name.endsWith(".json")) look(JSON.parse(readFileSync(`${root}content/words/en/${name}`, "utf8")), name);
  assert.ok(texts > 1000);
  assert.deepEqual(found, []);
  assert.match("Press the red button", sensory);
});
