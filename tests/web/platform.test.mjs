// Devices and settings: lost and missing graphics, sharpness, rest, less motion, dark, forced colours, small windows,
// large text.
// Takes long: every screen in every small window.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { overlapping } from "./support/checks.mjs";
import { routes, word } from "./support/content.mjs";
import { difference, measure } from "./support/png.mjs";
import { desktop, phone, start, visit } from "./support/visitor.mjs";

let world, plain_world;
before(async () => {
  [world, plain_world] = await Promise.all([start(), start({ webgl: false })]);
});
after(() => Promise.all([world?.stop(), plain_world?.stop()]));

const is_webgl = (page) =>
  page.evaluate(() => {
    const canvas = document.querySelector("#stage > canvas");
    return Boolean(canvas.getContext("webgl2") ?? canvas.getContext("webgl"));
  });

describe("Graphics", () => {
  test(
    "a lost context comes back with the picture, and no answer is lost",
    visit(
      () => world.open({ route: "check", query: "webgl=on" }),
      async (visitor) => {
        const { page } = visitor;
        await visitor.press_node("check/next");
        await visitor.press_node("check/chest-pain/no");
        await visitor.rest();
        const before_loss = await visitor.picture();
        assert.ok(await is_webgl(page), "it is painted by WebGL");
        await page.evaluate(() => {
          const canvas = document.querySelector("#stage > canvas");
          window.lost = (canvas.getContext("webgl2") ?? canvas.getContext("webgl")).getExtension("WEBGL_lose_context");
          window.lost.loseContext();
        });
        await visitor.press_node("check/breathless/no");
        assert.equal(await visitor.control("check/breathless/no").isChecked(), true, "controls answer meanwhile");
        await visitor.press_node("check/clear");
        assert.equal(await visitor.control("check/breathless/no").isChecked(), false, "and so do buttons");
        await visitor.press_node("check/chest-pain/no");
        await page.evaluate(() => window.lost.restoreContext());
        await page.waitForTimeout(300);
        await visitor.rest();
        assert.equal(await visitor.control("check/chest-pain/no").isChecked(), true);
        await page.evaluate(() => {
          document.activeElement.blur();
        });
        await visitor.rest();
        const share = difference(before_loss, await visitor.picture());
        assert.ok(share < 0.02, `the picture is back (${(share * 100).toFixed(2)} % differs)`);
      },
    ),
  );

  test(
    "a context that does not come back: the engine's own painter takes over, and keeps it when the context comes too late",
    visit(
      () => world.open({ query: "webgl=on" }),
      async (visitor) => {
        const { page } = visitor;
        await visitor.rest();
        const before_loss = await visitor.picture();
        await page.evaluate(() => {
          const canvas = document.querySelector("#stage > canvas");
          window.lost = (canvas.getContext("webgl2") ?? canvas.getContext("webgl")).getExtension("WEBGL_lose_context");
          window.lost.loseContext();
        });
        await page.waitForFunction(() => document.querySelector("#stage > canvas").getContext("2d") !== null, null, {
          timeout: 10_000,
        });
        await page.waitForTimeout(300);
        await visitor.rest();
        const share = difference(before_loss, await visitor.picture());
        assert.ok(share < 0.03, `the same picture (${(share * 100).toFixed(2)} % differs)`);
        // Back too late, and lost again: the next screens are painted all the same.
        for (const [route, name] of [
          ["about", "restoreContext"],
          ["settings", "loseContext"],
          ["home", "restoreContext"],
        ]) {
          await page.evaluate((what) => window.lost[what](), name);
          await page.waitForTimeout(100);
          await visitor.go(route);
          await page.evaluate(() => document.activeElement.blur());
          await visitor.rest();
          const changed = difference(before_loss, await visitor.picture());
          assert.ok(
            route === "home" ? changed < 0.03 : changed > 0.03,
            `${route} is painted after ${name} (${(changed * 100).toFixed(2)} % differs from home)`,
          );
        }
      },
    ),
  );

  test("without WebGL the stage looks the same", { timeout: 90_000 }, async (t) => {
    for (const route of ["home", "alarm", "feel", "settings"]) {
      const pictures = [];
      for (const each of [plain_world, world]) {
        await visit(
          () => each.open({ route, query: "webgl=on", reducedMotion: "reduce", deviceScaleFactor: 2 }),
          async (visitor) => {
            assert.equal(
              await is_webgl(visitor.page).catch(() => false),
              each === world,
              "WebGL only where there is some",
            );
            await visitor.page.evaluate(() => document.activeElement.blur());
            await visitor.rest();
            pictures.push(await visitor.picture());
          },
        )(t);
      }
      const share = difference(...pictures);
      assert.ok(share < 0.03, `${route}: ${(share * 100).toFixed(2)} % differs`);
    }
  });

  for (const scale of [1, 2, 3]) {
    test(
      `text is sharp at ${scale} device pixels a CSS pixel`,
      visit(
        () => world.open({ deviceScaleFactor: scale }),
        async (visitor) => {
          await visitor.page.evaluate(() => document.activeElement.blur());
          await visitor.rest();
          const sizes = await visitor.page.evaluate(() => {
            const canvas = document.querySelector("#stage > canvas");
            return { width: canvas.width, css: canvas.clientWidth, dpr: devicePixelRatio };
          });
          assert.equal(sizes.width, Math.round(sizes.css * scale), "the canvas has the device's pixels");
          // Strokes of a blown-up picture have no hearts: count how much of the heading's ink is fully dark.
          const box = await visitor.element("title").boundingBox();
          const picture = await visitor.picture({ clip: box });
          const { contrast, ink } = measure(picture, { x: 0, y: 0, width: picture.width, height: picture.height });
          assert.ok(contrast > 9, `the heading's strokes reach ${contrast.toFixed(1)}:1`);
          assert.ok(ink > 0.03 && ink < 0.6, `${(ink * 100).toFixed(1)} % ink`);
          // A picture blown up from fewer pixels has edges as many times as wide (5 and 8 device pixels at 2 and 3).
          assert.ok(edge_width(picture) <= 3.2, `edges are ${edge_width(picture).toFixed(2)} device pixels wide`);
        },
      ),
    );
  }
});

