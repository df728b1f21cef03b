// After one visit the page opens without a network, on any host and below any path; and a new build never meets an old one.
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { integrity_of } from "../../build-scripts/lib/digests.mjs";
import { build_folder } from "../../build-scripts/lib/files.mjs";
import { serve_site } from "../../build-scripts/lib/site-server.mjs";
import { root } from "./support/content.mjs";
import { Visitor, site_folder, start } from "./support/visitor.mjs";

let world, host, site;
let answer = () => false; // what a test makes of the host
const place = "some/sub-path/";
before(async () => {
  host = mkdtempSync(join(tmpdir(), "tautline-host-"));
  cpSync(site_folder, join(host, place), { recursive: true });
  [world, site] = await Promise.all([start(), serve_site(host, { answer: (...asked) => answer(...asked) })]);
});
after(async () => {
  await site?.close();
  await world?.stop();
  rmSync(host, { recursive: true, force: true });
});

const open = (options) => Visitor.open(world.browser, { address: site.url + place, ...options });
const worker_is_there = (page) =>
  page.evaluate(() =>
    navigator.serviceWorker.ready.then(
      ({ active }) =>
        new Promise((done) =>
          active.state === "activated"
            ? done()
            : active.addEventListener("statechange", () => active.state === "activated" && done()),
        ),
    ),
  );
const ready = (page) =>
  page.waitForFunction(() => document.documentElement.dataset.tautline === "ready", null, { timeout: 40_000 });
const folders = (requests) => new Set(requests.map((url) => /build-[0-9a-f]{10}/.exec(url)?.[0]).filter(Boolean));

test("Below a sub-path, after one visit, the page opens without a network, whatever stands behind the question mark", async () => {
  const visitor = await open();
  const { page, context } = visitor;
  await worker_is_there(page);
  await context.setOffline(true);
  for (const search of ["", "?theme=dark&text=150", "index.html?screen=what-helps"]) {
    const again = await context.newPage();
    await again.goto(site.url + place + search);
    await ready(again);
    assert.ok((await again.locator("[data-key=title]").textContent()).length > 3, search);
    await again.close();
  }
  // A host in trouble, or a captive portal: what is kept is better than an answer that is no success.
  await context.setOffline(false);
  renameSync(join(host, place, "index.html"), join(host, place, "index.away"));
  try {
    const again = await context.newPage();
    await again.goto(site.url + place);
    await ready(again);
  } finally {
    renameSync(join(host, place, "index.away"), join(host, place, "index.html"));
  }
  assert.deepEqual(
    visitor.errors.filter((text) => !text.startsWith("opened another page")),
    [],
  );
  await context.close();
});

test("The worker is asked for only when the page is ready, and keeps nothing but the page's own files", async () => {
  const visitor = await open();
  const { page, context } = visitor;
  await worker_is_there(page);
  const asked = await page.evaluate(() => performance.getEntriesByName("tautline-ready")[0].startTime);
  assert.ok(asked > 0);
  const [worker] = context.serviceWorkers();
  const kept = await worker.evaluate(async () => {
    const all = [];
    for (const name of await caches.keys())
      for (const request of await (await caches.open(name)).keys()) all.push(new URL(request.url).pathname);
    return all;
  });
  assert.ok(kept.length >= 10, kept.join(" "));
  for (const path of kept)
    assert.match(
      path,
      /^\/some\/sub-path\/((index|sources)\.html|licenses\.txt|unstarted\.js|tautline\.webmanifest|icons\/[\w-]+\.png|build-[0-9a-f]{10}\/[\w./-]+)$/,
    );
  await visitor.close();
});

