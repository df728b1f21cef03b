// The page's modules and style sheets, joined and made small by esbuild.
import { buildSync, transformSync } from "esbuild";

import { at, read } from "./files.mjs";
import { zone_table } from "./zones.mjs";

// One classic script out of modules, as small as it gets.
const classic_script = {
  bundle: true,
  format: "iife",
  target: "es2020",
  minify: true,
  write: false,
  legalComments: "none",
  logLevel: "warning",
};

// The functions that split.mjs finds by name are exports of the engine for that alone. The glue has a caller for each,
// of nine kilobytes in all, which nobody calls.
function without_own_functions(glue) {
  const caller =
    /var (__ZN8tautline\w+)=Module\["\1"\]=function\(\)\{return\(\1=Module\["\1"\]=Module\["asm"\]\["[^"]+"\]\)\.apply\(null,arguments\)\};/g;
  const rest = glue.replace(caller, "");
  if (rest.includes("_ZN8tautline")) throw new Error("Emscripten's glue names functions of the engine in another way");
  return rest;
}

// Emscripten's glue and the page's modules become one classic script: modules load neither from file:// nor in a
// sandboxed frame. Both stand in one function, so that the page gets no global names.
// `digests`: of the files that it takes.
export function bundle_script(entry, { single = false, engine = true, digests = {} } = {}) {
  const { outputFiles } = buildSync({
    entryPoints: [at(entry)],
    ...classic_script,
    define: {
      __SINGLE__: String(single),
      __ZONES__: JSON.stringify(zone_table()),
      __DIGESTS__: JSON.stringify(digests),
    },
  });
  if (!engine) return outputFiles[0].text;
  const glue = without_own_functions(read("build/web/bin/engine.js").toString().trim());
  // Once more over both: Emscripten leaves its names long.
  return transformSync(`(function(){${glue}\n${outputFiles[0].text.trim()}})();`, {
    minify: true,
    target: "es2020",
    legalComments: "none",
    logLevel: "error",
  }).code;
}

export function bundle_style(entry) {
  return buildSync({
    entryPoints: [at(entry)],
    bundle: true,
    minify: true,
    write: false,
    target: ["chrome90", "firefox90", "safari14"],
    external: ["*.ttf", "*.svg", "*.png"],
    logLevel: "warning",
  }).outputFiles[0].text.trim();
}

// The service worker. Workbox keeps the files; which ones is known here, so its generator is not needed.
export function bundle_worker(precache, later) {
  return buildSync({
    entryPoints: [at("web/worker/worker.js")],
    ...classic_script,
    define: {
      __PRECACHE__: JSON.stringify(precache),
      __LATER__: JSON.stringify(later),
      "process.env.NODE_ENV": '"production"',
    },
  }).outputFiles[0].text;
}
