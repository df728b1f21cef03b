// The kiosk: what it shows while nobody is there, that nothing of a visitor stays, that there is no way out, and that it
// starts again whatever happens.
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { serve_site } from "../../build-scripts/lib/site-server.mjs";
import { soak } from "../../build-scripts/lib/soak.mjs";
import { root, word } from "./support/content.mjs";
import { difference } from "./support/png.mjs";
import { Visitor, start, visit } from "./support/visitor.mjs";

const folder = process.env.TAUTLINE_KIOSK ?? `${root}dist/kiosk`;
const screen = { width: 1080, height: 1400 };
let world;
before(async () => {
  world = await start({ folder });
});
after(() => world?.stop());

const open = (options) => world.open({ viewport: screen, hasTouch: true, ...options });
const started = (page) =>
  page.waitForFunction(
    () => tautlineKiosk.idle.presence === "active" && document.querySelectorAll("#screen [data-key]").length > 10,
  );
const attracting = (page) => page.waitForFunction(() => document.querySelector("#kiosk-attract:not([hidden]) button"));
const begin = async (page) => {
  await page.locator("#kiosk-attract button").first().tap();
  await started(page);
};
const press = (page, label) => page.getByRole("button", { name: label, exact: true }).tap();

test(
  "While nobody is there the story runs in its figure, and what to touch is large and low",
  visit(open, async (visitor) => {
    const { page } = visitor;
    const box = await page.locator("#kiosk-attract canvas").boundingBox();
    const at_rest = await visitor.picture({ clip: box });
    // Four seconds of rest come first, and a slow machine paints few pictures of what follows.
    let moved = 0;
    for (let seconds = 0; seconds < 40 && moved <= 0.002; ++seconds) {
      await page.waitForTimeout(1000);
      moved = difference(at_rest, await visitor.picture({ clip: box }));
    }
    assert.ok(moved > 0.002, `the figure has changed (${moved})`);
    for (const button of await page.locator("#kiosk-attract button").all()) {
      const { y, width, height } = await button.boundingBox();
      assert.ok(y > screen.height * 0.6 && width >= 200 && height >= 88, `${width} × ${height} at ${y}`);
    }
    assert.ok(
      (await page.locator("#kiosk-attract").innerText()).includes(word("kiosk.attract.model")),
      "it says what the picture is",
    );
  }),
);

test(
  "Where the later part does not come there is no picture, but whoever comes can begin",
  visit(
    (options) =>
      open({
        ...options,
        expected_errors: [/take-away/, /ERR_FAILED/],
        prepare: (page) => page.route("**/take-away.wasm", (route) => route.abort()),
      }),
    async ({ page }) => {
      await attracting(page);
      await page.waitForTimeout(3000);
      assert.equal(await page.evaluate(() => tautlineKiosk.idle.presence), "attract");
      await begin(page);
    },
  ),
);

test(
  "Somebody goes away: a warning that counts down, then the start; a touch anywhere keeps the visit",
  visit(open, async (visitor) => {
    const { page } = visitor;
    await begin(page);
    await visitor.press_node("home/check");
    const go_quiet = () =>
      page.evaluate(() => {
        tautlineKiosk.idle.since -= tautlineKiosk.idle.idleMs;
      });
    await go_quiet();
    const dialog = page.getByRole("alertdialog", { name: word("kiosk.warning.title") });
    await dialog.waitFor();
    assert.match(await dialog.innerText(), /\b(30|29) s/);
    assert.equal(await page.evaluate(() => document.activeElement.textContent), word("kiosk.warning.stay"));
    for (const button of await dialog.getByRole("button").all()) {
      const { y, height } = await button.boundingBox();
      assert.ok(y > screen.height * 0.6 && height >= 88);
    }
    await page.waitForFunction(() => /\b2[0-8] s/.test(document.getElementById("kiosk-count").textContent));
    await page.touchscreen.tap(500, 100);
    await dialog.waitFor({ state: "hidden" });
    assert.equal(await visitor.title(), word("check.intro.title"), "where they were");
    await go_quiet();
    await dialog.waitFor();
    await page.evaluate(() => {
      tautlineKiosk.idle.since -= tautlineKiosk.idle.warningMs;
    });
    await attracting(page);
    assert.equal(await page.locator("#screen *").count(), 0);
  }),
);

