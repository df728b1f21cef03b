import assert from 'node:assert/strict';
import { test } from 'node:test';

import { decode } from '../engine/ops.js';

// Writes what src/semantics/bytes.h writes.
class Writer {
  constructor() {
    this.bytes = [];
  }

  u8(...values) {
    this.bytes.push(...values);
    return this;
  }

  u32(...values) {
    for (const value of values)
      this.bytes.push(value & 255, (value >> 8) & 255, (value >> 16) & 255, (value >>> 24) & 255);
    return this;
  }

  f32(...values) {
    this.bytes.push(...new Uint8Array(new Float32Array(values).buffer));
    return this;
  }

  text(text) {
    const bytes = new TextEncoder().encode(text);
    return this.u32(bytes.length).u8(...bytes);
  }

  get all() {
    return new Uint8Array(this.bytes);
  }
}

test('an empty buffer has no ops', () => {
  assert.deepEqual(decode(new Uint8Array()), []);
});

test('every kind of op is read, one after the other', () => {
  const buffer = new Writer()
    .u8(1)
    .text('Títle – “1”')
    .text('en')
    .text('alarm')
    .u8(0, 1, 1, 0, 1, 0, 1)
    .f32(390, 1200.5, 64, 1.5)
    .u8(2)
    .u32(0xfedcba98, 0, 7)
    .u8(12, 2)
    .text('chapter/title')
    .u8(3)
    .u32(1, 2, 3)
    .u8(4)
    .u32(5)
    .u8(1)
    .text('Label')
    .u8(4)
    .u32(5)
    .u8(5)
    .text('#/home')
    .u8(4)
    .u32(5)
    .u8(6)
    .u8(0x82)
    .u8(4)
    .u32(5)
    .u8(7)
    .f32(1, 0, 10, 0.5)
    .u8(4)
    .u32(5)
    .u8(8)
    .u8(5, 1, 1, 8)
    .u8(4)
    .u32(5)
    .u8(9)
    .u32(7)
    .u8(5)
    .u32(5)
    .f32(1, 2, 3, 4)
    .u8(6)
    .u32(9)
    .u8(7)
    .u32(5)
    .u8(8)
    .text('Said once')
    .u8(9)
    .text('es')
    .u8(10)
    .u8(3)
    .u8(11)
    .u32(2)
    .text('First')
    .text('Second').all;
  assert.deepEqual(decode(buffer), [
    {
      op: 'page',
      title: 'Títle – “1”',
      language: 'en',
      address: 'alarm',
      rightToLeft: false,
      documentSkin: true,
      scheme: 'dark',
      bannerSticky: false,
      secondTypeface: true,
      wideSpacing: false,
      arrowKeys: true,
      width: 390,
      height: 1200.5,
      bannerHeight: 64,
      textScale: 1.5,
    },
    { op: 'add', id: 0xfedcba98, parent: 0, before: 7, role: 'heading', level: 2, key: 'chapter/title' },
    { op: 'move', id: 1, parent: 2, before: 3 },
    { op: 'text', id: 5, field: 'label', text: 'Label' },
    { op: 'text', id: 5, field: 'href', text: '#/home' },
    { op: 'flags', id: 5, flags: 0x82 },
    { op: 'numbers', id: 5, value: 1, min: 0, max: 10, step: 0.5 },
    { op: 'style', id: 5, look: 'primary', arrange: 'row', accent: 'alarm', icon: 'warning' },
    { op: 'describedBy', id: 5, by: 7 },
    { op: 'rect', id: 5, x: 1, y: 2, width: 3, height: 4 },
    { op: 'remove', id: 9 },
    { op: 'focus', id: 5 },
    { op: 'say', text: 'Said once' },
    { op: 'language', language: 'es' },
    { op: 'ask', errand: 3 },
    { op: 'speak', texts: ['First', 'Second'] },
  ]);
});

test('a buffer inside a larger memory is read from its own start', () => {
  const memory = new Uint8Array(64).fill(255);
  const op = new Writer().u8(7).u32(42).all;
  memory.set(op, 13);
  assert.deepEqual(decode(memory.subarray(13, 13 + op.length)), [{ op: 'focus', id: 42 }]);
});

test('a damaged buffer is refused and never guessed at', () => {
  assert.throws(() => decode(new Writer().u8(99).all), RangeError);
  assert.throws(() => decode(new Writer().u8(4).u32(1).u8(77).all), RangeError);
  assert.throws(() => decode(new Writer().u8(8).u32(50).u8(65).all), RangeError);
  assert.throws(() => decode(new Writer().u8(5).u32(1).f32(1).all), RangeError);
});
