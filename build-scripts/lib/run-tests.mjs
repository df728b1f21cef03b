// Runs every check and counts real test cases. A failing step does not stop the next ones.
//   run-tests.mjs [--full] [--only WORD …]     only the steps whose names hold one of the words
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";

import { root, walk } from "./files.mjs";

const full = process.argv.includes("--full");
const unknown = process.argv
  .slice(2)
  .filter((word, at, words) => !(word === "--full" || word === "--only" || words.slice(0, at).includes("--only")));
if (unknown.length) {
  console.error(`test [--full] [--only WORD …]; ${unknown.join(" ")} is neither`);
  process.exit(2);
}
const only = process.argv.includes("--only") ? process.argv.slice(process.argv.indexOf("--only") + 1) : [];
const wanted = (name) => only.length === 0 || only.some((word) => name.includes(word));
const logs = join(root, "build/test-logs");
rmSync(logs, { recursive: true, force: true });
mkdirSync(logs, { recursive: true });
process.chdir(root);

const seed = Math.floor(Math.random() * 2 ** 31);
const total = { passed: 0, failed: 0, skipped: 0 };
const shares = cpus().length;
const native = new Map(); // layer → the specs' result, for comparing with WebAssembly

// Ends with { ok, status, output }. What needs no browser gives way to what does.
function run(command, args, { first = false, env, ...options } = {}) {
  return new Promise((done) => {
    let output = "";
    const [program, ...words] = first ? [command, ...args] : ["nice", "-n", "10", command, ...args];
    const child = spawn(program, words, {
      stdio: ["ignore", "pipe", "pipe"],
      ...options,
      env: { ...process.env, LC_ALL: "C.UTF-8", ...env },
    });
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text) => {
        output += text;
      });
    child.on("error", (error) => done({ ok: false, output: `${error.message}\n` }));
    child.on("close", (status, signal) =>
      done({ ok: status === 0, status, output: `${output}${signal ? `ended by ${signal}\n` : ""}` }),
    );
  });
}

// As many at a time as there are cores, or as it is told; the results in the order of the jobs.
async function at_once(jobs, most = cpus().length) {
  const results = [];
  let next = 0;
  const work = async () => {
    while (next < jobs.length) {
      const mine = next++;
      results[mine] = await jobs[mine]();
    }
  };
  await Promise.all(Array.from({ length: most }, work));
  return results;
}

// A program that is one check: exit 0 passes, 77 says that it could not be made here.
async function check(command, ...args) {
  const { status, output } = await run(command, args);
  const note = output.trim().split("\n").pop();
  if (status === 77) return { skipped: 1, note };
  return status === 0 ? { passed: 1, note } : { failed: 1, note, output };
}

// One program of Catch2 specs, in an order that changes from run to run; a share of them, for as many cores as there are.
async function specs(layer, share, command, before, filter = []) {
  const report = join(logs, `${layer}-${before.length ? "wasm" : "native"}-${share}.xml`);
  const { ok, output } = await run(command, [
    ...before,
    ...filter,
    "--shard-count",
    String(shares),
    "--shard-index",
    String(share),
    "--allow-running-no-tests",
    "--order",
    "rand",
    "--rng-seed",
    String(seed),
    "--warn",
    "NoAssertions",
    "--colour-mode",
    "none",
    "--reporter",
    "console",
    "--reporter",
    `xml::out=${report}`,
  ]);
  const xml = existsSync(report) ? readFileSync(report, "utf8") : "";
  const cases = /<OverallResultsCases successes="(\d+)" failures="(\d+)" expectedFailures="(\d+)" skips="(\d+)"/.exec(
    xml,
  );
  if (!cases) return { passed: 0, failed: 1, output: `${layer}: the specs did not come to an end\n${output}` };
  const [passed, failed, expected, skipped] = cases.slice(1).map(Number);
  const only_native = (xml.match(/<TestCase [^>]*tags="[^"]*\[native\]/g) ?? []).length;
  // A program that fails after its last spec (a leak found at exit) has failed too.
  const at_exit = !ok && failed === 0 ? 1 : 0;
  return {
    passed: passed + expected,
    failed: failed + at_exit,
    skipped,
    only_native,
    output: failed + at_exit ? output : "",
  };
}

