// The review page (tautline review): read, ticked, saved, and what a change of one word does to what was signed.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";

import { launch_browser } from "../../build-scripts/lib/browser.mjs";
import { root } from "./support/content.mjs";

const program = process.env.TAUTLINE_PROGRAM ?? `${root}build/bin/tautline`;
const axe = readFileSync(`${root}node_modules/axe-core/axe.min.js`, "utf8");
const work = mkdtempSync(join(tmpdir(), "tautline-review-"));
const pack = join(work, "content");
cpSync(`${root}content`, pack, { recursive: true });
cpSync(`${root}docs`, join(work, "docs"), { recursive: true, filter: (path) => !/\.(jpg|png)$/.test(path) });
let browser;
before(async () => {
  browser = await launch_browser({ webgl: false });
});
after(async () => {
  await browser?.close();
  rmSync(work, { recursive: true });
});

const run = (...args) => spawnSync(program, args, { encoding: "utf8", maxBuffer: 1 << 28 });
const written = (path) => JSON.parse(readFileSync(join(pack, path), "utf8"));

// The page of the pack as it is, opened from the disk, with whatever it should not do.
async function open(...options) {
  const path = join(work, "review.html");
  const done = run("review", pack, "-o", path, "--today", "2026-12-01", ...options);
  assert.equal(done.status, 0, done.stderr);
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const wrong = [];
  page.on("pageerror", (error) => wrong.push(String(error)));
  page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
  page.on("request", (request) => /^(file|blob):/.test(request.url()) || wrong.push(request.url()));
  await page.goto(String(pathToFileURL(path)));
  await page.waitForFunction(() => document.documentElement.dataset.ready === "yes");
  return { page, wrong };
}
async function save(page) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#save").click()]);
  assert.equal(download.suggestedFilename(), "sign-off.json");
  return JSON.parse(readFileSync(await download.path(), "utf8"));
}
const sum = (page) => page.locator("#sum").innerText();
const entries = (page) => page.locator(".entry:visible");
const tick_all = (page) =>
  page.evaluate(() => {
    for (const group of document.querySelectorAll("details.group")) group.open = true;
    for (const button of document.querySelectorAll(".all button")) button.click();
  });

test("A page filled, saved, loaded back; one word changed lapses that word's sign-off alone, and the next page shows only it", async () => {
  const { page, wrong } = await open();
  const subjects = await page.locator("#parts .entry input").count();
  assert.ok(subjects > 1700, `${subjects} boxes`);
  assert.match(await sum(page), /^0 of \d+ done$/);

  await page.locator("#save").click();
  assert.match(await page.locator("#told").innerText(), /your name, your role and the date/, "nobody signs namelessly");
  await page.getByLabel("Your name").fill("A. Clinician");
  await page.getByLabel("Your role").fill("GP");

  // One tick, one remark: what is saved is just that.
  await page.locator("#part-context details.group summary").first().click();
  const rule = page.locator("#part-context .entry").first();
  await rule.getByRole("checkbox").check();
  await rule.locator(".remark summary").click();
  await rule.getByRole("textbox").fill("Ask for eight weeks.");
  const one = await save(page);
  assert.deepEqual(Object.keys(one.records[0].digests), ["assessment.json#/context_rule"]);
  assert.deepEqual(one.records[0].remarks, { "assessment.json#/context_rule": "Ask for eight weeks." });
  assert.deepEqual(one.records[0].scope, []);

  await tick_all(page);
  const all = await save(page);
  const { records } = all;
  assert.equal(records.length, 1);
  assert.deepEqual(
    {
      name: records[0].name,
      role: records[0].role,
      date: records[0].date,
      as: records[0].as,
      language: records[0].language,
    },
    { name: "A. Clinician", role: "GP", date: "2026-12-01", as: "clinician", language: "en" },
  );
  assert.ok(records[0].scope.includes("R1") && records[0].scope.includes("R24"), String(records[0].scope));
  assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]), [
    0,
    0,
    "",
  ]);
  assert.deepEqual(wrong, []);
  await page.close();

  writeFileSync(join(pack, "sign-off.json"), JSON.stringify(all));
  let verified = run("verify", pack, "--only", "P10");
  assert.match(verified.stdout, /^Signed by A\. Clinician, GP, 2026-12-01: (\d+) of \1 stand$/m);
  assert.match(verified.stdout, /^Reviewed, en: A\. Clinician, GP, 2026-12-01$/m);
  assert.match(verified.stdout, /^Not reviewed, es: /m);
  const shown = () => JSON.parse(run("bundle", pack).stdout)["words/en/language.json"].reviewed_by;
  assert.equal(shown(), "A. Clinician, GP, 2026-12-01");

  // One word.
  const words = written("words/en/self-check.json");
  words["item.chest-pain.short"] = "Chest pains or heart signs";
  writeFileSync(join(pack, "words/en/self-check.json"), JSON.stringify(words));
  verified = run("verify", pack, "--only", "P10");
  assert.match(verified.stdout, /^ {4}lapsed, changed since: words\/en\/self-check\.json#\/item\.chest-pain\.short$/m);
  assert.match(verified.stdout, /^Not reviewed, en: no clinician has signed for 1 texts? and rules as they are$/m);
  assert.equal(shown(), null);

  const second = await open();
  assert.equal(await entries(second.page).count(), 1 + 4, "the word, and the documents nobody has read");
  const changed = entries(second.page).first();
  assert.match(await changed.innerText(), /Chest pains or heart signs/);
  assert.match(await changed.locator(".state").innerText(), /^changed since it was signed: 2026-12-01$/);
  assert.equal(await second.page.getByLabel("Your name").inputValue(), "A. Clinician");
  assert.equal(await second.page.locator(".remark textarea").first().inputValue(), "Ask for eight weeks.", "kept");
  await changed.getByRole("checkbox").check();
  writeFileSync(join(pack, "sign-off.json"), JSON.stringify(await save(second.page)));
  assert.equal(shown(), "A. Clinician, GP, 2026-12-01");
  assert.deepEqual(second.wrong, []);

  // The file of another day, loaded by hand.
  const file = { name: "sign-off.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(one)) };
  await second.page.locator("#load").setInputFiles(file);
  await second.page.waitForFunction(() => document.querySelector("#sum").textContent.startsWith("1 of"));
  await second.page.locator("#load").setInputFiles({ ...file, buffer: Buffer.from('{"format":"x"}') });
  await second.page.waitForFunction(() => /not a sign-off/.test(document.querySelector("#told").textContent));
  await second.page.close();
});

