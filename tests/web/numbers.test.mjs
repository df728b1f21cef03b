// The number to call: of the country a person is in, as their device says it; named, to be changed, and then changed
// everywhere; never asked of anybody; and nothing lost by changing it.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { sentences, word } from "./support/content.mjs";
import { start, visit } from "./support/visitor.mjs";

let world;
before(async () => {
  world = await start();
});
after(() => world?.stop());

const phone = {
  userAgent: "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/130.0.0.0 Mobile Safari/537.36",
  hasTouch: true,
};
const madrid = { timezoneId: "Europe/Madrid", locale: "en-GB" };
const ambulance = (number, country) => word("call.ambulance", { number, country });
const node = (page, key) => page.locator(`[data-key="${key}"]`);
const label = (page, key) => node(page, key).evaluate((element) => element.textContent);
const heard = (page, key) => node(page, key).getAttribute("aria-label");
const text = (page) => page.evaluate(() => document.getElementById("stage").innerText);
const examples = /112, 911, 999/;

describe("The number to call", () => {
  test(
    "is the country’s, as a link that dials, heard digit by digit, with nothing asked of anybody",
    visit(
      () => world.open({ ...phone, ...madrid }),
      async (visitor) => {
        const { page } = visitor;
        await visitor.go("warning-signs");
        const key = "signs/emergency/call";
        assert.equal(await label(page, key), ambulance("112", "Spain"));
        assert.equal(await heard(page, key), ambulance("1 1 2", "Spain"));
        assert.equal(await node(page, key).getAttribute("href"), "tel:112");
        assert.equal(await node(page, key).getAttribute("target"), null);
        assert.equal(await node(page, "signs/crisis/call/1").getAttribute("href"), "tel:024");
        assert.doesNotMatch(await text(page), examples);
        for (const address of visitor.requests) assert.equal(new URL(address).host, visitor.address.host);
      },
    ),
  );

  test(
    "is changed everywhere at once, with every answer kept, and goes back to where one was",
    visit(
      () => world.open({ ...phone, ...madrid }),
      async (visitor) => {
        const { page } = visitor;
        await visitor.go("check");
        assert.equal(await label(page, "check/emergency/call"), ambulance("112", "Spain"));
        await visitor.press_node("check/next");
        await visitor.press_node("check/chest-pain/yes");
        assert.equal(await label(page, "check/stop/emergency/number"), ambulance("112", "Spain"));
        let asked = 0; // "Leave this page?" would hold up a call
        page.on("dialog", (dialog) => {
          ++asked;
          dialog.accept();
        });
        await node(page, "check/stop/emergency/number").click();
        await page.waitForTimeout(300);
        assert.equal(asked, 0);
        visitor.requests = visitor.requests.filter((address) => address !== "tel:112");
        await visitor.press_node("check/stop/emergency/number/change");
        await visitor.arrived?.();
        await page.waitForFunction(() => document.querySelector('[data-key="country/MX"]'));
        await visitor.press_node("country/MX");
        await visitor.hears(ambulance("9 1 1", "Mexico"));
        assert.equal(await label(page, "check/stop/emergency/number"), ambulance("911", "Mexico"));
        assert.equal(
          await page.evaluate(() => document.activeElement?.dataset.key),
          "check/stop/emergency/number/change",
        );
        assert.ok(await page.locator('[data-key="check/chest-pain/yes"] input').isChecked(), "the answer was lost");
        await visitor.press_node("check/to-result");
        assert.equal(await label(page, "result/care/call"), ambulance("911", "Mexico"));
        assert.equal(await label(page, "footer/unsafe/call"), ambulance("911", "Mexico"));
        await visitor.go("summary");
        await page.waitForFunction(() => document.querySelector('[data-key="summary/urgent/call"]'));
        assert.equal(await label(page, "summary/urgent/call"), ambulance("911", "Mexico"));
        await visitor.go("warning-signs");
        assert.equal(await label(page, "signs/emergency/call"), ambulance("911", "Mexico"));
        assert.equal(await label(page, "signs/crisis/call"), ambulance("911", "Mexico"));
        assert.equal(await node(page, "signs/crisis/call/1").getAttribute("href"), "tel:8009112000");
        assert.doesNotMatch(await text(page), /Spain/);
        await page.reload(); // another visit knows nothing of it
        await visitor.ready();
        assert.equal(await label(page, "footer/unsafe/call"), ambulance("112", "Spain"));
      },
    ),
  );

  test(
    "whose country is not in the list reads the sentence for all",
    visit(
      () => world.open({ ...madrid }),
      async (visitor) => {
        const { page } = visitor;
        await visitor.go("warning-signs");
        await visitor.press_node("signs/emergency/call/change");
        await page.waitForFunction(() => document.querySelector('[data-key="country/other"]'));
        await visitor.press_node("country/other");
        assert.match(await text(page), examples);
        assert.equal(await visitor.has("signs/emergency/call"), false);
        assert.equal(await label(page, "signs/emergency/call/change"), word("call.choose"));
      },
    ),
  );

  test("is large text where nothing dials, none where the device tells no country, and what the address says", async () => {
    await visit(
      () => world.open({ ...madrid }),
      async (visitor) => {
        const key = "footer/unsafe/call";
        assert.equal(await node(visitor.page, key).evaluate((element) => element.tagName), "H3");
        assert.equal(await heard(visitor.page, key), ambulance("1 1 2", "Spain"));
      },
    )();
    await visit(
      () => world.open({ timezoneId: "UTC", locale: "en" }),
      async (visitor) => {
        assert.equal(await visitor.has("footer/unsafe/call"), false);
        assert.ok((await text(visitor.page)).includes(sentences("footer.unsafe.text")[1]));
      },
    )();
    await visit(
      () => world.open({ ...madrid, query: "region=ke&lang=es" }),
      async (visitor) => {
        assert.match(await label(visitor.page, "footer/unsafe/call"), /999.*Kenia/);
      },
    )();
  });
});
