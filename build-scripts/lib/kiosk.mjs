// dist/kiosk/: the page for a kiosk, with the operator's files beside it.
import { chmodSync } from "node:fs";

import { usualFile } from "../../web/kiosk/settings.js";
import { at, marked, read, walk, write_folder } from "./files.mjs";
import { fill_marks, first_language, icon, render } from "./pages.mjs";
import { in_folder, script_tag, style_tag, unstarted_tag } from "./parts.mjs";
import { policy_tag } from "./policy.mjs";
import { readme } from "./readme.mjs";

/** `beside`: what stands beside every page. */
export function write_kiosk(page, parts, beside) {
  const of_others = ["tautline.js", "embed.js"].map((path) => `${parts.folder}/${path}`);
  const files = new Map([
    ...in_folder(parts).filter(([path]) => !of_others.includes(path)),
    [
      "index.html",
      marked(
        fill_marks(page, {
          policy: policy_tag(),
          style: `${icon}\n${style_tag(parts, "tautline.css")}\n${style_tag(parts, "kiosk.css")}`,
          languages: "",
          script: script_tag(parts, "kiosk.js") + unstarted_tag,
        }),
      ),
    ],
    [
      "operator.html",
      marked(
        fill_marks(render("web/kiosk/operator.template.html", first_language), {
          policy: policy_tag(),
          style: `${icon}\n${style_tag(parts, "tautline.css")}`,
          script: script_tag(parts, "operator.js").replace("async", "defer") + unstarted_tag,
        }),
      ),
    ],
    ...beside,
    ...walk(at("web/kiosk/folder")).map((path) => [path, read(`web/kiosk/folder/${path}`)]),
    ["kiosk.json", usualFile()],
    ["README.md", readme("docs/kiosk.md")],
  ]);
  write_folder(at("dist/kiosk"), files);
  chmodSync(at("dist/kiosk/tautline-kiosk"), 0o755);
}
