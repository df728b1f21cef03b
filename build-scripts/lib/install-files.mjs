// What makes the page one that can be installed: the manifest and the icons, drawn from web/icon.svg. Their addresses stay
// the same from build to build, because installed pages remember them.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Resvg, initWasm } from "@resvg/resvg-wasm";

import { read } from "./files.mjs";
import { fill_json } from "./templates.mjs";

const icon = read("web/icon.svg").toString().trim();
// Phones cut their own shape out of a maskable icon: no corners of ours, and the drawing within the safe middle.
const maskable = icon
  .replace(/ rx="[^"]*"/, "")
  .replace(/(<rect[^>]*>)(.*)(<\/svg>)/s, '$1<g transform="translate(4.8 4.8) scale(0.7)">$2</g>$3');
const apple_touch = { src: "icons/apple-touch.png", sizes: "180x180", purpose: "maskable" };

export const install_links = `<link rel="manifest" href="tautline.webmanifest">\n<link rel="apple-touch-icon" href="${apple_touch.src}">`;

const draw = ({ sizes, purpose }) =>
  Buffer.from(
    new Resvg(purpose === "maskable" ? maskable : icon, { fitTo: { mode: "width", value: parseInt(sizes) } })
      .render()
      .asPng(),
  );

// Name and description are the page's own words, so they stand in content/ only.
export async function install_files(page) {
  await initWasm(readFileSync(createRequire(import.meta.url).resolve("@resvg/resvg-wasm/index_bg.wasm")));
  const decoded = (text) =>
    text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => ({ amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" })[name]);
  const found = (pattern) =>
    decoded(
      pattern.exec(page)?.[1] ??
        (() => {
          throw new Error(`the page has no ${pattern}`);
        })(),
    );
  const title = found(/<title>([^<]*)<\/title>/);
  const manifest = fill_json(read("web/manifest.template.json"), {
    title,
    name: title.split(" – ")[0],
    description: found(/<meta name="description" content="([^"]*)">/),
    language: found(/<html lang="([^"]*)"/),
    direction: found(/<html [^>]*dir="([^"]*)"/),
  });
  return new Map([
    ["tautline.webmanifest", JSON.stringify(manifest)],
    ...[...manifest.icons, apple_touch].map((each) => [each.src, draw(each)]),
  ]);
}
