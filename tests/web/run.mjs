#!/usr/bin/env node
// Runs the browser tests alone: node tests/web/run.mjs [NAME …], for example "focus axe". Never more than two browsers
// at once. The last line counts.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const wanted = process.argv.slice(2);
const files = readdirSync(here).filter(
  (name) => name.endsWith(".test.mjs") && (wanted.length === 0 || wanted.some((word) => name.startsWith(word))),
);
const { stdout, status } = spawnSync(
  process.execPath,
  ["--test", "--test-concurrency=2", "--test-reporter=spec", ...files.map((name) => here + name)],
  { encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "inherit"] },
);
process.stdout.write(stdout);
const count = (name) => Number(new RegExp(`^ℹ ${name} (\\d+)`, "m").exec(stdout)?.[1] ?? 0);
const failed = count("fail") + count("cancelled") || (status === 0 ? 0 : 1);
console.log(`${count("pass")} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
