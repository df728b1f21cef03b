// dist/site/: a folder of static files, most of them in build-<hash of them>/; index.html in English,
// index.LANGUAGE.html in each other language. Pages that only a reader without a script comes to, sources.html and
// story.html with its stills, stand beside it.
import { bundle_worker } from "./bundles.mjs";
import { hash_of, integrity_of } from "./digests.mjs";
import { at, marked, write_folder } from "./files.mjs";
import { install_files, install_links } from "./install-files.mjs";
import { fill_marks, first_language, icon, index_of, languages } from "./pages.mjs";
import { in_folder, script_tag, style_tag, unstarted_tag } from "./parts.mjs";
import { policy_tag } from "./policy.mjs";
import { preview_tags } from "./preview.mjs";
import { part_sources, sources_of } from "./sources-page.mjs";
import { paint_stills } from "./stills.mjs";
import { part_story, story_of } from "./story-page.mjs";

// The same page in the other languages, each named in its own.
function language_links(here, page_of = index_of) {
  const links = languages
    .filter(({ language }) => language !== here)
    .map(
      ({ language, name, direction }) =>
        `<a href="${page_of(language)}" lang="${language}" dir="${direction}" hreflang="${language}">${name}</a>`,
    );
  return links.length ? `<p class="languages">${links.join(" ")}</p>` : "";
}

const alternates =
  languages.length < 2
    ? ""
    : languages
        .map(({ language }) => `<link rel="alternate" hreflang="${language}" href="${index_of(language)}">\n`)
        .join("");

// What every first picture needs is asked for before the article is read, as the script will ask for it. Not the content:
// which one it is stands in the address, and it is here long before the engine.
const ahead = ({ folder }) =>
  ["engine.wasm", "fonts/regular.ttf", "fonts/bold.ttf"]
    .map((path) => `<link rel="preload" href="${folder}/${path}" as="fetch" crossorigin>`)
    .join("");

function pages_in(language, page, parts) {
  const { article: whole, sources } = part_sources(page, language);
  const { article, story } = part_story(whole, language);
  const preview = (path, own) => preview_tags({ page: own, path, language, story });
  return [
    [
      index_of(language),
      marked(
        fill_marks(article, {
          policy: policy_tag(),
          style: `${style_tag(parts, "tautline.css")}${script_tag(parts, "tautline.js")}${ahead(parts)}\n${icon}\n${install_links}\n${alternates}${preview(index_of(language), article)}`,
          languages: language_links(language),
          script: unstarted_tag,
        }),
      ),
    ],
    [
      sources_of(language),
      marked(
        fill_marks(sources, {
          policy: policy_tag(),
          style: `${icon}\n${style_tag(parts, "tautline.css")}`,
          script: unstarted_tag,
        }),
      ),
    ],
    [
      story_of(language),
      marked(
        fill_marks(story, {
          policy: policy_tag(),
          style: `${icon}\n${style_tag(parts, "tautline.css")}${preview(story_of(language), story)}`,
          languages: language_links(language, story_of),
          script: unstarted_tag,
        }),
      ),
    ],
  ];
}

// Another language is kept from when it is first asked for. The stills and their page are not: where there is a worker the
// story itself is kept.
function worker(files, { folder }) {
  const is_of_other_language = (path) => /(^|\/)(index|sources|content|later)\.[^/.]+\.(html|json)$/.test(path);
  const kept = [...files].filter(([path]) => !/\/(kiosk|operator)\.|2\.ttf$|^story\.|^stills\//.test(path));
  return bundle_worker(
    kept
      .filter(([path]) => !is_of_other_language(path))
      .map(([path, bytes]) => ({
        url: path,
        revision: path.startsWith(`${folder}/`) ? null : hash_of([bytes]),
        integrity: integrity_of(bytes),
      })),
    Object.fromEntries(
      kept.filter(([path]) => is_of_other_language(path)).map(([path, bytes]) => [path, integrity_of(bytes)]),
    ),
  );
}

/** `pages`: by language. `beside`: what stands beside every page. */
export async function write_site(pages, parts, beside) {
  const files = new Map([
    ...in_folder(parts),
    ...[...pages].flatMap(([language, page]) => pages_in(language, page, parts)),
    ...beside,
    ...(await paint_stills([...pages.keys()])),
    ...(await install_files(pages.get(first_language))),
  ]);
  files.set("worker.js", worker(files, parts));
  write_folder(at("dist/site"), files);
}
