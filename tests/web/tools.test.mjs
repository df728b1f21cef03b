// The browser's own tools on the picture: printing, translation, the smallest text, find, copying, zoom. What a browser
// does on its own (translate, open its find bar) no test can make it do: there the marks that it leaves are made here, and
// the title says "simulated".
// Takes long: every line of every screen in several windows.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { routes } from "./support/content.mjs";
import { lines_apart } from "./support/lines.mjs";
import { Oracle } from "./support/oracle.mjs";
import { measure } from "./support/png.mjs";
import { sharing, start } from "./support/visitor.mjs";

let world;
before(async () => {
  world = await start({ webgl: false });
});
after(() => world?.stop());

const skin = ({ page }) =>
  page.evaluate(() => (document.documentElement.classList.contains("document") ? "document" : "stage"));
const becomes = (visitor, name) =>
  visitor.page.waitForFunction((wanted) => document.documentElement.classList.contains(wanted), name);

describe("Printing", () => {
  const on = sharing(() => world.open({ viewport: { width: 820, height: 700 }, reducedMotion: "reduce" }));
  // Where each text stands on paper, and the pictures.
  const on_paper = async (visitor) => {
    await visitor.page.emulateMedia({ media: "print" });
    await visitor.settle();
    const found = await visitor.page.evaluate(() => {
      const boxes = [];
      const walker = document.createTreeWalker(document.getElementById("screen"), NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const { left, top, width, height } of range.getClientRects())
          if (width > 0 && height > 0)
            boxes.push([node.textContent.trim(), ...[left, top + scrollY, width, height].map(Math.round)]);
      }
      const drawn = [...document.querySelectorAll("#screen .r-figure canvas")].map((canvas) => {
        const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
        return new Set(new Uint32Array(data.buffer)).size > 20 && canvas.clientHeight > 100;
      });
      return { boxes, drawn, figures: document.querySelectorAll("#screen .r-figure:not(:has(svg))").length };
    });
    await visitor.page.emulateMedia({ media: "screen" });
    await visitor.settle();
    return found;
  };

  for (const route of routes)
    test(
      `${route} prints from the picture as it does from Text view, figures and all`,
      on(async (visitor) => {
        await visitor.text_view(false);
        await visitor.go(route);
        await visitor.page.evaluate(() => scrollTo(0, 300));
        await visitor.settle();
        const scrolled = await visitor.page.evaluate(() => scrollY);
        const picture = await on_paper(visitor);
        assert.equal(await skin(visitor), "stage", "the picture is back");
        assert.equal(await visitor.page.evaluate(() => scrollY), scrolled, "and where it was");
        await visitor.text_view(true);
        const text = await on_paper(visitor);
        assert.equal(await skin(visitor), "document", "a chosen Text view stays");
        assert.deepEqual(picture.boxes, text.boxes);
        assert.ok(picture.boxes.length > 5);
        for (const { drawn, figures } of [picture, text]) {
          assert.equal(drawn.length, figures);
          assert.ok(drawn.every(Boolean), "each figure is drawn");
        }
      }),
    );

  test(
    "the browser's own way to paper finds the same page",
    on(async (visitor) => {
      await visitor.text_view(false);
      await visitor.go("alarm");
      await visitor.page.evaluate(() => {
        window.on_paper = [];
        for (const name of ["beforeprint", "afterprint"])
          addEventListener(name, () => window.on_paper.push(document.documentElement.classList.contains("document")));
      });
      const pdf = await visitor.page.pdf();
      assert.ok(pdf.length > 20_000);
      assert.deepEqual(await visitor.page.evaluate(() => window.on_paper), [true, false]);
    }),
  );
});

