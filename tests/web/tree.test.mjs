// What assistive technology is offered, on every screen and in both skins, against the core's own Screen: every node is
// there with its role, name, value and state, in reading order, and nothing else is.
// Takes long: every node of every screen in both skins.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { asked_pages, optional_pages, routes, word } from "./support/content.mjs";
import { out_of_order } from "./support/checks.mjs";
import { Oracle } from "./support/oracle.mjs";
import { actual, difference, expected } from "./support/tree.mjs";
import { sharing, start, visit } from "./support/visitor.mjs";

let world;
// Nobody looks at the picture here, and the engine's own painter is quicker than WebGL without a graphics card.
before(async () => {
  world = await start({ webgl: false });
});
after(() => world?.stop());

// A page and its oracle, kept in step.
class Pair {
  static async of(visitor, text_view) {
    const pair = new Pair();
    pair.visitor = visitor;
    pair.cdp = await visitor.context.newCDPSession(visitor.page);
    const today = await visitor.page.evaluate(() =>
      [
        new Date().getFullYear(),
        ...[new Date().getMonth() + 1, new Date().getDate()].map((part) => String(part).padStart(2, "0")),
      ].join("-"),
    );
    pair.oracle = (await Oracle.in((body) => visitor.run(body))).tell(
      `text_view ${text_view ? 1 : 0}`,
      `today ${today}`,
    );
    const { width, height } = visitor.page.viewportSize();
    if (!text_view) pair.oracle.tell(`window ${width} ${height}`);
    return pair;
  }

  async go(route) {
    this.oracle.tell(`go ${route}`);
    await this.visitor.go(route);
  }

  async press(key) {
    this.oracle.tell(`click ${key}`);
    await this.visitor.press_node(key);
  }

  async same(where) {
    const screen = await this.oracle.screen();
    const wanted = expected(screen),
      found = await actual(this.cdp);
    assert.deepEqual(difference(wanted.entries, found.entries), [], `${where}: roles, names, values and states`);
    assert.deepEqual(difference(wanted.texts, found.texts), [], `${where}: words`);
    assert.deepEqual(found.unnamed, [], `${where}: every control has a name`);
    assert.equal(await this.visitor.page.title(), screen.title, `${where}: the page's title`);
    assert.equal(await this.visitor.page.getAttribute("html", "lang"), screen.language);
    assert.deepEqual(await this.visitor.page.evaluate(out_of_order), [], `${where}: reading order on screen`);
    if (screen.nodes[0].box)
      assert.deepEqual(await this.visitor.page.evaluate(misplaced, screen.nodes), [], `${where}: boxes`);
    return screen;
  }

  // Everything that can be opened on this screen, opened.
  async open_all() {
    for (const { key, expanded } of (await this.oracle.screen()).nodes) if (expanded === "no") await this.press(key);
  }
}

// Controls whose element does not lie where the core's own layout puts the node, to a pixel.
function misplaced(nodes) {
  const found = [];
  const banner = document.documentElement.classList.contains("banner-fixed") ? scrollY : 0;
  for (const {
    key,
    role,
    box: [x, y, width, height],
  } of nodes) {
    const element = document.querySelector(`[data-key="${key}"]`);
    if (!element || element.matches(".skip, .r-hotspot, dialog, dialog *") || width * height === 0) continue;
    const at = element.getBoundingClientRect();
    const top = at.top + (element.closest(".r-banner") ? banner : scrollY);
    if (
      Math.abs(at.left - x) > 1 ||
      Math.abs(top - y) > 1 ||
      Math.abs(at.width - width) > 1 ||
      Math.abs(at.height - height) > 1
    )
      found.push(
        `${role} ${key}: ${[at.left, top, at.width, at.height].map(Math.round)}, and not ${[x, y, width, height].map(Math.round)}`,
      );
  }
  return found;
}

