// The address: what may stand behind the question mark, Back and Forward, and what a reload asks and forgets.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { word } from "./support/content.mjs";
import { start, visit } from "./support/visitor.mjs";

let world;
before(async () => {
  world = await start();
});
after(() => world?.stop());

const look = (page) =>
  page.evaluate(() => ({
    classes: [...document.documentElement.classList],
    text: document.documentElement.style.getPropertyValue("--text-scale"),
  }));

test(
  "What the address asks for is there from the first picture on",
  visit(
    () => world.open({ query: "theme=DARK&text=150%25&motion=less&skin=document&screen=settings" }),
    async (visitor) => {
      const { classes, text } = await look(visitor.page);
      assert.ok(classes.includes("dark") && classes.includes("document"), classes.join(" "));
      assert.equal(text, "1.5");
      assert.equal(await visitor.title(), word("settings.title"));
      assert.equal(
        await visitor.page.evaluate(() => location.hash + document.activeElement.tagName),
        "BODY",
        "nothing is focused or added to the address at the start",
      );
    },
  ),
);

const hostile = [
  "theme=%3Cscript%3Ealert(1)%3C/script%3E&text=NaN&lang=%00&screen=..%2F..%2F&mode=root&skin=%E2%80%AE",
  `screen=${"x".repeat(5000)}`,
  "%=%&&=%ff&text=1e999#/<img src=x onerror=alert(1)>",
];
for (const query of hostile) {
  test(
    `An address that makes no sense leaves a whole page: ${query.slice(0, 40)}`,
    visit(
      () => world.open({ query }),
      async (visitor) => {
        assert.equal(await visitor.title(), word("home.title"));
        assert.equal(await visitor.page.locator("#screen script, #screen img").count(), 0);
        const { text } = await look(visitor.page);
        assert.equal(text, "1");
      },
    ),
  );
}

test(
  "Hostile fragments, one after the other, leave the page where it was and whole",
  visit(
    () => world.open({ route: "alarm" }),
    async (visitor) => {
      const bits = [
        "<img src=x onerror=alert(1)>",
        "javascript:alert(1)",
        "%",
        "%ff%fe",
        "\u0000",
        "\u202e",
        "../..",
        "x".repeat(20_000),
        "check/",
        "check/999",
        "check/-1",
        "alarm/../result",
        "__proto__",
        "constructor",
        "🂡",
        "a1.",
        "a1.AAAA",
        "a99.%00",
        `a1.${"A".repeat(10_000)}`,
        "?secret=<b>",
        "/",
        "//",
        "#",
        "\"'`",
        "${1}",
      ];
      let state = 11;
      const roll = (n) => {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        return Math.floor((state / 2 ** 32) * n);
      };
      const fragments = Array.from({ length: 100 }, (_, i) =>
        i < bits.length ? bits[i] : `${roll(2) ? "/" : ""}${bits[roll(bits.length)]}${bits[roll(bits.length)]}`,
      );
      await visitor.page.evaluate(async (all) => {
        for (const fragment of all) {
          location.hash = `#${fragment}`;
          await new Promise((done) => setTimeout(done, 0));
        }
      }, fragments);
      assert.equal(await visitor.page.evaluate(() => document.documentElement.dataset.tautline), "ready");
      assert.equal(await visitor.page.locator("#screen script, #screen img").count(), 0);
      await visitor.go("muscles");
      assert.equal(await visitor.title(), word("chapter.muscles.title"));
    },
  ),
);

// A press that counts for the browser as a person's: it asks nothing on behalf of scripts.
const touch = async (visitor, key) => {
  await visitor.page.locator(`[data-key="${key}"]`).first().click({ force: true });
  await visitor.settle();
};

test(
  "Back and Forward go page by page through the self-check, and no answer is lost or told",
  visit(
    () => world.open(),
    async (visitor) => {
      const { page } = visitor;
      const titles = [await visitor.title()];
      await visitor.press_node("home/check");
      titles.push(await visitor.title());
      await visitor.press_node("check/next");
      titles.push(await visitor.title());
      await visitor.press_node("check/chest-pain/no");
      await visitor.press_node("check/none");
      await visitor.press_node("check/next");
      titles.push(await visitor.title());
      assert.equal(new Set(titles).size, 4, titles.join(" | "));
      for (const expected of titles.slice(0, -1).reverse()) {
        await page.goBack();
        await visitor.settle();
        assert.equal(await visitor.title(), expected);
      }
      for (const expected of titles.slice(1)) {
        await page.goForward();
        await visitor.settle();
        assert.equal(await visitor.title(), expected);
      }
      await page.goBack();
      await visitor.settle();
      assert.equal(await visitor.control("check/chest-pain/no").isChecked(), true, "the answer is still there");
      const told = await page.evaluate(() => [
        JSON.stringify(history.state),
        window.name,
        location.search,
        location.hash,
      ]);
      assert.deepEqual(told, ["null", "", "", "#/check/1"]);
    },
  ),
);

test(
  "An address leads no further into the self-check than a person has come",
  visit(
    () => world.open({ route: "check/5" }),
    async (visitor) => {
      assert.equal(await visitor.title(), word("check.intro.title"));
      assert.equal(await visitor.page.evaluate(() => location.hash), "#/check");
    },
  ),
);

test(
  "Leaving asks only when there are answers; a reload then starts afresh",
  visit(
    () => world.open({ route: "check" }),
    async (visitor) => {
      const { page } = visitor;
      const asked = [];
      page.on("dialog", (dialog) => {
        asked.push(dialog.type());
        return dialog.accept();
      });
      await touch(visitor, "check/next");
      await page.reload();
      await visitor.ready();
      assert.deepEqual(asked, [], "nothing is answered: nothing is asked");
      await touch(visitor, "check/next");
      await touch(visitor, "check/chest-pain/no");
      assert.equal(await visitor.control("check/chest-pain/no").isChecked(), true);
      await page.reload();
      await visitor.ready();
      assert.deepEqual(asked, ["beforeunload"]);
      assert.equal(await visitor.title(), word("check.intro.title"), "from the start of the self-check");
      await touch(visitor, "check/next");
      assert.equal(await page.locator("#screen input:checked").count(), 0, "no answer is left");
      await page.reload();
      assert.deepEqual(asked, ["beforeunload"], "nor is anything asked again");
    },
  ),
);
