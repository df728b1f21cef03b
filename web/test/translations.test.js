import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

import { withKeys, withoutKeys } from '../files/translations.js';

const root = new URL('../../content/words/', import.meta.url);
const files = (/** @type {string} */ language) =>
  Object.fromEntries(
    readdirSync(new URL(`${language}/`, root), { recursive: true })
      .map(String)
      .filter((name) => name.endsWith('.json'))
      .map((name) => [
        `words/${language}/${name}`,
        JSON.parse(readFileSync(new URL(`${language}/${name}`, root), 'utf8')),
      ]),
  );

test('Each language is whole again, whatever it lacks, adds or says in another order', () => {
  const first = files('en');
  const others = readdirSync(root).filter((name) => name !== 'en');
  assert.ok(others.length >= 2);
  for (const language of others) {
    const words = files(language);
    const translation = withoutKeys(words, first, 'en');
    assert.deepEqual(withKeys(JSON.parse(JSON.stringify(translation)), first, 'en'), words);
    assert.ok(JSON.stringify(translation).length < 0.85 * JSON.stringify(words).length);
  }
});

test('A file that the first language does not have is kept', () => {
  const words = { 'words/xx/own.json': { 'a.b': ['c'], 'a.d': 'e' } };
  assert.deepEqual(withKeys(withoutKeys(words, {}, 'en'), {}, 'en'), words);
});
