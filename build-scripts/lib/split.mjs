// Splits the engine in two: what every visit needs, and what only some need (what would change a result, a sheet to save,
// a code, a file for health software, the screens that src/app/routes.cpp says come later), which the page fetches when it
// is asked for. One program with one memory: Binaryen's wasm-split moves functions, and nothing is written twice. Which
// ones follows from the program itself: those that are named here, and what can be reached from them and from nowhere
// else. Calling one before the second part is there is an error.
//   split.mjs WHOLE.wasm SYMBOLS FIRST.wasm SECOND.wasm     SYMBOLS: Emscripten's --emit-symbol-map
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";

import { in_take_away } from "./screens.mjs";

const [whole, symbols, first, second] = process.argv.slice(2);

const late_functions = [
  ...in_take_away.map((screen) => `tautline::view::build_${screen.replaceAll("-", "_")}`),
  "tautline::view::build_help_drawer",
  "tautline::view::build_every_feeling",
  "tautline::view::build_every_clue",
  "tautline::view::build_own_start",
  "tautline::view::build_own_numbers",
  "tautline::ui::paint_own_back",
  "tautline::ui::paint_trays",
  "tautline::ui::tray_spots",
  "tautline::app::show_scene",
  "tautline::app::play_story",
  "tautline::app::new_own_body",
  "tautline::app::run_line",
  ...["why_asked", "comparison", "own_lines", "clues", "rule", "notes", "phq4"].map(
    (part) => `tautline::view::build_${part}`,
  ),
  "tautline::view::build_changes", // the part of the result that comes later
  "tautline_open_answers",
  "tautline_take_away", // what src/page/take_away.cpp exports
];

// Emscripten's own Binaryen; on PATH in Debian, beside emcc or in its upstream/bin elsewhere.
function tool(name) {
  const emcc = spawnSync("sh", ["-c", 'readlink -f "$(command -v emcc)"'], { encoding: "utf8" }).stdout.trim();
  const folders = [
    ...(emcc ? [join(dirname(emcc), "../bin"), dirname(emcc)] : []),
    ...process.env.PATH.split(delimiter),
  ];
  const found = folders.map((folder) => join(folder, name)).find(existsSync);
  if (!found) throw new Error(`${name} (Binaryen) is neither beside emcc nor on PATH`);
  return found;
}

const features = ["--all-features"];
const text = execFileSync(tool("wasm-dis"), [whole, ...features], { encoding: "utf8", maxBuffer: 1 << 29 });

// The module has no names; its text form numbers the functions that it defines, the symbol map counts the imported ones
// too.
const imported = (text.match(/\n \(import "[^"]*" "[^"]*" \(func /g) ?? []).length;
const late = new Set(
  readFileSync(symbols, "utf8")
    .split("\n")
    .map((line) => /^(\d+):(.*)$/.exec(line))
    .filter((found) => found && late_functions.includes(found[2].replace(/\\28((?!::\$_).)*$/, "")))
    .map((found) => String(Number(found[1]) - imported)),
);

// The text form is one module; its parts begin at one space of indentation.
const calls = new Map(),
  roots = new Set();
for (const part of text.split(/\n (?=\()/)) {
  const names = [...part.matchAll(/\((?:call|return_call|ref\.func) \$([^\s()]+)/g)].map((match) => match[1]);
  const func = /^\(func \$([^\s()]+)/.exec(part);
  if (func) {
    calls.set(func[1], names);
    continue;
  }
  const exported = /^\(export "([^"]+)" \(func \$([^\s()]+)\)\)/.exec(part);
  if (exported && !late.has(exported[2])) roots.add(exported[2]);
  else if (part.startsWith("(elem")) for (const match of part.matchAll(/\$([^\s()]+)/g)) roots.add(match[1]);
  else if (part.startsWith("(start")) roots.add(/\$([^\s()]+)/.exec(part)[1]);
}
if (late.size !== late_functions.length)
  throw new Error(`not all of ${late_functions.join(", ")} are functions of ${whole}`);

function reachable(from, not = new Set()) {
  const seen = new Set(from),
    open = [...from];
  while (open.length)
    for (const name of calls.get(open.pop()) ?? [])
      if (!seen.has(name) && !not.has(name)) {
        seen.add(name);
        open.push(name);
      }
  return seen;
}
const early = reachable(roots, late);
const moved = [...reachable(late)].filter((name) => !early.has(name) && calls.has(name));
if (moved.length === 0) throw new Error("nothing to split off");

const folder = mkdtempSync(join(tmpdir(), "tautline-split-"));
try {
  const list = join(folder, "functions.txt");
  writeFileSync(list, moved.join("\n"));
  execFileSync(
    tool("wasm-split"),
    [
      "--split",
      `--split-funcs=@${list}`,
      whole,
      "-o1",
      join(folder, "1"),
      "-o2",
      join(folder, "2"),
      "--import-namespace=primary",
      "--placeholder-namespace=placeholder",
      "--export-prefix=%",
      ...features,
    ],
    { stdio: ["ignore", "ignore", "inherit"] },
  );
  for (const [name, to] of [
    ["1", first],
    ["2", second],
  ]) {
    // Once more as small as it gets; with no newer feature than the engine itself has.
    execFileSync(
      tool("wasm-opt"),
      [
        join(folder, name),
        "-Oz",
        "-o",
        to,
        "--mvp-features",
        "--enable-bulk-memory",
        "--enable-mutable-globals",
        "--enable-sign-ext",
        "--enable-nontrapping-float-to-int",
        "--enable-reference-types",
      ],
      { stdio: ["ignore", "ignore", "inherit"] },
    );
    if (!WebAssembly.validate(readFileSync(to))) throw new Error(`${to} is not a valid module`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.error(`split: ${moved.length} of ${calls.size} functions come with the take-away`);
