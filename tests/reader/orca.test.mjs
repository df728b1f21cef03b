// Six ways through the page with Orca: what it says, in order. Runs in the desktop of support/desktop.sh. What was heard
// is kept in build/screen-reader/, and in docs/screen-reader/ with TAUTLINE_KEEP_TRANSCRIPTS=1.
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { after, before, test } from "node:test";

import { tension_like } from "../web/support/answers.mjs";
import { pages, root, sentences, word } from "../web/support/content.mjs";
import { first_missing, Orca } from "./support/orca.mjs";
import { open_window } from "./support/window.mjs";

let orca, chromium;
before(async () => {
  orca = await Orca.start();
  chromium = await open_window();
});
after(async () => {
  await chromium?.stop();
  await orca?.stop();
});

function keep(name, text) {
  const folders = [`${root}build/screen-reader/`, ...(process.env.TAUTLINE_KEEP_TRANSCRIPTS ? [`${root}docs/screen-reader/`] : [])];
  for (const folder of folders) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${folder}${name}.txt`, text);
  }
}

// Steps are [what is done, in words; the doing; the phrases that must come in this order].
async function journey(name, options, steps) {
  const visitor = await chromium.open(options);
  const lines = [`Orca on Chromium: ${name}`, ""];
  try {
    for (const [what, act, phrases] of steps) {
      orca.mark();
      await act(visitor);
      if (phrases.length > 0) await orca.hears(phrases[phrases.length - 1]).catch(() => {});
      await orca.quiet();
      const heard = orca.heard();
      lines.push(`> ${what}`, ...heard.map((text) => `  ${text.trim()}`), "");
      const missing = first_missing(heard, phrases);
      assert.equal(missing, null, `${name}, ${what}: Orca says "${missing}" in its place; it said:\n${heard.join("\n")}`);
    }
  } finally {
    keep(name, `${lines.join("\n")}\n`);
    await visitor.context.close();
  }
}

const press = (...keys) => () => orca.key(...keys);
const look = async () => {};
const node = (key) => (visitor) => visitor.press_node(key);
// Orca joins and parts sentences in its own way: their first words are enough.
const begin = (text, count = 4) => text.split(/\s+/).slice(0, count).join(" ").replace(/[.,;:]$/, "");

test("start: the first stop leads to the heading, and the chapters are links", async () => {
  await journey("start", {}, [
    ["to the first stop", async (visitor) => visitor.control("banner/skip").focus(), [word("nav.skip"), "link"]],
    ["Enter", press("Return"), [begin(word("home.title")), "heading level 1"]],
    ["Tab", press("Tab"), ["link"]],
    ["H, the next heading", press("h"), ["heading level"]],
    ["M, the next landmark", press("m"), ["region"]],
  ]);
});

test("a chapter: its figure in words, its controls with their values", async () => {
  await journey("chapter", { route: "alarm" }, [
    ["G, the next picture", press("g"), [begin(word("chapter.alarm.figure.name")), "image"]],
    ["to the slider", async (visitor) => visitor.control("control/alarm_worry_s").focus(), [word("control.alarm_worry_s"), "slider"]],
    ["Right", press("Right"), ["min"]],
    ["to the button", async (visitor) => visitor.control("control/startle").focus(), [word("control.alarm_startle"), "button"]],
    ["to Describe now", async (visitor) => visitor.control("control/describe").focus(), [word("control.describe_now"), "button"]],
    ["Enter", press("Return"), [begin(sentences("describe.alarm.quiet")[0].replace(/\{.*/, ""), 3)]],
  ]);
});

test("a question: its words, its answers, and which is chosen", async () => {
  await journey("question", { route: "check" }, [
    ["Next", node("check/next"), [begin(word(`page.${pages[0].id}.title`)), "heading level 1"]],
    ["to the first answer", async (visitor) => visitor.control("check/chest-pain/no").focus(), [begin(word("item.chest-pain.question")), "not selected", "radio button"]],
    ["Space", press("space"), ["selected"]],
  ]);
});

test("the review: every answer is read, and nothing is an error", async () => {
  await journey("review", { route: "check" }, [
    ["answers to all questions", async (visitor) => {
      await visitor.press_node("check/next");
      for (const page of pages) {
        if (await visitor.has("check/none")) await visitor.press_node("check/none");
        for (const id of page.items)
          for (const option of [tension_like[id] ?? []].flat()) if (await visitor.has(`check/${id}/${option}`)) await visitor.press_node(`check/${id}/${option}`);
        orca.mark();
        await visitor.press_node("check/next");
      }
    }, [begin(word("check.review.title")), "heading level 1"]],
    ["H, twice", press("h", "h"), ["heading level 2"]],
    ["Down, eight times", press(...Array(8).fill("Down")), [word("item.chest-pain.short")]],
  ]);
  const heard = orca.all().join("\n");
  assert.doesNotMatch(heard, /invalid|error/i);
});

test("an emergency: help is said at once, and the result begins with it", async () => {
  await journey("emergency", { route: "check" }, [
    ["Next", node("check/next"), [begin(word(`page.${pages[0].id}.title`))]],
    ["Yes to chest pain", node("check/chest-pain/yes"), [begin(word("check.stop.emergency.title"))]],
    ["to the result", node("check/to-result"), [begin(word("care.emergency.title")), "heading level 1"]],
    ["Down, six times", press(...Array(6).fill("Down")), [begin(sentences("care.emergency.text")[0])]],
  ]);
});

test("Text view: the button says what it does, and the same headings are there", async () => {
  await journey("text-view", {}, [
    ["to the button", async (visitor) => visitor.control("banner/text-view").focus(), [word("nav.text_view"), "button"]],
    ["Enter", press("Return"), [word("nav.picture_view")]],
    ["H, the next heading", press("h"), ["heading level"]],
    ["skip to the content", async (visitor) => { await visitor.control("banner/skip").focus(); await orca.key("Return"); }, [begin(word("home.title")), "heading level 1"]],
  ]);
});
