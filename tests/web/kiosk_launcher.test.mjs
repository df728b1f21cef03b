// The kiosk's launcher as it ships: with a window on an X screen, where it finds a browser that lives, hangs, is killed or
// refuses to start. Where Chromium itself is not the question, a few lines of shell stand in for it.
// Mostly waits: for silences, and for tries that come later and later.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { chromium } from "playwright-core";

import { find_chromium } from "../../build-scripts/lib/browser.mjs";
import { root, word } from "./support/content.mjs";
import { open_screen } from "./support/screen.mjs";

const folder = process.env.TAUTLINE_KIOSK ?? `${root}dist/kiosk`;
const pause = (ms) => new Promise((done) => setTimeout(done, ms));
const free_port = () =>
  new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
async function until(what, wanted, ms = 30_000) {
  for (const from = performance.now(); performance.now() - from < ms; await pause(100)) {
    const value = await wanted();
    if (value) return value;
  }
  throw new Error(`it does not come: ${typeof what === "function" ? what() : what}`);
}

let work, screen;
before(async () => {
  work = mkdtempSync(join(tmpdir(), "tautline-launcher-"));
  screen = await open_screen();
});
after(async () => {
  await screen?.close();
  rmSync(work, { recursive: true, force: true });
});

let count = 0;
const own_folder = () => {
  const path = join(work, String(++count));
  mkdirSync(path);
  return path;
};
// A program that stands in for Chromium: "$@" are the launcher's own flags. What it notes stands in `notes`.
function stand_in(lines) {
  const place = own_folder();
  const path = join(place, "browser");
  writeFileSync(
    path,
    `#!/bin/sh\nnotes='${place}/notes'\necho "start $(cut -d' ' -f1 /proc/uptime)" >>"$notes"\n${lines}\n`,
  );
  chmodSync(path, 0o755);
  writeFileSync(join(place, "notes"), "");
  return {
    path,
    place,
    starts: () => [...readFileSync(join(place, "notes"), "utf8").matchAll(/start (\S+)/g)].map(([, s]) => Number(s)),
    notes: () => readFileSync(join(place, "notes"), "utf8"),
  };
}
const beating = (presence = "attract") =>
  `while :; do echo "[1:1:0/0.1:INFO:CONSOLE:45] \\"tautline-heartbeat {\\"presence\\":\\"${presence}\\"}\\"" >&2; sleep 1; done`;

// Runs the launcher; `run` hears what it says. Whatever happens it ends, and leaves neither files nor processes nor a port.
async function launch(run, { browser, env = {}, args = [], kiosk = folder, ends = true, before = ":" } = {}) {
  const [port, runtime] = [await free_port(), own_folder()];
  const child = spawn("sh", ["-c", `${before}; exec "$0" "$@"`, join(kiosk, "tautline-kiosk"), ...args], {
    detached: true,
    stdio: ["ignore", "ignore", "pipe"],
    env: {
      PATH: process.env.PATH,
      HOME: runtime,
      DISPLAY: screen.display,
      XDG_RUNTIME_DIR: runtime,
      TAUTLINE_PORT: String(port),
      TAUTLINE_CHROMIUM: browser,
      ...env,
    },
  });
  let text = "";
  child.stderr.setEncoding("utf8").on("data", (part) => {
    text += part;
  });
  const exit = new Promise((done) => child.once("exit", (code) => done(code ?? "killed")));
  try {
    await run({
      child,
      port,
      runtime,
      exit,
      said: () => text,
      says: (pattern, ms) =>
        until(
          () => `${pattern} in: ${text}`,
          () => pattern.exec(text),
          ms,
        ),
    });
  } finally {
    child.kill("SIGTERM");
    const status = await Promise.race([exit, pause(10_000).then(() => "still there")]);
    if (status === "still there") process.kill(-child.pid, "SIGKILL");
    const left = readdirSync(runtime).filter((name) => name.startsWith("tautline"));
    const served = await fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false,
    );
    if (ends) assert.deepEqual({ status, left, served }, { status: 0, left: [], served: false }, text);
  }
}
const said_once = (env, args = []) =>
  spawnSync(join(folder, "tautline-kiosk"), args, {
    timeout: 10_000,
    encoding: "utf8",
    env: { PATH: process.env.PATH, TAUTLINE_CHROMIUM: "true", ...env },
  });

const plain_flags = "--no-sandbox --use-angle=swiftshader --enable-unsafe-swiftshader"; // the tests run as root, without a graphics card
async function shown(port, debug, said) {
  const address = `http://127.0.0.1:${port}/`;
  return until(
    () => `the kiosk; the launcher said: ${said()}`,
    async () => {
      const browser = await chromium.connectOverCDP(`http://127.0.0.1:${debug}`).catch(() => undefined);
      const page = browser
        ?.contexts()[0]
        ?.pages()
        .find((each) => each.url() === address);
      if (page && (await page.evaluate(() => document.documentElement.dataset.tautline === "ready").catch(() => false)))
        return { browser, page };
      await browser?.close().catch(() => {});
      return undefined;
    },
    60_000,
  );
}

