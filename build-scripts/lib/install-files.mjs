// What makes the page one that can be installed: the manifest and the icons, drawn from web/icon.svg. Their addresses stay
// the same from build to build, because installed pages remember them.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Resvg, initWasm } from "@resvg/resvg-wasm";

import { read } from "./files.mjs";

const icon = read("web/icon.svg").toString().trim();
// Phones cut their own shape out of a maskable icon: no corners of ours, and the drawing within the safe middle.
const maskable = icon.replace(/ rx="[^"]*"/, "")
  .replace(/(<rect[^>]*>)(.*)(<\/svg>)/s, '$1<g transform="translate(4.8 4.8) scale(0.7)">$2</g>$3');

const pictures = [
  { path: "icons/icon-192.png", svg: icon, size: 192, purpose: "any" },
  { path: "icons/icon-512.png", svg: icon, size: 512, purpose: "any" },
  { path: "icons/maskable-512.png", svg: maskable, size: 512, purpose: "maskable" },
  { path: "icons/apple-touch.png", svg: maskable, size: 180 },
];

export const install_links = '<link rel="manifest" href="tautline.webmanifest">\n<link rel="apple-touch-icon" href="icons/apple-touch.png">';

// Name and description are the page's own words, so they stand in content/ only.
export async function install_files(page) {
  await initWasm(readFileSync(createRequire(import.meta.url).resolve("@resvg/resvg-wasm/index_bg.wasm")));
  const decoded = (text) => text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => ({ amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" })[name]);
  const found = (pattern) => decoded(pattern.exec(page)?.[1] ?? (() => { throw new Error(`the page has no ${pattern}`); })());
  const title = found(/<title>([^<]*)<\/title>/);
  const manifest = {
    id: "./", start_url: "./", scope: "./", display: "standalone",
    name: title, short_name: title.split(" – ")[0], description: found(/<meta name="description" content="([^"]*)">/),
    lang: found(/<html lang="([^"]*)"/), dir: found(/<html [^>]*dir="([^"]*)"/),
    background_color: "#f6f4ef", theme_color: "#f6f4ef",
    icons: pictures.filter(({ purpose }) => purpose).map(({ path, size, purpose }) =>
      ({ src: path, sizes: `${size}x${size}`, type: "image/png", purpose })),
  };
  const files = new Map([["tautline.webmanifest", JSON.stringify(manifest)]]);
  for (const { path, svg, size } of pictures)
    files.set(path, Buffer.from(new Resvg(svg, { fitTo: { mode: "width", value: size } }).render().asPng()));
  return files;
}