// As each leaves them in a page that it translates, and takes them away again.
const translators = {
  Chrome: {
    translate: () => {
      document.documentElement.classList.add("translated-ltr");
      document.documentElement.lang = "de";
    },
    undo: () => {
      document.documentElement.classList.remove("translated-ltr");
      document.documentElement.lang = "en";
    },
  },
  Edge: {
    translate: () => {
      for (const element of document.querySelectorAll("#screen :is(h1, p)")) {
        if (element.textContent === `DE ${element.was}`) continue;
        element.setAttribute("_msttexthash", "123");
        element.setAttribute("_msthash", "4");
        element.was = element.textContent;
        element.textContent = `DE ${element.textContent}`;
      }
    },
    undo: () => {
      for (const element of document.querySelectorAll("[_msttexthash]")) {
        element.removeAttribute("_msttexthash");
        element.removeAttribute("_msthash");
        element.textContent = element.was;
      }
    },
  },
  "Edge, before its words are there": {
    translate: () => document.querySelector("#screen h1").setAttribute("_msttexthash", "123"),
    undo: () => document.querySelector("#screen h1").removeAttribute("_msttexthash"),
  },
  Firefox: {
    translate: () => {
      document.documentElement.lang = "de";
      for (const text of document.querySelectorAll("#screen p")) text.firstChild.data += " DE";
    },
    undo: () => {
      document.documentElement.lang = "en";
      for (const text of document.querySelectorAll("#screen p"))
        text.firstChild.data = text.firstChild.data.slice(0, -3);
    },
  },
  "one that marks nothing": {
    translate: () => {
      for (const text of document.querySelectorAll("#screen main .r-button > .text, #screen h1"))
        text.firstChild.data += " DE";
    },
    undo: () => {
      for (const text of document.querySelectorAll("#screen main .r-button > .text, #screen h1"))
        text.firstChild.data = text.firstChild.data.slice(0, -3);
    },
  },
  "one that wraps words": {
    translate: () => {
      for (const text of document.querySelectorAll("#screen p")) {
        const font = document.createElement("font");
        font.append(...text.childNodes);
        text.append(font);
        font.firstChild.data = `DE ${font.firstChild.data}`;
      }
    },
    undo: () => {
      for (const text of document.querySelectorAll("#screen p:has(font)")) text.textContent = text.textContent.slice(3);
    },
  },
};

describe("Translation", () => {
  const on = sharing(() => world.open({ viewport: { width: 820, height: 700 }, reducedMotion: "reduce" }));
  for (const [name, { translate, undo }] of Object.entries(translators))
    test(
      `simulated: ${name}: the page becomes a document, and a picture again when it is taken back`,
      on(async (visitor) => {
        await visitor.go("home");
        assert.equal(await skin(visitor), "stage");
        await visitor.page.evaluate(translate);
        await becomes(visitor, "document");
        assert.match(
          await visitor.page.evaluate(() => document.getElementById("screen").innerText),
          name === "Chrome" || name.includes("before") ? /./ : /DE/,
          "the words stay translated",
        );
        await visitor.page.evaluate(undo);
        await becomes(visitor, "stage");
      }),
    );

  test(
    "simulated: a translated page stays a document on the next screen, before that is translated too",
    on(async (visitor) => {
      await visitor.go("home");
      await visitor.page.evaluate(translators.Edge.translate);
      await becomes(visitor, "document");
      await visitor.page.evaluate(() => {
        window.skins = [];
        new MutationObserver(() =>
          window.skins.push(document.documentElement.className.match(/\b(stage|document)\b/)[0]),
        ).observe(document.documentElement, { attributeFilter: ["class"] });
      });
      await visitor.go("about");
      await visitor.page.waitForTimeout(100);
      await visitor.page.evaluate(translators.Edge.translate);
      await visitor.page.waitForTimeout(100);
      assert.equal(await skin(visitor), "document");
      assert.doesNotMatch((await visitor.page.evaluate(() => window.skins)).join(), /stage/);
      await visitor.page.evaluate(translators.Edge.undo);
      await becomes(visitor, "stage");
    }),
  );

  test(
    "the page's own changes are not taken for a translation",
    on(async (visitor) => {
      for (const route of routes) {
        await visitor.go(route);
        for (const key of await visitor.page.evaluate(() =>
          [...document.querySelectorAll('[aria-expanded="false"]')]
            .slice(0, 3)
            .map((element) => element.closest("[data-key]").dataset.key),
        ))
          await visitor.press_node(key);
        // Somebody else touches the page without changing a word.
        await visitor.page.evaluate(() => document.querySelector("#screen main").append(document.createElement("i")));
        await visitor.settle();
        assert.equal(await skin(visitor), "stage", route);
        await visitor.page.evaluate(() => document.querySelector("#screen main > i").remove());
      }
    }),
  );
});

