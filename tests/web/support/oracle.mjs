// Asks the core, natively, what the page ought to show after the same steps (tests/web/screen_oracle.cpp).
import { execFileSync, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createInterface } from "node:readline";

import { countryNames } from "../../../web/host/country.js";
import { root } from "./content.mjs";

let program;
function find_program() {
  if (process.env.TAUTLINE_ORACLE) return process.env.TAUTLINE_ORACLE;
  if (!program) {
    execFileSync(`${root}build-scripts/lib/preset`, ["dev", "screen_oracle"], {
      stdio: ["ignore", "ignore", "inherit"],
    });
    program = `${root}build/dev/bin/screen_oracle`;
    if (!existsSync(program)) throw new Error(`${program} was not built`);
  }
  return program;
}

const running = new Set();
// An oracle that a failed test left behind would keep the tests from ending.
export function close_oracles() {
  for (const oracle of running) oracle.close();
}

export class Oracle {
  constructor() {
    running.add(this);
    this.child = spawn(find_program(), [`${root}content`], { stdio: ["pipe", "pipe", "pipe"] });
    this.complaint = "";
    this.waiting = [];
    this.child.stderr.on("data", (text) => (this.complaint += text));
    createInterface({ input: this.child.stdout }).on("line", (line) => this.waiting.shift()?.done(JSON.parse(line)));
    this.child.on("close", () => {
      running.delete(this);
      for (const { failed } of this.waiting.splice(0)) failed(new Error(`the oracle stopped: ${this.complaint}`));
    });
    this.child.stdin.on("error", () => {});
    this.countries(countryNames("en"));
  }

  // Steps: "click control/step", "set control/alarm_worry_s 120" …
  tell(...steps) {
    for (const step of steps) this.child.stdin.write(`${step}\n`);
    return this;
  }

  // As this page calls the countries: Node's names differ from some browsers'. `run`: a script's body, in the page.
  static async in(run) {
    return new Oracle().countries(await run(`return (${countryNames})("en");`));
  }

  // What the countries are called, in a place that is none of them, as visitors are if a test says nothing else.
  countries(names) {
    return this.tell(`countries ${JSON.stringify(`\n\n${names}`)}`);
  }

  screen() {
    return new Promise((done, failed) => {
      if (this.child.exitCode !== null) return failed(new Error(`the oracle stopped: ${this.complaint}`));
      this.waiting.push({ done, failed });
      this.child.stdin.write("screen\n");
    });
  }

  close() {
    this.child.stdin.end();
  }
}
