// The lesson on other people's pages: every host page of the gallery, and hosts that mean harm.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { serve_site } from "../../build-scripts/lib/site-server.mjs";
import { pages, root, word } from "./support/content.mjs";
import { desktop, shots, start, Visitor } from "./support/visitor.mjs";

// What another test here shows as well, in part, runs only in --full (tests/web-full/embed.test.mjs).
const long = process.env.TAUTLINE_FULL ? test : () => {};

const folder = `${root}dist/embed`;
const pinned = JSON.parse(readFileSync(`${folder}/pinned.json`, "utf8"));
let world, embed;
before(async () => {
  world = await start();
  embed = await serve_site(folder, { policy: false }); // its pages carry their own, as on a host that sends none
});
after(async () => {
  await embed?.close();
  await world?.stop();
});

const lesson_frames = (page) => page.frames().filter((frame) => frame.url().includes("/tautline.html"));
const ready = (frame) =>
  frame.waitForFunction(() => document.documentElement.dataset.tautline === "ready", null, { timeout: 40_000 });
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

async function until(what, wanted) {
  for (let i = 0; i < 200; ++i) {
    const value = await wanted();
    if (value) return value;
    await pause(50);
  }
  throw new Error(`it does not come: ${what}`);
}

const press = (frame, key) =>
  frame.evaluate(async (name) => {
    const element = document.querySelector(`[data-key="${name}"]`);
    (element.querySelector("input") ?? element).click();
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
  }, key);
const title = (frame) => frame.evaluate(() => document.querySelector('[data-key="title"]').textContent);

// What the host page may not see go wrong; addresses of the lesson carry only how it should start.
async function no_complaints(visitor, ...origins) {
  const wrong = (await visitor.complaints()).filter((line) => {
    const url = /^request (?:elsewhere|that carries something): (.*)$/.exec(line)?.[1];
    if (!url || !origins.some((origin) => url.startsWith(origin))) return true;
    const { pathname, searchParams } = new URL(url);
    const known = [
      "mode",
      "height",
      "screen",
      "lang",
      "theme",
      "text",
      "host",
      "initialWidth",
      "childId",
      "parentTitle",
      "parentUrl",
    ];
    return (
      searchParams.size > 0 &&
      (!pathname.endsWith("/tautline.html") || [...searchParams.keys()].some((name) => !known.includes(name)))
    );
  });
  assert.deepEqual(wrong, []);
}

// One host page with one visitor.
function host(name, run, { viewport = desktop, path = `hosts/${name}.html` } = {}) {
  return async (t) => {
    const visitor = await Visitor.open(world.browser, { address: `${embed.url}${path}`, ready: false, viewport });
    try {
      await visitor.page.waitForLoadState("load");
      await run(visitor.page, visitor);
      await no_complaints(visitor, embed.url);
    } catch (error) {
      error.message += `\n(picture: ${await visitor.keep_picture(t.name)})`;
      throw error;
    } finally {
      await visitor.context.close();
    }
  };
}

// Uses the element's own button, by keyboard: a pointer would have to wait until the browser has drawn a frame that just grew.
async function start_lesson(page, selector = "tautline-lesson") {
  await page.locator(`${selector} button`).focus();
  await page.keyboard.press("Enter");
  const handle = await page.waitForSelector(`${selector} iframe`);
  const frame = await handle.contentFrame();
  await ready(frame);
  await until("the lesson takes the place of the button", () =>
    page.locator(selector).evaluate((element) => element.ready && element.shadowRoot.querySelector(".front").hidden),
  );
  let before = 0;
  await until("its height comes to rest", async () => {
    const { height } = await handle.boundingBox();
    const rests = height === before && (await page.locator(selector).evaluate((element) => element.contentHeight > 0));
    before = height;
    await pause(100);
    return rests;
  });
  return { frame, box: () => handle.boundingBox(), handle };
}
const content_height = (frame) => frame.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));

test(
  "A lesson whose sources should have been looked at again says so to the page round it, and to nobody who reads",
  host("element", async (page) => {
    await page.clock.setSystemTime(new Date("2099-01-01T00:00:00Z"));
    const said = page.evaluate(
      () =>
        new Promise((done) =>
          document.querySelector("tautline-lesson").addEventListener("tautline-overdue", ({ detail }) => done(detail)),
        ),
    );
    const { frame } = await start_lesson(page);
    const { look_again_by: by } = JSON.parse(readFileSync(`${root}content/sources.json`, "utf8"));
    assert.deepEqual(await said, { by });
    assert.ok(!(await frame.locator("body").innerText()).includes(by));
  }),
);

