// What a person has to do and to read, from Home to the answer that they came for: touches, swipes and words, on a phone.
// A swipe goes on by most of what is in view. With TAUTLINE_STRIPS set, each step leaves its picture in build/test-shots/.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { tension_like } from "./support/answers.mjs";
import { asked_pages, word } from "./support/content.mjs";
import { start, visit } from "./support/visitor.mjs";

let world;
before(async () => {
  world = await start();
});
after(() => world?.stop());

const phone = { width: 390, height: 844 };
const wall = { width: 1440, height: 900 };
const swipe_share = 0.8;

class Walk {
  constructor(visitor, name) {
    Object.assign(this, {
      visitor,
      name,
      height: visitor.page.viewportSize().height,
      touches: 0,
      swipes: 0,
      words: 0,
      read: new Set(),
      pictures: 0,
    });
  }

  async picture() {
    const number = String(++this.pictures).padStart(2, "0");
    if (process.env.TAUTLINE_STRIPS) await this.visitor.keep_picture(`walk ${this.name} ${number}`);
  }

  // The words of the screen that are there before any drawer; each once, however often one comes by.
  async look() {
    await this.picture();
    const texts = await this.visitor.page.evaluate(() =>
      [...document.querySelectorAll("#screen [data-key]")]
        .filter((node) => !node.closest(".r-banner, .r-footer, .r-hotspot"))
        .map((node) => [
          node.dataset.key,
          [...node.childNodes]
            .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
            .map(({ textContent }) => textContent.trim())
            .join(" "),
        ]),
    );
    for (const [key, text] of texts) {
      if (!text.trim() || this.read.has(key + text)) continue;
      this.read.add(key + text);
      this.words += text.trim().split(/\s+/).length;
    }
  }

  async swipe(share) {
    await this.visitor.page.evaluate((top) => scrollBy({ top, behavior: "instant" }), share * this.height);
    await this.visitor.settle();
    ++this.swipes;
    await this.picture();
  }

  // Swipes until the middle of it can be touched.
  async reach(key) {
    for (let i = 0; i < 40; ++i) {
      const { y, height } = await this.visitor.element(key).boundingBox();
      const middle = y + height / 2;
      if (middle >= 80 && middle <= this.height - 10) return;
      await this.swipe(middle < 80 ? -swipe_share : swipe_share);
    }
    throw new Error(`no swipe brings ${key}`);
  }

  async tap(key) {
    await this.look();
    await this.reach(key);
    const { x, y, width, height } = await this.visitor.element(key).boundingBox();
    await this.visitor.page.touchscreen.tap(x + width / 2, y + height / 2);
    await this.visitor.settle();
    // What comes into view by itself does so once the answer is in the page.
    await this.visitor.page.evaluate(
      () =>
        new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done)))),
    );
    await this.visitor.settle();
    ++this.touches;
  }

  at_most(touches, swipes, words) {
    const told = `${this.touches} touches, ${this.swipes} swipes, ${this.words} words`;
    console.log(`${this.name}: ${told}`);
    assert.ok(this.touches <= touches, `${told}: at most ${touches} touches`);
    assert.ok(this.swipes <= swipes, `${told}: at most ${swipes} swipes`);
    assert.ok(this.words <= words, `${told}: at most ${words} words`);
  }
}

const walk = (name, steps, options = {}) =>
  test(
    name,
    { timeout: 120_000 },
    visit(
      () => world.open({ viewport: phone, hasTouch: true, ...options }),
      async (visitor) => steps(new Walk(visitor, name), visitor),
    ),
  );

// Page by page: "None of these" where it is, then these answers in the order in which they are asked, on the picture where
// there is one.
async function check(walk, answers) {
  const { visitor } = walk;
  await walk.tap("check/next");
  for (const page of asked_pages) {
    if (await visitor.has("check/none")) await walk.tap("check/none");
    for (const id of page.items) {
      for (const option of [answers[id] ?? []].flat()) {
        const spot = `check/${id}/map/${option}`;
        await walk.tap((await visitor.has(spot)) ? spot : `check/${id}/${option}`);
      }
    }
    await walk.tap("check/next");
  }
  await walk.tap("review/result");
  await walk.look();
}

walk("Eight months between the shoulder blades, checked, from Home to the result", async (walk, visitor) => {
  await walk.tap("home/check");
  await check(walk, {
    ...tension_like,
    "self-harm": "no",
    location: "between-shoulders",
    "panic-worse": "no",
    "moves-around": "no",
    "rest-medicine": "not-tried",
  });
  assert.equal(await visitor.title(), word("care.soon.title"));
  assert.equal(await visitor.words_of("result/pattern/title"), word("pattern.tension-like.title"));
  walk.at_most(34, 14, 1500);
});

walk("58, new since gardening, is it serious: from Home to an ending that answers", async (walk, visitor) => {
  await walk.tap("home/signs");
  assert.equal(await visitor.title(), word("signs.title"));
  const { touches } = walk;
  walk.words = 0; // of Home
  await walk.look();
  await walk.reach("signs/none/text/1");
  walk.at_most(2, 5, 420);
  assert.equal(walk.touches, touches, "there was nothing to open");
});

walk(
  "Chest tightness now: from Home to the emergency words with the number",
  async (walk, visitor) => {
    await walk.tap("home/signs");
    await walk.look();
    for (const key of ["signs/emergency/title", "signs/emergency/call"]) {
      const { y, height } = await visitor.element(key).boundingBox();
      assert.ok(y > 72 && y + height <= phone.height, `${key} is in view`);
    }
    walk.at_most(2, 0, 420 + 90);
  },
  { query: "region=GB" },
);

walk(
  "A teacher looks for central sensitization: from Home to the chapter",
  async (walk, visitor) => {
    await walk.tap("drawer/chapters");
    assert.match(await visitor.words_of("chapters/term"), /central sensitization/i);
    await walk.tap("chapters/sensitivity/link");
    await walk.look();
    const { y, height } = await visitor.element("card/meet/play").boundingBox();
    assert.ok(y + height <= wall.height, "the picture and what starts it are in one window");
    walk.at_most(2, 0, 300);
  },
  { viewport: wall },
);
