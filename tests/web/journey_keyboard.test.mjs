// The whole way through the page by keyboard alone, in both skins: every chapter, the self-check, changing an answer,
// the result. What the page shows is compared with the core's own screen on the way.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";

import { tension_like } from "./support/answers.mjs";
import { asked_pages, assessment, root, sentences, word, words } from "./support/content.mjs";
import { Oracle } from "./support/oracle.mjs";
import { actual, difference, expected } from "./support/tree.mjs";
import { start, visit } from "./support/visitor.mjs";

let world;
// Nobody looks at the picture here, and the engine's own painter is quicker than WebGL without a graphics card.
before(async () => {
  world = await start({ webgl: false });
});
after(() => world?.stop());

// chapter → the slider to move when it is played freely, and by which keys
const chapters = {
  alarm: { slider: "control/alarm_worry_s", keys: ["End"] },
  muscles: { slider: "control/muscle_rest_s_per_min", keys: Array(5).fill("ArrowRight") },
  cortisol: { slider: "control/cortisol_stressor_hour", keys: ["ArrowRight", "ArrowUp"] },
  sensitivity: { slider: "control/sensitivity_hours_per_day", keys: ["End"] },
};

// Which option the model bears out.
const chapters_facts = Object.fromEntries(
  JSON.parse(readFileSync(`${root}content/chapters.json`, "utf8")).chapters.map((each) => [each.id, each.right_guess]),
);

async function same_as(visitor, oracle, cdp) {
  const screen = await oracle.screen();
  const wanted = expected(screen),
    found = await actual(cdp);
  assert.deepEqual(difference(wanted.entries, found.entries), [], `the tree of ${screen.route}`);
}

for (const skin of ["stage", "document"]) {
  const text_view = skin === "document";
  const open = (route = "", reducedMotion = "no-preference") =>
    world.open({ route, query: text_view ? "skin=document" : "", reducedMotion });

  describe(`By keyboard alone, ${skin}`, () => {
    for (const [chapter, { slider, keys }] of Object.entries(chapters)) {
      test(
        `the ${chapter} chapter: guess, see, play freely, step, reset`,
        visit(
          () => open("", "reduce"),
          async (visitor) => {
            const cdp = await visitor.context.newCDPSession(visitor.page);
            const oracle = new Oracle().tell(`text_view ${text_view ? 1 : 0}`, "less_motion 1", `go ${chapter}`);
            const use = async (key) => {
              await visitor.use(key);
              oracle.tell(`click ${key}`);
            };
            await visitor.use(`home/chapter/${chapter}`);
            assert.equal(await visitor.title(), word(`chapter.${chapter}.title`));
            assert.equal(await visitor.focused(), "title", "the focus is on the new screen's heading");

            // A guess, the run, and both beside each other.
            if (!text_view) {
              await use("card/next");
              assert.equal(await visitor.focused(), "card/next", "the focus stays on the way on");
            }
            await visitor.choose("control/prediction", 1);
            oracle.tell("set control/prediction/1 1");
            if (!text_view) await use("card/next");
            await use("card/run/play");
            if (!text_view) await use("card/next");
            const guessed = words[`chapter.${chapter}.guess.said`][1];
            const right = chapters_facts[chapter] === 1;
            assert.equal(
              await visitor.words_of("card/compare/text"),
              right
                ? word(`chapter.${chapter}.compare.same`)
                : word(`chapter.${chapter}.compare.other`, { guess: guessed }),
            );
            await same_as(visitor, oracle, cdp);

            // Played freely: what the picture shows is told in a drawer, which Escape closes.
            if (!text_view) for (const key of ["dot/take", "card/take/play"]) await use(key);
            if (text_view) await use("drawer/describe");
            const told = async () => {
              if (text_view) return visitor.words_of("describe");
              await visitor.use("drawer/describe");
              assert.equal(await visitor.focused(), "drawer/describe/title");
              const text = await visitor.words_of("describe");
              await visitor.key("Escape");
              assert.equal(await visitor.focused(), "drawer/describe", "the focus is back where it was");
              return text;
            };
            await use("control/reset");
            const before_step = await told();
            await use("control/step");
            if (chapter === "alarm") assert.equal(await told(), before_step, "no alarm yet, all stays quiet");
            else assert.notEqual(await told(), before_step, "a step shows in the words of the figure");

            await visitor.tab_to(slider);
            const value_before = await visitor.value_text(slider);
            for (const name of keys) await visitor.key(name);
            const value_now = await visitor.value_text(slider);
            assert.notEqual(value_now, value_before, "the slider's value in words");
            assert.equal(await visitor.focused(), slider, "the focus stays on the slider");
            oracle.tell(`set ${slider} ${await visitor.control(slider).inputValue()}`);
            await same_as(visitor, oracle, cdp);

            // Play: the figure goes on changing until the pause.
            const quiet = await told();
            await visitor.use("control/play");
            assert.equal(await visitor.words_of("control/play"), word("control.pause"));
            await visitor.page.waitForTimeout(1500);
            assert.equal(await visitor.focused(), "control/play", "the focus stays on the button that becomes Pause");
            await visitor.key("Enter");
            assert.equal(await visitor.words_of("control/play"), word("control.play"));
            const paused = await told();
            assert.notEqual(paused, quiet, "time has passed");
            await visitor.page.waitForTimeout(400);
            assert.equal(await told(), paused, "nothing moves while it is paused");

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
          await visitor.use("place/between-shoulders");
          oracle.tell("click place/between-shoulders");
          assert.equal(await visitor.words_of("feel/says/1"), sentences("chapter.feel.place.between-shoulders")[0]);
          await same_as(visitor, oracle, cdp);

          await visitor.use("chapter/next");
          await visitor.arrived();
          oracle.tell("go patterns");
          assert.equal(await visitor.title(), word("chapter.patterns.title"));
          assert.equal(await visitor.words_of("sort/answer"), word("sort.hint"));
          await visitor.use("sort/tray/movement", "Space");
          oracle.tell("click sort/tray/movement");
          assert.match(
            await visitor.words_of("sort/answer"),
            new RegExp(`^${word("sort.answer", { column: word("column.tension.title"), why: "" })}`),
          );
          assert.equal(await visitor.focused(), "sort/tray/movement");
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
          for (const page of asked_pages) {
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
