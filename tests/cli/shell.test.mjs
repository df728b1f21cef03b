// The program as a good citizen of a shell: what it says where, what it reads, and that what it writes is whole.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const program = process.env.TAUTLINE_PROGRAM ?? join(root, "build/release/bin/tautline");
const content = join(root, "content");
const example = readFileSync(join(root, "tests/data/answers/example.json"), "utf8");
const commands = ["assess", "bundle", "export", "lint", "new-pack", "render", "simulate", "verify"];
const work = mkdtempSync(join(tmpdir(), "tautline-"));
writeFileSync(join(work, "example.json"), example);
after(() => rmSync(work, { recursive: true, force: true }));

function run(args, { input = "", ...options } = {}) {
  const { status, signal, stdout, stderr, error } = spawnSync(program, args, {
    input,
    encoding: "utf8",
    maxBuffer: 1 << 28,
    cwd: work,
    ...options,
  });
  assert.equal(error, undefined);
  assert.equal(signal, null, "the program must not crash");
  return { status, stdout, stderr };
}
// A line of bash; the program is "$T".
const shell = (line, options = {}) =>
  spawnSync("bash", ["-c", `set -o pipefail; ${line}`], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
    cwd: work,
    ...options,
    env: { ...process.env, T: program, TAUTLINE_CONTENT: content, ...options.env },
  });
let packs = 0;
function pack(...languages) {
  const folder = join(work, `pack-${++packs}`);
  cpSync(content, folder, {
    recursive: true,
    filter: (path) => !/words\/[a-z]+/.test(path) || ["en", ...languages].some((tag) => path.includes(`words/${tag}`)),
  });
  return folder;
}
function wrong(args, about, options) {
  const done = run(args, options);
  assert.equal(done.status, 2, `${args.join(" ")}: ${done.stderr}`);
  assert.equal(done.stdout, "");
  assert.match(done.stderr, about);
}
const no_leftovers = (folder) =>
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.startsWith(".tautline")),
    [],
  );

