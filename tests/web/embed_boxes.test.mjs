// The element in somebody else's layout: in every kind of box it fills what it is given and is 20 rem wide where nothing is
// given, before somebody starts it and after; it starts by itself only where it is seen; and it may be moved.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { after, before, test } from "node:test";

import { serve_site } from "../../build-scripts/lib/site-server.mjs";
import { root, word } from "./support/content.mjs";
import { start, Visitor } from "./support/visitor.mjs";

const folder = `${root}dist/embed`;
const pinned = JSON.parse(readFileSync(`${folder}/pinned.json`, "utf8"));
let world, embed, host, html;
before(async () => {
  world = await start();
  embed = await serve_site(folder, { policy: false });
  host = createServer((request, response) =>
    response
      .writeHead(/^\/(empty\.html|$)/.test(request.url) ? 200 : 404, { "Content-Type": "text/html; charset=utf-8" })
      .end(
        request.url === "/"
          ? `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>A host</title><style>body { margin: 0; } .w { width: 800px; }</style><script src="${embed.url}${pinned.script}"></script>${html}</html>`
          : "<!doctype html><title>Empty</title>",
      ),
  );
  await new Promise((done) => host.listen(0, "127.0.0.1", done));
});
after(async () => {
  host?.close();
  host?.closeAllConnections();
  await embed?.close();
  await world?.stop();
});
async function page_with(body, run, options = {}) {
  html = body;
  const visitor = await Visitor.open(world.browser, {
    address: `http://127.0.0.1:${host.address().port}/`,
    ready: false,
    viewport: { width: 1000, height: 800 },
    ...options,
  });
  try {
    await run(visitor.page, visitor);
    assert.deepEqual(visitor.errors, []);
  } finally {
    await visitor.context.close();
  }
}
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

const lesson = (more = "") =>
  `<tautline-lesson src="/empty.html" ${more}><a href="#">A link with a rather long text that would like to stand in one line and no other</a></tautline-lesson>`;
