// When a person has gone: left for another page and Back, hidden, and what is read aloud meanwhile; on the page, in somebody
// else's page, and for every event in every state of the table in web/host/visit.js.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, test } from "node:test";

import { ownDevice } from "../../web/host/visit.js";
import { word } from "./support/content.mjs";
import { start, visit } from "./support/visitor.mjs";

let world, elsewhere;
before(async () => {
  // The tests' driver turns the cache for Back off, which people's browsers have on.
  world = await start({ ignoreDefaultArgs: ["--disable-back-forward-cache"] });
  elsewhere = createServer((request, response) =>
    response
      .writeHead(200, { "Content-Type": "text/html" })
      .end('<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Elsewhere</title><p>Elsewhere'),
  );
  await new Promise((done) => elsewhere.listen(0, "127.0.0.1", done));
});
after(async () => {
  await world?.stop();
  elsewhere?.close();
  elsewhere?.closeAllConnections();
});

// Notes, before the page's own scripts hear of it, what stands in a page that comes back.
const note_returns = (page) =>
  page.addInitScript(() => {
    window.returns = [];
    window.addEventListener(
      "pageshow",
      ({ persisted }) =>
        window.returns.push({
          persisted,
          checked: document.querySelectorAll("input:checked").length,
          title: document.querySelector('[data-key="title"]')?.textContent,
          text: document.body.innerText,
        }),
      { capture: true },
    );
  });
const open = (options) => world.open({ prepare: note_returns, expected_errors: [], ...options });
// A person who goes to another site from here, and Back.
// A busy browser may drop what it kept: then once more from what was done before.
async function away_and_back(visitor, before, tries = 3) {
  const { page, requests } = visitor;
  await before();
  // A page that is still at work for later (its worker is on the way) is not one that every browser keeps.
  await page.evaluate(() =>
    Promise.race([navigator.serviceWorker?.ready.then(() => undefined), new Promise((done) => setTimeout(done, 5000))]),
  );
  const dialogs = (dialog) => dialog.accept();
  page.on("dialog", dialogs);
  await page.goto(`http://127.0.0.1:${elsewhere.address().port}/`);
  await page.evaluate(() => {
    setTimeout(() => history.back());
  }); // a page that goes answers the driver no more
  await page.waitForFunction(() => document.documentElement.dataset.tautline === "ready");
  page.off("dialog", dialogs);
  requests.splice(0, requests.length, ...requests.filter((url) => !url.includes(`:${elsewhere.address().port}/`)));
  const found = await page.evaluate(() => ({
    ...window.returns.at(-1),
    why: performance.getEntriesByType("navigation")[0]?.notRestoredReasons,
  }));
  if (!found.persisted && tries > 1) return away_and_back(visitor, before, tries - 1);
  assert.equal(found.persisted, true, `this browser keeps the page for Back: ${JSON.stringify(found.why)}`);
  return found;
}
const answer_one = async (visitor) => {
  for (const key of ["home/check", "check/next", "check/chest-pain/yes"]) await visitor.press_node(key);
  assert.equal(await visitor.control("check/chest-pain/yes").isChecked(), true);
};

test(
  "Away to another site and Back: the answers are gone before the page is seen, and it begins anew",
  visit(open, async (visitor) => {
    const { checked, title, text } = await away_and_back(visitor, async () => {
      await visitor.go("home");
      await answer_one(visitor);
    });
    assert.equal(checked, 0);
    assert.equal(title, word("home.title"));
    assert.ok(!text.includes(word("check.stop.emergency.title")));
    await visitor.settle();
    assert.equal(await visitor.page.evaluate(() => location.hash), "#/home");
    // It works as any first visit does.
    await visitor.press_node("home/check");
    await visitor.press_node("check/next");
    assert.equal(await visitor.page.locator("#screen input:checked").count(), 0);
    await visitor.press_node("check/chest-pain/no");
    assert.equal(await visitor.control("check/chest-pain/no").isChecked(), true);
  }),
);

test(
  "Who had answered nothing finds the chapter where they left it",
  visit(
    () => open({ route: "muscles" }),
    async (visitor) => {
      const { title } = await away_and_back(visitor, () => visitor.page.evaluate(() => window.scrollTo(0, 300)));
      assert.equal(title, word("chapter.muscles.title"));
      await visitor.settle();
      assert.deepEqual(await visitor.page.evaluate(() => [location.hash, scrollY]), ["#/muscles", 300]);
    },
  ),
);

// The page's own listeners hear these as they hear the browser's.
const happen = (page, happening) =>
  page.evaluate((what) => {
    if (what === "leave") window.dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true }));
    if (what === "return") window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
    if (what === "hide" || what === "show") {
      Object.defineProperty(document, "hidden", { configurable: true, value: what === "hide" });
      document.dispatchEvent(new Event("visibilitychange"));
      delete document.hidden;
    }
  }, happening);