describe("the launcher", { concurrency: true }, () => {
  // The long form lives in a window for five minutes; tests/web-full.
  const quiet_s = process.env.TAUTLINE_FULL ? 300 : 36;
  test(
    `A living page in Chromium's own window is left alone for ${quiet_s} s, three silences and more; one that hangs is started anew, and so is one that was killed`,
    { timeout: 600_000 },
    async () => {
      const debug = await free_port();
      await launch(
        async ({ port, runtime, said, says }) => {
          let { browser, page } = await shown(port, debug, said);
          // Chromium opens a small window first, and leaves one pixel free where no window manager is.
          await until(
            () => `a window that fills the screen: ${screen.windows()}`,
            () => /\(.*"Chromium"\)  10(79|80)x1(399|400)\+0\+0/.test(screen.windows()),
          );
          await page.waitForFunction(() => innerWidth >= 1079 && innerHeight >= 1399);
          const [profile] = readdirSync(runtime).filter((name) => name.startsWith("tautline-kiosk."));
          await page.locator("#kiosk-attract button").first().click();
          await page.waitForFunction(
            () => tautlineKiosk.idle.presence === "active" && document.querySelector('[data-key="home/check"]'),
          );
          const press = (key) =>
            page.evaluate(async (name) => {
              const element = document.querySelector(`[data-key="${name}"]`);
              (element.querySelector("input") ?? element).click();
              await new Promise((done) => setTimeout(done, 100));
            }, key);
          for (const key of ["home/check", "check/next", "check/chest-pain/yes"]) await press(key);
          await pause(quiet_s * 1000);
          assert.equal(said(), "", "nothing to say for so long");
          // What a browser keeps of a page by itself, in its profile, holds no answer.
          const found = spawnSync("grep", ["-rlaE", "chest-pain|check/1", join(runtime, profile)], {
            encoding: "utf8",
          });
          assert.equal(found.stdout, "");
          if (process.env.TAUTLINE_FULL) {
            const gone = new Promise((done) => browser.on("disconnected", done));
            const pid = spawnSync("pgrep", ["-of", "--", `--user-data-dir=${join(runtime, profile)}`], {
              encoding: "utf8",
            }).stdout.trim();
            assert.match(pid, /^[1-9]\d*$/, "the browser was found"); // 0 would be this test's own group
            process.kill(Number(pid), "SIGKILL");
            await gone;
            await says(/the browser ended \(signal 9\)/);
            ({ browser, page } = await shown(port, debug, said));
            assert.equal(await page.evaluate(() => tautlineKiosk.visits), 0);
          }
          const gone = new Promise((done) => browser.on("disconnected", done));
          page
            .evaluate(() => {
              for (;;);
            })
            .catch(() => {});
          await gone;
          await says(/no heartbeat/);
          const again = await shown(port, debug, said);
          assert.equal(await again.page.evaluate(() => tautlineKiosk.visits), 0, "nothing of the visit is left");
          assert.equal(again.browser.contexts()[0].pages().length, 1, "and nothing asks whether to restore it");
          await again.browser.close().catch(() => {});
        },
        {
          browser: find_chromium(),
          env: { TAUTLINE_SILENCE_S: "12", TAUTLINE_FLAGS: `${plain_flags} --remote-debugging-port=${debug}` },
        },
      );
    },
  );

  test("A browser that refuses to start: its last words are shown, the next tries come later and later, the screen says what to do, and the end comes at once", async () => {
    const refusing = stand_in(
      'echo "ERROR:dbus/bus.cc: noise" >&2; echo "Running as root without --no-sandbox is not supported." >&2; exit 1',
    );
    await launch(
      async ({ said, says, child, exit }) => {
        await says(/the browser starts again in 8 s/);
        assert.match(
          said(),
          /the browser ended \(status 1\)\ntautline-kiosk: the browser said: Running as root without --no-sandbox is not supported\.\n/,
        );
        assert.doesNotMatch(said(), /noise/);
        assert.ok(said().includes(word("kiosk.launcher.root")), said());
        const starts = refusing.starts();
        const waits = starts.slice(1).map((at, i) => at - starts[i]);
        assert.ok(waits[0] >= 0.9 && waits[1] >= 1.9 && waits[2] >= 3.9, waits.join(" "));
        await until(
          () => `words on the screen: ${screen.windows()}`,
          () => /"tk"|xmessage|zenity/i.test(screen.windows()),
        );
        const from = performance.now();
        child.kill("SIGTERM");
        assert.equal(await exit, 0);
        assert.ok(performance.now() - from < 3000, "while it waits as well");
      },
      { browser: refusing.path },
    );
  });

  test("What Chromium or the system says is known, and a folder without room for a profile is told as one", async () => {
    for (const [lines, hint] of [
      ['echo "Missing X server or \\$DISPLAY" >&2; exit 1', "screen"],
      ['echo "No usable sandbox!" >&2; kill -ILL $$', "sandbox"],
      ["exit 7", "other"],
    ]) {
      await launch(({ said }) => until(hint, () => said().includes(word(`kiosk.launcher.${hint}`))), {
        browser: stand_in(lines).path,
      });
    }
    // No file may grow: as on a disk that is full, without one.
    const never = stand_in("exit 0");
    await launch(({ said }) => until("full", () => said().includes(word("kiosk.launcher.full"))), {
      browser: never.path,
      before: "ulimit -f 100",
    });
    assert.equal(never.starts().length, 0);
  });

  test("The wall clock goes forward by an hour: a browser that beats lives on", async () => {
    const place = own_folder();
    const compiler = [process.env.CXX, "g++", "clang++"].find(
      (name) => name && spawnSync(name, ["--version"]).status === 0,
    );
    assert.ok(compiler, "a compiler is needed: run build-scripts/install");
    const made = spawnSync(
      compiler,
      ["-x", "c", "-shared", "-fPIC", "-o", join(place, "jump.so"), `${root}tests/web/support/clock_jump.c`, "-ldl"],
      { encoding: "utf8" },
    );
    assert.equal(made.status, 0, made.stderr);
    const browser = stand_in(`unset LD_PRELOAD\n${beating()}`);
    await launch(
      async ({ said }) => {
        await until("the browser", () => browser.starts().length === 1);
        await pause(2500);
        writeFileSync(join(place, "now"), "");
        await pause(4000);
        assert.equal(said(), "");
        assert.equal(browser.starts().length, 1);
      },
      { browser: browser.path, env: { LD_PRELOAD: join(place, "jump.so"), CLOCK_JUMP: join(place, "now") } },
    );
  });

  test("A browser that hangs before it is first heard, deaf to the request to end, is ended and started again", async () => {
    const deaf = stand_in("trap '' TERM; while :; do sleep 1; done");
    await launch(
      async ({ says }) => {
        await says(/the page did not start/);
        await until("the next start", () => deaf.starts().length === 2);
      },
      { browser: deaf.path, env: { TAUTLINE_START_S: "2" } },
    );
  });

  test("Many lines at once, without an end or in no known letters, are no heartbeat", async () => {
    const loud = stand_in("while :; do printf 'a line\\n\\377\\376 another\\n' >&2; done");
    await launch(({ says }) => says(/the page did not start/), { browser: loud.path, env: { TAUTLINE_START_S: "3" } });
  });

  test("Another build or other settings in the folder are shown when nobody is there, and not before", async () => {
    const kiosk = own_folder();
    cpSync(folder, kiosk, { recursive: true });
    const browser = stand_in(
      `while :; do echo "tautline-heartbeat {\\"presence\\":\\"$(cat ${join(kiosk, "who")})\\"}" >&2; sleep 0.5; done`,
    );
    writeFileSync(join(kiosk, "who"), "active");
    await launch(
      async ({ said, says }) => {
        await until("the browser", () => browser.starts().length === 1);
        appendFileSync(join(kiosk, "index.html"), "<!-- another -->");
        await pause(2500);
        assert.equal(said(), "", "a visit is not broken off");
        writeFileSync(join(kiosk, "who"), "attract");
        await says(/the folder has changed/);
        await until("the next start", () => browser.starts().length === 2);
        await pause(1500);
        assert.equal(browser.starts().length, 2, "once");
      },
      { browser: browser.path, kiosk },
    );
  });

  test("A launcher that was killed takes its browser along and frees its port, and the next one clears up after it", async () => {
    const browser = stand_in(beating());
    const place = own_folder();
    await launch(
      async ({ child, port, runtime, exit }) => {
        await until("the browser", () => browser.starts().length === 1);
        const mine = () => spawnSync("pgrep", ["-f", browser.path], { encoding: "utf8" }).stdout.trim();
        await until("it runs", mine);
        child.kill("SIGKILL");
        await exit;
        await until("the browser ends", () => mine() === "");
        assert.equal(
          await fetch(`http://127.0.0.1:${port}/`).then(
            () => true,
            () => false,
          ),
          false,
        );
        assert.equal(readdirSync(runtime).filter((name) => name.startsWith("tautline-kiosk.")).length, 1);
        cpSync(runtime, place, { recursive: true });
      },
      { browser: browser.path, ends: false },
    );
    await launch(
      async () => {
        await until("the browser", () => browser.starts().length === 2);
        assert.equal(
          readdirSync(place).filter((name) => name.startsWith("tautline-kiosk.")).length,
          1,
          "its own folder alone",
        );
        // A second one, on another port, leaves the first one's folder alone.
        await launch(
          async () => {
            await until("the browser", () => browser.starts().length === 3);
            assert.equal(readdirSync(place).filter((name) => name.startsWith("tautline-kiosk.")).length, 2);
          },
          { browser: browser.path, env: { XDG_RUNTIME_DIR: place } },
        );
        assert.equal(readdirSync(place).filter((name) => name.startsWith("tautline-kiosk.")).length, 1);
      },
      { browser: browser.path, env: { XDG_RUNTIME_DIR: place } },
    );
    assert.deepEqual(
      readdirSync(place).filter((name) => name.startsWith("tautline-kiosk.")),
      [],
    );
  });

  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) {
    test(`${signal} ends it, with all that it started`, async () => {
      const browser = stand_in(beating());
      await launch(
        async ({ child, exit }) => {
          await until("the browser", () => browser.starts().length === 1);
          child.kill(signal);
          assert.equal(await exit, 0);
          assert.equal(spawnSync("pgrep", ["-f", browser.path], { encoding: "utf8" }).stdout, "");
        },
        { browser: browser.path },
      );
    });
  }

  test("Chromium gets a profile that is empty each time, and no flag that hides what the page says", async () => {
    const browser = stand_in(
      'for one in "$@"; do case "$one" in --user-data-dir=*) ls -A "${one#*=}" | sed "s/^/found /" >>"$notes"; touch "${one#*=}/left" ;; esac; echo "flag $one" >>"$notes"; done; exit 3',
    );
    await launch(() => until("three starts", () => browser.starts().length === 3), {
      browser: browser.path,
      args: [],
      env: { TAUTLINE_FLAGS: "--first '--second=with a space'" },
    });
    assert.doesNotMatch(browser.notes(), /^found /m);
    assert.match(browser.notes(), /^flag --second=with a space$/m);
    assert.doesNotMatch(browser.notes(), /--incognito|--guest|--headless/);
  });

  test("A screen that does not answer at once is asked again, and Chromium gets its size", async () => {
    const tools = own_folder();
    for (const [name, answer] of [
      ["xrandr", "exit 1"],
      [
        "xdpyinfo",
        `echo asked >>'${tools}/asked'; [ $(wc -l <'${tools}/asked') -gt 2 ] && echo "  dimensions:    333x444 pixels"`,
      ],
    ]) {
      writeFileSync(join(tools, name), `#!/bin/sh\n${answer}\n`);
      chmodSync(join(tools, name), 0o755);
    }
    const browser = stand_in('for one in "$@"; do echo "flag $one" >>"$notes"; done; exit 3');
    await launch(() => until("two starts", () => browser.starts().length === 2), {
      browser: browser.path,
      env: { PATH: `${tools}:${process.env.PATH}` },
    });
    assert.equal(browser.notes().match(/^flag --window-size=333,444$/gm)?.length, 2, "at every start");
  });

  test("Where it can write nothing the launcher says so and stops", () => {
    const nowhere = join(work, "no-such-folder");
    for (const own of [{ XDG_RUNTIME_DIR: nowhere }, { XDG_RUNTIME_DIR: work, RUNTIME_DIRECTORY: nowhere }]) {
      const { status, stderr } = said_once(own, ["http://127.0.0.1:9/"]);
      assert.equal(
        stderr,
        `tautline-kiosk: nothing can be written in ${nowhere}, where the browser's profile has to be; put a folder that this user may write to into XDG_RUNTIME_DIR\n`,
      );
      assert.equal(status, 1);
    }
  });

  test("A port that is taken, a browser that is not there, numbers that are none: each is named, and nothing is left", async () => {
    const runtime = own_folder();
    const server = createServer();
    await new Promise((done) => server.listen(0, "127.0.0.1", done));
    const cases = [
      [{ TAUTLINE_PORT: String(server.address().port) }, /port \d+ is taken/],
      [{ TAUTLINE_CHROMIUM: "no-such-browser" }, /no-such-browser can't be run/],
      [{ TAUTLINE_PORT: "80a" }, /TAUTLINE_PORT: found 80a; expected a number from 1 to 65535/],
      [{ TAUTLINE_SILENCE_S: "5" }, /TAUTLINE_SILENCE_S: found 5; expected a number from 12/],
    ];
    for (const [env, expected] of cases) {
      const { status, stderr } = said_once({ XDG_RUNTIME_DIR: runtime, ...env });
      assert.match(stderr, expected);
      assert.equal(status, 1);
    }
    assert.match(
      said_once({ XDG_RUNTIME_DIR: runtime }, ["kiosk.example"]).stderr,
      /kiosk\.example: expected an address/,
    );
    server.close();
    assert.deepEqual(readdirSync(runtime), []);
  });
});
