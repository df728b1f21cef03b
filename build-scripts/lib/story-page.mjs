// A hard week for who has no script: its scenes as stills on a page of their own (web/story.template.html), so that the
// article carries neither pictures nor captions. In the single file and a kiosk, which show the living story or nothing, the
// scenes stay in the article as a list.
import { file_of, fill_marks, index_of, render, section_of } from "./pages.mjs";
import { size, still_of } from "./stills.mjs";

export const story_of = (language) => file_of("story", language);

/** The page without its story, and this by itself. */
export function part_story(text, language) {
  const story = section_of(text, "story");
  const rest = /<\/ul>([^]*)<\/section>/.exec(story)?.[1];
  if (!rest) throw new Error("the article has no story with a list of scenes");
  let scene = 0;
  const own = fill_marks(render("web/story.template.html", language), { rest }).replace(
    /<img /g,
    () => `<img src="${still_of(++scene, language)}" width="${size.width}" height="${size.height}" loading="lazy" `,
  );
  return {
    article: text.replace(story, "").replaceAll('href="#story"', `href="${story_of(language)}"`),
    story: own.replaceAll('href="#', `href="${index_of(language)}#`),
  };
}
