// Puts the page together from what the build has made:
//   dist/site/           a folder of static files, most of them in build-<hash of them>/; index.html in English,
//                        index.LANGUAGE.html in each other language
//   dist/kiosk/          the same for a kiosk, with the operator's files
//   dist/tautline.html   the same in one file, for a double click or a memory stick; its article is English, and it
//                        speaks every language that its limit of bytes has room for (budgets.json)
//   dist/embed/          the same as an element of other people's pages (embed.mjs)
//   dist/lms/            the same in packages for learning platforms (lms.mjs)
// The words come first: `tautline render` fills web/index.template.html with the article and every sentence. Then the
// places that differ between the two forms are filled here. A template marks them with <!-- policy -->, <!-- style -->,
// <!-- languages --> and <!-- script -->; its own style sheet link and script tag mark them as well.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync } from "node:fs";
import { transformSync } from "esbuild";

import { bundle_script, bundle_style, bundle_worker } from "./bundles.mjs";
import { digests_of, integrity_of } from "./digests.mjs";
import { write_embed } from "./embed.mjs";
import { at, marked, read, walk, write, write_folder } from "./files.mjs";
import { install_files, install_links } from "./install-files.mjs";
import { licences } from "./licences.mjs";
import { write_lms } from "./lms.mjs";
import { policy } from "./policy.mjs";
import { readme } from "./readme.mjs";

const site = at("dist/site");

const hash_of = (parts) => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("hex");
};

const marks = {
  policy: [/<!-- policy -->/, /(?<=<meta charset="?utf-8"?\s*\/?>)/i],
  style: [/<!-- style -->/, /<link\b[^>]*rel="?stylesheet"?[^>]*>/i, /(?=<\/head>)/i],
  languages: [/<!-- languages -->/],
  script: [/<!-- script -->/, /<script\b[^>]*\bsrc=[^>]*><\/script>/i, /(?=<\/body>)/i],
};

function fill(page, places) {
  for (const [name, text] of Object.entries(places)) {
    const mark = marks[name].find((pattern) => pattern.test(page));
    if (!mark) throw new Error(`web/index.template.html has no place for the ${name}`);
    page = page.replace(mark, () => text);
  }
  return page;
}

const render = (language) => execFileSync(at("build/bin/tautline"),
  ["render", "--content", at("content"), "--lang", language, "--template", at("web/index.template.html")],
  { maxBuffer: 1 << 26, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });

const first_language = "en";
const english_signs = "warning-signs-in-english";
const languages = walk(at("content/words")).filter((path) => path.endsWith("/language.json"))
  .map((path) => JSON.parse(read(`content/words/${path}`)))
  .sort((a, b) => (b.language === first_language) - (a.language === first_language));
const index_of = (language) => (language === first_language ? "index.html" : `index.${language}.html`);
// The same page in the other languages, each named in its own.
const language_links = (here) => {
  const links = languages.filter(({ language }) => language !== here).map(({ language, name, direction }) =>
    `<a href="${index_of(language)}" lang="${language}" dir="${direction}" hreflang="${language}">${name}</a>`);
  return links.length ? `<p class="languages">${links.join(" ")}</p>` : "";
};
const pages = new Map(languages.map(({ language }) => [language, render(language)]));
const page = pages.get(first_language);
// Few read the sources and they weigh a quarter of the article: without a script they are a page of their own, but in the
// single file, which has nothing beside it. The English warning signs stand on the English page, one link away.
const sources_of = (language) => (language === first_language ? "sources.html" : `sources.${language}.html`);
const section_of = (text, id) => new RegExp(`<section id="?${id}"?[^>]*>[^]*?</section>\\n`).exec(text)?.[0] ?? "";
function part_sources(text, language) {
  const sources = section_of(text, "sources");
  if (!sources) throw new Error("the article has no section of sources");
  const [, head, title] = /^([^]*?)<title>([^]*?)<\/title>/.exec(text);
  const to_article = (part) => part.replaceAll(`href="#${english_signs}"`, `href="${index_of(first_language)}#warning-signs"`).replaceAll('href="#', `href="${index_of(language)}#`);
  return {
    article: text.replace(sources, "").replaceAll('href="#sources"', `href="${sources_of(language)}"`)
      .replace(section_of(text, english_signs), "").replaceAll(`href="#${english_signs}"`, `href="${index_of(first_language)}#warning-signs"`),
    page: `${head}<title>${/<h2[^>]*>([^<]*)/.exec(sources)[1]} – ${title}</title>
<!-- policy -->
<!-- style -->
</head>
<body>
<main id="article">
${to_article(/<nav class="top"[^]*?<\/nav>\n/.exec(text)[0])}${to_article(sources).replace(/<h2/, "<h1").replace(/<\/h2>/, "</h1>")}</main>
</body>
</html>
`,
  };
}
const style = bundle_style("web/style.css");
const engine = read("build/web/bin/first.wasm");
const take_away = read("build/web/bin/take-away.wasm");
const whole_engine = read("build/web/bin/engine.wasm");   // both in one is 4 KiB less than two
const content = read("build/generated/content.json");
const whole_content = read("build/generated/whole.json").toString();
const fonts = { regular: read("build/generated/fonts/regular.ttf"), bold: read("build/generated/fonts/bold.ttf") };
const second = { regular: read("build/generated/fonts/regular2.ttf"), bold: read("build/generated/fonts/bold2.ttf") };
const notices = licences();

