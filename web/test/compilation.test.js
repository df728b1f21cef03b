import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Compilation } from '../files/compilation.js';

// A module of nothing but its head, and the same cut short.
const whole = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
const cut = whole.subarray(0, 5);

test('A module comes of pieces, and not before somebody says that they were right', async () => {
  const compilation = new Compilation();
  const follow = compilation.begin();
  for (const byte of whole) follow(Uint8Array.of(byte));
  let done = false;
  compilation.module.then(() => {
    done = true;
  });
  await new Promise((later) => setTimeout(later, 50));
  assert.equal(done, false);
  assert.ok((await compilation.end(whole)) instanceof WebAssembly.Module);
});

test('Pieces that were wrong are forgotten when the file is asked for once more', async () => {
  const compilation = new Compilation();
  compilation.begin()(Uint8Array.of(9, 9, 9));
  compilation.begin()(whole);
  assert.ok((await compilation.end(whole)) instanceof WebAssembly.Module);
});

test('What did not come in pieces is compiled from the whole', async () => {
  const compilation = new Compilation();
  compilation.begin()(cut);
  assert.ok((await compilation.end(whole)) instanceof WebAssembly.Module);
  const { compileStreaming } = WebAssembly;
  WebAssembly.compileStreaming = undefined;
  compilation.begin()(whole);
  WebAssembly.compileStreaming = compileStreaming;
  assert.ok((await compilation.end(whole)) instanceof WebAssembly.Module);
});

test('Bytes that are no module are refused', async () => {
  const compilation = new Compilation();
  compilation.begin()(cut);
  await assert.rejects(compilation.end(cut), WebAssembly.CompileError);
});
