// Packages for learning platforms, dist/lms/: SCORM 1.2, SCORM 2004 (4th edition), cmi5 and H5P. All hold the lesson as
// one file, because platforms give out files with wrong types and from odd places, and a script (web/lms) that tells the
// platform how far somebody has come. The same input gives the same bytes. The page's tags hold nothing to a digest: from a
// disk, where authors look at a package first, browsers take no checked file. What the script would say when it can't be
// had stands in the page.
import { zipSync } from "fflate";

import { bundle, version } from "./embed.mjs";
import { embed_words } from "./embed-words.mjs";
import { at, marked, read, write_folder } from "./files.mjs";
import { fill_marks, render } from "./pages.mjs";
import { policy_tag } from "./policy.mjs";
import { readme } from "./readme.mjs";
import { chapters } from "./screens.mjs";
import { escaped, fill, fill_json, json_text } from "./templates.mjs";

const id = "io.github.tautline.course";
const activity = "https://tautline.invalid/course"; // names the course in statements; nothing is ever asked of it

const course_policy = (more = "") =>
  `default-src 'none'; script-src 'self'; style-src 'self'; frame-src 'self'; img-src 'self' data:; ${more}base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'`;

const course_page = (policy) =>
  fill_marks(render("web/lms/course.template.html", "en"), { policy: policy_tag(policy) });

const manifest = (template, words, files) =>
  fill(read(template), {
    id,
    version,
    name: escaped(words.course.name),
    files: files.map((path) => `<file href="${escaped(path)}"/>`).join(""),
  });

function cmi5_xml(all) {
  const in_all = (key) =>
    Object.entries(all)
      .map(([language, { course }]) => `<langstring lang="${language}">${escaped(course[key])}</langstring>`)
      .join("");
  return fill(read("web/lms/cmi5.template.xml"), { activity, names: in_all("name"), abouts: in_all("about") });
}

// Those that have a number to call, by their English names.
function regions() {
  const names = new Intl.DisplayNames(["en"], { type: "region" });
  return JSON.parse(read("content/emergency-numbers.json").toString())
    .regions.map(({ region }) => [region, names.of(region)])
    .sort(([, a], [, b]) => a.localeCompare(b, "en"));
}

function h5p_files(single, words, languages, notices) {
  const [first, minor, patch] = version.split(".").map(Number);
  const major = first + 1; // a library of H5P's begins with 1
  const library = `H5P.Tautline-${major}.${minor}`;
  const options = (values) => values.map(([value, label]) => ({ value, label }));
  const places = {
    name: words.course.name,
    about: words.course.about,
    title: words.embed.name,
    major,
    minor,
    patch,
    chapters: options(chapters.map((chapter) => [chapter, words.chapters[chapter]])),
    languages: options(languages.map((language) => [language, language])),
    regions: options(regions()),
  };
  const filled = (template) => json_text(fill_json(read(template), places));
  return new Map([
    ["h5p.json", filled("web/lms/h5p.template.json")],
    ["content/content.json", json_text({})],
    [`${library}/library.json`, filled("web/lms/h5p_library.template.json")],
    [`${library}/semantics.json`, filled("web/lms/h5p_semantics.template.json")],
    [
      `${library}/tautline.js`,
      marked(bundle("web/lms/h5p.js", { words: true, define: { __PAGE__: JSON.stringify(single) } })),
    ],
    [`${library}/icon.svg`, read("web/icon.svg")],
    [`${library}/licenses.txt`, notices],
  ]);
}

// Same bytes for the same files: one date for all, the earliest that a zip can say.
function zip(files) {
  const bytes = Object.fromEntries([...files].map(([path, content]) => [path, new Uint8Array(Buffer.from(content))]));
  return zipSync(bytes, { level: 9, mtime: new Date(1980, 0, 1) });
}

export function write_lms(single, notices) {
  const all = embed_words();
  const words = all.en;
  const course = (entry) =>
    bundle(entry, {
      words: true,
      define: {
        __COURSE__: JSON.stringify({
          alone: words.course.alone,
          refused: words.course.refused,
          leave: words.course.leave,
        }),
      },
    });
  const common = (entry, policy) =>
    new Map([
      ["index.html", marked(course_page(policy))],
      ["course.js", marked(course(entry))],
      ["course.css", read("web/lms/course.css")],
      ["tautline.html", marked(single)],
      ["licenses.txt", notices],
    ]);
  const xapi = ["@xapi/cmi5/LICENSE.md", "@xapi/xapi/LICENSE.md", "axios/LICENSE"]
    .map((path) => `${path}\n\n${read(`node_modules/${path}`)}`)
    .join("\n\n");
  const scorm12 = common("web/lms/scorm12.js", course_policy());
  const scorm2004 = common("web/lms/scorm2004.js", course_policy());
  const cmi5 = common("web/lms/cmi5_package.js", course_policy("connect-src https: http:; "));
  scorm12.set("imsmanifest.xml", manifest("web/lms/scorm12.template.xml", words, [...scorm12.keys()]));
  scorm2004.set("imsmanifest.xml", manifest("web/lms/scorm2004.template.xml", words, [...scorm2004.keys()]));
  cmi5.set("licenses.txt", `${notices}\n${xapi}`);
  cmi5.set("cmi5.xml", cmi5_xml(all));
  const packages = new Map([
    ["tautline-scorm12.zip", zip(scorm12)],
    ["tautline-scorm2004.zip", zip(scorm2004)],
    ["tautline-cmi5.zip", zip(cmi5)],
    ["tautline.h5p", zip(h5p_files(single, words, Object.keys(all), notices))],
    ["README.md", readme("docs/lms.md")],
  ]);
  write_folder(at("dist/lms"), packages);
}
