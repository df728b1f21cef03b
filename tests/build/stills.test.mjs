// The stills of A hard week.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { test } from "node:test";

import { at, read } from "../../build-scripts/lib/files.mjs";
import { paint_stills } from "../../build-scripts/lib/stills.mjs";

const skip = !existsSync(at("dist/site/stills")) && "dist is not built";
const sums = (files) =>
  Object.fromEntries([...files].map(([path, bytes]) => [path, createHash("sha256").update(bytes).digest("hex")]));

test("Painted again, at another place and by another clock, the bytes are the same", { skip }, async () => {
  const built = (await paint_stills(["en"])).keys();
  const ours = sums([...built].map((path) => [path, read(`dist/site/${path}`)]));
  assert.equal(Object.keys(ours).length, 10);
  const again = execFileSync(
    process.execPath,
    [
      "--input-type=module",
      "--eval",
      `import { createHash } from "node:crypto";
       import { paint_stills } from ${JSON.stringify(new URL("../../build-scripts/lib/stills.mjs", import.meta.url).href)};
       const sums = ${sums};
       process.stdout.write(JSON.stringify(sums(await paint_stills(["en"]))));`,
    ],
    { cwd: tmpdir(), encoding: "utf8", env: { ...process.env, TZ: "Asia/Tokyo", LC_ALL: "C", LANG: "ar" } },
  );
  assert.deepEqual(JSON.parse(again), ours);
  assert.equal(new Set(Object.values(ours)).size, 10, "no two are the same");
});
