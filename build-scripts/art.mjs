// The figures' anatomy: reads published, licensed drawings from node_modules and writes them as one C++ header of
// plain arrays (src/ui/figures/art.h says how to read them).
//   node build-scripts/art.mjs --out FOLDER     writes FOLDER/art_data.h, when it differs
//
// Sources (credits are in THIRD_PARTY.md and on the Sources screen):
//   react-native-body-highlighter, MIT: the back of the body and its muscles
//   @ebi-gene-expression-group/anatomogram, drawings CC BY 4.0: brain, heart, lungs, adrenal glands, kidneys
// Changed from the originals: scaled, turned to the view from behind, made symmetric (body and muscles),
// simplified, cut into triangles.
//
// Body coordinates: x = 0 on the spine, y downwards, about 1250 units from crown to sole; halves are stored for x <= 0.
import { createRequire } from "node:module";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import earcut from "earcut";
import svgpath from "svgpath";

const require = createRequire(import.meta.url);
const tolerance = 0.35; // largest distance a simplified outline may lie from the drawing, in units
const steps_per_unit = 4; // coordinates are stored as whole quarters of a unit

// --- drawings to polygons --------------------------------------------------------------------------------------

// The subpaths of a path, curves flattened far finer than the tolerance.
function flatten(path) {
  const rings = [];
  let ring = [];
  let start = [0, 0];
  const close = () => {
    if (ring.length > 2) rings.push(ring);
    ring = [];
  };
  path
    .abs()
    .unarc()
    .unshort()
    .iterate((segment, _, x, y) => {
      const [kind, ...v] = segment;
      const curve = (points) => {
        const count = 32;
        for (let i = 1; i <= count; i++) ring.push(bezier([[x, y], ...points], i / count));
      };
      if (kind === "M") (close(), ring.push([v[0], v[1]]), (start = [v[0], v[1]]));
      else if (kind === "L") ring.push([v[0], v[1]]);
      else if (kind === "H") ring.push([v[0], y]);
      else if (kind === "V") ring.push([x, v[0]]);
      else if (kind === "Q")
        curve([
          [v[0], v[1]],
          [v[2], v[3]],
        ]);
      else if (kind === "C")
        curve([
          [v[0], v[1]],
          [v[2], v[3]],
          [v[4], v[5]],
        ]);
      else if (kind === "Z" || kind === "z") (close(), ring.push(start));
      else throw new Error(`path command ${kind}`);
    });
  close();
  return rings;
}

function bezier(points, t) {
  while (points.length > 1)
    points = points
      .slice(1)
      .map((p, i) => [points[i][0] + (p[0] - points[i][0]) * t, points[i][1] + (p[1] - points[i][1]) * t]);
  return points[0];
}

const area = (ring) =>
  ring.reduce((sum, [x, y], i) => sum + x * ring[(i + 1) % ring.length][1] - ring[(i + 1) % ring.length][0] * y, 0) / 2;
const largest = (rings) => rings.reduce((a, b) => (Math.abs(area(b)) > Math.abs(area(a)) ? b : a));
const center_x = (ring) => ring.reduce((sum, p) => sum + p[0], 0) / ring.length;