const rem20 = 320;
const boxes = {
  // the box, and how wide the lesson is in it
  "a block": [`<div class="w">${lesson()}</div>`, 800],
  "a flex row": [`<div class="w" style="display:flex">${lesson()}</div>`, rem20],
  "a flex row with a neighbour that takes the rest": [
    `<div class="w" style="display:flex"><p style="flex:1;margin:0">Words</p>${lesson()}</div>`,
    rem20,
  ],
  "a flex row with a neighbour of many words": [
    `<div class="w" style="display:flex"><p style="margin:0">${"Words and words ".repeat(60)}</p>${lesson()}</div>`,
    rem20,
  ],
  "a flex row that gives it the rest": [
    `<div class="w" style="display:flex"><p style="width:200px;margin:0">Words</p>${lesson('style="flex:1"')}</div>`,
    600,
  ],
  "a flex row, wrapped in a box that grows": [
    `<div class="w" style="display:flex"><div style="flex:1">${lesson()}</div></div>`,
    800,
  ],
  "a flex row, wrapped in a box that does not": [
    `<div class="w" style="display:flex"><div>${lesson()}</div></div>`,
    rem20,
  ],
  "a flex column": [`<div class="w" style="display:flex;flex-direction:column">${lesson()}</div>`, 800],
  "a flex column that centres": [
    `<div class="w" style="display:flex;flex-direction:column;align-items:center">${lesson()}</div>`,
    rem20,
  ],
  "an inline flex row": [`<div class="w"><div style="display:inline-flex">${lesson()}</div></div>`, rem20],
  "a grid cell": [`<div class="w" style="display:grid">${lesson()}</div>`, 800],
  "a grid cell of one part of two": [
    `<div class="w" style="display:grid;grid-template-columns:1fr 1fr">${lesson()}${lesson()}</div>`,
    400,
  ],
  "a grid cell as wide as what is in it": [
    `<div class="w" style="display:grid;grid-template-columns:auto 1fr">${lesson()}<p>Words</p></div>`,
    rem20,
  ],
  "a grid cell that centres": [`<div class="w" style="display:grid;place-items:center">${lesson()}</div>`, rem20],
  "a float": [`<div class="w">${lesson('style="float:left"')}<p>Words</p></div>`, rem20],
  "a float in a float": [`<div class="w"><div style="float:right">${lesson('style="float:left"')}</div></div>`, rem20],
  "a cell of a table": [`<table><tr><td style="padding:0">${lesson()}</td><td>Words</td></tr></table>`, rem20],
  "a cell of a table that is wide": [
    `<table class="w" style="border-spacing:0"><tr><td style="padding:0">${lesson()}</td></tr></table>`,
    800,
  ],
  "a cell of a fixed table": [
    `<table class="w" style="table-layout:fixed;border-spacing:0"><tr><td style="padding:0">${lesson()}</td><td>Words</td></tr></table>`,
    400,
  ],
  "display: table-cell of its own": [`<div class="w">${lesson('style="display:table-cell"')}</div>`, rem20],
  "inline-block": [`<div class="w">${lesson('style="display:inline-block"')}</div>`, rem20],
  "inline-block with a width": [`<div class="w">${lesson('style="display:inline-block;width:500px"')}</div>`, 500],
  "an absolutely placed box": [
    `<div class="w" style="position:relative;height:300px">${lesson('style="position:absolute;top:0;left:0"')}</div>`,
    rem20,
  ],
  "an absolutely placed box between two edges": [
    `<div class="w" style="position:relative;height:300px">${lesson('style="position:absolute;left:100px;right:100px;top:0"')}</div>`,
    600,
  ],
  "in an absolutely placed box": [
    `<div class="w" style="position:relative;height:300px"><div style="position:absolute;top:0;left:0">${lesson()}</div></div>`,
    rem20,
  ],
  sticky: [`<div class="w">${lesson('style="position:sticky;top:0"')}</div>`, 800],
  "a fixed box": [`<div style="height:300px">${lesson('style="position:fixed;bottom:0;right:0"')}</div>`, rem20],
  "fit-content": [`<div class="w">${lesson('style="width:fit-content"')}</div>`, rem20],
  "max-content": [`<div class="w">${lesson('style="width:max-content"')}</div>`, rem20],
  "a narrow width": [`<div class="w">${lesson('style="width:200px"')}</div>`, 200],
  "a narrow block": [`<div style="width:240px">${lesson()}</div>`, 240],
  "wider than its parent": [
    `<div class="w"><div style="width:300px">${lesson('style="width:600px"')}</div></div>`,
    600,
  ],
  "display: contents": [`<div class="w">${lesson('style="display:contents"')}</div>`, 800],
  "display: contents in a flex row": [
    `<div class="w" style="display:flex">${lesson('style="display:contents"')}</div>`,
    rem20,
  ],
  "a parent of no height": [`<div class="w" style="height:0">${lesson()}</div>`, 800],
  columns: [`<div class="w" style="columns:2;column-gap:0">${lesson()}</div>`, 400],
  "from right to left in a flex row": [`<div class="w" dir="rtl" style="display:flex">${lesson()}</div>`, rem20],
  "written downwards": [
    `<div class="w" style="writing-mode:vertical-rl;height:500px">${lesson('style="writing-mode:horizontal-tb"')}</div>`,
    rem20,
  ],
};

test("In every kind of box it fills what it is given, and is 20 rem wide where nothing is given, before the start and after", async () => {
  await page_with(
    Object.values(boxes)
      .map(([box]) => `<section style="margin-bottom:40px">${box}</section>`)
      .join(""),
    async (page) => {
      const widths = () =>
        page.evaluate(() =>
          [...document.querySelectorAll("section")].map((section) => {
            const { shadowRoot } = section.querySelector("tautline-lesson");
            const [front, frame] = [shadowRoot.querySelector(".front"), shadowRoot.querySelector("iframe")].map(
              (element) => element?.getBoundingClientRect(),
            );
            return {
              front: Math.round(front.width),
              frame: frame && Math.round(frame.width),
              height: frame?.height ?? front.height,
            };
          }),
        );
      const hold = (found, part) => {
        for (const [i, [name, [, wanted]]] of Object.entries(boxes).entries()) {
          assert.ok(
            Math.abs(found[i][part] - wanted) <= 1,
            `${name}: ${part} is ${found[i][part]} px wide, expected ${wanted}`,
          );
          assert.ok(found[i].height >= 48, `${name}: ${part} is ${found[i].height} px high`);
        }
      };
      hold(await widths(), "front");
      await page.evaluate(() => document.querySelectorAll("tautline-lesson").forEach((one) => one.start()));
      hold(await widths(), "frame");
      // As when the lesson is there and the button is gone.
      await page.evaluate(() =>
        document.querySelectorAll("tautline-lesson").forEach((one) => {
          one.front.hidden = true;
        }),
      );
      hold(await widths(), "frame");
    },
  );
});

