// Both forms of the page start in a real browser under their own content security policy, ask for nothing but their own
// files, and report no error.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

import { launch_browser } from "../../build-scripts/lib/browser.mjs";
import { serve_site } from "../../build-scripts/lib/site-server.mjs";
import { words_in } from "./support/content.mjs";

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
    await page.waitForFunction(() => document.documentElement.dataset.tautline !== undefined, null, {
      timeout: 30_000,
    });
  const state =
    options.javaScriptEnabled === false
      ? undefined
      : await page.evaluate(() => document.documentElement.dataset.tautline);
  return { page, errors, requests, state, close: () => context.close() };
}

for (const [name, address] of [
  ["folder", () => site.url],
  ["single file", () => pathToFileURL(`${dist}tautline.html`).href],
]) {
  test(`The ${name} starts, without an error`, async () => {
    const { page, errors, state, close } = await open(address());
    assert.deepEqual(errors, []);
    assert.notEqual(state, "failed");
    assert.ok((await page.locator("h1").count()) > 0, "a heading in the page");
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

// As "AddDefaultCharset" does, or a page of another time round the element.
test("A host that names another charset, or none, changes no letter", async () => {
  const latin = {
    html: "text/html; charset=iso-8859-1",
    js: "text/javascript; charset=windows-1252",
    css: "text/css; charset=windows-1252",
  };
  const pinned = JSON.parse(readFileSync(`${dist}embed/pinned.json`, "utf8"));
  const host = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const kind = pathname.split(".").pop();
    if (pathname === "/old.html")
      return response
        .writeHead(200, { "Content-Type": "text/html; charset=windows-1252" })
        .end(
          `<!doctype html><html lang="es"><title>Old</title><link rel="icon" href="data:,"><script src="embed/${pinned.script}"></script><tautline-lesson></tautline-lesson></html>`,
        );
    try {
      return response
        .writeHead(200, {
          "Content-Type":
            (pathname.startsWith("/embed/") && kind === "js" ? "text/javascript" : latin[kind]) ??
            "application/octet-stream",
          "Access-Control-Allow-Origin": "*",
        })
        .end(readFileSync(`${dist}${pathname}`));
    } catch {
      return response.writeHead(404).end();
    }
  });
  await new Promise((done) => host.listen(0, "127.0.0.1", done));
  const address = (path) => `http://127.0.0.1:${host.address().port}/${path}`;
  const page = await browser.newPage();
  const text = () => page.evaluate(() => document.body.innerText);
  try {
    for (const language of ["ar", "es", "en"]) {
      await page.goto(address(`site/index${language === "en" ? "" : `.${language}`}.html`), { waitUntil: "commit" });
      await page.waitForFunction(() => document.documentElement.dataset.tautline !== undefined, null, {
        timeout: 30_000,
      });
      assert.equal(
        await page.evaluate(() =>
          [document.characterSet, document.compatMode, document.documentElement.dataset.tautline].join(),
        ),
        "UTF-8,CSS1Compat,ready",
      );
      assert.equal(await page.locator('[data-shell="failed"]').textContent(), words_in(language)["shell.failed"]);
      await page.goto(address(`site/sources${language === "en" ? "" : `.${language}`}.html`));
      assert.ok((await text()).includes("Wærsted M"), `sources, ${language}`);
    }
    await page.goto(address("tautline.html"));
    await page.waitForFunction(() => document.documentElement.dataset.tautline !== undefined, null, {
      timeout: 30_000,
    });
    assert.equal(
      await page.evaluate(() => document.documentElement.dataset.tautline),
      "ready",
      "the engine's letters are its bytes",
    );
    await page.goto(address("old.html"));
    assert.equal(
      await page.evaluate(() => document.querySelector("tautline-lesson").note.textContent),
      words_in("es")["embed.private"],
    );
    assert.equal(
      await page.evaluate(() => document.querySelector("tautline-lesson").button.textContent),
      words_in("es")["embed.start"],
    );
  } finally {
    await page.close();
    await new Promise((done) => {
      host.close(done);
      host.closeAllConnections();
    });
  }
});

test("Engine and typefaces are asked for ahead of the script, and once", async () => {
  const asked = [];
  let held;
  const slow = await serve_site(`${dist}site`, {
    on_request: (path) => {
      asked.push(path.replace(/.*\/build-\w+\//, ""));
      if (held && asked.includes("engine.wasm")) held = held();
    },
    answer(request, response) {
      if (!/\/tautline\.js$/.test(request.url) || asked.includes("engine.wasm")) return false;
      // Whoever asks for the engine only from the script waits here for ever.
      held = () => {
        response.writeHead(302, { Location: request.url, "Access-Control-Allow-Origin": "*" }).end();
      };
      return true;
    },
  });
  const { state, close } = await open(slow.url);
  assert.equal(state, "ready");
  for (const path of ["engine.wasm", "content.json", "fonts/regular.ttf", "fonts/bold.ttf"])
    assert.equal(asked.filter((each) => each === path).length, 1, path);
  await close();
  await slow.close();
});
