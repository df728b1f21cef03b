// Makes the page's font files from Atkinson Hyperlegible, and for those who choose it from Lexend, as @fontsource ships
// them (WOFF, one file for Latin and one for extended Latin): the characters below, joined in one TrueType file without hinting and layout tables, which
// Dear ImGui does not use. The names inside are our own, because it is a modified version.
//   fonts.mjs OUT_FOLDER
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inflateSync } from "node:zlib";

import { root, write } from "./files.mjs";

const typefaces = [
  {
    id: "atkinson-hyperlegible",
    suffix: "",
    name: "Tautline Sans",
    copyright: "Copyright 2020 Braille Institute of America, Inc. A subset made from Atkinson Hyperlegible.",
  },
  // Only what the content needs of extended Latin: the single file carries it, too.
  {
    id: "lexend",
    suffix: "2",
    without: [
      [0x100, 0x17f],
      [0x218, 0x21b],
    ],
    name: "Tautline Wide",
    copyright: "Copyright 2019 The Lexend Project Authors. A subset made from Lexend.",
  },
];
const ranges = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x192, 0x192],
  [0x218, 0x21b],
  [0x2c6, 0x2c6],
  [0x2da, 0x2da],
  [0x2dc, 0x2dc],
  [0x2010, 0x2015],
  [0x2018, 0x201e],
  [0x2020, 0x2022],
  [0x2026, 0x2026],
  [0x202f, 0x202f],
  [0x2030, 0x2030],
  [0x2032, 0x2033],
  [0x2039, 0x203a],
  [0x2044, 0x2044],
  [0x20ac, 0x20ac],
  [0x2122, 0x2122],
  [0x2190, 0x2193],
  [0x2212, 0x2212],
  [0x2248, 0x2248],
  [0x2260, 0x2260],
  [0x2264, 0x2265],
  [0x25cf, 0x25cf],
  [0x2713, 0x2713],
  [0xfffd, 0xfffd],
];

// Where the typeface lacks a character, one that looks the same stands in.
const alike = new Map([
  [0x2010, 0x2d],
  [0x2011, 0x2d],
  [0x2012, 0x2013],
  [0x2015, 0x2014],
  [0x202f, 0xa0],
  [0x2032, 0x27],
  [0x2033, 0x22],
]);

// The tables of a WOFF 1.0 file by name.
function read_woff(bytes) {
  if (bytes.toString("latin1", 0, 4) !== "wOFF") throw new Error("not a WOFF file");
  const tables = {};
  for (let i = 0; i < bytes.readUInt16BE(12); ++i) {
    const entry = 44 + 20 * i;
    const [offset, packed, length] = [4, 8, 12].map((at) => bytes.readUInt32BE(entry + at));
    const data = bytes.subarray(offset, offset + packed);
    tables[bytes.toString("latin1", entry, entry + 4)] = packed < length ? inflateSync(data) : data;
  }
  return tables;
}

// Character → glyph, from a format 4 or 12 table.
function read_cmap(cmap) {
  const map = new Map();
  for (let i = 0; i < cmap.readUInt16BE(2); ++i) {
    const t = cmap.subarray(cmap.readUInt32BE(8 + 8 * i));
    const format = t.readUInt16BE(0);
    if (format === 12) {
      for (let g = 0; g < t.readUInt32BE(12); ++g) {
        const [first, last, glyph] = [0, 4, 8].map((at) => t.readUInt32BE(16 + 12 * g + at));
        for (let c = first; c <= last; ++c) map.set(c, glyph + c - first);
      }
    } else if (format === 4) {
      const n = t.readUInt16BE(6);
      for (let s = 0; s < n; s += 2) {
        const [end, start, delta] = [14 + s, 16 + n + s, 16 + 2 * n + s].map((at) => t.readUInt16BE(at));
        const range_at = 16 + 3 * n + s;
        const range = t.readUInt16BE(range_at);
        for (let c = start; c <= end && c < 0xffff; ++c) {
          const found = range ? t.readUInt16BE(range_at + range + 2 * (c - start)) : c;
          if (range && !found) continue;
          map.set(c, (found + delta) & 0xffff);
        }
      }
    }
  }
  return map;
}

function read_font(path) {
  const tables = read_woff(readFileSync(path));
  if (!tables.glyf) throw new Error(`${path} has no TrueType outlines`);
  const long = tables.head.readInt16BE(50) === 1;
  const at = (glyph) => (long ? tables.loca.readUInt32BE(4 * glyph) : 2 * tables.loca.readUInt16BE(2 * glyph));
  const wide = tables.hhea.readUInt16BE(34);
  return {
    tables,
    cmap: read_cmap(tables.cmap),
    outline: (glyph) => tables.glyf.subarray(at(glyph), at(glyph + 1)),
    advance: (glyph) => tables.hmtx.readUInt16BE(4 * Math.min(glyph, wide - 1)),
    bearing: (glyph) => tables.hmtx.readInt16BE(glyph < wide ? 4 * glyph + 2 : 4 * wide + 2 * (glyph - wide)),
  };
}

