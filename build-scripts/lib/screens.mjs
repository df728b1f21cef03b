// The screens as their addresses name them: the product's own table (src/app/routes.h, by way of the build), so that nothing
// that goes through every screen can forget one.
//   import { chapters, screens, waiting } from "./screens.mjs";
import { existsSync } from "node:fs";

const made = new URL("../../build/generated/protocol.mjs", import.meta.url);
if (!existsSync(made)) throw new Error("build/generated/protocol.mjs is not there yet; run build-scripts/build first");
const { chapters, routes } = await import(made);
export { chapters };

export const screens = routes.map(({ name }) => name);

/** Those that stand only when the later words have come. */
export const waiting = routes.filter(({ words }) => words === "all").map(({ name }) => name);

/** Those that the first part of the engine does not have. */
export const in_take_away = routes.filter(({ engine }) => engine === "all").map(({ name }) => name);

/** The words key of what a screen is called where it is not shown. */
export const title_of = Object.fromEntries(routes.map(({ name, title }) => [name, title]));
