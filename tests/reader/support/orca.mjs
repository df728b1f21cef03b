// Orca in the desktop of desktop.sh, and what it says: keys go in as a keyboard's would, the words come out of its log.
import { spawn, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";

const folder = process.env.TAUTLINE_DESKTOP;

export class Orca {
  static async start() {
    const orca = new Orca();
    orca.log = `${folder}/orca.log`;
    orca.child = spawn("/usr/bin/python3", ["/usr/bin/orca", `--debug-file=${orca.log}`, "--replace"], {
      stdio: "ignore",
    });
    orca.from = 0;
    for (let i = 0; i < 1200 && !existsSync(orca.log); ++i) await wait(100);
    if (!existsSync(orca.log)) throw new Error("Orca did not start");
    await orca.hears("Screen reader on", 120_000);
    return orca;
  }

  // Everything said since the start, one phrase a line.
  all() {
    return readFileSync(this.log, "utf8")
      .split("\n")
      .map((line) => /SPEECH OUTPUT: '(.*)' ?(?:voice=\w+)?\{.*$/.exec(line)?.[1])
      .filter((text) => text !== undefined && text.trim() !== "");
  }

  // What has been said since the last mark().
  heard() {
    return this.all().slice(this.from);
  }

  mark() {
    this.from = this.all().length;
  }

  // Until a phrase was said since the last mark(). Orca may take a while to notice a new page.
  async hears(phrase, longest = 30_000) {
    for (const end = Date.now() + longest; Date.now() < end;) {
      if (first_missing(this.heard(), [phrase]) === null) return;
      await wait(200);
    }
    throw new Error(`Orca does not say "${phrase}", only:\n${this.heard().join("\n")}`);
  }

  // Until nothing more is said for a while.
  async quiet(ms = 1200, longest = 20_000) {
    let before = -1,
      since = Date.now();
    for (const end = Date.now() + longest; Date.now() < end;) {
      const now = this.all().length;
      if (now !== before) [before, since] = [now, Date.now()];
      else if (Date.now() - since > ms) return;
      await wait(150);
    }
  }

  async key(...names) {
    for (const name of names) {
      spawnSync("xdotool", ["key", "--clearmodifiers", name]);
      await this.quiet(500, 6000);
    }
  }

  // Orca takes a key that is let go after its modifier for that key alone.
  hold(modifier, name) {
    spawnSync("xdotool", ["keydown", modifier, "key", name, "keyup", modifier]);
  }

  // `keep`: where its log goes, for whoever wants to know why it said what it said.
  async stop(keep) {
    if (keep) copyFileSync(this.log, keep);
    this.child.kill();
    await wait(500);
    this.child.kill("SIGKILL");
  }
}

// The phrases in this order, others may stand between: the first that does not come, or null.
export function first_missing(heard, phrases) {
  let at = 0;
  for (const phrase of phrases) {
    const wanted = phrase.toLowerCase();
    while (at < heard.length && !heard[at].toLowerCase().includes(wanted)) ++at;
    if (at === heard.length) return phrase;
  }
  return null;
}
