// Chromium with a window on the desktop of desktop.sh, as assistive technology meets it.
import { spawnSync } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";

import { launch_browser } from "../../../build-scripts/lib/browser.mjs";
import { serve_site } from "../../../build-scripts/lib/site-server.mjs";
import { site_folder, Visitor } from "../../web/support/visitor.mjs";

const ask = () =>
  spawnSync(
    "/usr/bin/python3",
    [
      "-c",
      `
import pyatspi
def first(node, deep):
    if node is None or deep > 14: return ""
    if node.getRoleName() == "document web": return "document"
    for child in node:
        found = first(child, deep + 1)
        if found: return found
    return ""
for app in pyatspi.Registry.getDesktop(0):
    if app and "hromium" in (app.name or ""): print(first(app, 0))
`,
    ],
    { encoding: "utf8", timeout: 30_000 },
  ).stdout ?? "";

const ready = () =>
  document.documentElement.dataset.tautline === "ready" && performance.getEntriesByName("tautline-whole").length > 0;

// Playwright's locators listen to clicks on the whole window, and then browsers tell that every heading is clickable: what
// a journey asks of the page it asks without them.
function without_locators(visitor) {
  const ask = (key, what) =>
    visitor.page.evaluate(`((control) => ${what})(document.querySelector('input[data-key="${key}"], ' +
    '[data-key="${key}"] input, button[data-key="${key}"], a[data-key="${key}"]'))`);
  visitor.has = (key) => ask(key, "control !== null");
  visitor.value_text = (key) => ask(key, 'control.getAttribute("aria-valuetext")');
  visitor.focus = (key) => ask(key, "control.focus()");
  visitor.press_node = async (key) => {
    await ask(key, "control.click()");
    await visitor.settle();
  };
}

export async function open_window() {
  const [browser, site] = await Promise.all([
    launch_browser({
      headless: false,
      webgl: false,
      env: process.env,
      args: [
        "--force-renderer-accessibility",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--window-size=1200,950",
      ],
    }),
    serve_site(site_folder),
  ]);
  return {
    site,
    open: async (options = {}) => {
      const visitor = await Visitor.open(browser, {
        address: site.url,
        viewport: null,
        reducedMotion: "reduce",
        ...options,
        ready: false,
      });
      without_locators(visitor);
      for (let i = 0; i < 400 && !(await visitor.page.evaluate(ready)); ++i) await wait(100);
      // The window manager gives a new window the keyboard.
      for (let i = 0; i < 50; ++i) {
        const { stdout } = spawnSync("xdotool", ["getactivewindow", "getwindowname"], { encoding: "utf8" });
        if (/Chromium/.test(stdout)) break;
        await wait(100);
      }
      // … and this key takes it from the address bar into the page, to its beginning.
      spawnSync("xdotool", ["key", "ctrl+F6"]);
      // Chromium joins the accessibility bus for good when somebody asks for its first child.
      for (let i = 0; i < 30 && !/document/.test(ask()); ++i) await wait(500);
      return visitor;
    },
    stop: async () => {
      await browser.close();
      await site.close();
    },
  };
}