// How many pixels the steps between ground and stroke take, on average over all rows of a picture.
function edge_width({ width, height, channels, pixels }) {
  const light = (x, y) => pixels[(y * width + x) * channels + 1];
  let lowest = 255,
    highest = 0;
  for (let y = 0; y < height; ++y)
    for (let x = 0; x < width; ++x) {
      lowest = Math.min(lowest, light(x, y));
      highest = Math.max(highest, light(x, y));
    }
  const low = lowest + (highest - lowest) * 0.1,
    high = lowest + (highest - lowest) * 0.9;
  let edges = 0,
    between = 0;
  for (let y = 0; y < height; ++y)
    for (let x = 1; x < width; ++x) {
      const at = light(x, y),
        before_it = light(x - 1, y);
      if (at > low && at < high) ++between;
      if (at >= high !== before_it >= high) ++edges;
    }
  return edges ? between / edges + 1 : Infinity;
}

// At once: most of their time is waiting.
describe("Rest", { concurrency: 6 }, () => {
  const places = {
    home: async () => {},
    question: async (visitor) => {
      await visitor.go("check");
      await visitor.press_node("check/next");
      await visitor.press_node("check/chest-pain/no");
    },
    result: (visitor) => visitor.go("result"),
    "a chapter whose story is over": async (visitor) => {
      await visitor.go("cortisol");
      await visitor.press_node("card/meet/play");
      await visitor.page.waitForFunction(
        (text) => document.querySelector('[data-key="card/meet/text"]').textContent === text,
        word("chapter.cortisol.meet.done"),
        { timeout: 60_000 },
      );
    },
    "a chapter that is paused": async (visitor) => {
      await visitor.go("alarm");
      await visitor.press_node("card/meet/play");
      await visitor.page.waitForTimeout(500);
      await visitor.press_node("card/meet/play");
    },
    "the text view": (visitor) => visitor.text_view(true),
  };
  for (const [name, go] of Object.entries(places)) {
    test(
      `no frame is drawn in five idle seconds: ${name}`,
      { timeout: 90_000 },
      visit(
        () => world.open(),
        async (visitor) => {
          await go(visitor);
          await visitor.rest();
          const frames = await visitor.page.evaluate(
            () =>
              new Promise((done) => {
                const real = window.requestAnimationFrame;
                const from = window.seen.draws;
                let asked = 0;
                window.requestAnimationFrame = (run) => (++asked, real.call(window, run));
                setTimeout(() => {
                  window.requestAnimationFrame = real;
                  done({ draws: window.seen.draws - from, asked });
                }, 5000);
              }),
          );
          assert.deepEqual(frames, { draws: 0, asked: 0 });
        },
      ),
    );
  }
});

