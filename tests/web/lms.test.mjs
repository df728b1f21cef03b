// The packages for learning platforms, each in a runtime of somebody else's: scorm-again, h5p-standalone, and for cmi5 a
// record store of a test's own that holds the library's statements to the profile's order.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { unzipSync } from "fflate";

import { chapters, root, word } from "./support/content.mjs";
import { serve_memory } from "./support/memory_server.mjs";
import { start, Visitor } from "./support/visitor.mjs";

const unzip = (name) =>
  new Map(
    Object.entries(unzipSync(readFileSync(`${root}dist/lms/${name}`))).map(([path, bytes]) => [
      path,
      Buffer.from(bytes),
    ]),
  );
const module_file = (path) => readFileSync(`${root}node_modules/${path}`);

let world;
before(async () => {
  world = await start({ ignoreDefaultArgs: ["--disable-back-forward-cache"] });
});
after(async () => {
  await world?.stop();
});

const ready = (frame) =>
  frame.waitForFunction(() => document.documentElement.dataset.tautline === "ready", null, { timeout: 40_000 });
const title = (frame) => frame.evaluate(() => document.querySelector('[data-key="title"]').textContent);
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

async function until(what, wanted) {
  for (let i = 0; i < 300; ++i) {
    const value = await wanted();
    if (value) return value;
    await pause(50);
  }
  throw new Error(`it does not come: ${what}`);
}

// One page of a platform with the lesson somewhere in it. Everything that is asked for comes from the platform's server.
async function platform(files, run, { answer, path = "", expected_errors = [] } = {}) {
  const server = await serve_memory(files, answer);
  const visitor = await Visitor.open(world.browser, { address: server.url, query: path, ready: false });
  try {
    const frame = await until("the lesson", async () => {
      for (const one of visitor.page.frames())
        if (await one.evaluate(() => document.querySelector("#stage") !== null).catch(() => false)) return one;
      return undefined;
    });
    await ready(frame);
    assert.equal(await frame.evaluate(() => window.origin), "null", "the lesson is sandboxed from the platform");
    await run({ page: visitor.page, frame, visitor, url: server.url });
    assert.deepEqual(
      visitor.errors.filter((text) => !expected_errors.some((pattern) => pattern.test(text))),
      [],
    );
    for (const url of visitor.requests) assert.ok(url.startsWith(server.url) || /^(data|about|blob):/.test(url), url);
    // A frame of a page that the browser kept and showed again may answer the driver nothing, for ever.
    for (const one of visitor.page.frames())
      assert.deepEqual(
        await Promise.race([
          one.evaluate(() => window.seen?.violations ?? []).catch(() => []),
          pause(3000).then(() => []),
        ]),
        [],
      );
  } finally {
    await visitor.context.close();
    await server.close();
  }
}

const press = (frame, key) =>
  frame.evaluate(async (name) => {
    const element = document.querySelector(`[data-key="${name}"]`);
    (element.querySelector("input") ?? element).click();
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
  }, key);

// A person who does a chapter, and on the way answers something that no platform may ever hear of.
async function answer_something(frame, go) {
  await go("check");
  await until("the self-check", async () => (await title(frame)) === word("check.intro.title"));
  await press(frame, "check/next");
  await press(frame, "check/chest-pain/yes");
}
async function do_chapter(frame, chapter, go) {
  await go(chapter);
  await until(chapter, async () => (await title(frame)) === word(`chapter.${chapter}.title`));
  if (chapter === "feel") await frame.evaluate(() => document.querySelector('[data-key^="place/"]').click());
  else if (chapter === "patterns") {
    for (let i = 0; i < 60; ++i) {
      const more = await frame.evaluate(() => {
        document.querySelector('[data-key^="sort/tray/"]')?.click();
        const next = document.querySelector('[data-key="sort/next"]');
        if (!next) return false;
        next.click();
        return true;
      });
      await pause(60);
      if (!more) break;
    }
  } else for (const key of ["dot/run", "card/run/play", "card/next"]) await press(frame, key);
}

const never = /chest|answer|check|emergency|response/i;

