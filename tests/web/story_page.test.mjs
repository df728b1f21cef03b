// A hard week without a script: ten stills on a page of their own, which the living page never asks for.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";

import { languages } from "../../build-scripts/lib/pages.mjs";
import { size } from "../../build-scripts/lib/stills.mjs";
import { story_of } from "../../build-scripts/lib/story-page.mjs";
import { root, words, words_in } from "./support/content.mjs";
import { plain } from "./support/tree.mjs";
import { phone, shots, start, visit } from "./support/visitor.mjs";

const scenes = Object.keys(words).filter((key) => /^story\.scene\.\d+\.caption$/.test(key)).length;

let world;
before(async () => {
  world = await start({ webgl: false });
});
after(() => world?.stop());

const open = (options = {}) => world.open({ javaScriptEnabled: false, viewport: phone, ...options });
const address = (language) => world.site.url + story_of(language);

// Of each picture a few hundred pixels, as grey.
const look_at_stills = async () =>
  Promise.all(
    [...document.querySelectorAll(".scenes figure")].map(async (figure) => {
      const image = figure.querySelector("img");
      await image.decode();
      const [width, height] = [44, 33];
      const canvas = Object.assign(document.createElement("canvas"), { width, height });
      const pen = canvas.getContext("2d");
      pen.drawImage(image, 0, 0, width, height);
      const { data } = pen.getImageData(0, 0, width, height);
      return {
        alt: image.alt,
        width: image.naturalWidth,
        height: image.naturalHeight,
        shown: image.getBoundingClientRect().width,
        caption: figure.querySelector("figcaption").innerText,
        greys: Array.from({ length: width * height }, (_, i) => data[4 * i] + data[4 * i + 1] + data[4 * i + 2]),
      };
    }),
  );

describe("Without scripts", () => {
  test(
    "the story is one link away, and the way back leads to the warning signs",
    visit(open, async ({ page }) => {
      await page.locator('a[href="story.html"]').first().click();
      await page.waitForURL(/\/story\.html$/);
      assert.equal(await page.locator("h1").innerText(), words["story.title"]);
      await page.locator('nav a[href="index.html#warning-signs"]').click();
      await page.waitForURL(/index\.html#warning-signs$/);
      assert.ok(await page.locator("#warning-signs").isVisible());
    }),
  );

  for (const { language } of languages)
    test(
      `ten stills with their captions, ${language}`,
      visit(open, async ({ page }) => {
        await page.goto(address(language));
        const said = words_in(language);
        const stills = await page.evaluate(look_at_stills);
        assert.equal(stills.length, scenes);
        for (const [i, still] of stills.entries()) {
          const scene = `story.scene.${i + 1}`;
          assert.equal(still.width, 2 * size.width, scene);
          assert.equal(still.height, 2 * size.height, scene);
          assert.ok(still.shown > 300, `${scene} is ${still.shown} px wide`);
          const caption = plain(still.caption);
          for (const key of [`${scene}.when`, `${scene}.caption`])
            assert.ok(caption.includes(plain(said[key])), `${key} in “${caption}”`);
          assert.match(still.alt, /\d/, `the number of ${scene}`);
          assert.ok(!still.alt.includes(said[`${scene}.caption`]), "what it shows, and not once more what is told");
          // A body on dark blue: neither of one colour nor washed out.
          const most = Math.max(...still.greys),
            least = Math.min(...still.greys);
          assert.ok(most - least > 300, `${scene}: from ${least} to ${most}`);
          // The least that tells two of them apart is a line of their curves.
          for (const other of stills.slice(0, i)) {
            const differing = still.greys.filter((grey, at) => Math.abs(grey - other.greys[at]) > 24).length;
            assert.ok(
              differing >= 8,
              `${scene} beside “${plain(other.caption)}”: ${differing} of ${still.greys.length}`,
            );
          }
        }
        assert.ok((await page.locator("main").innerText()).includes(said["story.end"]));
        await page.screenshot({ path: `${shots}story-page-${language}.png` });
      }),
    );

  for (const viewport of [
    { width: 320, height: 640 },
    { width: 1440, height: 900 },
  ])
    test(
      `its page fits ${viewport.width} pixels`,
      visit(
        () => open({ viewport }),
        async ({ page }) => {
          await page.goto(address("en"));
          assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), viewport.width);
        },
      ),
    );
});

// Axe itself waits, which nothing does without a script.
for (const colorScheme of ["light", "dark"])
  test(
    `axe finds nothing on their page, ${colorScheme}`,
    visit(
      () => world.open({ ready: false, viewport: phone, colorScheme }),
      async ({ page }) => {
        await page.goto(address("en"));
        await page.evaluate(readFileSync(`${root}node_modules/axe-core/axe.min.js`, "utf8"));
        const { violations } = await page.evaluate(() => window.axe.run(document));
        assert.deepEqual(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join("; ")}`),
          [],
        );
      },
    ),
  );

test(
  "with a script neither the page nor its worker asks for them",
  visit(
    () => world.open({ route: "story" }),
    async (visitor) => {
      await visitor.page.evaluate(() => navigator.serviceWorker?.ready);
      await visitor.page.waitForTimeout(500);
      assert.ok(visitor.requests.length > 5);
      assert.deepEqual(
        visitor.requests.filter((url) => /\/stills\/|\/story\./.test(url)),
        [],
      );
      const worker = readFileSync(`${root}dist/site/worker.js`, "utf8");
      assert.ok(worker.includes("sources.html"), "its list is found");
      assert.doesNotMatch(worker, /stills\/|story\.(\w+\.)?html/);
    },
  ),
);