const heights = {
  // for height="fill": the box, and how high the lesson is in it
  "a height of its own": [lesson('height="fill" style="height:500px"'), 500],
  "all of a parent": [`<div style="height:420px">${lesson('height="fill" style="height:100%"')}</div>`, 420],
  "the rest of a flex column": [
    `<div style="display:flex;flex-direction:column;height:600px"><p style="height:100px;margin:0">Words</p>${lesson('height="fill" style="flex:1;min-height:0"')}</div>`,
    500,
  ],
  "a grid row": [`<div style="display:grid;grid-template-rows:450px">${lesson('height="fill"')}</div>`, 450],
  "between two edges": [
    `<div style="position:relative;height:400px">${lesson('height="fill" style="position:absolute;inset:0"')}</div>`,
    400,
  ],
  nothing: [lesson('height="fill"'), rem20],
  "all of a parent that has none": [`<div>${lesson('height="fill" style="height:100%"')}</div>`, rem20],
  "a parent of no height": [
    `<div style="height:0;margin-bottom:400px">${lesson('height="fill" style="height:100%"')}</div>`,
    rem20,
  ],
  "a flex row that gives none": [`<div style="display:flex">${lesson('height="fill"')}</div>`, rem20],
};
test('With height="fill" it is as high as it is given, and 20 rem where nothing is given, also when that changes', async () => {
  await page_with(
    Object.values(heights)
      .map(([box]) => `<section style="margin-bottom:40px">${box}</section>`)
      .join(""),
    async (page) => {
      await page.evaluate(() =>
        document.querySelectorAll("tautline-lesson").forEach((one) => {
          one.start();
          one.front.hidden = true; // as when it is there
        }),
      );
      await pause(300);
      const found = await page.evaluate(() =>
        [...document.querySelectorAll("section tautline-lesson")].map((one) =>
          Math.round(one.shadowRoot.querySelector("iframe").getBoundingClientRect().height),
        ),
      );
      for (const [i, [name, [, wanted]]] of Object.entries(heights).entries())
        assert.ok(Math.abs(found[i] - wanted) <= 1, `${name}: ${found[i]} px, expected ${wanted}`);
      const height_of_first = () =>
        page.evaluate(
          () =>
            document.querySelector("tautline-lesson").shadowRoot.querySelector("iframe").getBoundingClientRect().height,
        );
      for (const [given, wanted] of [
        ["700px", 700],
        ["auto", rem20],
        ["0", rem20],
        ["300px", 300],
      ]) {
        await page.evaluate((height) => {
          document.querySelector("tautline-lesson").style.height = height;
        }, given);
        await pause(150);
        assert.equal(Math.round(await height_of_first()), wanted, `height: ${given}`);
      }
    },
  );
});