for (const [version, file, manifest_type] of [
  ["1.2", "tautline-scorm12.zip", "adlcp:scormtype"],
  ["2004", "tautline-scorm2004.zip", "adlcp:scormType"],
]) {
  const v12 = version === "1.2";
  test(`SCORM ${version}: scorm-again runs the package; chapters are kept, all six complete it, and no limit is passed`, async () => {
    const files = unzip(file);
    const manifest = files.get("imsmanifest.xml").toString();
    assert.match(manifest, new RegExp(`${manifest_type}="sco" href="index.html"`));
    for (const path of files.keys())
      if (path !== "imsmanifest.xml")
        assert.ok(manifest.includes(`<file href="${path}"/>`), `${path} is named in the manifest`);
    files.set("scorm-again.js", module_file(`scorm-again/dist/${v12 ? "scorm12" : "scorm2004"}.min.js`));
    files.set(
      "platform.html",
      Buffer.from(`<!doctype html><html lang="en"><title>A platform</title><link rel="icon" href="data:,"><script src="scorm-again.js"></script><script>
      const api = ${v12 ? "window.API = new Scorm12API({ autocommit: false })" : "window.API_1484_11 = new Scorm2004API({ autocommit: false })"};
      window.calls = [];
      for (const name of ${JSON.stringify(v12 ? ["LMSInitialize", "LMSSetValue", "LMSFinish"] : ["Initialize", "SetValue", "Terminate"])}) {
        const real = api[name].bind(api);
        api[name] = (...values) => { const answered = real(...values); window.calls.push([name, ...values, String(answered)]); return answered; };
      }
      </script><iframe id="course" title="Course" width="900" height="700" src="index.html"></iframe></html>`),
    );
    const limits = v12
      ? { "cmi.suspend_data": 4096, "cmi.core.lesson_location": 255 }
      : { "cmi.suspend_data": 64_000, "cmi.location": 1000 };
    await platform(new Map([...files, ["", files.get("platform.html")]]), async ({ page, frame }) => {
      const course = page.frames().find((one) => one.url().endsWith("/index.html"));
      const go = (chapter) => course.evaluate((name) => document.querySelector("tautline-lesson").goto(name), chapter);
      const value = (name) =>
        page.evaluate((key) => (window.API ? window.API.LMSGetValue(key) : window.API_1484_11.GetValue(key)), name);
      assert.equal(await value(v12 ? "cmi.core.lesson_status" : "cmi.completion_status"), "incomplete");
      await answer_something(frame, go);
      for (const [i, chapter] of chapters.entries()) {
        await do_chapter(frame, chapter, go);
        await until(
          `${chapter} is kept`,
          async () => JSON.parse((await value("cmi.suspend_data")) || "{}").chapters?.[chapter] === "done",
        );
        if (i < 5) assert.equal(await value(v12 ? "cmi.core.lesson_status" : "cmi.completion_status"), "incomplete");
      }
      await until(
        "completed",
        async () => (await value(v12 ? "cmi.core.lesson_status" : "cmi.completion_status")) === "completed",
      );
      if (!v12) assert.equal(Number(await value("cmi.progress_measure")), 1);
      await page.evaluate(() => {
        document.querySelector("#course").src = "about:blank";
      });
      await until("the end is said", () =>
        page.evaluate(() => window.calls.some(([name]) => /Finish|Terminate/.test(name))),
      );
      const calls = await page.evaluate(() => window.calls);
      assert.match(calls[0][0], /Initialize/);
      assert.match(calls.at(-1)[0], /Finish|Terminate/);
      for (const call of calls) {
        assert.equal(call.at(-1), "true", `accepted: ${call.join(" ")}`);
        assert.doesNotMatch(call.slice(1).join(" "), never);
        if (limits[call[1]]) assert.ok(call[2].length <= limits[call[1]], call[1]);
      }
    });
  });
}

test("Without a platform, and with one that refuses, the lesson works and says that nothing is kept", async () => {
  const files = unzip("tautline-scorm12.zip");
  await platform(
    new Map([...files, ["", files.get("index.html")]]),
    async ({ page, frame }) => {
      assert.equal(await page.locator("body > p").textContent(), word("course.alone"));
      assert.equal(await title(frame), word("chapter.alarm.title"));
    },
    { path: "chapter=alarm" },
  );
});

