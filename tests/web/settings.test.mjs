// The settings, live: typeface, spacing, colours, reading aloud, the arrow keys of a pad, the help dialog; and what a
// person's own style sheet or a translator does to the page.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { assessment, word } from "./support/content.mjs";
import { measure } from "./support/png.mjs";
import { start, visit } from "./support/visitor.mjs";

let world;
before(async () => {
  world = await start({ webgl: false });
});
after(() => world?.stop());

const skins = ["stage", "document"];
const query = (skin) => (skin === "document" ? "skin=document" : "");
const viewport = { width: 820, height: 900 };
const class_of = (visitor) => visitor.page.evaluate(() => document.documentElement.className);
const height_of = (visitor, key) => visitor.element(key).evaluate((element) => element.getBoundingClientRect().height);
const font_requests = (visitor) => visitor.requests.filter((url) => /fonts\/\w+2\.ttf/.test(url)).length;
const ground = async (visitor) => {
  await visitor.rest();
  return measure(await visitor.picture(), { x: 0, y: 0, ...viewport }).ground;
};

for (const skin of skins) {
  test(
    `Every setting changes the page at once and lasts from screen to screen, ${skin}`,
    visit(
      () => world.open({ query: query(skin), viewport, route: "settings" }),
      async (visitor) => {
        const before_all = await height_of(visitor, "settings/text_view");
        assert.equal(font_requests(visitor), 0, "the second typeface is not loaded before it is asked for");
        await visitor.press_node("control/setting_typeface/1");
        await visitor.page.waitForFunction(() => [...document.fonts].some(({ family }) => /Lexend/.test(family)));
        assert.equal(font_requests(visitor), 2);
        assert.match(await visitor.page.evaluate(() => getComputedStyle(document.body).fontFamily), /Lexend/);
        const plain = await visitor.picture();
        await visitor.press_node("control/setting_typeface/0");
        await visitor.settle();
        assert.ok(!plain.pixels.equals((await visitor.picture()).pixels), "the picture has another typeface");
        await visitor.press_node("control/setting_typeface/1");

        await visitor.press_node("control/setting_wide_spacing");
        assert.ok((await height_of(visitor, "settings/text_view")) > before_all, "wider spacing takes more room");
        await visitor.press_node("control/setting_theme/3");
        assert.match(await class_of(visitor), /\bcontrast\b/);
        assert.equal(await ground(visitor), 0xffffff, "black on white");
        await visitor.page.emulateMedia({ colorScheme: "dark" });
        await visitor.page.waitForFunction(() => document.documentElement.classList.contains("dark"));
        assert.equal(await ground(visitor), 0x000000, "white on black where the device is dark");
        await visitor.press_node("control/setting_theme/4");
        assert.ok([0xf6ead2, 0xfdf5e4].includes(await ground(visitor)), "warm paper, or a card on it");

        await visitor.go("about");
        assert.match(await class_of(visitor), /typeface-2.*wide-spacing|wide-spacing.*typeface-2/);
        assert.match(await class_of(visitor), /\bwarm\b/);
        assert.equal(font_requests(visitor), 2, "and it is loaded once");
      },
    ),
  );
}

test(
  "A typeface that does not come is said, and the usual one stays",
  visit(
    () =>
      world.open({
        viewport,
        route: "settings",
        serviceWorkers: "block",
        expected_errors: [/Failed to load/],
        prepare: (page) => page.route("**/fonts/bold2.ttf", (route) => route.abort()),
      }),
    async (visitor) => {
      await visitor.press_node("control/setting_typeface/1");
      await visitor.page.waitForFunction(
        () => document.querySelector('[data-key="settings/typeface/missing"]') !== null,
      );
      assert.equal(await visitor.control("control/setting_typeface/0").isChecked(), true);
      assert.equal(await visitor.words_of("settings/typeface/missing"), word("settings.typeface.missing"));
    },
  ),
);

