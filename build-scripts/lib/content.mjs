// Makes the files of content that the page reads, each an object from path (as in content/) to the file's JSON value:
//   content.json             everything in English, and the names of all languages
//   content.LANGUAGE.json    everything in that language; of English only what it shows: the warning signs, and the words
//                            that it lacks where English stands in for these
//   words.LANGUAGE.json      only what that language adds to content.json, for the single file
//   kiosk.words.json         a kiosk's own words, by language: no other visitor needs them
// Schemas stay out, and lint.json, which is for the people who write content. `tautline bundle` writes the same for one
// language.
//   content.mjs OUT_FOLDER
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { root, walk, write } from "./files.mjs";

const out = process.argv[2];
const folder = join(root, "content");
const first_language = "en";
const always_english = "words/en/warning-signs.json";
const files = new Map();
// A source's note says how it was read: for the people who write content, and seen nowhere on the page.
const for_page = (path, value) => (path === "sources.json"
  ? { ...value, sources: value.sources.map(({ note, ...source }) => source) } : value);
for (const path of walk(folder)) {
  if (!path.endsWith(".json") || path.startsWith("schema/") || path === "lint.json") continue;
  if (/\/embed\.json$/.test(path)) continue;   // for outside the page (embed-words.mjs)
  try {
    files.set(path, for_page(path, JSON.parse(readFileSync(join(folder, path), "utf8"))));
  } catch (error) {
    console.error(`content/${path} is not JSON: ${error.message}`);
    process.exitCode = 1;
  }
}

const kiosk_words = {};
for (const [path, words] of [...files]) {
  const language = /^words\/([^/]+)\/kiosk\.json$/.exec(path)?.[1];
  if (!language) continue;
  kiosk_words[language] = words;
  files.delete(path);
}
write(join(out, "kiosk.words.json"), JSON.stringify(kiosk_words));

const language_of = (path) => /^words\/([^/]+)\//.exec(path)?.[1];
const is_name = (path) => /^words\/[^/]+\/language\.json$/.test(path);
const bundle = (takes, change = (path, value) => value) => JSON.stringify(Object.fromEntries(
  [...files].filter(([path]) => takes(path)).map(([path, value]) => [path, change(path, value)])));
for (const language of new Set([...files.keys()].map(language_of).filter(Boolean))) {
  const own = (path) => language_of(path) === language;
  const shared = (path) => !language_of(path) || is_name(path);
  const borrows = files.get(`words/${language}/language.json`)?.missing_words === "english";
  const english = (path) => path === always_english || (borrows && language_of(path) === first_language);
  if (language === first_language) {
    write(join(out, "content.json"), bundle((path) => shared(path) || own(path)));
  } else {
    const known = new Set([...files].filter(([path]) => own(path)).flatMap(([, words]) => Object.keys(words)));
    const lacking = (path, words) => (language_of(path) !== first_language || path === always_english || is_name(path) ? words
      : Object.fromEntries(Object.entries(words).filter(([key]) => !known.has(key))));
    write(join(out, `content.${language}.json`), bundle((path) => shared(path) || own(path) || english(path), lacking));
    write(join(out, `words.${language}.json`), bundle((path) => own(path) && !is_name(path)));
  }
}
