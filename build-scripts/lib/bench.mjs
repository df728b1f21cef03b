// The work of build-scripts/bench. Every number is the median of several runs.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

import { launch_browser } from "./browser.mjs";
import { root, write } from "./files.mjs";
import { serve_site } from "./site-server.mjs";

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const share = (numbers, part) =>
  [...numbers].sort((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * part))];
const round = (number, digits = 1) => Number(number.toFixed(digits));
const brotli = (bytes) =>
  brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  }).length;

const browser_args = [
  "--headless=new",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const ready = (page) =>
  page.waitForFunction(() => document.documentElement.dataset.tautline === "ready", null, { timeout: 120_000 });

// What is fetched until the page is ready, and the single file.
async function bytes({ browser, site }) {
  const page = await browser.newPage();
  const fetched = new Set();
  page.on("request", (request) => !request.url().startsWith("data:") && fetched.add(new URL(request.url()).pathname));
  await page.goto(site.url);
  await ready(page);
  await page.close();
  const files = [...fetched]
    .map((path) => (path === "/" ? "index.html" : path.slice(1)))
    .filter((path) => existsSync(join(root, "dist/site", path)));
  const sizes = Object.fromEntries(files.map((path) => [path, brotli(readFileSync(join(root, "dist/site", path)))]));
  const single = readFileSync(join(root, "dist/tautline.html"));
  return {
    "until ready, KiB Brotli": round(Object.values(sizes).reduce((sum, size) => sum + size, 0) / 1024),
    ...Object.fromEntries(Object.entries(sizes).map(([path, size]) => [`  ${path}`, round(size / 1024)])),
    "single file, KiB": round(single.length / 1024),
    "single file, KiB Brotli": round(brotli(single) / 1024),
  };
}

async function start_times(browser, url, slow) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  if (slow) {
    await cdp.send("Network.enable");
    await cdp.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: 150,
      downloadThroughput: 1.6e6 / 8,
      uploadThroughput: 750e3 / 8,
    });
    await cdp.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  }
  await page.goto(url, { timeout: 120_000, waitUntil: "commit" });
  await ready(page);
  const marks = await page.evaluate(() =>
    Object.fromEntries(performance.getEntriesByType("mark").map(({ name, startTime }) => [name, startTime])),
  );
  const paint = await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0);
  await context.close();
  return { readable: marks["tautline-readable"], ready: marks["tautline-ready"], paint };
}

async function ready_times({ browser, site, runs }) {
  const table = {};
  for (const [name, slow] of [
    ["here", false],
    ["slow 4G and a processor 4 times slower", true],
  ]) {
    const times = [];
    for (let i = 0; i < (slow ? Math.max(3, runs - 2) : runs); ++i)
      times.push(await start_times(browser, site.url, slow));
    table[`${name}: first words painted, ms`] = round(median(times.map((time) => time.paint)), 0);
    table[`${name}: article readable, ms`] = round(median(times.map((time) => time.readable)), 0);
    table[`${name}: stage ready, ms`] = round(median(times.map((time) => time.ready)), 0);
  }
  return table;
}

// Processor time of every process that this one has started, in milliseconds.
function tree_time_ms() {
  const processes = new Map();
  for (const name of readdirSync("/proc").filter((each) => /^\d+$/.test(each))) {
    try {
      const fields = readFileSync(`/proc/${name}/stat`, "latin1")
        .replace(/^.*\) /s, "")
        .split(" ");
      processes.set(Number(name), { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) });
    } catch {
      /* it has just ended */
    }
  }
  const ours = (pid) =>
    pid > 1 && (processes.get(pid)?.parent === process.pid || ours(processes.get(pid)?.parent ?? 0));
  let ticks = 0;
  for (const [pid, { ticks: own }] of processes) if (ours(pid)) ticks += own;
  return ticks * 10; // Linux counts hundredths of a second
}

async function idle({ browser, site, runs }) {
  const table = {};
  const measure = async (name, act) => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    await page.goto(name === "an empty page" ? "about:blank" : site.url);
    if (name !== "an empty page") await ready(page);
    await act(page);
    await page.waitForTimeout(2500);
    const times = [];
    for (let i = 0; i < Math.min(runs, 3); ++i) {
      const from = tree_time_ms();
      await new Promise((done) => setTimeout(done, 10_000));
      times.push(tree_time_ms() - from);
    }
    table[`${name}: processor ms in 10 s`] = median(times);
    await context.close();
  };
  await measure("an empty page", async () => {});
  await measure("home at rest", async () => {});
  await measure("a question at rest", (page) =>
    page.evaluate(() => {
      location.hash = "#/check";
    }),
  );
  return table;
}

