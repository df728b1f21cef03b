// A release: archives that come to the same bytes whoever packs them, sums that hold, an SBOM that keeps its schema, and
// digests that page and worker know. The short form packs what is built; with TAUTLINE_FULL two clean clones are built.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import Ajv from "ajv";

import { build_folder, root, walk } from "../../build-scripts/lib/files.mjs";

const version = /project\(tautline VERSION (\S+)/.exec(readFileSync(join(root, "CMakeLists.txt"), "utf8"))[1];
const name = `tautline-${version}`;
const work = mkdtempSync(join(tmpdir(), "tautline-release-test-"));
after(() => rmSync(work, { recursive: true, force: true }));
const release = join(work, "one");
const pack = (out, { umask = "022", env = {} } = {}) =>
  execFileSync(
    "sh",
    ["-c", `umask ${umask}; exec node "$0" "$1" "$2"`, join(root, "build-scripts/lib/release.mjs"), version, out],
    { encoding: "utf8", env: { ...process.env, SOURCE_DATE_EPOCH: "1796083200", ...env } },
  );
const sums = (folder) => readFileSync(join(folder, "SHA256SUMS"), "utf8");
const file = (path) => readFileSync(join(release, path));
const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");
before(() => pack(release));

test("packed again by somebody else, at another time, the bytes are the same", () => {
  const other = join(work, "two");
  pack(other, { umask: "077", env: { TZ: "Asia/Tokyo", LC_ALL: "C", TMPDIR: work, USER: "somebody" } });
  assert.equal(sums(other), sums(release));
  // And the test can fail: another date is another archive.
  const later = join(work, "three");
  pack(later, { env: { SOURCE_DATE_EPOCH: "1796083201" } });
  assert.notEqual(sums(later), sums(release));
});

test("everything is there, and every sum holds", () => {
  const lines = sums(release).trimEnd().split("\n");
  const files = lines.map((line) => line.slice(66));
  assert.deepEqual(
    files,
    readdirSync(release)
      .filter((path) => path !== "SHA256SUMS")
      .sort(),
  );
  for (const line of lines) assert.equal(sha256(file(line.slice(66))), line.slice(0, 64), line);
  assert.equal(spawnSync("sha256sum", ["--check", "--quiet", "SHA256SUMS"], { cwd: release }).status, 0);
  for (const part of [
    "-site.tar.gz",
    "-kiosk.tar.gz",
    "-embed.tar.gz",
    "-lms.tar.gz",
    ".html",
    "-sbom.cdx.json",
    "-licenses.txt",
    "-CHANGELOG.md",
  ])
    assert.ok(files.includes(`${name}${part}`), part);
  assert.ok(files.includes(`tautline-lesson-${version}.tgz`));
  const changes = file(`${name}-CHANGELOG.md`).toString();
  assert.match(changes, new RegExp(`^## ${version}`));
  assert.equal(changes.match(/^## /gm).length, 1);
});

function unpacked(part) {
  const folder = join(work, part);
  mkdirSync(folder);
  execFileSync("tar", ["-xzf", join(release, `${name}-${part}.tar.gz`), "-C", folder]);
  return join(folder, `${name}-${part}`);
}

test("the archive of the page is the page, with the digests that page and worker hold its files to", () => {
  const site = unpacked("site");
  const digests = JSON.parse(readFileSync(join(site, "digests.json"), "utf8"));
  assert.deepEqual(Object.keys(digests), walk(join(root, "dist/site")));
  const build = build_folder(site);
  for (const [path, digest] of Object.entries(digests)) {
    const bytes = readFileSync(join(site, path));
    assert.ok(bytes.equals(readFileSync(join(root, "dist/site", path))), path);
    assert.equal(digest, `sha256-${createHash("sha256").update(bytes).digest("base64")}`, path);
  }
  const [page, worker] = [`${build}/tautline.js`, "worker.js"].map((path) => readFileSync(join(site, path), "utf8"));
  for (const path of ["engine.wasm", "content.json", "later.json", "fonts/regular.ttf", "take-away.wasm"]) {
    assert.ok(page.includes(digests[`${build}/${path}`].slice(7)), `the page knows ${path}`);
    assert.ok(worker.includes(digests[`${build}/${path}`]), `the worker knows ${path}`);
  }
});

test("the command in its archive finds its content and what stands round it", () => {
  const folder = unpacked(`${process.platform}-${process.arch === "x64" ? "x86_64" : process.arch}`);
  const run = (...args) => spawnSync(join(folder, "bin/tautline"), args, { encoding: "utf8", cwd: "/", env: {} });
  const lint = run("verify", "--only", "P10");
  assert.equal(lint.status, 0, lint.stderr);
  assert.match(lint.stdout, /^Every rule asked for holds: tautline /m);
  const page = run("review", "-o", join(work, "review.html"));
  assert.equal(page.status, 0, page.stderr);
  assert.ok(readFileSync(join(work, "review.html"), "utf8").includes("20,000 people"), "with the population");
});

test("the SBOM keeps CycloneDX's schema and names what goes out", () => {
  const bom = JSON.parse(file(`${name}-sbom.cdx.json`));
  const schemas = join(root, "node_modules/@cyclonedx/cyclonedx-library/res/schema");
  const read = (path) => JSON.parse(readFileSync(join(schemas, path), "utf8"));
  const ajv = new Ajv.default({ strict: false, validateFormats: false, allErrors: true });
  for (const path of readdirSync(schemas).filter((path) => /^(spdx|jsf)/.test(path) && path.endsWith(".json")))
    ajv.addSchema(read(path), `http://cyclonedx.org/schema/${path}`);
  const valid = ajv.compile(read("bom-1.6.SNAPSHOT.schema.json"));
  assert.ok(valid(bom), JSON.stringify(valid.errors?.slice(0, 3)));
  const out = bom.components.filter(({ scope }) => scope === "required").map((part) => part.name);
  assert.deepEqual([...out].sort(), [
    "@ebi-gene-expression-group/anatomogram",
    "@fontsource/atkinson-hyperlegible",
    "@fontsource/lexend",
    "@xapi/cmi5",
    "@xapi/xapi",
    "axios",
    "emscripten",
    "imgui",
    "json",
    "musl",
    "pym.js",
    "qrcodegen",
    "react-native-body-highlighter",
    "utf8proc",
    "workbox-core",
    "workbox-precaching",
    "workbox-routing",
    "workbox-strategies",
  ]);
  for (const { name: part, version: its, scope, hashes, licenses } of bom.components) {
    assert.ok(its, `${part} has a version`);
    if (scope !== "required") continue;
    assert.ok(hashes?.length || part === "emscripten", `${part} has a digest`); // that one is the machine's own
    assert.ok(licenses?.length, `${part} has a licence`);
  }
  assert.equal(bom.serialNumber, undefined, "no number that is another each time");
});

test("the command refuses a release that is none", () => {
  const refused = (...args) => spawnSync(join(root, "build-scripts/release"), args, { encoding: "utf8" });
  for (const [args, about, status] of [
    [[], /usage: release VERSION/, 2],
    [["one"], /usage: release VERSION/, 2],
    [["9.9.9"], /CMakeLists\.txt says/, 1],
    [[version, work], /(is there already|not committed)/, 1],
  ]) {
    const done = refused(...args);
    assert.equal(done.status, status, args.join(" "));
    assert.match(done.stderr, about);
  }
});

// Takes a quarter of an hour: each clone builds everything anew.
test(
  "two clean clones in two folders give the same sums",
  { skip: !process.env.TAUTLINE_FULL, timeout: 3_600_000 },
  () => {
    const made = ["a", "somewhere else"].map((place) => {
      const clone = join(work, place);
      execFileSync("git", ["clone", "--quiet", root, clone]);
      const out = join(work, `${place}-out`);
      execFileSync(join(clone, "build-scripts/release"), [version, out], { stdio: ["ignore", "ignore", "inherit"] });
      return sums(out);
    });
    assert.equal(made[0], made[1]);
  },
);