test("what is asked for goes to standard output, and is no error", () => {
  const version = /project\(tautline VERSION (\S+)/.exec(readFileSync(join(root, "CMakeLists.txt"), "utf8"))[1];
  assert.deepEqual(run(["--version"]), { status: 0, stdout: `tautline ${version}\n`, stderr: "" });
  for (const args of [["--help"], ["-h"], ["help"]]) {
    const { status, stdout, stderr } = run(args);
    assert.deepEqual([status, stderr], [0, ""]);
    for (const command of commands) assert.match(stdout, new RegExp(`^  ${command} `, "m"));
    assert.match(stdout, /Exit status/);
  }
  for (const command of commands) {
    const asked = [
      [command, "--help"],
      [command, "-h"],
      ["help", command],
      [command, "--fast", "-h"],
    ].map((args) => run(args));
    for (const done of asked) assert.deepEqual(done, asked[0]);
    assert.deepEqual([asked[0].status, asked[0].stderr], [0, ""]);
    assert.match(asked[0].stdout, new RegExp(`^usage: tautline ${command}`));
    assert.match(asked[0].stdout, /Exit status: 0/);
    assert.deepEqual(run([command, "--version"]), run(["--version"]));
  }
  wrong(["help", "dance"], /dance/);
});

test("a wrong word is named: unknown, twice, without its value, too many", () => {
  for (const command of commands.filter((name) => name !== "simulate")) {
    wrong([command, "--fast"], new RegExp(`^usage: tautline ${command}[^]*"--fast"`));
    wrong([command, "-x"], /"-x"/);
    wrong([command, "--new\nline"], /"--new\\u000aline"/);
    wrong([command, ""], /empty word/);
    wrong([command, "a-b", "c-d", "e-f"], /"[ace]-[bdf]" is one word too many/);
  }
  wrong(["simulate", "--fast"], /"--fast"/);
  for (const [command, option] of [
    ["assess", "--content"],
    ["assess", "--from-fragment"],
    ["bundle", "-o"],
    ["bundle", "--language"],
    ["export", "--date"],
    ["export", "--answers"],
    ["export", "--language"],
    ["render", "--out"],
    ["render", "--template"],
    ["render", "--lang"],
    ["verify", "--only"],
    ["verify", "--out"],
  ]) {
    wrong([command, option], new RegExp(`${option} needs a value`));
    wrong([command, option, ""], new RegExp(`${option} needs a value`));
    wrong([command, option, "a", option, "b"], new RegExp(`${option} may stand only once`));
    if (option.startsWith("--")) {
      wrong([command, option, "--x"], new RegExp(`${option} needs a value`));
      wrong([command, `${option}=`], new RegExp(`${option} needs a value`));
    }
  }
  wrong(["lint", "--json", "--json"], /--json may stand only once/);
  wrong(["lint", "--json=yes"], /--json takes no value/);
  wrong(["export"], /fhir, summary or fragment/);
  wrong(["export", "dance"], /fhir, summary or fragment/);
  wrong(["export", "fhir", "--resource", "form"], /"form"/);
  wrong(["verify", content, "--content", content], /named twice/);
  wrong(["verify", "--only", "P1,P13"], /"P1,P13"/);
});

test("--name=value is --name value, and after -- there are only names", () => {
  const plain = run(["bundle", content, "--language", "es"]);
  assert.equal(plain.status, 0);
  assert.equal(run(["bundle", content, "--language=es"]).stdout, plain.stdout);
  for (const name of ["--batch", "-h", "--", "a b", "new\nline", "ünï", "-"]) writeFileSync(join(work, name), example);
  const result = run(["assess", "-", "--content", content], { input: example }).stdout;
  for (const name of ["--batch", "-h", "--", "a b", "new\nline", "ünï", "./-"]) {
    const done = run(["assess", "--content", content, "--", name]);
    assert.deepEqual([done.status, done.stdout, done.stderr], [0, result, ""], name);
  }
  assert.equal(
    run(["assess", "--content", content, "--", "-"], { input: example }).stdout,
    result,
    "- is standard input there too",
  );
  const simulated = run(["simulate", "--model=alarm", "--minutes=1", "--csv"]);
  assert.equal(simulated.stdout, run(["simulate", "--model", "alarm", "--minutes", "1", "--csv"]).stdout);
  assert.equal(simulated.status, 0);
});

test("a name that is not UTF-8, and one with a line in it, are names like others and said on one line", () => {
  const done = shell(`mv ünï $'a\\xffb' && "$T" assess $'a\\xffb' && "$T" assess $'no\\xff\\nwhere'`);
  assert.equal(done.status, 2);
  assert.equal(JSON.parse(done.stdout).care, "soon");
  assert.match(done.stderr, /^tautline assess: no.\\u000awhere: No such file/);
});

test("only the names that a pack has are read; the rest is passed over, and said", () => {
  const clean = pack("es"),
    folder = pack("es");
  const stray = {
    "notes.json": '{"patient": "A. Person"}',
    "tsconfig.json": "{ // a comment\n}",
    "._claims.json": "\0\0",
    ".hidden.json": "{}",
    "content.json": run(["bundle", clean]).stdout,
    "later.json": "{}",
    "claims.json.bak": "{",
    "words/notes.json": '{"a": "b"}',
    "words/en/notes.json": '{"note.private": "A. Person"}',
    "words/en/._about.json": "\0",
    "words/es copy/about.json": '{"a": "b"}',
    ".git/config.json": "{}",
    "node_modules/x/package.json": "{ // c\n}",
    "claims/claims.json": "{}",
  };
  for (const [path, text] of Object.entries(stray)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  symlinkSync("/nowhere", join(folder, ".#claims.json"));
  symlinkSync("..", join(folder, "up"));
  const said = [
    "notes.json",
    "tsconfig.json",
    "._claims.json",
    ".hidden.json",
    "content.json",
    "later.json",
    "claims.json.bak",
    "words/notes.json",
    "words/en/notes.json",
    "words/en/._about.json",
    "words/es copy/",
    ".git/",
    "node_modules/",
    "claims/",
    ".#claims.json",
    "up/",
  ];
  for (const args of [
    ["bundle"],
    ["bundle", "--language", "es"],
    ["lint", "--json"],
    ["render", "--content"],
    ["export", "fhir", "--content"],
  ]) {
    const [expected, found] = [clean, folder].map((at) =>
      run(args.at(-1) === "--content" ? [...args, at] : [...args, at]),
    );
    assert.equal(expected.stderr, "");
    assert.equal(found.status, expected.status);
    assert.equal(found.status, 0);
    for (const name of said) assert.ok(found.stderr.includes(` ${name}`), `${args}: ${name} is not in ${found.stderr}`);
    assert.equal(found.stderr.split("\n").length, 2, "one line");
    if (args[0] === "lint") {
      const report = JSON.parse(found.stdout);
      assert.deepEqual(report.passed_over.sort(), said.sort());
      assert.deepEqual({ ...report, passed_over: [] }, JSON.parse(expected.stdout));
    } else assert.equal(found.stdout, expected.stdout);
    assert.doesNotMatch(found.stdout, /A\. Person|discarded/);
  }
  const verified = run(["verify", folder, "--only", "P10"]);
  assert.equal(verified.status, 0);
  assert.match(verified.stderr, /notes\.json/);
  // A bundle that lies in its pack is not part of the next one, and a new pack has only what a pack has.
  assert.equal(run(["bundle", folder, "-o", join(folder, "content.json")]).status, 0);
  assert.equal(readFileSync(join(folder, "content.json"), "utf8"), run(["bundle", clean]).stdout);
  assert.equal(run(["new-pack", "from-stray"], { env: { ...process.env, TAUTLINE_CONTENT: folder } }).status, 0);
  const made = readdirSync(join(work, "from-stray"), { recursive: true });
  // Nor is it published by who builds a page of the pack; a language that is a link is.
  cpSync(join(folder, "words/es"), join(folder, "away"), { recursive: true });
  rmSync(join(folder, "words/es"), { recursive: true });
  symlinkSync("../away", join(folder, "words/es"));
  const built = [clean, folder].map((at, i) => {
    const out = join(work, `built-${i}`);
    const done = spawnSync(process.execPath, [join(root, "build-scripts/lib/content.mjs"), out, at], {
      encoding: "utf8",
    });
    assert.equal(done.status, 0, done.stderr);
    return Object.fromEntries(readdirSync(out).map((name) => [name, readFileSync(join(out, name), "utf8")]));
  });
  assert.ok(Object.keys(built[0]).length >= 7);
  assert.deepEqual(built[1], built[0]);
  assert.deepEqual(
    made.filter((name) => /notes|content\.json|\._|git|copy/.test(name)),
    [],
  );
});

const unreadable = {
  "a link to nothing": (path) => {
    rmSync(path);
    symlinkSync("/nowhere", path);
  },
  "a link to itself": (path) => {
    rmSync(path);
    symlinkSync(path, path);
  },
  "a folder": (path) => {
    rmSync(path);
    mkdirSync(path);
  },
  "a pipe": (path) => {
    rmSync(path);
    spawnSync("mkfifo", [path]);
  },
};
for (const [what, change] of Object.entries(unreadable))
  test(`${what} where a pack has a file is named by every command, with status 1 and no result`, () => {
    const folder = pack("ar", "es");
    change(join(folder, "words/ar/results.json"));
    for (const args of [
      ["lint"],
      ["lint", "--json"],
      ["verify"],
      ["bundle"],
      ["bundle", "--language", "es"],
      ["render", "--content"],
      ["export", "fhir", "--content"],
    ]) {
      const done = run([...args, folder], { timeout: 60_000 });
      assert.deepEqual([done.status, done.stdout], [1, ""], args.join(" "));
      assert.match(done.stderr, /^words\/ar\/results\.json#: found .+, expected .+\n$/);
    }
    change(join(folder, "assessment.json"));
    const done = run(["assess", "example.json", "--content", folder], { timeout: 60_000 });
    assert.deepEqual([done.status, done.stdout], [1, ""]);
    assert.match(done.stderr, /assessment\.json/);
  });

test("a language that is a file or a link to nothing does not vanish", () => {
  for (const change of [(path) => writeFileSync(path, "../es"), (path) => symlinkSync("/nowhere", path)]) {
    const folder = pack("es");
    rmSync(join(folder, "words/es"), { recursive: true });
    change(join(folder, "words/es"));
    for (const command of ["lint", "verify", "bundle"]) {
      const done = run([command, folder]);
      assert.deepEqual([done.status, done.stdout], [1, ""]);
      assert.match(done.stderr, /^words\/es#: found /);
    }
  }
});

test("links are followed: a language, a file, the pack itself", () => {
  const folder = pack("es");
  const expected = run(["bundle", folder, "--language", "es"]).stdout;
  renameSync(join(folder, "words/es"), join(work, "elsewhere"));
  symlinkSync(join(work, "elsewhere"), join(folder, "words/es"));
  renameSync(join(folder, "claims.json"), join(work, "claims-elsewhere"));
  symlinkSync("../claims-elsewhere", join(folder, "claims.json"));
  symlinkSync(folder, join(work, "linked-pack"));
  for (const at of [folder, join(work, "linked-pack"), "linked-pack/"]) {
    const done = run(["bundle", at, "--language", "es"]);
    assert.deepEqual([done.status, done.stderr], [0, ""]);
    assert.equal(done.stdout, expected);
  }
});

// Root may read everything, so somebody else runs the program where that is possible.
const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534, env: {}, cwd: "/" } : {};
test("without the right to read, what can't be read is named, with status 1", () => {
  const folder = pack("ar", "es");
  chmodSync(work, 0o755);
  const binary = join(work, "tautline");
  copyFileSync(program, binary); // where anybody may start it
  const as_nobody = (args) => spawnSync(binary, args, { encoding: "utf8", ...nobody });
  assert.equal(as_nobody(["bundle", folder]).status, 0);
  for (const [path, mode] of [
    ["words/ar/results.json", 0o644],
    ["words/ar", 0o755],
    ["claims.json", 0o644],
    ["words", 0o755],
    ["", 0o755],
  ]) {
    chmodSync(join(folder, path), 0);
    for (const args of [
      ["lint", folder],
      ["verify", folder],
      ["bundle", folder],
      ["render", "--content", folder],
    ]) {
      const done = as_nobody(args);
      assert.deepEqual([done.status, done.stdout], [1, ""], `${path}: ${args[0]}`);
      assert.ok(done.stderr.includes(path || folder), done.stderr);
      assert.match(done.stderr, /Permission denied/);
    }
    chmodSync(join(folder, path), mode);
  }
  const answers = join(work, "answers.json");
  writeFileSync(answers, example);
  chmodSync(answers, 0);
  const done = as_nobody(["assess", answers, "--content", folder]);
  assert.deepEqual([done.status, done.stdout], [1, ""]);
  assert.match(done.stderr, /answers\.json: Permission denied/);
  // What may not be written is not replaced either.
  const kept = join(work, "kept");
  mkdirSync(kept);
  writeFileSync(join(kept, "old.json"), "old");
  if (nobody.uid) for (const path of [kept, join(kept, "old.json")]) chownSync(path, nobody.uid, nobody.gid);
  chmodSync(join(kept, "old.json"), 0o444);
  const refused = as_nobody(["bundle", folder, "-o", join(kept, "old.json")]);
  assert.equal(refused.status, 1);
  assert.match(refused.stderr, /old\.json could not be written: Permission denied/);
  assert.equal(readFileSync(join(kept, "old.json"), "utf8"), "old");
});

test("no such folder, and a folder with nothing of a pack, are said by every command", () => {
  mkdirSync(join(work, "empty"));
  for (const args of [["lint"], ["verify"], ["bundle"], ["render", "--content"], ["export", "fhir", "--content"]]) {
    for (const [folder, status] of [
      ["nowhere", 2],
      ["answers.json", 2],
      ["empty", 1],
    ]) {
      const done = run([...args, folder]);
      assert.deepEqual([done.status, done.stdout], [status, ""], `${args} ${folder}`);
      assert.match(done.stderr, new RegExp(`^tautline ${args[0]}: .*${folder}`));
    }
  }
});

// Every command that writes a file, with what it is told to write.
const writers = [
  ["bundle", content, "-o"],
  ["render", "--content", content, "--out"],
];
for (const args of writers) {
  const [command] = args;
  test(`${command}: the good old file stays until the new one is whole, on a full disk too`, () => {
    const folder = join(work, `out-${command}`);
    mkdirSync(folder);
    const file = join(folder, "file");
    const good = run(args.slice(0, -1)).stdout;
    assert.ok(good.length > 100_000);
    writeFileSync(file, "old");
    chmodSync(file, 0o640);
    const quoted = args.map((word) => `'${word}'`).join(" ");
    const full = shell(`ulimit -f 8; "$T" ${quoted} '${file}'`);
    assert.deepEqual([full.status, full.stdout], [1, ""]);
    assert.match(full.stderr, new RegExp(`^tautline ${command}: .*file could not be written: File too large\n$`));
    assert.equal(readFileSync(file, "utf8"), "old");
    no_leftovers(folder);
    assert.deepEqual(run([...args, file]), { status: 0, stdout: "", stderr: "" });
    assert.equal(readFileSync(file, "utf8"), good);
    assert.equal(statSync(file).mode & 0o7777, 0o640, "the permissions are kept");
    assert.equal(shell(`umask 027; "$T" ${quoted} '${folder}/new'`).status, 0);
    assert.equal(statSync(join(folder, "new")).mode & 0o7777, 0o640, "a new file has the usual ones");
    // Through links, also to what is not there yet.
    writeFileSync(join(folder, "target"), "old");
    symlinkSync("target", join(folder, "link"));
    symlinkSync("later", join(folder, "dangling"));
    symlinkSync("round", join(folder, "round"));
    for (const [link, target] of [
      ["link", "target"],
      ["dangling", "later"],
    ]) {
      assert.equal(run([...args, join(folder, link)]).status, 0);
      assert.equal(readFileSync(join(folder, target), "utf8"), good);
      assert.ok(
        readdirSync(folder, { withFileTypes: true })
          .find((entry) => entry.name === link)
          .isSymbolicLink(),
        `${link} is still a link`,
      );
    }
    for (const [path, why] of [
      [join(folder, "round"), "levels of symbolic links"],
      [folder, "Is a directory"],
      [join(folder, "no/such/folder"), "No such file"],
      [join(file, "x"), "Not a directory"],
      ["/dev/full", "No space left"],
    ]) {
      const done = run([...args, path]);
      assert.deepEqual([done.status, done.stdout], [1, ""], path);
      assert.match(done.stderr, new RegExp(`^tautline ${command}: .* could not be written: .*${why}`));
    }
    // What is no ordinary file is written to, not replaced.
    const piped = shell(`mkfifo '${folder}/pipe'; cat '${folder}/pipe' & "$T" ${quoted} '${folder}/pipe'; wait`);
    assert.deepEqual([piped.status, piped.stdout], [0, good]);
    assert.ok(statSync(join(folder, "pipe")).isFIFO());
    assert.equal(run([...args, "-"]).stdout, good);
    assert.equal(run([...args, "/dev/stdout"]).stdout, good);
    assert.equal(run([...args, "/dev/null"]).status, 0);
    assert.ok(statSync("/dev/null").isCharacterDevice());
    assert.equal(run([...args, join(folder, "n".repeat(255))]).status, 0, "a name as long as names may be");
    assert.equal(run([...args, "-", "--"]).stdout, good);
    no_leftovers(folder);
  });
}

test("a file is never read and written at once", () => {
  const folder = pack();
  const before = readFileSync(join(folder, "claims.json"), "utf8");
  wrong(["bundle", folder, "-o", join(folder, "claims.json")], /claims\.json is a file of the pack/);
  wrong(["render", "--content", folder, "--out", join(folder, "claims.json")], /read and written at once/);
  assert.equal(readFileSync(join(folder, "claims.json"), "utf8"), before);
  const page = join(work, "page.html");
  writeFileSync(page, "{{article}}");
  symlinkSync(page, join(work, "page-link.html"));
  wrong(
    ["render", "--content", content, "--template", page, "--out", join(work, "page-link.html")],
    /read and written at once/,
  );
  assert.equal(readFileSync(page, "utf8"), "{{article}}");
  const batch = join(work, "batch.jsonl");
  const line = `${JSON.stringify(JSON.parse(example))}\n`;
  writeFileSync(batch, line);
  const done = shell(`"$T" assess --batch batch.jsonl >> batch.jsonl`, { timeout: 20_000 });
  assert.equal(done.status, 2);
  assert.match(done.stderr, /read and written at once/);
  assert.equal(readFileSync(batch, "utf8"), line);
});

test("a new pack is whole or not there", () => {
  const full = shell(`ulimit -f 8; "$T" new-pack half`);
  assert.deepEqual([full.status, full.stdout], [1, ""]);
  assert.match(full.stderr, /^tautline new-pack: half could not be written: File too large\n$/);
  assert.equal(existsSync(join(work, "half")), false);
  no_leftovers(work);
  mkdirSync(join(work, "was-empty"), { mode: 0o700 });
  assert.equal(run(["new-pack", "was-empty/"]).status, 0);
  assert.equal(statSync(join(work, "was-empty")).mode & 0o777, 0o700);
  assert.equal(run(["new-pack", "deep/er/pack"]).status, 0);
  assert.equal(statSync(join(work, "deep/er/pack")).mode & 0o777, 0o777 & ~process.umask());
  mkdirSync(join(work, "real"));
  symlinkSync("real", join(work, "linked"));
  assert.equal(run(["new-pack", "linked"]).status, 0);
  assert.ok(existsSync(join(work, "real/claims.json")), "a link to an empty folder is followed");
  // What it says to run next can be copied to a shell, whatever letters stand in the path.
  const said = run(["new-pack", "an odd 'place'/my-clinic"]).stdout.split("then run: ")[1];
  const next = shell(
    said
      .replaceAll("tautline ", '"$T" ')
      .replace(/"\$T" verify \S+ \S+ && /, "")
      .replace(/"\$T" verify.*?&& /, ""),
  );
  assert.deepEqual([next.status, next.stderr], [0, ""]);
  assert.ok(existsSync(join(work, "content.json")));
  assert.equal(run(["new-pack", "answers.json"]).status, 2);
  writeFileSync(join(work, "taken"), "");
  assert.equal(run(["new-pack", "taken"]).status, 1);
});

test("counterexamples that can't be written are no success", () => {
  const folder = pack();
  const file = join(folder, "assessment.json");
  writeFileSync(
    file,
    readFileSync(file, "utf8").replace(
      '"any_of": ["yes", "unsure"] }], "tier": "emergency", "sources": ["R1"]',
      '"any_of": ["yes"] }], "tier": "emergency", "sources": ["R1"]',
    ),
  );
  writeFileSync(join(work, "a-file"), "");
  for (const out of ["a-file", "a-file/x", "/dev/full"]) {
    const done = run(["verify", folder, "--only", "P1", "--out", out]);
    assert.deepEqual([done.status, done.stdout], [1, ""]);
    assert.match(done.stderr, /is no folder and can't be made/);
  }
  const full = shell(`ulimit -f 0; "$T" verify '${folder}' --only P1 --out answers`);
  assert.equal(full.status, 1);
  assert.match(full.stderr, /P1\.json could not be written: File too large/);
  assert.deepEqual(readdirSync(join(work, "answers")), []);
});

const all_commands = [
  "assess - < '" + join(root, "tests/data/answers/example.json") + "'",
  "assess --batch - < '" + join(root, "tests/data/answers/batch.jsonl") + "'",
  "bundle",
  "export fhir",
  "export fhir --resource code-system",
  "export fhir --answers - < '" + join(root, "tests/data/answers/example.json") + "'",
  "lint",
  "lint --json",
  "render",
  "simulate --model alarm --minutes 9 --csv",
  "verify --only P10",
  "--help",
  "--version",
  "lint --help",
  "simulate --help",
];

test("what could not be written to standard output is an error: a full disk, a closed stream", () => {
  for (const line of all_commands) {
    for (const to of ["> /dev/full", ">&-"]) {
      const done = shell(`"$T" ${line} ${to}`);
      assert.equal(done.status, 1, `${line} ${to}: ${done.stderr}`);
      assert.match(done.stderr, /could not be written/);
    }
  }
});

test("who reads from a pipe may go away", () => {
  for (const line of [
    "simulate --model alarm --minutes 1440 --csv",
    "render",
    "bundle",
    "lint --json",
    "export fhir",
  ]) {
    const done = shell(`"$T" ${line} | head -c 1`);
    assert.equal(done.stderr, "", line);
    assert.equal(done.stdout.length, 1);
    assert.ok([0, 141].includes(done.status), `${line}: ${done.status}`);
  }
  // Also where somebody above has told the program to go on.
  assert.equal(shell(`trap '' PIPE; "$T" simulate --model alarm --minutes 1440 --csv | head -1`).stderr, "");
});

test("a closed standard input or output is not taken for another file", () => {
  const closed = shell(`"$T" assess - <&-`);
  assert.deepEqual([closed.status, closed.stdout], [1, ""]);
  assert.match(closed.stderr, /^tautline assess: -: Bad file descriptor/);
  const folder = shell(`"$T" assess - < .`);
  assert.deepEqual([folder.status, folder.stdout], [2, ""]);
  assert.match(folder.stderr, /directory/);
  const out = join(work, "closed.json");
  assert.equal(shell(`"$T" bundle -o '${out}' >&- 2>&- <&-`).status, 0);
  assert.equal(readFileSync(out, "utf8"), run(["bundle", content]).stdout);
  const broken = shell(`"$T" assess --batch - < .`);
  assert.equal(broken.stdout, "");
  assert.notEqual(broken.status, 0, "a batch that can't be read is not an empty one");
});

test("blank lines at the end of a batch are passed over, whatever ends a line", () => {
  const line = JSON.stringify(JSON.parse(example));
  const expected = run(["assess", "--batch", "-", "--content", content], { input: `${line}\n` });
  assert.equal(expected.status, 0);
  for (const input of [
    line,
    `${line}\n\n`,
    `${line}\r\n`,
    `${line}\r\n\r\n`,
    `${line}\n\n\n\n`,
    `${line}\n \t \n`,
    `${line}\n\n\r\n`,
    `${line}\r\n\r\n\r`,
  ])
    assert.deepEqual(run(["assess", "--batch", "-", "--content", content], { input }), expected, JSON.stringify(input));
  for (const input of ["", "\n", "\r\n\r\n"])
    assert.deepEqual(run(["assess", "--batch", "-", "--content", content], { input }), {
      status: 0,
      stdout: "",
      stderr: "",
    });
  // Between two others a blank line stands where answers should.
  const between = run(["assess", "--batch", "-", "--content", content], { input: `\n${line}\r\n\r\n\n${line}\n\n` });
  assert.equal(between.status, 2);
  assert.deepEqual(
    between.stdout
      .trimEnd()
      .split("\n")
      .map((each) => JSON.parse(each))
      .map((each) => [each.format, each.line]),
    [
      ["tautline-error", 1],
      ["tautline-result", undefined],
      ["tautline-error", 3],
      ["tautline-error", 4],
      ["tautline-result", undefined],
    ],
  );
});

test("no home, no folder for temporary files and no locale are needed", () => {
  const clean = { env: { TAUTLINE_CONTENT: content }, cwd: "/" };
  for (const args of [["bundle"], ["simulate", "--model", "alarm", "--minutes", "1", "--csv"]]) {
    const done = run(args, clean);
    assert.equal(done.status, 0);
    for (const locale of ["C", "tr_TR.UTF-8", "de_DE.UTF-8", "nonsense"])
      assert.deepEqual(
        run(args, { env: { ...clean.env, LC_ALL: locale, TMPDIR: "/nowhere", HOME: "/nowhere" }, cwd: "/" }),
        done,
      );
  }
});

test("a date that no calendar has is refused by name, wherever one is read", () => {
  const days = [
    "2026-13-45",
    "2026-02-29",
    "1900-02-29",
    "2026-04-31",
    "0000-01-01",
    "2026-00-01",
    "2026-11-00",
    "2026-11-22T00:00:00Z",
    "22.11.2026",
    "2026-11-22/2026-11-23",
    "tomorrow",
  ];
  for (const day of days)
    for (const what of ["fhir", "summary", "fragment"])
      wrong(["export", what, "--answers", "example.json", "--date", day], new RegExp(`--date .*"${day}"`));
  wrong(["export", "fhir", "--date", "2026-13-45"], /--date .*"2026-13-45"/);
  for (const day of ["2024-02-29", "2000-02-29", "2026-12-31"])
    assert.equal(
      JSON.parse(run(["export", "fhir", "--answers", "example.json", "--date", day, "--content", content]).stdout)
        .authored,
      day,
    );
  const folder = pack();
  const file = join(folder, "assessment.json");
  const assessment = JSON.parse(readFileSync(file, "utf8"));
  for (const day of days) {
    writeFileSync(
      file,
      JSON.stringify({
        ...assessment,
        clinician_sign_off: { name: "A. Clinician", role: "physician", date: day, scope: ["R10"] },
      }),
    );
    for (const args of [
      ["lint", folder],
      ["bundle", folder],
      ["assess", "example.json", "--content", folder],
    ]) {
      const done = run(args);
      assert.equal(done.status, 1);
      assert.ok(
        `${done.stdout}${done.stderr}`.includes(
          `assessment.json#/clinician_sign_off/date: found "${day}", expected a date like`,
        ),
        `${args[0]} ${day}`,
      );
    }
  }
});

const home_words = (folder, language = "en") => join(folder, `words/${language}/home.json`);
function with_words(folder, change, language = "en") {
  const path = home_words(folder, language);
  writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, "utf8")), ...change }));
}

