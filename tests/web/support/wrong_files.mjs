// A host that gives out one file wrongly, and what a person sees then. The files are the build's own: a new one is
// covered by itself, and fails until somebody says below what becomes of a page without it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

import { build_folder, walk } from "../../../build-scripts/lib/files.mjs";
import { serve_site } from "../../../build-scripts/lib/site-server.mjs";
import { word, words_in } from "./content.mjs";
import { phone, site_folder } from "./visitor.mjs";

export const folder = build_folder(site_folder);
export const files = walk(join(site_folder, folder));

const portal = "<!doctype html><html><title>Sign in</title><p>Welcome to this network.</p></html>";
// Kept by the browser for ever, as a host's rule for the folder would have it.
const whole = (response, bytes, type) =>
  response.writeHead(200, { "Content-Type": type, "Cache-Control": "public, max-age=31536000, immutable" }).end(bytes);

// Each as a bad host would answer. `slow`: the beginning comes, and then nothing more.
export const faults = {
  cut: (response, bytes, type) => whole(response, bytes.subarray(0, Math.floor(bytes.length * 0.6)), type),
  empty: (response, bytes, type) => whole(response, "", type),
  html: (response, bytes, type) =>
    whole(response, portal, type === types.js || type === types.css ? type : "text/html; charset=utf-8"),
  another: (response, bytes, type) => whole(response, another(bytes, type), type),
  slow: (response, bytes, type) =>
    response.writeHead(200, { "Content-Type": type, "Content-Length": bytes.length }).write(bytes.subarray(0, 40)),
  404: (response) => response.writeHead(404, { "Content-Type": "text/plain" }).end("Not found"),
  503: (response) => response.writeHead(503, { "Content-Type": "text/html" }).end(portal),
};

// The file of another build: it can be read as well as ours.
function another(bytes, type) {
  if (/json/.test(type)) return Buffer.from(JSON.stringify(JSON.parse(bytes), null, 1));
  if (/javascript|css/.test(type)) return Buffer.concat([bytes, Buffer.from("\n/* another */\n")]);
  const changed = Buffer.from(bytes);
  changed[changed.length - 1] ^= 1;
  return changed;
}

const types = {
  js: "text/javascript",
  css: "text/css",
  json: "application/json",
  wasm: "application/wasm",
  ttf: "font/ttf",
};

// A host whose file of that name is wrong as long as `host.fault` says so, and at most so many times. `from`: where it
// really comes from.
export async function serve_with_fault(
  path,
  fault,
  { at = `/${folder}/${path}`, from = join(site_folder, folder, path), times = Infinity } = {},
) {
  const host = { path, fault, asked: 0 };
  const site = await serve_site(site_folder, {
    answer(request, response) {
      if (!host.fault || host.asked >= times || new URL(request.url, "http://localhost").pathname !== at) return false;
      ++host.asked;
      faults[host.fault](response, readFileSync(from), types[path.split(".").pop()]);
      return true;
    },
  });
  return Object.assign(host, { url: site.url, close: site.close });
}

// The page with the fault, its long waits in the test's hand: they end when nothing but the file is waited for.
export async function open_with(browser, host, query) {
  const context = await browser.newContext({ viewport: phone, serviceWorkers: "block" });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  await page.addInitScript(() => {
    const [set, clear] = [window.setTimeout, window.clearTimeout];
    const long = new Map();
    let last = -1;
    window.setTimeout = (run, ms, ...more) => (ms < 5000 ? set(run, ms, ...more) : (long.set(--last, run), last));
    window.clearTimeout = (id) => (id < 0 ? long.delete(id) : clear(id));
    window.hurry = () => [...long].forEach(([id, run]) => long.delete(id) && run());
  });
  const waiting = new Set();
  page.on("request", (request) => waiting.add(request));
  for (const event of ["requestfinished", "requestfailed"]) page.on(event, (request) => waiting.delete(request));
  const hurry = setInterval(() => {
    if (
      host.fault !== "slow" ||
      waiting.size === 0 ||
      ![...waiting].every((request) => request.url().includes(host.path))
    )
      return;
    for (const frame of page.frames()) frame.evaluate(() => window.hurry?.()).catch(() => {});
  }, 300);
  page.on("close", () => clearInterval(hurry));
  const address = `${host.url}?${query}`;
  if (query.includes("embed"))
    await page.setContent(`<iframe src="${address}" style="width: 100%; height: 600px"></iframe>`, {
      waitUntil: "commit",
    });
  else await page.goto(address, { waitUntil: "commit" });
  return { page, close: () => context.close() };
}

const is_seen = (page, key) => page.locator(`[data-shell="${key}"]`).isVisible();

// What must be read whatever happens.
async function article_reads(page) {
  for (const key of ["sign.R1.text", "footer.unsafe.label"]) {
    const text = page.locator("#article").getByText(word(key)).first();
    await text.scrollIntoViewIfNeeded();
    assert.equal(await text.isVisible(), true, `${key} in the article`);
  }
}

// The page says that it did not load, and its button loads it.
async function did_not_load({ page }, host) {
  await page.waitForFunction(() => document.documentElement.dataset.tautline === "failed");
  assert.equal(await page.evaluate(() => document.documentElement.dataset.why), "failed");
  assert.equal(await is_seen(page, "failed"), true);
  assert.equal(await is_seen(page, "loading"), false);
  await article_reads(page);
  host.fault = null;
  await page.locator('[data-shell="reload"]').click();
  await page.waitForFunction(() => document.documentElement.dataset.tautline === "ready");
}

