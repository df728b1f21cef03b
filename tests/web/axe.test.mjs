// axe finds nothing wrong by its rules for WCAG 2.0 to 2.2, A and AA, on any screen. The stage's words are transparent
// over a picture, so there its contrast rule can't judge; fidelity.test.mjs measures the painted words instead.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";

import { asked_pages, optional_pages, root, routes } from "./support/content.mjs";
import { start, visit } from "./support/visitor.mjs";

const axe = readFileSync(`${root}node_modules/axe-core/axe.min.js`, "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

let world;
// Nobody looks at the picture here, and the engine's own painter is quicker than WebGL without a graphics card.
before(async () => {
  world = await start({ webgl: false });
});
after(() => world?.stop());

async function violations(visitor, where) {
  if (!(await visitor.page.evaluate(() => "axe" in window))) await visitor.page.evaluate(axe);
  const { violations: found, incomplete } = await visitor.page.evaluate(
    (only) =>
      window.axe.run(document, { runOnly: { type: "tag", values: only }, resultTypes: ["violations", "incomplete"] }),
    tags,
  );
  const tell =
    (kind) =>
    ({ id, help, nodes }) =>
      `${where}: ${kind}${id}: ${help}: ${nodes
        .slice(0, 3)
        .map(({ target, any }) => `${target.join(" ")} (${any[0]?.message ?? ""})`)
        .join("; ")}${nodes.length > 3 ? ` and ${nodes.length - 3} more` : ""}`;
  // Besides contrast, axe can't measure the way past the banner while it is hidden; focus.test.mjs does when it shows.
  const hidden = ({ id, nodes }) =>
    id === "target-size" && nodes.every(({ html }) => /class="[^"]*\bskip\b/.test(html));
  return [
    ...found.map(tell("")),
    ...incomplete.filter((each) => each.id !== "color-contrast" && !hidden(each)).map(tell("undecided: ")),
  ];
}

for (const [skin, scheme] of [
  ["stage", "light"],
  ["document", "light"],
  ["document", "dark"],
]) {
  describe(`axe, ${skin}, ${scheme}`, () => {
    test(
      "every screen",
      { timeout: 180_000 },
      visit(
        () => world.open({ query: skin === "document" ? "skin=document" : "", colorScheme: scheme }),
        async (visitor) => {
          const wrong = [];
          for (const route of routes) {
            await visitor.go(route);
            for (const key of await visitor.page.evaluate(() =>
              [...document.querySelectorAll('[aria-expanded="false"]')]
                .slice(0, 3)
                .map((element) => element.closest("[data-key]").dataset.key),
            ))
              await visitor.press_node(key);
            wrong.push(...(await violations(visitor, route)));
          }
          assert.deepEqual(wrong, []);
        },
      ),
    );

    test(
      "every page of the self-check, its review and its result",
      { timeout: 120_000 },
      visit(
        () => world.open({ route: "check", query: skin === "document" ? "skin=document" : "", colorScheme: scheme }),
        async (visitor) => {
          const wrong = [];
          await visitor.press_node("check/next");
          for (const page of asked_pages) {
            if (await visitor.has("check/none")) await visitor.press_node("check/none");
            wrong.push(...(await violations(visitor, page.id)));
            await visitor.press_node("check/next");
          }
          wrong.push(...(await violations(visitor, "review")));
          for (const page of optional_pages) {
            await visitor.press_node(`review/${page.id}/change`);
            wrong.push(...(await violations(visitor, page.id)));
            await visitor.press_node("check/next");
          }
          await visitor.press_node("review/result");
          wrong.push(...(await violations(visitor, "result")));
          assert.deepEqual(wrong, []);
        },
      ),
    );
  });
}

test(
  "axe, the static article",
  visit(
    () =>
      world.open({
        ready: false,
        prepare: (page) => page.route("**/engine.wasm", (route) => route.abort()),
        expected_errors: [/engine\.wasm|Failed to load/],
      }),
    async (visitor) => {
      await visitor.page.waitForFunction(() => document.documentElement.dataset.tautline === "failed");
      assert.deepEqual(await violations(visitor, "article"), []);
    },
  ),
);
