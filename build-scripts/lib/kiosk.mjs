// dist/kiosk/: the page for a kiosk, with the operator's files beside it.
import { chmodSync } from "node:fs";

import { at, marked, read, walk, write_folder } from "./files.mjs";
import { fill_marks, icon } from "./pages.mjs";
import { in_folder, script_tag, style_tag, unstarted_tag } from "./parts.mjs";
import { policy_tag } from "./policy.mjs";
import { readme } from "./readme.mjs";

function operator_page(parts) {
  const words = JSON.parse(read("content/words/en/kiosk.json"));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
${policy_tag()}
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words["kiosk.operator.title"]}</title>
${icon}
${style_tag(parts, "tautline.css")}
</head>
<body>
<main><div class="shell"><p data-shell="unstarted">${words["kiosk.operator.failed"]}</p></div></main>
${script_tag(parts, "operator.js").replace("async", "defer")}${unstarted_tag}
</body>
</html>
`;
}

/** `beside`: what stands beside every page. */
export function write_kiosk(page, parts, beside) {
  const of_others = ["tautline.js", "embed.js"].map((path) => `${parts.folder}/${path}`);
  const files = new Map([
    ...in_folder(parts).filter(([path]) => !of_others.includes(path)),
    ["index.html", marked(fill_marks(page, {
      policy: policy_tag(),
      style: `${icon}\n${style_tag(parts, "tautline.css")}\n${style_tag(parts, "kiosk.css")}`,
      languages: "",
      script: script_tag(parts, "kiosk.js") + unstarted_tag,
    }))],
    ["operator.html", marked(operator_page(parts))],
    ...beside,
    ...walk(at("web/kiosk/folder")).map((path) => [path, read(`web/kiosk/folder/${path}`)]),
    ["README.md", readme("docs/kiosk.md")],
  ]);
  write_folder(at("dist/kiosk"), files);
  chmodSync(at("dist/kiosk/tautline-kiosk"), 0o755);
}
