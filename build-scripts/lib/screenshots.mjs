// The work of build-scripts/screenshots: opens the page once for each size, scheme and skin, walks through its screens
// as a person would, and keeps a picture of each.
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { launch_browser } from "./browser.mjs";
import { root } from "./files.mjs";
import { screens as routes } from "./screens.mjs";
import { serve_site } from "./site-server.mjs";

const sizes = {
  phone: { width: 390, height: 844, scale: 2, touch: true },
  tablet: { width: 820, height: 1180, scale: 1, touch: true },
  desktop: { width: 1440, height: 900, scale: 1 },
  kiosk: { width: 1080, height: 1920, scale: 1, touch: true },
};
const bodies = ["alarm", "muscles", "cortisol", "sensitivity"];

// A chapter with all its controls.
const play_freely = async (page) => {
  for (const key of ["dot/take", "card/take/play"]) await press(page, key);
};
const later = (count) => async (page) => {
  await play_freely(page);
  for (let i = 0; i < count; ++i) await press(page, "control/step");
};
// To a card, by its mark; its run to the end, because the next card ends it.
const card = (name, guess) => async (page) => {
  if (guess !== undefined) for (const key of ["dot/guess", `control/prediction/${guess}`]) await press(page, key);
  for (const key of ["dot/run", "card/run/play", "card/next"]) await press(page, key);
  await press(page, `dot/${name}`);
};
const answered = async (page, options) => {
  await go(page, "check");
  await press(page, "check/next");
  for (let at = 0; at < 40 && (await page.locator('[data-key="check/next"]').count()) > 0; ++at) {
    if (await page.locator('[data-key="check/none"]').count()) await press(page, "check/none");
    else if (await page.locator('[data-key="check/self-harm/no"]').count()) await press(page, "check/self-harm/no");
    for (const key of options) if (await page.locator(`[data-key="${key}"]`).count()) await press(page, key);
    if ((await page.locator('[data-key="check/to-result"]').count()) > 0) return press(page, "check/to-result");
    await press(page, "check/next");
  }
  await press(page, "review/result");
};
const like_tension = [
  "check/age/18-49",
  "check/duration/months",
  "check/examined/yes-unchanged",
  "check/location/shoulders",
  "check/feel/dull-ache",
  "check/spread/wide",
  "check/onset/gradual",
  "check/movement/sometimes",
  "check/position-eases/no",
  "check/stress-worse/often",
  "check/panic-worse/sometimes",
  "check/calm-eases/often",
  "check/moves-around/yes",
  "check/body-alarm/no",
  "check/limb-numb-tingle/no",
  "check/rest-medicine/help-little",
];

// Screens that need something done first.
const staged = {
  ...Object.fromEntries(
    bodies.flatMap((route) => [
      [`${route}-guess`, { route, act: async (page) => press(page, "dot/guess") }],
      [`${route}-compare`, { route, act: card("compare", 0) }],
      [`${route}-change`, { route, act: card("change") }],
      [`${route}-take`, { route, act: card("take") }],
      [`${route}-play`, { route, act: play_freely }],
      [`${route}-sure`, { route, act: async (page) => press(page, "drawer/sure") }],
    ]),
  ),
  "home-startled": {
    route: "home",
    act: async (page) => {
      await press(page, "home/startle");
      await page.waitForTimeout(1500);
    },
  },
  "relaxation-tight": {
    route: "relaxation",
    act: async (page) => {
      await press(page, "relax/start");
      await page.waitForTimeout(8000);
    },
  },
  "muscles-later": { route: "muscles", act: later(40) },
  "cortisol-stress": {
    route: "cortisol",
    act: async (page) => {
      await play_freely(page);
      await press(page, "control/add_stressor");
      await page.waitForTimeout(1500);
      if ((await page.locator('[data-key="control/play"]').textContent()) === "Pause")
        await press(page, "control/play");
    },
  },
  "muscles-another": {
    route: "muscles",
    act: async (page) => {
      await later(30)(page);
      await press(page, "control/muscle_region/2");
      await later(1)(page);
    },
  },
  "sensitivity-later": { route: "sensitivity", act: later(20) },
  "sensitivity-repeated": {
    route: "sensitivity",
    act: async (page) => {
      await play_freely(page);
      await press(page, "control/send_once");
      await page.waitForTimeout(2500);
      await press(page, "control/send_quickly");
      await page.waitForTimeout(7000);
      await press(page, "control/play");
    },
  },
  "feel-chosen": { route: "feel", act: (page) => press(page, "place/between-shoulders") },
  "result-emergency": {
    route: "check",
    act: async (page) => {
      await press(page, "check/next");
      await press(page, "check/chest-pain/yes");
      await press(page, "check/to-result");
    },
  },
  "stop-emergency": {
    route: "check",
    act: async (page) => {
      await press(page, "check/next");
      await press(page, "check/chest-pain/yes");
    },
  },
  "result-tension": { route: "check", act: (page) => answered(page, like_tension) },
  "own-body-open": {
    route: "check",
    act: async (page) => {
      await answered(page, like_tension);
      await press(page, "result/own-body/open");
    },
  },
  "own-body-tried": {
    route: "check",
    act: async (page) => {
      await answered(page, like_tension);
      await press(page, "result/own-body/open");
      await press(page, "control/own_what_if/0");
    },
  },
  "result-today": { route: "check", act: (page) => answered(page, [...like_tension, "check/feel/tight-band"]) },
};
const asked = JSON.parse(readFileSync(join(root, "content/assessment.json"), "utf8")).pages.filter(
  (page) => !page.optional,
);
for (let number = 1; number <= asked.length; ++number)
  staged[`check-${number}`] = {
    route: "check",
    act: async (page) => {
      await press(page, "check/next");
      for (let at = 1; at < number; ++at) await press(page, "check/next");
    },
  };