describe("Where the processor paints", () => {
  for (const [name, query] of [
    ["without 3D graphics", "webgl=off"],
    ["with 3D graphics in software", ""],
    ["told to use them all the same", "webgl=on"],
  ]) {
    test(
      `only the part that moves is painted anew: ${name}`,
      visit(
        () => world.open({ query }),
        async (visitor) => {
          await visitor.go("alarm");
          await visitor.page
            .locator('[data-key="figure"]')
            .evaluate((element) => element.scrollIntoView({ block: "center", behavior: "instant" }));
          for (const key of ["dot/take", "card/take/play"]) await visitor.press_node(key);
          await visitor.press_node("control/startle");
          // It comes and goes: a new line of words repaints the whole.
          const seen = await visitor.page.waitForFunction(
            () => {
              const boxes = ["#stage > canvas.part", '[data-key="figure"]'].map((selector) =>
                document.querySelector(selector)?.getBoundingClientRect().toJSON(),
              );
              return boxes[0] && { part: boxes[0], figure: boxes[1] };
            },
            null,
            { timeout: 20_000 },
          );
          const { part, figure } = await seen.jsonValue();
          assert.ok(part.left <= figure.left + 1 && part.right >= figure.right - 1, "it is as wide as the figure");
          assert.ok(part.top <= Math.max(figure.top, 0) + 1, "it begins where the figure does");
          await visitor.press_node("control/play");
          await visitor.page.waitForFunction(() => !document.querySelector("#stage > canvas.part"), null, {
            timeout: 20_000,
          });
        },
      ),
    );
  }
});

describe("What the device asks for", () => {
  test(
    "less motion: nothing moves by itself, and the setting says so",
    visit(
      () => world.open({ reducedMotion: "reduce" }),
      async (visitor) => {
        await visitor.page.waitForTimeout(300);
        const first = await visitor.picture();
        await visitor.page.waitForTimeout(1000);
        assert.equal(difference(first, await visitor.picture(), 0), 0, "two pictures a second apart are the same");
        await visitor.go("settings");
        assert.equal(await visitor.control("control/setting_motion").isChecked(), true);
      },
    ),
  );

  test(
    "less motion: Play still shows what happens",
    visit(
      () => world.open({ reducedMotion: "reduce", route: "alarm" }),
      async (visitor) => {
        await visitor.press_node("card/meet/play");
        assert.equal(await visitor.words_of("card/meet/text"), word("chapter.alarm.meet.done"), "its end, at once");
      },
    ),
  );

  for (const skin of ["stage", "document"]) {
    test(
      `dark: the page is dark, ${skin}; it changes back at once`,
      visit(
        () => world.open({ colorScheme: "dark", query: skin === "document" ? "skin=document" : "" }),
        async (visitor) => {
          const ground = async () => {
            await visitor.rest();
            const { ground: color } = measure(await visitor.picture(), { x: 0, y: 0, ...phone });
            return (color >> 16) + ((color >> 8) & 255) + (color & 255);
          };
          assert.ok((await ground()) < 200, "dark ground");
          await visitor.page.emulateMedia({ colorScheme: "light" });
          await visitor.page.waitForTimeout(400);
          assert.ok((await ground()) > 600, "light ground");
        },
      ),
    );
  }

  test(
    "a chosen colour scheme wins over the device's",
    visit(
      () => world.open({ colorScheme: "dark", route: "settings" }),
      async (visitor) => {
        await visitor.press_node("control/setting_theme/1");
        assert.equal(await visitor.page.evaluate(() => document.documentElement.classList.contains("dark")), false);
      },
    ),
  );

  test(
    "forced colours: the document skin by itself, and back",
    visit(
      () => world.open({ forcedColors: "active" }),
      async (visitor) => {
        assert.equal(await visitor.page.evaluate(() => document.documentElement.classList.contains("document")), true);
        assert.ok(await visitor.element("title").isVisible());
        await visitor.page.emulateMedia({ forcedColors: "none" });
        await visitor.page.waitForFunction(() => document.documentElement.classList.contains("stage"));
      },
    ),
  );

  test(
    "a page that the browser translates becomes a document",
    visit(
      () => world.open(),
      async (visitor) => {
        await visitor.page.evaluate(() => document.documentElement.classList.add("translated-ltr"));
        await visitor.page.waitForFunction(() => document.documentElement.classList.contains("document"));
      },
    ),
  );

  test(
    "printing leaves the words",
    visit(
      () => world.open({ route: "result" }),
      async (visitor) => {
        await visitor.page.emulateMedia({ media: "print" });
        await visitor.settle();
        const { color, shown } = await visitor
          .element("title")
          .evaluate((element) => ({
            color: getComputedStyle(element).color,
            shown: element.getClientRects().length > 0,
          }));
        assert.ok(shown && !/rgba\(.*, 0\)|transparent/.test(color), `the heading prints in ${color}`);
      },
    ),
  );
});

