// Debian's own Firefox, driven by the protocol it has built in (Marionette: lengths and JSON over a socket). The tools for
// Chromium drive only a Firefox of their own making, and the libraries for this one bring seventy packages for one test.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const firefox = [process.env.TAUTLINE_FIREFOX, "firefox-esr", "firefox"].find(
  (name) => name && spawnSync("sh", ["-c", 'command -v "$0"', name]).status === 0,
);

const patience_ms = 90_000; // longer than Firefox's own for a script and a page

const free_port = () =>
  new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

// const browser = await launch_firefox(); await browser.go(url); await browser.run("return document.title"); browser.close()
export async function launch_firefox() {
  const profile = mkdtempSync(join(tmpdir(), "tautline-firefox-"));
  const port = await free_port();
  // As people have it: what automation would change, among it what files may read, stays as it is.
  writeFileSync(
    join(profile, "user.js"),
    Object.entries({
      "marionette.port": port,
      "remote.prefs.recommended": false,
      "browser.shell.checkDefaultBrowser": false,
      "datareporting.policy.dataSubmissionEnabled": false,
      "app.update.enabled": false,
      "browser.startup.page": 0,
      "browser.aboutwelcome.enabled": false,
      "network.captive-portal-service.enabled": false,
      "extensions.update.enabled": false,
    })
      .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
      .join(""),
  );
  const child = spawn(firefox, ["--headless", "--no-remote", "--marionette", "--profile", profile, "about:blank"], {
    stdio: "ignore",
    env: { ...process.env, MOZ_HEADLESS_WIDTH: "1280", MOZ_HEADLESS_HEIGHT: "900" },
  });
  let socket;
  for (let i = 0; !socket; ++i) {
    socket = await new Promise((done) => {
      const each = connect(port, "127.0.0.1", () => done(each)).on("error", () => done(undefined));
    });
    if (!socket && (i > 200 || child.exitCode !== null)) throw new Error("Firefox does not answer");
    if (!socket) await new Promise((done) => setTimeout(done, 200));
  }
  let rest = Buffer.alloc(0),
    last = 0;
  const waiting = new Map();
  socket.on("data", (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (let colon = rest.indexOf(":"); colon > 0; colon = rest.indexOf(":")) {
      const size = Number(rest.subarray(0, colon));
      if (rest.length < colon + 1 + size) return;
      const message = JSON.parse(rest.subarray(colon + 1, colon + 1 + size));
      rest = rest.subarray(colon + 1 + size);
      if (!Array.isArray(message)) continue; // the greeting
      const [, id, error, result] = message;
      const { done, failed } = waiting.get(id) ?? {};
      waiting.delete(id);
      if (!done) continue; // its time was over
      if (error) failed(new Error(`${error.error}: ${error.message}`));
      else done(result);
    }
  });
  // A browser that has gone, or hangs, answers nothing: whoever waits must hear of it, or a test would wait for ever.
  const send = (name, parameters = {}) =>
    new Promise((done, failed) => {
      const text = JSON.stringify([0, ++last, name, parameters]);
      const id = last;
      const late = setTimeout(() => {
        waiting.delete(id);
        failed(new Error(`Firefox does not answer ${name}`));
      }, patience_ms);
      const settle = (how) => (value) => {
        clearTimeout(late);
        how(value);
      };
      waiting.set(id, { done: settle(done), failed: settle(failed) });
      socket.write(`${Buffer.byteLength(text)}:${text}`);
    });
  socket
    .on("error", () => {})
    .on("close", () => {
      for (const { failed } of waiting.values()) failed(new Error("Firefox has gone"));
      waiting.clear();
    });
  await send("WebDriver:NewSession", { capabilities: {} });
  await send("WebDriver:SetTimeouts", { script: 60_000, pageLoad: 60_000 });
  return {
    go: (url) => send("WebDriver:Navigate", { url }),
    run: async (script, ...args) => (await send("WebDriver:ExecuteScript", { script, args })).value,
    close: async () => {
      socket.destroy();
      child.kill("SIGKILL");
      await new Promise((done) => (child.exitCode !== null || child.signalCode ? done() : child.once("exit", done)));
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
