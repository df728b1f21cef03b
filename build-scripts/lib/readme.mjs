// A page of docs/ that goes out in a folder of its own, without the pages that it links to: they are named instead.
import { read } from "./files.mjs";

export function readme(path) {
  return read(path)
    .toString()
    .replace(/\[[^\]]*\]\(([\w-]+\.md)(?:#[^)]*)?\)/g, (_, name) => `\`docs/${name}\` in Tautline's source`);
}