function bounds(rings) {
  const xs = rings.flat().map((p) => p[0]);
  const ys = rings.flat().map((p) => p[1]);
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

// Douglas-Peucker on an open line.
function simplify(line, limit = tolerance) {
  const keep = new Array(line.length).fill(false);
  keep[0] = keep[line.length - 1] = true;
  const stack = [[0, line.length - 1]];
  while (stack.length) {
    const [a, b] = stack.pop();
    const [ax, ay] = line[a];
    const [bx, by] = line[b];
    const length2 = (bx - ax) ** 2 + (by - ay) ** 2;
    let worst = limit,
      at = -1;
    for (let i = a + 1; i < b; i++) {
      const [px, py] = line[i];
      const t = length2 > 0 ? Math.max(0, Math.min(1, ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / length2)) : 0;
      const distance = Math.hypot(px - ax - t * (bx - ax), py - ay - t * (by - ay));
      if (distance > worst) ((worst = distance), (at = i));
    }
    if (at < 0) continue;
    keep[at] = true;
    stack.push([a, at], [at, b]);
  }
  return line.filter((_, i) => keep[i]);
}

// A closed ring, simplified from its two points farthest apart, so that the seam is at corners.
function simplify_ring(ring, limit = tolerance) {
  let far = 0;
  ring.forEach((p, i) => {
    if (
      Math.hypot(p[0] - ring[0][0], p[1] - ring[0][1]) >
      Math.hypot(ring[far][0] - ring[0][0], ring[far][1] - ring[0][1])
    )
      far = i;
  });
  const one = simplify(ring.slice(0, far + 1), limit);
  const two = simplify([...ring.slice(far), ring[0]], limit);
  return [...one.slice(0, -1), ...two.slice(0, -1)];
}

// Without needles: corners sharper than 40 degrees on a short edge, which would shine as thorns.
function without_needles(ring, shortest) {
  for (let i = 0; i < ring.length && ring.length > 4;) {
    const [a, b, c] = [ring.at(i - 1), ring[i], ring[(i + 1) % ring.length]];
    const u = [a[0] - b[0], a[1] - b[1]],
      v = [c[0] - b[0], c[1] - b[1]];
    const angle = Math.acos((u[0] * v[0] + u[1] * v[1]) / (Math.hypot(...u) * Math.hypot(...v)));
    if (angle < (40 * Math.PI) / 180 && Math.min(Math.hypot(...u), Math.hypot(...v)) < shortest)
      (ring.splice(i, 1), (i = Math.max(0, i - 2)));
    else i++;
  }
  return ring;
}

function quantise(points) {
  const out = [];
  for (const p of points) {
    const q = p.map((v) => Math.round(v * steps_per_unit));
    const last = out[out.length - 1];
    if (!last || last[0] !== q[0] || last[1] !== q[1]) out.push(q);
  }
  return out;
}

// --- the body from behind --------------------------------------------------------------------------------------

const highlighter = dirname(require.resolve("react-native-body-highlighter/package.json"));
const muscles = require(join(highlighter, "dist/assets/bodyBack.js")).bodyBack;
const wrapper = readFileSync(join(highlighter, "dist/components/SvgMaleWrapper.js"), "utf8");
const outline_path = wrapper.slice(wrapper.indexOf('side === "back"')).match(/ d="([^"]+)"/)[1];
const outline = largest(flatten(svgpath(outline_path)));
const extent = bounds([outline]);
const spine_x = (extent.left + extent.right) / 2;

const to_body = (ring) => ring.map(([x, y]) => [x - spine_x, y]);

// The line down the left side, from the crown to between the legs. The drawing's outline is open above the ears; its
// hair closes it there.
function left_half() {
  const side = to_body(outline);
  const end = side.findIndex((p) => p[0] > 0);
  const [a, b] = [side[end - 1], side[end]];
  const between_legs = [0, a[1] + (a[0] / (a[0] - b[0])) * (b[1] - a[1])];
  const hair = to_body(largest(flatten(svgpath(muscles.find((m) => m.slug === "hair").path.common[0]))));
  const crown = hair
    .filter((p) => p[0] < -1 && p[1] < side[0][1] - 1)
    .sort((p, q) => Math.atan2(q[1] - 200, q[0]) - Math.atan2(p[1] - 200, p[0]));
  return [[0, bounds([hair]).top], ...crown, ...side.slice(0, end), between_legs];
}

const half_outline = left_half();

function muscle_group(slug) {
  const part = muscles.find((m) => m.slug === slug);
  const rings = Object.values(part.path)
    .flat()
    .map((d) => to_body(largest(flatten(svgpath(d)))));
  return rings.filter((ring) => center_x(ring) < 0);
}

// --- organs ----------------------------------------------------------------------------------------------------

const anatomogram = dirname(require.resolve("@ebi-gene-expression-group/anatomogram/package.json"));

