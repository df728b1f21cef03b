// The painted words are really there: for every heading, text and control of the stage, the screenshot shows ink where
// the node lies, with enough contrast. The page's own elements are transparent, so this is the picture alone.
// Takes long: every word of every screen is measured.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { asked_pages, optional_pages, routes } from "./support/content.mjs";
import { measure } from "./support/png.mjs";
import { start, visit } from "./support/visitor.mjs";

let world;
before(async () => {
  world = await start();
});
after(() => world?.stop());

const scale = 2;
const least_contrast = 4.5; // WCAG 1.4.3
const least_control = 3; // WCAG 1.4.11, for a control's edge or mark
const least_mark = 0.005; // of the place that a button covers: what says that it can be pressed

// Boxes of the nodes in view that should show something, in CSS pixels of the window.
function boxes() {
  const banner = document.querySelector(".r-banner").getBoundingClientRect();
  const fixed = document.documentElement.classList.contains("banner-fixed") ? 0 : banner.bottom;
  return [...document.querySelectorAll("#screen [data-key]")]
    .filter((element) =>
      element.matches(
        ".r-heading, .r-paragraph, .r-button, .r-link:not(.skip), .r-radio, .r-checkbox, .r-slider, .r-status, .r-cell, .r-header-cell, .r-progress, .r-figure",
      ),
    )
    .map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const words = element.matches(".r-figure") ? "figure" : element.textContent.trim();
      return {
        key: element.dataset.key,
        x,
        y,
        width,
        height,
        words,
        kind: [...element.classList].find((name) => name.startsWith("r-")).slice(2),
        plain: element.matches(".r-heading, .r-paragraph, .r-status, .r-cell, .r-header-cell"),
        // Its words are heard, and seen in the picture that it lies over.
        cover: element.matches(".cover"),
        disabled: element.getAttribute("aria-disabled") === "true",
        in_banner: element.closest(".r-banner") !== null,
      };
    })
    .filter(
      ({ x, y, width, height, words, in_banner }) =>
        words &&
        width > 0 &&
        (in_banner || y >= fixed) &&
        y + height <= innerHeight &&
        x >= 0 &&
        x + width <= innerWidth + 1,
    );
}

// A whole screen, window by window, so that nothing is measured in a picture that nobody sees.
async function look_over(visitor, where, measured, wrong) {
  const height = await visitor.page.evaluate(() => document.documentElement.scrollHeight);
  const window_height = await visitor.page.evaluate(() => innerHeight);
  for (let top = 0; top < height; top += window_height - 160) {
    await visitor.page.evaluate((y) => scrollTo({ top: y, behavior: "instant" }), top);
    await visitor.rest();
    const found = (await visitor.page.evaluate(boxes)).filter(({ key }) => !measured.has(`${where} ${key}`));
    if (found.length === 0) continue;
    const picture = await visitor.picture();
    for (const box of found) {
      measured.add(`${where} ${box.key}`);
      // Inside a control's edge, so that its ground is the commonest colour and not the page's; with the edge of what a
      // cover lies over.
      const inset = box.cover ? -2 : box.plain ? 0 : Math.min(box.height / 5, 8);
      const inside = {
        x: (box.x + inset) * scale,
        y: (box.y + inset) * scale,
        width: (box.width - 2 * inset) * scale,
        height: (box.height - 2 * inset) * scale,
      };
      const { ink, contrast } = measure(picture, inside, box.cover ? least_mark : 0);
      const tell = (what) => wrong.push(`${where}: ${box.kind} ${box.key} "${box.words.slice(0, 40)}": ${what}`);
      if (ink < 0.002) tell("nothing is painted there");
      else if (
        !box.disabled &&
        box.kind !== "figure" &&
        contrast < (box.kind === "slider" || box.kind === "progress" || box.cover ? least_control : least_contrast)
      )
        tell(`contrast ${contrast.toFixed(2)}`);
    }
  }
}

for (const scheme of ["light", "dark"]) {
  describe(`What is painted, ${scheme}`, () => {
    const open = (route = "") =>
      world.open({
        route,
        viewport: { width: 640, height: 1200 },
        deviceScaleFactor: scale,
        colorScheme: scheme,
        reducedMotion: "reduce",
      });

    // The gallery has every kind of part; dark needs a look at fewer screens beside it.
    const screens =
      scheme === "light"
        ? routes.filter((name) => name !== "sources")
        : ["home", "warning-signs", "alarm", "feel", "result", "settings", "breathing", "gallery"];
    for (const half of [0, 1]) {
      test(
        `every screen, ${half ? "second" : "first"} half`,
        { timeout: 400_000 },
        visit(
          () => open(),
          async (visitor) => {
            const wrong = [],
              measured = new Set();
            for (const route of screens.filter((name, at) => at % 2 === half)) {
              await visitor.go(route);
              await visitor.page.evaluate(() => document.activeElement.blur());
              await look_over(visitor, route, measured, wrong);
            }
            assert.ok(measured.size > 100, `${measured.size} nodes were looked at`);
            assert.deepEqual(wrong, []);
          },
        ),
      );
    }

    test(
      "every page of the self-check, answered",
      { timeout: 300_000 },
      visit(
        () => open("check"),
        async (visitor) => {
          const wrong = [],
            measured = new Set();
          await visitor.press_node("check/next");
          for (const page of asked_pages) {
            if (await visitor.has("check/none")) await visitor.press_node("check/none");
            await visitor.page.evaluate(() => document.activeElement.blur());
            if (scheme === "light" || page.items.includes("chest-pain") || page.items.includes("location"))
              await look_over(visitor, page.id, measured, wrong);
            await visitor.press_node("check/next");
          }
          for (const page of optional_pages) {
            await visitor.press_node(`review/${page.id}/change`);
            await visitor.page.evaluate(() => document.activeElement.blur());
            if (scheme === "light") await look_over(visitor, page.id, measured, wrong);
            await visitor.press_node("check/next");
          }
          await visitor.press_node("review/result");
          await visitor.page.evaluate(() => document.activeElement.blur());
          await look_over(visitor, "result", measured, wrong);
          assert.deepEqual(wrong, []);
        },
      ),
    );
  });
}

test(
  "What is painted is what is in the page: a figure's picture changes as its controls do",
  visit(
    () => world.open({ route: "muscles", viewport: { width: 1200, height: 1000 }, reducedMotion: "reduce" }),
    async (visitor) => {
      const figure = async () => {
        await visitor
          .element("figure")
          .evaluate((element) => element.scrollIntoView({ block: "center", behavior: "instant" }));
        await visitor.rest();
        const box = await visitor.element("figure").boundingBox();
        return visitor.picture({ clip: box });
      };
      const first = await figure();
      await visitor.press_node("card/meet/play"); // with less motion its end is there at once
      const later = await figure();
      assert.ok(!first.pixels.equals(later.pixels), "an hour of work shows in the figure");
    },
  ),
);
