// A phone in the hand: everything by taps on the real controls above the picture, in the middle of what is painted.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { flags, movement_linked } from "./support/answers.mjs";
import { asked_pages, assessment, sentences, word } from "./support/content.mjs";
import { phone, start, visit } from "./support/visitor.mjs";

let world;
// Nobody looks at the picture here, and the engine's own painter is quicker than WebGL without a graphics card.
before(async () => {
  world = await start({ webgl: false });
});
after(() => world?.stop());

// From the sheet's handle down, as a thumb does.
async function swipe_down(visitor) {
  const cdp = await visitor.context.newCDPSession(visitor.page);
  const { x, y, width } = await visitor.page.locator("dialog").boundingBox();
  const at = (down) => [{ x: x + width / 2, y: y + 20 + down }];
  await cdp.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: at(0) });
  for (const down of [40, 80, 120])
    await cdp.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: at(down) });
  await cdp.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
}

for (const skin of ["stage", "document"]) {
  const open = (route) =>
    world.open({
      route,
      query: skin === "document" ? "skin=document" : "",
      viewport: phone,
      hasTouch: true,
      isMobile: true,
    });

  describe(`By touch, ${skin}`, () => {
    test(
      "Home, a chapter's figure and its controls",
      visit(
        () => open(),
        async (visitor) => {
          await visitor.tap("home/chapter/alarm");
          assert.equal(await visitor.title(), word("chapter.alarm.title"));
          if (skin === "stage") await visitor.tap("dot/guess");
          await visitor.tap("control/prediction/1");
          assert.equal(await visitor.control("control/prediction/1").isChecked(), true);
          if (skin === "stage") {
            // A drawer is a sheet: the rest waits, a swipe down closes it.
            await visitor.tap("drawer/sure");
            assert.equal(await visitor.page.evaluate(() => document.querySelector("dialog").matches(":modal")), true);
            await swipe_down(visitor);
            await visitor.page.waitForFunction(() => !document.querySelector("dialog"));
            for (const key of ["dot/take", "card/take/play"]) await visitor.tap(key);
          }
          await visitor.tap("control/startle");
          assert.equal(await visitor.words_of("control/play"), word("control.pause"));
          await visitor.tap("control/play");
          assert.equal(await visitor.words_of("control/play"), word("control.play"), "it is paused");
          // A finger on the slider's line, three quarters along.
          const { x, y, width } = await visitor.place("control/alarm_worry_s");
          const line = await visitor.control("control/alarm_worry_s").boundingBox();
          await visitor.page.touchscreen.tap(x + width / 4, line.y + line.height / 2);
          await visitor.settle();
          const value = Number(await visitor.control("control/alarm_worry_s").inputValue());
          assert.ok(value > 190 && value < 270, `three quarters along is ${value} s`);
          await visitor.tap("control/alarm_slow_breathing");
          assert.equal(await visitor.control("control/alarm_slow_breathing").isChecked(), true);
          await visitor.tap("banner/home");
          assert.equal(await visitor.title(), word("home.title"));
        },
      ),
    );

    if (skin === "stage")
      test(
        "The places on the body's picture",
        visit(
          () => open("feel"),
          async (visitor) => {
            const options = assessment.items.find((item) => item.id === "location").options;
            for (const { id } of options) {
              await visitor.tap(`place/${id}`);
              assert.equal(await visitor.words_of("feel/says/1"), sentences(`chapter.feel.place.${id}`)[0]);
            }
          },
        ),
      );

    test(
      "Urgent help can be seen as soon as the answer is tapped",
      visit(
        () => open("check"),
        async (visitor) => {
          await visitor.tap("check/next");
          await visitor.element("check/chest-pain/yes").scrollIntoViewIfNeeded();
          const { x, y, width, height } = await visitor.element("check/chest-pain/yes").boundingBox();
          assert.ok(y + height < phone.height, "the answer is in view");
          await visitor.page.touchscreen.tap(x + width / 2, y + height / 2);
          await visitor.page.waitForTimeout(800);
          const title = await visitor.element("check/stop/emergency/title").boundingBox();
          assert.ok(
            title.y > 60 && title.y + title.height < phone.height,
            `the heading of the help stands at ${title.y.toFixed(0)} of ${phone.height}`,
          );
        },
      ),
    );

    test(
      "The self-check to a movement-linked result",
      { timeout: 300_000 },
      visit(
        () => open("check"),
        async (visitor) => {
          await visitor.tap("check/next");
          for (const page of asked_pages) {
            assert.equal(await visitor.title(), word(`page.${page.id}.title`));
            for (const id of page.items) {
              if (flags.includes(id)) {
                if (await visitor.has(`check/${id}/no`)) await visitor.tap(`check/${id}/no`);
                continue;
              }
              for (const option of [movement_linked[id] ?? []].flat()) {
                // Where there is a picture, the finger uses it.
                const spot = `check/${id}/map/${option}`;
                await visitor.tap(skin === "stage" && (await visitor.has(spot)) ? spot : `check/${id}/${option}`);
                assert.equal(await visitor.control(`check/${id}/${option}`).isChecked(), true, `${id}: ${option}`);
              }
            }
            await visitor.tap("check/next");
          }
          await visitor.tap("review/result");
          assert.equal(await visitor.title(), word("care.none.title"));
          assert.equal(await visitor.words_of("result/pattern/title"), word("pattern.movement-linked.title"));
        },
      ),
    );

    test(
      "Every control is large enough for a finger, and none lies on another",
      { timeout: 120_000 },
      visit(
        () => open(),
        async (visitor) => {
          const wrong = [];
          for (const route of [
            "home",
            "alarm",
            "muscles",
            "cortisol",
            "sensitivity",
            "feel",
            "patterns",
            "check",
            "settings",
            "breathing",
            "relaxation",
            "warning-signs",
            "about",
          ]) {
            await visitor.go(route);
            wrong.push(
              ...(await visitor.page.evaluate((where) => {
                const controls = [...document.querySelectorAll("[data-key]")].filter((element) =>
                  element.matches(".r-button, .r-link:not(.skip), .r-radio, .r-checkbox, .r-slider"),
                );
                const boxes = controls.map((element) => ({
                  key: element.dataset.key,
                  element,
                  box: element.getBoundingClientRect(),
                }));
                const found = [];
                for (const { key, box } of boxes)
                  if (box.height < 43.9 || box.width < 43.9)
                    found.push(`${where}: ${key} is ${box.width.toFixed(1)} × ${box.height.toFixed(1)}`);
                for (let i = 0; i < boxes.length; ++i)
                  for (let j = i + 1; j < boxes.length; ++j) {
                    const a = boxes[i],
                      b = boxes[j];
                    if (
                      a.element.closest(".r-banner") ||
                      b.element.closest(".r-banner") ||
                      a.element.contains(b.element)
                    )
                      continue;
                    const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
                    const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
                    if (across > 0.5 && down > 0.5)
                      found.push(
                        `${where}: ${a.key} and ${b.key} overlap by ${across.toFixed(0)} × ${down.toFixed(0)}`,
                      );
                  }
                return found;
              }, route)),
            );
          }
          assert.deepEqual(wrong, []);
        },
      ),
    );
  });
}