test("It can be installed: the browser finds nothing missing in the manifest", async () => {
  const visitor = await open();
  const { page, context } = visitor;
  const cdp = await context.newCDPSession(page);
  const { errors, url } = await cdp.send("Page.getAppManifest");
  assert.match(url, /tautline\.webmanifest$/);
  assert.deepEqual(errors, []);
  const manifest = JSON.parse(readFileSync(join(host, place, "tautline.webmanifest"), "utf8"));
  assert.equal(manifest.short_name, JSON.parse(readFileSync(`${root}content/words/en/interface.json`, "utf8")).name);
  for (const { src, sizes } of manifest.icons) {
    const png = readFileSync(join(host, place, src));
    assert.equal(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`, sizes, src);
  }
  // A browser without a window says so too; of the page itself it must have no complaint.
  const { installabilityErrors } = await cdp.send("Page.getInstallabilityErrors");
  assert.deepEqual(
    installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito"),
    [],
  );
  await visitor.close();
});

// Every document of ours, as a visitor who was there before asks for it again.
const documents = readdirSync(site_folder).filter((name) => /^(index|sources)(\.\w+)?\.html$/.test(name));
const portal =
  "<!doctype html><html><head><title>Sign in</title></head><body><p>Welcome to this network.</p></body></html>";
const kinds = {
  "is in trouble": (response) => response.writeHead(503, { "Content-Type": "text/html" }).end(portal),
  "has no such page": (response) => response.writeHead(404, { "Content-Type": "text/html" }).end(portal),
  "is a portal that says 200": (response) => response.writeHead(200, { "Content-Type": "text/html" }).end(portal),
  "is a portal that leads away": (response) => response.writeHead(302, { Location: "/sign-in" }).end(),
  "sends nothing": (response) => response.writeHead(200, { "Content-Type": "text/html" }).end(),
  "sends half a page": (response, bytes) =>
    response.writeHead(200, { "Content-Type": "text/html" }).end(bytes.subarray(0, bytes.length / 2)),
};

test("Whatever a host in trouble or a portal answers: every page in every language that was read before is there, and only ours is kept", async () => {
  const visitor = await open();
  const { page, context } = visitor;
  await worker_is_there(page);
  const reader = await context.newPage();
  const read = async (name) => {
    await reader.goto(`${site.url}${place}${name}`, { waitUntil: "domcontentloaded" });
    return reader.title();
  };
  const titles = new Map();
  for (const name of documents) titles.set(name, await read(name));
  assert.equal(new Set(titles.values()).size, documents.length, "each has a title of its own");
  for (const [kind, give] of Object.entries(kinds)) {
    answer = (request, response) => {
      const name = request.url.slice(1 + place.length).replace(/\?.*/, "");
      if (!documents.includes(name) && request.url !== "/sign-in") return false;
      give(response, readFileSync(join(host, place, documents.includes(name) ? name : "index.html")));
      return true;
    };
    for (const name of documents) assert.equal(await read(name), titles.get(name), `${name}, when the host ${kind}`);
  }
  answer = () => false;
  const [worker] = context.serviceWorkers();
  const foreign = await worker.evaluate(async () => {
    const found = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys())
        if ((await (await cache.match(request)).text()).includes("Welcome to this network")) found.push(request.url);
    }
    return found;
  });
  assert.deepEqual(foreign, []);
  await context.setOffline(true);
  for (const name of documents) assert.equal(await read(name), titles.get(name), `${name}, without a network`);
  await context.close();
});

test("What can't be kept is shown all the same: a disk that is full, an answer that no cache may take", async () => {
  const { page, context } = await open();
  await worker_is_there(page);
  const reader = await context.newPage();
  const title_of = (name) => /<title>([^<]*)/.exec(readFileSync(join(host, place, name), "utf8"))[1];
  const read = async (name) => {
    await reader.goto(`${site.url}${place}${name}`, { waitUntil: "domcontentloaded" });
    assert.equal(await reader.title(), title_of(name), name);
  };
  answer = (request, response) => {
    if (!request.url.endsWith("index.es.html")) return false;
    response
      .writeHead(200, { "Content-Type": "text/html; charset=utf-8", Vary: "*" })
      .end(readFileSync(join(host, place, "index.es.html")));
    return true;
  };
  await read("index.es.html");
  answer = () => false;
  const cdp = await context.newCDPSession(reader);
  await cdp.send("Storage.overrideQuotaForOrigin", { origin: new URL(site.url).origin, quotaSize: 1 });
  for (const name of documents) await read(name);
  await context.close();
});

test("A worker whose files are not all of its build is not installed, and keeps nothing wrong; later it is", async () => {
  let asked = 0;
  answer = (request, response) => {
    if (!/\/take-away\.wasm/.test(request.url)) return false;
    ++asked;
    response.writeHead(200, { "Content-Type": "text/html" }).end(portal);
    return true;
  };
  const visitor = await open();
  const { page, context } = visitor;
  const registration = () =>
    page.evaluate(() =>
      navigator.serviceWorker
        .getRegistration()
        .then((found) => (found ? (found.installing ?? found.active)?.state : "none")),
    );
  for (let i = 0; asked === 0 || (await registration()) !== "none"; ++i) {
    assert.ok(i < 150, `it ends without a worker: ${asked} asked for, ${await registration()}`);
    await page.waitForTimeout(100);
  }
  answer = () => false;
  await page.reload();
  await worker_is_there(page);
  await context.setOffline(true);
  const again = await context.newPage();
  await again.goto(site.url + place);
  await ready(again);
  await again.evaluate(() => {
    location.hash = "#/summary";
  });
  await again.locator('[data-key="title"]').waitFor();
  assert.equal(await again.locator('[data-key="later/again"]').count(), 0, "take-away is there, and whole");
  await context.close();
});

test("A new build: a page in use keeps its own, the next visit has the new one whole, and then without a network too", async () => {
  const visitor = await open();
  const { page, context } = visitor;
  await worker_is_there(page);
  const old = build_folder(join(host, place)),
    fresh = "build-0123456789";
  for (const file of ["index.html", "worker.js"]) {
    const path = join(host, place, file);
    // A worker knows a file by its revision; the page's changes with its text.
    const text = readFileSync(path, "utf8")
      .replaceAll(old, fresh)
      .replace(
        /("?url"?:"index\.html","?revision"?:")[^"]*(","?integrity"?:")[^"]*/,
        (_, url, digest) => `${url}new${digest}${integrity_of(readFileSync(join(host, place, "index.html")))}`,
      );
    writeFileSync(path, text.replace("<title>", "<title>New: "));
  }
  renameSync(join(host, place, old), join(host, place, fresh));
  try {
    const status = (path) => page.evaluate((address) => fetch(address).then((response) => response.status), path);
    assert.equal(await status(`${old}/content.json`), 200, "the page in use still gets its own build's files");
    assert.equal(await status(`${old}/gone.json`), 404);

    const next = await context.newPage();
    const requests = [];
    let title;
    next.on("request", (request) => requests.push(request.url()));
    next.on("domcontentloaded", async () => {
      title ??= await next.title();
    });
    await next.goto(site.url + place, { waitUntil: "domcontentloaded" });
    await ready(next);
    assert.deepEqual([...folders(requests)], [fresh], "every file of the second visit is of the new build");
    await next.evaluate(() => navigator.serviceWorker.getRegistration().then((registration) => registration.update()));
    await next.waitForFunction(
      () => navigator.serviceWorker.getRegistration().then((registration) => Boolean(registration.waiting)),
      null,
      { timeout: 20_000 },
    );
    assert.equal(await status(`${old}/content.json`), 200, "also while the new worker waits");

    await page.goto("about:blank");
    await next.goto("about:blank");
    const last = await context.newPage();
    await last.goto(site.url + place);
    await ready(last);
    await last.waitForFunction(
      () =>
        navigator.serviceWorker
          .getRegistration()
          .then((registration) => Boolean(registration.active) && !registration.waiting),
      null,
      { timeout: 20_000 },
    );
    await context.setOffline(true);
    const offline = [];
    last.on("request", (request) => offline.push(request.url()));
    await last.reload();
    await ready(last);
    assert.deepEqual([...folders(offline)], [fresh]);
  } finally {
    await context.close();
  }
});
