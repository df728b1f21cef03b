import assert from 'node:assert/strict';
import { test } from 'node:test';

import { readOptions } from '../host/address.js';

const plain = {
  mode: 'page',
  lang: '',
  region: '',
  screen: '',
  pack: '',
  theme: '',
  text: 0,
  motion: '',
  skin: '',
  keys: '',
  webgl: 'auto',
  height: '',
  host: '',
  ignored: [],
};
const read = (search) => readOptions(search);

test('An address that asks for nothing gets what the device asks for', () => {
  for (const search of ['', '?', '?&&&', '?=', '?x=1&utm_source=mail']) assert.deepEqual(read(search), plain, search);
});

test('Every parameter is understood', () => {
  assert.deepEqual(
    read(
      '?mode=kiosk&lang=es-MX&region=mx&screen=what-helps&pack=clinic_2&theme=dark&text=150&motion=less&skin=document&keys=pad&height=content&host=https://clinic.example:8443&webgl=off',
    ),
    {
      mode: 'kiosk',
      lang: 'es-mx',
      region: 'MX',
      screen: 'what-helps',
      pack: 'clinic_2',
      theme: 'dark',
      text: 150,
      motion: 'less',
      skin: 'document',
      keys: 'pad',
      webgl: 'off',
      height: 'content',
      host: 'https://clinic.example:8443',
      ignored: [],
    },
  );
});

test('Upper case, spaces and other ways to write the same are forgiven', () => {
  assert.equal(read('?THEME=Dark').theme, 'dark');
  assert.equal(read('?theme=%20light%20').theme, 'light');
  assert.equal(read('?theme=auto').theme, 'automatic');
  assert.equal(read('?lang=pt_BR').lang, 'pt-br');
  assert.equal(read('?screen=%23/alarm').screen, 'alarm');
  assert.equal(read('?motion=reduced').motion, 'less');
  assert.equal(read('?motion=on').motion, 'full');
  assert.equal(read('?skin=text').skin, 'document');
});

test('Text size is given in percent or as a factor, and kept within what the settings offer', () => {
  for (const [given, percent] of [
    ['150', 150],
    ['150%', 150],
    ['1.5', 150],
    ['50', 100],
    ['9000', 300],
    ['5', 300],
    ['3%', 100],
  ]) {
    assert.equal(read(`?text=${encodeURIComponent(given)}`).text, percent, given);
  }
});

test('A value that makes no sense is passed over and named; the next one counts', () => {
  assert.deepEqual(read('?theme=purple&text=big&mode=root'), { ...plain, ignored: ['theme', 'text', 'mode'] });
  assert.equal(read('?theme=purple&theme=dark').theme, 'dark');
  assert.equal(read('?theme=light&theme=dark').theme, 'light');
});

test('What an object has by nature is no parameter and no value', () => {
  for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'ignored']) {
    assert.deepEqual(read(`?${name}=kiosk`), plain, name);
    assert.deepEqual(read(`?mode=${name}`), { ...plain, ignored: ['mode'] }, name);
    assert.deepEqual(read(`?motion=${name}`), { ...plain, ignored: ['motion'] }, name);
  }
});

// A small generator, so that a failure can be had again from its seed.
function dice(seed) {
  let state = seed >>> 0;
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

test('Hostile addresses never throw and never let a value through that is not one of ours', () => {
  const names = ['mode', 'lang', 'screen', 'theme', 'text', 'motion', 'skin', 'pack', 'webgl', 'height', 'host', 'x'];
  const bits = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '../../etc/passwd',
    'javascript:',
    '%',
    '%u0041',
    '%00',
    '\u202e',
    '\ud800',
    '𝕏',
    'en',
    'dark',
    'kiosk',
    '150',
    '-',
    '.',
    '/',
    '\\',
    'a'.repeat(3000),
    '1e9',
    'NaN',
    '-1',
    '０',
    '&',
    '=',
    '+',
    '#',
    '\r\n',
    'İ',
    'ﬀ',
  ];
  for (let seed = 1; seed <= 3000; ++seed) {
    const roll = dice(seed);
    let search = '?';
    for (let i = roll(6); i >= 0; --i) {
      const value = Array.from({ length: roll(4) }, () => bits[roll(bits.length)]).join('');
      search += `${names[roll(names.length)]}=${roll(2) ? value : encodeURIComponent(value.replace(/[\ud800-\udfff]/g, '?'))}&`;
    }
    const options = read(search);
    assert.match(options.lang, /^([a-z]{2,3}(-[a-z0-9]{2,8}){0,3})?$/, search);
    assert.match(options.screen, /^([a-z][a-z-]{0,39})?$/, search);
    assert.match(options.host, /^(https?:\/\/[a-z0-9.-]{1,253}(:\d{1,5})?)?$/, search);
    assert.ok(['', 'content', 'window'].includes(options.height), search);
    assert.match(options.pack, /^([a-z0-9][a-z0-9_-]{0,63})?$/, search);
    assert.ok(['page', 'kiosk', 'embed'].includes(options.mode), search);
    assert.ok(['', 'automatic', 'light', 'dark'].includes(options.theme), search);
    assert.ok(
      ['', 'less', 'full'].includes(options.motion) && ['', 'stage', 'document'].includes(options.skin),
      search,
    );
    assert.ok(
      options.text === 0 || (options.text >= 100 && options.text <= 300 && Number.isInteger(options.text)),
      search,
    );
  }
});
