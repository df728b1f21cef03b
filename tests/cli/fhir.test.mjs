// `tautline export fhir` for every language: valid R4 (the npm validator), our own rules, and no answer lost or changed.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";

import { answers_of, questionnaire_problems, response_problems } from "../support/fhir_rules.mjs";

const { Fhir } = createRequire(import.meta.url)("fhir");
const root = fileURLToPath(new URL("../..", import.meta.url));
const program = process.env.TAUTLINE_PROGRAM ?? join(root, "build/release/bin/tautline");
const content = join(root, "content");
const assessment = JSON.parse(readFileSync(join(content, "assessment.json"), "utf8"));
const languages = readdirSync(join(content, "words"));
const words = Object.assign(
  {},
  ...["summary", "later/summary", "results", "later/results"].map((name) =>
    JSON.parse(readFileSync(join(content, `words/en/${name}.json`), "utf8")),
  ),
);
const fhir = new Fhir();

const run = (args, input) =>
  spawnSync(program, ["export", ...args, "--content", content], { input, encoding: "utf8", maxBuffer: 1 << 28 });
function written(args, input) {
  const done = run(args, input);
  assert.equal(done.stderr, "");
  assert.equal(done.status, 0);
  return done.stdout;
}
const resource = (...args) => JSON.parse(written(...args));
const file = (answers) => JSON.stringify({ format: "tautline-answers", version: 1, answers });
function is_valid(resource) {
  const { valid, messages } = fhir.validate(resource, { errorOnUnexpected: true });
  assert.deepEqual(
    messages.filter((message) => message.severity !== "info"),
    [],
  );
  assert.equal(valid, true);
}

// Small and even, and the same on every machine.
function dice(seed) {
  let state = seed;
  return (below) => ((state = (Math.imul(state, 1103515245) + 12345) >>> 0), (state >>> 16) % below);
}
// A scale is not asked in a language that has no words of its own for it.
const asked_in = (language) =>
  assessment.items.filter((item) => item.group !== "phq4" || existsSync(join(content, "words", language, "phq4.json")));

function some_answers(roll, asked = assessment.items) {
  const answers = {};
  for (const item of asked) {
    if (roll(4) === 0) continue;
    const ids = item.options?.map((option) => option.id) ?? ["yes", "no", "unsure"];
    const chosen = item.kind === "many" ? ids.filter(() => roll(2) === 0) : ids[roll(ids.length)];
    if (chosen.length > 0) answers[item.id] = chosen;
  }
  if (!["yes", "unsure"].includes(answers["self-harm"])) delete answers["self-harm-today"];
  return answers;
}

for (const language of languages) {
  const form = resource(["fhir", "--language", language]);
  const codes = resource(["fhir", "--resource", "code-system"]);

  test(`the form and its codes are valid R4 and keep our rules; ${language}`, () => {
    is_valid(form);
    is_valid(codes);
    // The codes are the same in every language.
    const left_out = assessment.items
      .filter((item) => !asked_in(language).includes(item))
      .map((item) => `nothing uses the code ${item.id}`);
    assert.deepEqual(questionnaire_problems(form, codes), left_out);
    assert.equal(form.language, language);
    const questions = form.item.flatMap((page) => page.item.filter((item) => item.type === "choice"));
    assert.deepEqual(
      questions.map((item) => item.linkId).sort(),
      asked_in(language)
        .map((item) => item.id)
        .sort(),
    );
    for (const item of asked_in(language)) {
      const question = questions.find((each) => each.linkId === item.id);
      assert.equal(question.repeats, item.kind === "many", item.id);
      assert.equal(question.answerOption.length, item.options?.length ?? 3, item.id);
      assert.equal(
        question.code.some((code) => code.system === "http://loinc.org"),
        item.group === "phq4",
        `${item.id}: LOINC where it says the same, and only there`,
      );
    }
    const today = questions.find((item) => item.linkId === "self-harm-today");
    assert.deepEqual(
      today.enableWhen.map((when) => [when.question, when.answerCoding.code]),
      [
        ["self-harm", "self-harm.yes"],
        ["self-harm", "self-harm.unsure"],
      ],
    );
    assert.equal(form.item[0].item[0].linkId, "chest-pain", "warning signs stand first");
  });

  test(`answers go out valid and complete, and come back equal; ${language}`, () => {
    const roll = dice(20261122);
    for (let round = 0; round < 12; ++round) {
      const answers = some_answers(roll, asked_in(language));
      const response = resource(
        ["fhir", "--answers", "-", "--with-mood", "--date", "2026-11-22", "--language", language],
        file(answers),
      );
      is_valid(response);
      assert.deepEqual(response_problems(form, response), []);
      assert.deepEqual(answers_of(response, form, assessment), answers);
      assert.equal(response.authored, "2026-11-22");
      assert.deepEqual(
        Object.keys(response).filter((key) => ["subject", "author", "source"].includes(key)),
        [],
        "nobody is named",
      );
    }
  });
}

const form = resource(["fhir"]);
const codes = resource(["fhir", "--resource", "code-system"]);

