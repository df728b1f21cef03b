// Whatever a host, a portal or a cache gives out in the place of a file of ours, a person can read what matters, is told
// what is missing, and can ask again. The kinds of wrong take turns over the files of the build; every file with every
// kind is in tests/web-full.
// Takes long: every kind of wrong.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { launch_browser } from "../../build-scripts/lib/browser.mjs";
import { answers_file, today } from "./support/answers.mjs";
import { root, word } from "./support/content.mjs";
import { site_folder } from "./support/visitor.mjs";
import { faults, files, folder, look, open_with, plain, serve_with_fault } from "./support/wrong_files.mjs";

let browser;
before(async () => {
  browser = await launch_browser({ args: [plain] });
});
after(() => browser?.close());

const kinds = Object.keys(faults);
files.forEach((path, i) => {
  const fault = kinds[i % kinds.length];
  test(`${path}: ${fault}`, () => look(browser, path, fault));
});

for (const [path, fault] of [
  ["engine.wasm", "another"],
  ["fonts/regular.ttf", "html"],
  ["take-away.wasm", "slow"],
])
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

for (const [path, fault, query] of [
  ["content.json", "html", ""],
  ["tautline.js", "html", ""],
  ["tautline.js", "cut", "#a2.AAAA"],
  ["embed.js", "another", "mode=embed"],
  ["kiosk.js", "empty", "mode=kiosk"],
])
  test(`A wrong answer that the browser would keep for a year is asked for once more, past what it keeps: ${path}, ${query || "the page"}`, async () => {
    const host = await serve_with_fault(path, fault, { times: 1 });
    await opened(host, query, async (page) => {
      assert.equal(host.asked, 1);
      if (query.startsWith("#"))
        assert.equal(await page.locator('[data-key="check/arrival"]').count(), 1, "what stood behind # was not lost");
      if (path === "embed.js") await page.waitForFunction(() => Boolean(window.tautlineFrame));
    });
  });

// A link with answers, and what reads them is wrong.
const link = () =>
  execFileSync(`${root}build/bin/tautline`, ["export", "fragment", "--answers", "-", "--content", `${root}content`], {
    input: answers_file(today),
    encoding: "utf8",
  }).trim();
const stands = (page, key) => page.locator(`[data-key="${key}"]`).waitFor();
const hash = (page) => page.evaluate(() => location.hash);

for (const fault of ["slow", "cut"]) {
  test(`A link with answers, opened where what reads them is wrong (${fault}): it did not load, and loading again opens it`, async () => {
    const host = await serve_with_fault("take-away.wasm", fault);
    const code = link();
    const visit = await open_with(browser, host, code);
    try {
      const { page } = visit;
      await page.waitForFunction(() => document.documentElement.dataset.tautline === "failed");
      await page.locator('[data-shell="failed"]').waitFor();
      assert.equal(await hash(page), code, "it was not lost");
      host.fault = null;
      await page.locator('[data-shell="reload"]').click();
      await stands(page, "result/arrival");
      assert.equal(await hash(page), "", "and then it stands there no more");
    } finally {
      await visit.close();
      await host.close();
    }
  });

  test(`A link with answers, opened in a page that runs where what reads them is wrong (${fault}): that is said, and asking again opens it`, async () => {
    const host = await serve_with_fault("take-away.wasm", fault);
    const code = link();
    await opened(host, "skin=document", async (page) => {
      await page.evaluate((fragment) => {
        location.hash = fragment;
      }, code);
      await stands(page, "check/arrival");
      const said = page.locator('[data-key="check/arrival"]');
      assert.equal(await said.innerText(), word("arrival.not_loaded"));
      const again = page.locator('button[data-key="check/arrival/again"]');
      const { asked } = host;
      await again.click();
      while (host.asked === asked) await page.waitForTimeout(50);
      await again.waitFor();
      assert.equal(await said.innerText(), word("arrival.not_loaded"));
      assert.equal(await hash(page), "#/check");
      host.fault = null;
      await again.click();
      await stands(page, "result/arrival");
    });
  });
}

test("A link with answers that is still on its way when the person goes opens for nobody else", async () => {
  const host = Object.assign(await serve_with_fault("take-away.wasm", "slow"), {
    path: "whose waiting ends by itself",
  });
  await opened(host, "skin=document", async (page) => {
    await page.evaluate((fragment) => {
      location.hash = fragment;
    }, link());
    while (host.asked === 0) await page.waitForTimeout(50);
    for (const persisted of [false, true])
      await page.evaluate(
        (kept) => dispatchEvent(new PageTransitionEvent(kept ? "pageshow" : "pagehide", { persisted: true })),
        persisted,
      );
    host.fault = null;
    await page.evaluate(() => window.hurry());
    await page.evaluate(() => {
      location.hash = "#/settings";
    });
    await page.waitForTimeout(500);
    assert.equal(await page.locator('[data-key="result/arrival"], [data-key="check/arrival"]').count(), 0);
    // One that could not be read is not asked for by the next person, either.
    host.fault = "cut";
    await page.evaluate((fragment) => {
      location.hash = fragment;
    }, link());
    await stands(page, "check/arrival/again");
    for (const name of ["pagehide", "pageshow"])
      await page.evaluate((each) => dispatchEvent(new PageTransitionEvent(each, { persisted: true })), name);
    await page.waitForFunction(() => !document.querySelector('[data-key="check/arrival"]'));
  });
});

for (const fault of Object.keys(faults).filter((kind) => kind !== "another"))
  test(`A pack: ${fault}; our own content is shown, and the page says so`, async () => {
    const host = await serve_with_fault("packs/clinic/content.json", fault, {
      at: "/packs/clinic/content.json",
      from: join(site_folder, folder, "content.json"),
    });
    await opened(host, "pack=clinic&skin=document", (page) =>
      page.getByText(word("error.pack.title"), { exact: false }).first().waitFor(),
    );
  });
