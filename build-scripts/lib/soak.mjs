// Uses the kiosk as a crowd would, for as long as is asked, and measures what stays behind. Every choice comes from the
// seed, so that a run can be had again.
//   soak({browser, url, interactions, visitors, losses, seed, log}) → figures and problems
const every = 10; // visitors between two measurements

// Runs in the page. One visitor: comes, does things, and leaves in one of the ways people leave.
async function visitor({ seed, interactions, losses, check }) {
  const kiosk = window.tautlineKiosk;
  let state = seed >>> 0;
  const random = () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
  };
  const roll = (n) => Math.floor(random() * n);
  const frame = () => new Promise((done) => requestAnimationFrame(() => done()));
  const until = async (what, wanted) => {
    for (let i = 0; i < 400; ++i) {
      if (wanted()) return;
      await new Promise((done) => setTimeout(done, 25));
    }
    throw new Error(`it does not come: ${what}`);
  };
  const attract = document.getElementById("kiosk-attract");
  await until("attract", () => !attract.hidden && attract.querySelector("button"));
  const trace = [];
  if (check)
    trace.push(
      location.hash,
      history.length,
      String(history.state),
      window.name,
      scrollX + scrollY,
      String(getSelection()),
      document.querySelectorAll("#screen *").length,
      document.querySelectorAll("input").length,
      document.activeElement.tagName,
    );
  const doors = attract.querySelectorAll("button");
  doors[roll(doors.length)].click();
  await until(
    "a visit",
    () => kiosk.idle.presence === "active" && document.querySelectorAll("#screen [data-key]").length > 10,
  );

  // The soak measures the page, not the machine: where many share a processor, seconds may pass in which nothing runs.
  kiosk.hangMs = kiosk.page.canvas.patienceMs = 600_000;
  const losing = new Set(Array.from({ length: losses }, () => roll(interactions)));
  let done = 0;
  const act = () => {
    const all = document.querySelectorAll("#screen :is(a[href], button, input), #kiosk-bar button:first-child");
    const one = all[roll(all.length)];
    if (!one) return;
    const kind = roll(20);
    if (kind === 0) window.scrollTo(0, random() * document.documentElement.scrollHeight);
    else if (kind === 1)
      window.dispatchEvent(
        new KeyboardEvent("keydown", {
          key: ["ArrowUp", "ArrowDown", "ArrowLeft", "Enter", "F5", "Escape"][roll(6)],
          bubbles: true,
          cancelable: true,
        }),
      );
    else if (kind === 2) one.focus();
    else if (kind === 3) one.dispatchEvent(new PointerEvent("pointerover", { bubbles: true, pointerType: "mouse" }));
    else if (one.type === "range") {
      one.value = Number(one.min) + random() * (Number(one.max) - Number(one.min));
      one.dispatchEvent(new Event("input", { bubbles: true }));
    } else one.click();
  };
  for (let i = 0; i < interactions && kiosk.idle.presence === "active"; ++i) {
    // Nobody reads in a soak: the self-check is found by chance too seldom, so some visitors go there at once.
    if (i === 0 && roll(2) === 0) document.querySelector('[data-key="home/check"]')?.click();
    act();
    ++done;
    if (losing.has(i)) {
      const canvas = document.querySelector("#stage > canvas");
      const extension = (canvas.getContext("webgl2") ?? canvas.getContext("webgl"))?.getExtension("WEBGL_lose_context");
      if (extension) {
        const lost = new Promise((done) => canvas.addEventListener("webglcontextlost", done, { once: true }));
        extension.loseContext();
        for (let more = roll(4); more > 0; --more) act();
        await lost; // before the page has heard of it, it cannot be given back
        await frame();
        // Now and then nobody waits for the context: the visitor is gone before it is back.
        if (roll(4) === 0) await kiosk.guard(() => kiosk.finish());
        extension.restoreContext();
        await frame();
        await frame();
        window.soakLosses = (window.soakLosses ?? 0) + 1;
      }
    }
    if (i % 8 === 7) await frame();
  }
  if (kiosk.idle.presence === "active") {
    const way = roll(3);
    // While a practice runs nobody is asked whether they are still there: who goes away then, says so.
    if (way === 0 || kiosk.busy) document.querySelector("#kiosk-bar button:last-child").click();
    else {
      kiosk.idle.since -= kiosk.idle.idleMs; // the minute is over
      await until("the warning", () => kiosk.idle.presence === "warning");
      if (way === 1) document.querySelector("#kiosk-warning button:last-child").click();
      else kiosk.idle.since -= kiosk.idle.warningMs;
    }
  }
  await until("attract again", () => !attract.hidden && attract.querySelector("button"));
  return {
    done,
    trace,
    restarts: kiosk.recovery.count,
    memory: kiosk.renewal.memory.buffer.byteLength,
    losses: window.soakLosses ?? 0,
  };
}

