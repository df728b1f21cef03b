// Starts the Chromium of this machine for the browser tests.
//   const browser = await launch_browser();
import { spawnSync } from "node:child_process";
import { chromium } from "playwright-core";

export function find_chromium() {
  for (const name of [
    process.env.TAUTLINE_CHROMIUM,
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
  ]) {
    if (!name) continue;
    const { status, stdout } = spawnSync("sh", ["-c", 'command -v "$0"', name], { encoding: "utf8" });
    if (status === 0) return stdout.trim();
  }
  throw new Error("No Chromium was found: run build-scripts/install, or put its path into TAUTLINE_CHROMIUM.");
}

// options.args are added to the command line; options.webgl: false starts it without 3D graphics.
export function launch_browser({ args = [], webgl = true, ...options } = {}) {
  return chromium.launch({
    executablePath: find_chromium(),
    args: [
      "--no-sandbox", // the tests run as root in continuous integration, and open only our own page
      // WebGL in software where there is no graphics card. Not --use-angle=swiftshader: the page itself would be put
      // together by it, too, which takes three times as long.
      ...(webgl ? ["--enable-unsafe-swiftshader"] : ["--disable-gpu", "--disable-3d-apis"]),
      ...args,
    ],
    ...options,
  });
}