test(
  "The element: nothing is fetched before somebody starts it; then it is as tall as its content, never as its window, and painted where it is seen",
  host("element", async (page, visitor) => {
    assert.equal(
      visitor.requests.some((url) => url.includes("tautline.html")),
      false,
      "nothing before it is wanted",
    );
    assert.equal(await page.locator("tautline-lesson a").isVisible(), true, "the link");
    const { frame, box, handle } = await start_lesson(page);
    assert.equal(await frame.evaluate(() => window.origin), "null", "sandboxed");
    assert.equal(await title(frame), word("chapter.alarm.title"));
    const height = await content_height(frame);
    assert.ok(height > 1000, `a chapter is ${height} px`);
    await until("the frame follows", async () => Math.abs((await box()).height - height) <= 1);
    // Whatever the host does to the frame, the lesson's height stays its own.
    const said = await page.evaluateHandle(() => {
      const all = [];
      document
        .querySelector("tautline-lesson")
        .addEventListener("tautline-height", ({ detail }) => all.push(detail.height));
      return all;
    });
    for (const other of [400, height + 3000]) {
      await handle.evaluate((element, px) => {
        element.style.height = `${px}px`;
      }, other);
      await pause(400);
      assert.equal(await content_height(frame), height, `in a frame of ${other} px`);
    }
    await page.evaluate(() => document.querySelector("tautline-lesson").tell("hello"));
    await until("it is asked, and says the same", async () => (await said.jsonValue()).length > 0);
    assert.deepEqual([...new Set(await said.jsonValue())], [height]);
    await handle.evaluate((element, px) => {
      element.style.height = `${px}px`;
    }, height);
    // The canvas is no taller than a screen asks for, and moves along with what is in view.
    const canvas = () =>
      frame.evaluate(() => {
        const { top, height: tall } = document.querySelector("#stage > canvas").getBoundingClientRect();
        return { top, tall };
      });
    const first = await canvas();
    assert.ok(first.tall < height || height < 2200, `${first.tall} of ${height}`);
    await page.evaluate(() => document.querySelector("tautline-lesson").scrollIntoView({ block: "end" }));
    const seen_to = height - 5;
    const moved = await until("the picture goes along", async () => {
      const now = await canvas();
      return now.top + now.tall >= seen_to && now;
    });
    assert.ok(moved.top >= first.top);
    await pause(300);
    await page.screenshot({ path: `${shots}embed-host-end.png` });
    await page.evaluate(() => document.querySelector("tautline-lesson").scrollIntoView({ block: "start" }));
    await until("the picture comes back", async () => (await canvas()).top <= 256);
    await pause(300);
    const picture = await visitor.picture();
    await page.screenshot({ path: `${shots}embed-host.png` });
    const colours = new Set();
    for (let i = 0; i < picture.pixels.length; i += picture.channels * 97) colours.add(picture.pixels.readUIntBE(i, 3));
    assert.ok(colours.size > 40, `${colours.size} colours: the stage is painted`);
    // Another page of the lesson: the host scrolls to where it begins.
    await page.evaluate(() => document.querySelector("tautline-lesson").scrollIntoView({ block: "end" }));
    const scrolled = await page.evaluate(() => scrollY);
    await press(frame, "dot/take");
    await press(frame, "chapter/next");
    assert.equal(await title(frame), word("chapter.muscles.title"));
    await until("the new page's top is in view", () =>
      page.evaluate((before) => {
        const { top } = document.querySelector("tautline-lesson").getBoundingClientRect();
        return scrollY < before && top > -40 && top < innerHeight;
      }, scrolled),
    );
  }),
);

long(
  "On a phone a lesson is as wide as the host's column and reads the same",
  host(
    "element",
    async (page) => {
      const { frame, box } = await start_lesson(page);
      assert.ok((await box()).width <= 390);
      const height = await content_height(frame);
      await until("the frame follows", async () => Math.abs((await box()).height - height) <= 1);
    },
    { viewport: { width: 390, height: 844 } },
  ),
);

