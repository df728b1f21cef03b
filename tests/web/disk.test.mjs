// The folders, opened by a double click on one of their pages. Firefox: firefox.test.mjs.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { basename, dirname } from "node:path";
import { pathToFileURL } from "node:url";

import { launch_browser } from "../../build-scripts/lib/browser.mjs";
import { look_at_page, pages_on_disk, told_on_disk } from "./support/disk.mjs";
import { phone, shots } from "./support/visitor.mjs";

let browser;
before(async () => {
  browser = await launch_browser();
});
after(() => browser?.close());

test("Every kind of page is among them", () => {
  const names = pages_on_disk.map((path) => basename(path));
  for (const name of ["index.html", "index.es.html", "sources.html", "story.html", "operator.html"])
    assert.ok(names.includes(name), name);
});

for (const path of pages_on_disk)
  test(`From a disk ${basename(dirname(path))}/${basename(path)} keeps its looks and its words, and says what to do`, async () => {
    const page = await browser.newPage({ viewport: phone });
    await page.goto(pathToFileURL(path).href);
    await told_on_disk(path, () => page.evaluate(`(() => {${look_at_page}})()`));
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), phone.width);
    await page.screenshot({ path: `${shots}disk-${basename(dirname(path))}-${basename(path)}.png` });
    await page.close();
  });
