import assert from 'node:assert/strict';
import { test } from 'node:test';

import { chapters, dialects, readCommand, readProgress, share } from '../embed/protocol.js';

const to = (more) => ({ target: 'tautline', v: 1, ...more });

test('Commands are read, and what they say is one of the values that an address may have', () => {
  assert.deepEqual(readCommand(to({ type: 'hello' })), { type: 'hello' });
  assert.deepEqual(readCommand(to({ type: 'reset', all: 1 })), { type: 'reset' });
  assert.deepEqual(readCommand(to({ type: 'goto', screen: '#/What-Helps' })), { type: 'goto', screen: 'what-helps' });
  assert.deepEqual(readCommand(to({ type: 'language', language: 'pt_BR' })), { type: 'language', language: 'pt-br' });
  assert.deepEqual(readCommand(to({ type: 'theme', theme: 'auto' })), { type: 'theme', theme: 'automatic' });
  assert.deepEqual(readCommand(to({ type: 'goto', screen: 'a"><script>' })), { type: 'refused', what: 'screen' });
  assert.deepEqual(readCommand(to({ type: 'answers' })), { type: 'refused', what: 'type' });
});

test('What is not for us is passed over', () => {
  for (const data of [
    null,
    undefined,
    0,
    '',
    'tautline',
    [],
    {},
    { target: 'tautline' },
    { target: 'tautline', v: 2, type: 'reset' },
    { target: 'tautline', v: '1', type: 'reset' },
    { target: ['tautline'], v: 1, type: 'reset' },
    { source: 'tautline', v: 1, type: 'reset' },
  ]) {
    assert.equal(readCommand(data), null, JSON.stringify(data));
  }
});

// A small generator of its own, so that a failure can be had again.
function dice(seed) {
  let state = seed >>> 0;
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

const hostile = [
  '<img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '__proto__',
  'constructor',
  '\u0000',
  '\ud800',
  '\u202e',
  '../..',
  'x'.repeat(1e6),
  '%00%ff',
  '${1}',
  "';--",
  '🂡',
  ' alarm ',
  'ALARM',
  'check/9',
  '',
  '\n',
  'NaN',
];
const strange = (roll) =>
  [
    null,
    undefined,
    NaN,
    -1,
    1e308,
    10n,
    true,
    [],
    {},
    [[[[]]]],
    new Date(NaN),
    new Map([[1, 2]]),
    new Uint8Array(50),
    /x/,
    hostile,
    {
      toString() {
        throw new Error('no');
      },
    },
    {
      get type() {
        throw new Error('no');
      },
    },
    Object.create(null),
  ][roll(18)];

test('20,000 hostile messages: none throws, and what is taken from one is a value of our own', () => {
  const roll = dice(7);
  const value = () => (roll(2) ? hostile[roll(hostile.length)] : strange(roll));
  const names = ['type', 'screen', 'language', 'theme', 'what', '__proto__', 'v', 'target'];
  const types = ['hello', 'goto', 'language', 'theme', 'reset'];
  for (let i = 0; i < 20_000; ++i) {
    const message =
      roll(8) === 0
        ? value()
        : roll(30) === 0
          ? {
              get target() {
                throw new Error('no');
              },
            }
          : to({ type: types[roll(5)] });
    if (typeof message === 'object' && message !== null && !Object.getOwnPropertyDescriptor(message, 'target')?.get) {
      for (let n = roll(3); n > 0; --n) {
        try {
          message[names[roll(names.length)]] = value();
        } catch {
          /* a property that can't be set */
        }
      }
    }
    const command = readCommand(message);
    if (command === null) continue;
    assert.ok([...types, 'refused'].includes(command.type));
    for (const text of Object.values(command)) assert.match(text, /^[a-z][a-z0-9-]{0,39}$/);
  }
  assert.equal({}.polluted, undefined);
});

test('Progress is read from the engine’s bits, and its share counts what is asked for', () => {
  const all = readProgress(0b10_00_01_10_00_10);
  assert.deepEqual(all, {
    alarm: 'done',
    muscles: 'none',
    cortisol: 'done',
    sensitivity: 'opened',
    feel: 'none',
    patterns: 'done',
  });
  assert.equal(share(all, ''), 0.5);
  assert.equal(share(all, 'alarm'), 1);
  assert.equal(share(all, 'sensitivity'), 0);
  assert.equal(share(readProgress(0b10_10_10_10_10_10), ''), 1);
  assert.equal(share({}, ''), 0);
  assert.equal(chapters.length, 6);
});

test('A host’s dialect is known by what it adds to the address, and nothing else becomes a part of a message', () => {
  assert.deepEqual(dialects({ search: '?childId=lesson-1&x=1', hash: '' }), { pym: 'lesson-1', wordpress: '' });
  assert.deepEqual(dialects({ search: '', hash: '#?secret=Ab12' }), { pym: '', wordpress: 'Ab12' });
  for (const id of ['axPYMxb c', '<b>', 'x'.repeat(101), ''])
    assert.equal(dialects({ search: `?childId=${encodeURIComponent(id)}`, hash: '#?secret=<b>' }).pym, '', id);
  assert.equal(dialects({ search: '', hash: '#?secret=a"b' }).wordpress, '');
});