describe("What a person chose outlasts what the device asked for", () => {
  const on = sharing(() => world.open({ viewport: { width: 820, height: 700 } }));
  const asks = {
    "forced colours": [
      (visitor) => visitor.page.emulateMedia({ forcedColors: "active" }),
      (visitor) => visitor.page.emulateMedia({ forcedColors: "none" }),
    ],
    "a translated page": [
      (visitor) => visitor.page.evaluate(translators.Chrome.translate),
      (visitor) => visitor.page.evaluate(translators.Chrome.undo),
    ],
    printing: [
      (visitor) => visitor.page.emulateMedia({ media: "print" }),
      (visitor) => visitor.page.emulateMedia({ media: "screen" }),
    ],
    "other spacing": [
      (visitor) =>
        visitor.page.evaluate(() => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync("* { letter-spacing: 0.12em !important }");
          document.adoptedStyleSheets = [sheet];
        }),
      (visitor) =>
        visitor.page.evaluate(() => {
          document.adoptedStyleSheets = [];
        }),
    ],
  };
  for (const [name, [begin, end]] of Object.entries(asks))
    test(
      `Text view, chosen before: ${name}`,
      on(async (visitor) => {
        await visitor.text_view(true);
        await begin(visitor);
        await visitor.page.waitForTimeout(150);
        await end(visitor);
        await visitor.page.waitForTimeout(150);
        assert.equal(await skin(visitor), "document");
        await visitor.text_view(false);
        await begin(visitor);
        await becomes(visitor, "document");
        await end(visitor);
        await becomes(visitor, "stage");
      }),
    );

  test(
    "Text view, turned off and on again while the colours are forced",
    on(async (visitor) => {
      await visitor.text_view(false);
      await visitor.page.emulateMedia({ forcedColors: "active" });
      await becomes(visitor, "document");
      await visitor.text_view(false);
      await visitor.text_view(true);
      await visitor.page.emulateMedia({ forcedColors: "none" });
      await visitor.page.waitForTimeout(150);
      assert.equal(await skin(visitor), "document");
      await visitor.text_view(false);
    }),
  );

  test(
    "less motion",
    on(async (visitor) => {
      await visitor.go("settings");
      const less = () => visitor.control("control/setting_motion").isChecked();
      assert.equal(await less(), false);
      await visitor.press_node("control/setting_motion");
      for (const reducedMotion of ["reduce", "no-preference"]) {
        await visitor.page.emulateMedia({ reducedMotion });
        await visitor.settle();
        assert.equal(await less(), true, `chosen, and the device says ${reducedMotion}`);
      }
      await visitor.press_node("control/setting_motion");
      for (const [reducedMotion, wanted] of [
        ["reduce", true],
        ["no-preference", false],
      ]) {
        await visitor.page.emulateMedia({ reducedMotion });
        await visitor.settle();
        assert.equal(await less(), wanted, `not chosen, and the device says ${reducedMotion}`);
      }
    }),
  );

  test(
    "colours",
    on(async (visitor) => {
      await visitor.go("settings");
      await visitor.press_node("control/setting_theme/1");
      const scheme = () =>
        visitor.page.evaluate(() =>
          ["light", "dark", "contrast"].filter((name) => document.documentElement.classList.contains(name)).join(" "),
        );
      for (const media of [
        { contrast: "more" },
        { contrast: "no-preference" },
        { colorScheme: "dark" },
        { colorScheme: "light" },
      ]) {
        await visitor.page.emulateMedia(media);
        await visitor.settle();
        assert.equal(await scheme(), "light", JSON.stringify(media));
      }
      await visitor.press_node("control/setting_theme/0");
    }),
  );
});

test("Going through screens in Text view leaves no picture behind in memory", { timeout: 60_000 }, async () => {
  const visitor = await world.open({
    query: "skin=document",
    viewport: { width: 820, height: 700 },
    prepare: (page) =>
      page.addInitScript(() => {
        const made = [],
          create = document.createElement;
        document.createElement = function (name, ...rest) {
          const element = create.call(this, name, ...rest);
          if (name === "canvas") made.push(new WeakRef(element));
          return element;
        };
        window.canvases = () => made.filter((each) => each.deref()).length;
      }),
  });
  const cdp = await visitor.context.newCDPSession(visitor.page);
  const kept = async () => {
    for (const route of ["alarm", "cortisol", "muscles", "about"]) {
      await visitor.go(route);
      await visitor.page
        .locator("#screen .r-figure")
        .first()
        .scrollIntoViewIfNeeded({ timeout: 500 })
        .catch(() => {});
      await visitor.settle();
    }
    await visitor.page.waitForTimeout(100);
    await cdp.send("HeapProfiler.collectGarbage");
    return visitor.page.evaluate(() => window.canvases());
  };
  const first = await kept();
  for (let i = 0; i < 3; ++i) await kept();
  assert.equal(await kept(), first, "canvases that something still holds");
  await visitor.close();
});

