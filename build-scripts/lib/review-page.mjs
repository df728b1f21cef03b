// The review page without a pack (web/review), as the text of a C++ string for src/review/page.cpp. Its policy allows this
// one script and this one style sheet, and no request.
//   review-page.mjs OUT_FILE
import { createHash } from "node:crypto";

import { read, write } from "./files.mjs";
import { fill_marks } from "./pages.mjs";

const part = (name) => read(`web/review/${name}`).toString().trim();
const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const [style, script] = [part("review.css"), part("review.js")];
const page = fill_marks(part("review.template.html"), {
  policy: `default-src 'none'; script-src ${hash(script)}; style-src ${hash(style)}; base-uri 'none'; form-action 'none'`,
  style: `<style>${style}</style>`,
  script: `<script>${script}</script>`,
});
write(process.argv[2], `R"TAUTLINE(${page}\n)TAUTLINE"\n`);
