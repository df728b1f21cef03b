// The words of content/ that stand outside the lesson itself, by language: on the embedding element, in the packages for
// learning platforms, in oEmbed answers. Only languages that have them; the chapters' titles come along.
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { root, walk } from "./files.mjs";
import { chapters } from "./screens.mjs";

export function embed_words(folder = join(root, "content/words")) {
  const words = {};
  for (const path of walk(folder)) {
    const language = /^([^/]+)\/embed\.json$/.exec(path)?.[1];
    if (!language) continue;
    const all = Object.assign(
      {},
      ...["chapters", "embed"].map((name) => JSON.parse(readFileSync(join(folder, language, `${name}.json`), "utf8"))),
    );
    const own = (prefix) =>
      Object.fromEntries(
        Object.entries(all)
          .filter(([key]) => key.startsWith(`${prefix}.`))
          .map(([key, text]) => [key.slice(prefix.length + 1), text]),
      );
    words[language] = {
      embed: own("embed"),
      course: own("course"),
      chapters: Object.fromEntries(chapters.map((id) => [id, all[`chapter.${id}.title`]])),
    };
  }
  return words;
}
