// The parts of the page: every file but the pages themselves and what must keep its address. They stand in a folder named
// after the build, so that no cache anywhere can mix two builds, and a host may let browsers keep them for ever.
import { bundle_script, bundle_style } from "./bundles.mjs";
import { digests_of, hash_of, integrity_of } from "./digests.mjs";
import { at, read, walk } from "./files.mjs";

/** @returns {{files: Map<string, Buffer | string>, folder: string}} files: by their paths in the folder */
export function make_parts() {
  const generated = (path) => read(`build/generated/${path}`);
  const files = new Map([
    ["tautline.css", bundle_style("web/style.css")],
    ["engine.wasm", read("build/web/bin/first.wasm")],
    ["take-away.wasm", read("build/web/bin/take-away.wasm")],
    ["content.json", generated("content.json")],
    ...["regular", "bold", "regular2", "bold2"].map((name) => [`fonts/${name}.ttf`, generated(`fonts/${name}.ttf`)]),
  ]);
  for (const path of walk(at("build/generated")))
    if (/^(content\.[^/]+|later(\.[^/]+)?)\.json$/.test(path)) files.set(path, generated(path));
  // The kiosk is another script over the same engine; dist/site has it for those who open it with ?mode=kiosk.
  files.set("kiosk.css", bundle_style("web/kiosk/kiosk.css")).set("kiosk.words.json", generated("kiosk.words.json"));
  const digests = digests_of(files);
  files.set("kiosk.js", bundle_script("web/kiosk/main.js", { digests }));
  files.set("operator.js", bundle_script("web/kiosk/operator.js", { engine: false, digests }));
  files.set("embed.js", bundle_script("web/embed/main.js", { engine: false, digests }));
  // Last, because it knows the others.
  const own = [...files].filter(([path]) => !/^kiosk\.(css|words)|^operator/.test(path));
  files.set("tautline.js", bundle_script("web/start.js", { digests: digests_of(own) }));
  return { files, folder: `build-${hash_of([...files].flat()).slice(0, 10)}` };
}

export const in_folder = ({ files, folder }) => [...files].map(([path, bytes]) => [`${folder}/${path}`, bytes]);
export const style_tag = ({ files, folder }, path) =>
  `<link rel="stylesheet" href="${folder}/${path}" integrity="${integrity_of(files.get(path))}" crossorigin>`;
// Not "defer": that waits for style sheets, and the script sees to one that does not come.
export const script_tag = ({ files, folder }, path) =>
  `<script src="${folder}/${path}" integrity="${integrity_of(files.get(path))}" crossorigin async></script>`;
// Sees to a page whose own script did not begin, so it stands beside the page.
export const unstarted_tag = '<script src="unstarted.js" async></script>';
