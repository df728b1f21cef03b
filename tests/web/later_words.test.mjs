// What nobody sees first comes when the page is ready (content.mjs, RouteEntry::words in src/app/routes.h): nothing that a person may
// need at once waits for it, and where it does not come the page says so and can be asked again.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { routes, title_of, waiting, word, words_in } from "./support/content.mjs";
import { start, visit } from "./support/visitor.mjs";

let world;
before(async () => {
  world = await start();
});
after(() => world?.stop());

const stage = ({ page }) => page.evaluate(() => document.getElementById("stage").innerText);
const missing = (page, fails = () => true) =>
  page.route("**/later*.json", (route) => (fails() ? route.fulfill({ status: 503 }) : route.continue()));
// A worker that keeps the page for a time without a network would have them.
const options = {
  serviceWorkers: "block",
  query: "skin=document",
  whole: false,
  expected_errors: [/Failed to load resource/],
};

describe("Later words", () => {
  test(
    "without them every screen stands but those that say they are missing",
    visit(
      () => world.open({ ...options, prepare: (page) => missing(page) }),
      async (visitor) => {
        for (const route of routes.filter((name) => !waiting.includes(name))) {
          await visitor.go(route);
          assert.doesNotMatch(await stage(visitor), /\[\[/, route);
          assert.notEqual(await visitor.title(), "", route);
        }
        for (const route of waiting) {
          await visitor.go(route);
          await visitor.page.waitForFunction(
            (text) => document.getElementById("stage").innerText.includes(text),
            word("summary.not_loaded"),
          );
          assert.doesNotMatch(await stage(visitor), /\[\[/, route);
          assert.equal(await visitor.title(), word(title_of[route]), route);
        }
        // What an answer asks a person to do never waits.
        await visitor.go("check");
        await visitor.press_node("check/next");
        await visitor.press_node("check/chest-pain/yes");
        for (const route of ["check", "result"]) {
          if (route === "result") await visitor.go(route);
          const text = await stage(visitor);
          assert.doesNotMatch(text, /\[\[/, route);
          assert.ok(
            text.includes(word(route === "check" ? "check.stop.emergency.title" : "care.emergency.title")),
            route,
          );
        }
      },
    ),
  );

  for (const language of ["es", "ar"])
    test(
      `in a translation (${language}) its warning signs stand in for the English ones until these come`,
      visit(
        () => world.open({ ...options, query: `skin=document&lang=${language}`, prepare: (page) => missing(page) }),
        async (visitor) => {
          const signs = words_in(language);
          for (const route of ["warning-signs", "warning-signs-in-english", "check", "result"]) {
            await visitor.go(route);
            const text = await stage(visitor);
            assert.doesNotMatch(text, /\[\[/, route);
            if (route.startsWith("warning")) assert.ok(text.includes(signs["sign.R1.text"]), route);
          }
        },
      ),
    );

  let down = true;
  test(
    "once they can be had, asking again brings them",
    visit(
      () => world.open({ ...options, prepare: (page) => missing(page, () => down) }),
      async (visitor) => {
        await visitor.go("what-helps");
        await visitor.element("later/again").waitFor();
        down = false;
        await visitor.press_node("later/again");
        await visitor.page.waitForFunction(
          (text) => document.getElementById("stage").innerText.includes(text),
          word("help.move.title"),
        );
        for (const route of waiting) {
          await visitor.go(route);
          await visitor.page.waitForFunction(
            (text) => !document.getElementById("stage").innerText.includes(text),
            word("summary.loading"),
          );
          assert.ok(!(await stage(visitor)).includes(word("summary.not_loaded")), route);
        }
      },
    ),
  );

  test(
    "a person who opens such a screen at once sees it when they come",
    visit(
      () => world.open({ ...options, route: "sources", expected_errors: [] }),
      async (visitor) => {
        await visitor.page.waitForFunction(
          () => document.querySelectorAll('#stage [data-key^="sources/"] a[href^="https"]').length > 20,
        );
        assert.equal(await visitor.title(), word("sources.title"));
      },
    ),
  );
});
