// Packages for learning platforms, dist/lms/: SCORM 1.2, SCORM 2004 (4th edition), cmi5 and H5P. All hold the lesson as
// one file, because platforms give out files with wrong types and from odd places, and a script (web/lms) that tells the
// platform how far somebody has come. The same input gives the same bytes. The page's tags hold nothing to a digest: from a
// disk, where authors look at a package first, browsers take no checked file. What the script would say when it can't be
// had stands in the page.
import { zipSync } from "fflate";

import { bundle, version } from "./embed.mjs";
import { embed_words } from "./embed-words.mjs";
import { at, marked, read, write_folder } from "./files.mjs";
import { readme } from "./readme.mjs";
import { chapters } from "./screens.mjs";

const xml = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
const id = "io.github.tautline.course";
const activity = "https://tautline.invalid/course"; // names the course in statements; nothing is ever asked of it

export const course_policy = (more = "") =>
  `default-src 'none'; script-src 'self'; style-src 'self'; frame-src 'self'; img-src 'self' data:; ${more}base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'`;

const course_page = (words, policy) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${xml(words.course.name)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="course.css">
</head>
<body>
<p id="unstarted">${xml(words.course.failed)} <a href="">${xml(words.course.again)}</a> <a href="tautline.html">${xml(words.course.by_itself)}</a></p>
<script src="course.js" defer></script>
</body>
</html>
`;

const metadata = (schema_version) => `<metadata><schema>ADL SCORM</schema><schemaversion>${schema_version}</schemaversion></metadata>`;
const resource_files = (files) => files.map((path) => `<file href="${xml(path)}"/>`).join("");

const manifest12 = (words, files) => `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="${id}" version="${version}" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
${metadata("1.2")}
<organizations default="course">
<organization identifier="course"><title>${xml(words.course.name)}</title>
<item identifier="lesson" identifierref="page"><title>${xml(words.course.name)}</title></item></organization>
</organizations>
<resources><resource identifier="page" type="webcontent" adlcp:scormtype="sco" href="index.html">${resource_files(files)}</resource></resources>
</manifest>
`;

const manifest2004 = (words, files) => `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="${id}" version="${version}" xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3" xmlns:imsss="http://www.imsglobal.org/xsd/imsss">
${metadata("2004 4th Edition")}
<organizations default="course">
<organization identifier="course"><title>${xml(words.course.name)}</title>
<item identifier="lesson" identifierref="page"><title>${xml(words.course.name)}</title>
<adlcp:completionThreshold completedByMeasure="false" minProgressMeasure="1.0"/>
<imsss:sequencing><imsss:deliveryControls completionSetByContent="true" objectiveSetByContent="true"/></imsss:sequencing></item></organization>
</organizations>
<resources><resource identifier="page" type="webcontent" adlcp:scormType="sco" href="index.html">${resource_files(files)}</resource></resources>
</manifest>
`;

const lang_strings = (all, pick) => Object.entries(all).map(([language, words]) => `<langstring lang="${language}">${xml(pick(words))}</langstring>`).join("");
const cmi5_xml = (all) => `<?xml version="1.0" encoding="UTF-8"?>
<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
<course id="${activity}"><title>${lang_strings(all, (words) => words.course.name)}</title><description>${lang_strings(all, (words) => words.course.about)}</description></course>
<au id="${activity}/lesson" launchMethod="AnyWindow" moveOn="Completed"><title>${lang_strings(all, (words) => words.course.name)}</title>
<description>${lang_strings(all, (words) => words.course.about)}</description><url>index.html</url></au>
</courseStructure>
`;

// Those that have a number to call, by their English names.
function regions() {
  const names = new Intl.DisplayNames(["en"], { type: "region" });
  return JSON.parse(read("content/emergency-numbers.json").toString()).regions.map(({ region }) => [region, names.of(region)]).sort(([, a], [, b]) => a.localeCompare(b, "en"));
}

function h5p_files(single, words, languages, notices) {
  const [first, minor, patch] = version.split(".").map(Number);
  const major = first + 1; // a library of H5P's begins with 1
  const library = `H5P.Tautline-${major}.${minor}`;
  const depends = { machineName: "H5P.Tautline", majorVersion: major, minorVersion: minor };
  const json = (value) => `${JSON.stringify(value, null, 2)}\n`;
  const choice = (name, label, values) => ({ name, type: "select", label, optional: true, options: values.map(([value, text]) => ({ value, label: text })) });
  return new Map([
    ["h5p.json", json({ title: words.course.name, language: "en", mainLibrary: "H5P.Tautline", embedTypes: ["iframe"],
      defaultLanguage: "en", preloadedDependencies: [depends] })],
    ["content/content.json", json({})],
    [`${library}/library.json`, json({ title: words.embed.name, description: words.course.about, majorVersion: major, minorVersion: minor,
      patchVersion: patch, runnable: 1, fullscreen: 0, embedTypes: ["iframe"], machineName: "H5P.Tautline", author: "Tautline",
      license: "MIT", coreApi: { majorVersion: 1, minorVersion: 19 }, preloadedJs: [{ path: "tautline.js" }] })],
    [`${library}/semantics.json`, json([
      choice("chapter", "Chapter (all of them when none is chosen)", chapters.map((chapter) => [chapter, words.chapters[chapter]])),
      choice("language", "Language", languages.map((language) => [language, language])),
      choice("region", "Country of its readers, for the number to call (as each reader’s device says when none is chosen)", regions()),
      choice("theme", "Colours", [["auto", "as the device"], ["light", "light"], ["dark", "dark"]]),
    ])],
    [`${library}/tautline.js`, marked(bundle("web/lms/h5p.js", { words: true, define: { __PAGE__: JSON.stringify(single) } }))],
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
  const course = (entry) => bundle(entry, { words: true, define: { __COURSE__: JSON.stringify({ alone: words.course.alone, refused: words.course.refused, leave: words.course.leave }) } });
  const common = (entry, policy) => new Map([["index.html", marked(course_page(words, policy))], ["course.js", marked(course(entry))], ["course.css", read("web/lms/course.css")],
    ["tautline.html", marked(single)], ["licenses.txt", notices]]);
  const xapi = ["@xapi/cmi5/LICENSE.md", "@xapi/xapi/LICENSE.md", "axios/LICENSE"].map((path) => `${path}\n\n${read(`node_modules/${path}`)}`).join("\n\n");
  const scorm12 = common("web/lms/scorm12.js", course_policy());
  const scorm2004 = common("web/lms/scorm2004.js", course_policy());
  const cmi5 = common("web/lms/cmi5_package.js", course_policy("connect-src https: http:; "));
  scorm12.set("imsmanifest.xml", manifest12(words, [...scorm12.keys()]));
  scorm2004.set("imsmanifest.xml", manifest2004(words, [...scorm2004.keys()]));
  cmi5.set("licenses.txt", `${notices}\n${xapi}`);
  cmi5.set("cmi5.xml", cmi5_xml(all));
  const packages = new Map([
    ["tautline-scorm12.zip", zip(scorm12)], ["tautline-scorm2004.zip", zip(scorm2004)], ["tautline-cmi5.zip", zip(cmi5)],
    ["tautline.h5p", zip(h5p_files(single, words, Object.keys(all), notices))], ["README.md", readme("docs/lms.md")],
  ]);
  write_folder(at("dist/lms"), packages);
}
