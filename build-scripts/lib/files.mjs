// Small helpers that the build scripts share.
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

// Writes only what has changed, and all of it at once, so that nothing downstream is rebuilt or served half-written.
export function write(path, content) {
  const bytes = Buffer.from(content);
  if (existsSync(path) && readFileSync(path).equals(bytes)) return;
  mkdirSync(dirname(path), { recursive: true });
  const half = `${path}.${process.pid}`;
  writeFileSync(half, bytes);
  renameSync(half, path);
}

// Every file below a folder, as sorted paths relative to it with forward slashes.
export function walk(folder, from = folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? walk(path, from) : [relative(from, path).replaceAll("\\", "/")];
  }).sort();
}

// Leftovers of files that are no longer made.
export function remove_empty_folders(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const path = join(folder, entry.name);
    remove_empty_folders(path);
    if (readdirSync(path).length === 0) rmdirSync(path);
  }
}

// The folder of the built page's files, "build-0123abcd45", in dist/site or another folder like it.
export function build_folder(site) {
  const names = readdirSync(site).filter((name) => /^build-[0-9a-f]{10}$/.test(name));
  if (names.length !== 1) throw new Error(`${site} has ${names.length} build folders; run build-scripts/build`);
  return names[0];
}
