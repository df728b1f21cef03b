// The form and filled answers in LHC-Forms, a renderer that clinics use: every question is shown, a filled response is
// taken in, and what it gives back holds the same answers. For every language.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

import { launch_browser } from "../../build-scripts/lib/browser.mjs";
import { lforms } from "../../build-scripts/lib/lforms.mjs";
import { answers_of, response_problems } from "../support/fhir_rules.mjs";
import { flags, movement_linked, tension_like } from "../web/support/answers.mjs";
import { assessment } from "../web/support/content.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const languages = readdirSync(join(root, "content/words"));
const run = (args, input) => {
  const done = spawnSync(
    join(root, "build/bin/tautline"),
    ["export", "fhir", ...args, "--content", join(root, "content")],
    { input, encoding: "utf8", maxBuffer: 1 << 28 },
  );
  assert.equal(done.stderr, "");
  return JSON.parse(done.stdout);
};
const types = { ".js": "text/javascript", ".css": "text/css", ".html": "text/html" };
const scripts = [
  "webcomponent/assets/lib/zone.min.js",
  "webcomponent/runtime.js",
  "webcomponent/polyfills.js",
  "webcomponent/main.js",
  "fhir/R4/lformsFHIR.min.js",
];
const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>LHC-Forms</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="webcomponent/styles.css"><div id="form"></div>${scripts.map((path) => `<script src="${path}"></script>`).join("")}</html>`;

let browser, server, address;
before(async () => {
  const folder = lforms(join(root, "build/lforms"));
  server = createServer((request, response) => {
    const path = normalize(new URL(request.url, "http://here").pathname);
    if (path === "/") return response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(page);
    try {
      response
        .writeHead(200, { "Content-Type": types[extname(path)] ?? "application/octet-stream" })
        .end(readFileSync(join(folder, path)));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  address = `http://127.0.0.1:${server.address().port}/`;
  browser = await launch_browser({});
});
after(async () => {
  await browser?.close();
  server?.close();
});

const all_flags = (option) =>
  Object.fromEntries(flags.filter((id) => id !== "self-harm-today").map((id) => [id, option]));
const everything = Object.fromEntries(
  assessment.items.map((item) => {
    const ids = item.options?.map((option) => option.id) ?? ["yes", "no", "unsure"];
    return [item.id, item.kind === "many" ? ids : ids[0]];
  }),
);
const sheets = {
  "every warning sign at no": { ...all_flags("no"), ...tension_like },
  "not sure of any": { ...all_flags("unsure"), "self-harm-today": "unsure", ...movement_linked },
  "everything ticked": everything,
  "one answer alone": { feel: ["burning", "spasm"] },
};

for (const language of languages) {
  // A scale is not asked in a language that has no words of its own for it.
  const has_scale = existsSync(join(root, `content/words/${language}/phq4.json`));
  for (const [name, sheet] of Object.entries(sheets)) {
    const answers = Object.fromEntries(Object.entries(sheet).filter(([id]) => has_scale || !id.startsWith("phq4-")));
    test(`LHC-Forms takes the answers in and gives them back; ${name}; ${language}`, async () => {
      const form = run(["--language", language]);
      const sent = run(
        ["--answers", "-", "--with-mood", "--date", "2026-11-22", "--language", language],
        JSON.stringify({ format: "tautline-answers", version: 1, answers }),
      );
      const context = await browser.newContext({ viewport: { width: 1000, height: 1400 } });
      const tab = await context.newPage();
      const errors = [];
      tab.on("pageerror", (error) => errors.push(String(error)));
      await tab.goto(address);
      await tab.waitForFunction(() => window.LForms?.FHIR?.R4 && LForms.Util?.addFormToPage);
      const back = await tab.evaluate(
        async ([questionnaire, response]) => {
          const plain = LForms.Util.convertFHIRQuestionnaireToLForms(questionnaire, "R4");
          const filled = LForms.Util.mergeFHIRDataIntoLForms("QuestionnaireResponse", response, plain, "R4");
          await LForms.Util.addFormToPage(filled, "form");
          return LForms.Util.getFormFHIRData("QuestionnaireResponse", "R4");
        },
        [form, sent],
      );
      assert.deepEqual(errors, []);
      const words = await tab.evaluate(() => document.getElementById("form").textContent.replace(/\s+/g, " "));
      const plain = (text) => text.replace(/\s+/g, " ");
      for (const question of form.item.flatMap((group) => group.item)) {
        if (question.enableWhen && !(question.linkId in answers)) continue;
        assert.ok(words.includes(plain(question.text)), `it shows "${question.text}"`);
      }
      assert.deepEqual(answers_of(back, form, assessment), answers_of(sent, form, assessment));
      assert.deepEqual(answers_of(back, form, assessment), answers);
      assert.equal(back.status, "completed");
      // It leaves out what an app must add: whose form it is and in which language.
      assert.deepEqual(
        response_problems(form, { ...back, questionnaire: sent.questionnaire, language: sent.language }),
        [],
      );
      mkdirSync(join(root, "build/test-shots"), { recursive: true });
      if (name === "every warning sign at no")
        await tab.screenshot({ path: join(root, `build/test-shots/lforms-${language}.png`), fullPage: true });
      await context.close();
    });
  }
}