test("one address and version is one form, letter for letter: each language has its own, and answers name it", () => {
  const forms = new Map(languages.map((language) => [language, resource(["fhir", "--language", language])]));
  const named = [...forms.values()].map(({ url, version }) => `${url}|${version}`);
  assert.equal(new Set(named).size, languages.length);
  assert.equal(new Set([...forms.values()].map(({ url }) => url)).size, languages.length, "by the address alone, too");
  const codes = written(["fhir", "--resource", "code-system"]);
  for (const [language, translated] of forms) {
    const response = resource(["fhir", "--answers", "-", "--language", language], file({ age: "18-49" }));
    assert.equal(response.questionnaire, `${translated.url}|${translated.version}`);
    assert.deepEqual(translated.derivedFrom, language === "en" ? undefined : [`${form.url}|${form.version}`]);
    assert.equal(
      written(["fhir", "--resource", "code-system", "--language", language]),
      codes,
      "the codes are one resource",
    );
  }
  const [yes] = JSON.parse(codes).concept.find(({ code }) => code === "chest-pain").concept;
  assert.deepEqual(
    [yes.display, yes.designation.map(({ language }) => language)],
    ["Yes", languages.filter((language) => language !== "en")],
  );
  const all = JSON.parse(codes).concept.flatMap((concept) => [concept, ...(concept.concept ?? [])]);
  assert.deepEqual(
    all.filter(
      ({ code, designation }) => code.startsWith("phq4-") && designation?.some(({ language }) => language === "ar"),
    ),
    [],
    "what a language does not ask it does not name",
  );
});