// How long a frame's own script and engine take, and how far frames are apart (here painting is done by the processor).
function watch_frames() {
  const real = window.requestAnimationFrame;
  window.frames_seen = { work: [], gaps: [], last: 0 };
  window.requestAnimationFrame = (run) =>
    real.call(window, (now) => {
      const from = performance.now();
      run(now);
      window.frames_seen.work.push(performance.now() - from);
      if (window.frames_seen.last) window.frames_seen.gaps.push(now - window.frames_seen.last);
      window.frames_seen.last = now;
    });
}

async function frames({ browser, site }) {
  const table = {};
  const starts = {
    alarm: "card/meet/play",
    muscles: "card/meet/play",
    cortisol: "card/meet/play",
    sensitivity: "card/meet/play",
    breathing: "pacer/start",
  };
  for (const [size, options] of [
    ["1920 × 1080", { viewport: { width: 1920, height: 1080 } }],
    ["390 × 844 at 2", { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 }],
  ])
    for (const [route, key] of Object.entries(starts)) {
      const context = await browser.newContext(options);
      await context.addInitScript(watch_frames);
      const page = await context.newPage();
      await page.goto(`${site.url}#/${route}`);
      await ready(page);
      await page
        .locator(`[data-key="figure"]`)
        .evaluate((element) => element.scrollIntoView({ block: "center", behavior: "instant" }));
      await page.locator(`[data-key="${key}"]`).evaluate((element) => element.click());
      await page.waitForTimeout(700);
      await page.evaluate(() => Object.assign(window.frames_seen, { work: [], gaps: [], last: 0 }));
      await page.waitForTimeout(4000);
      const { work, gaps } = await page.evaluate(() => window.frames_seen);
      table[`${route}, ${size}: own work a frame, median ms`] = work.length ? round(median(work), 2) : null;
      table[`${route}, ${size}: own work a frame, 95 % below ms`] = work.length ? round(share(work, 0.95), 2) : null;
      table[`${route}, ${size}: frames a second`] = gaps.length ? round(1000 / median(gaps), 0) : 0;
      await context.close();
    }
  return table;
}

// What the browser itself says of each touch: from the finger to the next picture, in steps of 8 ms (Event Timing).
function watch_taps() {
  window.taps_seen = new Map();
  new PerformanceObserver((list) => {
    for (const { interactionId, duration } of list.getEntries())
      if (interactionId)
        window.taps_seen.set(interactionId, Math.max(duration, window.taps_seen.get(interactionId) ?? 0));
  }).observe({ type: "event", durationThreshold: 16, buffered: true });
}

// The whole check, answered by thumb where a processor is four times slower.
async function taps({ browser, site }) {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    hasTouch: true,
  });
  await context.addInitScript(watch_taps);
  const page = await context.newPage();
  await page.goto(`${site.url}#/check`);
  await ready(page);
  const cdp = await context.newCDPSession(page);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  let made = 0;
  const tap = async (key) => {
    const place = await page.evaluate(async (name) => {
      const element = document.querySelector(`[data-key="${name}"]`);
      element.scrollIntoView({ block: "center", behavior: "instant" });
      await new Promise((done) => setTimeout(done, 300)); // scrolled, painted, at rest
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    }, key);
    await page.touchscreen.tap(place.x, place.y);
    await page.waitForTimeout(500);
    ++made;
  };
  // Of every question on the page "no", or else what stands first.
  const answers = () =>
    page.evaluate(() => {
      const groups = new Map();
      for (const input of document.querySelectorAll("#screen input[type=radio]")) {
        const { key } = input.closest("[data-key]").dataset;
        if (!groups.has(input.name) || key.endsWith("/no")) groups.set(input.name, key);
      }
      return [...groups.values()];
    });
  await tap("check/next");
  for (let at = 0; at < 20 && (await page.locator('[data-key="check/next"]').count()) > 0; ++at) {
    for (const key of await answers()) await tap(key);
    await tap("check/next");
  }
  await page.waitForTimeout(1000);
  const seen = await page.evaluate(() => [...window.taps_seen.values()]);
  const times = [...seen, ...Array(Math.max(0, made - seen.length)).fill(16)]; // shorter ones are not told
  await context.close();
  return {
    "touches in the check": made,
    "from the finger to the answer's picture, median ms": median(times),
    "from the finger to the answer's picture, 95 % below ms": share(times, 0.95),
    "from the finger to the answer's picture, longest ms": Math.max(...times),
  };
}

