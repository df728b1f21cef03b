// Makes the one file of content that the page reads: an object from path (as in content/) to the file's JSON value.
// Schemas and other languages stay out; another language is a file of its own beside it (content.<language>.json).
// lint.json is for the people who write content, not for the page. `tautline bundle` writes the same for one language.
//   content.mjs OUT_FOLDER
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { root, walk, write } from "./files.mjs";

const out = process.argv[2];
const folder = join(root, "content");
const first_language = "en";
const kiosk_words = {};   // a kiosk's own words, by language: no other visitor needs them
const bundles = new Map([[first_language, {}]]);
for (const path of walk(folder)) {
  if (!path.endsWith(".json") || path.startsWith("schema/") || path === "lint.json") continue;
  const language = /^words\/([^/]+)\//.exec(path)?.[1] ?? first_language;
  if (path.endsWith("/kiosk.json") && path.startsWith("words/")) {
    kiosk_words[language] = JSON.parse(readFileSync(join(folder, path), "utf8"));
    continue;
  }
  if (!bundles.has(language)) bundles.set(language, {});
  try {
    bundles.get(language)[path] = JSON.parse(readFileSync(join(folder, path), "utf8"));
  } catch (error) {
    console.error(`content/${path} is not JSON: ${error.message}`);
    process.exitCode = 1;
  }
}
for (const [language, bundle] of bundles)
  write(join(out, language === first_language ? "content.json" : `content.${language}.json`), JSON.stringify(bundle));
write(join(out, "kiosk.words.json"), JSON.stringify(kiosk_words));
