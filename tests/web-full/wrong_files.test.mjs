// The whole table of docs/threats.md: every file of the build, wrong in every way.
import { after, before, test } from "node:test";

import { launch_browser } from "../../build-scripts/lib/browser.mjs";
import { faults, files, look } from "../web/support/wrong_files.mjs";

let browser;
before(async () => {
  browser = await launch_browser();
});
after(() => browser?.close());

for (const path of files)
  for (const fault of Object.keys(faults)) test(`${path}: ${fault}`, () => look(browser, path, fault));