// What a platform, a portal or a cache may give out in the place of the course's own files.
const portal = Buffer.from("<!doctype html><title>Sign in</title>");
const wrongs = Object.entries({
  html: () => portal,
  "not found": () => undefined,
  cut: (bytes) => bytes.subarray(0, bytes.length * 0.7),
  empty: () => Buffer.alloc(0),
});
const courses = ["tautline-scorm12.zip", "tautline-cmi5.zip", "tautline-scorm2004.zip"];
wrongs.forEach(([name, wrong], i) => {
  for (const file of process.env.TAUTLINE_FULL ? courses : courses.slice(i, i < 2 ? i + 1 : i))
    test(`A course whose script is wrong (${name}) says so, opens the lesson by itself, and begins when the script is there again; ${file}`, async () => {
      const files = unzip(file);
      const good = files.get("course.js"),
        bad = wrong(good);
      const set = (bytes) => (bytes ? files.set("course.js", bytes) : files.delete("course.js"));
      set(bad);
      const server = await serve_memory(files);
      const page = await world.browser.newPage();
      try {
        await page.goto(`${server.url}index.html?chapter=alarm`);
        const told = page.locator("#unstarted");
        assert.equal(await told.isVisible(), false, "not at once");
        await told.evaluate((element) => element.getAnimations().forEach((animation) => animation.finish()));
        assert.equal(await told.isVisible(), true);
        assert.ok((await told.innerText()).startsWith(word("course.failed")));
        await told.getByText(word("course.by_itself")).click();
        await ready(page);
        await page.goto(`${server.url}index.html?chapter=alarm`);
        set(good);
        await told.evaluate((element) => element.getAnimations().forEach((animation) => animation.finish()));
        await told.getByText(word("course.again")).click();
        const frame = await until("the lesson", () => page.frames()[1]);
        await ready(frame);
        assert.equal(await title(frame), word("chapter.alarm.title"));
        assert.equal(await page.locator("#unstarted").count(), 0);
      } finally {
        await page.close();
        await server.close();
      }
    });
});

test("A course whose style sheet is wrong shows its lesson all the same", async () => {
  const files = unzip("tautline-scorm12.zip");
  files.set("course.css", portal);
  await platform(
    new Map([...files, ["", files.get("index.html")]]),
    async ({ page, frame }) => {
      assert.equal(await title(frame), word("home.title"));
      assert.ok((await page.locator("tautline-lesson").boundingBox()).height > 300);
    },
    { expected_errors: [/MIME type/] },
  );
});

