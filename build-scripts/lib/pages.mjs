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

export const index_of = (language) => (language === first_language ? "index.html" : `index.${language}.html`);

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

// In the page itself, because the single file has nothing beside it and a browser asks for an icon in any case.
export const icon = `<link rel="icon" type="image/svg+xml" href="data:image/svg+xml,${encodeURIComponent(read("web/icon.svg").toString().trim())}">`;