// The places of the glyph numbers in a composite outline.
function components(outline) {
  const places = [];
  if (outline.length === 0 || outline.readInt16BE(0) >= 0) return places;
  for (let at = 10, flags = 0x20; flags & 0x20;) {
    flags = outline.readUInt16BE(at);
    places.push(at);
    at += 4 + (flags & 1 ? 4 : 2) + (flags & 8 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0);
  }
  return places;
}

// The outline without its hinting program.
function without_hints(outline) {
  if (outline.length === 0) return outline;
  const contours = outline.readInt16BE(0);
  if (contours < 0) {
    const copy = Buffer.from(outline);
    const places = components(copy);
    for (const at of places) copy.writeUInt16BE(copy.readUInt16BE(at) & ~0x100, at);
    const last = places[places.length - 1];
    const flags = copy.readUInt16BE(last);
    return copy.subarray(0, last + 4 + (flags & 1 ? 4 : 2) + (flags & 8 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0));
  }
  const program = 10 + 2 * contours;
  const length = outline.readUInt16BE(program);
  const copy = Buffer.concat([
    outline.subarray(0, program),
    Buffer.from([0, 0]),
    outline.subarray(program + 2 + length),
  ]);
  // Cut what pads the glyph out: walk its flags and coordinates to the real end.
  const points = contours ? copy.readUInt16BE(program - 2) + 1 : 0;
  let [at, xs, ys] = [program + 2, 0, 0];
  for (let seen = 0; seen < points;) {
    const flag = copy[at++];
    const times = flag & 8 ? copy[at++] + 1 : 1;
    xs += times * (flag & 2 ? 1 : flag & 0x10 ? 0 : 2);
    ys += times * (flag & 4 ? 1 : flag & 0x20 ? 0 : 2);
    seen += times;
  }
  return copy.subarray(0, at + xs + ys);
}

function write_cmap(map) {
  const segments = [];
  for (const [character, glyph] of [...map].sort((a, b) => a[0] - b[0])) {
    const last = segments[segments.length - 1];
    if (last && character === last.end + 1 && glyph - character === last.delta) last.end = character;
    else segments.push({ start: character, end: character, delta: glyph - character });
  }
  segments.push({ start: 0xffff, end: 0xffff, delta: 1 });
  const n = segments.length;
  const power = 2 ** Math.floor(Math.log2(n));
  const words = [
    4,
    16 + 8 * n,
    0,
    2 * n,
    2 * power,
    Math.log2(power),
    2 * (n - power),
    ...segments.map((s) => s.end),
    0,
    ...segments.map((s) => s.start),
    ...segments.map((s) => s.delta & 0xffff),
    ...segments.map(() => 0),
  ];
  const table = Buffer.alloc(12 + 2 * words.length);
  table.writeUInt16BE(1, 2);
  table.writeUInt16BE(3, 4);
  table.writeUInt16BE(1, 6);
  table.writeUInt32BE(12, 8);
  words.forEach((word, i) => table.writeUInt16BE(word, 12 + 2 * i));
  return table;
}

function write_name({ name, copyright }, style) {
  const texts = [
    [0, copyright],
    [1, name],
    [2, style],
    [3, `${name} ${style} 1`],
    [4, `${name} ${style}`],
    [5, "Version 1"],
    [6, `${name.replace(" ", "")}-${style}`],
    [13, "SIL Open Font License 1.1"],
  ];
  const strings = texts.map(([, text]) => Buffer.from(text, "utf16le").swap16());
  const header = Buffer.alloc(6 + 12 * texts.length);
  header.writeUInt16BE(texts.length, 2);
  header.writeUInt16BE(header.length, 4);
  let offset = 0;
  texts.forEach(([id], i) => {
    [3, 1, 0x409, id, strings[i].length, offset].forEach((word, w) => header.writeUInt16BE(word, 6 + 12 * i + 2 * w));
    offset += strings[i].length;
  });
  return Buffer.concat([header, ...strings]);
}

const checksum = (table) => {
  let sum = 0;
  for (let i = 0; i < table.length; i += 4) {
    let word = 0;
    for (let k = 0; k < 4; ++k) word = word * 256 + (table[i + k] ?? 0);
    sum = (sum + word) % 2 ** 32;
  }
  return sum;
};

function write_truetype(tables) {
  const names = Object.keys(tables).sort();
  const power = 2 ** Math.floor(Math.log2(names.length));
  const head = Buffer.alloc(12 + 16 * names.length);
  head.writeUInt32BE(0x00010000, 0);
  [names.length, 16 * power, Math.log2(power), 16 * (names.length - power)].forEach((w, i) =>
    head.writeUInt16BE(w, 4 + 2 * i),
  );
  const chunks = [head];
  let offset = head.length;
  let head_at = 0;
  names.forEach((name, i) => {
    const table = tables[name];
    if (name === "head") head_at = offset;
    head.write(name, 12 + 16 * i, "latin1");
    [checksum(table), offset, table.length].forEach((word, k) => head.writeUInt32BE(word, 16 + 16 * i + 4 * k));
    const padded = Buffer.concat([table, Buffer.alloc(-table.length & 3)]);
    chunks.push(padded);
    offset += padded.length;
  });
  const whole = Buffer.concat(chunks);
  whole.writeUInt32BE((0xb1b0afba - checksum(whole) + 2 ** 32) % 2 ** 32, head_at + 8);
  return whole;
}

