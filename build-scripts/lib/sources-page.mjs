// Few read the sources and they weigh a quarter of the article: without a script they are a page of their own
// (web/sources.template.html), but in the single file, which has nothing beside it. The English warning signs stand on the
// English page, one link away.
import { file_of, fill_marks, first_language, index_of, render, section_of } from "./pages.mjs";

const english_signs = "warning-signs-in-english";
const link_english_signs = (text) =>
  text.replaceAll(`href="#${english_signs}"`, `href="${index_of(first_language)}#warning-signs"`);

export const sources_of = (language) => file_of("sources", language);

/** The page without its sources, and these by themselves. */
export function part_sources(text, language) {
  const sources = section_of(text, "sources");
  if (!sources) throw new Error("the article has no section of sources");
  const rest = text.replace(sources, "").replace(section_of(text, english_signs), "");
  const own = fill_marks(render("web/sources.template.html", language), {
    sources: sources.replace(/<h2/, "<h1").replace(/<\/h2>/, "</h1>"),
  });
  return {
    article: link_english_signs(rest.replaceAll('href="#sources"', `href="${sources_of(language)}"`)),
    sources: link_english_signs(own).replaceAll('href="#', `href="${index_of(language)}#`),
  };
}