// A record store and the platform that launches: one registration, of which every session has a token of its own.
function record_store({ wait = () => undefined } = {}) {
  const actor = { objectType: "Agent", account: { homePage: "https://platform.example", name: "someone" } };
  const registration = "0c1d7d3a-5d39-4a80-9c1b-3a9a5b1f2a77";
  const session = "https://w3id.org/xapi/cmi5/context/extensions/sessionid";
  const statements = [],
    states = new Map(),
    wrong = [];
  const tokens = new Set();
  const body_of = async (request) => {
    let text = "";
    for await (const part of request) text += part;
    return text;
  };
  const answer = async (request, response, url) => {
    const json = (value, code = 200) =>
      response.writeHead(code, { "Content-Type": "application/json" }).end(JSON.stringify(value));
    if (url.pathname === "/fetch") {
      if (request.method !== "POST") wrong.push(`fetch by ${request.method}`);
      const token = url.searchParams.get("session") ?? "";
      if (tokens.has(token)) json({ "error-code": "1", "error-text": "the token was given out" });
      else json({ "auth-token": "dGVzdDp0ZXN0" });
      tokens.add(token);
      return true;
    }
    if (!url.pathname.startsWith("/xapi/")) return false;
    if (request.headers.authorization !== "Basic dGVzdDp0ZXN0") {
      if (url.searchParams.get("stateId") !== "LMS.LaunchData") wrong.push(`${url.pathname} without the token`);
      json({}, 401);
      return true;
    }
    if (!/^1\.0\.\d$/.test(request.headers["x-experience-api-version"] ?? ""))
      wrong.push(`${url.pathname} without a version`);
    const name = url.pathname.slice(6);
    if (name === "statements" && request.method === "GET") {
      const found = statements.find(({ id }) => id === url.searchParams.get("statementId"));
      found ? json(found) : json({}, 404);
    } else if (name === "statements") {
      const told = JSON.parse(await body_of(request));
      await wait([told].flat());
      // The same statement again is none.
      statements.push(...[told].flat().filter(({ id }) => !statements.some((one) => one.id === id)));
      json([told].flat().map(({ id }) => id));
    } else if (name === "activities/state" && url.searchParams.get("stateId") === "LMS.LaunchData") {
      json({
        launchMode: "Normal",
        returnURL: `http://${request.headers.host}/after`,
        contextTemplate: {
          extensions: { [session]: "s1" },
          contextActivities: { grouping: [{ id: "https://platform.example/course" }] },
        },
      });
    } else if (name === "activities/state") {
      const key = url.searchParams.get("stateId");
      if (request.method === "GET") states.has(key) ? json(states.get(key)) : json({}, 404);
      else {
        states.set(key, JSON.parse(await body_of(request)));
        response.writeHead(204).end();
      }
    } else if (name === "agents/profile") json({ languagePreference: "en" });
    else {
      wrong.push(url.pathname);
      json({}, 404);
    }
    return true;
  };
  return { answer, statements, states, wrong, actor, registration, session };
}
// The driver loses its way in a page that the browser kept: such a page tells the server itself what it says.
// Only while it is shown: what a page that has gone asks for fails.
const tells = `let telling;addEventListener("pagehide",()=>clearInterval(telling));addEventListener("pageshow",()=>telling=setInterval(()=>{const line=document.querySelector("#course")?.contentDocument?.querySelector("body > p");fetch("/told",{method:"POST",body:JSON.stringify({notice:line&&!line.hidden?line.textContent:"",calls:window.calls})})},200));`;
const driver = [/Cannot redefine property: seen/];
function listener(answer = () => false) {
  const told = [];
  return {
    told,
    async answer(request, response, url) {
      if (url.pathname !== "/told") return answer(request, response, url);
      let text = "";
      for await (const part of request) text += part;
      told.push(JSON.parse(text));
      response.writeHead(204).end();
      return true;
    },
  };
}
const launch_page = ({ actor, registration }, number = 1) =>
  `<!doctype html><html lang="en"><title>A platform</title><link rel="icon" href="data:,"><script>${tells}addEventListener("DOMContentLoaded",()=>{const u=location.origin+"/";const q=new URLSearchParams({endpoint:u+"xapi/",fetch:u+"fetch?session=${number}",actor:${JSON.stringify("ACTOR")},registration:"${registration}",activityId:"https://platform.example/au/1"});const f=document.createElement("iframe");f.title="Course";f.width=900;f.height=700;f.id="course";f.src="index.html?"+q;document.body.append(f)})</script><body></body></html>`.replace(
    '"ACTOR"',
    JSON.stringify(JSON.stringify(actor)),
  );
function open_in(files, who) {
  for (const number of [1, 2]) files.set(number === 1 ? "" : String(number), Buffer.from(launch_page(who, number)));
  files.set(
    "after",
    Buffer.from('<!doctype html><html lang="en"><title>After</title><link rel="icon" href="data:,"><p>after'),
  );
}