// The shortest way from "here" into a state.
function way_to(table, state) {
  const ways = [[[], "here"]];
  for (const [way, at] of ways) {
    if (at === state) return way;
    for (const [happening, [next]] of Object.entries(table[at]))
      if (happening !== "jump") ways.push([[...way, happening], next]);
  }
  throw new Error(state);
}

test(
  "Every event in every state: answers stay or are gone as the table says, and the page goes on",
  visit(open, async (visitor) => {
    for (const state of Object.keys(ownDevice)) {
      for (const [happening, [, ...deeds]] of Object.entries(ownDevice[state])) {
        if (happening === "jump") continue; // nothing here listens to clocks
        for (const one of way_to(ownDevice, state)) await happen(visitor.page, one);
        await visitor.go("home");
        await answer_one(visitor);
        await happen(visitor.page, happening);
        assert.equal(
          await visitor.page.locator("#screen input:checked").count(),
          deeds.includes("forget") ? 0 : 1,
          `${happening} in ${state}`,
        );
        await happen(visitor.page, "return");
        await visitor.settle();
        assert.equal(await visitor.page.evaluate(() => document.documentElement.dataset.tautline), "ready");
        assert.equal(
          await visitor.page.evaluate(() => `#/${document.documentElement.dataset.screen}`),
          await visitor.page.evaluate(() => location.hash || "#/home"),
        );
      }
    }
  }),
);

test(
  "What is read aloud stops when the page goes away, and the button says so after Back",
  visit(
    () =>
      open({
        prepare: async (page) => {
          await note_returns(page);
          await page.addInitScript(() => {
            window.calls = [];
            Object.defineProperty(window, "speechSynthesis", {
              value: {
                getVoices: () => [{ lang: "en", localService: true, default: true, name: "Here" }],
                speak: () => window.calls.push("speak"),
                cancel: () => window.calls.push("cancel"),
              },
            });
            window.SpeechSynthesisUtterance = class {};
          });
        },
      }),
    async (visitor) => {
      await visitor.go("settings");
      await visitor.press_node("control/setting_read_aloud");
      await visitor.go("warning-signs");
      await visitor.press_node("read/main");
      assert.equal(await visitor.page.evaluate(() => window.calls.at(-1)), "speak");
      await happen(visitor.page, "hide");
      assert.equal(
        await visitor.page.evaluate(() => window.calls.at(-1)),
        "speak",
        "a tab in the background may go on",
      );
      await happen(visitor.page, "show");
      await happen(visitor.page, "leave");
      assert.equal(await visitor.page.evaluate(() => window.calls.at(-1)), "cancel");
      await happen(visitor.page, "return");
      await visitor.settle();
      assert.equal(await visitor.words_of("read/main"), word("read.screen"));
    },
  ),
);

test("A lesson in somebody's page forgets as well, and is still there for its host", async () => {
  const host = createServer((request, response) =>
    response.writeHead(200, { "Content-Type": "text/html" })
      .end(`<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Host</title>
    <script>found = []; addEventListener("message", ({ data }) => data.of === "test" && found.push(data));</script><iframe id="lesson" title="x" width="390" height="700" src="${world.site.url}?mode=embed&amp;height=window"></iframe>`),
  );
  await new Promise((done) => host.listen(0, "127.0.0.1", done));
  const context = await world.browser.newContext();
  try {
    // The driver loses a kept page's frames, so the frame itself says what is left in it.
    await context.addInitScript(() =>
      window.addEventListener(
        "pageshow",
        ({ persisted }) =>
          persisted &&
          window !== top &&
          setTimeout(
            () =>
              parent.postMessage(
                {
                  of: "test",
                  checked: document.querySelectorAll("input:checked").length,
                  title: document.querySelector('[data-key="title"]').textContent,
                },
                "*",
              ),
            100,
          ),
      ),
    );
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${host.address().port}/`);
    const frame = () => page.frames().find((one) => one.url().startsWith(world.site.url));
    await frame().waitForFunction(() => document.documentElement.dataset.tautline === "ready");
    const press = (key) =>
      frame().evaluate(async (name) => {
        const element = document.querySelector(`[data-key="${name}"]`);
        (element.querySelector("input") ?? element).click();
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      }, key);
    for (const key of ["home/check", "check/next", "check/chest-pain/yes"]) await press(key);
    await page.goto(`http://127.0.0.1:${elsewhere.address().port}/`);
    await page.evaluate(() => {
      setTimeout(() => history.back());
    }); // a page that goes answers the driver no more
    await page.waitForFunction(() => window.found?.length === 1);
    assert.deepEqual(await page.evaluate(() => window.found), [{ of: "test", checked: 0, title: word("home.title") }]);
  } finally {
    await context.close();
    host.close();
    host.closeAllConnections();
  }
});