const layers_in = (folder, suffix) =>
  (existsSync(folder) ? readdirSync(folder) : [])
    .map((name) => new RegExp(`^specs_([a-z_]+)${suffix}$`).exec(name)?.[1])
    .filter(Boolean)
    .sort();

async function all_specs(folder, suffix, command_for, keep, chosen = () => true) {
  const layers = layers_in(folder, suffix).filter(chosen);
  if (layers.length === 0) return { failed: 1, note: `no specs in ${folder}` };
  const shared = layers.flatMap((layer) => Array.from({ length: shares }, (_, share) => ({ layer, share })));
  const results = await at_once(
    shared.map(
      ({ layer, share }) =>
        () =>
          specs(layer, share, ...command_for(layer)),
    ),
  );
  const sum = { passed: 0, failed: 0, skipped: 0, output: "" };
  const counts = [];
  for (const layer of layers) {
    const result = { passed: 0, failed: 0, skipped: 0, only_native: 0, output: "" };
    results.forEach((each, i) => {
      if (shared[i].layer !== layer) return;
      for (const key of Object.keys(result)) result[key] += each[key] ?? (key === "output" ? "" : 0);
    });
    keep?.(layer, result);
    for (const key of Object.keys(sum)) sum[key] += result[key];
    counts.push(`${layer} ${result.passed}`);
  }
  return { ...sum, note: `${counts.join(", ")} (seed ${seed})` };
}

// Programs of layers that have no specs any more would still run.
function only_what_is_there(folder, suffix) {
  for (const layer of layers_in(folder, suffix))
    if (!existsSync(`tests/${layer}/CMakeLists.txt`)) rmSync(join(folder, `specs_${layer}${suffix.replace("\\", "")}`));
}

// What does not build has failed; what does still runs.
const with_build = (built, result) =>
  built.ok
    ? result
    : {
        ...result,
        failed: result.failed + 1,
        output: `some specs do not build\n${built.output}${result.output ?? ""}`,
      };

// Begins while the page is put together, which for long stretches keeps one core. What the browser's tests ask comes first.
const native_step = "specs, native with sanitizers";
const oracle = join(root, "build/dev/bin/screen_oracle");
let oracle_built, specs_built;
function build_specs() {
  oracle_built = run("build-scripts/lib/preset", ["dev", "screen_oracle"]);
  return oracle_built.then(() => run("build-scripts/lib/preset", ["dev", "specs"]));
}

async function build_page() {
  if (wanted(native_step)) specs_built = build_specs();
  const result = await check("build-scripts/build", "--all");
  await oracle_built;
  return result;
}

async function native_specs() {
  const built = await (specs_built ??= build_specs());
  only_what_is_there("build/dev/bin", "");
  return with_build(
    built,
    await all_specs(
      "build/dev/bin",
      "",
      (layer) => [join(root, `build/dev/bin/specs_${layer}`), []],
      (layer, result) => {
        native.set(layer, result);
        if (result.passed + result.failed + result.skipped > 0) return;
        ++result.failed;
        result.output = `${layer}: no spec ran\n`;
      },
    ),
  );
}

const native_only = new Set(["lint", "review", "ui", "ui_figures", "cli"]); // as in tests/CMakeLists.txt
// What must come to the same bits natively and as WebAssembly. The other portable layers are tried in the page itself,
// and by their specs with --full.
const same_bits = ["base", "assess", "physiology"];

