// The kiosk's launcher with a real browser: it serves, shows, notices a page that hangs for good, and leaves nothing behind.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { chromium } from "playwright-core";

import { find_chromium } from "../../build-scripts/lib/browser.mjs";
import { root } from "./support/content.mjs";

const there = (name) => spawnSync("sh", ["-c", 'command -v "$0"', name]).status === 0;
const missing = ["bash", "python3", "setsid"].filter((name) => !there(name));
const free_port = () => new Promise((done) => {
  const server = createServer().listen(0, "127.0.0.1", () => {
    const { port } = server.address();
    server.close(() => done(port));
  });
});
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

// Were it to go on, "true" would be a browser that ends at once, again and again.
test("Where it can write nothing the launcher says so and stops", { skip: there("bash") ? false : "no bash on this machine" }, () => {
  const nowhere = join(tmpdir(), "tautline-no-such-folder");
  for (const own of [{ XDG_RUNTIME_DIR: nowhere }, { XDG_RUNTIME_DIR: tmpdir(), RUNTIME_DIRECTORY: nowhere }]) {
    const { status, stderr } = spawnSync(`${root}dist/kiosk/tautline-kiosk`, ["http://127.0.0.1:9/"], { timeout: 10_000, encoding: "utf8",
      env: { PATH: process.env.PATH, TAUTLINE_CHROMIUM: "true", ...own } });
    assert.equal(status, 1, stderr);
    assert.equal(stderr, `tautline-kiosk: nothing can be written in ${nowhere}, where the browser's profile has to be; put a folder that this user may write to into XDG_RUNTIME_DIR\n`);
  }
});

test("A port that is taken stops the launcher with an error", { skip: missing.length ? `no ${missing.join(", ")} on this machine` : false }, async () => {
  const server = createServer();
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const child = spawn(`${root}dist/kiosk/tautline-kiosk`, [], { stdio: "ignore", timeout: 20_000,
    env: { PATH: process.env.PATH, TAUTLINE_CHROMIUM: "true", TAUTLINE_PORT: String(server.address().port) } });
  const status = await new Promise((done) => child.once("exit", done));
  server.close();
  assert.equal(status, 1);
});

test("The launcher shows the kiosk, and starts the browser again when the page hangs for good", { skip: missing.length ? `no ${missing.join(", ")} on this machine` : false, timeout: 240_000 }, async () => {
  const [port, debug] = [await free_port(), await free_port()];
  const runtime = mkdtempSync(join(tmpdir(), "tautline-launcher-"));
  const child = spawn(`${root}dist/kiosk/tautline-kiosk`, [], { detached: true, stdio: ["ignore", "ignore", "pipe"], env: { ...process.env,
    XDG_RUNTIME_DIR: runtime, TAUTLINE_PORT: String(port), TAUTLINE_SILENCE_S: "13", TAUTLINE_CHROMIUM: find_chromium(),
    TAUTLINE_FLAGS: `--headless=new --no-sandbox --use-angle=swiftshader --enable-unsafe-swiftshader --remote-debugging-port=${debug}` } });
  let said = "";
  child.stderr.on("data", (text) => (said += text));
  const kiosk = async () => {
    for (let i = 0; i < 300; ++i) {
      const browser = await chromium.connectOverCDP(`http://127.0.0.1:${debug}`).catch(() => undefined);
      const page = browser?.contexts()[0]?.pages().find((each) => each.url() === `http://127.0.0.1:${port}/`);
      if (page && await page.evaluate(() => document.documentElement.dataset.tautline === "ready").catch(() => false)) return { browser, page };
      await browser?.close().catch(() => {});
      await pause(300);
    }
    throw new Error(`no kiosk; the launcher said: ${said}`);
  };
  try {
    const { browser, page } = await kiosk();
    const gone = new Promise((done) => browser.on("disconnected", done));
    page.evaluate(() => { for (;;); }).catch(() => {});
    await gone;
    assert.match(said, /no heartbeat/);
    const again = await kiosk();
    assert.equal(await again.page.evaluate(() => tautlineKiosk.visits), 0);
  } finally {
    child.kill("SIGTERM");
    const ended = await Promise.race([new Promise((done) => child.once("exit", () => done(true))), pause(20_000)]);
    const left = existsSync(runtime) ? readdirSync(runtime).filter((name) => name.startsWith("tautline")) : [];
    const served = await fetch(`http://127.0.0.1:${port}/`).then(() => true, () => false);
    if (!ended) process.kill(-child.pid, "SIGKILL");
    rmSync(runtime, { recursive: true, force: true });
    assert.ok(ended, "it ends when told to");
    assert.deepEqual(left, [], "no profile is left on the disk");
    assert.equal(served, false, "nothing is served any more");
  }
});