// Made in the page from numbers, so that the tools' own copies of the word are not found in its place.
const marker = [..."Zq7-marker-mNb"].map((c) => c.charCodeAt(0));
const find_marker = (page) =>
  page.evaluate((codes) => {
    const text = String.fromCharCode(...codes);
    const bytes = new Uint8Array(tautlineKiosk.renewal.memory.buffer);
    let found = 0;
    for (let at = bytes.indexOf(codes[0]); at >= 0; at = bytes.indexOf(codes[0], at + 1))
      if (codes.every((code, i) => bytes[at + i] === code)) ++found;
    return {
      memory: found,
      dom:
        document.documentElement.outerHTML.includes(text) ||
        [...document.querySelectorAll("input")].some((input) => input.checked),
    };
  }, marker);

test(
  "Nothing of a visitor stays: memory, page, focus, scroll, address, history, selection, window name, heap",
  visit(open, async (visitor) => {
    const { page, context } = visitor;
    const trace = () =>
      page.evaluate(() => ({
        address: location.href,
        history: history.length,
        state: history.state,
        name: window.name,
        scroll: scrollX + scrollY,
        selection: String(getSelection()),
        focus: document.activeElement.tagName,
        title: document.title,
        lang: document.documentElement.lang,
        nodes: document.querySelectorAll("*").length,
      }));
    // The first visit also makes the stage; what it leaves is what every later one finds.
    await begin(page);
    await press(page, word("kiosk.finish"));
    await attracting(page);
    const before_visit = await trace();
    await begin(page);
    await visitor.press_node("home/check");
    await visitor.press_node("check/next");
    await visitor.press_node("check/chest-pain/no");
    await visitor.control("check/breathless/no").focus();
    await page.evaluate((codes) => {
      const text = String.fromCharCode(...codes);
      window.name = text;
      window.scrollTo(0, 400);
      getSelection().selectAllChildren(document.querySelector("#screen h1"));
      document.querySelector("#screen h1").dataset.note = text;
      tautlineKiosk.page.shown.announcer.say(text);
      // No such place: the engine has the text in its memory all the same, the second behind what it writes there next.
      tautlineKiosk.engine.navigate(text + text);
    }, marker);
    const during = await find_marker(page);
    assert.ok(during.memory > 0 && during.dom, `the search finds what is there: ${JSON.stringify(during)}`);
    await press(page, word("kiosk.finish"));
    await attracting(page);
    assert.deepEqual(await find_marker(page), { memory: 0, dom: false });
    await page.waitForTimeout(1300); // what was still to be announced is not
    assert.deepEqual(await find_marker(page), { memory: 0, dom: false });
    assert.deepEqual(await trace(), before_visit);

    const cdp = await context.newCDPSession(page);
    await cdp.send("HeapProfiler.collectGarbage");
    let heap = "";
    cdp.on("HeapProfiler.addHeapSnapshotChunk", ({ chunk }) => (heap += chunk));
    await cdp.send("HeapProfiler.takeHeapSnapshot", { reportProgress: false });
    assert.ok(heap.includes(word("kiosk.attract.title")), "the heap's texts can be searched");
    assert.ok(!heap.includes(String.fromCharCode(...marker)), "the marker is not among them");

    assert.equal(
      await page.evaluate(() => {
        tautlineKiosk.attract.hide();
        tautlineKiosk.renewal.wipe();
        return new Uint32Array(tautlineKiosk.renewal.memory.buffer).every((word) => word === 0);
      }),
      true,
      "every byte is made zero",
    );
  }),
);

