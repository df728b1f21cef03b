// The words and rules of content/, read on their own: what the tests expect a person to see.
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

export { chapters, screens as routes, title_of, waiting } from "../../../build-scripts/lib/screens.mjs";

export const root = fileURLToPath(new URL("../../../", import.meta.url));
const read = (path) => JSON.parse(readFileSync(`${root}content/${path}`, "utf8"));

// As the page says it where the device tells no country: tests of the number to call (numbers.test.mjs) tell one.
function nowhere(all) {
  const fill = (text) => text.replaceAll("{call}", all["call.examples"]).replaceAll("{may_be}", all["call.may_be"]);
  return Object.fromEntries(
    Object.entries(all).map(([key, text]) => [
      key,
      Array.isArray(text) ? text.map(fill) : typeof text === "string" ? fill(text) : text,
    ]),
  );
}

// All words that a language has, by key.
export const words_in = (language) =>
  nowhere(
    Object.assign(
      {},
      ...readdirSync(`${root}content/words/${language}`, { recursive: true })
        .filter((name) => name.endsWith(".json"))
        .sort()
        .map((name) => read(`words/${language}/${name}`)),
    ),
  );

export const words = words_in("en");
export const assessment = read("assessment.json");
export const claims = read("claims.json").claims;
export const signs = read("warning-signs.json").signs;

// One sentence of a key, its places filled; a missing key is the test's own mistake.
export function word(key, places = {}) {
  const text = words[key];
  if (typeof text !== "string") throw new Error(`content has no sentence "${key}"`);
  return text.replace(/\{(\w+)\}/g, (whole, name) => places[name] ?? whole);
}

// All sentences of a key.
export function sentences(key) {
  const text = words[key];
  if (text === undefined) throw new Error(`content has no words "${key}"`);
  return [text].flat();
}

export const pages = assessment.pages;
// One after the other; the optional ones are opened from the review.
export const asked_pages = pages.filter(({ optional }) => !optional);
export const optional_pages = pages.filter(({ optional }) => optional);
