// The layer check must see what it is there for.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const tool = fileURLToPath(new URL("../../build-scripts/check-layers", import.meta.url));

function check(files, folders = ["."]) {
  const folder = mkdtempSync(join(tmpdir(), "layers-"));
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    const { status, stdout } = spawnSync(process.execPath, [tool, ...folders.map((name) => join(folder, name))], {
      encoding: "utf8",
    });
    return { status, stdout };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("Includes that go downwards pass", () => {
  const { status, stdout } = check({
    "base/text.h": "#include <string>\n",
    "view/screen.h": '#include "base/text.h"\n#include "view/figure.h"\n#include "app/state.h"\n',
    "ui/stage.cpp": '#include <imgui.h>\n#include "app/action.h"\n',
    "content/read.cpp": "#include <nlohmann/json.hpp>\n",
  });
  assert.equal(status, 0, stdout);
});

for (const [what, name, line] of [
  ["an include that goes upwards", "base/text.cpp", '#include "view/screen.h"'],
  ["two layers side by side", "assess/rules.cpp", '#include "physiology/alarm.h"'],
  ["ui reading more of app than actions", "ui/draw.cpp", '#include "app/state.h"'],
  ["the command line drawing", "cli/main.cpp", '#include "ui/stage.h"'],
  ["JSON in a header", "content/read.h", "#include <nlohmann/json.hpp>"],
  ["JSON outside content and exchange", "app/state.cpp", "#include <nlohmann/json.hpp>"],
  ["Dear ImGui outside ui", "view/screen.cpp", "#include <imgui.h>"],
  ["a clock in the middle", "physiology/alarm.cpp", "# include <chrono>"],
  ["files in the middle", "app/state.cpp", "#include <fstream>"],
  ["an include without its folder", "view/screen.cpp", '#include "figure.h"'],
  ["a folder that is no layer", "misc/thing.cpp", "#include <string>"],
]) {
  test(`The check refuses ${what}`, () => {
    const { status, stdout } = check({ "base/good.h": "#include <string>\n", [name]: `${line}\n` });
    assert.equal(status, 1, stdout);
    assert.match(stdout, new RegExp(`src/${name}:1: `));
  });
}

for (const [what, files, circle] of [
  [
    "of two folders, even where a .cpp closes it",
    { "ui/paint/paint.h": '#include "ui/figures/figures.h"', "ui/figures/labels.cpp": '#include "ui/paint/shapes.h"' },
    ["ui/paint", "ui/figures", "ui/paint"],
  ],
  [
    "of a folder and a header beside it",
    { "ui/stage.h": '#include "ui/text/text.h"', "ui/text/text.h": '#include "ui/stage.h"' },
    ["ui/stage.h", "ui/text", "ui/stage.h"],
  ],
  [
    "of three",
    {
      "view/a/a.h": '#include "view/b/b.h"',
      "view/b/b.cpp": '#include "view/c/c.h"',
      "view/c/c.h": '#include "view/a/a.h"',
    },
    ["view/a", "view/b", "view/c", "view/a"],
  ],
]) {
  test(`The check refuses a circle ${what}`, () => {
    const { status, stdout } = check(files);
    assert.equal(status, 1, stdout);
    const told = /a circle of rooms: (.*)/.exec(stdout)?.[1].split(" → ") ?? [];
    // It may begin anywhere in the circle.
    assert.equal(told.at(0), told.at(-1));
    assert.deepEqual(told.slice(1).sort(), circle.slice(1).sort(), stdout);
  });
}

test("A .cpp may act on what its room's values became a part of, and rooms beside one another pass", () => {
  const { status, stdout } = check({
    "app/state.h": '#include "app/chapters/chapters.h"\n',
    "app/chapters/one_body.cpp": '#include "app/state.h"\n',
    "app/practices/relaxation.cpp": '#include "app/chapters/one_body.h"\n',
    "view/pages/home.cpp": '#include "view/screens.h"\n',
    "view/build_screen.cpp": '#include "view/pages/home.h"\n',
  });
  assert.equal(status, 0, stdout);
});

test("A circle of the page's modules is refused, be it closed by a type alone", () => {
  const src = { "src/base/good.h": "#include <string>\n" };
  const page = {
    "web/page.js": "import { Canvas } from './paint/canvas.js';\n",
    "web/paint/canvas.js": "import { decode } from '../engine/ops.js';\n",
  };
  assert.equal(check({ ...src, ...page }, ["src", "web"]).status, 0);
  const { status, stdout } = check(
    { ...src, ...page, "web/engine/ops.js": "/** @param {import('../page.js').Page} page */\n" },
    ["src", "web"],
  );
  assert.equal(status, 1);
  assert.match(stdout, /^web\/\S+:1: a circle of rooms: /m);
});

test("A folder without code is an error, not a pass", () => {
  assert.equal(check({ "readme.txt": "nothing\n" }).status, 1);
});
