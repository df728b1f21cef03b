// What a release is made of, as CycloneDX: our sources' pins (third-party.json) and npm's lock file. What of it goes out
// is said once, in THIRD_PARTY.md: a package named under "In the page" or "Beside the page" is required; the rest only
// builds and tests.
import { execFileSync } from "node:child_process";
import * as CDX from "@cyclonedx/cyclonedx-library";

import { read } from "./files.mjs";

const { Enums, Models, Serialize, Spec } = CDX.default ?? CDX;
const json = (path) => JSON.parse(read(path));

// The words of the parts' names in the two tables of THIRD_PARTY.md that say what goes out.
const named = new Set(
  read("THIRD_PARTY.md")
    .toString()
    .split(/^## /m)
    .filter((section) => /^(In|Beside) the page\n/.test(section))
    .flatMap((section) => section.match(/^\| [^|]+/gm) ?? [])
    .flatMap((part) => part.toLowerCase().split(/[\s,|()[\]`]+/)),
);

const asked_for = new Set(Object.keys(json("package.json").devDependencies));

/** Whether a package goes out: by its name, or as one of a family ("Workbox, its precaching …"). @param {string} name */
function goes_out(name) {
  const [family, ...part] = name.split("-");
  return (
    named.has(name) ||
    (asked_for.has(name) && named.has(name.split("/").pop())) ||
    (named.has(family) && named.has(part.join("-")))
  );
}

function component(type, name, version, licence, { purl, hashes = [], scope, url } = {}) {
  const made = new Models.Component(type, name, { version, purl, scope });
  if (purl) made.bomRef.value = purl;
  if (licence)
    made.licenses.add(
      / (AND|OR|WITH) /.test(licence) ? new Models.LicenseExpression(licence) : new Models.SpdxLicense(licence),
    );
  for (const [algorithm, hex] of hashes) made.hashes.set(algorithm, hex);
  if (url) made.externalReferences.add(new Models.ExternalReference(url, Enums.ExternalReferenceType.Distribution));
  return made;
}

// Sources that install unpacks; Catch2 is in the specs alone.
const sources = () =>
  json("build-scripts/third-party.json").map(({ name, version, licence, upstream, debian }) =>
    component(Enums.ComponentType.Library, name, version, licence, {
      purl: `pkg:deb/debian/${debian.path.split("/")[3]}@${version}`,
      hashes: [[Enums.HashAlgorithm["SHA-256"], debian.sha256]],
      scope: name === "catch2" ? Enums.ComponentScope.Excluded : Enums.ComponentScope.Required,
      url: upstream,
    }),
  );

// Every package of the lock file, once.
function packages() {
  const all = new Map();
  for (const [path, { version, license, integrity }] of Object.entries(json("package-lock.json").packages)) {
    const name = path.replace(/^.*node_modules\//, "");
    const purl = `pkg:npm/${name.replace("@", "%40")}@${version}`;
    if (path === "" || all.has(purl)) continue;
    const [, algorithm, digest] = /^(sha\d+)-(.+)$/.exec(integrity ?? "") ?? [];
    all.set(
      purl,
      component(Enums.ComponentType.Library, name, version, license, {
        purl,
        hashes: algorithm
          ? [[Enums.HashAlgorithm[algorithm.replace("sha", "SHA-")], Buffer.from(digest, "base64").toString("hex")]]
          : [],
        scope: goes_out(name) ? Enums.ComponentScope.Required : Enums.ComponentScope.Excluded,
      }),
    );
  }
  return all.values();
}

function emscripten() {
  const version = /\b(\d+\.\d+\.\d+)\b/.exec(execFileSync("emcc", ["--version"], { encoding: "utf8" }))?.[1];
  return component(Enums.ComponentType.Library, "emscripten", version, "MIT OR NCSA", {
    purl: `pkg:github/emscripten-core/emscripten@${version}`,
    scope: Enums.ComponentScope.Required,
  });
}

/** @param {string} version @returns {string} the same for the same files: no date, no number of its own */
export function sbom(version) {
  const own = component(Enums.ComponentType.Application, "tautline", version, "MIT", {
    purl: `pkg:generic/tautline@${version}`,
  });
  const bom = new Models.Bom();
  bom.metadata.component = own;
  for (const each of [...sources(), emscripten(), ...packages()]) {
    bom.components.add(each);
    if (each.scope === Enums.ComponentScope.Required) own.dependencies.add(each.bomRef);
  }
  const serializer = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6));
  return `${serializer.serialize(bom, { sortLists: true, space: 1 })}\n`;
}
