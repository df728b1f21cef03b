// Whatever a host, a portal or a cache gives out in the place of a file of ours, a person can read what matters, is told
// what is missing, and can ask again. The kinds of wrong take turns over the files of the build; every file with every
// kind is in tests/web-full.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { launch_browser } from "../../build-scripts/lib/browser.mjs";
import { word } from "./support/content.mjs";
import { site_folder } from "./support/visitor.mjs";
import { faults, files, folder, look, open_with, plain, serve_with_fault } from "./support/wrong_files.mjs";

let browser;
before(async () => { browser = await launch_browser({ args: [plain] }); });
after(() => browser?.close());

const kinds = Object.keys(faults);
files.forEach((path, i) => {
  const fault = kinds[i % kinds.length];
  test(`${path}: ${fault}`, () => look(browser, path, fault));
});

for (const [path, fault] of [["engine.wasm", "another"], ["fonts/regular.ttf", "html"], ["take-away.wasm", "slow"]])
  test(`${path}: ${fault}, over plain http`, () => look(browser, path, fault, { over_plain_http: true }));

async function opened(host, query, see) {
  const visit = await open_with(browser, host, query);
  try {
    const page = visit.page.frames()[1] ?? visit.page;
    await page.waitForFunction(() => document.documentElement.dataset.tautline !== undefined);
    assert.equal(await page.evaluate(() => document.documentElement.dataset.tautline), "ready");
    await see(page);
  } finally {
    await visit.close();
    await host.close();
  }
}

for (const [path, fault, query] of [["content.json", "html", ""], ["tautline.js", "html", ""], ["tautline.js", "cut", "#a2.AAAA"], ["embed.js", "another", "mode=embed"], ["kiosk.js", "empty", "mode=kiosk"]])
  test(`A wrong answer that the browser would keep for a year is asked for once more, past what it keeps: ${path}, ${query || "the page"}`, async () => {
    const host = await serve_with_fault(path, fault, { times: 1 });
    await opened(host, query, async (page) => {
      assert.equal(host.asked, 1);
      if (query.startsWith("#")) assert.equal(await page.locator('[data-key="check/arrival"]').count(), 1, "what stood behind # was not lost");
      if (path === "embed.js") await page.waitForFunction(() => Boolean(window.tautlineFrame));
    });
  });

for (const fault of Object.keys(faults).filter((kind) => kind !== "another"))
  test(`A pack: ${fault}; our own content is shown, and the page says so`, async () => {
    const host = await serve_with_fault("packs/clinic/content.json", fault, { at: "/packs/clinic/content.json", from: join(site_folder, folder, "content.json") });
    await opened(host, "pack=clinic&skin=document", (page) => page.getByText(word("error.pack.title"), { exact: false }).first().waitFor());
  });
