// Fills build/third_party from pinned archives (third-party.json). An archive is fetched once ever: it stays in the
// user's cache, from which every later clone unpacks without a network. Two pins guard each: the archive's SHA-256,
// and a digest over the files we keep, which also holds for the upstream tag's archive of the same version.
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const parts = JSON.parse(readFileSync(join(root, "build-scripts/third-party.json"), "utf8"));
const target = join(root, "build/third_party");
export const cache =
  process.env.TAUTLINE_CACHE || join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "tautline");

const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");
const file_name = (part) => part.debian.path.split("/").pop();
const kept = (part) =>
  Object.entries(part.keep)
    .flatMap(([from, names]) => names.map((name) => ({ from, name })))
    .sort((a, b) => (a.name < b.name ? -1 : 1));

// One digest over the kept files' names and contents, or undefined when one is missing.
function digest(part, folder, place = ({ name }) => name) {
  const hash = createHash("sha256");
  for (const file of kept(part)) {
    const path = join(folder, place(file));
    if (!existsSync(path)) return undefined;
    hash.update(`${sha256(readFileSync(path))}  ${file.name}\n`);
  }
  return hash.digest("hex");
}

// The base addresses of the distribution's own packages, from apt's own configuration; other people's sources,
// snapshots and the security archive have no source pool of this kind.
function debian_mirrors() {
  if (!existsSync("/usr/lib/apt/apt-helper") || !existsSync("/etc/os-release")) return [];
  const suite = /^VERSION_CODENAME=(.*)$/m.exec(readFileSync("/etc/os-release", "utf8"))?.[1].replaceAll('"', "");
  const names = new Set([suite, "stable", "testing", "unstable", "sid"]);
  const mirrors = [];
  const add = (uris, suites) => {
    if (suites.some((name) => names.has(name)))
      mirrors.push(...uris.filter((uri) => /^https?:/.test(uri) && !/snapshot|security/.test(uri)));
  };
  const folder = "/etc/apt/sources.list.d";
  const lists = existsSync(folder)
    ? readdirSync(folder)
        .sort()
        .map((name) => join(folder, name))
    : [];
  for (const path of ["/etc/apt/sources.list", ...lists]) {
    if (!existsSync(path)) continue;
    const text = readFileSync(path, "utf8").replace(/^\s*#.*\n/gm, "");
    if (path.endsWith(".sources")) {
      for (const stanza of text.split(/\n\s*\n/)) {
        const field = (name) =>
          new RegExp(`^${name}:(.*(?:\\n[ \\t].*)*)`, "mi").exec(stanza)?.[1].trim().split(/\s+/) ?? [];
        if (field("Enabled")[0] !== "no") add(field("URIs"), field("Suites"));
      }
    } else if (path.endsWith(".list")) {
      for (const line of text.split("\n")) {
        const entry = /^\s*deb(?:-src)?\s+(?:\[[^\]]*\]\s+)?(\S+)\s+(\S+)/.exec(line);
        if (entry) add([entry[1]], [entry[2]]);
      }
    }
  }
  return [...new Set(mirrors.map((uri) => uri.replace(/\/$/, "")))];
}

function from_debian(part, to) {
  for (const mirror of debian_mirrors()) {
    const { status } = spawnSync(
      "/usr/lib/apt/apt-helper",
      ["download-file", `${mirror}/${part.debian.path}`, to, `SHA256:${part.debian.sha256}`],
      { stdio: "ignore" },
    );
    if (status === 0 && existsSync(to) && sha256(readFileSync(to)) === part.debian.sha256) return true;
    rmSync(to, { force: true });
  }
  return false;
}

async function from_upstream(part, to) {
  try {
    const answer = await fetch(part.upstream, { signal: AbortSignal.timeout(120_000) });
    if (!answer.ok) return false;
    writeFileSync(to, Buffer.from(await answer.arrayBuffer()));
    return true;
  } catch {
    return false;
  }
}

// Unpacks the kept files of an archive whose one top folder may have any name.
function unpack(part, archive) {
  mkdirSync(target, { recursive: true });
  const whole = mkdtempSync(join(target, ".unpack-"));
  try {
    execFileSync("tar", ["-xf", archive, "-C", whole, "--strip-components=1"], {
      stdio: ["ignore", "ignore", "inherit"],
    });
    if (digest(part, whole, ({ from, name }) => join(from, name)) !== part.files_sha256) return false;
    const fresh = mkdtempSync(join(target, ".fresh-"));
    for (const { from, name } of kept(part)) cpSync(join(whole, from, name), join(fresh, name));
    chmodSync(fresh, 0o755);
    rmSync(join(target, part.name), { recursive: true, force: true });
    renameSync(fresh, join(target, part.name));
    return true;
  } catch {
    return false;
  } finally {
    rmSync(whole, { recursive: true, force: true });
  }
}

async function provide(part) {
  if (digest(part, join(target, part.name)) === part.files_sha256) return;
  mkdirSync(cache, { recursive: true });
  const debian = join(cache, file_name(part));
  const upstream = join(cache, `${part.name}-${part.version}-upstream.tar.gz`);
  for (const [archive, get] of [
    [debian, from_debian],
    [upstream, from_upstream],
  ]) {
    if (existsSync(archive) && unpack(part, archive)) return;
    const half = `${archive}.${process.pid}`;
    try {
      if (!(await get(part, half))) continue;
      if (!unpack(part, half)) {
        console.error(
          `install: what was fetched as ${part.name} ${part.version} is not what is pinned; it was thrown away.`,
        );
        continue;
      }
      renameSync(half, archive);
      return;
    } finally {
      rmSync(half, { force: true });
    }
  }
  throw new Error(
    `the sources of ${part.name} ${part.version} could not be fetched from Debian's archive or from its authors. ` +
      `Put ${file_name(part)} (SHA-256 ${part.debian.sha256}), or the authors' archive of that version as ` +
      `${part.name}-${part.version}-upstream.tar.gz, into ${cache} and run build-scripts/install again.`,
  );
}

if (process.argv[2] === "--digests") {
  for (const part of parts) console.log(part.name, digest(part, join(target, part.name)));
} else {
  try {
    for (const part of parts) await provide(part);
  } catch (error) {
    console.error(`install: ${error.message}`);
    process.exit(1);
  }
}
