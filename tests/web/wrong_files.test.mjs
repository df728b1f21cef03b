// Whatever a host, a portal or a cache gives out in the place of a file of ours, a person can read what matters, is told
// what is missing, and can ask again. The kinds of wrong take turns over the files of the build; every file with every
// kind is in tests/web-full.
import { after, before, test } from "node:test";

import { launch_browser } from "../../build-scripts/lib/browser.mjs";
import { faults, files, look } from "./support/wrong_files.mjs";

let browser;
before(async () => { browser = await launch_browser(); });
after(() => browser?.close());

const kinds = Object.keys(faults);
files.forEach((path, i) => {
  const fault = kinds[i % kinds.length];
  test(`${path}: ${fault}`, () => look(browser, path, fault));
});
