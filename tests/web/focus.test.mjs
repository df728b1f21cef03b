// Where the focus goes, and that it can be seen.
// Takes long: every control of every screen, there and back.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { routes, word } from "./support/content.mjs";
import { Oracle } from "./support/oracle.mjs";
import { color_at, contrast } from "./support/png.mjs";
import { desktop, sharing, start, visit } from "./support/visitor.mjs";

let world, plain_world;
before(async () => {
  [world, plain_world] = await Promise.all([start(), start({ webgl: false })]);
});
after(() => Promise.all([world?.stop(), plain_world?.stop()]));

// The stops of the Tab key on a screen: every control in order, a group of radios once: at the chosen one, or the first.
function tab_stops(screen) {
  const stops = [];
  const radios = new Map();
  for (const node of screen.nodes) {
    if (!node.interactive) continue;
    if (node.role !== "radio") {
      stops.push(node.key);
      continue;
    }
    let group = node.parent;
    while (!/radio-group/.test(screen.nodes[group].role)) group = screen.nodes[group].parent;
    if (!radios.has(group)) {
      radios.set(group, stops.length);
      stops.push(node.key);
    } else if (node.checked) stops[radios.get(group)] = node.key;
  }
  return stops;
}

function groups_of_radios(screen) {
  const group_of = (at) =>
    screen.nodes[at].role === "radio-group" ? screen.nodes[at].key : group_of(screen.nodes[at].parent);
  return new Map(screen.nodes.filter(({ role }) => role === "radio").map((node) => [node.key, group_of(node.parent)]));
}

// Where the focus goes is written down inside the page, so that a walk need not ask after each key.
async function walk(visitor, name, most) {
  await visitor.page.evaluate(() => {
    window.walked = [];
    window.note_focus ??=
      document.addEventListener("focusin", ({ target }) =>
        window.walked.push(target.closest("[data-key]")?.dataset.key ?? target.tagName),
      ) ?? true;
  });
  const keys = [];
  while (keys.length <= most) {
    for (let i = 0; i < 12; ++i) await visitor.page.keyboard.press(name);
    const { walked, now } = await visitor.page.evaluate(() => ({
      walked: window.walked.splice(0),
      now: document.activeElement.tagName,
    }));
    for (const key of walked) {
      if (key === "SPAN") continue;
      if (keys.includes(key)) return keys; // round again
      keys.push(key);
    }
    if (now === "BODY" || now === "HTML" || walked.length === 0) break; // out of the page
  }
  return keys;
}