async function wasm_specs() {
  const chosen = (layer) => full || same_bits.includes(layer);
  const built = await run("build-scripts/lib/preset", [
    "web-specs",
    ...(full ? ["specs"] : same_bits.map((layer) => `specs_${layer}`)),
  ]);
  only_what_is_there("build/web-specs/bin", "\\.js");
  const seen = new Set();
  const sum = await all_specs(
    "build/web-specs/bin",
    "\\.js",
    (layer) => [process.execPath, [join(root, `build/web-specs/bin/specs_${layer}.js`)], ["~[native]"]],
    (layer, result) => {
      seen.add(layer);
      // One more check a layer: the same specs, with the same result, on both sides.
      if (only.length && native.size === 0) return;
      const here = native.get(layer);
      const expected = here ? here.passed + here.failed - here.only_native : undefined;
      if (expected === result.passed + result.failed) ++result.passed;
      else {
        ++result.failed;
        result.output += `${layer}: ${result.passed + result.failed - 1} specs as WebAssembly, ${expected} natively\n`;
      }
    },
    chosen,
  );
  for (const layer of native.keys()) {
    if (seen.has(layer) || native_only.has(layer) || !chosen(layer)) continue;
    ++sum.failed;
    sum.output = `${layer}: no specs as WebAssembly\n${sum.output ?? ""}`;
  }
  return with_build(built, sum);
}

// What a file says of itself, with its reason: "// Takes long: …" begins before the others, so that at the end no core
// waits for it; "// Mostly waits: …" takes no core from them.
const says = (file, words) => readFileSync(file, "utf8").includes(`\n// ${words}: `);

// Node's own test runner, whose report ends with its counts: once a file, since it would put several into the order of
// their names.
async function node_tests(folder, options = {}) {
  const files = walk(join(root, folder))
    .filter((name) => /\.test\.(mjs|js)$/.test(name))
    .map((name) => join(folder, name));
  if (files.length === 0) return { note: `none in ${folder} yet` };
  const test = (file) => () =>
    run(process.execPath, ["--test", "--test-reporter=tap", file], { timeout: 30 * 60_000, ...options });
  const idle = files.filter((file) => says(file, "Mostly waits"));
  const long = files.filter((file) => says(file, "Takes long"));
  const others = files.filter((file) => !idle.includes(file) && !long.includes(file));
  // One browser a core.
  const results = (await Promise.all([at_once(idle.map(test)), at_once([...long, ...others].map(test), 2)])).flat();
  const sum = { passed: 0, failed: 0, skipped: 0, output: "" };
  for (const { ok, output } of results) {
    const count = (name) => Number(new RegExp(`^# ${name} (\\d+)`, "m").exec(output)?.[1] ?? 0);
    const failed = count("fail") + count("cancelled") || (ok ? 0 : 1);
    sum.passed += count("pass");
    sum.failed += failed;
    sum.skipped += count("skipped");
    if (failed) sum.output += output;
  }
  return { ...sum, note: `${files.length} files` };
}

// Orca and AT-SPI in a desktop of their own. What they need is installed where that is possible; elsewhere the tests are
// skipped, and the reason is said.
async function reader_tests() {
  await run("build-scripts/install", ["--screen-reader"]);
  const { ok, status, output } = await run(
    "tests/reader/support/desktop.sh",
    [
      process.execPath,
      "--test",
      "--test-concurrency=1",
      "--test-reporter=tap",
      "tests/reader/orca.test.mjs",
      "tests/reader/atspi.test.mjs",
    ],
    { first: true, timeout: 30 * 60_000, env: { TAUTLINE_ALL_SCREENS: "1" } },
  );
  if (status === 77) return { skipped: 1, note: output.trim().split("\n").pop() };
  const count = (name) => Number(new RegExp(`^# ${name} (\\d+)`, "m").exec(output)?.[1] ?? 0);
  const failed = count("fail") + count("cancelled") || (ok ? 0 : 1);
  return {
    passed: count("pass"),
    failed,
    skipped: count("skipped"),
    output: failed ? output : "",
    note: "Orca on Chromium; AT-SPI in Chromium and Firefox",
  };
}

function page_is_valid() {
  return check(
    process.execPath,
    "node_modules/html-validate/bin/html-validate.mjs",
    "--config",
    "build-scripts/html-validate.json",
    "dist/site/index.html",
    "dist/site/story.html",
  );
}