// Of all bytes of the engine's memory: a new engine has the same in it whoever was there before.
async function memory_print() {
  const kiosk = window.tautlineKiosk;
  kiosk.attract.hide();
  await kiosk.renew(kiosk.settings.languages[0]);
  const words = new Uint32Array(kiosk.renewal.memory.buffer);
  let end = words.length;
  while (end > 0 && words[end - 1] === 0) --end;
  let hash = 0x811c9dc5;
  for (let i = 0; i < end; ++i) hash = Math.imul(hash ^ words[i], 0x01000193);
  await kiosk.attract.show();
  return `${hash >>> 0} of ${end * 4} bytes`;
}

// Least squares: how much y grows for one more of x.
function slope(points) {
  const n = points.length;
  const mx = points.reduce((sum, [x]) => sum + x, 0) / n,
    my = points.reduce((sum, [, y]) => sum + y, 0) / n;
  const over = points.reduce((sum, [x]) => sum + (x - mx) ** 2, 0);
  return over === 0 ? 0 : points.reduce((sum, [x, y]) => sum + (x - mx) * (y - my), 0) / over;
}

export async function soak({ browser, url, interactions, visitors, losses, seed, log = () => {}, seconds = Infinity }) {
  const context = await browser.newContext({ viewport: { width: 540, height: 800 } });
  const page = await context.newPage();
  const problems = [];
  let begun = false,
    done = 0;
  page.on("pageerror", (error) => problems.push(`uncaught ${error}`));
  page.on("console", (message) => {
    if (message.type() === "error" || /starting again/.test(message.text()))
      problems.push(`console: ${message.text()}`);
  });
  page.on("framenavigated", () => begun && problems.push(`after ${done} interactions the page loaded anew`));
  page.on("crash", () => problems.push("the page crashed"));
  page.on("request", (request) => {
    if (new URL(request.url()).origin !== new URL(url).origin && !request.url().startsWith("data:"))
      problems.push(`request elsewhere: ${request.url()}`);
  });
  page.setDefaultTimeout(300_000);
  await page.goto(`${url}?webgl=on`); // or there is no context to lose where the processor paints
  await page.waitForFunction(() => window.tautlineKiosk, null, { timeout: 300_000 });
  const cdp = await context.newCDPSession(page);
  const measurements = [];
  begun = true;
  const measure = async (at) => {
    await cdp.send("HeapProfiler.collectGarbage");
    const { usedSize } = await cdp.send("Runtime.getHeapUsage");
    const { nodes, jsEventListeners } = await cdp.send("Memory.getDOMCounters");
    const print = await page.evaluate(memory_print);
    if (measurements.length && measurements[0].print !== print)
      problems.push(`after ${at} interactions the new engine's memory is ${print}, not ${measurements[0].print}`);
    const memory = await page.evaluate(() => window.tautlineKiosk.renewal.memory.buffer.byteLength);
    measurements.push({ at, heap: usedSize / 2 ** 20, memory: memory / 2 ** 20, nodes, jsEventListeners, print });
    log(
      `${at} interactions, ${visited} visitors, ${lost} losses: heap ${(usedSize / 2 ** 20).toFixed(2)} MB, engine ${memory / 2 ** 20} MB, ${nodes} nodes, ${jsEventListeners} listeners`,
    );
  };
  const from = Date.now();
  let visited = 0,
    lost = 0,
    first;
  await measure(0);
  while (
    (visited < visitors || done < interactions || lost < losses) &&
    (Date.now() - from) / 1000 < seconds &&
    problems.length < 5
  ) {
    const each = Math.ceil(interactions / visitors);
    const wanted = Math.max(1, Math.round(each * (0.4 + 1.2 * (((seed * 31 + visited * 2654435761) >>> 0) / 2 ** 32))));
    const due = Math.ceil(((visited + 1) * losses) / visitors) - lost;
    const result = await page
      .evaluate(visitor, {
        seed: (seed + visited * 7919) >>> 0,
        interactions: wanted,
        losses: Math.max(0, due),
        check: true,
      })
      .catch((error) => {
        throw new Error([...problems, error.message].join("; "));
      });
    first ??= JSON.stringify(result.trace);
    if (JSON.stringify(result.trace) !== first)
      problems.push(`visitor ${visited} found ${JSON.stringify(result.trace)}, the first one ${first}`);
    if (result.restarts) problems.push(`${result.restarts} restarts by visitor ${visited}`);
    done += result.done;
    lost = result.losses;
    ++visited;
    if (visited % every === 0) await measure(done);
  }
  if (measurements[measurements.length - 1].at !== done) await measure(done);
  await context.close();
  const settled = measurements.filter(({ at }) => at >= done * 0.1);
  const per_thousand = (key) => slope(settled.map((each) => [each.at / 1000, each[key]]));
  return {
    interactions: done,
    visitors: visited,
    losses: lost,
    seed,
    seconds: Math.round((Date.now() - from) / 1000),
    heap_mb_per_1000: per_thousand("heap"),
    memory_mb_per_1000: per_thousand("memory"),
    heap_mb: [settled[0].heap, measurements[measurements.length - 1].heap],
    memory_mb: measurements[measurements.length - 1].memory,
    nodes: measurements[measurements.length - 1].nodes,
    listeners: measurements[measurements.length - 1].jsEventListeners,
    memory_print: measurements[0].print,
    problems,
  };
}