for (const skin of ["stage", "document"]) {
  const open = (route = "") =>
    plain_world.open({ route, query: skin === "document" ? "skin=document" : "", viewport: desktop });

  describe(`Focus, ${skin}`, () => {
    // Where nobody looks at the picture, the engine's own painter is quicker than WebGL without a graphics card.
    const query = skin === "document" ? "skin=document" : "";
    const visit_on = sharing(() =>
      plain_world.open({ query, viewport: { width: 820, height: 700 }, reducedMotion: "reduce" }),
    );
    const look_on = sharing(() =>
      world.open({ query, viewport: { width: 1000, height: 800 }, reducedMotion: "reduce" }),
    );

    test(
      "the first stop is the way past the banner, and it leads to the heading",
      visit(
        () => open(),
        async (visitor) => {
          await visitor.page.keyboard.press("Tab");
          assert.equal(await visitor.focused(), "banner/skip");
          const box = await visitor.element("banner/skip").boundingBox();
          assert.ok(
            box.x >= 0 && box.y >= 0 && box.width > 60 && box.height >= 24,
            `it can be seen: ${JSON.stringify(box)}`,
          );
          await visitor.key("Enter");
          assert.equal(await visitor.focused(), "title");
        },
      ),
    );

    for (const route of routes.filter((name) => name !== "sources")) {
      test(
        `${route}: Tab goes through every control in reading order, back again and out`,
        visit_on(async (visitor) => {
          const oracle = (visitor.oracle ??= (await Oracle.in((body) => visitor.run(body))).tell(
            "less_motion 1",
            `text_view ${skin === "document" ? 1 : 0}`,
          ));
          const screen = await oracle.tell(`go ${route}`).screen();
          const stops = tab_stops(screen),
            groups = groups_of_radios(screen);
          await visitor.go(route);
          // From the page's start or end, wherever the heading had the focus before.
          const stand = (where) =>
            visitor.page.evaluate((place) => {
              document.querySelector("body > span")?.remove();
              const edge = document.createElement("span");
              edge.tabIndex = -1;
              document.body[place](edge);
              edge.focus();
            }, where);
          await stand("prepend");
          assert.deepEqual(await walk(visitor, "Tab", stops.length), stops, "forwards");
          // Backwards a group without a choice is entered at its last radio.
          const group = (key) => groups.get(key) ?? key;
          await stand("append");
          assert.deepEqual(
            (await walk(visitor, "Shift+Tab", stops.length)).map(group),
            [...stops].reverse().map(group),
            "backwards",
          );
        }),
      );
    }

    test(
      "it moves to the new screen's heading, and never for a change of value",
      visit(
        () => open(),
        async (visitor) => {
          await visitor.use("home/chapter/muscles");
          assert.equal(await visitor.focused(), "title");
          assert.equal(await visitor.page.evaluate(() => scrollY), 0, "and the page is at its top");
          if (skin === "stage") {
            for (const key of ["dot/take", "card/take/play"]) await visitor.use(key);
            assert.equal(await visitor.focused(), "title", "all that there is begins anew");
          }
          for (const key of ["control/muscle_effort_percent", "control/muscle_rest_s_per_min"]) {
            await visitor.tab_to(key);
            for (const name of ["ArrowRight", "PageUp", "Home", "End"]) {
              await visitor.key(name);
              assert.equal(await visitor.focused(), key, `${name} on ${key}`);
            }
          }
          await visitor.choose("control/muscle_region", 2);
          await visitor.use("drawer/numbers");
          if (skin === "stage") {
            assert.equal(await visitor.focused(), "drawer/numbers/title", "a drawer has the focus on its heading");
            await visitor.key("Escape");
            assert.equal(await visitor.focused(), "drawer/numbers", "and gives it back");
            // Back goes card by card, then to the screen before.
            for (const card of ["take", "meet"]) {
              await visitor.page.goBack();
              await visitor.arrived();
              assert.equal(await visitor.has(`card/${card}/text`), true, card);
            }
          } else {
            assert.equal(await visitor.focused(), "drawer/numbers", "in place it leaves the focus on its head");
          }
          await visitor.page.goBack();
          await visitor.settle();
          assert.equal(await visitor.title(), word("home.title"), "Back goes to the screen before");
        },
      ),
    );

    for (const route of ["home", "alarm", "check", "settings", "patterns"]) {
      test(
        `${route}: the ring round each control can be seen, and nothing hides it`,
        { timeout: 90_000 },
        look_on(async (visitor) => {
          await visitor.go(route);
          if (route === "check") await visitor.press_node("check/next");
          await visitor.page.evaluate(() => document.activeElement.blur());
          const wrong = [];
          const seen_kinds = new Map();
          for (let i = 0; i < 60; ++i) {
            await visitor.page.keyboard.press("Tab");
            await visitor.settle();
            const at = await visitor.page.evaluate(ring_of_focused);
            if (!at) break;
            if (at.hidden) wrong.push(`${at.key}: covered by ${at.hidden}`);
            const kind = `${at.kind}`; // three of a kind are enough; they differ in nothing but place
            seen_kinds.set(kind, (seen_kinds.get(kind) ?? 0) + 1);
            if (seen_kinds.get(kind) > 3) continue;
            const focused = await visitor.picture({ clip: at.clip });
            await visitor.page.evaluate(() => document.activeElement.blur());
            await visitor.settle();
            const plain = await visitor.picture({ clip: at.clip });
            let changed = 0;
            for (let y = 0; y < plain.height; ++y)
              for (let x = 0; x < plain.width; ++x)
                if (contrast(color_at(plain, x, y), color_at(focused, x, y)) >= 3) ++changed;
            const wanted = 2 * 2 * (at.visible_width + at.visible_height) * 0.85;
            if (changed < wanted)
              wrong.push(`${at.key}: ${changed} pixels of the ring stand out, of ${wanted.toFixed(0)} wanted`);
            await visitor.page.evaluate((id) => {
              const element = document.querySelector(`[data-key="${id}"]`);
              const target = element.querySelector("input") ?? element;
              target.focus({ focusVisible: true });
            }, at.key);
          }
          assert.ok(seen_kinds.size >= 2, "several kinds of controls were walked over");
          assert.deepEqual(wrong, []);
        }),
      );
    }
  });
}

// The focused control's box with room for its ring, and what covers it, if anything does.
function ring_of_focused() {
  const active = document.activeElement;
  const element = active.closest("[data-key]");
  if (!element) return null;
  const box = (element.matches(".r-radio, .r-checkbox") ? element : active).getBoundingClientRect();
  const room = 9;
  const left = Math.max(box.left - room, 0),
    top = Math.max(box.top - room, 0);
  const right = Math.min(box.right + room, document.documentElement.clientWidth),
    bottom = Math.min(box.bottom + room, innerHeight);
  let hidden = "";
  for (const [x, y] of [
    [0.5, 0.5],
    [0.1, 0.2],
    [0.9, 0.2],
    [0.1, 0.8],
    [0.9, 0.8],
  ]) {
    const hit = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
    if (!hit || !(element.contains(hit) || hit.contains(element)))
      hidden = hit?.closest("[data-key]")?.dataset.key ?? hit?.tagName ?? "the window's edge";
  }
  return {
    key: element.dataset.key,
    kind: element.className,
    hidden,
    clip: { x: left, y: top, width: right - left, height: bottom - top },
    visible_width: Math.min(box.right, innerWidth) - Math.max(box.left, 0),
    visible_height: Math.min(box.bottom, innerHeight) - Math.max(box.top, 0),
  };
}