for (const skin of ["stage", "document"]) {
  const open = (route = "") =>
    world.open({ route, query: skin === "document" ? "skin=document" : "", viewport: { width: 820, height: 1180 } });

  describe(`The accessibility tree, ${skin}`, () => {
    const visit_on = sharing(() => open());
    for (const route of routes) {
      test(
        `${route}, at rest and with everything open`,
        visit_on(async (visitor) => {
          const pair = (visitor.pair ??= await Pair.of(visitor, skin === "document"));
          await pair.go(route);
          await pair.same(route);
          await pair.open_all();
          await pair.same(`${route}, opened`);
        }),
      );
    }

    test(
      "the help dialog, with everything behind it out of reach; reading aloud on",
      visit_on(async (visitor) => {
        const pair = (visitor.pair ??= await Pair.of(visitor, skin === "document"));
        await pair.go("settings");
        await pair.press("settings/help");
        await pair.same("help");
        await pair.press("help/close");
        await pair.press("control/setting_read_aloud");
        for (const route of ["settings", "alarm", "warning-signs"]) {
          await pair.go(route);
          await pair.same(`${route}, with buttons that read aloud`);
        }
        await pair.go("settings");
        await pair.press("control/setting_read_aloud");
      }),
    );

    test(
      "urgent help beside the answer that calls for it",
      visit(
        () => open("check"),
        async (visitor) => {
          const pair = await Pair.of(visitor, skin === "document");
          pair.oracle.tell("go check");
          await pair.press("check/next");
          for (const item of ["chest-pain", "weaker-limbs"]) {
            for (const option of ["unsure", "yes", "no"]) {
              await pair.press(`check/${item}/${option}`);
              await pair.same(`${item}: ${option}`);
            }
          }
          await pair.press("check/none");
          await pair.press("check/next");
          await pair.press("check/self-harm/yes");
          await pair.same("self-harm: yes");
          await pair.press("check/to-result");
          await pair.same("the result of that");
          pair.oracle.close();
        },
      ),
    );

    test(
      "every page of the self-check, its answers, its review and its result",
      { timeout: 120_000 },
      visit(
        () => open("check"),
        async (visitor) => {
          const pair = await Pair.of(visitor, skin === "document");
          pair.oracle.tell("go check");
          await pair.press("check/next");
          // The last answer of each question, with the notes that come with it; "no" to a warning sign, or the check stops.
          const answer = async (page) => {
            await pair.same(page.id);
            for (const node of (await pair.oracle.screen()).nodes) {
              if (node.role !== "radio-group" && node.role !== "check-group") continue;
              const options = (await pair.oracle.screen()).nodes.filter(
                ({ key, role }) => /radio|checkbox/.test(role) && key.startsWith(`${node.key}/`),
              );
              const last = (
                options.find(({ key }) => page.warning_signs && key.endsWith("/no")) ?? options[options.length - 1]
              ).key;
              pair.oracle.tell(`set ${last} 1`);
              await visitor.press_node(last);
            }
            await pair.open_all();
            const screen = await pair.same(`${page.id}, answered`);
            if (screen.nodes.some(({ key }) => key === "check/none")) {
              await pair.press("check/none");
              await pair.same(`${page.id}, none of these`);
            }
            await pair.press("check/next");
          };
          for (const page of asked_pages) await answer(page);
          await pair.same("review");
          for (const page of optional_pages) {
            await pair.press(`review/${page.id}/change`);
            await answer(page);
          }
          await pair.same("review, all of it");
          await pair.press("review/result");
          await pair.open_all();
          await pair.same("result");
          pair.oracle.close();
        },
      ),
    );
  });
}

test(
  "A card that comes is said once, politely, and the page's own words stay",
  visit(
    () => world.open({ route: "alarm" }),
    async (visitor) => {
      await visitor.page.evaluate(() => {
        new MutationObserver((changes) => {
          for (const { target } of changes) if (target.textContent) window.seen.said.push(target.textContent);
        }).observe(document.getElementById("stage"), { subtree: true, childList: true, characterData: true });
      });
      await visitor.press_node("card/next");
      await visitor.page.waitForTimeout(500);
      const said = (await visitor.seen()).said;
      const card = `${word("dots.guess", { n: "2", m: "6" })}. ${word("chapter.alarm.guess.text")}`;
      assert.equal(said.filter((text) => text === card).length, 1, JSON.stringify(said));
    },
  ),
);