const ways = {
  "the page goes away": (page) =>
    page.evaluate(() => {
      document.querySelector("#course").src = "about:blank";
    }),
  "somebody finishes": (page, course) => course.evaluate(() => document.querySelector("body > button").click()),
};
for (const [way, leave] of Object.entries(ways)) {
  (way === "the page goes away" || process.env.TAUTLINE_FULL ? test : () => {})(
    `cmi5: initialized first, progress, completed once, terminated last when ${way}, and nothing else is said or sent`,
    async () => {
      const files = unzip("tautline-cmi5.zip");
      const structure = files.get("cmi5.xml").toString();
      assert.match(structure, /<au id="https:[^"]*" launchMethod="AnyWindow" moveOn="Completed">/);
      assert.match(structure, /<url>index\.html<\/url>/);
      const { answer, statements, states, wrong, actor, registration, session } = record_store();
      open_in(files, { actor, registration });
      await platform(
        files,
        async ({ page, frame }) => {
          const course = page.frames().find((one) => one.url().includes("/index.html"));
          const go = (chapter) =>
            course.evaluate((name) => document.querySelector("tautline-lesson").goto(name), chapter);
          await answer_something(frame, go);
          for (const chapter of chapters) await do_chapter(frame, chapter, go);
          await until("completed", () => statements.some(({ verb }) => verb.id.endsWith("/completed")));
          await leave(page, course);
          await until("terminated", () => statements.some(({ verb }) => verb.id.endsWith("/terminated")));
          if (way === "somebody finishes")
            await until("the platform's own page", () => page.frames().find((one) => one.url().endsWith("/after")));
        },
        { answer, expected_errors: [/404/] },
      ); // a store that knows nothing of a person yet says so
      const verbs = statements.map(({ verb }) => verb.id.split("/").pop());
      assert.equal(verbs[0], "initialized");
      assert.equal(verbs.at(-1), "terminated");
      assert.equal(verbs.filter((verb) => verb === "completed").length, 1);
      assert.deepEqual([...new Set(verbs)].sort(), ["completed", "initialized", "progressed", "terminated"]);
      const progress = statements
        .filter(({ verb }) => verb.id.endsWith("progressed"))
        .map(({ result }) => Object.values(result.extensions)[0]);
      assert.deepEqual(progress, [17, 33, 50, 67, 83]);
      const categories = (statement) =>
        (statement.context.contextActivities.category ?? []).map(({ id }) => id.split("/").pop());
      for (const statement of statements) {
        const name = statement.verb.id.split("/").pop();
        assert.deepEqual(statement.actor, actor);
        assert.equal(statement.object.id, "https://platform.example/au/1");
        assert.equal(statement.context.registration, registration);
        assert.equal(statement.context.extensions[session], "s1", "the platform's own context goes along");
        assert.match(statement.id, /^[0-9a-f]{8}-[0-9a-f]{4}-[45][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        assert.ok(Date.parse(statement.timestamp) > 0);
        assert.equal(
          categories(statement).includes("cmi5"),
          name !== "progressed",
          `${name}: a statement that cmi5 defines, or only allows`,
        );
        assert.equal(categories(statement).includes("moveon"), name === "completed", name);
        if (["completed", "terminated"].includes(name)) assert.match(statement.result.duration, /^P/);
        assert.equal(statement.result?.score, undefined);
        assert.doesNotMatch(JSON.stringify({ ...statement, id: 0 }), never);
      }
      assert.deepEqual([...states.keys()], ["tautline"]);
      assert.deepEqual(
        Object.values(states.get("tautline").chapters),
        chapters.map(() => "done"),
      );
      assert.deepEqual(wrong, []);
    },
  );
}

const names_of = (statements) => statements.map(({ verb }) => verb.id.split("/").pop());

test("cmi5: a completion that is still on its way when the page goes is said once and before the end; a later session does not say it again, and a kept page that comes back says nothing", async () => {
  const files = unzip("tautline-cmi5.zip");
  let hold = Promise.resolve(),
    release = () => {};
  const { answer, statements, states, wrong, ...who } = record_store({
    wait: (told) => (names_of(told).includes("completed") && told.length === 1 ? hold : undefined),
  });
  open_in(files, who);
  const heard = listener(answer);
  await platform(
    files,
    async ({ page, frame, url }) => {
      const course = page.frames().find((one) => one.url().includes("/index.html"));
      const go = (chapter) => course.evaluate((name) => document.querySelector("tautline-lesson").goto(name), chapter);
      for (const chapter of chapters.slice(0, 5)) await do_chapter(frame, chapter, go);
      hold = new Promise((done) => {
        release = done;
      });
      await do_chapter(frame, chapters[5], go);
      await until("it is noted", () => states.get("tautline")?.completed);
      await pause(200);
      await page.goto(`${url}after`);
      await until("terminated", () => names_of(statements).includes("terminated"));
      release();
      await pause(200);
      assert.deepEqual(
        names_of(statements).filter((name) => name !== "progressed"),
        ["initialized", "completed", "terminated"],
      );
      const [completed] = statements.filter(({ verb }) => verb.id.endsWith("/completed"));
      assert.equal(completed.result.completion, true);
      assert.equal(states.get("tautline").completed, completed.id);
      // Back: the platform has heard the end, and gives no second token.
      await page.evaluate(() => {
        setTimeout(() => history.back());
      }); // a page that goes answers the driver no more
      await until("it says that nothing is kept", () => heard.told.at(-1)?.notice === word("course.refused"));
      assert.equal(names_of(statements).at(-1), "terminated");
      // Another session of the same registration, in a page of its own: the driver has lost its way in this one.
      const another = await page.context().newPage();
      await another.goto(`${url}2`);
      const again = await until("the lesson", async () => {
        for (const one of another.frames())
          if (await one.evaluate(() => document.querySelector("#stage") !== null).catch(() => false)) return one;
        return undefined;
      });
      await ready(again);
      const second = another.frames().find((one) => one.url().includes("/index.html"));
      const go_again = (chapter) =>
        second.evaluate((name) => document.querySelector("tautline-lesson").goto(name), chapter);
      await do_chapter(again, "alarm", go_again);
      await pause(300);
      await second.evaluate(() => {
        window.dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true }));
      });
      await until("the second end", () => names_of(statements).filter((name) => name === "terminated").length === 2);
      await do_chapter(again, "muscles", go_again);
      await pause(300);
      assert.equal(names_of(statements).filter((name) => name === "completed").length, 1, "once in a registration");
      assert.deepEqual(names_of(statements).slice(-2), ["initialized", "terminated"]);
    },
    { answer: heard.answer, expected_errors: [/404/, /401/, /opened another page: about:blank/, ...driver] },
  );
  assert.deepEqual(wrong, []);
});

