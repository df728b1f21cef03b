// Other languages in the living page: the words come when they are asked for, and nothing a person did is lost.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";

import { words_in } from "./support/content.mjs";
import { desktop, single_file, start, visit } from "./support/visitor.mjs";

let world;
before(async () => {
  world = await start();
});
after(() => world?.stop());

const spanish = words_in("es"),
  arabic = words_in("ar"),
  english = words_in("en");

const fetched = ({ requests }) =>
  requests.map((url) => new URL(url).pathname.split("/").pop()).filter((name) => name.startsWith("content."));
const speaks = (page, language) => page.waitForFunction((wanted) => document.documentElement.lang === wanted, language);
const classes = (page) => page.evaluate(() => document.documentElement.className);

async function choose_language(visitor, language) {
  await visitor.go("settings");
  await visitor.control(`settings/language/${language}`).evaluate((element) => element.click());
  await speaks(visitor.page, language);
  await visitor.settle();
}

describe("Languages", () => {
  test(
    "a change of language keeps the answers, the focus and the place",
    visit(
      () => world.open({ route: "check" }),
      async (visitor) => {
        const { page } = visitor;
        await visitor.press_node("check/next");
        await visitor.press_node("check/chest-pain/no");
        await visitor.press_node("check/tearing-pain/unsure");
        assert.deepEqual(fetched(visitor), ["content.json"], "no other language is fetched before it is asked for");
        await visitor.go("settings");
        await visitor.control("settings/language/es").focus();
        await page.keyboard.press("Space");
        await speaks(page, "es");
        await visitor.settle();
        assert.deepEqual(fetched(visitor), ["content.json", "content.es.json"]);
        assert.equal(await visitor.focused(), "settings/language/es", "the focus stays");
        assert.equal(await visitor.title(), spanish["settings.title"]);
        assert.match(await page.title(), new RegExp(spanish["settings.title"]));
        await visitor.hears(spanish["settings.language.changed"]);
        await visitor.go("review");
        assert.equal(await visitor.title(), spanish["check.review.title"]);
        const line = spanish["check.review.line"]
          .replace("{short}", spanish["item.chest-pain.short"])
          .replace("{answer}", spanish["option.no"]);
        assert.equal(await visitor.words_of("review/signs-emergency/chest-pain/answer"), line);
        assert.ok(
          (await visitor.words_of("review/signs-emergency/tearing-pain/answer")).endsWith(spanish["option.unsure"]),
        );
        await choose_language(visitor, "en");
        assert.deepEqual(fetched(visitor), ["content.json", "content.es.json"], "English is still there");
        assert.equal(await visitor.title(), english["settings.title"]);
      },
    ),
  );

  test(
    "?lang=es starts in Spanish and fetches no English bundle",
    visit(
      () => world.open({ query: "lang=es" }),
      async (visitor) => {
        assert.deepEqual(fetched(visitor), ["content.es.json"]);
        assert.equal(await visitor.title(), spanish["home.title"]);
        assert.deepEqual(
          await visitor.page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]),
          ["es", "ltr"],
        );
        await visitor.press_node("footer/english-signs");
        assert.equal(await visitor.title(), english["signs.title"]);
        assert.deepEqual(
          await visitor.element("title").evaluate((e) => [e.closest("[lang]").lang, e.closest("[dir]").dir]),
          ["en", "ltr"],
        );
      },
    ),
  );

  test(
    "a language that the page does not have is English",
    visit(
      () => world.open({ query: "lang=xx" }),
      async (visitor) => {
        assert.equal(await visitor.title(), english["home.title"]);
      },
    ),
  );

  // (A worker that is there already would ask for the words itself, past the test.)
  test(
    "a language that does not come leaves the page as it was, and says so",
    visit(
      () =>
        world.open({
          route: "settings",
          expected_errors: [/Failed to load resource/],
          serviceWorkers: "block",
          prepare: (page) => page.route("**/content.es.json", (route) => route.fulfill({ status: 503 })),
        }),
      async (visitor) => {
        await visitor.control("settings/language/es").evaluate((element) => element.click());
        await visitor.hears(english["settings.language.failed"]);
        assert.equal(await visitor.control("settings/language/en").isChecked(), true);
        assert.equal(await visitor.title(), english["settings.title"]);
      },
    ),
  );

  for (const [name, options] of [
    ["a phone", {}],
    ["a wide screen", { viewport: desktop }],
  ]) {
    test(
      `Arabic on ${name}: Text view by itself, from right to left, English parts marked`,
      visit(
        () => world.open(options),
        async (visitor) => {
          const { page } = visitor;
          assert.match(await classes(page), /\bstage\b/);
          assert.equal(await page.locator(".languages").count(), 0, "the article's links went with it");
          await choose_language(visitor, "ar");
          assert.match(await classes(page), /\bdocument\b/);
          assert.equal(await page.evaluate(() => document.documentElement.dir), "rtl");
          assert.equal(await visitor.has("banner/text-view"), false);
          for (const route of ["home", "warning-signs", "check", "result", "alarm"]) {
            await visitor.go(route);
            await visitor.keep_picture(`Arabic ${route} on ${name}`);
            const wrong = await page.evaluate(() =>
              [
                ...document.querySelectorAll(
                  "#screen p, #screen h1, #screen h2, #screen h3, #screen button, #screen a, #screen legend",
                ),
              ]
                .filter(
                  (e) =>
                    e.offsetParent &&
                    !e.querySelector("p") &&
                    !e.closest("[data-key*='/language/']") &&
                    /[A-Za-z]{3}/.test(e.textContent.replace(/Tautline|findahelpline\.com/g, "")),
                )
                .filter((e) => getComputedStyle(e).direction !== "ltr" || e.closest("[lang]").lang !== "en")
                .map((e) => e.outerHTML),
            );
            assert.deepEqual(wrong, [], `${route}: English words are marked and run from left to right`);
            const wide = await page.evaluate(
              () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
            );
            assert.ok(wide <= 0, `${route}: nothing sticks out (${wide} px)`);
          }
          await visitor.go("home");
          assert.equal(await visitor.title(), arabic["home.title"]);
          const side = await visitor
            .element("title")
            .evaluate((e) => [getComputedStyle(e).direction, getComputedStyle(e).textAlign]);
          assert.deepEqual(side, ["rtl", "start"]);
          await visitor.press_node("home/language/en");
          await speaks(page, "en");
          assert.match(await classes(page), /\bstage\b/, "the stage comes back by itself");
        },
      ),
    );
  }

  test(
    "the name of a language that the stage can't paint is the page's own text",
    visit(
      () => world.open(),
      async (visitor) => {
        const button = visitor.element("home/language/ar");
        const { color, background, width, height } = await button.evaluate((e) => {
          const { color: ink } = getComputedStyle(e.querySelector(".text"));
          const box = e.getBoundingClientRect();
          return {
            color: ink,
            background: getComputedStyle(document.documentElement).backgroundColor,
            width: box.width,
            height: box.height,
          };
        });
        assert.notEqual(color, background);
        assert.ok(!/, 0\)$/.test(color), `${color} can be seen`);
        assert.ok(width >= 44 && height >= 44, `${width} x ${height}`);
        const fits = await button.evaluate((e) => e.querySelector(".text").scrollWidth <= e.clientWidth + 1);
        assert.ok(fits, "it is not cut");
        await visitor.rest();
        await visitor.keep_picture("Home with languages");
      },
    ),
  );

  test(
    "the article has a page in each language, which goes on in it",
    visit(
      () => world.open({ javaScriptEnabled: false, ready: false }),
      async (visitor) => {
        const { page } = visitor;
        await page.click('.languages a[hreflang="es"]');
        assert.equal(await page.evaluate(() => document.documentElement.lang), "es");
        const text = await page.evaluate(() => document.body.innerText);
        assert.ok(text.includes(spanish["home.lead"]));
        await page.click('#warning-signs a[href="index.html#warning-signs"]');
        assert.ok(
          (await page.locator("#warning-signs").innerText()).includes(english["sign.R1.text"]),
          "the English warning signs are one link away",
        );
        await page.goBack();
        await page.click('.languages a[hreflang="ar"]');
        assert.equal(await page.evaluate(() => getComputedStyle(document.body).direction), "rtl");
        await visitor.keep_picture("Arabic article");
      },
    ),
  );

  test(
    "the single file speaks its languages from a disk",
    visit(
      () => world.open({ address: pathToFileURL(single_file).href }),
      async (visitor) => {
        for (const [language, words] of [
          ["es", spanish],
          ["ar", arabic],
          ["en", english],
        ]) {
          await choose_language(visitor, language);
          assert.equal(await visitor.title(), words["settings.title"]);
        }
      },
    ),
  );
});