// Where the oracle has just been built, asking for it again would wait for the specs that are still being built.
async function browser_tests(folder) {
  const built = await oracle_built;
  return node_tests(folder, { first: true, env: built?.ok ? { TAUTLINE_ORACLE: oracle } : {} });
}

// A few seconds for each program: what it would find at once. The long run is build-scripts/fuzz.
async function fuzz() {
  const { status, output } = await run("build-scripts/fuzz", ["--seconds", "8"]);
  const lines = output.trim().split("\n");
  if (status === 77) return { skipped: 1, note: lines.pop() };
  return status === 0
    ? { passed: lines.length, note: lines.join("; ") }
    : { failed: 1, note: lines[lines.length - 1], output };
}

// The specs take longer: what needs neither them nor a browser comes after this one.
const browser = [
  ["page, in the browser", () => browser_tests("tests/web")],
  ["build scripts", () => node_tests("tests/build")],
  ["command line", () => node_tests("tests/cli")],
  ["fuzzing, short", fuzz],
  ...(full
    ? [
        ["page, in the browser, long", () => browser_tests("tests/web-full")],
        ["page, with a real screen reader", reader_tests],
      ]
    : []),
];
const begin = [
  ["format", () => check("build-scripts/check-format")],
  ["layers", () => check("build-scripts/check-layers")],
  ["content against its schemas", () => check(process.execPath, "build-scripts/check-content.mjs")],
  [
    "words",
    () =>
      existsSync("build-scripts/check-words") ? check("build-scripts/check-words") : { note: "no such check yet" },
  ],
  ["build", build_page],
];
const others = [
  ["the pack's form, references, wording and reading grade", () => check("build/bin/tautline", "lint", "content")],
  ["page script, types", () => check("node_modules/.bin/tsc", "-p", "web")],
  ["worker script, types", () => check("node_modules/.bin/tsc", "-p", "web/worker")],
  ["scripts for learning platforms, types", () => check("node_modules/.bin/tsc", "-p", "web/lms")],
  ["page script, units", () => node_tests("web/test")],
  ["page, valid HTML", page_is_valid],
  ["page, size", () => check(process.execPath, "build-scripts/size")],
  [native_step, native_specs],
  ["specs, WebAssembly", wasm_specs],
  ...(full
    ? [
        [
          "specs that take long",
          () =>
            all_specs("build/dev/bin", "", (layer) => [join(root, `build/dev/bin/specs_${layer}`), [], ["[.full]"]]),
        ],
      ]
    : []),
];

async function make(steps) {
  for (const [name, step] of steps) {
    if (!wanted(name)) continue;
    const from = performance.now();
    let result;
    try {
      result = await step();
    } catch (error) {
      result = { failed: 1, note: error.message, output: error.stack };
    }
    tell(name, result, performance.now() - from);
  }
}

function tell(name, { passed = 0, failed = 0, skipped = 0, note = "", output = "" }, ms) {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  const seconds = (ms / 1000).toFixed(1).padStart(7);
  const counts = [`${passed} passed`, `${failed} failed`, ...(skipped ? [`${skipped} skipped`] : [])].join(", ");
  console.log(`${failed ? "FAILED" : "ok    "} ${seconds} s  ${name}: ${counts}${note ? `; ${note}` : ""}`);
  if (!failed) return;
  const log = join(logs, `${name.replace(/[^a-z]+/gi, "-")}.log`);
  writeFileSync(log, output);
  const lines = output.trimEnd().split("\n");
  console.log(
    lines
      .slice(-120)
      .map((line) => `    ${line}`)
      .join("\n"),
  );
  if (lines.length > 120) console.log(`    … the whole of it: ${log}`);
}

// The browser's tests wait a good deal for timers and frames: what needs no browser is done beside them.
await make(begin);
await Promise.all([make(browser), make(others)]);
if (total.skipped) console.log(`${total.skipped} could not be checked on this machine (named above)`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed || total.passed === 0 ? 1 : 0;
