// The stills of A hard week, and what a page says of itself where a link to it is shared.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { test } from "node:test";

import { at, read } from "../../build-scripts/lib/files.mjs";
import { languages } from "../../build-scripts/lib/pages.mjs";
import { preview_tags, site_address } from "../../build-scripts/lib/preview.mjs";
import { paint_stills, shared_of, shared_size } from "../../build-scripts/lib/stills.mjs";
import { story_of } from "../../build-scripts/lib/story-page.mjs";

const skip = !existsSync(at("dist/site/stills")) && "dist is not built";
const sums = (files) =>
  Object.fromEntries([...files].map(([path, bytes]) => [path, createHash("sha256").update(bytes).digest("hex")]));

test("Painted again, at another place and by another clock, the bytes are the same", { skip }, async () => {
  const built = (await paint_stills(["en"])).keys();
  const ours = sums([...built].map((path) => [path, read(`dist/site/${path}`)]));
  assert.equal(Object.keys(ours).length, 11);
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
  assert.equal(new Set(Object.values(ours)).size, 11, "no two are the same");
});

// Width and height as a JPEG says them.
function size_of(jpeg) {
  for (let i = 2; i < jpeg.length; i += 2 + jpeg.readUInt16BE(i + 2))
    if (jpeg[i + 1] >= 0xc0 && jpeg[i + 1] <= 0xc2)
      return { width: jpeg.readUInt16BE(i + 7), height: jpeg.readUInt16BE(i + 5) };
  throw new Error("no JPEG");
}

test("A link's preview has a picture with its whole address, its size and what it shows", { skip }, () => {
  for (const { language } of languages) {
    const story = read(`dist/site/${story_of(language)}`).toString();
    const tags = preview_tags(
      { page: story, path: story_of(language), language, story },
      "https://clinic.example/back/",
    );
    const content = (name) => new RegExp(`<meta property="${name}" content="([^"]+)">`).exec(tags)?.[1];
    assert.equal(content("og:url"), `https://clinic.example/back/${story_of(language)}`);
    assert.equal(content("og:image"), `https://clinic.example/back/${shared_of(language)}`);
    assert.ok(story.includes(`alt="${content("og:image:alt")}"`), "the words of the still");
    assert.ok(story.includes(`<title>${content("og:title")}</title>`));
    const size = size_of(read(`dist/site/${shared_of(language)}`));
    assert.deepEqual(size, shared_size);
    assert.deepEqual([content("og:image:width"), content("og:image:height")].map(Number), Object.values(size));
  }
});

test("Where nobody says where the site stands nothing is made up", () => {
  const page = { page: "", path: "index.html", language: "en", story: "" };
  assert.equal(preview_tags(page, site_address("")), "");
  assert.equal(site_address("https://clinic.example/back"), "https://clinic.example/back/");
  for (const wrong of ["clinic.example", "/back/", "file:///back/", "https://clinic.example/?a=b", "https://a/#b"])
    assert.throws(() => site_address(wrong), /TAUTLINE_ADDRESS/, wrong);
});
