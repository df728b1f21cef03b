// The single file, wherever it is opened: from a server, from a disk, in a sandboxed frame on another origin. And the
// folder, under the policy it is served with.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { dirname, basename } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";

import { serve_site } from "../../build-scripts/lib/site-server.mjs";
import { pages, word } from "./support/content.mjs";
import { single_file, start, visit, Visitor } from "./support/visitor.mjs";

let world, files;
before(async () => {
  world = await start();
  // Served as a plain host would: the file carries its own policy.
  files = await serve_site(dirname(single_file), { policy: false });
});
after(async () => {
  await files?.close();
  await world?.stop();
});

// One answer of the self-check in a page or a frame.
async function answers(frame) {
  const press = (key) =>
    frame.evaluate(async (name) => {
      const element = document.querySelector(`[data-key="${name}"]`);
      (element.querySelector("input") ?? element).click();
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
    }, key);
  const title = () => frame.evaluate(() => document.querySelector('[data-key="title"]').textContent);
  await press("home/check");
  assert.equal(await title(), word("check.intro.title"));
  await press("check/next");
  assert.equal(await title(), word(`page.${pages[0].id}.title`));
  await press("check/chest-pain/yes");
  assert.equal(
    await frame.evaluate(() => document.querySelector('[data-key="check/chest-pain/yes"] input').checked),
    true,
  );
  await press("check/to-result");
  assert.equal(await title(), word("care.emergency.title"));
}

const ready = (frame) =>
  frame
    .waitForFunction(() => document.documentElement.dataset.tautline !== undefined, null, { timeout: 40_000 })
    .then(() => frame.evaluate(() => document.documentElement.dataset.tautline))
    .then((state) => assert.equal(state, "ready"));

test(
  "The single file over HTTP starts, answers, and asks for nothing",
  visit(
    () => world.open({ address: `${files.url}${basename(single_file)}` }),
    async ({ page, requests }) => {
      await answers(page);
      assert.deepEqual(
        requests.filter((url) => !url.startsWith("data:")).map((url) => new URL(url).pathname),
        [`/${basename(single_file)}`],
      );
    },
  ),
);

test(
  "The single file from a disk starts, answers, and asks for nothing",
  visit(
    () => world.open({ address: pathToFileURL(single_file).href }),
    async ({ page, requests }) => {
      await answers(page);
      assert.deepEqual(
        requests.filter((url) => !url.startsWith("data:") && !url.startsWith("blob:")),
        [pathToFileURL(single_file).href],
      );
    },
  ),
);

test(
  "The single file's painted text uses its own typeface",
  visit(
    () => world.open({ address: pathToFileURL(single_file).href, query: "skin=document" }),
    async ({ page }) => {
      assert.equal(
        await page.evaluate(async () => {
          await document.fonts.ready;
          return document.fonts.check('700 16px "Atkinson Hyperlegible"') && document.fonts.size >= 2;
        }),
        true,
      );
    },
  ),
);

for (const [name, target] of [
  ["single file", () => `${files.url}${basename(single_file)}`],
  ["folder", () => `${world.site.url}index.html`],
]) {
  test(`The ${name} in a sandboxed frame of another origin starts and answers`, async () => {
    // Another port is another origin; another address could be kept from this machine by the browser.
    const server = createServer((request, response) =>
      response
        .writeHead(request.url === "/" ? 200 : 404, { "Content-Type": "text/html" })
        .end(
          `<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>A host</title><iframe title="Tautline" sandbox="allow-scripts" width="390" height="800" src="${target()}"></iframe></html>`,
        ),
    );
    await new Promise((done) => server.listen(0, "127.0.0.1", done));
    const host = `http://127.0.0.1:${server.address().port}/`;
    const visitor = await Visitor.open(world.browser, { address: host, ready: false });
    try {
      const element = await visitor.page.waitForSelector("iframe");
      const frame = await element.contentFrame();
      await ready(frame);
      assert.equal(
        await frame.evaluate(() => {
          try {
            return String(window.origin);
          } catch {
            return "null";
          }
        }),
        "null",
        "it has no origin of its own",
      );
      await answers(frame);
      const complaints = (await visitor.complaints()).filter(
        (line) => !line.startsWith(`request elsewhere: ${new URL(target()).origin}`),
      );
      assert.deepEqual(complaints, []);
      const asked = visitor.requests.filter((url) => !url.startsWith(host) && !url.startsWith("data:"));
      if (name === "single file") assert.deepEqual(asked, [target()]);
      else for (const url of asked) assert.equal(new URL(url).origin, new URL(target()).origin);
    } finally {
      await visitor.context.close();
      server.close();
      server.closeAllConnections();
    }
  });
}

test(
  "The folder asks for its own files, once each, and never says what a person does",
  visit(
    () => world.open(),
    async (visitor) => {
      await answers(visitor.page);
      for (const route of ["alarm", "sources", "settings"]) await visitor.go(route);
      const asked = visitor.requests.filter((url) => !url.startsWith("data:"));
      assert.ok(asked.length >= 6, asked.join(" "));
      for (const url of asked) {
        const { pathname, search, hash } = new URL(url);
        assert.equal(search + hash, "", url);
        assert.match(
          pathname,
          /^\/(|index\.html|build-[0-9a-f]{10}\/(tautline\.(js|css)|engine\.wasm|take-away\.wasm|content\.json|later\.json|fonts\/(regular|bold)\.ttf)|icons\/[^/]*|tautline\.webmanifest|(unstarted|worker)\.js)$/,
          url,
        );
      }
    },
  ),
);

test("The policy that comes as a header is the page's own, and it is strict", async () => {
  const response = await fetch(world.site.url);
  const header = response.headers.get("content-security-policy");
  const own = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(await response.text())[1];
  assert.equal(own, header);
  assert.match(header, /default-src 'none'/);
  assert.doesNotMatch(header, /unsafe-inline|'unsafe-eval'|https?:|\*/);
});
