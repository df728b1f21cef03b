// Few read the sources and they weigh a quarter of the article: without a script they are a page of their own, but in the
// single file, which has nothing beside it. The English warning signs stand on the English page, one link away.
import { first_language, index_of } from "./pages.mjs";

const english_signs = "warning-signs-in-english";
const section_of = (text, id) => new RegExp(`<section id="?${id}"?[^>]*>[^]*?</section>\\n`).exec(text)?.[0] ?? "";
const link_english_signs = (text) => text.replaceAll(`href="#${english_signs}"`, `href="${index_of(first_language)}#warning-signs"`);

export const sources_of = (language) => (language === first_language ? "sources.html" : `sources.${language}.html`);

/** The page without its sources, and these by themselves. */
export function part_sources(text, language) {
  const sources = section_of(text, "sources");
  if (!sources) throw new Error("the article has no section of sources");
  const [, head, title] = /^([^]*?)<title>([^]*?)<\/title>/.exec(text);
  const to_article = (part) => link_english_signs(part).replaceAll('href="#', `href="${index_of(language)}#`);
  return {
    article: link_english_signs(text.replace(sources, "").replaceAll('href="#sources"', `href="${sources_of(language)}"`)
      .replace(section_of(text, english_signs), "")),
    sources: `${head}<title>${/<h2[^>]*>([^<]*)/.exec(sources)[1]} – ${title}</title>
<!-- policy -->
<!-- style -->
</head>
<body>
<main id="article">
${to_article(/<nav class="top"[^]*?<\/nav>\n/.exec(text)[0])}${to_article(sources).replace(/<h2/, "<h1").replace(/<\/h2>/, "</h1>")}</main>
<!-- script --></body>
</html>
`,
  };
}
