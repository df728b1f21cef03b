// Packs what is built (dist/, the command, the certificate) as a release: the same bytes for the same files, whenever,
// wherever and by whomever they are packed.
//   release.mjs VERSION OUT_FOLDER
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { integrity_of } from "./digests.mjs";
import { at, read, walk } from "./files.mjs";
import { sbom } from "./sbom.mjs";

const [version, out] = process.argv.slice(2);
const name = `tautline-${version}`;
const epoch =
  process.env.SOURCE_DATE_EPOCH ??
  execFileSync("git", ["log", "-1", "--format=%ct"], { cwd: at("."), encoding: "utf8" }).trim();
const stage = mkdtempSync(join(tmpdir(), "tautline-pack-"));
process.on("exit", () => rmSync(stage, { recursive: true, force: true }));
mkdirSync(out, { recursive: true });
const put = (path, text) => writeFileSync(join(out, path), text);

// Names in order, one date, nobody's user, no umask; gzip without a name and a date.
function archive(folder) {
  const tar = execFileSync(
    "tar",
    [
      "--create",
      "--format=gnu",
      "--sort=name",
      `--mtime=@${epoch}`,
      "--owner=0",
      "--group=0",
      "--numeric-owner",
      "--mode=u+rw,go+r,go-w,a+X,u-s,g-s",
      "--directory",
      stage,
      folder,
    ],
    { maxBuffer: 1 << 30 },
  );
  put(`${folder}.tar.gz`, execFileSync("gzip", ["--no-name", "-9"], { input: tar, maxBuffer: 1 << 30 }));
}

// One folder of dist/ under the release's name, with the notices, and the digests that page and worker hold its files to.
function archive_dist(part) {
  const folder = `${name}-${part}`;
  cpSync(at(`dist/${part}`), join(stage, folder), { recursive: true });
  const files = walk(join(stage, folder));
  const digests = Object.fromEntries(
    files.map((path) => [path, integrity_of(readFileSync(join(stage, folder, path)))]),
  );
  writeFileSync(join(stage, folder, "digests.json"), `${JSON.stringify(digests, null, 1)}\n`);
  archive(folder);
}

// The command as it finds its content: bin/, share/tautline/content and docs.
function archive_command() {
  const folder = `${name}-${process.platform}-${process.arch === "x64" ? "x86_64" : process.arch}`;
  const place = join(stage, folder);
  mkdirSync(join(place, "bin"), { recursive: true });
  cpSync(at("build/bin/tautline"), join(place, "bin/tautline"));
  chmodSync(join(place, "bin/tautline"), 0o755);
  cpSync(at("content"), join(place, "share/tautline/content"), { recursive: true });
  for (const path of walk(at("docs")).filter((path) => path.endsWith(".md") && !path.includes("/")))
    cpSync(at(`docs/${path}`), join(place, "share/tautline/docs", path));
  for (const path of ["LICENSE", "CHANGELOG.md"]) cpSync(at(path), join(place, path));
  writeFileSync(
    join(place, "licenses.txt"),
    `${read("dist/site/licenses.txt")}\n\nutf8proc, in the command\n\n${read("build/third_party/utf8proc/LICENSE.md")}`,
  );
  archive(folder);
}

const changes = new RegExp(`^## ${version.replaceAll(".", "\\.")}\\b[^]*?(?=^## |(?![^]))`, "m").exec(
  read("CHANGELOG.md").toString(),
)[0];

for (const part of ["site", "kiosk", "embed", "lms"]) archive_dist(part);
archive_command();
put(`${name}.html`, read("dist/tautline.html"));
put(`tautline-lesson-${version}.tgz`, read(`dist/embed/tautline-lesson-${version}.tgz`));
put(`${name}-sbom.cdx.json`, sbom(version));
put(`${name}-licenses.txt`, read("dist/site/licenses.txt"));
put(`${name}-LICENSE.txt`, read("LICENSE"));
put(`${name}-THIRD_PARTY.md`, read("THIRD_PARTY.md"));
put(`${name}-CHANGELOG.md`, changes.trimEnd() + "\n");
if (existsSync(at("build/certificate.json"))) put(`${name}-certificate.json`, read("build/certificate.json"));
const sums = walk(out)
  .filter((path) => path !== "SHA256SUMS")
  .map(
    (path) =>
      `${createHash("sha256")
        .update(readFileSync(join(out, path)))
        .digest("hex")}  ${path}\n`,
  );
put("SHA256SUMS", sums.join(""));
process.stdout.write(sums.join(""));
