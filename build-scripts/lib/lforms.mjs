// LHC-Forms, the form renderer of the US National Library of Medicine, for one long test. Its package holds its built
// files; the frameworks that it was built with would come along as thousands of files if it were a dependency of ours.
// So it is fetched as it is, through npm, and its digest is checked; it stays in the user's cache.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

const version = "40.1.3";
const sha512 = "WLruTm+BcVnafC0rSAQ3/cNqhxvclBUxyBG68aub/uha2NaK9H8ZZcEXTTuORuGzzCt0wa7fvhuieZtcDIdPzQ==";
const cache = process.env.TAUTLINE_CACHE || join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "tautline");

const is_right = (path) =>
  existsSync(path) && createHash("sha512").update(readFileSync(path)).digest("base64") === sha512;

/** The folder with lforms/ and fhir/, unpacked below `folder`. */
export function lforms(folder) {
  const archive = join(cache, `lforms-${version}.tgz`);
  if (!is_right(archive)) {
    mkdirSync(cache, { recursive: true });
    const fresh = mkdtempSync(join(cache, ".lforms-"));
    try {
      execFileSync("npm", ["pack", `lforms@${version}`, "--pack-destination", fresh, "--loglevel=error"], {
        stdio: ["ignore", "ignore", "inherit"],
      });
      const packed = join(fresh, `lforms-${version}.tgz`);
      if (!is_right(packed)) throw new Error(`what npm gave as lforms ${version} is not what is pinned`);
      renameSync(packed, archive);
    } finally {
      rmSync(fresh, { recursive: true, force: true });
    }
  }
  mkdirSync(folder, { recursive: true });
  execFileSync("tar", ["-xf", archive, "-C", folder, "--strip-components=2", "package/dist/lforms"]);
  return join(folder, "lforms");
}