function build_programs() {
  for (const [preset, folder] of [
    ["release", "build/bench"],
    ["web", "build/bench-web"],
  ]) {
    const run = (...args) => {
      const { status, stdout, stderr } = spawnSync("cmake", args, { cwd: root, encoding: "utf8", maxBuffer: 1 << 26 });
      if (status !== 0) throw new Error(`cmake ${args.join(" ")}\n${stdout}${stderr}`);
    };
    run("--preset", preset, "-B", folder, "-DTAUTLINE_BENCH=ON");
    run("--build", folder, "--parallel", String(cpus().length), "--target", "core_bench", "steps_bench", "fan_bench");
  }
}

async function core({ runs }) {
  build_programs();
  const table = {};
  const content = join(root, "build/generated/whole.json");
  for (const [name, command, folder, ending] of [
    ["native", [], "build/bench/bin", ""],
    ["WebAssembly", [process.execPath], "build/bench-web/bin", ".js"],
  ]) {
    const run = (program, ...args) => {
      const { stdout, stderr, status } = spawnSync(
        [...command, join(root, folder, program + ending), ...args][0],
        [...command, join(root, folder, program + ending), ...args].slice(1),
        { encoding: "utf8" },
      );
      if (status !== 0) throw new Error(`${program}: ${stderr}`);
      return stdout;
    };
    const times = Array.from({ length: Math.min(runs, 3) }, () => JSON.parse(run("core_bench", content)));
    const proof = Array.from({ length: 3 }, () => JSON.parse(run("core_bench", content, "prove")).prove_s);
    const of = (key) => median(times.map((each) => each[key]));
    table[`${name}: assessments a second`] = of("assessments_per_s");
    table[`${name}: lists of what would change a second`] = of("what_would_change_per_s");
    table[`${name}: home screens made a second`] = of("home_screens_per_s");
    table[`${name}: result screens made a second`] = of("result_screens_per_s");
    table[`${name}: content read, ms`] = round(of("read_content_ms"), 1);
    table[`${name}: rules P1 to P8 proved over all answers, s`] = round(median(proof), 3);
    for (const line of run("steps_bench").trim().split("\n")) {
      const [, model, ns] = /^(.*?)\s+([\d.]+) ns a step/.exec(line) ?? [];
      if (model) table[`${name}: one step of ${model}, ns`] = Number(ns);
    }
    const fans = Array.from({ length: Math.min(runs, 3) }, () => JSON.parse(run("fan_bench")));
    const fan = (key) => round(median(fans.map((each) => each[key])), 2);
    table[`${name}: fan of 1,000 bodies over 8 weeks, ms`] = fan("fan_ms");
    table[`${name}:   the shortest of 21, ms`] = fan("fan_shortest_ms");
    table[`${name}:   of that its percentiles, ms`] = fan("percentiles_ms");
    table[`${name}:   a slice of 250 bodies for one frame, ms`] = fan("slice_ms");
    table[`${name}:   drawing the bodies, once, ms`] = fan("draw_bodies_ms");
  }
  const verify = [];
  for (let i = 0; i < 3; ++i) {
    const from = performance.now();
    const { status } = spawnSync(join(root, "build/bin/tautline"), ["verify", "--content", join(root, "content")]);
    if (status === 0) verify.push((performance.now() - from) / 1000);
  }
  if (verify.length) table["tautline verify, s"] = round(median(verify), 2);
  return table;
}

export async function main(words) {
  const all = { bytes, ready: ready_times, idle, frames, taps, core };
  const at = words.indexOf("--runs");
  const runs = at >= 0 ? Number(words[at + 1]) : 5;
  const wanted = words.filter((word, i) => (word !== "--runs" && i !== at + 1) || at < 0);
  for (const word of wanted)
    if (!all[word]) throw new Error(`no part "${word}"; there are ${Object.keys(all).join(", ")}`);
  if (!existsSync(join(root, "dist/site/index.html")))
    throw new Error("dist/site is not there; run build-scripts/build first");
  const site = await serve_site(join(root, "dist/site"));
  const browser = await launch_browser({ args: browser_args });
  // Parts that are not measured now keep what was measured before.
  const written = join(root, "build/bench.json");
  const before = existsSync(written) ? JSON.parse(readFileSync(written, "utf8")).parts : {};
  const report = { machine: `${cpus().length} × ${cpus()[0].model}`, browser: browser.version(), parts: before };
  try {
    for (const name of wanted.length ? wanted : Object.keys(all)) {
      const table = await all[name]({ browser, site, runs });
      report.parts[name] = table;
      console.log(`\n${name}`);
      for (const [what, value] of Object.entries(table))
        console.log(`  ${what.padEnd(70)} ${String(value ?? "–").padStart(12)}`);
    }
  } finally {
    await browser.close();
    await site.close();
  }
  write(written, `${JSON.stringify(report, null, 2)}\n`);
}
