// Just enough of Firefox's own remote control (Marionette) to open a page and run script in it: the tests need the
// Firefox of this machine, with its accessibility, and nothing more.
import { spawn } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

const port = 20_000 + Math.floor(Math.random() * 20_000);

export class Firefox {
  static async start(program = "firefox-esr") {
    const firefox = new Firefox();
    const profile = mkdtempSync(join(tmpdir(), "tautline-firefox-"));
    writeFileSync(
      join(profile, "user.js"),
      [
        ["accessibility.force_disabled", -1],
        ["marionette.port", port],
        ["browser.shell.checkDefaultBrowser", false],
        ["datareporting.policy.dataSubmissionEnabled", false],
        ["app.update.auto", false],
        ["ui.prefersReducedMotion", 1],
        ["browser.startup.homepage_override.mstone", "ignore"],
        ["network.captive-portal-service.enabled", false],
      ]
        .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`)
        .join("\n"),
    );
    firefox.child = spawn(program, ["--no-remote", "--marionette", "--profile", profile, "about:blank"], {
      stdio: "ignore",
    });
    firefox.waiting = new Map();
    firefox.number = 0;
    await firefox.connect();
    await firefox.send("WebDriver:NewSession", {});
    return firefox;
  }

  async connect() {
    for (let i = 0; i < 240; ++i) {
      try {
        await new Promise((done, failed) => {
          this.socket = connect(port, "127.0.0.1", done);
          this.socket.once("error", failed);
        });
        break;
      } catch {
        await wait(500);
      }
    }
    let bytes = Buffer.alloc(0);
    this.socket.on("data", (part) => {
      bytes = Buffer.concat([bytes, part]);
      for (;;) {
        const colon = bytes.indexOf(":");
        const size = colon < 0 ? NaN : Number(bytes.subarray(0, colon));
        if (!(bytes.length >= colon + 1 + size)) return;
        const message = JSON.parse(bytes.subarray(colon + 1, colon + 1 + size));
        bytes = bytes.subarray(colon + 1 + size);
        if (!Array.isArray(message)) continue; // its greeting
        const [, number, error, result] = message;
        const { done, failed } = this.waiting.get(number);
        this.waiting.delete(number);
        if (error) failed(new Error(error.message));
        else done(result);
      }
    });
  }

  send(command, parameters) {
    const number = ++this.number;
    const text = JSON.stringify([0, number, command, parameters]);
    return new Promise((done, failed) => {
      this.waiting.set(number, { done, failed });
      this.socket.write(`${Buffer.byteLength(text)}:${text}`);
    });
  }

  open(url) {
    return this.send("WebDriver:Navigate", { url });
  }

  async run(script, ...args) {
    return (await this.send("WebDriver:ExecuteScript", { script: `return (${script})(...arguments)`, args })).value;
  }

  async stop() {
    this.socket?.destroy();
    this.child.kill();
    await wait(1000);
    this.child.kill("SIGKILL");
  }
}
