// The whole way through the page by keyboard alone, in both skins: every chapter, the self-check, changing an answer,
// the result. What the page shows is compared with the core's own screen on the way.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { tension_like } from "./support/answers.mjs";
import { assessment, pages, sentences, word } from "./support/content.mjs";
import { Oracle } from "./support/oracle.mjs";
import { actual, difference, expected } from "./support/tree.mjs";
import { start, visit } from "./support/visitor.mjs";

let world;
// Nobody looks at the picture here, and the engine's own painter is quicker than WebGL without a graphics card.
before(async () => {
  world = await start({ webgl: false });
});
after(() => world?.stop());

// chapter → the slider to move, and by which keys
const chapters = {
  alarm: { slider: "control/alarm_worry_s", to: "5 min", keys: ["End"], readout: "describe" },
  muscles: {
    slider: "control/muscle_rest_s_per_min",
    to: "5 s",
    keys: Array(5).fill("ArrowRight"),
    readout: "describe",
  },
  cortisol: {
    slider: "control/cortisol_stressor_hour",
    to: "15:00",
    keys: ["ArrowRight", "ArrowUp"],
    readout: "describe",
  },
  sensitivity: { slider: "control/sensitivity_hours_per_day", to: undefined, keys: ["End"], readout: "describe" },
};

async function same_as(visitor, oracle, cdp) {
  const screen = await oracle.screen();
  const wanted = expected(screen),
    found = await actual(cdp);
  assert.deepEqual(difference(wanted.entries, found.entries), [], `the tree of ${screen.route}`);
}

