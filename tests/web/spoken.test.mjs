// Every screen as a screen reader would go through it, by @guidepup/virtual-screen-reader inside the page: each word of
// the core's Screen is spoken, in its order, with what kind of thing it is. tests/reader/ does the same with Orca on a few.
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { buildSync } from "esbuild";

import { root, routes } from "./support/content.mjs";
import { Oracle } from "./support/oracle.mjs";
import { plain } from "./support/tree.mjs";
import { sharing, start } from "./support/visitor.mjs";

let world, reader;
before(async () => {
  reader = buildSync({
    stdin: { contents: 'export { virtual } from "@guidepup/virtual-screen-reader/browser.js";', resolveDir: root },
    bundle: true,
    format: "iife",
    globalName: "screen_reader",
    write: false,
    logLevel: "error",
    alias: {
      "@guidepup/virtual-screen-reader/browser.js": `${root}node_modules/@guidepup/virtual-screen-reader/lib/esm/index.browser.js`,
    },
  }).outputFiles[0].text;
  world = await start({ webgl: false });
});
after(() => world?.stop());

const spoken_roles = {
  heading: "heading",
  link: "link",
  button: "button",
  radio: "radio",
  checkbox: "checkbox",
  slider: "slider",
  figure: "image",
};

// What must come, in order: the words of every node that has some, with its role where it has one.
function wanted(screen) {
  return screen.nodes
    .filter(
      ({ role, label, key }) =>
        label &&
        ![
          "section",
          "group",
          "navigation",
          "hotspot",
          "banner",
          "main",
          "footer",
          "table",
          "radio-group",
          "check-group",
          "dialog",
        ].includes(role) &&
        key !== "banner/skip",
    )
    .map(({ role, label, level }) => ({ role: spoken_roles[role] ?? "", label: plain(label), level }));
}

describe("Spoken in order", () => {
  const on = sharing(() => world.open({ viewport: { width: 820, height: 900 }, reducedMotion: "reduce" }));
  for (const route of routes) {
    test(
      route,
      { timeout: 90_000 },
      on(async (visitor) => {
        if (!(await visitor.page.evaluate(() => "screen_reader" in window)))
          await visitor.page.evaluate(`${reader}; window.screen_reader = screen_reader;`);
        const oracle = (visitor.oracle ??= (await Oracle.in((body) => visitor.run(body))).tell("less_motion 1"));
        const screen = await oracle.tell(`go ${route}`).screen();
        await visitor.go(route);
        const log = await visitor.page.evaluate(async () => {
          const { virtual } = window.screen_reader;
          await virtual.start({ container: document.getElementById("screen") });
          // Once through: behind the end it begins again.
          const first = await virtual.lastSpokenPhrase();
          for (let i = 0; i < 2000; ++i) {
            await virtual.next();
            if ((await virtual.lastSpokenPhrase()) === first) break;
          }
          const phrases = await virtual.spokenPhraseLog();
          await virtual.stop();
          return phrases;
        });
        mkdirSync(`${root}build/screen-reader/virtual`, { recursive: true });
        writeFileSync(`${root}build/screen-reader/virtual/${route}.txt`, `${log.join("\n")}\n`);
        let at = 0;
        for (const { role, label, level } of wanted(screen)) {
          const here = at;
          while (at < log.length && !(plain(log[at]).includes(label) && log[at].startsWith(role))) ++at;
          assert.ok(at < log.length, `after "${log[here]}" nobody says ${role} ${level || ""} "${label}"`);
        }
        assert.ok(log.length > 15, `${log.length} phrases`);
      }),
    );
  }
});
