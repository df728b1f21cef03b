// dist/tautline.html: the page in one file, for a double click or a memory stick. Its article is English, and it speaks
// every language that its limit of bytes has room for (budgets.json).
import { createHash } from "node:crypto";
import { transformSync } from "esbuild";

import { bundle_script } from "./bundles.mjs";
import { digests_of } from "./digests.mjs";
import { at, marked, read, write } from "./files.mjs";
import { fill_marks, first_language, icon, languages } from "./pages.mjs";
import { policy, policy_tag } from "./policy.mjs";
import { withoutKeys } from "../../web/files/translations.js";

// Data stands in blocks that are not scripts, so that the policy needs no hash for them. The file has no typeface by
// address; the script makes one from the font's block.
const data = (id, type, text) => `<script type="${type}" id="${id}">${text}</script>\n`;
const json = (id, text) => data(id, "application/json", text.toString().replaceAll("<", "\\u003c"));
// web/files/loader.js reads them: 44 KiB less than Base64 after compression, because no byte is cut.
const letters = (bytes) => Buffer.from(Uint16Array.from(bytes, (byte) => byte + 256).buffer).toString("utf16le");
const in_script = (code) => code.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
const source_hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

const parsed = (path) => JSON.parse(read(path));
const translation = (language) =>
  withoutKeys(parsed(`build/generated/words.${language}.json`), parsed("build/generated/whole.json"), first_language);

const others = languages.filter(({ language }) => language !== first_language).map(({ language }) => language);
const block_of_font = {
  regular: "data-font-regular",
  bold: "data-font-bold",
  regular2: "data-font2-regular",
  bold2: "data-font2-bold",
};

/** Gives back the page, for what carries it on. */
export function write_single(page, parts, notices) {
  const engine = read("build/web/bin/engine.wasm"); // both parts in one are 4 KiB less than two
  const font = (name) => parts.files.get(`fonts/${name}.ttf`);
  const digests = digests_of([
    ["engine.wasm", engine],
    ...["regular", "regular2", "bold", "bold2"].map((name) => [`fonts/${name}.ttf`, font(name)]),
  ]);
  const script = in_script(bundle_script("web/start.js", { single: true, digests }));
  const style = transformSync(parts.files.get("tautline.css"), { loader: "css", minify: true }).code.trim();
  const blocks = [
    data("data-engine", "text/plain", letters(engine)),
    json("data-content", read("build/generated/whole.json")),
    ...others.map((language) => json(`data-content-${language}`, JSON.stringify(translation(language)))),
    ...Object.entries(block_of_font).map(([name, id]) => data(id, "text/plain", letters(font(name)))),
    data("data-licenses", "text/plain", notices.replaceAll("</", "< /")),
  ];
  const single = fill_marks(page, {
    languages: "",
    policy: policy_tag(policy({ script: source_hash(script), style: source_hash(style) })),
    style: `${icon}\n<style>${style}</style>`,
    script: `${blocks.join("")}<script>${script}</script>`,
  });
  write(at("dist/tautline.html"), marked(single));
  return single;
}
