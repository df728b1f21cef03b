// A person at the page: opens it in a browser, moves about by keyboard, finger or mouse, and keeps an eye on what no
// page of ours may do: errors, broken policy, requests elsewhere, traces left behind. close() fails when any was seen.
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { after } from "node:test";

import { launch_browser } from "../../../build-scripts/lib/browser.mjs";
import { serve_site } from "../../../build-scripts/lib/site-server.mjs";
import { root, word } from "./content.mjs";
import { close_oracles } from "./oracle.mjs";
import { decode } from "./png.mjs";

export const site_folder = process.env.TAUTLINE_SITE ?? `${root}dist/site`;
export const single_file = process.env.TAUTLINE_SINGLE ?? `${root}dist/tautline.html`;
export const shots = `${root}build/test-shots/`;

export const phone = { width: 390, height: 844 };
export const desktop = { width: 1440, height: 900 };

const quiet = [
  "--headless=new",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

// A browser and the folder served under the page's own policy.
export async function start({ args = [], folder = site_folder, ...options } = {}) {
  const [browser, site] = await Promise.all([
    launch_browser({ args: [...quiet, ...args], ...options }),
    serve_site(folder),
  ]);
  return {
    browser,
    site,
    open: (options) => Visitor.open(browser, { address: site.url, ...options }),
    stop: async () => {
      close_oracles();
      await browser.close();
      await site.close();
    },
  };
}

// Runs in every frame before the page's own scripts.
function watch() {
  const seen = { violations: [], traces: [], draws: 0, said: [], announced: [] };
  Object.defineProperty(window, "seen", { value: seen });
  document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
    seen.violations.push(`${violatedDirective} ${blockedURI}`),
  );
  // What the page says to assistive technology, from its first moment: each text stands for a second only, and who looks
  // now and then would miss it on a busy machine.
  new MutationObserver((changes) => {
    for (const { target } of changes)
      if (target.nodeType === 1 && target.matches("[aria-live]") && target.textContent)
        seen.announced.push(target.textContent);
  }).observe(document, { subtree: true, childList: true });
  const count = (prototype, name) => {
    const real = prototype[name];
    prototype[name] = function (...args) {
      ++seen.draws;
      return real.apply(this, args);
    };
  };
  for (const kind of ["WebGLRenderingContext", "WebGL2RenderingContext"]) {
    if (!window[kind]) continue;
    count(window[kind].prototype, "drawElements");
    count(window[kind].prototype, "drawArrays");
  }
  for (const name of ["putImageData", "drawImage", "fillRect", "fillText"])
    count(CanvasRenderingContext2D.prototype, name);
  for (const name of ["setItem", "getItem", "removeItem", "clear", "key"]) {
    const real = Storage.prototype[name];
    Storage.prototype[name] = function (...args) {
      seen.traces.push(`Storage.${name}`);
      return real.apply(this, args);
    };
  }
  for (const kind of ["localStorage", "sessionStorage", "indexedDB", "caches"]) {
    const real = Object.getOwnPropertyDescriptor(window, kind);
    if (!real?.get) continue;
    Object.defineProperty(window, kind, {
      configurable: true,
      get() {
        seen.traces.push(kind);
        return real.get.call(window);
      },
    });
  }
  const cookie = Object.getOwnPropertyDescriptor(Document.prototype, "cookie");
  Object.defineProperty(document, "cookie", {
    get() {
      seen.traces.push("cookie read");
      return cookie.get.call(document);
    },
    set(text) {
      seen.traces.push("cookie");
      cookie.set.call(document, text);
    },
  });
  for (const name of ["sendBeacon"]) navigator[name] = () => (seen.traces.push(name), false);
  for (const kind of ["WebSocket", "EventSource", "RTCPeerConnection"]) {
    if (window[kind])
      window[kind] = class {
        constructor() {
          seen.traces.push(kind);
        }
      };
  }
}