test("SCORM: a platform's page that the browser kept and shows again says that nothing is kept; nothing is said after the end; and a platform that takes nothing is noticed", async () => {
  const files = unzip("tautline-scorm2004.zip");
  const heard = listener();
  files.set(
    "after",
    Buffer.from('<!doctype html><html lang="en"><title>After</title><link rel="icon" href="data:,"><p>after'),
  );
  files.set(
    "",
    Buffer.from(`<!doctype html><html lang="en"><title>A platform</title><link rel="icon" href="data:,"><script>
    ${tells} window.calls = []; let state = "new"; window.takes = true;
    const say = (name, ...values) => { window.calls.push([name, ...values]); };
    window.API_1484_11 = { Initialize(v) { say("Initialize", v); if (state !== "new") return "false"; state = "open"; return "true"; },
      GetValue: () => "", SetValue(...v) { say("SetValue", ...v); return String(state === "open" && window.takes); }, Commit: () => String(state === "open"),
      Terminate(v) { say("Terminate", v); state = "over"; return "true"; } };
    </script><iframe id="course" title="Course" width="900" height="700" src="index.html"></iframe></html>`),
  );
  await platform(
    files,
    async ({ page, frame, url }) => {
      const course = page.frames().find((one) => one.url().endsWith("/index.html"));
      const go = (chapter) => course.evaluate((name) => document.querySelector("tautline-lesson").goto(name), chapter);
      const notice = () =>
        page
          .evaluate(() => {
            const line = document.querySelector("#course")?.contentDocument?.querySelector("body > p");
            return line && !line.hidden ? line.textContent : "";
          })
          .catch(() => undefined);
      await do_chapter(frame, "alarm", go);
      assert.equal(await notice(), "");
      await page.evaluate(() => {
        window.takes = false;
      });
      await do_chapter(frame, "muscles", go);
      await until("it is told", async () => (await notice()) === word("course.refused"));
      await page.evaluate(() => {
        window.takes = true;
      });
      await do_chapter(frame, "cortisol", go);
      await until("and that it is well again", async () => (await notice()) === "");
      await page.goto(`${url}after`);
      heard.told.length = 0; // it said the same before, when the platform took nothing
      await page.evaluate(() => {
        setTimeout(() => history.back());
      }); // a page that goes answers the driver no more
      await until("it says so", () => heard.told.at(-1)?.notice === word("course.refused"));
      const names = heard.told.at(-1).calls.map(([name]) => name);
      assert.deepEqual(names.slice(names.indexOf("Terminate")), ["Terminate", "Initialize"]);
    },
    { answer: heard.answer, expected_errors: driver },
  );
});

