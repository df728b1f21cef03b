// The pages of dist/, by language, of the templates in web/ (*.template.html). The words come first: `tautline render` fills
// {{article}} and every {{key of a sentence}}. Then what only the build knows is filled here, where a template has a mark
// for it, as <!-- policy -->.
import { execFileSync } from "node:child_process";

import { at, read, walk } from "./files.mjs";

export const first_language = "en";
export const languages = walk(at("content/words"))
  .filter((path) => path.endsWith("/language.json"))
  .map((path) => JSON.parse(read(`content/words/${path}`)))
  .sort((a, b) => (b.language === first_language) - (a.language === first_language));

/** A file that there is for each language: index.html, index.es.html. */
export const file_of = (stem, language, kind = "html") =>
  language === first_language ? `${stem}.${kind}` : `${stem}.${language}.${kind}`;
export const index_of = (language) => file_of("index", language);

export const render = (template, language) =>
  execFileSync(
    at("build/bin/tautline"),
    ["render", "--content", at("content"), "--lang", language, "--template", at(template)],
    { maxBuffer: 1 << 26, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] },
  );

export function fill_marks(page, marks) {
  for (const [name, text] of Object.entries(marks)) {
    const mark = `<!-- ${name} -->`;
    if (!page.includes(mark)) throw new Error(`the page has no place for the ${name}`);
    page = page.replace(mark, () => text);
  }
  return page;
}

/** A screen's part of the article; "" where there is none. */
export const section_of = (text, id) =>
  new RegExp(`<section id="?${id}"?[^>]*>[^]*?</section>\\n`).exec(text)?.[0] ?? "";

// In the page itself, because the single file has nothing beside it and a browser asks for an icon in any case.
export const icon = `<link rel="icon" type="image/svg+xml" href="data:image/svg+xml,${encodeURIComponent(read("web/icon.svg").toString().trim())}">`;