test(
  "More contrast, when the device asks for it and while it does",
  visit(
    () => world.open({ viewport, contrast: "more" }),
    async (visitor) => {
      assert.match(await class_of(visitor), /\bcontrast\b/);
      await visitor.page.emulateMedia({ contrast: "no-preference" });
      await visitor.page.waitForFunction(() => !document.documentElement.classList.contains("contrast"));
    },
  ),
);

// A speech synthesis whose voices and utterances the test holds in its hand.
const with_voices = (voices) => (page) =>
  page.addInitScript((list) => {
    const heard = [],
      waiting = [];
    class Utterance {
      constructor(text) {
        this.text = text;
      }
    }
    const synthesis = {
      speaking: false,
      pending: false,
      getVoices: () => list,
      speak: (utterance) => {
        heard.push(utterance.text);
        waiting.push(utterance);
      },
      cancel: () => {
        waiting.length = 0;
        heard.push("(quiet)");
      },
    };
    Object.defineProperty(window, "speechSynthesis", { value: synthesis });
    window.SpeechSynthesisUtterance = Utterance;
    window.heard = heard;
    window.finish = () => waiting.splice(0).forEach((utterance) => utterance.onend?.());
  }, voices);
const local = { lang: "en-GB", localService: true, default: true, name: "Here" };
const remote = { lang: "en-US", localService: false, default: true, name: "Elsewhere" };

for (const skin of skins) {
  test(
    `Read aloud: off at first, by keyboard, the screen or one part, and Escape stops it; ${skin}`,
    visit(
      () => world.open({ query: query(skin), viewport, prepare: with_voices([remote, local]) }),
      async (visitor) => {
        const heard = () => visitor.page.evaluate(() => window.heard.splice(0));
        assert.equal(await visitor.has("read/main"), false);
        await visitor.go("settings");
        await visitor.tab_to("control/setting_read_aloud");
        await visitor.key("Space");
        await visitor.go("warning-signs");
        await visitor.use("read/main");
        const all = (await heard()).filter((text) => text !== "(quiet)");
        assert.ok(
          all.some((text) => text.startsWith(word("sign.R1.text"))),
          `the first sign is read: ${all.slice(0, 5).join(" | ")}`,
        );
        assert.equal(await visitor.words_of("read/main"), word("read.stop"));
        await visitor.key("Escape");
        assert.deepEqual(await heard(), ["(quiet)"]);
        assert.equal(await visitor.words_of("read/main"), word("read.screen"));
        await visitor.press_node("read/main");
        await visitor.page.evaluate(() => window.finish());
        await visitor.settle();
        assert.equal(await visitor.words_of("read/main"), word("read.screen"), "at its end the button offers it again");
        const parts = await visitor.page.evaluate(() =>
          [...document.querySelectorAll('[data-key^="read/"]')].map((element) => element.dataset.key),
        );
        await heard();
        await visitor.press_node(parts[1]);
        const part = (await heard()).filter((text) => text !== "(quiet)");
        assert.ok(part.length > 0 && part.length < all.length, `${part.length} of ${all.length} sentences`);
        await visitor.go("about");
        assert.ok((await heard()).includes("(quiet)"), "another screen makes it quiet");
      },
    ),
  );
}

test(
  "Read aloud never uses a voice that sends words elsewhere",
  visit(
    () => world.open({ viewport, route: "settings", prepare: with_voices([remote]) }),
    async (visitor) => {
      await visitor.press_node("control/setting_read_aloud");
      await visitor.press_node("read/main");
      await visitor.hears(word("read.no_voice"));
      assert.deepEqual(
        (await visitor.page.evaluate(() => window.heard)).filter((text) => text !== "(quiet)"),
        [],
      );
    },
  ),
);

