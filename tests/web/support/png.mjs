// Pixels of a PNG as the browser's screenshots are written: 8 bits a channel, RGB or RGBA, not interlaced.
import { inflateSync } from "node:zlib";

export function decode(png) {
  let at = 8;
  let width, height, channels;
  const parts = [];
  while (at < png.length) {
    const size = png.readUInt32BE(at);
    const kind = png.toString("latin1", at + 4, at + 8);
    const data = png.subarray(at + 8, at + 8 + size);
    if (kind === "IHDR") {
      width = data.readUInt32BE(0);
      height = data.readUInt32BE(4);
      channels = { 2: 3, 6: 4 }[data[9]];
      if (data[8] !== 8 || !channels || data[12] !== 0) throw new Error("a kind of PNG that this reader does not know");
    } else if (kind === "IDAT") parts.push(data);
    at += size + 12;
  }
  const raw = inflateSync(Buffer.concat(parts));
  const stride = width * channels;
  const pixels = Buffer.alloc(stride * height);
  for (let y = 0; y < height; ++y) unfilter(raw, y * (stride + 1), pixels, y * stride, stride, channels);
  return { width, height, channels, pixels };
}

function unfilter(raw, from, out, to, stride, bpp) {
  const filter = raw[from++];
  const up = to - stride;
  for (let i = 0; i < stride; ++i) {
    const left = i >= bpp ? out[to + i - bpp] : 0;
    const above = up >= 0 ? out[up + i] : 0;
    let guess = 0;
    if (filter === 1) guess = left;
    else if (filter === 2) guess = above;
    else if (filter === 3) guess = (left + above) >> 1;
    else if (filter === 4) {
      const corner = up >= 0 && i >= bpp ? out[up + i - bpp] : 0;
      const p = left + above - corner;
      const a = Math.abs(p - left),
        b = Math.abs(p - above),
        c = Math.abs(p - corner);
      guess = a <= b && a <= c ? left : b <= c ? above : corner;
    }
    out[to + i] = raw[from + i] + guess;
  }
}

// The colour at a pixel, as one number.
export const color_at = ({ width, channels, pixels }, x, y) => {
  const i = (y * width + x) * channels;
  return (pixels[i] << 16) | (pixels[i + 1] << 8) | pixels[i + 2];
};

const channel = (byte) => (byte <= 10 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4);
const channels_of = Array.from({ length: 256 }, (_, byte) => channel(byte));
export const luminance = (color) =>
  0.2126 * channels_of[color >> 16] + 0.7152 * channels_of[(color >> 8) & 255] + 0.0722 * channels_of[color & 255];

// WCAG's contrast of two colours.
export function contrast(a, b) {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const blank_below = 1.15; // less than this is background: a fill that runs, a soft edge

// What a rectangle (in pixels of the picture) shows: the commonest colour is the ground; `ink` is the share of pixels
// that stand out from it, and `contrast` the one that the strongest tenth of them reaches: the strokes' hearts, without
// their softened edges. With `mark` it is the one that this share of all pixels reaches: of a mark on a picture, where
// other lines stand out a little as well.
export function measure(picture, { x, y, width, height }, mark = 0) {
  const counts = new Map();
  const right = Math.min(Math.floor(x + width), picture.width),
    bottom = Math.min(Math.floor(y + height), picture.height);
  const left = Math.max(Math.ceil(x), 0),
    top = Math.max(Math.ceil(y), 0);
  let all = 0;
  // Of a large box every second pixel each way says the same.
  const pace = (right - left) * (bottom - top) > 60_000 ? 2 : 1;
  for (let row = top; row < bottom; row += pace)
    for (let column = left; column < right; column += pace) {
      const color = color_at(picture, column, row);
      counts.set(color, (counts.get(color) ?? 0) + 1);
      ++all;
    }
  let ground = 0,
    most = -1;
  for (const [color, count] of counts) if (count > most) [ground, most] = [color, count];
  const ink = [...counts]
    .map(([color, count]) => ({ count, contrast: contrast(color, ground) }))
    .filter((each) => each.contrast >= blank_below)
    .sort((a, b) => b.contrast - a.contrast);
  const inked = ink.reduce((sum, { count }) => sum + count, 0);
  let seen = 0;
  for (const each of ink) {
    seen += each.count;
    if (seen >= (mark ? mark * all : inked / 10))
      return { pixels: all, ground, ink: inked / all, contrast: each.contrast };
  }
  return { pixels: all, ground, ink: 0, contrast: 1 };
}

// Share of pixels that differ by more than `tolerance` in a channel.
export function difference(a, b, tolerance = 24) {
  if (a.width !== b.width || a.height !== b.height) return 1;
  let differing = 0;
  for (let i = 0; i < a.width * a.height; ++i) {
    for (let c = 0; c < 3; ++c)
      if (Math.abs(a.pixels[i * a.channels + c] - b.pixels[i * b.channels + c]) > tolerance) {
        ++differing;
        break;
      }
  }
  return differing / (a.width * a.height);
}
