// A hard week as it is shown: it plays by itself once it is asked to, a presenter's remote turns its scenes, and shown
// big it fills the window.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { word } from "./support/content.mjs";
import { desktop, start, visit } from "./support/visitor.mjs";

let world;
before(async () => {
  world = await start({ webgl: false });
});
after(() => world?.stop());

const caption = (page) => page.locator('[data-key="story/caption"]').innerText();
const of_scene = (number) => word(`story.scene.${number}.caption`);
const press = (page, key) => page.locator(`[data-key="${key}"]`).click();
const comes = (page, text) =>
  page.waitForFunction((wanted) => document.querySelector('[data-key="story/caption"]')?.textContent === wanted, text);

test(
  "the story plays by itself, is held, and goes on",
  visit(
    () => world.open({ route: "story", viewport: desktop }),
    async (visitor) => {
      const { page } = visitor;
      assert.equal(await caption(page), of_scene(1));
      await press(page, "story/play");
      await comes(page, of_scene(2));
      await press(page, "story/play");
      const held = await page.locator('[data-key="story/play"]').innerText();
      assert.equal(held.trim(), word("control.play"));
      const draws = await page.evaluate(() => window.seen.draws);
      await page.waitForTimeout(1500);
      assert.ok((await page.evaluate(() => window.seen.draws)) - draws < 3, "held, nothing is drawn");
      assert.equal(await caption(page), of_scene(2));
    },
  ),
);

test(
  "a presenter's keys turn the scenes, and shown big nothing is beside them",
  visit(
    () => world.open({ route: "story", viewport: desktop }),
    async (visitor) => {
      const { page } = visitor;
      await page.keyboard.press("ArrowRight");
      await comes(page, of_scene(2));
      await page.keyboard.press("ArrowLeft");
      await comes(page, of_scene(1));
      await press(page, "story/big");
      await page.waitForFunction(() => !document.querySelector('[data-key="banner"]'));
      for (let scene = 2; scene <= 10; ++scene) {
        await page.keyboard.press("PageDown");
        await comes(page, of_scene(scene));
        const { below, wide } = await page.evaluate(() => ({
          below: document.querySelector('[data-key="story/stage"]').getBoundingClientRect().bottom - window.innerHeight,
          wide: document.querySelector('[data-key="story/stage"]').getBoundingClientRect().width / window.innerWidth,
        }));
        assert.ok(below <= 1, `scene ${scene} is in one window`);
        assert.ok(wide > 0.85, "and fills it");
      }
      await page.keyboard.press("PageDown");
      await comes(page, word("story.end"));
      await page.keyboard.press("PageUp");
      await comes(page, of_scene(10));
      await page.keyboard.press("Escape");
      await page.waitForSelector('[data-key="banner"]');
    },
  ),
);
