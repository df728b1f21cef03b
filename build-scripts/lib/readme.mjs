// A page of docs/ that goes out in a folder of its own, without the pages that it links to: they are named instead.
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { root } from "./files.mjs";

export function readme(path) {
  return readFileSync(join(root, path), "utf8").replace(/\[[^\]]*\]\(([\w-]+\.md)(?:#[^)]*)?\)/g, (_, name) => `\`docs/${name}\` in Tautline's source`);
}
