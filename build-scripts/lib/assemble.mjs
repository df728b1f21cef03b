// Puts the page together from what the build has made:
//   dist/site/           a folder of static files (site.mjs)
//   dist/kiosk/          the same for a kiosk (kiosk.mjs)
//   dist/tautline.html   the same in one file (single.mjs)
//   dist/embed/          the same as an element of other people's pages (embed.mjs)
//   dist/lms/            the same in packages for learning platforms (lms.mjs)
import { bundle_script } from "./bundles.mjs";
import { write_embed } from "./embed.mjs";
import { write_kiosk } from "./kiosk.mjs";
import { licences } from "./licences.mjs";
import { write_lms } from "./lms.mjs";
import { first_language, languages, render } from "./pages.mjs";
import { make_parts } from "./parts.mjs";
import { write_single } from "./single.mjs";
import { write_site } from "./site.mjs";

const pages = new Map(languages.map(({ language }) => [language, render("web/index.template.html", language)]));
const page = pages.get(first_language);
const parts = make_parts();
const notices = licences();
const beside = [
  ["unstarted.js", bundle_script("web/unstarted.js", { engine: false })],
  ["licenses.txt", notices],
];

await write_site(pages, parts, beside);
write_kiosk(page, parts, beside);
const single = write_single(page, parts, notices);
write_embed(single, notices);
write_lms(single, notices);