for (const skin of ["stage", "document"]) {
  const text_view = skin === "document";
  const open = (route = "") => world.open({ route, query: text_view ? "skin=document" : "" });

  describe(`By keyboard alone, ${skin}`, () => {
    for (const [chapter, { slider, keys, readout }] of Object.entries(chapters)) {
      test(
        `the ${chapter} chapter: predict, try, play, step, reset`,
        visit(
          () => open(),
          async (visitor) => {
            const cdp = await visitor.context.newCDPSession(visitor.page);
            const oracle = new Oracle().tell(`text_view ${text_view ? 1 : 0}`, `go ${chapter}`);
            await visitor.use(`home/chapter/${chapter}`);
            assert.equal(await visitor.title(), word(`chapter.${chapter}.title`));
            assert.equal(await visitor.focused(), "title", "the focus is on the new screen's heading");

            await visitor.choose("control/prediction", 1);
            oracle.tell("set control/prediction/1 1");

            // The figure and its transport come before the sliders; both answer to keys.
            const before_step = await visitor.words_of(readout);
            await visitor.use("control/step");
            oracle.tell("click control/step");
            if (chapter === "alarm")
              assert.equal(await visitor.words_of(readout), before_step, "no alarm yet, all stays quiet");
            else
              assert.notEqual(
                await visitor.words_of(readout),
                before_step,
                "a step shows in the words beside the figure",
              );

            await visitor.tab_to(slider);
            const value_before = await visitor.value_text(slider);
            for (const name of keys) await visitor.key(name);
            const value_now = await visitor.value_text(slider);
            assert.notEqual(value_now, value_before, "the slider's value in words");
            assert.equal(await visitor.focused(), slider, "the focus stays on the slider");
            oracle.tell(`set ${slider} ${await visitor.control(slider).inputValue()}`);
            await same_as(visitor, oracle, cdp);

            // Play: the words beside the figure go on changing until the pause.
            await visitor.tab_to("control/play", { back: true });
            await visitor.key("Enter");
            assert.equal(await visitor.words_of("control/play"), word("control.pause"));
            const playing = await visitor.words_of(readout);
            await visitor.page.waitForFunction(
              ([key, text]) => document.querySelector(`[data-key="${key}"]`).textContent !== text,
              [readout, playing],
            );
            assert.equal(await visitor.focused(), "control/play", "the focus stays on the button that becomes Pause");
            await visitor.key("Enter");
            assert.equal(await visitor.words_of("control/play"), word("control.play"));
            const paused = await visitor.words_of(readout);
            await visitor.page.waitForTimeout(400);
            assert.equal(await visitor.words_of(readout), paused, "nothing moves while it is paused");

            // What happened is told, with the guess, once the person has played.
            assert.match(
              await visitor.element("chapter/truth").textContent(),
              new RegExp(sentences(`chapter.${chapter}.predict.truth`)[0].slice(0, 20)),
            );

            // Reset: the story is at its start, the guess and the slider stay.
            await visitor.use("control/reset");
            assert.equal(await visitor.value_text(slider), value_now, "the slider stays where the person put it");
            oracle.tell("click control/play", "click control/play", "click control/reset");
            await same_as(visitor, oracle, cdp);
            oracle.close();
          },
        ),
      );
    }

    test(
      "chapters 5 and 6: a place, a clue, a claim",
      visit(
        () => open(),
        async (visitor) => {
          const cdp = await visitor.context.newCDPSession(visitor.page);
          const oracle = new Oracle().tell(`text_view ${text_view ? 1 : 0}`, "go feel");
          await visitor.use("home/chapter/feel");
          await visitor.arrived();
          await visitor.choose("control/feel_place", 2);
          oracle.tell("click control/feel_place/2");
          assert.equal(await visitor.words_of("feel/place/title"), word("item.location.option.between-shoulders"));
          await same_as(visitor, oracle, cdp);

          await visitor.use("chapter/next");
          await visitor.arrived();
          oracle.tell("go patterns");
          assert.equal(await visitor.title(), word("chapter.patterns.title"));
          const clue = (await oracle.screen()).nodes.find((node) => /^sort\/clue\/[^/]+\/columns$/.test(node.key)).key;
          const first = clue.replace(/\/columns$/, "");
          await visitor.tab_to(`${first}/tension`);
          await visitor.key("ArrowDown");
          oracle.tell(`click ${first}/movement`);
          assert.ok(await visitor.has(`${first}/answer/where`), "the clue's answer stands there at once");
          assert.equal(await visitor.focused(), `${first}/movement`);
          await same_as(visitor, oracle, cdp);
          oracle.close();
        },
      ),
    );

    test(
      "the self-check to its result, and changing an answer",
      { timeout: 180_000 },
      visit(
        () => open(),
        async (visitor) => {
          const cdp = await visitor.context.newCDPSession(visitor.page);
          const oracle = new Oracle().tell(`text_view ${text_view ? 1 : 0}`, "go check");
          await visitor.use("home/check");
          assert.equal(await visitor.title(), word("check.intro.title"));
          await visitor.use("check/next");
          oracle.tell("click check/next");
          for (const page of pages) {
            assert.equal(await visitor.title(), word(`page.${page.id}.title`));
            assert.equal(await visitor.focused(), "title");
            if (await visitor.has("check/none")) {
              await visitor.use("check/none");
              oracle.tell("click check/none");
            } else if (page.warning_signs) {
              // A hard question alone has no short cut.
              await visitor.choose(`check/${page.items[0]}`, "no");
              oracle.tell(`set check/${page.items[0]}/no 1`);
            } else {
              for (const id of page.items) {
                const answer = tension_like[id];
                for (const option of [answer ?? []].flat()) {
                  const kind = assessment.items.find((item) => item.id === id).kind;
                  if (kind === "many") await visitor.use(`check/${id}/${option}`, "Space");
                  else await visitor.choose(`check/${id}`, option);
                  oracle.tell(`set check/${id}/${option} 1`);
                }
              }
            }
            await same_as(visitor, oracle, cdp);
            await visitor.use("check/next");
            oracle.tell("click check/next");
          }
          assert.equal(await visitor.title(), word("check.review.title"));
          await same_as(visitor, oracle, cdp);

          // Change one answer from the review: the tight band, which may wait while the pain is known and unchanged.
          await visitor.use("review/feel/change");
          oracle.tell("click review/feel/change");
          await visitor.use("check/feel/tight-band", "Space");
          oracle.tell("set check/feel/tight-band 1");
          await visitor.use("check/next");
          oracle.tell("click check/next");
          assert.equal(await visitor.title(), word("check.review.title"), "back at the review, not at the next page");
          await visitor.use("review/result");
          oracle.tell("click review/result");
          assert.equal(await visitor.title(), word("care.soon.title"));
          assert.equal(await visitor.words_of("result/reason/1/eased/1"), sentences("advice.eased")[0]);
          assert.equal(await visitor.words_of("result/pattern/title"), word("pattern.tension-like.title"));
          await same_as(visitor, oracle, cdp);

          // Start over forgets everything.
          await visitor.use("result/clear");
          oracle.tell("click result/clear");
          assert.equal(await visitor.title(), word("home.title"));
          await visitor.go("review");
          oracle.tell("go review");
          await same_as(visitor, oracle, cdp);
          oracle.close();
        },
      ),
    );
  });
}