// What H5P's own validator takes (h5p-php-library): types of files, and patterns of names and numbers.
test("H5P: the package holds only what H5P takes, and h5p-standalone shows it and hears how far somebody came", async () => {
  const files = unzip("tautline.h5p");
  const json = (path) => JSON.parse(files.get(path).toString());
  const {
    mainLibrary,
    preloadedDependencies: [depends],
    title: name,
    language,
    embedTypes,
  } = json("h5p.json");
  const folder = `${depends.machineName}-${depends.majorVersion}.${depends.minorVersion}`;
  assert.equal(mainLibrary, depends.machineName);
  assert.ok(name.length <= 255);
  assert.match(language, /^[-a-zA-Z]{1,10}$/);
  assert.deepEqual(embedTypes, ["iframe"]);
  const content_types =
    /\.(json|png|jpe?g|gif|bmp|tiff?|eot|ttf|woff2?|otf|webm|mp4|og[gv]|mp3|m4a|wav|txt|pdf|rtf|docx?|xlsx?|pptx?|odt|ods|odp|csv|diff|patch|swf|md|textile|vtt|webvtt|gltf|glb)$/;
  for (const path of files.keys()) {
    if (path.startsWith("content/") || path === "h5p.json") assert.match(path, content_types);
    else {
      assert.ok(path.startsWith(`${folder}/`), path);
      assert.ok(content_types.test(path) || /\.(js|css|svg|xml)$/.test(path), path);
    }
  }
  const library = json(`${folder}/library.json`);
  assert.match(library.machineName, /^[\w0-9\-.]{1,255}$/i);
  assert.ok(
    library.preloadedJs.every(({ path }) => /^[a-z_\-\s0-9.]+\.js$/i.test(path) && files.has(`${folder}/${path}`)),
  );
  for (const field of ["majorVersion", "minorVersion", "patchVersion"])
    assert.ok(Number.isInteger(library[field]) && library[field] < 100_000);
  // What an author can choose in H5P's editor. Where nobody did, the reader's device says where it is.
  const chosen = Object.fromEntries(
    json(`${folder}/semantics.json`).map(({ name: field, options }) => [field, options.map(({ value }) => value)]),
  );
  assert.deepEqual(Object.keys(chosen), ["chapter", "language", "region", "theme"]);
  assert.ok(chosen.region.includes("KE"));
  files.set("content/content.json", Buffer.from(JSON.stringify({ region: "KE" })));
  const player = new Map([...files].map(([path, bytes]) => [`h5p/${path}`, bytes]));
  for (const path of ["main.bundle.js", "frame.bundle.js", "styles/h5p.css"])
    player.set(`player/${path}`, module_file(`h5p-standalone/dist/${path}`));
  player.set(
    "",
    Buffer.from(`<!doctype html><html lang="en"><title>A platform</title><link rel="icon" href="data:,"><div id="place"></div><script src="player/main.bundle.js"></script><script>
    window.heard = [];
    new H5PStandalone.H5P(document.querySelector("#place"), { h5pJsonPath: "/h5p", frameJs: "/player/frame.bundle.js", frameCss: "/player/styles/h5p.css" })
      .then(() => H5P.externalDispatcher.on("xAPI", ({ data }) => window.heard.push(data.statement)));</script></html>`),
  );
  const server = await serve_memory(player);
  const visitor = await Visitor.open(world.browser, { address: server.url, ready: false });
  try {
    const start_button = await until("the button", async () => {
      for (const one of visitor.page.frames())
        if (
          await one
            .locator("tautline-lesson button")
            .count()
            .catch(() => 0)
        )
          return one.locator("tautline-lesson button");
      return undefined;
    });
    await start_button.click();
    const frame = await until("the lesson", async () => {
      for (const one of visitor.page.frames())
        if (await one.evaluate(() => document.querySelector("#stage") !== null).catch(() => false)) return one;
      return undefined;
    });
    await ready(frame);
    assert.equal(await frame.evaluate(() => window.origin), "null");
    assert.match(await frame.locator('[data-key="footer/unsafe/call"]').textContent(), /999.*Kenya/);
    const outer = frame.parentFrame();
    const go = (chapter) => outer.evaluate((which) => document.querySelector("tautline-lesson").goto(which), chapter);
    await until("attempted", () =>
      visitor.page.evaluate(() => window.heard.some(({ verb }) => verb.id.endsWith("/attempted"))),
    );
    const height = await frame.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
    await until("H5P's own frame follows", () =>
      visitor.page.evaluate((px) => document.querySelector("iframe").getBoundingClientRect().height >= px, height),
    );
    await answer_something(frame, go);
    for (const chapter of chapters) await do_chapter(frame, chapter, go);
    await until("completed", () =>
      visitor.page.evaluate(() => window.heard.some(({ verb }) => verb.id.endsWith("/completed"))),
    );
    const heard = await visitor.page.evaluate(() => window.heard);
    // One chapter a day: H5P keeps what it is given, and gives it back.
    const kept = await outer.evaluate(() => window.H5P.instances[0].getCurrentState());
    assert.deepEqual(kept.chapters, Object.fromEntries(chapters.map((chapter) => [chapter, "done"])));
    const days = await outer.evaluate((all) => {
      const verbs = [];
      let state;
      for (const chapter of all) {
        const place = document.createElement("div");
        const one = new window.H5P.Tautline({}, 1, { previousState: state });
        one.on("xAPI", ({ data }) => verbs.push(data.statement.verb.id.split("/").pop()));
        const before = one.getCurrentState();
        one.attach({ get: () => place });
        const tell = (name) =>
          place
            .querySelector("tautline-lesson")
            .dispatchEvent(
              new CustomEvent("tautline-progress", {
                detail: { chapter: name, state: "done", chapters: { [name]: "done" } },
              }),
            );
        tell(chapter);
        tell(chapter);
        verbs.push(`${one.getScore()} of ${one.getMaxScore()}`);
        if (JSON.stringify(before) !== JSON.stringify(state)) verbs.push("another state than was given");
        state = one.getCurrentState();
      }
      return verbs;
    }, chapters);
    assert.deepEqual(days, [
      ...chapters.flatMap((_, i) => ["progressed", ...(i === 5 ? ["completed"] : []), `${i + 1} of 6`]),
    ]);
    assert.equal(
      await outer.evaluate(() => new window.H5P.Tautline({}, 1, {}).getCurrentState()),
      undefined,
      "nothing done is no state",
    );
    for (const strange of [null, [], "x", 5, { v: 2 }, { v: 1, chapters: 5 }, { v: 1, chapters: { alarm: "<b>" } }])
      assert.equal(
        await outer.evaluate((state) => new window.H5P.Tautline({}, 1, { previousState: state }).getScore(), strange),
        0,
      );
    const scores = heard.filter(({ verb }) => verb.id.endsWith("/progressed")).map(({ result }) => result.score.raw);
    assert.deepEqual(scores, [1, 2, 3, 4, 5, 6]);
    const [completed] = heard.filter(({ verb }) => verb.id.endsWith("/completed"));
    assert.deepEqual(
      [completed.result.score.raw, completed.result.score.max, completed.result.completion],
      [6, 6, true],
    );
    for (const statement of heard) assert.doesNotMatch(JSON.stringify(statement), never);
    for (const url of visitor.requests) assert.ok(url.startsWith(server.url) || /^(data|about|blob):/.test(url), url);
    assert.deepEqual(visitor.errors, []);
  } finally {
    await visitor.context.close();
    await server.close();
  }
});
