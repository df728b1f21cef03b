// The results a frightened person may get, with the sentences that content holds for them, and as the command line
// judges the same answers.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { after, before, test } from "node:test";

import { answers_file, eased, movement_linked, page_of, tension_like, today } from "./support/answers.mjs";
import { asked_pages, assessment, pages, root, sentences, word } from "./support/content.mjs";
import { plain } from "./support/tree.mjs";
import { start, visit } from "./support/visitor.mjs";

let world;
// Nobody looks at the picture here, and the engine's own painter is quicker than WebGL without a graphics card.
before(async () => {
  world = await start({ webgl: false });
});
after(() => world?.stop());

const judge = (file) => {
  const { stdout, stderr } = spawnSync(`${root}build/bin/tautline`, ["assess", "-", "--content", `${root}content`], {
    input: file,
    encoding: "utf8",
  });
  assert.equal(stderr, "");
  return JSON.parse(stdout);
};

// Answers by pressing each control, page by page; stops when the page says so.
async function answer_all(visitor, answers, changed = {}) {
  await visitor.press_node("check/next");
  for (const page of asked_pages) {
    const none = await visitor.has("check/none");
    if (none) await visitor.press_node("check/none");
    for (const id of page.items) {
      if (!(await visitor.has(`check/${id}`))) continue;
      const chosen = changed[id] ?? (page.warning_signs ? (none ? [] : "no") : (answers[id] ?? []));
      for (const option of [chosen].flat()) await visitor.press_node(`check/${id}/${option}`);
    }
    if (await visitor.has("check/to-result")) return "stopped";
    await visitor.press_node("check/next");
  }
  return "review";
}

const all_words = (visitor) =>
  visitor.page.evaluate(() =>
    [
      // An open drawer stands over the screen.
      ...document.querySelectorAll("#screen :is(main, dialog) :is(p, h1, h2, h3, h4, li)"),
    ].map((element) => element.textContent.replace(/\s+/g, " ").trim()),
  );

async function says(visitor, keys) {
  const text = await all_words(visitor);
  for (const key of keys)
    for (const sentence of sentences(key))
      assert.ok(text.includes(plain(sentence)), `the result says "${sentence}" (${key})`);
}
// A sign's own advice but for its first sentence, the call, which stands above it already.
async function says_after_call(visitor, key) {
  const text = await all_words(visitor);
  const [call, ...more] = sentences(key);
  assert.ok(more.length > 0 && !text.includes(plain(call)), "the call is said once");
  for (const sentence of more) assert.ok(text.includes(plain(sentence)), `the advice says "${sentence}" (${key})`);
}
async function never_says(visitor, keys) {
  const text = await all_words(visitor);
  for (const key of keys)
    for (const sentence of sentences(key))
      assert.ok(!text.includes(plain(sentence)), `the result does not say "${sentence}" (${key})`);
}

// Behind a button, and put away again.
async function says_behind(visitor, key, keys) {
  await visitor.press_node(key);
  await says(visitor, keys);
  await visitor.press_node((await visitor.has(`${key}/close`)) ? `${key}/close` : key);
}

