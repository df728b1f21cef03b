// What a person takes along, in a browser: the sheet on paper and as a file, the code that a phone opens, the file for
// health software. Nothing is sent, nothing of the answers stays in the address.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { mkdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";

import { answers_of, response_problems } from "../support/fhir_rules.mjs";
import { answers_file, today } from "./support/answers.mjs";
import { assessment, root, word } from "./support/content.mjs";
import { decode } from "./support/png.mjs";
import { Visitor, shots, single_file, start, visit } from "./support/visitor.mjs";

const require = createRequire(import.meta.url);
const { Fhir } = require("fhir");
const jsQR = require("jsqr");

let world;
before(async () => {
  world = await start();
  mkdirSync(shots, { recursive: true });
});
after(() => world?.stop());

const tautline = (args, input) => {
  const done = spawnSync(`${root}build/bin/tautline`, [...args, "--content", `${root}content`], {
    input,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  assert.equal(done.stderr, "");
  return done.stdout;
};
const sheet = answers_file(today, { rash: "unsure" });
const fragment = (file = sheet) => tautline(["export", "fragment", "--answers", "-"], file).trim();

// The page under a name that a phone could open, served from the test's own site.
const public_name = "http://tautline.example/";
async function at_public_name(page) {
  await page.route(`${public_name}**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    await route.fulfill({ response: await route.fetch({ url: `${world.site.url}${pathname.slice(1)}` }) });
  });
}
const open_public = (hash = "") => world.open({ address: `${public_name}${hash}`, prepare: at_public_name });

async function kept(visitor, key) {
  const [download] = await Promise.all([visitor.page.waitForEvent("download"), visitor.press_node(key)]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}

test(
  "Answers in the address show their result, and are gone from the address and the history",
  visit(
    () => open_public(fragment()),
    async (visitor) => {
      assert.equal(await visitor.title(), word("care.today.title"));
      assert.ok(await visitor.has("result/arrival"));
      assert.equal(await visitor.page.evaluate(() => location.hash), "");
      await visitor.press_node("result/summary");
      await visitor.page.goBack();
      await visitor.settle();
      assert.doesNotMatch(await visitor.page.evaluate(() => location.href), /a2\./);
      for (const url of visitor.requests) assert.doesNotMatch(url, /a2\./, "a request tells nothing");
    },
  ),
);

test(
  "A damaged code says so and opens the self-check",
  visit(
    () => open_public(`${fragment().slice(0, -3)}xyz`),
    async (visitor) => {
      assert.equal(await visitor.title(), word("check.intro.title"));
      assert.ok(await visitor.has("check/arrival"));
      assert.equal(await visitor.page.evaluate(() => location.hash.includes("a2.")), false);
    },
  ),
);

test(
  "A link with answers, opened in a page where what reads them can't be had, leaves nothing in the address or the history",
  visit(
    () =>
      world.open({
        serviceWorkers: "block",
        expected_errors: [/Failed to load resource|ERR_FAILED/],
        prepare: (page) => page.route("**/take-away.wasm", (route) => route.abort()),
      }),
    async (visitor) => {
      const code = fragment().replace(/^.*#/, "");
      for (const each of [code, code.replace(/^a\d+/, "a2"), code.replace(/^a\d+/, "a17")]) {
        await visitor.go("about");
        await visitor.page.evaluate((hash) => {
          location.hash = hash;
        }, each);
        await visitor.element("check/arrival").waitFor();
        await visitor.settle();
        assert.equal((await visitor.page.evaluate(() => location.href)).includes(each.slice(4)), false, "the address");
        const cdp = await visitor.context.newCDPSession(visitor.page);
        const { entries } = await cdp.send("Page.getNavigationHistory");
        assert.deepEqual(
          entries.map(({ url }) => url).filter((url) => url.includes(each.slice(4))),
          [],
          "the history",
        );
      }
    },
  ),
);

test(
  "The code on the screen is read by a phone and holds exactly these answers",
  visit(
    () => open_public(fragment()),
    async (visitor) => {
      assert.deepEqual(
        visitor.requests.filter((url) => url.endsWith("take-away.wasm")).length,
        1,
        "it came for the address",
      );
      await visitor.press_node("result/summary");
      await visitor.press_node("summary/make-code");
      const picture = visitor.element("summary/code/picture");
      await picture.locator("svg path").waitFor({ state: "attached" });
      await picture.scrollIntoViewIfNeeded();
      const { width, height, channels, pixels } = decode(await picture.screenshot());
      const rgba = new Uint8ClampedArray(width * height * 4);
      for (let i = 0; i < rgba.length; ++i)
        rgba[i] = i % 4 === 3 ? 255 : pixels[Math.floor(i / 4) * channels + (i % 4)];
      const seen = jsQR(rgba, width, height);
      assert.ok(seen, "the picture can be read as a QR code");
      const [page, code] = seen.data.split("#");
      assert.equal(page, public_name);
      assert.equal(`#${code}`, fragment());
      assert.equal(tautline(["assess", "--from-fragment", seen.data]), tautline(["assess", "-"], sheet));
    },
  ),
);

test(
  "Where a phone could not open the page there is no code, and a sentence says why",
  visit(
    () => world.open({ route: "summary" }),
    async (visitor) => {
      assert.equal(await visitor.has("summary/make-code"), false);
      assert.ok(await visitor.has("summary/no-address"));
    },
  ),
);

test(
  "The saved sheet is the program's own, and the file for health software is valid and complete",
  visit(
    () => open_public(fragment()),
    async (visitor) => {
      await visitor.press_node("result/summary");
      const html = await kept(visitor, "summary/save");
      const day = /tautline-(\d{4}-\d\d-\d\d)\.html/.exec(html.name)[1];
      assert.equal(html.text, tautline(["export", "summary", "--answers", "-", "--date", day], sheet));
      const record = await kept(visitor, "summary/record");
      assert.equal(record.text, tautline(["export", "fhir", "--answers", "-", "--date", day], sheet));
      const response = JSON.parse(record.text),
        form = JSON.parse(tautline(["export", "fhir"]));
      assert.deepEqual(new Fhir().validate(response, { errorOnUnexpected: true }).messages, []);
      assert.deepEqual(response_problems(form, response), []);
      assert.deepEqual(answers_of(response, form, assessment), JSON.parse(sheet).answers);
    },
  ),
);

for (const skin of ["stage", "document"]) {
  test(
    `On paper the sheet stands alone, on one page, warning signs first; ${skin}`,
    visit(
      () => open_public(fragment()),
      async (visitor) => {
        await visitor.text_view(skin === "document");
        await visitor.press_node("result/summary");
        const pdf = await visitor.page.pdf({ format: "A4", preferCSSPageSize: true });
        assert.equal((pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? []).length, 1, "one page");
        await visitor.page.emulateMedia({ media: "print" });
        await visitor.page.setViewportSize({ width: 703, height: 1032 }); // A4 between its margins
        const shown = await visitor.page.evaluate(() =>
          [...document.querySelectorAll("#screen .n")]
            .filter(
              (element) =>
                element.checkVisibility() &&
                element.getClientRects().length > 0 &&
                !["MAIN", "DIV"].includes(element.tagName),
            )
            .map((element) => element.dataset.key),
        );
        assert.ok(
          shown.every((key) => key.startsWith("summary/")),
          shown.filter((key) => !key.startsWith("summary/")).join(" "),
        );
        assert.ok(!shown.some((key) => ["summary/print", "summary/intro/1"].includes(key)));
        assert.ok(
          shown.indexOf("summary/signs") >= 0 && shown.indexOf("summary/signs") < shown.indexOf("summary/pain"),
        );
        assert.equal(
          await visitor.page.evaluate(
            () => getComputedStyle(document.querySelector('[data-key="summary/signs/title"]')).color,
          ),
          "rgb(0, 0, 0)",
        );
        await visitor.page.screenshot({ path: `${shots}summary-paper-${skin}.png`, fullPage: true });
      },
    ),
  );
}

test(
  "The single file from a disk saves the sheet and the file for health software by itself",
  visit(
    () => world.open({ address: pathToFileURL(single_file).href }),
    async (visitor) => {
      await visitor.go("summary");
      assert.match((await kept(visitor, "summary/save")).text, /^<!doctype html>/);
      assert.equal(JSON.parse((await kept(visitor, "summary/record")).text).resourceType, "QuestionnaireResponse");
      assert.deepEqual(
        visitor.requests.filter((url) => !/^(data|blob|file):/.test(url)),
        [],
      );
    },
  ),
);

// A frame may forbid files; the page cannot know, so it says so to everyone in a frame.
test("In a sandboxed frame the sheet is saved where the frame allows it, and a sentence says what to do where not", async () => {
  const file = readFileSync(single_file);
  for (const sandbox of ["allow-scripts allow-downloads", "allow-scripts"]) {
    const server = createServer((request, response) =>
      response
        .writeHead(200, { "Content-Type": "text/html" })
        .end(
          request.url === "/file"
            ? file
            : `<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>A host</title><iframe title="Tautline" sandbox="${sandbox}" width="390" height="800" src="/file#/summary"></iframe></html>`,
        ),
    );
    await new Promise((done) => server.listen(0, "127.0.0.1", done));
    const visitor = await Visitor.open(world.browser, {
      address: `http://127.0.0.1:${server.address().port}/`,
      ready: false,
    });
    try {
      const frame = await (await visitor.page.waitForSelector("iframe")).contentFrame();
      await frame.waitForFunction(() => document.documentElement.dataset.tautline === "ready", null, {
        timeout: 40_000,
      });
      assert.ok(await frame.evaluate(() => document.querySelector('[data-key="summary/framed"]') !== null));
      const saved = visitor.page
        .waitForEvent("download", { timeout: sandbox.includes("downloads") ? 15_000 : 2_000 })
        .catch(() => null);
      await frame.evaluate(() => document.querySelector('[data-key="summary/save"]').click());
      const download = await saved;
      if (sandbox.includes("downloads")) assert.match(readFileSync(await download.path(), "utf8"), /^<!doctype html>/);
      else
        assert.equal(download, null, "this frame allows no file; should one come, the sentence is not needed any more");
      assert.equal(
        await frame.evaluate(() => document.documentElement.dataset.tautline),
        "ready",
        "and the page goes on",
      );
    } finally {
      await visitor.context.close();
      server.close();
    }
  }
});