// The script never began: nobody but the page itself can say so, when it has asked once more in vain, or after a while.
async function never_began({ page }, host) {
  await article_reads(page);
  const sentence = page.locator('[data-shell="unstarted"]');
  if (host.fault === "slow") {
    assert.equal(await sentence.evaluate((element) => getComputedStyle(element).visibility), "hidden", "not at once");
    await sentence.evaluate((element) => element.getAnimations().forEach((animation) => animation.finish()));
  }
  await sentence.waitFor();
  assert.ok((await sentence.innerText()).includes(word("shell.failed")));
  host.fault = null;
  await sentence.locator("a").click();
  await ready({ page });
}

const ready = ({ page }) =>
  page
    .waitForFunction(() => document.documentElement.dataset.tautline !== undefined)
    .then(() => page.evaluate(() => document.documentElement.dataset.tautline))
    .then((state) => assert.equal(state, "ready"));

// Text view in the browser's own letters, which says so.
async function text_view({ page }, host) {
  await ready({ page });
  assert.equal(await page.evaluate(() => document.documentElement.classList.contains("document")), true);
  assert.equal(await page.evaluate(() => document.fonts.size), 0, "no letters of another typeface");
  assert.equal(await is_seen(page, "typeface"), true);
  assert.equal(await page.locator('[data-key="banner/warning-signs"]').isVisible(), true);
  await page.evaluate(() => {
    location.hash = "#/warning-signs";
  });
  await page.getByText(word("sign.R1.text")).first().waitFor();
  host.fault = null;
  await page.locator('[data-shell="reload"]').click();
  await page.waitForFunction(() => document.documentElement.classList.contains("stage"));
}

// A screen that waits for it says so, and asking again brings it.
const screen_waits =
  (route, key) =>
  async ({ page }, host, language) => {
    const missing = words_in(language)["summary.not_loaded"];
    await ready({ page });
    await page.evaluate((hash) => {
      location.hash = hash;
    }, `#/${route}`);
    await page.getByText(missing).first().waitFor();
    host.fault = null;
    await page
      .locator(`[data-key="${key}"] button, button[data-key="${key}"]`)
      .first()
      .evaluate((element) => element.click());
    await page.waitForFunction((text) => !document.getElementById("stage").innerText.includes(text), missing);
  };

async function no_second_typeface({ page }) {
  await ready({ page });
  await page.evaluate(() => {
    location.hash = "#/settings";
  });
  await page
    .locator('[data-key="control/setting_typeface/1"] input, input[data-key="control/setting_typeface/1"]')
    .first()
    .evaluate((element) => element.click());
  await page.getByText(word("settings.typeface.missing")).first().waitFor();
}

// The lesson is the same without what speaks with the page round it.
async function lesson_alone({ page }) {
  const frame = page.frames()[1] ?? page.mainFrame();
  await frame.waitForFunction(() => document.documentElement.dataset.tautline !== undefined);
  assert.equal(await frame.evaluate(() => document.documentElement.dataset.tautline), "ready");
}

async function kiosk_did_not_load({ page }) {
  await page.waitForFunction(() => document.documentElement.dataset.tautline === "failed");
  assert.equal(await is_seen(page, "failed"), true);
  await article_reads(page);
}

// What a page looks like without a file. `query`: how a page that wants it is opened; null: no visitor's page wants it.
const cases = [
  [/^(engine\.wasm|content\.json|tautline\.css)$/, "", did_not_load],
  [/^content\.(\w+)\.json$/, (language) => `lang=${language}`, did_not_load],
  [/^tautline\.js$/, "", never_began],
  [/^fonts\/(regular|bold)\.ttf$/, "", text_view],
  [/^later\.json$/, "skin=document", screen_waits("what-helps", "later/again")],
  [/^later\.(\w+)\.json$/, (language) => `skin=document&lang=${language}`, screen_waits("what-helps", "later/again")],
  [/^take-away\.wasm$/, "skin=document", screen_waits("summary", "later/again")],
  [/^fonts\/(regular|bold)2\.ttf$/, "skin=document", no_second_typeface],
  [/^embed\.js$/, "mode=embed", lesson_alone],
  [/^kiosk\.(js|css|words\.json)$/, "mode=kiosk", kiosk_did_not_load],
  [/^operator\.js$/, null, null],
];

export function case_of(path) {
  for (const [pattern, query, see] of cases) {
    const found = pattern.exec(path);
    if (found)
      return {
        query: typeof query === "function" ? query(found[1]) : query,
        see,
        language: typeof query === "function" ? found[1] : "en",
      };
  }
  throw new Error(`${path}: what does a person see without it? Say so in ${basename(fileURLToPath(import.meta.url))}`);
}

// A name that leads to this machine over plain http, where browsers give a page no digests.
export const plain = "--host-resolver-rules=MAP page.example 127.0.0.1";

// One cell: this file, that fault.
export async function look(browser, path, fault, { over_plain_http = false } = {}) {
  const { query, see, language } = case_of(path);
  if (query === null) return;
  const host = await serve_with_fault(path, fault);
  if (over_plain_http) host.url = host.url.replace("127.0.0.1", "page.example");
  const visit = await open_with(browser, host, query);
  try {
    await see(visit, host, language);
    assert.ok(host.asked > 0, "the page asked for the file");
  } catch (error) {
    error.message = `${path}, ${fault}: ${error.message}`;
    throw error;
  } finally {
    await visit.close();
    await host.close();
  }
}