test(
  "Several on one page: each has its own state, height and colours",
  host("several", async (page) => {
    const lessons = {};
    for (const id of ["first", "second", "third"]) lessons[id] = await start_lesson(page, `#${id}`);
    assert.deepEqual(await Promise.all(Object.values(lessons).map(({ frame }) => title(frame))), [
      word("chapter.muscles.title"),
      word("chapter.cortisol.title"),
      await title(lessons.third.frame),
    ]);
    assert.equal(await lessons.second.frame.evaluate(() => document.documentElement.classList.contains("dark")), true);
    assert.equal(await lessons.first.frame.evaluate(() => document.documentElement.classList.contains("dark")), false);
    assert.equal(Math.round((await lessons.third.box()).height), 600);
    assert.equal(
      await lessons.third.frame.evaluate(() => document.scrollingElement.scrollHeight > innerHeight),
      true,
      "a fixed one scrolls by itself",
    );
    await page.evaluate(() => document.querySelector("#first").goto("feel"));
    await until(
      "only the first goes there",
      async () => (await title(lessons.first.frame)) === word("chapter.feel.title"),
    );
    assert.equal(await title(lessons.second.frame), word("chapter.cortisol.title"));
  }),
);

long(
  "A host's colours: custom properties reach the button, and choose among the lesson's own",
  host("theme", async (page) => {
    assert.equal(
      await page.locator("tautline-lesson button").evaluate((button) => getComputedStyle(button).backgroundColor),
      "rgb(255, 209, 102)",
    );
    const { frame } = await start_lesson(page);
    assert.equal(await frame.evaluate(() => document.documentElement.classList.contains("dark")), true);
  }),
);

test(
  "Messages both ways: progress and its end are told, commands are obeyed, and only those that make sense",
  host("api", async (page) => {
    const { frame } = await start_lesson(page);
    const log = () => page.locator("#log").textContent();
    await press(frame, "dot/run");
    await press(frame, "card/run/play");
    await press(frame, "card/next"); // which ends it at once
    await until("done", async () => /done .*"chapter":"alarm"/.test(await log()));
    const progress = (await log())
      .split("\n")
      .filter((line) => line.startsWith("progress"))
      .map((line) => JSON.parse(line.slice(9)));
    assert.deepEqual(
      progress.map(({ chapter, state, share }) => [chapter, state, share]),
      [
        ["alarm", "opened", 0],
        ["alarm", "done", 1],
      ],
    );
    await page.locator("#muscles").click();
    await until("goto", async () => (await title(frame)) === word("chapter.muscles.title"));
    await page.locator("#dark").click();
    await until("theme", () => frame.evaluate(() => document.documentElement.classList.contains("dark")));
    await page.locator("#reset").click();
    await until(
      "reset",
      async () =>
        (await title(frame)) === word("chapter.alarm.title") &&
        (await frame.evaluate(() => document.querySelector('[data-key="card/meet/play"]') !== null)),
    );
    await page.evaluate(() => document.querySelector("tautline-lesson").goto("nowhere"));
    await until("refused", async () => /error {"code":"refused"}/.test(await log()));
    await page.evaluate(() => document.querySelector("tautline-lesson").tell("answers"));
    await pause(200);
    assert.doesNotMatch(await log(), /answer|chest|result/i);
  }),
);

long(
  "A page whose policy is strict and asks for trusted types has the element and the lesson",
  host("strict", async (page) => {
    assert.match(
      await page.locator("meta[http-equiv]").getAttribute("content"),
      /default-src 'none'.*require-trusted-types-for 'script'; trusted-types 'none'$/,
    );
    const { frame, box } = await start_lesson(page);
    const height = await content_height(frame);
    await until("the frame follows", async () => Math.abs((await box()).height - height) <= 1);
  }),
);

for (const [name, check] of [
  [
    "iframe",
    async (page, frame) => {
      assert.equal(
        await frame.evaluate(() => innerHeight < document.scrollingElement.scrollHeight),
        true,
        "it scrolls by itself",
      );
      assert.equal(await frame.evaluate(() => document.documentElement.classList.contains("flow")), false);
    },
  ],
  [
    "height",
    async (page, frame) => {
      const height = await content_height(frame);
      await until(
        "the frame follows",
        async () => Math.abs((await (await page.$("#lesson")).boundingBox()).height - height) <= 2.5,
      );
    },
  ],
  [
    "pym",
    async (page, frame) => {
      const height = await content_height(frame);
      await until(
        "pym follows",
        async () => Math.abs((await (await page.$("#lesson iframe")).boundingBox()).height - height) <= 2.5,
      );
    },
  ],
  ["oembed", async (page, frame) => assert.equal(await frame.evaluate(() => window.origin), "null")],
]) {
  (name === "pym" ? test : long)(
    `The gallery's ${name} page shows the lesson`,
    host(name, async (page) => {
      const frame = await until("the frame", () => lesson_frames(page)[0]);
      await ready(frame);
      await check(page, frame);
      await press(frame, "dot/take");
      await press(frame, "chapter/next");
    }),
  );
}

