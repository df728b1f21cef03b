// The layer check must see what it is there for.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const tool = fileURLToPath(new URL("../../build-scripts/check-layers", import.meta.url));

function check(files) {
  const folder = mkdtempSync(join(tmpdir(), "layers-"));
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    const { status, stdout } = spawnSync(process.execPath, [tool, folder], { encoding: "utf8" });
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

test("A folder without code is an error, not a pass", () => {
  assert.equal(check({ "readme.txt": "nothing\n" }).status, 1);
});
