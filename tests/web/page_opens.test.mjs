// Both forms of the page start in a real browser under their own content security policy, ask for nothing but their own
// files, and report no error.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

import { launch_browser } from "../../build-scripts/lib/browser.mjs";
import { serve_site } from "../../build-scripts/lib/site-server.mjs";

const dist = fileURLToPath(new URL("../../dist/", import.meta.url));
let browser, site;
before(async () => {
  browser = await launch_browser();
  site = await serve_site(`${dist}site`);
});
after(async () => {
  await browser?.close();
  await site?.close();
});

// Opens an address and waits until the engine has painted, or said why it did not.
async function open(address, options = {}) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, ...options });
  const page = await context.newPage();
  const errors = [];
  const requests = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(address);
  if (options.javaScriptEnabled !== false)
    await page.waitForFunction(() => document.documentElement.dataset.tautline !== undefined, null, { timeout: 30_000 });
  const state = options.javaScriptEnabled === false ? undefined : await page.evaluate(() => document.documentElement.dataset.tautline);
  return { page, errors, requests, state, close: () => context.close() };
}

for (const [name, address] of [["folder", () => site.url], ["single file", () => pathToFileURL(`${dist}tautline.html`).href]]) {
  test(`The ${name} starts, without an error`, async () => {
    const { page, errors, state, close } = await open(address());
    assert.deepEqual(errors, []);
    assert.notEqual(state, "failed");
    assert.ok(await page.locator("h1").count() > 0, "a heading in the page");
    await close();
  });

  test(`The ${name} asks for nothing but its own files`, async () => {
    const { requests, close } = await open(address());
    const foreign = requests.filter((url) => !url.startsWith("data:") && !url.startsWith(address()));
    assert.deepEqual(foreign, []);
    await close();
  });

  test(`The ${name} can be read without scripts`, async () => {
    const { page, close } = await open(address(), { javaScriptEnabled: false });
    const text = await page.evaluate(() => document.body.innerText).catch(() => page.locator("body").innerText());
    assert.ok(text.length > 2000, `${text.length} characters of text`);
    await close();
  });
}

test("The single file needs no request at all", async () => {
  const { requests, close } = await open(pathToFileURL(`${dist}tautline.html`).href);
  assert.equal(requests.filter((url) => !url.startsWith("data:")).length, 1);
  await close();
});