// A page of ours on another origin, made for one test.
async function other_host(html, run, { headers = {}, origins = [] } = {}) {
  const server = createServer((request, response) =>
    response
      .writeHead(request.url === "/" ? 200 : 404, { "Content-Type": "text/html; charset=utf-8", ...headers })
      .end(
        `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>A host</title>${html}</html>`,
      ),
  );
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const address = `http://127.0.0.1:${server.address().port}/`;
  const visitor = await Visitor.open(world.browser, { address, ready: false });
  try {
    await run(visitor.page, visitor, address);
    await no_complaints(visitor, embed.url, address, ...origins);
  } finally {
    await visitor.context.close();
    server.close();
    server.closeAllConnections();
  }
}

test("The element from another origin, held to its digest, under that host's strict header", async () => {
  const origin = embed.url.replace(/\/$/, "");
  await other_host(
    `<script src="${embed.url}${pinned.script}" integrity="${pinned.integrity}" crossorigin="anonymous" defer></script>
    <tautline-lesson chapter="feel"><a href="#">A link</a></tautline-lesson>`,
    async (page) => {
      const { frame, box } = await start_lesson(page);
      const height = await content_height(frame);
      await until("the frame follows", async () => Math.abs((await box()).height - height) <= 1);
    },
    {
      headers: {
        "Content-Security-Policy": `default-src 'none'; script-src ${origin}; frame-src ${origin}; img-src data:; require-trusted-types-for 'script'; trusted-types 'none'`,
      },
    },
  );
});

const framed = (more) =>
  `<iframe id="lesson" sandbox="allow-scripts" title="x" width="390" height="700" src="${embed.url}${pinned.folder}/tautline.html?mode=embed${more}"></iframe>`;
// Everything that the frame says, kept by a script of the host's that stands there before it.
const listening = async (page) => {
  await page.evaluate(() => {
    window.said = [];
    window.addEventListener("message", ({ data }) => window.said.push(data));
  });
  const frame = await until("the frame", () => lesson_frames(page)[0]);
  await ready(frame);
  return frame;
};
const tell = (page, message) =>
  page.evaluate((data) => document.querySelector("#lesson").contentWindow.postMessage(data, "*"), message);

// Says hello and waits for the answer: messages and keys go different ways, and may pass each other.
async function greet(page) {
  const answers = () => page.evaluate(() => window.said.filter(({ type }) => type === "ready").length);
  const before = await answers();
  await tell(page, { target: "tautline", v: 1, type: "hello" });
  await until("an answer to hello", async () => (await answers()) > before);
  await pause(100);
}

test("Nothing that a host hears tells what somebody answers: two people who answer otherwise send the same, message for message", async () => {
  const streams = [];
  for (const answer of ["yes", "no"]) {
    await other_host(framed("&height=content"), async (page) => {
      const frame = await listening(page);
      // What was said before the first question may have come before this host listened, or after.
      await greet(page);
      await until("its first height", () => page.evaluate(() => window.said.some(({ type }) => type === "height")));
      await pause(300);
      await page.evaluate(() => {
        window.said = [];
      });
      await greet(page);
      await press(frame, "home/check");
      await press(frame, "check/next");
      assert.equal(await title(frame), word(`page.${pages[0].id}.title`));
      const before = await content_height(frame);
      await press(frame, `check/chest-pain/${answer}`);
      assert.equal(
        await frame.evaluate(
          (key) => document.querySelector(`[data-key="${key}"] input`).checked,
          `check/chest-pain/${answer}`,
        ),
        true,
      );
      if (answer === "yes") assert.notEqual(await content_height(frame), before, "the page itself did grow");
      await greet(page);
      await tell(page, { target: "tautline", v: 1, type: "goto", screen: "result" });
      await greet(page);
      await pause(300);
      streams.push(JSON.stringify(await page.evaluate(() => window.said)));
    });
  }
  assert.equal(streams[0], streams[1]);
  const last = JSON.parse(streams[0])
    .filter(({ type }) => type === "height")
    .pop();
  assert.equal(last.height, 720);
  assert.doesNotMatch(streams[0], /check|result|answer/);
});

