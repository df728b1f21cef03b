// Debian's Firefox, with none of automation's settings: the single file by double click, under its own policy for files, and
// the folders' pages, which say there what to do instead; and whether the page's words stand on the painted ones.
import assert from "node:assert/strict";
import { basename, dirname } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";

import { serve_site } from "../../build-scripts/lib/site-server.mjs";
import { word } from "./support/content.mjs";
import { look_at_page, pages_on_disk, told_on_disk } from "./support/disk.mjs";
import { firefox, launch_firefox } from "./support/firefox.mjs";
import { lines_apart } from "./support/lines.mjs";
import { close_oracles } from "./support/oracle.mjs";
import { single_file, site_folder } from "./support/visitor.mjs";

const needs = { skip: firefox ? false : "no Firefox on this machine", timeout: 150_000 };
let browser;
before(async () => {
  if (firefox) browser = await launch_firefox();
});
after(() => {
  close_oracles();
  return browser?.close();
});
const until = async (what, script) => {
  for (let i = 0; i < 300; ++i) {
    const value = await browser.run(script);
    if (value) return value;
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error(`it does not come: ${what}`);
};

test("The single file opens from a disk in Firefox, and the self-check answers", needs, async () => {
  await browser.go(`${pathToFileURL(single_file).href}?text=150`);
  assert.equal(await until("ready", "return document.documentElement.dataset.tautline"), "ready");
  assert.equal(await browser.run("return document.documentElement.style.getPropertyValue('--text-scale')"), "1.5");
  const press = (key) =>
    browser.run(
      "document.querySelector(`[data-key='${arguments[0]}'] input, [data-key='${arguments[0]}']`).click()",
      key,
    );
  const title = () => browser.run("return document.querySelector('[data-key=title]').textContent");
  assert.equal(await title(), word("home.title"));
  await press("home/check");
  assert.equal(await title(), word("check.intro.title"));
  await press("check/next");
  await press("check/chest-pain/no");
  assert.equal(
    await browser.run("return document.querySelector(\"[data-key='check/chest-pain/no'] input\").checked"),
    true,
  );
  await browser.run("history.back()");
  await until(
    "the page before",
    `return document.querySelector('[data-key=title]').textContent === ${JSON.stringify(word("check.intro.title"))}`,
  );
  assert.equal(await browser.run("return location.protocol"), "file:");
  const painted = await browser.run(
    `const canvas = document.querySelector("#stage > canvas"); return [canvas.width, canvas.height]`,
  );
  assert.ok(painted[0] > 300 && painted[1] > 300);
});

for (const path of pages_on_disk)
  test(
    `From a disk ${basename(dirname(path))}/${basename(path)} keeps its looks and its words in Firefox, and says what to do`,
    needs,
    async () => {
      await browser.go(pathToFileURL(path).href);
      await told_on_disk(path, () => browser.run(look_at_page));
    },
  );

// What a browser finds, marks and selects are the page's own words.
test("Every line of every screen stands within 4 px of the painted one in Firefox", needs, async () => {
  const site = await serve_site(site_folder);
  try {
    // Firefox can't be told a time zone: it is asked for a country that there is not, as the oracle is in none.
    await browser.go(`${site.url}?motion=less&region=zz`);
    assert.equal(
      await until(
        "ready",
        "return performance.getEntriesByName('tautline-whole').length && document.documentElement.dataset.tautline",
      ),
      "ready",
    );
    const { count, wrong } = await lines_apart(
      (script) => browser.run(script),
      async (route) => {
        await browser.run("location.hash = arguments[0]", `#/${route}`);
        await browser.run(
          "return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(1))))",
        );
        await until(
          route,
          `return !document.getElementById("screen").textContent.includes(${JSON.stringify(word("summary.loading"))})`,
        );
      },
    );
    assert.ok(count > 500, `${count} lines`);
    assert.equal(wrong.length, 0, `${wrong.length} of ${count}:\n${wrong.slice(0, 40).join("\n")}`);
  } finally {
    await site.close();
  }
});
