// The names of all screens as they stand in addresses: the product's own table, so that nothing that goes through every
// screen can forget one.
//   import { screens } from "./screens.mjs";
import { readFileSync } from "node:fs";

const source = (path) => readFileSync(new URL(`../../src/${path}`, import.meta.url), "utf8");

const table = /route_names\[\] = \{([^}]*)\}/.exec(source("view/screen/builder.cpp"))?.[1] ?? "";
export const screens = [...table.matchAll(/"([a-z-]+)"/g)].map(([, name]) => name);

const count = Number(/route_count = (\d+)/.exec(source("app/action.h"))?.[1]);
if (screens.length !== count)
  throw new Error(`src/view/screen/builder.cpp: read ${screens.length} route_names, expected the ${count} of route_count in src/app/action.h`);