for (const skin of ["stage", "document"]) {
  const open = () => world.open({ route: "check", query: skin === "document" ? "skin=document" : "" });

  test(
    `Chest pain stops the check and gives emergency help, no comparison; ${skin}`,
    visit(open, async (visitor) => {
      assert.equal(await answer_all(visitor, tension_like, { "chest-pain": "yes" }), "stopped");
      // The number to call is said once; of the sign's own advice what adds to it.
      await says(visitor, ["check.stop.emergency.title", "check.stop.emergency.call", "check.stop.emergency.text"]);
      await says_after_call(visitor, "sign.R1.action");
      assert.equal(await visitor.has("check/next"), false, "later questions are not asked meanwhile");
      await visitor.press_node("check/to-result");
      assert.equal(await visitor.title(), word("care.emergency.title"));
      await says(visitor, ["care.emergency.text", "care.emergency.steps", "care.emergency.wait"]);
      await says_after_call(visitor, "sign.R1.action");
      await never_says(visitor, ["pattern.tension-like.title", "pattern.movement-linked.title", "care.none.all_no"]);
      assert.match(await visitor.page.title(), new RegExp(`^${word("care.emergency.title")}`));
      assert.equal(judge(answers_file(tension_like, { "chest-pain": "yes" })).care, "emergency");
    }),
  );

  test(
    `Thoughts of self-harm give crisis help before anything else; ${skin}`,
    visit(open, async (visitor) => {
      assert.equal(await answer_all(visitor, tension_like, { "self-harm": "yes", "self-harm-today": "no" }), "stopped");
      await says(visitor, ["check.stop.crisis.title", "check.stop.crisis.text", "crisis.text"]);
      await visitor.press_node("check/to-result");
      assert.equal(await visitor.title(), word("care.crisis.title"));
      await says(visitor, ["care.crisis.text", "care.crisis.steps", "crisis.text"]);
      await never_says(visitor, ["pattern.tension-like.title", "care.none.all_no"]);
      assert.equal(judge(answers_file(tension_like, { "self-harm": "yes", "self-harm-today": "no" })).care, "crisis");
    }),
  );

  test(
    `A tight band that nobody has checked asks for advice today; the comparison is for reading later; ${skin}`,
    visit(open, async (visitor) => {
      assert.equal(await answer_all(visitor, today), "review");
      await visitor.press_node("review/result");
      assert.equal(await visitor.title(), word("care.today.title"));
      await says(visitor, [
        "care.today.known.text",
        "care.today.steps",
        "care.call_if",
        "context.examined.no",
        "pattern.today.heading",
        "pattern.today.before",
        "pattern.tension-like.title",
        "reason.feel.tight-band",
      ]);
      await says_behind(visitor, "result/notes", ["note.tight-band.text"]);
      const order = await visitor.page.evaluate(() =>
        ["result/care", "result/pattern/later", "result/pattern/title"]
          .map((key) => document.querySelector(`[data-key="${key}"]`))
          .every(
            (element, i, all) =>
              i === 0 || all[i - 1].compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING,
          ),
      );
      assert.ok(order, "care first, then for later, then the comparison");
      const result = judge(answers_file(today));
      assert.equal(`${result.care} ${result.pattern}`, "today tension-like");
    }),
  );

  test(
    `A tight band that is known and has not changed may wait, and both halves are said; ${skin}`,
    visit(open, async (visitor) => {
      assert.equal(await answer_all(visitor, eased), "review");
      await visitor.press_node("review/result");
      assert.equal(await visitor.title(), word("care.soon.title"));
      await says(visitor, ["care.soon.steps", "reason.feel.tight-band", "advice.eased"]);
      await says_behind(visitor, "result/notes", ["note.tight-band.text"]);
      await never_says(visitor, ["care.today.known.text", "context.examined.no", "tier.today.name"]);
      const result = judge(answers_file(eased));
      assert.deepEqual([result.care, result.care_reasons.map(({ eased_from }) => eased_from)], ["soon", ["today"]]);
    }),
  );

  for (const [pattern, answers] of Object.entries({
    "tension-like": tension_like,
    "movement-linked": movement_linked,
  })) {
    test(
      `Answers like the ${pattern} description say so, with counts; ${skin}`,
      visit(open, async (visitor) => {
        assert.equal(await answer_all(visitor, answers), "review");
        await visitor.press_node("review/result");
        assert.equal(await visitor.title(), word("care.none.title"));
        await says(visitor, [
          "care.none.text",
          "care.none.all_no",
          `pattern.${pattern}.title`,
          `pattern.${pattern}.text`,
        ]);
        assert.ok((await visitor.words_of("result/pattern/count")).endsWith(word("pattern.not")));
        await says_behind(visitor, "result/rule", ["pattern.counts.note"]);
        const { care, pattern: judged, matches } = judge(answers_file(answers));
        assert.equal(`${care} ${judged}`, `none ${pattern}`);
        await visitor.press_node("result/clues");
        for (const [name, { points, of }] of Object.entries(matches))
          assert.equal(
            await visitor.words_of(`result/${name}/count`),
            word(`pattern.counts.${name}`, { n: points, m: of }),
          );
      }),
    );
  }
}

test("The items of the pages are all the items there are", () => {
  const asked = pages.flatMap((page) => page.items);
  assert.deepEqual([...asked].sort(), assessment.items.map((item) => item.id).sort());
  assert.equal(page_of("chest-pain"), 0, "emergency signs come first");
});
