// Small helpers that the build scripts share.
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  rmdirSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

// A file of the project, by its path in it.
export const at = (path) => join(root, path);
export const read = (path) => readFileSync(at(path));

// Writes only what has changed, and all of it at once, so that nothing downstream is rebuilt or served half-written.
export function write(path, content) {
  const bytes = Buffer.from(content);
  if (existsSync(path) && readFileSync(path).equals(bytes)) return;
  mkdirSync(dirname(path), { recursive: true });
  const half = `${path}.${process.pid}`;
  writeFileSync(half, bytes);
  renameSync(half, path);
}

// A text that is UTF-8 whatever a host says of it: a header that names another charset, or a page in another one that a
// script stands in, counts for less than this mark. (Modules and JSON are always UTF-8.)
export const marked = (text) => `\ufeff${text}`;

// Every file below a folder, as sorted paths relative to it with forward slashes. Links are followed, as the command
// follows them in a pack; one that leads nowhere, or back into a folder that it stands in, is named and stops the build.
export function walk(folder) {
  const from = folder;
  const below = (place, inside) => {
    const real = realpathSync(place);
    if (inside.includes(real)) throw new Error(`${place} is a link to a folder that it stands in`);
    return readdirSync(place).flatMap((name) => {
      const path = join(place, name);
      const found = statSync(path, { throwIfNoEntry: false });
      if (!found) throw new Error(`${path} is a link that leads nowhere`);
      return found.isDirectory() ? below(path, [...inside, real]) : [relative(from, path).replaceAll("\\", "/")];
    });
  };
  return existsSync(folder) ? below(folder, []).sort() : [];
}

// Takes away what stands in a folder and is not kept. A link goes itself, and nothing that it leads to.
export function remove_others(folder, is_kept, from = folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) remove_others(path, is_kept, from);
    else if (!is_kept(relative(from, path).replaceAll("\\", "/"))) rmSync(path);
  }
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

// A folder with these files, a map from path to content, and no others.
export function write_folder(folder, files) {
  for (const [path, content] of files) write(join(folder, path), content);
  remove_others(folder, (path) => files.has(path));
  remove_empty_folders(folder);
}

// The folder of the built page's files, "build-0123abcd45", in dist/site or another folder like it.
export function build_folder(site) {
  const names = readdirSync(site).filter((name) => /^build-[0-9a-f]{10}$/.test(name));
  if (names.length !== 1) throw new Error(`${site} has ${names.length} build folders; run build-scripts/build`);
  return names[0];
}