test("A lesson that was made for one host speaks with no other", async () => {
  await other_host(framed("&host=https://clinic.example"), async (page) => {
    const frame = await listening(page);
    await tell(page, { target: "tautline", v: 1, type: "goto", screen: "alarm" });
    await pause(400);
    assert.equal(await title(frame), word("home.title"));
    assert.deepEqual(await page.evaluate(() => window.said), []);
  });
});

// The neighbour has the host's own origin, so only its window tells it from the host.
test("Only the window that holds it is heard", async () => {
  await other_host(`${framed("")}<iframe id="neighbour" title="y" srcdoc="<p>y</p>"></iframe>`, async (page) => {
    const frame = await listening(page);
    const neighbour = await (await page.$("#neighbour")).contentFrame();
    await neighbour.evaluate(() =>
      parent.frames[0].postMessage({ target: "tautline", v: 1, type: "goto", screen: "alarm" }, "*"),
    );
    await pause(300);
    assert.equal(await title(frame), word("home.title"));
    await tell(page, { target: "tautline", v: 1, type: "goto", screen: "alarm" });
    await until("its host is heard", async () => (await title(frame)) === word("chapter.alarm.title"));
  });
});

test("Hostile messages change nothing and break nothing", async () => {
  await other_host(framed("&height=content"), async (page, visitor) => {
    const frame = await listening(page);
    const before = await frame.evaluate(() => document.querySelector("#screen").innerHTML);
    await page.evaluate(() => {
      const { contentWindow } = document.querySelector("#lesson");
      const markup = "<img src=x onerror=\"document.title='broken'\">";
      const values = [
        null,
        0,
        "",
        "tautline",
        markup,
        "x".repeat(3_000_000),
        new Uint8Array(1_000_000),
        [],
        {},
        new Map([[{}, 1]]),
        new Date(),
        new Blob(["x"]),
      ];
      const circle = {};
      circle.self = circle;
      for (const value of [...values, circle]) {
        contentWindow.postMessage(value, "*");
        for (const name of ["type", "screen", "language", "theme"]) {
          for (const type of ["goto", "language", "theme", "other"])
            contentWindow.postMessage({ target: "tautline", v: 1, type, [name]: value }, "*");
        }
      }
    });
    await pause(500);
    assert.equal(await frame.evaluate(() => document.querySelector("#screen").innerHTML), before);
    assert.notEqual(await frame.title(), "broken");
    const said = await page.evaluate(() => window.said.filter(({ type }) => type === "error"));
    assert.ok(said.length > 0 && said.every(({ code }) => code === "refused"));
    await tell(page, { target: "tautline", v: 1, type: "goto", screen: "alarm" });
    await until("it still obeys", async () => (await title(frame)) === word("chapter.alarm.title"));
    assert.deepEqual(visitor.errors, []);
  });
});

// wp_filter_oembed_result and wp_kses of WordPress 4.4 and later, for a provider that it does not know.
function wordpress(html, secret) {
  const found = /(<blockquote>.*?<\/blockquote>)?.*(<iframe.*?><\/iframe>)/s.exec(html);
  assert.ok(found, "WordPress finds an iframe");
  const kept = ["src", "width", "height", "frameborder", "marginwidth", "marginheight", "scrolling", "title"];
  const tag = [...found[2].matchAll(/([a-z-]+)="([^"]*)"/g)]
    .filter(([, name]) => kept.includes(name))
    .map(([, name, value]) =>
      name === "src" ? `src="${value}#?secret=${secret}" data-secret="${secret}"` : `${name}="${value}"`,
    )
    .join(" ");
  return `<iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted" ${tag}></iframe>`;
}

test("oEmbed: a share page's answer, as WordPress finds and filters it, shows the lesson and says its height in WordPress's way", async () => {
  const place = mkdtempSync(join(tmpdir(), "tautline-oembed-"));
  try {
    cpSync(folder, place, { recursive: true });
    const site = await serve_site(place, { policy: false });
    try {
      execFileSync(`${root}build-scripts/oembed`, [site.url, place]);
      const share = await (await fetch(`${site.url}oembed/alarm.html`)).text();
      const link = /<link rel="alternate" type="application\/json\+oembed" href="([^"]*)"/.exec(share)[1];
      const answer = await (await fetch(link)).json();
      assert.equal(answer.version, "1.0");
      assert.equal(answer.type, "rich");
      for (const name of ["width", "height"]) assert.equal(typeof answer[name], "number");
      assert.match(answer.html, /^<iframe [^>]*><\/iframe>$/, "the frame is outermost");
      await other_host(
        `<script>said = []; addEventListener("message", ({ data }) => said.push(data));</script>${wordpress(answer.html, "s3cr3tAb12")}`,
        async (page) => {
          const frame = await until("the frame", () => lesson_frames(page)[0]);
          await ready(frame);
          assert.equal(await title(frame), word("chapter.alarm.title"));
          const height = await until("WordPress's message", () =>
            page.evaluate(() => said.find((data) => data.message === "height")),
          );
          assert.deepEqual([height.secret, typeof height.value], ["s3cr3tAb12", "number"]);
        },
        { origins: [site.url] },
      );
    } finally {
      await site.close();
    }
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
});