test("Nothing asks an engine that stopped, and nobody is asked before leaving", { timeout: 60_000 }, async () => {
  const visitor = await world.open({
    route: "check",
    viewport: { width: 820, height: 700 },
    expected_errors: [/uncaught RuntimeError/],
    prepare: (page) =>
      page.addInitScript(() => {
        window.asked = 0;
        const real = WebAssembly.instantiate;
        const watched = (exports) =>
          Object.fromEntries(
            Object.entries(exports).map(([name, value]) => [
              name,
              typeof value !== "function" ? value : (...args) => (++window.asked, value(...args)),
            ]),
          );
        WebAssembly.instantiate = async (what, imports) => {
          const made = await real.call(WebAssembly, what, imports);
          return imports.primary ? made : { exports: watched(made.exports) }; // not the part that comes later
        };
      }),
  });
  const { page } = visitor;
  await visitor.press_node("check/next");
  await visitor.press_node("check/chest-pain/no");
  const asks = () => page.evaluate(() => !dispatchEvent(new Event("beforeunload", { cancelable: true })));
  assert.equal(await asks(), true, "while there are answers it is asked");
  await visitor.go("settings");
  const asked = await page.evaluate(() => window.asked);
  assert.ok(asked > 20, `what asks the engine is counted: ${asked}`);
  // A language is on its way, a chapter would go on, a part is being pressed.
  await page.evaluate(() => {
    document.querySelector('[data-key="settings/language/es"] input').click();
    document
      .querySelector("#screen button")
      .dispatchEvent(new PointerEvent("pointerdown", { bubbles: true, isPrimary: true, button: 0 }));
    dispatchEvent(new ErrorEvent("error", { error: new WebAssembly.RuntimeError("unreachable") }));
    window.asked = 0;
  });
  assert.equal(await page.evaluate(() => document.documentElement.dataset.tautline), "stopped");
  assert.equal(await asks(), false, "nothing can be lost any more");
  const before_that = await page.evaluate(() => document.getElementById("screen").innerHTML);
  await page.setViewportSize({ width: 700, height: 600 });
  for (const media of [
    { colorScheme: "dark" },
    { reducedMotion: "reduce" },
    { contrast: "more" },
    { forcedColors: "active" },
    { forcedColors: "none" },
  ])
    await page.emulateMedia(media);
  await page.evaluate(async () => {
    for (const element of document.querySelectorAll("#screen :is(button, a, input)")) {
      element.click();
      for (const name of ["input", "change", "pointerover", "focusin", "focusout"])
        element.dispatchEvent(new Event(name, { bubbles: true }));
    }
    for (const name of [
      "pointerup",
      "pointercancel",
      "scroll",
      "resize",
      "hashchange",
      "beforeprint",
      "afterprint",
      "pagehide",
      "pageshow",
    ])
      dispatchEvent(new Event(name));
    document.dispatchEvent(new Event("visibilitychange"));
    for (const key of ["Escape", "ArrowDown", "Enter"])
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    for (const hash of ["#/about", "#a1.AAAA", "#/settings"]) {
      location.hash = hash;
      await new Promise((done) => setTimeout(done, 50));
    }
  });
  await page.waitForTimeout(1000);
  assert.equal(await page.evaluate(() => window.asked), 0);
  assert.equal(await page.evaluate(() => document.documentElement.dataset.tautline), "stopped");
  assert.equal(
    await page.evaluate(() => document.getElementById("screen").innerHTML),
    before_that,
    "the screen stands as it was",
  );
  // What stands there can still be printed.
  await page.emulateMedia({ media: "print" });
  await becomes(visitor, "document");
  await page.emulateMedia({ media: "screen" });
  await becomes(visitor, "stage");
  await visitor.close();
});