test(
  "No way out: links, keys, menus, pinching, dragging, Back",
  visit(open, async (visitor) => {
    const { page } = visitor;
    await begin(page);
    await page.evaluate(() => {
      window.held = {};
      for (const type of ["contextmenu", "selectstart", "dragstart", "keydown", "wheel", "copy", "auxclick"])
        window.addEventListener(type, (event) => (window.held[type + (event.key ?? "")] = event.defaultPrevented));
    });
    await visitor.page.evaluate(() => tautlineKiosk.engine.navigate("sources") && tautlineKiosk.page.refresh(0));
    await visitor.arrived(); // its part of the engine may still be on its way
    assert.equal(await page.locator("a[href]:not([href^='#'])").count(), 0, "no address leads outside");
    assert.ok(/https:|doi/.test(await page.locator("#screen").innerText()), "but it can be read");
    const cancelled = (make) =>
      page.evaluate((text) => !document.querySelector("#screen h1").dispatchEvent(eval(text)), make);
    for (const event of [
      'new MouseEvent("contextmenu", {bubbles: true, cancelable: true})',
      'new Event("selectstart", {bubbles: true, cancelable: true})',
      'new DragEvent("dragstart", {bubbles: true, cancelable: true})',
      'new WheelEvent("wheel", {bubbles: true, cancelable: true, ctrlKey: true, deltaY: 9})',
      'new ClipboardEvent("copy", {bubbles: true, cancelable: true})',
      'new MouseEvent("auxclick", {bubbles: true, cancelable: true, button: 1})',
      ...["F5", "F11", "F12", "Escape", "Backspace", "BrowserBack", "Home", " ", "p", "Delete"].map(
        (key) => `new KeyboardEvent("keydown", {bubbles: true, cancelable: true, key: "${key}"})`,
      ),
      'new KeyboardEvent("keydown", {bubbles: true, cancelable: true, key: "p", ctrlKey: true})',
      'new KeyboardEvent("keydown", {bubbles: true, cancelable: true, key: "ArrowLeft", altKey: true})',
    ])
      assert.equal(await cancelled(event), true, event);
    assert.deepEqual(
      await page.evaluate(() => [
        window.open("https://example.org"),
        getComputedStyle(document.documentElement).userSelect,
        getComputedStyle(document.documentElement).touchAction,
      ]),
      [null, "none", "pan-y"],
    );
    assert.deepEqual(
      await page.evaluate(() => [history.length, location.hash]),
      await page.evaluate(() => [history.length, ""]),
    );
    const length = await page.evaluate(() => history.length);
    await visitor.press_node("banner/home");
    await visitor.press_node("home/check");
    assert.equal(await page.evaluate(() => history.length), length, "the browser has nothing to go back to");
    await press(page, word("kiosk.back"));
    await visitor.settle();
    assert.equal(await visitor.title(), word("home.title"));
  }),
);

test(
  "Five keys are enough: from the start to an answer and to the end",
  visit(open, async (visitor) => {
    const { page } = visitor;
    const focused_text = () => page.evaluate(() => document.activeElement.textContent.trim());
    await page.keyboard.press("Enter");
    await started(page);
    const reach = async (wanted, key = "ArrowDown") => {
      for (let i = 0; i < 120; ++i) {
        if (await wanted()) return;
        await page.keyboard.press(key);
        await visitor.settle();
      }
      throw new Error(`the arrow never comes there: ${wanted}`);
    };
    await reach(async () => (await visitor.focused()) === "home/check");
    await page.keyboard.press("Enter");
    await reach(async () => (await visitor.focused()) === "check/next");
    await page.keyboard.press("Enter");
    await reach(async () => (await visitor.focused()) === "check/chest-pain/no");
    await page.keyboard.press("Enter");
    await visitor.settle();
    assert.equal(await visitor.control("check/chest-pain/no").isChecked(), true);
    await page.keyboard.press("ArrowLeft");
    await visitor.settle();
    assert.equal(await visitor.title(), word("check.intro.title"), "left goes back");
    await reach(async () => (await focused_text()) === word("kiosk.finish"), "ArrowUp");
    await page.keyboard.press("Enter");
    await attracting(page);
    assert.equal(await page.evaluate(() => tautlineKiosk.visits), 1);
  }),
);

test(
  "It starts again after an abort, an error and a lost context, and loads anew when that happens too often",
  visit(
    () => open({ query: "webgl=on", expected_errors: [/on purpose/] }),
    async (visitor) => {
      const { page } = visitor;
      const restarts = (n) =>
        page.waitForFunction((count) => tautlineKiosk.recovery.count === count && !tautlineKiosk.recovery.busy, n);
      await begin(page);
      await page.evaluate(() => {
        const canvas = document.querySelector("#stage > canvas");
        const lose = (canvas.getContext("webgl2") ?? canvas.getContext("webgl")).getExtension("WEBGL_lose_context");
        lose.loseContext();
        setTimeout(() => lose.restoreContext(), 200);
      });
      await page.waitForTimeout(600);
      await visitor.press_node("home/check");
      assert.equal(await visitor.title(), word("check.intro.title"), "a lost context that comes back ends no visit");
      await page.evaluate(() => tautlineKiosk.renewal.onAbort("on purpose"));
      await restarts(1);
      await attracting(page);
      await begin(page);
      await page.evaluate(() =>
        setTimeout(() => {
          throw new Error("on purpose");
        }),
      );
      await restarts(2);
      await attracting(page);
      await begin(page);
      const [loaded] = await Promise.all([
        page.waitForEvent("load"),
        page.evaluate(() => {
          tautlineKiosk.renewal.onAbort("on purpose");
        }),
      ]);
      assert.ok(loaded);
      await visitor.ready();
      assert.equal(await page.evaluate(() => location.hash), "#restart-1");
      await begin(page);
      assert.equal(await visitor.title(), word("home.title"));
    },
  ),
);