async function settle(page) {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));
}
async function go(page, route) {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#/${route}`);
  await settle(page);
  if (bodies.includes(route)) await page.waitForTimeout(1000); // the camera on its way
}
async function press(page, key) {
  await page
    .locator(`[data-key="${key}"]`)
    .first()
    .evaluate((element) => (element.querySelector("input") ?? element).click());
  await settle(page);
}

function read_options(words) {
  const options = {
    size: Object.keys(sizes),
    scheme: ["light", "dark"],
    skin: ["stage", "document"],
    screen: [...routes, ...Object.keys(staged)],
    out: join(root, "build/screenshots"),
  };
  for (let i = 0; i < words.length; ++i) {
    const name = words[i].replace(/^--/, "");
    if (name === "whole") options.whole = true;
    else if (name === "scale") options.scale = Number(words[++i]);
    else if (name === "out" || name === "site") options[name] = words[++i];
    else if (name in options) options[name] = words[++i].split(",");
    else throw new Error(`unknown option ${words[i]}; the head of build-scripts/screenshots lists them`);
  }
  for (const screen of options.screen)
    if (!routes.includes(screen) && !staged[screen]) throw new Error(`no screen "${screen}"`);
  return options;
}

function size_of(name) {
  if (sizes[name]) return sizes[name];
  const [width, height] = name.split("x").map(Number);
  if (!width || !height) throw new Error(`no size "${name}"`);
  return { width, height, scale: 1 };
}

export async function main(words) {
  const options = read_options(words);
  const folder = options.site ?? join(root, "dist/site");
  if (!existsSync(join(folder, "index.html")))
    throw new Error(`${folder} has no index.html; run build-scripts/build first`);
  mkdirSync(options.out, { recursive: true });
  const site = await serve_site(folder);
  const browser = await launch_browser({ args: ["--headless=new"] });
  let written = 0;
  try {
    for (const size of options.size)
      for (const scheme of options.scheme)
        for (const skin of options.skin) {
          const { width, height, scale, touch } = size_of(size);
          const open = async () => {
            const context = await browser.newContext({
              viewport: { width, height },
              colorScheme: scheme,
              deviceScaleFactor: options.scale ?? scale,
              hasTouch: touch ?? false,
              isMobile: touch ?? false,
            });
            const page = await context.newPage();
            await page.goto(`${site.url}${skin === "document" ? "?skin=document" : ""}`);
            await page.waitForFunction(() => document.documentElement.dataset.tautline === "ready", null, {
              timeout: 40_000,
            });
            return page;
          };
          const page = await open();
          for (const screen of options.screen) {
            // What a screen needs done would change the screens after it: a fresh visitor each.
            const here = staged[screen] ? await open() : page;
            await go(here, staged[screen]?.route ?? screen);
            await staged[screen]?.act(here);
            await here.evaluate(() => document.activeElement?.blur());
            const total = await here.evaluate(() => document.documentElement.scrollHeight);
            for (let part = 1, top = 0; part === 1 || (options.whole && top < total); ++part, top += height - 120) {
              await here.evaluate((y) => scrollTo({ top: y, behavior: "instant" }), top);
              await here.waitForTimeout(350); // colours that fade to their new place
              await here.screenshot({
                path: join(options.out, `${screen}-${size}-${scheme}-${skin}${part > 1 ? `-${part}` : ""}.png`),
              });
              ++written;
            }
            if (here !== page) await here.context().close();
          }
          await page.context().close();
        }
  } finally {
    await browser.close();
    await site.close();
  }
  console.log(`${written} pictures in ${options.out}`);
}