const too_wide = () =>
  [...document.querySelectorAll("#screen [data-key]")]
    .filter((element) => {
      const box = element.getBoundingClientRect();
      return box.width > 0 && box.right > document.documentElement.clientWidth + 1 && !element.closest(".r-table");
    })
    .map((element) => element.dataset.key)
    .slice(0, 5);

describe("Small windows and large text", () => {
  for (const skin of ["stage", "document"])
    for (const [name, viewport, percent] of [
      ["320 × 640", { width: 320, height: 640 }, 100],
      ["640 × 320", { width: 640, height: 320 }, 100],
      ["390 × 844 at 200 %", phone, 200],
      ["1440 × 900 at 300 %", desktop, 300],
      ...(skin === "document" ? [["320 × 256", { width: 320, height: 256 }, 100]] : []),
    ]) {
      test(
        `${name}, ${skin}: nothing is cut off to the right and nothing overlaps`,
        { timeout: 90_000 },
        visit(
          () => plain_world.open({ viewport, query: skin === "document" ? "skin=document" : "" }),
          async (visitor) => {
            if (percent !== 100) {
              await visitor.go("settings");
              await visitor.control("control/setting_text_percent").evaluate((input, value) => {
                input.value = value;
                input.dispatchEvent(new Event("input", { bubbles: true }));
              }, String(percent));
            }
            const wrong = [];
            for (const route of [...routes, "check"]) {
              await visitor.go(route);
              if (wrong.length === 0 && route === "check" && !(await visitor.has("check/progress")))
                await visitor.press_node("check/next");
              const width = await visitor.page.evaluate(() => document.documentElement.scrollWidth);
              if (width > viewport.width) wrong.push(`${route}: ${width} wide`);
              wrong.push(
                ...(await visitor.page.evaluate(too_wide)).map((key) => `${route}: ${key} reaches past the edge`),
              );
              wrong.push(...(await visitor.page.evaluate(overlapping)).map((line) => `${route}: ${line}`));
            }
            assert.deepEqual(wrong, []);
          },
        ),
      );
    }

  for (const scale of [2, 3]) {
    test(
      `the browser's own text at ${scale * 100} %: the stage grows with it`,
      visit(
        async () => {
          const visitor = await plain_world.open({
            prepare: async (page, context) => {
              // What "Font size: very large" does: a rem is no longer 16 pixels.
              await page.addInitScript((size) => {
                const style = new CSSStyleSheet();
                style.replaceSync(`html { font-size: ${size}px }`);
                document.adoptedStyleSheets = [style];
              }, 16 * scale);
              void context;
            },
          });
          return visitor;
        },
        async (visitor) => {
          const wrong = [];
          for (const route of ["home", "alarm", "check", "settings"]) {
            await visitor.go(route);
            wrong.push(...(await visitor.page.evaluate(overlapping)).map((line) => `${route}: ${line}`));
            const height = (await visitor.element("title").boundingBox()).height;
            if (height < 30 * scale) wrong.push(`${route}: the heading is only ${height} high`);
          }
          assert.deepEqual(wrong, []);
        },
      ),
    );
  }

  test(
    "wider letter, word and line spacing in the document skin",
    visit(
      () => plain_world.open({ query: "skin=document", viewport: { width: 390, height: 844 } }),
      async (visitor) => {
        await visitor.page.evaluate(() => {
          const style = new CSSStyleSheet();
          style.replaceSync(
            "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }",
          );
          document.adoptedStyleSheets = [...document.adoptedStyleSheets, style];
        });
        const wrong = [];
        for (const route of routes) {
          await visitor.go(route);
          wrong.push(...(await visitor.page.evaluate(overlapping)).map((line) => `${route}: ${line}`));
          const width = await visitor.page.evaluate(() => document.documentElement.scrollWidth);
          if (width > 390) wrong.push(`${route}: ${width} wide`);
        }
        assert.deepEqual(wrong, []);
      },
    ),
  );
});

test(
  "The page says when it can be read, and then when it is ready",
  visit(
    () => world.open(),
    async ({ page }) => {
      const marks = await page.evaluate(() =>
        Object.fromEntries(performance.getEntriesByType("mark").map(({ name, startTime }) => [name, startTime])),
      );
      assert.ok(
        marks["tautline-readable"] > 0 && marks["tautline-ready"] > marks["tautline-readable"],
        JSON.stringify(marks),
      );
    },
  ),
);
