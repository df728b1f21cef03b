// An X screen in memory, for what has to be seen as a kiosk or a desktop shows it: with a window, not headless.
//   const screen = await open_screen();   screen.display, screen.windows(), await screen.close()
import { spawn, spawnSync } from "node:child_process";

export async function open_screen({ width = 1080, height = 1400 } = {}) {
  const server = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", `${width}x${height}x24`, "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const number = await new Promise((done, failed) => {
    server.once("error", () => failed(new Error("No Xvfb was found: run build-scripts/install.")));
    server.once("exit", () => failed(new Error("Xvfb ended before it had a screen.")));
    server.stdio[3].setEncoding("utf8").once("data", (text) => done(text.trim()));
  });
  const display = `:${number}`;
  return {
    display,
    windows: () => spawnSync("xwininfo", ["-root", "-tree", "-display", display], { encoding: "utf8" }).stdout,
    close: () =>
      new Promise((done) => {
        server.once("exit", done);
        server.kill();
      }),
  };
}
