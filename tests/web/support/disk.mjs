// What a page of the folders shows when it is opened from a disk, where browsers take no checked file: the words, with
// their looks, and what to do instead.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";

import { root, words_in } from "./content.mjs";
import { site_folder } from "./visitor.mjs";

const kiosk_folder = process.env.TAUTLINE_KIOSK ?? `${root}dist/kiosk`;
const html_of = (folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".html"))
    .map((name) => join(folder, name));
export const pages_on_disk = [...html_of(site_folder), ...html_of(kiosk_folder)];

// Runs in the page.
export const look_at_page = `
  const seen = (element) => element !== null && element.getClientRects().length > 0 && getComputedStyle(element).visibility === "visible";
  const part = (name) => document.querySelector('[data-shell="' + name + '"]');
  return {
    state: document.documentElement.dataset.tautline ?? "", language: document.documentElement.lang, ground: getComputedStyle(document.documentElement).backgroundColor,
    told: ["disk", "unstarted", "failed", "loading"].filter((name) => seen(part(name))), words: ["disk", "unstarted"].map((name) => (seen(part(name)) ? part(name).innerText : "")).join(""),
    text: document.body.innerText, face: getComputedStyle(document.body).fontFamily,
  };`;

// Until it is as it should be; `look` gives what look_at_page gives.
export async function told_on_disk(path, look) {
  let found;
  for (let i = 0; i < 100; ++i) {
    found = await look();
    if (!/^(rgba\(0, 0, 0, 0\)|transparent)$/.test(found.ground)) break;
    await new Promise((done) => setTimeout(done, 100));
  }
  assert.match(found.ground, /^rgb\(\d+, \d+, \d+\)$/, "it has its looks");
  const operator = path.endsWith("operator.html"),
    sources = /sources(\.\w+)?\.html$/.test(path),
    story = /story(\.\w+)?\.html$/.test(path);
  assert.deepEqual(found.told, sources || story ? [] : operator ? ["unstarted"] : ["disk"]);
  if (sources) return assert.match(found.text, /doi\.org|https:/);
  if (story) return assert.ok(found.text.includes(words_in(found.language)["story.end"]));
  assert.equal(
    found.words,
    operator ? words_in("en")["kiosk.operator.failed"] : words_in(found.language)["shell.disk"],
  );
  assert.equal(found.state, "");
  if (operator) return undefined;
  const signs = words_in(found.language);
  for (const text of [signs["sign.R1.text"], ...signs["sign.R18.action"]]) assert.ok(found.text.includes(text), text);
  return undefined;
}