// In the page itself, because the single file has nothing beside it and a browser asks for an icon in any case.
const icon = `<link rel="icon" type="image/svg+xml" href="data:image/svg+xml,${encodeURIComponent(read("web/icon.svg").toString().trim())}">`;

// The folder. Every file but the page itself and what must keep its address stands in a folder named after the build, so
// that no cache anywhere can mix two builds, and a host may let browsers keep those files for ever.
const parts = new Map([
  ["tautline.css", style], ["engine.wasm", engine], ["take-away.wasm", take_away],
  ["content.json", content],
  ["fonts/regular.ttf", fonts.regular], ["fonts/bold.ttf", fonts.bold],
  ["fonts/regular2.ttf", second.regular], ["fonts/bold2.ttf", second.bold],
]);
for (const path of walk(at("build/generated"))) {
  if (/^(content\.[^/]+|later(\.[^/]+)?)\.json$/.test(path)) parts.set(path, read(`build/generated/${path}`));
}
// The kiosk is another script over the same engine; dist/site has it for those who open it with ?mode=kiosk.
parts.set("kiosk.css", bundle_style("web/kiosk/kiosk.css")).set("kiosk.words.json", read("build/generated/kiosk.words.json"));
const digests = digests_of(parts);
for (const [path, entry, engine] of [["kiosk.js", "web/kiosk/main.js", true], ["operator.js", "web/kiosk/operator.js", false],
  ["embed.js", "web/embed/main.js", false]]) parts.set(path, bundle_script(entry, { engine, digests }));
// Last, because it knows the others.
const own = [...parts].filter(([path]) => !/^kiosk\.(css|words)|^operator/.test(path));
const script = bundle_script("web/start.js", { digests: digests_of(own) });
parts.set("tautline.js", script);
const folder = `build-${hash_of([...parts].flat()).slice(0, 10)}`;
const files = new Map([...parts].map(([path, bytes]) => [`${folder}/${path}`, bytes]));
const style_tag = (path) => `<link rel="stylesheet" href="${folder}/${path}" integrity="${integrity_of(parts.get(path))}" crossorigin>`;
// Not "defer": that waits for style sheets, and the script sees to one that does not come.
const script_tag = (path) => `<script src="${folder}/${path}" integrity="${integrity_of(parts.get(path))}" crossorigin async></script>`;
// What every first picture needs is asked for before the article is read, as the script will ask for it. Not the content:
// which one it is stands in the address, and it is here long before the engine.
const ahead = ["engine.wasm", "fonts/regular.ttf", "fonts/bold.ttf"]
  .map((path) => `<link rel="preload" href="${folder}/${path}" as="fetch" crossorigin>`).join("");
const unstarted = bundle_script("web/unstarted.js", { engine: false });
const unstarted_tag = '<script src="unstarted.js" async></script>';
const alternates = languages.length < 2 ? "" : languages.map(({ language }) =>
  `<link rel="alternate" hreflang="${language}" href="${index_of(language)}">\n`).join("");