describe("The help dialog", () => {
  for (const skin of skins) {
    test(
      `opens by key, keeps the focus inside, can be read, and gives the focus back; ${skin}`,
      visit(
        () => world.open({ query: query(skin), viewport: { width: 390, height: 700 } }),
        async (visitor) => {
          await visitor.tab_to("footer/help");
          const scrolled = await visitor.page.evaluate(() => scrollY);
          await visitor.key("Enter");
          assert.equal(await visitor.focused(), "help/title");
          assert.equal(await visitor.page.evaluate(() => document.querySelector("dialog:modal") !== null), true);
          assert.equal(await visitor.page.evaluate(() => scrollY), scrolled, "the page behind stays where it was");
          const box = await visitor.element("help").boundingBox();
          assert.ok(
            box.x >= 0 && box.y >= 0 && box.x + box.width <= 390 && box.y + box.height <= 700,
            JSON.stringify(box),
          );
          const { color, size } = await visitor
            .element("help/keys/1/text")
            .evaluate((element) => ({
              color: getComputedStyle(element).color,
              size: parseFloat(getComputedStyle(element).fontSize),
            }));
          assert.doesNotMatch(color, /, 0\)|transparent/);
          assert.ok(size >= 16);
          const stops = new Set();
          for (let i = 0; i < 4; ++i) {
            await visitor.page.keyboard.press("Tab");
            stops.add(await visitor.focused());
          }
          for (const stop of stops)
            assert.ok(["help/close", "BODY", "help/title", "help"].includes(stop), `Tab leads to ${stop}`);
          await visitor.tab_to("help/close");
          const { width, height } = await visitor.element("help/close").boundingBox();
          assert.ok(width >= 44 && height >= 44);
          await visitor.key("Enter");
          assert.equal(await visitor.has("help"), false);
          assert.equal(await visitor.focused(), "footer/help");
          await visitor.key("Enter");
          await visitor.key("Escape");
          assert.equal(await visitor.has("help"), false, "Escape closes it");
          assert.equal(await visitor.focused(), "footer/help");
        },
      ),
    );
  }
});