test("The npm package in a fresh project: it installs without a network, its types hold, and an import brings the lesson", async () => {
  const project = mkdtempSync(join(tmpdir(), "tautline-npm-"));
  try {
    writeFileSync(join(project, "package.json"), JSON.stringify({ name: "fresh", private: true, type: "module" }));
    execFileSync(
      "npm",
      ["install", "--offline", "--no-audit", "--no-fund", `${folder}/tautline-lesson-${pinned.version}.tgz`],
      { cwd: project, stdio: ["ignore", "pipe", "pipe"] },
    );
    execFileSync(
      process.execPath,
      [
        "-e",
        "import('tautline-lesson').then(({ TautlineLesson }) => { if (typeof TautlineLesson !== 'function') process.exit(1); })",
      ],
      { cwd: project },
    );
    writeFileSync(
      join(project, "use.ts"),
      `import { TautlineLesson, type LessonMessage } from 'tautline-lesson';
const lesson: TautlineLesson = document.createElement('tautline-lesson');
lesson.chapter = 'alarm';
lesson.addEventListener('tautline-progress', ({ detail }) => console.log(detail.share.toFixed(2), detail.chapters.feel === 'done'));
const read = (message: LessonMessage) => (message.type === 'height' ? message.height : 0);
// @ts-expect-error: no such chapter
lesson.chapter = 'brain';
console.log(read);
`,
    );
    const check = [
      "--noEmit",
      "--strict",
      "--module",
      "esnext",
      "--moduleResolution",
      "bundler",
      "--target",
      "es2022",
      "--lib",
      "es2022,dom",
      "use.ts",
    ];
    execFileSync(`${root}node_modules/.bin/tsc`, check, { cwd: project, encoding: "utf8" });
    writeFileSync(
      join(project, "index.html"),
      `<!doctype html><html lang="en"><title>Fresh</title><link rel="icon" href="data:,">
<script type="importmap">{"imports": {"tautline-lesson": "./node_modules/tautline-lesson/tautline-lesson.mjs"}}</script>
<script type="module">import "tautline-lesson";</script><tautline-lesson chapter="alarm"><a href="#">A link</a></tautline-lesson></html>`,
    );
    const site = await serve_site(project, { policy: false });
    try {
      const visitor = await Visitor.open(world.browser, { address: site.url, ready: false });
      await visitor.page.waitForFunction(() => customElements.get("tautline-lesson"));
      const { frame } = await start_lesson(visitor.page);
      assert.equal(await title(frame), word("chapter.alarm.title"));
      await no_complaints(visitor, site.url);
      await visitor.context.close();
    } finally {
      await site.close();
    }
  } finally {
    rmSync(project, { recursive: true, force: true });
  }
});

test("The folder in a frame fetches what it needs for that and nothing else, and speaks the same", async () => {
  await other_host(
    // It listens before there is a frame: a quick one says its height before the test could.
    `<script>said = []; addEventListener("message", ({ data }) => said.push(data));</script>
    <iframe id="lesson" sandbox="allow-scripts" title="x" width="390" height="700" src="${world.site.url}?mode=embed&amp;height=content&amp;screen=alarm"></iframe>`,
    async (page, visitor) => {
      const frame = await until("the frame", () => page.frames().find((one) => one.url().startsWith(world.site.url)));
      await ready(frame);
      // As it is by then: it grows once more when the later words come.
      await until("its height", async () =>
        page.evaluate(
          (px) => window.said.some(({ type, height: said }) => type === "height" && said === px),
          await content_height(frame),
        ),
      );
      assert.ok(visitor.requests.some((url) => /\/build-[0-9a-f]{10}\/embed\.js$/.test(url)));
      visitor.requests = visitor.requests.filter((url) => !url.startsWith(world.site.url));
    },
  );
});