describe("Find and copy on the picture", () => {
  for (const [name, options] of [
    ["a desktop's window", { viewport: { width: 1280, height: 900 } }],
    ["a phone's", { viewport: { width: 390, height: 844 }, deviceScaleFactor: 3 }],
  ])
    test(
      `every line of every screen stands within 4 px of the painted one: ${name}`,
      { timeout: 120_000 },
      async () => {
        const visitor = await world.open({ ...options, reducedMotion: "reduce" });
        await visitor.page.waitForFunction(() => [...document.fonts].every(({ status }) => status === "loaded"));
        const { count, wrong } = await lines_apart(
          (body) => visitor.run(body),
          (route) => visitor.go(route),
        );
        assert.ok(count > 500, `${count} lines`);
        assert.equal(wrong.length, 0, `${wrong.length} of ${count}:\n${wrong.slice(0, 40).join("\n")}`);
        await visitor.close();
      },
    );

  test("what is found is what is marked; what is copied is what was seen, in its order", async () => {
    const visitor = await world.open({ viewport: { width: 820, height: 700 }, reducedMotion: "reduce" });
    const oracle = new Oracle().tell("less_motion 1", "window 820 700");
    for (const route of ["home", "alarm", "check", "settings"]) {
      const { nodes, lines } = await oracle.tell(`go ${route}`).screen();
      await visitor.go(route);
      const copied = await visitor.page.evaluate(() => {
        document.getSelection().removeAllRanges();
        document.execCommand("selectAll");
        const event = new ClipboardEvent("copy", {
          clipboardData: new DataTransfer(),
          cancelable: true,
          bubbles: true,
        });
        document.body.dispatchEvent(event);
        return event.clipboardData.getData("text/plain");
      });
      const words = (text) => text.replace(/\s+/g, "");
      const figures = nodes.filter(({ role }) => role === "figure").map(({ box }) => box);
      const seen = lines
        .filter(
          ([, x, y]) =>
            !figures.some(
              ([left, top, width, height]) => x >= left - 1 && y >= top - 1 && x <= left + width && y <= top + height,
            ),
        )
        .map(([text]) => text);
      let at = 0;
      // In the order of reading; the banner, which is painted last, is copied first.
      const found = nodes
        .filter(
          ({ label, label_hidden, role, has_children }) =>
            label &&
            !label_hidden &&
            !["figure", "hotspot", "section", "group", "navigation", "banner", "main", "footer"].includes(role) &&
            !(has_children && ["link", "button"].includes(role)),
        )
        .map(({ label }) => label);
      for (const label of found) {
        const next = words(copied).indexOf(words(label), at);
        if (!seen.some((line) => words(label).startsWith(words(line)))) continue;
        assert.ok(next >= 0, `${route}: "${label}" is copied behind what stands before it`);
        at = next + words(label).length;
      }
      const all = words(seen.join(""));
      // The name of a language that the picture has no letters for is the page's own text.
      for (const line of copied.split("\n").filter((each) => each.trim() && !/\p{Script=Arabic}/u.test(each)))
        assert.ok(all.includes(words(line)), `${route}: "${line}" is copied and was not seen`);
    }
    oracle.close();
    await visitor.go("home");
    const marked = await visitor.page.evaluate(() => {
      getSelection().removeAllRanges();
      const there = window.find("pain");
      const { left, top, width, height } = getSelection().getRangeAt(0).getBoundingClientRect();
      return { there, left, top, width, height };
    });
    assert.equal(marked.there, true);
    const { ink } = measure(await visitor.picture(), {
      x: Math.round(marked.left),
      y: Math.round(marked.top),
      width: Math.round(marked.width),
      height: Math.round(marked.height),
    });
    assert.ok(ink > 0.05, `there are letters under the mark (${ink})`);
    await visitor.close();
  });
});

describe("The smallest text", () => {
  // Everything on the stage in CSS pixels, and whether words are cut.
  const look = ({ page }) =>
    page.evaluate(() => {
      const texts = [...document.querySelectorAll("#screen :is(h1, p, .text)")].filter(
        (element) =>
          element.textContent.trim() &&
          element.getClientRects().length > 0 &&
          !element.closest(".hint, .skip, .label-hidden"),
      );
      return {
        smallest: Math.min(...texts.map((element) => parseFloat(getComputedStyle(element).fontSize))),
        cut: texts
          .filter(
            (element) =>
              element.scrollWidth > element.clientWidth + 2 && getComputedStyle(element).display !== "inline",
          )
          .map((element) => element.textContent),
        title: document.querySelector("#screen h1").getBoundingClientRect().height,
      };
    });

  for (const [size, wanted] of [
    [24, "stage"],
    [60, "document"],
  ])
    test(`a browser that shows nothing under ${size} px: ${wanted === "stage" ? "the picture grows with it" : "Text view"}`, async () => {
      const small = await start({ webgl: false, args: [`--blink-settings=minimumFontSize=${size}`] });
      try {
        const visitor = await small.open({ viewport: { width: 820, height: 700 }, reducedMotion: "reduce" });
        for (const route of ["home", "settings"]) {
          await visitor.go(route);
          assert.equal(await skin(visitor), wanted);
          const { smallest, cut } = await look(visitor);
          assert.ok(smallest >= size - 0.5, `${route}: ${smallest} px`);
          assert.deepEqual(cut, [], route);
        }
        await visitor.close();
      } finally {
        await small.stop();
      }
    });

  test("simulated: it changes while the page is open", async () => {
    const visitor = await world.open({
      viewport: { width: 820, height: 700 },
      reducedMotion: "reduce",
      query: "text=150",
    });
    const set = (size) =>
      visitor.page.evaluate((px) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(px ? `.size-probe.tiny { font-size: ${px}px }` : "");
        document.adoptedStyleSheets = [sheet];
      }, size);
    const before_that = await look(visitor);
    for (const [size, grows] of [
      [18, false],
      [30, true],
      [0, false],
    ]) {
      await set(size);
      await visitor.page.waitForTimeout(200);
      await visitor.settle();
      const now = await look(visitor);
      if (grows)
        assert.ok(now.smallest >= size - 0.5 && now.title > before_that.title, `${size}: ${JSON.stringify(now)}`);
      else assert.deepEqual(now, before_that, "what a person chose is large enough");
    }
    await set(50);
    await becomes(visitor, "document");
    await set(0);
    await becomes(visitor, "stage");
    await visitor.close();
  });
});

