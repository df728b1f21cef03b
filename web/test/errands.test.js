// What the page tells of its own address, and how it takes answers out of it.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { pageAddress, takeFragment } from '../host/errands.js';

/** @param {string} address */
function at(address) {
  const { protocol, hostname, origin, pathname, search, hash } = new URL(address);
  /** @type {any} */ (globalThis).location = { protocol, hostname, origin, pathname, search, hash };
}

test('A code begins with the address that a phone can open, with the same questions and no word of the person', () => {
  for (const [address, expected] of [
    ['https://page.example/back/', 'https://page.example/back/'],
    ['http://page.example:8080/?theme=dark&text=200#/summary', 'http://page.example:8080/'],
    ['https://page.example/?LANG=pt_BR&pack=clinic-7&pack=other&x=chest-pain', 'https://page.example/?pack=clinic-7'],
    ['https://page.example/?pack=../x&lang=%3Cb%3E', 'https://page.example/'],
    ['http://localhost:8000/', ''],
    ['http://back.localhost/', ''],
    ['http://127.0.0.1/', ''],
    ['http://[::1]:8000/', ''],
    ['file:///home/a/tautline.html', ''],
    ['about:srcdoc', ''],
  ]) {
    at(address);
    assert.equal(pageAddress(), expected, address);
  }
});

test('Answers leave the address the moment they are read, whatever they are; other addresses stay', () => {
  /** @type {unknown[]} */
  let replaced = [];
  /** @type {any} */ (globalThis).history = {
    state: { y: 5 },
    replaceState: (/** @type {unknown[]} */ ...args) => {
      replaced = args;
    },
  };
  for (const hash of ['a1.CiOBAAAA', 'a1.', 'a2.<script>', 'a999999.%00%ff', `a1.${'A'.repeat(1 << 20)}`]) {
    at(`https://page.example/x/?lang=en#${hash}`);
    replaced = [];
    assert.equal(takeFragment(), new URL(`https://page.example/#${hash}`).hash.slice(1));
    assert.deepEqual(replaced, [{ y: 5 }, '', '/x/?lang=en']);
  }
  for (const hash of ['', '#', '#/result', '#a1', '#/a1.AAAA', '#b1.AAAA']) {
    at(`https://page.example/${hash}`);
    replaced = [];
    assert.equal(takeFragment(), null, hash);
    assert.deepEqual(replaced, []);
  }
});