// Where nobody sees it. In each: what brings it into view.
const real = (more) => `<tautline-lesson autostart chapter="alarm" ${more}><a href="#">A link</a></tautline-lesson>`;
const places = {
  "a closed details": [
    `<details><summary>More</summary>${real('id="one"')}</details>`,
    () => {
      document.querySelector("details").open = true;
    },
  ],
  "a hidden tab": [
    `<div role="tabpanel" hidden>${real('id="one"')}</div>`,
    () => {
      document.querySelector("[role=tabpanel]").hidden = false;
    },
  ],
  "a closed dialog": [
    `<dialog style="width:600px">${real('id="one"')}</dialog>`,
    () => {
      document.querySelector("dialog").showModal();
    },
  ],
  "far down the page": [
    `<div style="height:9000px"></div>${real('id="one"')}`,
    () => {
      document.querySelector("#one").scrollIntoView();
    },
  ],
};
for (const [name, [body, show]] of Object.entries(places)) {
  test(`autostart in ${name}: nothing is fetched and no time runs before it is seen; then it comes`, async () => {
    await page_with(body, async (page, visitor) => {
      await page.evaluate(() => {
        customElements.get("tautline-lesson").patience = 600;
        window.failed = 0;
        document.addEventListener("tautline-error", () => {
          ++window.failed;
        });
      });
      await pause(1800);
      assert.equal(
        visitor.requests.some((url) => url.includes("tautline.html")),
        false,
      );
      assert.equal(await page.evaluate(() => window.failed), 0);
      // Begun by a script while nobody sees it: the clock waits as well.
      if (name !== "far down the page") {
        await page.evaluate(() => document.querySelector("#one").start());
        await pause(1800);
        assert.equal(await page.evaluate(() => window.failed), 0);
      }
      await page.evaluate(() => {
        customElements.get("tautline-lesson").patience = 40_000;
      });
      await page.evaluate(show);
      // One whose clock had begun has what is left of it, which may be too little here: it may be begun again.
      await page.waitForFunction(() => document.querySelector("#one").ready || window.failed, null, {
        timeout: 30_000,
      });
      if (await page.evaluate(() => window.failed)) await page.evaluate(() => document.querySelector("#one").start());
      await page.waitForFunction(() => document.querySelector("#one").ready, null, { timeout: 30_000 });
    });
  });
}

test("In view and with nothing coming the clock does run, and says so", async () => {
  await page_with(lesson('id="one"'), async (page) => {
    await page.evaluate(() => {
      customElements.get("tautline-lesson").patience = 700;
      document.querySelector("#one").start();
    });
    await page.waitForFunction(
      (text) => document.querySelector("#one").shadowRoot.textContent.includes(text),
      word("embed.failed"),
      { timeout: 5000 },
    );
  });
});

test("Moved in the page, in a shadow root, and two on one page: each has its own frame and goes on", async () => {
  await page_with(
    `<div id="a">${real('id="one"')}</div><div id="b"></div><div id="shadow" lang="es"></div>`,
    async (page) => {
      const ready = (id) =>
        page.waitForFunction((name) => document.querySelector(name)?.ready, id, { timeout: 30_000 });
      await ready("#one");
      await page.evaluate(() => document.querySelector("#one").removeAttribute("autostart"));
      await page.evaluate(() => document.querySelector("#b").append(document.querySelector("#one")));
      await ready("#b #one");
      assert.equal(
        await page.evaluate(() => document.querySelector("#one").shadowRoot.querySelectorAll("iframe").length),
        1,
      );
      // Taken out and brought back later it waits for a person again.
      await page.evaluate(() => {
        window.kept = document.querySelector("#one");
        window.kept.remove();
      });
      await pause(100);
      await page.evaluate(() => document.querySelector("#a").append(window.kept));
      await pause(300);
      assert.equal(await page.evaluate(() => window.kept.shadowRoot.querySelectorAll("iframe").length), 0);
      // Moved whole, where a browser can.
      await page.evaluate(() => window.kept.start());
      await ready("#one");
      assert.equal(
        await page.evaluate(() => {
          if (!document.body.moveBefore) return true;
          const before = window.kept.frame;
          document.querySelector("#b").moveBefore(window.kept, null);
          return window.kept.frame === before && window.kept.ready;
        }),
        true,
      );
      const inner = await page.evaluate(() => {
        const root = document.querySelector("#shadow").attachShadow({ mode: "open" });
        const one = document.createElement("tautline-lesson");
        root.append(one);
        window.inner = one;
        return { language: one.language, width: Math.round(one.front.getBoundingClientRect().width) };
      });
      assert.deepEqual(inner, { language: "es", width: 1000 });
      await page.evaluate(() => {
        window.inner.scrollIntoView();
        window.inner.start();
      });
      await page.waitForFunction(() => window.inner.ready, null, { timeout: 30_000 });
      assert.equal(await page.evaluate(() => window.inner.frame !== window.kept.frame && window.kept.ready), true);
    },
  );
});