test("a language without an address has no form, which is said, and answers that name none", () => {
  const folder = mkdtempSync(join(tmpdir(), "tautline-"));
  try {
    cpSync(content, folder, { recursive: true });
    const at = join(folder, "health-records.json");
    const records = JSON.parse(readFileSync(at, "utf8"));
    const with_translations = (translations) => writeFileSync(at, JSON.stringify({ ...records, translations }));
    const here = (...args) =>
      spawnSync(program, [...args], {
        input: file({ age: "18-49" }),
        encoding: "utf8",
        env: { ...process.env, TAUTLINE_CONTENT: folder },
      });
    with_translations(records.translations.filter(({ language }) => language !== "es"));
    const refused = here("export", "fhir", "--language", "es");
    assert.deepEqual([refused.status, refused.stdout], [1, ""]);
    assert.match(
      refused.stderr,
      /^health-records\.json#\/translations: found no address for the form in "es", expected /,
    );
    const response = JSON.parse(here("export", "fhir", "--language", "es", "--answers", "-").stdout);
    assert.equal(response.questionnaire, undefined);
    is_valid(response);
    assert.match(
      here("lint").stdout,
      /^words +health-records\.json#\/translations: found no address for the form in "es"/m,
    );
    const [first] = records.translations;
    for (const [translations, place] of [
      [
        [first, { ...first, questionnaire: "urn:uuid:00000000-0000-4000-8000-000000000000" }],
        "/translations/1/language",
      ],
      [[{ ...first, language: "en" }], "/translations/0/language"],
      [[{ ...first, questionnaire: records.questionnaire }], "/translations/0/questionnaire"],
      [[first, { ...first, language: "es" }], "/translations/1/questionnaire"],
      [[{ language: "es" }], "/translations/0"],
    ]) {
      with_translations(translations);
      const bad = here("export", "fhir");
      assert.deepEqual([bad.status, bad.stdout], [1, ""]);
      assert.ok(bad.stderr.startsWith(`health-records.json#${place}: found `), bad.stderr);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("the mood answers stay at home unless they are asked for", () => {
  const answers = { age: "18-49", "phq4-down": "several-days" };
  const response = resource(["fhir", "--answers", "-"], file(answers));
  assert.deepEqual(answers_of(response, form, assessment), { age: "18-49" });
  assert.doesNotMatch(written(["summary", "--answers", "-"], file(answers)), /PHQ-4/);
  assert.match(written(["summary", "--answers", "-", "--with-mood"], file(answers)), /PHQ-4/);
});

test("who reads a response sees the advice first, and never a comparison", () => {
  const alike = {
    age: "18-49",
    feel: ["dull-ache"],
    location: ["neck"],
    spread: "wide",
    onset: "gradual",
    "stress-worse": "often",
  };
  for (const [answers, tier] of [
    [alike, "soon"],
    [{ ...alike, rash: "yes" }, "today"],
    [{ ...alike, "chest-pain": "unsure" }, "emergency"],
  ]) {
    const { text } = resource(["fhir", "--answers", "-"], file(answers));
    const [first, ...rest] = [...text.div.matchAll(/<p>(.*?)<\/p>/g)].map((match) => match[1]);
    assert.equal(first, words["summary.care"].replace("{care}", words[`tier.${tier}.name`]));
    assert.ok(rest.includes(words["summary.not"]));
    assert.ok(
      rest[0].startsWith(words["summary.signs.open"].replace("{signs}", "")),
      "what was not answered is not passed over",
    );
    assert.doesNotMatch(text.div, /more like|description/);
  }
});

test("an answer to a question that is not asked is refused, not lost", () => {
  const done = run(["fhir", "--answers", "-"], file({ "self-harm": "no", "self-harm-today": "yes" }));
  assert.equal(done.status, 2);
  assert.equal(done.stdout, "");
  assert.match(done.stderr, /self-harm-today/);
});

test("the rules see what is broken", () => {
  const response = resource(
    ["fhir", "--answers", "-"],
    file({ age: "18-49", "self-harm": "yes", "self-harm-today": "no", feel: ["spasm", "burning"] }),
  );
  assert.deepEqual(response_problems(form, response), []);
  const broken = (base, change) => {
    const copy = structuredClone(base);
    change(copy);
    return copy;
  };
  const question = (copy, id) => copy.item.flatMap((page) => page.item).find((item) => item.linkId === id);
  for (const change of [
    (copy) => {
      copy.item[1].item[0].linkId = copy.item[0].item[0].linkId;
    },
    (copy) => {
      question(copy, "self-harm-today").enableWhen[0].question = "phq4-down";
    },
    (copy) => {
      question(copy, "self-harm-today").enableWhen[0].answerCoding.code = "self-harm.maybe";
    },
    (copy) => {
      delete question(copy, "self-harm-today").enableBehavior;
    },
    (copy) => {
      question(copy, "feel").answerOption[1] = question(copy, "feel").answerOption[0];
    },
    (copy) => {
      question(copy, "feel").answerOption[1].valueCoding.code = "feel.other";
    },
    (copy) => {
      question(copy, "age").answerOption.pop();
    },
    (copy) => {
      question(copy, "age").text = "";
    },
  ])
    assert.notDeepEqual(questionnaire_problems(broken(form, change), codes), [], String(change));
  for (const change of [
    (copy) => {
      copy.questionnaire += "1";
    },
    (copy) => {
      question(copy, "feel").linkId = "felt";
    },
    (copy) => {
      question(copy, "age").answer.push({
        valueCoding: { ...question(copy, "age").answer[0].valueCoding, code: "age.50-plus" },
      });
    },
    (copy) => {
      question(copy, "age").answer[0].valueCoding.code = "feel.spasm";
    },
    (copy) => {
      question(copy, "feel").answer[1] = question(copy, "feel").answer[0];
    },
    (copy) => {
      question(copy, "self-harm").answer[0].valueCoding.code = "self-harm.no";
      question(copy, "self-harm").answer[0].valueCoding.display = "No";
    },
    (copy) => {
      question(copy, "age").answer = [];
    },
    (copy) => {
      question(copy, "age").text += "?";
    },
    (copy) => {
      copy.item.reverse();
    },
  ])
    assert.notDeepEqual(response_problems(form, broken(response, change)), [], String(change));
});

test("the sheet stands on its own: no script, nothing to fetch, warning signs before all answers", () => {
  const html = written(
    ["summary", "--answers", "-", "--date", "2026-11-22"],
    file({ age: "18-49", "chest-pain": "unsure", feel: ["dull-ache"] }),
  );
  assert.doesNotMatch(html, /<script|<link|<img|url\(|@import|src=|href=/i);
  assert.match(html, /^<!doctype html>\n<html lang="en" dir="ltr">/);
  assert.match(html, /2026-11-22/);
  // A doctor's opening line says it all in short, its sign with it; then come the signs, and every answer after them.
  const text = html
    .replace(/<style>[^]*?<\/style>/, "")
    .replace(/<[^>]*>/g, "\n")
    .toLowerCase();
  const opening = text.split("\n").find((line) => line.includes("dull ache"));
  const [named, signs, pain] = [
    opening.indexOf("chest pain"),
    text.indexOf("not sure: "),
    text.lastIndexOf("dull ache"),
  ];
  assert.ok(named > 0, opening);
  assert.ok(signs > text.indexOf(opening), "the sign is there");
  assert.ok(pain > signs, "answers about the pain come after it");
  assert.doesNotMatch(html, /more like the/, "with an emergency nothing is compared");
});

test("a fragment goes through the program and back", () => {
  const answers = { age: "50-plus", "chest-pain": "no", location: ["neck", "low-back"] };
  const fragment = written(["fragment", "--answers", "-"], file(answers)).trim();
  assert.match(fragment, /^#a2\.[\w-]+$/);
  for (const text of [fragment, fragment.slice(1), `https://page.example/${fragment}`]) {
    const done = spawnSync(program, ["assess", "--from-fragment", text, "--content", content], { encoding: "utf8" });
    assert.equal(done.status, 0, done.stderr);
    const direct = spawnSync(program, ["assess", "-", "--content", content], {
      input: file(answers),
      encoding: "utf8",
    });
    assert.equal(done.stdout, direct.stdout);
  }
  const bad = spawnSync(program, ["assess", "--from-fragment", `${fragment}A`, "--content", content], {
    encoding: "utf8",
  });
  assert.equal(bad.status, 2);
  assert.equal(bad.stdout, "");
  assert.match(bad.stderr, /^fragment#: found .+, expected .+\n$/);
});