test("A translation stands beside English; a reader's signature makes nothing reviewed, and lapses with either text", async () => {
  rmSync(join(pack, "sign-off.json"), { force: true });
  const { page, wrong } = await open("--language", "es");
  const own = written("words/es/self-check.json")["item.chest-pain.question"];
  const english = written("words/en/self-check.json")["item.chest-pain.question"];
  await page.evaluate(() => (document.querySelector("#part-signs details.group").open = true));
  const pair = page.locator("#part-signs .pair").first();
  assert.deepEqual((await pair.innerText()).split(/\n+/), [english, own]);
  assert.deepEqual(await pair.locator("p").evaluateAll((all) => all.map((one) => one.lang)), ["en", "es"]);
  assert.equal(await page.getByLabel("a translator or native reader").isChecked(), true);
  await page.getByLabel("Your name").fill("N. Reader");
  await page.getByLabel("Your role").fill("native reader");
  await tick_all(page);
  writeFileSync(join(pack, "sign-off.json"), JSON.stringify(await save(page)));
  assert.deepEqual(wrong, []);
  await page.close();
  let verified = run("verify", pack, "--only", "P10").stdout;
  assert.match(verified, /^Signed by N\. Reader, native reader, 2026-12-01, as a reader: (\d+) of \1 stand$/m);
  assert.match(verified, /^Not reviewed, es: /m);
  const words = written("words/en/self-check.json");
  words["item.chest-pain.question"] = "Have you any of these?";
  writeFileSync(join(pack, "words/en/self-check.json"), JSON.stringify(words));
  verified = run("verify", pack, "--only", "P10").stdout;
  assert.match(verified, /lapsed, changed since: words\/es\/self-check\.json#\/item\.chest-pain\.question$/m);
});

test("On paper everything is there, with a box for each; axe finds nothing wrong on the screen", async () => {
  const { page } = await open();
  await page.evaluate(() => {
    for (const part of ["context", "signs", "documents"])
      for (const one of document.querySelector(`#part-${part} details`).parentElement.children) {
        one.open = true;
        if (part !== "context") break;
      }
  });
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() =>
    // A part of each kind: all of them would take it half a minute.
    window.axe.run(
      { include: [["header"], ["nav"], ["#part-context"], ["#part-documents"]] },
      { runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] } },
    ),
  );
  assert.deepEqual(
    violations.map(({ id, nodes }) => `${id}: ${nodes[0].target} ${nodes[0].failureSummary}`),
    [],
  );
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  const [boxes, all] = [await page.locator(".entry input:visible").count(), await page.locator(".entry input").count()];
  assert.equal(boxes, all);
  assert.equal(await page.locator("#save").isVisible(), false);
  await page.close();
});