export class Visitor {
  static async open(
    browser,
    { address, route = "", query = "", ready = true, whole = true, expected_errors = [], prepare, ...options } = {},
  ) {
    const context = await browser.newContext({ viewport: phone, timezoneId: "UTC", locale: "en", ...options });
    context.setDefaultTimeout(15_000);
    context.setDefaultNavigationTimeout(60_000); // a busy machine, not a slow page: its start is measured by build-scripts/bench
    const page = await context.newPage();
    const visitor = new Visitor(context, page, new URL(address), expected_errors);
    if (options.javaScriptEnabled !== false) await context.addInitScript(watch);
    await prepare?.(page, context);
    await page.goto(`${address}${query ? `?${query}` : ""}${route ? `#/${route}` : ""}`);
    if (ready && options.javaScriptEnabled !== false) await visitor.ready(whole);
    return visitor;
  }

  constructor(context, page, address, expected_errors) {
    Object.assign(this, {
      context,
      page,
      address,
      expected_errors,
      errors: [],
      warnings: [],
      requests: [],
      has_scripts: true,
    });
    page.on("console", (message) => message.type() === "error" && this.errors.push(message.text()));
    page.on("console", (message) => message.text().startsWith("tautline: ") && this.warnings.push(message.text()));
    page.on("pageerror", (error) => this.errors.push(`uncaught ${error}`));
    page.on("request", (request) => this.requests.push(request.url()));
    context.on("page", (other) => this.errors.push(`opened another page: ${other.url()}`));
  }

  // `whole`: and the later words have come.
  async ready(whole = true) {
    await this.page.waitForFunction(() => document.documentElement.dataset.tautline !== undefined, null, {
      timeout: 40_000,
    });
    const state = await this.page.evaluate(() => document.documentElement.dataset.tautline);
    assert.equal(state, "ready", `the page said "${state}": ${this.errors.join("; ")}`);
    if (whole)
      await this.page.waitForFunction(() => performance.getEntriesByName("tautline-whole").length > 0, null, {
        timeout: 40_000,
      });
  }

  // Until the page has said these words to assistive technology, or had said them before. Asked on a clock, not with the
  // frames, of which an idle page has none.
  hears(text) {
    return this.page.waitForFunction((words) => window.seen.announced.some((said) => said.includes(words)), text, {
      polling: 100,
    });
  }

  // What this script's body gives, run in the page.
  run(body) {
    return this.page.evaluate(`(() => { ${body} })()`);
  }

  // Two frames, so that what was asked for is painted.
  settle() {
    return this.page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
    );
  }

  // Until colours that fade to their new place have come to rest.
  async rest() {
    let before = -1;
    for (let i = 0; i < 40; ++i) {
      const draws = await this.page.evaluate(() => window.seen.draws);
      if (draws === before) return;
      before = draws;
      await this.page.waitForTimeout(120);
    }
    throw new Error("the picture does not come to rest");
  }

  async go(route) {
    await this.page.evaluate((hash) => {
      location.hash = hash;
    }, `#/${route}`);
    await this.settle();
    await this.arrived();
  }

  // Until a screen whose part of the page comes when asked for is there, or is said not to come. On a clock: see hears().
  arrived() {
    return this.page.waitForFunction(
      (words) => !document.getElementById("stage")?.textContent.includes(words),
      word("summary.loading"),
      { polling: 50 },
    );
  }

  async text_view(on = true) {
    const now = await this.page.evaluate(() => document.documentElement.classList.contains("document"));
    if (now !== on) await this.press_node("banner/text-view");
    await this.settle();
  }

  element(key) {
    return this.page.locator(`[data-key="${key}"]`);
  }

  // What is focused, clicked and set for a node: its input, or its element.
  control(key) {
    return this.page
      .locator(`input[data-key="${key}"], [data-key="${key}"] input, button[data-key="${key}"], a[data-key="${key}"]`)
      .first();
  }

  // As assistive technology presses: a DOM click, wherever the node lies.
  async press_node(key) {
    await this.control(key).evaluate((element) => element.click());
    await this.settle();
  }

  focused() {
    return this.page.evaluate(
      () => document.activeElement?.closest("[data-key]")?.dataset.key ?? document.activeElement?.tagName ?? "",
    );
  }

  has(key) {
    return this.element(key)
      .count()
      .then((count) => count > 0);
  }

  // A node's words as they stand in the page.
  words_of(key) {
    return this.element(key).evaluate((element) => (element.getAttribute("aria-label") ?? element.textContent).trim());
  }

  value_text(key) {
    return this.control(key).getAttribute("aria-valuetext");
  }

  title() {
    return this.words_of("title");
  }

  // Goes on with Tab, as a person does, until the node has the focus.
  async tab_to(key, { back = false } = {}) {
    const passed = [];
    for (let i = 0; i < 400; ++i) {
      await this.page.keyboard.press(back ? "Shift+Tab" : "Tab");
      const now = await this.focused();
      if (now === key) return passed;
      passed.push(now);
      if (passed.length > 3 && now === "BODY" && passed.filter((each) => each === "BODY").length > 1) break;
    }
    throw new Error(`Tab does not reach ${key}; it went over ${passed.slice(0, 60).join(", ")}`);
  }

  async key(name) {
    await this.page.keyboard.press(name);
    await this.settle();
  }

  // Tab to it, then use it.
  async use(key, name = "Enter") {
    await this.tab_to(key);
    await this.key(name);
  }

