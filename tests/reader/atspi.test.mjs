// The core's Screen against AT-SPI, in Chromium and in Firefox: role, name, value, state, and on the stage the box too.
// A few screens, or all of them with TAUTLINE_ALL_SCREENS=1. Runs in the desktop of support/desktop.sh.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { after, describe, test } from "node:test";

import { serve_site } from "../../build-scripts/lib/site-server.mjs";
import { routes } from "../web/support/content.mjs";
import { Oracle } from "../web/support/oracle.mjs";
import { difference } from "../web/support/tree.mjs";
import { site_folder } from "../web/support/visitor.mjs";
import { AtSpi, from_atspi, from_screen } from "./support/atspi.mjs";
import { Firefox } from "./support/marionette.mjs";
import { open_window } from "./support/window.mjs";

const wanted = process.env.TAUTLINE_ALL_SCREENS ? routes : ["home", "alarm", "check", "settings"];

async function chromium() {
  const window = await open_window();
  const visitor = await window.open();
  return {
    run: (script, ...args) => visitor.page.evaluate(`(${script})(...${JSON.stringify(args)})`),
    stop: () => window.stop(),
  };
}

async function firefox() {
  const site = await serve_site(site_folder);
  const browser = await Firefox.start();
  await browser.open(site.url);
  return {
    run: (script, ...args) => browser.run(script, ...args),
    stop: () => Promise.all([browser.stop(), site.close()]),
  };
}

for (const [name, open] of [
  ["chromium", chromium],
  ["firefox", firefox],
]) {
  const missing = name === "firefox" && spawnSync("sh", ["-c", "command -v firefox-esr"]).status !== 0;
  describe(`AT-SPI, ${name}`, { skip: missing && "Firefox is not installed" }, () => {
    let browser, atspi, oracle;
    after(async () => {
      atspi?.stop();
      oracle?.close();
      await browser?.stop();
    });
    for (const route of wanted) {
      test(route, { timeout: 240_000 }, async () => {
        browser ??= await open();
        atspi ??= new AtSpi(name);
        oracle ??= new Oracle().tell("less_motion 1");
        await browser.run("(hash) => { location.hash = hash; }", `#/${route}`);
        const { title } = await oracle.tell(`go ${route}`).screen();
        const nodes = await atspi.page(title);
        // A short screen has no scroll bar, and so another width.
        const { width, height } = await browser.run(
          "() => ({ width: document.documentElement.clientWidth, height: document.querySelector('#stage > canvas')?.clientHeight || innerHeight })",
        );
        const screen = await oracle.tell(`window ${width} ${height}`).screen();
        const found = from_atspi(nodes),
          expected = from_screen(screen);
        assert.deepEqual(
          difference(
            expected.map(({ line }) => line),
            found.map(({ line }) => line),
          ),
          [],
        );
        const scrolled = await browser.run("() => scrollY");
        let placed = 0;
        const astray = expected.flatMap(({ line, box }, i) => {
          if (!box || box[2] * box[3] === 0 || /Skip to/.test(line)) return [];
          ++placed;
          const off = found[i].box.map((side, k) => side - box[k] + (k === 1 ? scrolled : 0));
          return off.some((by) => Math.abs(by) > 1.5)
            ? [`${line}: ${found[i].box}, and not ${box.map(Math.round)}`]
            : [];
        });
        assert.deepEqual(astray, []);
        assert.ok(placed > expected.length / 2, `only ${placed} of ${expected.length} have a place`);
      });
    }
  });
}
