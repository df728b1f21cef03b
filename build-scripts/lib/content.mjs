// Makes the files of content that the page reads, each an object from path (as in content/) to the file's JSON value:
//   content.json             all that the first screens say, in English, and the names of all languages
//   later.json               the rest of it, which comes right after: claims, sources, what helps, …
//   content.LANGUAGE.json    the same two in that language; of English only what it shows: the warning signs, and the
//   later.LANGUAGE.json      words that it lacks where English stands in for these
//   whole.json               content.json and later.json in one, for the single file
//   words.LANGUAGE.json      only what that language adds to whole.json, for the single file
//   kiosk.words.json         a kiosk's own words, by language: no other visitor needs them
// Schemas stay out, and lint.json, which is for the people who write content. `tautline bundle` writes the same for one
// language.
// Only files with the names that a pack has are taken: the command knows these, and says what it passes over.
//   content.mjs OUT_FOLDER [CONTENT_FOLDER]
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { root, write } from "./files.mjs";

const out = process.argv[2];
const folder = process.argv[3] ?? join(root, "content");
const first_language = "en";
const always_english = "words/en/warning-signs.json";
const files = new Map();
// A source's note says how it was read: for the people who write content, and seen nowhere on the page.
// What was read of a number is for them too (docs/emergency-numbers.md); equal numbers side by side pack best.
const number_alone = ({ region, call: { number }, crisis }) => ({
  region,
  call: { number },
  ...(crisis && { crisis: crisis.map(({ number: line, hours }) => ({ number: line, hours })) }),
});
const for_page = (path, value) => {
  if (path === "sources.json") return { ...value, sources: value.sources.map(({ note, ...source }) => source) };
  // A name stands only while somebody's sign-off covers every word and rule as they are.
  const language = /^words\/([^/]+)\/language\.json$/.exec(path)?.[1];
  if (language) return { ...value, reviewed_by: report.reviewed_by?.[language] ?? null };
  if (path === "assessment.json") {
    const { clinician_sign_off: record, ...rules } = value;
    return report.clinician_sign_off
      ? { ...rules, clinician_sign_off: report.clinician_sign_off }
      : record
        ? rules
        : value;
  }
  // Where the words say the version, the pack's digest stands behind it.
  if (report.stamped?.[path]) return { ...value, ...report.stamped[path] };
  if (path !== "emergency-numbers.json") return value;
  const { sources, ...page } = value;
  return { ...page, regions: value.regions.map(number_alone).sort((a, b) => a.call.number - b.call.number) };
};
// What is wrong with the content is said elsewhere; what can't be read stops here.
const lint = spawnSync(join(root, "build/bin/tautline"), ["lint", folder, "--json"], {
  encoding: "utf8",
  maxBuffer: 1 << 28,
  stdio: ["ignore", "pipe", "inherit"],
});
if (!lint.stdout) process.exit(lint.status || 1);
const report = JSON.parse(lint.stdout);
for (const path of report.files) {
  if (path.startsWith("schema/") || path === "lint.json" || path === "sign-off.json") continue;
  if (/\/(embed|shell)\.json$/.test(path)) continue; // for outside the page (embed-words.mjs), and for its HTML
  try {
    files.set(path, for_page(path, JSON.parse(readFileSync(join(folder, path), "utf8").normalize()))); // letters with their accents in one piece
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
const bundle = (takes, change = (path, value) => value) =>
  Object.fromEntries([...files].filter(([path]) => takes(path)).map(([path, value]) => [path, change(path, value)]));

// Words that nobody sees first (RouteEntry::words in src/app/routes.h), claims and sources: they come when the page is ready. Warning signs, the self-check (but why it asks) and what a result asks a person to do never wait.
const is_later = (path) => /^words\/[^/]+\/later\//.test(path);
const pick = (value, keep) => Object.fromEntries(Object.entries(value).filter(([key]) => keep(key)));
const is_words = (path) => path.startsWith("words/") && !is_name(path);
const without_sources = ({ tier_rules, ...value }) => ({
  ...JSON.parse(JSON.stringify(value, (key, inner) => (key === "sources" ? ["-"] : inner))),
  ...(tier_rules && { tier_rules }),
});
function write_in_two(language, whole) {
  const first = {},
    rest = {};
  for (const [path, value] of Object.entries(whole)) {
    if (path === always_english && language !== first_language) {
      // What the translation lacks is its own warning sign; all of them in English are for who doubts the translation.
      const own = Object.assign(
        {},
        ...Object.entries(whole)
          .filter(([each]) => language_of(each) === language)
          .map(([, words]) => words),
      );
      const lacks = pick(value, (key) => !(key in own));
      if (Object.keys(lacks).length > 0) first[path] = lacks;
      rest[path] = value;
    } else if (path === "assessment.json" || path === "warning-signs.json") {
      // What an answer or a sign rests on is shown with the claims; a rule's rows are its advice and never wait.
      first[path] = without_sources(value);
      rest[path] = value;
    } else if (path === "claims.json") {
      first[path] = { ...value, claims: [] }; // how many clues there are is state from the start
      rest[path] = value;
    } else if (language !== first_language && /^words\/en\/(later\/)?phq4\.json$/.test(path)) {
      rest[path] = value; // a scale that the language lacks: its page is left out
    } else if (is_words(path)) {
      if (Object.keys(value).length > 0) (is_later(path) ? rest : first)[path] = value;
    } else if (["health-records.json", "scales.json", "sources.json", "what-helps.json"].includes(path))
      rest[path] = value;
    else first[path] = value;
  }
  const name = (stem) => join(out, language === first_language ? `${stem}.json` : `${stem}.${language}.json`);
  write(name("content"), JSON.stringify({ ...first, "later.json": {} }));
  write(name("later"), JSON.stringify(rest));
}

for (const language of new Set([...files.keys()].map(language_of).filter(Boolean))) {
  const own = (path) => language_of(path) === language;
  const shared = (path) => !language_of(path) || is_name(path);
  const borrows = files.get(`words/${language}/language.json`)?.missing_words === "english";
  const english = (path) => path === always_english || (borrows && language_of(path) === first_language);
  if (language === first_language) {
    const whole = bundle((path) => shared(path) || own(path));
    write_in_two(language, whole);
    write(join(out, "whole.json"), JSON.stringify(whole));
  } else {
    const known = new Set([...files].filter(([path]) => own(path)).flatMap(([, words]) => Object.keys(words)));
    const lacking = (path, words) =>
      language_of(path) !== first_language || path === always_english || is_name(path)
        ? words
        : Object.fromEntries(Object.entries(words).filter(([key]) => !known.has(key)));
    write_in_two(
      language,
      bundle((path) => shared(path) || own(path) || english(path), lacking),
    );
    write(join(out, `words.${language}.json`), JSON.stringify(bundle((path) => own(path) && !is_name(path))));
  }
}
