// Six ways through the page with Orca: what it says, in order. Runs in the desktop of support/desktop.sh. What was heard
// is kept in build/screen-reader/, and in docs/screen-reader/ with TAUTLINE_KEEP_TRANSCRIPTS=1.
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { after, before, test } from "node:test";

import { tension_like } from "../web/support/answers.mjs";
import { asked_pages, root, sentences, word } from "../web/support/content.mjs";
import { first_missing, Orca } from "./support/orca.mjs";
import { open_window } from "./support/window.mjs";

let orca, chromium;
before(async () => {
  orca = await Orca.start();
  chromium = await open_window();
});
after(async () => {
  await chromium?.stop();
  await orca?.stop(`${heard_here}orca.log`);
});

const heard_here = `${root}build/screen-reader/`;
mkdirSync(heard_here, { recursive: true });
function keep(name, text) {
  for (const folder of [heard_here, ...(process.env.TAUTLINE_KEEP_TRANSCRIPTS ? [`${root}docs/screen-reader/`] : [])]) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${folder}${name}.txt`, text);
  }
}

// Steps are [what is done, in words; the doing; the phrases that must come in this order, or a function that gives them].
async function journey(name, options, steps) {
  orca.mark();
  const visitor = await chromium.open(options);
  await orca.quiet();
  // What the browser says of its new window before is no part of it.
  const opening = orca.heard();
  const lines = [
    `Orca on Chromium: ${name}`,
    "",
    "> the page opens",
    ...opening
      .slice(opening.map((text) => /^Address and search bar/.test(text)).lastIndexOf(true) + 1)
      .map((text) => `  ${text.trim()}`),
    "",
  ];
  try {
    for (const [what, act, expected] of steps) {
      orca.mark();
      await act(visitor);
      const phrases = typeof expected === "function" ? await expected(visitor) : expected;
      await orca.hears(phrases[phrases.length - 1]).catch(() => {});
      await orca.quiet();
      const heard = orca.heard();
      lines.push(`> ${what}`, ...heard.map((text) => `  ${text.trim()}`), "");
      const missing = first_missing(heard, phrases);
      assert.equal(
        missing,
        null,
        `${name}, ${what}: Orca says "${missing}" in its place; it said:\n${heard.join("\n")}`,
      );
    }
  } finally {
    keep(name, lines.join("\n"));
    await visitor.context.close();
    await orca.quiet();
  }
}

const press =
  (...keys) =>
  () =>
    orca.key(...keys);
// Only keys, as a person has them: after a key of its own Orca takes a focus that moves by itself for its own doing, and
// says nothing. What is passed on the way is not part of the step.
const tab_to = (key) => async (visitor) => {
  const passed = [];
  for (let i = 0; i < 40; ++i) {
    orca.mark();
    await orca.key("Tab");
    passed.push(await visitor.focused());
    if (passed[i] === key) return;
  }
  throw new Error(`Tab does not reach ${key}, but ${passed.join(", ")}`);
};
// Orca joins and parts sentences in its own way: their first words are enough.
const begin = (text, count = 4) =>
  text
    .split(/\s+/)
    .slice(0, count)
    .join(" ")
    .replace(/[.,;:]$/, "");

test("start: the first stop leads to the heading, and the chapters are links", async () => {
  await journey("start", {}, [
    ["Tab", press("Tab"), [`${word("nav.skip")} link`]],
    ["Enter", press("Return"), ["main content", `${word("home.title")} heading level 1`]],
    ["Tab", press("Tab"), ["push button"]],
    ["H, the next heading", press("h"), ["heading level 2"]],
    ["M, the next landmark", press("m"), ["heading level 2"]],
    ["K, the next link", press("k"), [word("chapter.alarm.title"), "link"]],
    ["Enter", press("Return"), [`${word("chapter.alarm.title")} heading level 1`]],
    [
      "Alt and Left, back",
      async () => {
        orca.hold("alt", "Left");
      },
      [`${word("home.title")} heading level 1`],
    ],
  ]);
});

test("a chapter: its figure in words, its controls with their values", async () => {
  await journey("chapter", { route: "alarm" }, [
    ["G, the next picture", press("g"), [`${word("chapter.alarm.figure.name")} image`]],
    ["Tab, to the way on", tab_to("card/next"), [`${word("nav.next")} push button`]],
    ["Enter", press("Return"), [begin(word("chapter.alarm.guess.text"))]],
    ["Tab, back to a drawer", tab_to("drawer/describe"), [`${word("drawer.describe")} push button`]],
    ["Enter", press("Return"), [`${word("drawer.describe")} heading level 2`]],
    ["Escape", press("Escape"), [`${word("drawer.describe")} push button`]],
  ]);
});

test("a question: its words, its answers, and which is chosen", async () => {
  await journey("question", { route: "check" }, [
    ["Tab, to Next", tab_to("check/next"), ["push button"]],
    ["Enter", press("Return"), [`${word(`page.${asked_pages[0].id}.title`)} heading level 1`]],
    [
      "Tab, to the first answer",
      tab_to("check/chest-pain/yes"),
      [
        begin(word("item.chest-pain.question")),
        "not selected radio button",
        ...sentences("item.chest-pain.parts").map((part) => begin(part)),
      ],
    ],
    ["R, the next answer", press("r"), ["No", "not selected radio button"]],
    ["Space", press("space"), ["selected"]],
  ]);
});

test("the review: every answer is read, and nothing is an error", async () => {
  const from = orca.all().length;
  await journey("review", { route: "check" }, [
    [
      "Tab, to Next, after all questions were answered",
      async (visitor) => {
        await visitor.press_node("check/next");
        for (const page of asked_pages) {
          if (await visitor.has("check/none")) await visitor.press_node("check/none");
          for (const id of page.items)
            for (const option of [tension_like[id] ?? []].flat())
              if (await visitor.has(`check/${id}/${option}`)) await visitor.press_node(`check/${id}/${option}`);
          if (page !== asked_pages[asked_pages.length - 1]) await visitor.press_node("check/next");
        }
        await visitor.focus("check/back");
        orca.mark();
        await orca.key("shift+Tab");
      },
      ["push button"],
    ],
    ["Enter", press("Return"), [`${word("check.review.title")} heading level 1`]],
    ["H, the next heading", press("h"), ["heading level 2"]],
    ["Down, eight times", press(...Array(8).fill("Down")), [word("item.chest-pain.short")]],
  ]);
  assert.doesNotMatch(orca.all().slice(from).join("\n"), /invalid|error/i);
});

test("an emergency: help is said at once, and the result begins with it", async () => {
  await journey("emergency", { route: "check" }, [
    ["Tab, to Next", tab_to("check/next"), ["push button"]],
    ["Enter", press("Return"), [`${word(`page.${asked_pages[0].id}.title`)} heading level 1`]],
    ["Tab, to the first answer", tab_to("check/chest-pain/yes"), ["Yes", "not selected radio button"]],
    ["Space", press("space"), [word("check.stop.emergency.title"), begin(word("check.stop.emergency.call"))]],
    ["Tab, to the result", tab_to("check/to-result"), ["push button"]],
    ["Enter", press("Return"), [`${word("care.emergency.title")} heading level 1`]],
    ["Down, six times", press(...Array(6).fill("Down")), [begin(sentences("care.emergency.text")[0])]],
  ]);
});

test("Text view: the button says what it does, and the same headings are there", async () => {
  await journey("text-view", {}, [
    ["Tab, to the button", tab_to("banner/text-view"), [`${word("nav.text_view")} push button`]],
    // Orca does not tell a new name of what has the focus; others do.
    ["Enter, Tab, and Shift and Tab", press("Return", "Tab", "shift+Tab"), [`${word("nav.picture_view")} push button`]],
    ["H, the next heading", press("h"), ["heading level 1"]],
    ["H, the next heading", press("h"), ["heading level 2"]],
  ]);
});