test("letters and their accents are one, however they are written", () => {
  const [decomposed, composed_] = [pack(), pack()];
  const words = "Café in Zürich, ångström, ﬁ, Việt";
  with_words(composed_, { "home.title": words.normalize("NFC") });
  with_words(decomposed, { "home.title": words.normalize("NFD") });
  const expected = run(["bundle", composed_]);
  assert.ok(expected.stdout.includes(words.normalize("NFC")) && !expected.stdout.includes(words.normalize("NFD")));
  assert.deepEqual(run(["bundle", decomposed]), expected);
  assert.equal(run(["render", "--content", decomposed]).stdout, run(["render", "--content", composed_]).stdout);
  // Written as escapes, and where what looks like a letter is the end of one: a line's end with an accent after it.
  const path = home_words(decomposed);
  const escapes = {
    [String.raw`"Cafe\u0301 \u0041\u030a \uD83D\ude00"`]: "Café Å 😀",
    [String.raw`"a\n\u0303b\\n\u0303 \"\u0303"`]: 'a\n\u0303b\\ñ "\u0303',
    [String.raw`"\\u0301 \u000a\u0301e\u0022e\u0301"`]: '\\u0301 \n\u0301e"é',
  };
  for (const [written, read] of Object.entries(escapes)) {
    writeFileSync(
      path,
      readFileSync(path, "utf8").replace(/"home\.title":"(?:[^"\\]|\\.)*"/, () => `"home.title":${written}`),
    );
    const done = run(["bundle", decomposed]);
    assert.equal(done.status, 0, done.stderr);
    assert.equal(JSON.parse(done.stdout)["words/en/home.json"]["home.title"], read, written);
  }
});