for (const [language, text] of pages) {
  const { article, page: sources } = part_sources(text, language);
  files.set(index_of(language), marked(fill(article, {
    policy: `<meta http-equiv="Content-Security-Policy" content="${policy()}">`,
    style: `${style_tag("tautline.css")}${script_tag("tautline.js")}${ahead}\n${icon}\n${install_links}\n${alternates}`,
    languages: language_links(language),
    script: unstarted_tag,
  })));
  files.set(sources_of(language), marked(fill(sources, {
    policy: `<meta http-equiv="Content-Security-Policy" content="${policy()}">`,
    style: `${icon}\n${style_tag("tautline.css")}`,
    script: unstarted_tag,
  })));
}
files.set("unstarted.js", unstarted);
files.set("licenses.txt", notices);
for (const [path, bytes] of await install_files(page)) files.set(path, bytes);
for (const path of walk(at("web/public"))) files.set(path, read(`web/public/${path}`));
// Another language is kept from when it is first asked for.
const is_of_other_language = (path) => /(^|\/)(index|sources|content|later)\.[^/.]+\.(html|json)$/.test(path);
const kept = [...files].filter(([path]) => !/\/(kiosk|operator)\.|2\.ttf$/.test(path));
files.set("worker.js", bundle_worker(
  kept.filter(([path]) => !is_of_other_language(path)).map(([path, bytes]) =>
    ({ url: path, revision: path.startsWith(`${folder}/`) ? null : hash_of([bytes]), integrity: integrity_of(bytes) })),
  Object.fromEntries(kept.filter(([path]) => is_of_other_language(path)).map(([path, bytes]) => [path, integrity_of(bytes)]))));
write_folder(site, files);

// The kiosk's folder: the same build, the operator's files beside it.
const kiosk = new Map([...parts].filter(([path]) => path !== "tautline.js" && path !== "embed.js").map(([path, bytes]) => [`${folder}/${path}`, bytes]));
kiosk.set("index.html", marked(fill(page, {
  policy: `<meta http-equiv="Content-Security-Policy" content="${policy()}">`,
  style: `${icon}\n${style_tag("tautline.css")}\n${style_tag("kiosk.css")}`,
  languages: "",
  script: script_tag("kiosk.js") + unstarted_tag,
})));
kiosk.set("unstarted.js", unstarted);
const operator_words = JSON.parse(read("content/words/en/kiosk.json"));
kiosk.set("operator.html", marked(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${operator_words["kiosk.operator.title"]}</title>
${icon}
${style_tag("tautline.css")}
</head>
<body>
<main><div class="shell"><p data-shell="unstarted">${operator_words["kiosk.operator.failed"]}</p></div></main>
${script_tag("operator.js").replace("async", "defer")}${unstarted_tag}
</body>
</html>
`));
kiosk.set("licenses.txt", notices);
for (const path of walk(at("web/kiosk/folder"))) kiosk.set(path, read(`web/kiosk/folder/${path}`));
kiosk.set("README.md", readme("docs/kiosk.md"));
write_folder(at("dist/kiosk"), kiosk);
chmodSync(at("dist/kiosk/tautline-kiosk"), 0o755);

// The single file: data in blocks that are not scripts, so that the policy needs no hash for them. It has no typeface
// by address; the script makes one from the font's block.
const data = (id, type, text) => `<script type="${type}" id="${id}">${text}</script>\n`;
// web/files/loader.js reads them: 44 KiB less than Base64 after compression, because no byte is cut.
const letters = (bytes) => Buffer.from(Uint16Array.from(bytes, (byte) => byte + 256).buffer).toString("utf16le");
const in_script = (code) => code.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
const source_hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const inline_script = in_script(bundle_script("web/start.js", { single: true, digests: digests_of([["engine.wasm", whole_engine],
  ...["regular", "bold"].flatMap((name) => [[`fonts/${name}.ttf`, fonts[name]], [`fonts/${name}2.ttf`, second[name]]])]) }));
const inline_style = transformSync(style, { loader: "css", minify: true }).code.trim();
const words = (language) => read(`build/generated/words.${language}.json`).toString().replaceAll("<", "\\u003c");
const single = fill(page, {
  languages: "",
  policy: `<meta http-equiv="Content-Security-Policy" content="${policy({ script: source_hash(inline_script), style: source_hash(inline_style) })}">`,
  style: `${icon}\n<style>${inline_style}</style>`,
  script: `${data("data-engine", "text/plain", letters(whole_engine))}${
    data("data-content", "application/json", whole_content.replaceAll("<", "\\u003c"))}${
    languages.filter(({ language }) => language !== first_language).map(({ language }) =>
      data(`data-content-${language}`, "application/json", words(language))).join("")}${
    data("data-font-regular", "text/plain", letters(fonts.regular))}${
    data("data-font-bold", "text/plain", letters(fonts.bold))}${
    data("data-font2-regular", "text/plain", letters(second.regular))}${
    data("data-font2-bold", "text/plain", letters(second.bold))}${
    data("data-licenses", "text/plain", notices.replaceAll("</", "< /"))}<script>${inline_script}</script>`,
});
write(at("dist/tautline.html"), marked(single));

// For other people's pages and for learning platforms.
write_embed(single, notices);
write_lms(single, notices);