  // A radio by keys alone: Tab into its group, then arrows.
  async choose(group, option) {
    const keys = await this.page.evaluate(
      (name) =>
        [...document.querySelectorAll(`[data-key="${name}"] input[type=radio]`)].map(
          (input) => input.closest("[data-key]").dataset.key,
        ),
      group,
    );
    const wanted = `${group}/${option}`;
    if (!keys.includes(wanted)) throw new Error(`${group} has no ${option}, only ${keys.join(", ")}`);
    for (let i = 0; i < 400; ++i) {
      await this.page.keyboard.press("Tab");
      const at = keys.indexOf(await this.focused());
      if (at < 0) continue;
      const checked = await this.control(keys[at]).isChecked();
      const steps = keys.indexOf(wanted) - at;
      if (steps === 0 && !checked) await this.page.keyboard.press("Space");
      for (let step = 0; step < Math.abs(steps); ++step)
        await this.page.keyboard.press(steps > 0 ? "ArrowDown" : "ArrowUp");
      await this.settle();
      assert.equal(await this.focused(), wanted, `the arrows lead to ${wanted}`);
      assert.equal(await this.control(wanted).isChecked(), true, `${wanted} is chosen`);
      return;
    }
    throw new Error(`Tab does not reach the choices of ${group}`);
  }

  // The middle of a node on screen, scrolled there, and what a finger there would meet.
  async place(key) {
    await this.element(key).evaluate((element) => element.scrollIntoView({ block: "center", behavior: "instant" }));
    await this.settle();
    return this.element(key).evaluate((element) => {
      const box = element.getBoundingClientRect();
      const x = box.x + box.width / 2,
        y = box.y + box.height / 2;
      const hit = document.elementFromPoint(x, y);
      const met = hit?.closest("[data-key]")?.dataset.key ?? hit?.tagName ?? "nothing";
      return { x, y, width: box.width, height: box.height, hit: element.contains(hit) ? element.dataset.key : met };
    });
  }

  async tap(key) {
    const { x, y, hit } = await this.place(key);
    assert.equal(hit, key, `a finger on the middle of ${key} meets ${hit}`);
    await this.page.touchscreen.tap(x, y);
    await this.settle();
  }

  async picture(options = {}) {
    return decode(await this.page.screenshot({ animations: "disabled", caret: "hide", ...options }));
  }

  async keep_picture(name) {
    mkdirSync(shots, { recursive: true });
    const path = `${shots}${name.replace(/[^a-z0-9]+/gi, "-")}.png`;
    writeFileSync(path, await this.page.screenshot().catch(() => Buffer.alloc(0)));
    return path;
  }

  async seen() {
    return this.page.evaluate(() => window.seen);
  }

  // Everything a page of ours may not do, as a list of sentences.
  async complaints() {
    const wrong = this.errors
      .filter((text) => !this.expected_errors.some((pattern) => pattern.test(text)))
      .map((text) => `error: ${text}`);
    for (const url of this.requests) {
      if (url.startsWith("data:") || url.startsWith("blob:")) continue;
      const { origin, pathname, search } = new URL(url);
      const own =
        this.address.protocol === "file:" ? pathname === this.address.pathname : origin === this.address.origin;
      if (!own) wrong.push(`request elsewhere: ${url}`);
      else if (search && pathname !== this.address.pathname) wrong.push(`request that carries something: ${url}`);
    }
    for (const frame of this.page.frames()) {
      const seen = await frame.evaluate(() => window.seen).catch(() => undefined);
      for (const text of seen?.violations ?? []) wrong.push(`broken policy: ${text}`);
      for (const text of new Set(seen?.traces ?? [])) wrong.push(`touched ${text}`);
    }
    for (const { name } of await this.context.cookies()) wrong.push(`cookie ${name}`);
    return wrong;
  }

  async close() {
    const wrong = await this.complaints();
    await this.context.close();
    assert.deepEqual(wrong, []);
  }
}

// One test with one visitor: a picture of a failure is kept, what the page may not do is looked for at the end.
export function visit(open, run) {
  return async (t) => {
    const visitor = await open();
    try {
      await run(visitor, t);
    } catch (error) {
      error.message += `\n(picture: ${(await visitor.keep_picture(t.name)).slice(root.length)})`;
      await visitor.context.close();
      throw error;
    }
    await visitor.close();
  };
}

// One visitor for several tests, as a person goes on from screen to screen: a page's start costs more than most tests.
// After a failure the next test gets a fresh one. Call it where the tests are described.
export function sharing(open) {
  let visitor;
  after(async () => {
    const last = visitor;
    visitor = undefined;
    await last?.close();
  });
  return (run) => async (t) => {
    visitor ??= await open();
    try {
      await run(visitor, t);
      assert.deepEqual(await visitor.complaints(), []);
    } catch (error) {
      error.message += `\n(picture: ${(await visitor.keep_picture(t.name)).slice(root.length)})`;
      await visitor.context.close();
      visitor = undefined;
      throw error;
    }
  };
}