test("lint says which letters the typeface lacks, and where", () => {
  const folder = pack("es", "ar");
  with_words(folder, {
    "home.title": "Πόνος and Σ, боль",
    "home.lead": "Fine ’ “ ” – é ł ş",
    "home.private": ["All is well.", "A smile 🙂."],
  });
  with_words(folder, { "home.title": "Cafe\u0301, x\u0302 y\u0302" }, "es");
  const sources = join(folder, "sources.json");
  const table = JSON.parse(readFileSync(sources, "utf8"));
  table.sources[3].citation = "Müller 痛み 2020";
  writeFileSync(sources, JSON.stringify(table));
  const report = JSON.parse(run(["lint", folder, "--json"]).stdout);
  const letters = report.findings
    .filter(({ check }) => check === "letters")
    .map(({ file, pointer, found }) => [
      `${file}#${pointer}`,
      [...found.matchAll(/“(.+?)” \(U\+([0-9A-F]{4,})\)/gu)].map(([, letter, code]) => {
        assert.equal(letter.codePointAt(0), parseInt(code, 16));
        return letter;
      }),
      / and (\d+) more$/.exec(found)?.[1],
    ]);
  assert.deepEqual(letters, [
    ["words/en/home.json#/home.title", [...new Set("ΠόνοςΣболь")].slice(0, 8), String(new Set("ΠόνοςΣболь").size - 8)],
    ["words/en/home.json#/home.private/1", ["🙂"], undefined],
    ["words/es/home.json#/home.title", ["\u0302", "ŷ"], undefined],
    ["sources.json#/sources/3/citation", ["痛", "み"], undefined],
  ]);
  assert.match(
    run(["lint", folder]).stdout,
    /^letters +words\/es\/home\.json#\/home\.title: found letters that the typeface lacks: “.” \(U\+0302\), “ŷ” \(U\+0177\)/mu,
  );
  // The typeface itself says which these are, not a list: every letter that it is made with passes.
  const made = JSON.parse(readFileSync(join(root, "build/generated/fonts/regular.characters.json"), "utf8"));
  const all = pack();
  const shown = (codes) =>
    String.fromCodePoint(
      ...codes.filter((code) => code > 0x20 && !['"', "\\", "{", "}"].includes(String.fromCodePoint(code))),
    );
  with_words(all, { "home.title": shown(made) });
  const found = (folder_) =>
    JSON.parse(run(["lint", folder_, "--json"]).stdout).findings.filter(({ check }) => check === "letters");
  assert.deepEqual(found(all), []);
  const outside = Array.from({ length: 0x500 }, (_, i) => i + 0x80).filter(
    (code) =>
      !made.includes(code) && String.fromCodePoint(code).normalize() === String.fromCodePoint(code) && code > 0x9f,
  );
  with_words(all, {
    "home.private": outside
      .map((code) => `a${String.fromCodePoint(code)}`.normalize())
      .filter((text) => text.length === 2),
  });
  assert.ok(found(all).length > 500);
  // A language for Text view alone is shown with the device's own typefaces.
  with_words(all, { "home.private": ["Fine."], "home.title": "Πόνος" });
  assert.equal(found(all).length, 1);
  const language = join(all, "words/en/language.json");
  writeFileSync(language, JSON.stringify({ ...JSON.parse(readFileSync(language, "utf8")), text_view_only: true }));
  assert.deepEqual(found(all), []);
});