describe("Zoom", () => {
  // How many pixels the steps between ground and stroke take in the canvas, where the title is.
  const at = ({ page }) =>
    page.evaluate(() => {
      const canvas = document.querySelector("#stage > canvas");
      const box = canvas.getBoundingClientRect(),
        view = visualViewport;
      const { data, width, height } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
      let edges = 0,
        between = 0,
        least = 255,
        most = 0;
      for (let i = 1; i < data.length; i += 4) {
        least = Math.min(least, data[i]);
        most = Math.max(most, data[i]);
      }
      const low = least + (most - least) * 0.1,
        high = least + (most - least) * 0.9;
      for (let y = 0; y < height; ++y)
        for (let x = 1; x < width; ++x) {
          const here = data[(y * width + x) * 4 + 1],
            last = data[(y * width + x) * 4 - 3];
          if (here > low && here < high) ++between;
          if (here >= high !== last >= high) ++edges;
        }
      return {
        pixels: width * height,
        density: width / box.width,
        scale: view.scale,
        edge: between / edges,
        covers: [box.left, box.top, box.right, box.bottom],
        view: [view.offsetLeft, view.offsetTop, view.offsetLeft + view.width, view.offsetTop + view.height],
      };
    });

  for (const dpr of [1, 2])
    test(`pinched to four times its size it is painted again, as sharp and with no more pixels; ${dpr} device pixels a CSS pixel`, async () => {
      const visitor = await world.open({
        viewport: { width: 390, height: 844 },
        deviceScaleFactor: dpr,
        isMobile: true,
        hasTouch: true,
        reducedMotion: "reduce",
      });
      await visitor.rest();
      const whole = await at(visitor);
      const cdp = await visitor.context.newCDPSession(visitor.page);
      await cdp.send("Emulation.setPageScaleFactor", { pageScaleFactor: 4 });
      await visitor.page.waitForFunction(() => visualViewport.scale > 3.9);
      await visitor.page.waitForTimeout(400);
      await visitor.rest();
      const near = await at(visitor);
      assert.ok(Math.abs(near.density - dpr * near.scale) < 0.2, JSON.stringify(near));
      assert.ok(near.pixels <= whole.pixels * 1.05, `${near.pixels} of ${whole.pixels} pixels`);
      assert.ok(
        near.covers.every((side, i) => (i < 2 ? side <= near.view[i] + 1 : side >= near.view[i] - 1)),
        `what is in view is painted: ${near.covers}, ${near.view}`,
      );
      // A way of writing is as sharp in its own pixels as it was.
      assert.ok(
        near.edge < whole.edge * 1.6 + 1,
        `edges of ${near.edge.toFixed(1)} pixels, ${whole.edge.toFixed(1)} before`,
      );
      await cdp.send("Emulation.setPageScaleFactor", { pageScaleFactor: 1 });
      await visitor.page.waitForFunction(() => visualViewport.scale < 1.1);
      await visitor.page.waitForTimeout(400);
      await visitor.rest();
      const again = await at(visitor);
      assert.deepEqual([again.pixels, again.density, again.covers], [whole.pixels, whole.density, whole.covers]);
      await visitor.close();
    });
});