for (const skin of skins) {
  test(
    `A pad of five keys reaches and works everything; ${skin}`,
    visit(
      () =>
        world.open({
          query: `keys=pad${skin === "document" ? "&skin=document" : ""}`,
          viewport: { width: 820, height: 700 },
        }),
      async (visitor) => {
        const go_down_to = async (key) => {
          for (let i = 0; i < 120; ++i) {
            await visitor.page.keyboard.press("ArrowDown");
            if ((await visitor.focused()) === key) return visitor.settle();
          }
          throw new Error(`the arrows do not lead to ${key}`);
        };
        await go_down_to("home/chapter/muscles");
        await visitor.key("Enter");
        assert.equal(await visitor.title(), word("chapter.muscles.title"));
        // Text view has all cards below one another.
        const go_to_card = async (...keys) => {
          if (skin === "document") return;
          for (const key of keys) {
            await go_down_to(key);
            await visitor.key("Enter");
          }
        };
        await go_to_card("dot/guess");
        await go_down_to("control/prediction/1");
        assert.equal(await visitor.control("control/prediction/1").isChecked(), false, "passing by chooses nothing");
        await visitor.key("Enter");
        assert.equal(await visitor.control("control/prediction/1").isChecked(), true);
        await go_to_card("dot/take", "card/take/play");
        await go_down_to("control/muscle_rest_s_per_min");
        const value = await visitor.value_text("control/muscle_rest_s_per_min");
        await visitor.key("ArrowRight");
        assert.notEqual(await visitor.value_text("control/muscle_rest_s_per_min"), value, "Right moves the slider");
        await visitor.key("ArrowUp");
        assert.notEqual(await visitor.focused(), "control/muscle_rest_s_per_min", "Up goes on");
        await visitor.go("settings");
        await go_down_to("control/setting_wide_spacing");
        await visitor.key("Enter");
        assert.equal(await visitor.control("control/setting_wide_spacing").isChecked(), true);
        await go_down_to("footer/help");
        await visitor.key("Enter");
        await go_down_to("help/close");
        await visitor.key("Enter");
        assert.equal(await visitor.has("help"), false);
        // From the last control to the first, and back: it never leaves the page.
        await visitor.control("banner/skip").focus();
        await visitor.key("ArrowUp");
        assert.match(await visitor.focused(), /^footer\//);
        await visitor.key("ArrowDown");
        assert.equal(await visitor.focused(), "banner/skip");
      },
    ),
  );
}

test(
  "Without that setting the arrows are the browser's",
  visit(
    () => world.open({ viewport: { width: 820, height: 500 } }),
    async (visitor) => {
      await visitor.tab_to("banner/settings");
      await visitor.key("ArrowDown");
      assert.equal(await visitor.focused(), "banner/settings");
    },
  ),
);

test(
  "The body map and the trays work by taps and keys alone, without dragging",
  visit(
    () => world.open({ viewport, route: "patterns" }),
    async (visitor) => {
      const draggable = () => visitor.page.evaluate(() => document.querySelectorAll("[draggable=true]").length);
      assert.equal(await draggable(), 0);
      const buttons = (start) =>
        visitor.page.evaluate(
          (prefix) =>
            [...document.querySelectorAll(`#screen button[data-key^="${prefix}"]`)].map((element) => ({
              key: element.dataset.key,
              name: element.getAttribute("aria-label") ?? element.textContent.trim(),
            })),
          start,
        );
      const trays = await buttons("sort/tray/");
      assert.equal(trays.length, 4, "a clue is sorted by pressing its tray");
      for (const { key } of trays) {
        await visitor.tab_to(key);
        await visitor.key("Space");
        assert.equal(await visitor.element(key).getAttribute("aria-current"), "true", key);
      }
      await visitor.go("feel");
      assert.equal(await draggable(), 0);
      const { options } = assessment.items.find(({ id }) => id === "location");
      assert.deepEqual(
        await buttons("place/"),
        options.map(({ id }) => ({ key: `place/${id}`, name: word(`item.location.option.${id}`) })),
      );
    },
  ),
);

describe("What others do to the page", () => {
  const become_document = (visitor) =>
    visitor.page.waitForFunction(() => document.documentElement.classList.contains("document"));

  test(
    "a person's own spacing makes it a document, and back",
    visit(
      () => world.open({ viewport }),
      async (visitor) => {
        await visitor.page.evaluate(() => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(
            "* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; line-height: 1.5 !important } p { margin-bottom: 2em !important }",
          );
          document.adoptedStyleSheets = [sheet];
        });
        await become_document(visitor);
        await visitor.page.evaluate(() => {
          document.adoptedStyleSheets = [];
        });
        await visitor.page.waitForFunction(() => document.documentElement.classList.contains("stage"));
      },
    ),
  );

  test(
    "line height alone is seen, too, and the page's own spacing is not taken for it",
    visit(
      () => world.open({ viewport, route: "settings" }),
      async (visitor) => {
        await visitor.press_node("control/setting_wide_spacing");
        await visitor.page.waitForTimeout(150);
        assert.match(await class_of(visitor), /\bstage\b/);
        await visitor.page.evaluate(() => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync("p { line-height: 2 !important }");
          document.adoptedStyleSheets = [sheet];
        });
        await become_document(visitor);
      },
    ),
  );

  test(
    "a browser that translates in place writes its language; the page becomes a document and lets it stand",
    visit(
      () => world.open({ viewport }),
      async (visitor) => {
        await visitor.page.evaluate(() => {
          document.documentElement.lang = "fr";
        });
        await become_document(visitor);
        await visitor.go("about");
        assert.equal(await visitor.page.getAttribute("html", "lang"), "fr");
      },
    ),
  );

  test(
    "a device that is turned keeps screen, answers and focus",
    visit(
      () => world.open({ route: "check", viewport: { width: 390, height: 700 } }),
      async (visitor) => {
        await visitor.press_node("check/next");
        await visitor.press_node("check/chest-pain/no");
        await visitor.control("check/breathless/no").focus();
        const keys = () =>
          visitor.page.evaluate(() =>
            [...document.querySelectorAll("[data-key]")].map((element) => element.dataset.key),
          );
        const upright = await keys();
        await visitor.page.setViewportSize({ width: 700, height: 390 });
        await visitor.settle();
        assert.deepEqual(await keys(), upright);
        assert.equal(await visitor.focused(), "check/breathless/no");
        assert.equal(await visitor.control("check/chest-pain/no").isChecked(), true);
      },
    ),
  );
});
