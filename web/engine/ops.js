// Reads the engine's op buffer (src/semantics/ops.h documents every byte) into plain objects. Knows nothing of the DOM.

import { accents, arranges, field, icons, looks, op, roles, schemes } from './protocol.js';

export { flag } from './protocol.js';

/**
 * @typedef {{op: 'page', title: string, language: string, address: string, rightToLeft: boolean, documentSkin: boolean,
 *   scheme: string, bannerSticky: boolean, secondTypeface: boolean, wideSpacing: boolean, arrowKeys: boolean, width: number, height: number, bannerHeight: number, textScale: number}} PageOp
 * @typedef {{op: 'add', id: number, parent: number, before: number, role: string, level: number, key: string}} AddOp
 * @typedef {{op: 'move', id: number, parent: number, before: number}} MoveOp
 * @typedef {'label' | 'valueText' | 'description' | 'lang' | 'href'} TextField
 * @typedef {{op: 'text', id: number, field: TextField, text: string}} TextOp
 * @typedef {{op: 'flags', id: number, flags: number}} FlagsOp
 * @typedef {{op: 'numbers', id: number, value: number, min: number, max: number, step: number}} NumbersOp
 * @typedef {{op: 'style', id: number, look: string, arrange: string, accent: string, icon: string}} StyleOp
 * @typedef {{op: 'describedBy', id: number, by: number}} DescribedByOp
 * @typedef {{op: 'rect', id: number, x: number, y: number, width: number, height: number}} RectOp
 * @typedef {{op: 'remove', id: number}} RemoveOp
 * @typedef {{op: 'focus', id: number}} FocusOp
 * @typedef {{op: 'say', text: string}} SayOp
 * @typedef {{op: 'language', language: string}} LanguageOp
 * @typedef {{op: 'ask', errand: number}} AskOp
 * @typedef {{op: 'speak', texts: string[]}} SpeakOp
 * @typedef {{op: 'place', id: number, ofValue: boolean, insideWords: boolean, x: number, y: number, width: number, size: number, lineHeight: number, weight: number}} PlaceOp
 * @typedef {PageOp | AddOp | MoveOp | TextOp | FlagsOp | NumbersOp | StyleOp | DescribedByOp | RectOp | RemoveOp | FocusOp | SayOp
 *   | LanguageOp | AskOp | SpeakOp | PlaceOp} AnyOp
 */

const textDecoder = new TextDecoder();
/** By their numbers. @type {Map<number, TextField>} */
const textFields = new Map(
  /** @type {TextField[]} */ (['label', 'valueText', 'description', 'lang', 'href']).map((name) => [field[name], name]),
);

class Reader {
  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.at = 0;
  }

  u8() {
    return this.view.getUint8(this.at++);
  }

  u32() {
    this.at += 4;
    return this.view.getUint32(this.at - 4, true);
  }

  f32() {
    this.at += 4;
    return this.view.getFloat32(this.at - 4, true);
  }

  text() {
    const size = this.u32();
    this.at += size;
    if (this.at > this.bytes.byteLength) throw new RangeError('op buffer ends inside a text');
    // A copy: browsers refuse to decode from memory that may be shared or may grow.
    return textDecoder.decode(this.bytes.slice(this.at - size, this.at));
  }
}

/** @param {Reader} r @returns {PageOp} */
function readPage(r) {
  return {
    op: 'page',
    title: r.text(),
    language: r.text(),
    address: r.text(),
    rightToLeft: r.u8() !== 0,
    documentSkin: r.u8() !== 0,
    scheme: schemes[r.u8()],
    bannerSticky: r.u8() !== 0,
    secondTypeface: r.u8() !== 0,
    wideSpacing: r.u8() !== 0,
    arrowKeys: r.u8() !== 0,
    width: r.f32(),
    height: r.f32(),
    bannerHeight: r.f32(),
    textScale: r.f32(),
  };
}

/** @param {Reader} r @returns {AnyOp} */
function readSet(r) {
  const id = r.u32();
  const what = r.u8();
  const text = textFields.get(what);
  if (text) return { op: 'text', id, field: text, text: r.text() };
  if (what === field.flags) return { op: 'flags', id, flags: r.u8() };
  if (what === field.numbers) return { op: 'numbers', id, value: r.f32(), min: r.f32(), max: r.f32(), step: r.f32() };
  if (what === field.style) {
    return {
      op: 'style',
      id,
      look: looks[r.u8()],
      arrange: arranges[r.u8()],
      accent: accents[r.u8()],
      icon: icons[r.u8()],
    };
  }
  if (what === field.describedBy) return { op: 'describedBy', id, by: r.u32() };
  throw new RangeError(`unknown field ${what} in the op buffer`);
}

/** @param {Reader} r @returns {AnyOp} */
function readOp(r) {
  const code = r.u8();
  switch (code) {
    case op.page:
      return readPage(r);
    case op.add:
      return {
        op: 'add',
        id: r.u32(),
        parent: r.u32(),
        before: r.u32(),
        role: roles[r.u8()],
        level: r.u8(),
        key: r.text(),
      };
    case op.move:
      return { op: 'move', id: r.u32(), parent: r.u32(), before: r.u32() };
    case op.set:
      return readSet(r);
    case op.rect:
      return { op: 'rect', id: r.u32(), x: r.f32(), y: r.f32(), width: r.f32(), height: r.f32() };
    case op.remove:
      return { op: 'remove', id: r.u32() };
    case op.focus:
      return { op: 'focus', id: r.u32() };
    case op.say:
      return { op: 'say', text: r.text() };
    case op.language:
      return { op: 'language', language: r.text() };
    case op.ask:
      return { op: 'ask', errand: r.u8() };
    case op.speak:
      return { op: 'speak', texts: Array.from({ length: r.u32() }, () => r.text()) };
    case op.place: {
      const id = r.u32(),
        what = r.u8();
      return {
        op: 'place',
        id,
        ofValue: (what & 1) !== 0,
        insideWords: (what & 2) !== 0,
        x: r.f32(),
        y: r.f32(),
        width: r.f32(),
        size: r.f32(),
        lineHeight: r.f32(),
        weight: r.f32(),
      };
    }
    default:
      throw new RangeError(`unknown op ${code} in the op buffer`);
  }
}

/**
 * All ops of one buffer, in order.
 * @param {Uint8Array} bytes
 * @returns {AnyOp[]}
 */
export function decode(bytes) {
  const reader = new Reader(bytes);
  /** @type {AnyOp[]} */
  const ops = [];
  while (reader.at < bytes.byteLength) ops.push(readOp(reader));
  return ops;
}