// Every path of a drawing with the ids of its ancestors and its transforms.
function read_drawing(name) {
  const text = readFileSync(join(anatomogram, "lib/svg", name), "utf8");
  const tag = /<(\/?)([\w:]+)((?:\s+[\w:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/g;
  const open = [];
  const paths = [];
  for (const [, closing, kind, attributes, empty] of text.matchAll(tag)) {
    if (closing) {
      open.pop();
      continue;
    }
    const values = Object.fromEntries([...attributes.matchAll(/([\w:-]+)\s*=\s*"([^"]*)"/g)].map((m) => [m[1], m[2]]));
    const chain = [...open, values];
    if (kind === "path")
      paths.push({
        ids: chain.map((c) => c.id),
        d: values.d,
        transforms: chain.map((c) => c.transform).filter(Boolean),
      });
    if (!empty) open.push(values);
  }
  return paths;
}

function organ(paths, id) {
  const rings = paths
    .filter((p) => p.ids.includes(id))
    .map((p) => {
      const path = svgpath(p.d);
      for (const transform of [...p.transforms].reverse()) path.transform(transform);
      return largest(flatten(path));
    });
  if (!rings.length) throw new Error(`the drawing has no ${id}`);
  return rings;
}

// Scales groups of rings together so that they fill `width` around `center` from `top` down.
function place(groups, { width, center = 0, top, mirrored = false, stretch = 1 }) {
  const box = bounds(groups.flat());
  const scale = width / (box.right - box.left);
  const middle = (box.left + box.right) / 2;
  return groups.map((rings) =>
    rings.map((ring) =>
      ring.map(([x, y]) => [
        center + (x - middle) * scale * (mirrored ? -1 : 1),
        top + (y - box.top) * scale * stretch,
      ]),
    ),
  );
}

const whole = read_drawing("homo_sapiens.male.svg");
const [brain] = place([organ(whole, "UBERON_0000955")], { width: 98, top: 106 });
const [lungs] = place([organ(whole, "UBERON_0002048")], { width: 178, top: 312, mirrored: true });
const [heart] = place([organ(whole, "UBERON_0000948")], { width: 84, center: -16, top: 352, mirrored: true });
const [kidneys, adrenals] = place([organ(whole, "UBERON_0002113"), organ(whole, "UBERON_0002369")], {
  width: 150,
  top: 492,
  mirrored: true,
});

// --- the header ------------------------------------------------------------------------------------------------

const groups = [
  ["outline", [half_outline], "half"],
  ["neck", muscle_group("neck")],
  ["trapezius", muscle_group("trapezius")],
  ["deltoids", muscle_group("deltoids")],
  ["upper_back", muscle_group("upper-back")],
  ["lower_back", muscle_group("lower-back")],
  ["triceps", muscle_group("triceps")],
  ["forearm", muscle_group("forearm")],
  ["gluteal", muscle_group("gluteal")],
  ["adductors", muscle_group("adductors")],
  ["hamstring", muscle_group("hamstring")],
  ["calves", muscle_group("calves")],
  ["brain", brain, "organ"],
  ["heart", heart, "organ"],
  ["lungs", lungs, "organ"],
  ["kidneys", kidneys, "organ"],
  ["adrenals", adrenals, "organ"],
];

// Organs lose needles.
function outline_of(ring, kind) {
  return kind === "organ" ? without_needles(simplify_ring(ring), 9) : simplify_ring(ring);
}

const points = [];
const indices = [];
const shapes = [];
const group_rows = [];
for (const [name, rings, kind] of groups) {
  if (!rings.length) throw new Error(`${name} is empty`);
  group_rows.push({ name, first: shapes.length, count: rings.length });
  for (const ring of rings) {
    const line = quantise(kind === "half" ? simplify(ring) : outline_of(ring, kind));
    if (kind !== "half" && area(line) < 0) line.reverse();
    const triangles = earcut(line.flat());
    if (line.length > 256) throw new Error(`${name} has ${line.length} points; an index is a byte`);
    shapes.push([points.length, line.length, indices.length, triangles.length]);
    points.push(...line);
    indices.push(...triangles);
  }
}

function rows(values, per_row = 20) {
  const lines = [];
  for (let i = 0; i < values.length; i += per_row) lines.push("    " + values.slice(i, i + per_row).join(", ") + ",");
  return lines.join("\n");
}

const header = `// Written by build-scripts/art.mjs; not edited by hand.
// Body and muscles: react-native-body-highlighter, (c) 2022 ELABBASSI Hicham, MIT licence.
// Organs: Expression Atlas anatomogram, EMBL-EBI, CC BY 4.0; scaled, mirrored and simplified.
#pragma once

#include <cstdint>

namespace tautline::ui::art {

constexpr float steps_per_unit = ${steps_per_unit};

struct Shape {
    std::uint16_t first_point, points, first_index, indices;
};
struct Group {
    std::uint8_t first_shape, shapes;
};

inline constexpr std::int16_t coordinates[] = {
${rows(points.flat())}
};
inline constexpr std::uint8_t indices[] = {
${rows(indices, 30)}
};
inline constexpr Shape shapes[] = {
${shapes.map((s) => `    {${s.join(", ")}},`).join("\n")}
};

${group_rows.map((g) => `inline constexpr Group ${g.name}{${g.first}, ${g.count}};`).join("\n")}

} // namespace tautline::ui::art
`;

const at = process.argv.indexOf("--out");
if (at < 0 || !process.argv[at + 1]) {
  console.error("art: --out FOLDER is missing");
  process.exit(2);
}
const folder = process.argv[at + 1];
mkdirSync(folder, { recursive: true });
const file = join(folder, "art_data.h");
if (!existsSync(file) || readFileSync(file, "utf8") !== header) {
  writeFileSync(`${file}.new`, header);
  renameSync(`${file}.new`, file);
  console.log(`art: ${shapes.length} shapes, ${points.length} points, ${indices.length / 3} triangles`);
}
if (process.argv.includes("--sizes"))
  for (const g of group_rows)
    console.log(
      g.name,
      shapes
        .slice(g.first, g.first + g.count)
        .map((s) => s[1])
        .join(" "),
      JSON.stringify(
        bounds(
          shapes
            .slice(g.first, g.first + g.count)
            .map((s) => points.slice(s[0], s[0] + s[1]).map((p) => p.map((v) => v / 4))),
        ),
      ),
    );