// Joins the wanted characters of several fonts of one family; the first has the say where they differ.
function join_fonts(fonts, typeface, style) {
  const glyphs = [{ font: fonts[0], glyph: 0 }];
  const numbers = new Map([[fonts[0], new Map([[0, 0]])], ...fonts.slice(1).map((font) => [font, new Map()])]);
  const number_of = (font, glyph) => {
    const known = numbers.get(font);
    if (!known.has(glyph)) {
      known.set(glyph, glyphs.length);
      glyphs.push({ font, glyph });
    }
    return known.get(glyph);
  };
  const map = new Map();
  for (const [first, last] of ranges) {
    for (let c = first; c <= last; ++c) {
      if (typeface.without?.some(([from, to]) => c >= from && c <= to)) continue;
      const shown = fonts.some(({ cmap }) => cmap.get(c)) ? c : alike.get(c);
      const font = fonts.find(({ cmap }) => cmap.get(shown));
      if (font) map.set(c, number_of(font, font.cmap.get(shown)));
    }
  }
  const outlines = [];
  for (let i = 0; i < glyphs.length; ++i) {
    // grows while it runs: composites bring their parts
    const { font, glyph } = glyphs[i];
    const outline = Buffer.from(without_hints(font.outline(glyph)));
    for (const at of components(outline)) outline.writeUInt16BE(number_of(font, outline.readUInt16BE(at + 2)), at + 2);
    outlines.push(Buffer.concat([outline, Buffer.alloc(outline.length & 1)]));
  }
  const loca = Buffer.alloc(2 * outlines.length + 2);
  let size = 0;
  outlines.forEach((outline, i) => loca.writeUInt16BE((size += outline.length) / 2, 2 * i + 2));
  if (size > 0x1fffe) throw new Error("the font is too large for short offsets");
  const hmtx = Buffer.alloc(4 * glyphs.length);
  glyphs.forEach(({ font, glyph }, i) => {
    hmtx.writeUInt16BE(font.advance(glyph), 4 * i);
    hmtx.writeInt16BE(font.bearing(glyph), 4 * i + 2);
  });

  const [{ tables }] = fonts;
  const head = Buffer.from(tables.head);
  head.writeUInt32BE(0, 8);
  head.writeInt16BE(0, 50);
  [Math.min, Math.min, Math.max, Math.max].forEach((pick, i) =>
    head.writeInt16BE(pick(...fonts.map((font) => font.tables.head.readInt16BE(36 + 2 * i))), 36 + 2 * i),
  );
  const hhea = Buffer.from(tables.hhea);
  hhea.writeUInt16BE(glyphs.length, 34);
  const maxp = Buffer.from(tables.maxp);
  maxp.writeUInt16BE(glyphs.length, 4);
  for (let at = 6; at < 32; at += 2)
    maxp.writeUInt16BE(Math.max(...fonts.map((font) => font.tables.maxp.readUInt16BE(at))), at);
  maxp.writeUInt16BE(1, 14); // no program uses the twilight zone
  for (let at = 16; at < 28; at += 2) maxp.writeUInt16BE(0, at); // nor storage, functions, stack or instructions
  const post = Buffer.from(tables.post.subarray(0, 32));
  post.writeUInt32BE(0x00030000, 0);
  return {
    font: write_truetype({
      head,
      hhea,
      hmtx,
      maxp,
      loca,
      post,
      glyf: Buffer.concat(outlines),
      cmap: write_cmap(map),
      name: write_name(typeface, style),
      "OS/2": tables["OS/2"],
    }),
    characters: [...map.keys()],
  };
}

const out = process.argv[2];
const usual = []; // each weight of the usual typeface
for (const typeface of typefaces) {
  for (const [weight, weight_name, style] of [
    [400, "regular", "Regular"],
    [700, "bold", "Bold"],
  ]) {
    const path = (set) =>
      join(root, `node_modules/@fontsource/${typeface.id}/files/${typeface.id}-${set}-${weight}-normal.woff`);
    const made = join_fonts(
      ["latin", "latin-ext"].map((set) => read_font(path(set))),
      typeface,
      style,
    );
    const name = `${weight_name}${typeface.suffix}`;
    write(join(out, `${name}.ttf`), made.font);
    // check-words holds the content's characters against this list.
    write(join(out, `${name}.characters.json`), JSON.stringify(made.characters));
    if (!typeface.suffix) usual.push(made.characters);
  }
}

// For `tautline lint`: what every weight of the usual typeface has, as ranges.
const spans = [];
for (const c of usual.reduce((all, some) => all.filter((each) => some.includes(each))).sort((a, b) => a - b)) {
  if (spans.length && spans.at(-1)[1] === c - 1) spans.at(-1)[1] = c;
  else spans.push([c, c]);
}
write(
  join(out, "letters.inc"),
  spans.map(([first, last]) => `{0x${first.toString(16)}, 0x${last.toString(16)}},\n`).join(""),
);