test("A wrapper hears who is there and never what they do, and may end a visit; others may not", async () => {
  const host = createServer((request, response) =>
    response.writeHead(200, { "Content-Type": "text/html" }).end(`<!doctype html><title>wrapper</title><script>
    window.heard = [];
    addEventListener("message", ({ data, origin }) => heard.push([origin, data]));
  </script><iframe src="${world.site.url}" style="width:1080px;height:1300px;border:0" allow="screen-wake-lock"></iframe>`),
  );
  await new Promise((done) => host.listen(0, "127.0.0.1", done));
  const context = await world.browser.newContext({ viewport: screen, hasTouch: true });
  try {
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${host.address().port}/`);
    const heard = (type) =>
      page.waitForFunction((wanted) => heard.some(([, data]) => data.type === wanted), type, { timeout: 40_000 });
    await heard("ready");
    const kiosk = page.frames()[1];
    await kiosk.locator("#kiosk-attract button").first().tap();
    await heard("active");
    await kiosk.waitForFunction(() => document.querySelectorAll("#screen [data-key]").length > 10);
    await kiosk.locator('[data-key="home/check"]').evaluate((element) => element.click());
    for (const junk of [
      null,
      5,
      "reset",
      {},
      { target: "tautline" },
      { target: "tautline", v: 2, type: "reset" },
      { target: "tautline", v: 1, type: "__proto__" },
      { target: "tautline", v: 1, type: { toString: 1 } },
    ])
      await page.evaluate((data) => frames[0].postMessage(data, "*"), junk);
    await kiosk.evaluate(() => window.postMessage({ target: "tautline", v: 1, type: "reset" }, "*"));
    await page.waitForTimeout(300);
    assert.equal(
      await kiosk.evaluate(() => tautlineKiosk.idle.presence),
      "active",
      "what makes no sense, or comes from elsewhere, does nothing",
    );
    await page.evaluate(() => frames[0].postMessage({ target: "tautline", v: 1, type: "ping" }, "*"));
    await heard("heartbeat");
    await page.evaluate(() => frames[0].postMessage({ target: "tautline", v: 1, type: "reset" }, "*"));
    await heard("idle");
    const all = await page.evaluate(() => heard);
    for (const [origin, data] of all) {
      assert.equal(`${origin}/`, world.site.url);
      assert.deepEqual([data.source, data.v], ["tautline", 1]);
      for (const name of Object.keys(data))
        assert.ok(
          ["source", "v", "type", "presence", "visits", "restarts", "memory_mb", "seconds", "why"].includes(name),
          name,
        );
    }
  } finally {
    await context.close();
    host.close();
    host.closeAllConnections();
  }
});

const hold_while = async (page, act) => {
  await page.evaluate(() => hold());
  await page.evaluate(act);
  await page.waitForFunction(() => held);
};
// Moments of a kiosk, and what can happen in each of them: to the page, from a wrapper, by a hand.
const moments = {
  "nobody is there": async () => {},
  "the engine of a visit is being made": async (page) =>
    hold_while(page, () => {
      tautlineKiosk.attract.choose("en");
    }),
  "a visit": begin,
  "the warning": async (page) => {
    await begin(page);
    await page.evaluate(() => {
      tautlineKiosk.idle.since -= tautlineKiosk.idle.idleMs;
    });
    await page.getByRole("alertdialog").waitFor();
  },
  "the engine after a visit is being made": async (page) => {
    await begin(page);
    await hold_while(page, () => {
      tautlineKiosk.finish();
    });
  },
};
const happenings = {
  // true: a visit, were there one, is over then. None of them waits for what it sets off
  "a wrapper's reset": [
    true,
    () => {
      tautlineKiosk.messages.kiosk.reset();
    },
  ],
  "two resets": [
    true,
    () => {
      tautlineKiosk.messages.kiosk.reset();
      tautlineKiosk.messages.kiosk.reset();
    },
  ],
  "a wrapper's ping": [false, () => tautlineKiosk.messages.beat()],
  "the machine slept: the wall clock went on": [
    true,
    () => {
      const real = Date.now;
      Date.now = () => real() + 36_000_000;
    },
  ],
  "the other clock went on": [
    true,
    () => {
      const real = performance.now;
      performance.now = () => real.call(performance) + 36_000_000;
    },
  ],
  "hidden and shown": [
    true,
    () => {
      for (const hidden of [true, false]) {
        Object.defineProperty(document, "hidden", { configurable: true, value: hidden });
        document.dispatchEvent(new Event("visibilitychange"));
      }
    },
  ],
  "left, with the page kept": [
    true,
    () => window.dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true })),
  ],
  "a touch": [false, () => window.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }))],
  Back: [false, () => tautlineKiosk.back()],
  "the size changes": [false, () => window.dispatchEvent(new Event("resize"))],
};
test(
  "Whatever happens in whatever moment, the kiosk goes on without starting again, and a visit that is over is over",
  visit(open, async (visitor) => {
    const { page } = visitor;
    // Holds the making of the next engine half way: its memory is laid out, and nothing of it has run.
    await page.evaluate(() => {
      const { instantiate } = WebAssembly;
      let gate;
      window.release = () => {};
      window.hold = () => {
        window.held = false;
        gate = new Promise((done) => {
          window.release = done;
        });
      };
      WebAssembly.instantiate = async (...values) => {
        const made = await instantiate(...values);
        const wait = gate;
        gate = undefined;
        window.held = true;
        await wait;
        return made;
      };
      window.clocks = [Date.now, performance.now];
    });
    for (const [moment, reach] of Object.entries(moments)) {
      for (const [happening, [ends, act]] of Object.entries(happenings)) {
        const which = `${happening} in: ${moment}`;
        await attracting(page);
        await reach(page);
        await page.evaluate(act);
        await page.evaluate(() => release());
        const during = ["a visit", "the engine of a visit is being made", "the warning"].includes(moment);
        if (during && !ends)
          await page
            .waitForFunction(
              () =>
                tautlineKiosk.idle.presence !== "attract" &&
                document.querySelectorAll("#screen [data-key]").length > 10,
            )
            .catch((error) => {
              throw new Error(`${which}: ${error.message}`);
            });
        else {
          await attracting(page).catch((error) => {
            throw new Error(`${which}: ${error.message}`);
          });
          assert.equal(await page.locator("#screen *").count(), 0, which);
        }
        await page.evaluate(() => {
          [Date.now, performance.now] = window.clocks;
          tautlineKiosk.clocks.jumped();
          tautlineKiosk.last = performance.now();
          tautlineKiosk.visit.state = "here";
          if (tautlineKiosk.attract.place.hidden) tautlineKiosk.finish();
        });
        assert.equal(await page.evaluate(() => tautlineKiosk.recovery.count), 0, `${which}: it started again`);
      }
    }
    await attracting(page);
    await begin(page);
    await visitor.press_node("home/check");
    assert.equal(await visitor.title(), word("check.intro.title"));
  }),
);

test(
  "A kiosk's page that was kept and comes back loads anew",
  visit(open, async (visitor) => {
    const { page } = visitor;
    await begin(page);
    await Promise.all([
      page.waitForEvent("load"),
      page.evaluate(() => {
        window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
      }),
    ]);
    await visitor.ready();
    await attracting(page);
  }),
);

test("An operator's settings: chapters, contact, several languages; a bad one is named on the operator's page and the kiosk starts", async () => {
  const copy = mkdtempSync(join(tmpdir(), "tautline-kiosk-"));
  cpSync(folder, copy, { recursive: true });
  writeFileSync(
    join(copy, "kiosk.json"),
    JSON.stringify({
      idle_s: "soon",
      colour: "red",
      chapters: ["alarm", "feel"],
      theme: "dark",
      contact: {
        title: "Riverside Clinic",
        lines: ["Second floor <b>left</b>", "Mon to Fri\nclosed without cortisol"],
      },
    }),
  );
  const site = await serve_site(copy);
  try {
    await visit(
      () => Visitor.open(world.browser, { address: site.url, viewport: screen, hasTouch: true }),
      async (visitor) => {
        const { page } = visitor;
        assert.equal(await page.evaluate(() => tautlineKiosk.settings.idle_s), 60, "the usual value stands in");
        await begin(page);
        // Without a word about languages there is one, and nothing offers another.
        const languages = async (screen) => {
          await page.evaluate((name) => {
            tautlineKiosk.engine.navigate(name);
            tautlineKiosk.page.renew();
          }, screen);
          await visitor.settle();
          return page.evaluate(() =>
            [...document.querySelectorAll("#screen [data-key]")]
              .map((element) => /^(?:home|settings)\/language\/([a-z]{2})$/.exec(element.dataset.key)?.[1])
              .filter(Boolean),
          );
        };
        for (const screen of ["settings", "home"]) assert.deepEqual(await languages(screen), [], screen);
        // Next leads from the first of two chapters to the other.
        await languages("alarm");
        await visitor.press_node("dot/take");
        await visitor.press_node("chapter/next");
        assert.equal(await visitor.title(), word("chapter.feel.title"));
        await languages("home");
        assert.equal(await visitor.has("home/chapter/alarm"), true);
        assert.equal(await visitor.has("home/chapter/muscles"), false);
        assert.equal(await visitor.words_of("footer/contact/title"), "Riverside Clinic");
        assert.equal(await visitor.words_of("footer/contact/1"), "Second floor <b>left</b>", "as text, whatever it is");
        assert.equal(
          await page.evaluate(() => tautlineKiosk.engine.navigate("muscles")),
          false,
          "nor does an address lead there",
        );
        assert.ok(await page.evaluate(() => document.documentElement.classList.contains("dark")));
      },
    )({ name: "kiosk with settings" });
    writeFileSync(join(copy, "kiosk.json"), JSON.stringify({ languages: ["es", "en"] }));
    await visit(
      () => Visitor.open(world.browser, { address: site.url, viewport: screen, hasTouch: true }),
      async (visitor) => {
        const { page } = visitor;
        assert.equal(await page.locator("#kiosk-attract button").count(), 2);
        await begin(page);
        await page.evaluate(() => {
          tautlineKiosk.engine.navigate("settings");
          tautlineKiosk.page.renew();
        });
        await visitor.settle();
        assert.deepEqual(
          await page.evaluate(() =>
            [...document.querySelectorAll('[data-key^="settings/language/"] input')]
              .map((input) => input.closest("[data-key]").dataset.key.slice(-2))
              .sort(),
          ),
          ["en", "es"],
        );
      },
    )({ name: "kiosk with two languages" });
    writeFileSync(
      join(copy, "kiosk.json"),
      JSON.stringify({ idle_s: "soon", colour: "red", chapters: ["alarm", "feel"] }),
    );
    const context = await world.browser.newContext();
    const page = await context.newPage();
    await page.goto(`${site.url}operator.html`);
    await page.waitForFunction(() => document.documentElement.dataset.tautline === "ready");
    const alert = await page.getByRole("alert").innerText();
    for (const text of ["/idle_s", '"soon"', "a number from 10 to 900", "/colour"])
      assert.ok(alert.includes(text), `${text} in:\n${alert}`);
    assert.ok(!alert.includes("/chapters"));
    const { look_again_by: day } = JSON.parse(readFileSync(`${root}content/sources.json`, "utf8"));
    assert.ok((await page.locator("main").innerText()).includes(`${word("kiosk.operator.look_again")}: ${day}`));
    await page.clock.setFixedTime(new Date(`${day}T23:59:59Z`));
    await page.reload();
    await page.waitForFunction(() => document.documentElement.dataset.tautline === "ready");
    assert.equal(await page.getByText(word("kiosk.operator.overdue")).count(), 0, "not on the day itself");
    await page.clock.setFixedTime(new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000));
    await page.reload();
    await page.getByText(word("kiosk.operator.overdue")).waitFor();
    await context.close();
  } finally {
    await site.close();
    rmSync(copy, { recursive: true, force: true });
  }
});

test(
  "A short soak: visitors come and go, contexts are lost, and nothing stays or grows",
  { timeout: 120_000 },
  async () => {
    const figures = await soak({
      browser: world.browser,
      url: world.site.url,
      interactions: 240,
      visitors: 6,
      losses: 3,
      seed: 20260101,
    });
    assert.deepEqual(figures.problems, []);
    assert.ok(figures.interactions >= 240 && figures.visitors >= 6 && figures.losses >= 3, JSON.stringify(figures));
    assert.ok(figures.memory_mb <= 32, `the engine's memory is ${figures.memory_mb} MB`);
  },
);
