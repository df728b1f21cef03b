// What other people's pages need: dist/embed/, with a gallery of host pages that is its manual, and an npm package.
//   VERSION-HASH/   the element, its types and the lesson in one file; the folder's name changes with any byte in it, so
//                   a page that names it is pinned
//   hosts/, index.html   the gallery (web/embed/hosts)
//   pinned.json     the folder and the integrity of its script, for whoever writes snippets by machine
//   tautline-lesson-VERSION.tgz   the same files as `npm pack` makes a package of them
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";

import { embed_words } from "./embed-words.mjs";
import { at, marked, read, remove_empty_folders, remove_others, walk, write } from "./files.mjs";
import { readme } from "./readme.mjs";
import { chapters } from "./screens.mjs";
import { fill, fill_json, json_text } from "./templates.mjs";

export const version = /project\(tautline VERSION (\d+\.\d+\.\d+)/.exec(read("CMakeLists.txt"))[1];

export function bundle(entry, { format = "iife", words = false, define = {} } = {}) {
  return buildSync({
    entryPoints: [at(entry)],
    bundle: true,
    format,
    target: "es2020",
    minify: true,
    write: false,
    legalComments: "none",
    logLevel: "warning",
    charset: "utf8",
    define: { __WORDS__: words ? words_for_element() : "{}", __VERSION__: JSON.stringify(version), ...define },
  }).outputFiles[0].text;
}

function words_for_element() {
  return JSON.stringify(
    Object.fromEntries(
      Object.entries(embed_words()).map(([language, { embed, chapters }]) => [language, { embed, chapters }]),
    ),
  );
}

const integrity = (bytes) => `sha384-${createHash("sha384").update(bytes).digest("base64")}`;
const escape = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

// A host page shows the very markup that it uses: what stands between the two marks is put in, escaped, as {{shown}}.
function host_page(text, places) {
  const filled = (shown) => fill(text, { ...places, shown });
  const shown = /<!-- snippet -->\n([\s\S]*?)\n<!-- \/snippet -->/.exec(filled(""))?.[1] ?? "";
  return filled(escape(shown)).replace(/<!-- \/?snippet -->\n/g, "");
}

// `npm pack`, once for each content.
function pack(files, out) {
  const stage = at("build/npm");
  const name = `tautline-lesson-${version}.tgz`;
  const print = createHash("sha256");
  for (const [path, bytes] of files) print.update(`${path}\0`).update(bytes);
  const mark = join(stage, ".packed");
  const wanted = print.digest("hex");
  if (existsSync(mark) && readFileSync(mark, "utf8") === wanted && existsSync(join(stage, name)))
    return write(join(out, name), readFileSync(join(stage, name)));
  rmSync(stage, { recursive: true, force: true });
  mkdirSync(join(stage, "package"), { recursive: true });
  for (const [path, bytes] of files) write(join(stage, "package", path), bytes);
  execFileSync("npm", ["pack", "--silent", "--ignore-scripts", "--pack-destination", ".."], {
    cwd: join(stage, "package"),
    stdio: ["ignore", "pipe", "inherit"],
  });
  write(mark, wanted);
  write(join(out, name), readFileSync(join(stage, name)));
}

export function write_embed(single, notices) {
  const out = at("dist/embed");
  const element = marked(bundle("web/embed/element.js", { words: true }));
  const module = bundle("web/embed/module.js", { format: "esm", words: true });
  const types = fill(read("web/embed/tautline-lesson.template.d.ts"), { chapters: chapters.join("' | '") });
  const parts = new Map([
    ["tautline-lesson.js", element],
    ["tautline-lesson.mjs", module],
    ["tautline-lesson.d.ts", types],
    ["tautline.html", marked(single)],
    ["licenses.txt", notices],
    ["LICENSE", read("LICENSE")],
  ]);
  const hash = createHash("sha256");
  for (const [path, bytes] of parts) hash.update(`${path}\0`).update(bytes);
  const folder = `${version}-${hash.digest("hex").slice(0, 10)}`;
  const places = { folder, version, integrity: integrity(element) };
  const files = new Map([...parts].map(([path, bytes]) => [`${folder}/${path}`, bytes]));
  for (const path of walk(at("web/embed/hosts"))) {
    const bytes = read(`web/embed/hosts/${path}`);
    files.set(
      path === "index.html" ? path : `hosts/${path}`,
      path.endsWith(".html") ? host_page(bytes.toString(), places) : bytes,
    );
  }
  files.set("hosts/pym.js", read("node_modules/pym.js/dist/pym.v1.min.js"));
  files.set("hosts/pym.LICENSE.txt", read("node_modules/pym.js/LICENSE"));
  files.set("hosts/poster.png", read("docs/tautline.png"));
  files.set("README.md", fill(readme("docs/embedding.md"), places));
  files.set(
    "pinned.json",
    json_text({ version, folder, script: `${folder}/tautline-lesson.js`, integrity: places.integrity }),
  );
  for (const [path, bytes] of files) write(join(out, path), bytes);
  const name = `tautline-lesson-${version}.tgz`;
  pack(
    new Map([
      ["package.json", json_text(fill_json(read("web/embed/package.template.json"), { version }))],
      ["README.md", files.get("README.md")],
      ...parts,
    ]),
    out,
  );
  remove_others(out, (path) => files.has(path) || path === name || path.startsWith("oembed/"));
  remove_empty_folders(out);
  return { folder, element };
}
