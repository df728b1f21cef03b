// The gate itself: a page that was made worse on purpose must not get through the checks that the other tests make. Each
// fault is made in the running page, the check is asked, and the fault is taken back.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { measure } from "./support/png.mjs";
import { Oracle } from "./support/oracle.mjs";
import { crowded, out_of_order, too_small } from "./support/checks.mjs";
import { actual, difference, expected } from "./support/tree.mjs";
import { start, visit } from "./support/visitor.mjs";

let world;
before(async () => {
  world = await start({ webgl: false });
});
after(() => world?.stop());

for (const skin of ["stage", "document"]) {
  test(
    `A dropped label, swapped nodes, a small target and a pale colour are all seen; ${skin}`,
    visit(
      () =>
        world.open({
          query: skin === "document" ? "skin=document" : "",
          route: "warning-signs",
          viewport: { width: 820, height: 900 },
          reducedMotion: "reduce",
        }),
      async (visitor) => {
        const { page } = visitor;
        const cdp = await visitor.context.newCDPSession(page);
        const oracle = new Oracle().tell(
          "less_motion 1",
          `text_view ${skin === "document" ? 1 : 0}`,
          "go warning-signs",
        );
        const wanted = expected(await oracle.screen());
        oracle.close();
        const tree = async () => {
          const found = await actual(cdp);
          return [
            ...difference(wanted.entries, found.entries),
            ...difference(wanted.texts, found.texts),
            ...found.unnamed,
          ];
        };
        const contrast = async () => {
          await visitor.rest();
          const { x, y, width, height } = await visitor.element("title").boundingBox();
          return measure(await visitor.picture(), { x, y, width, height }).contrast;
        };
        await page.evaluate(() => {
          document.activeElement.blur();
          scrollTo(0, 0);
        });
        assert.deepEqual(await tree(), [], "the page as it is");
        assert.deepEqual(await page.evaluate(out_of_order), []);
        assert.deepEqual(await page.evaluate(too_small), []);
        assert.ok((await contrast()) >= 4.5);

        const label = await page.evaluate(() => {
          const element = document.querySelector('[data-key="banner/warning-signs"] .text');
          const text = element.textContent;
          element.textContent = "";
          return text;
        });
        assert.notDeepEqual(await tree(), [], "a dropped label");
        await page.evaluate((text) => {
          document.querySelector('[data-key="banner/warning-signs"] .text').textContent = text;
        }, label);
        // Words that are not the page's own bring Text view (web/dom/foreign.js), until they are its own again.
        await page.waitForFunction((name) => document.documentElement.classList.contains(name), skin, { polling: 50 });
        await visitor.settle();
        assert.deepEqual(await tree(), []);

        const swap = () =>
          page.evaluate(() => {
            const [first, second] = document.querySelectorAll('[data-key="footer/navigation"] > .n');
            second.after(first);
          });
        await swap();
        assert.notDeepEqual(await tree(), [], "swapped nodes, in the tree");
        if (skin === "stage") assert.notDeepEqual(await page.evaluate(out_of_order), [], "swapped nodes, on screen");
        await swap();
        await page.evaluate(() => {
          const [first, second] = document.querySelectorAll('[data-key="footer/navigation"] > .n');
          if (first.dataset.key !== "footer/warning-signs") second.after(first);
        });
        assert.deepEqual(await tree(), []);

        const small = (on) =>
          page.evaluate((shrink) => {
            const element = document.querySelector('[data-key="banner/settings"]');
            element.style.setProperty("max-width", shrink ? "20px" : "", "important");
            element.style.setProperty("max-height", shrink ? "20px" : "", "important");
            element.style.setProperty("min-height", shrink ? "0" : "", "important");
            element.style.setProperty("overflow", shrink ? "hidden" : "", "important");
          }, on);
        await small(true);
        assert.notDeepEqual(await page.evaluate(too_small), [], "a target that shrank");
        await small(false);

        const twin = (on) =>
          page.evaluate((there) => {
            document.querySelector("#twin")?.remove();
            const first = document.querySelector("#screen .r-button");
            if (!there) return;
            const copy = first.cloneNode(true);
            copy.id = "twin";
            first.after(copy);
            const [a, b] = [first.getBoundingClientRect(), copy.getBoundingClientRect()];
            copy.style.setProperty("transform", `translate(${a.right - b.left}px, ${a.top - b.top}px)`, "important");
          }, on);
        assert.deepEqual(await page.evaluate(crowded), []);
        await twin(true);
        assert.notDeepEqual(await page.evaluate(crowded), [], "a button that touches another");
        await twin(false);

        // A veil of the page's own colour is to the eye what a paler ink would be.
        await page.evaluate(() => {
          const veil = document.createElement("div");
          veil.id = "veil";
          const { x, y, width, height } = document.querySelector('[data-key="title"]').getBoundingClientRect();
          for (const [name, value] of Object.entries({
            position: "fixed",
            left: `${x}px`,
            top: `${y}px`,
            width: `${width}px`,
            height: `${height}px`,
            background: "rgb(246 244 239 / 70%)",
            "z-index": "9",
          }))
            veil.style.setProperty(name, value);
          document.body.append(veil);
        });
        assert.ok((await contrast()) < 4.5, "a colour that was lowered");
        await page.evaluate(() => document.getElementById("veil").remove());
        assert.ok((await contrast()) >= 4.5);
      },
    ),
  );
}
