import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Idle } from '../kiosk/idle.js';
import { defaults, readSettings, usualFile } from '../kiosk/settings.js';

const languages = ['en', 'es'];
const read = (value) => readSettings(JSON.stringify(value), languages);
const places = ({ problems }) => problems.map(({ where }) => where);

test('The kiosk.json that comes with the kiosk is in order and says what the kiosk would do without it', () => {
  const { settings, problems } = readSettings(usualFile(), languages);
  assert.deepEqual(problems, []);
  assert.deepEqual(settings, defaults());
});

test('Every setting can be set', () => {
  const given = {
    languages: ['es', 'en'],
    region: 'PE',
    idle_s: 90,
    warning_s: 20,
    logo: 'clinic.svg',
    logo_text: 'Riverside Clinic',
    contact: { title: 'Help here', lines: ['Room 4'] },
    chapters: ['alarm', 'feel'],
    qr: false,
    address: 'https://clinic.example/back/',
    text: 150,
    theme: 'dark',
    motion: 'less',
    restart_hours: 12,
    wrapper_origin: 'https://wall.example:8443',
  };
  assert.deepEqual(read(given), { settings: given, problems: [] });
  assert.deepEqual(Object.keys(given).sort(), Object.keys(defaults()).sort());
});

const bad = {
  languages: [[], ['en', 'en'], ['xx'], 'en', null],
  region: ['es', 'ESP', 34, null],
  idle_s: [9, 901, '60', null, NaN],
  warning_s: [0, 1000, true],
  logo: ['../x.png', 'http://a.example/x.png', 'x.js', 5, 'data:image/png,x'],
  logo_text: [5, 'x'.repeat(121)],
  contact: [
    [],
    {},
    { title: '', lines: [] },
    { title: 'x' },
    { title: 'x', lines: ['a', 5] },
    { title: 'x', lines: Array(7).fill('a') },
    'x',
  ],
  chapters: [[], ['alarm', 'brain'], 'alarm'],
  qr: ['yes', 1],
  address: ['clinic.example', 'https://a.example/?x=1', 'https://a.example/#x', 'javascript:x', 5],
  text: [99, 400, '125'],
  theme: ['auto', 'Dark'],
  motion: ['none'],
  restart_hours: [0, 200],
  wrapper_origin: ['', 'javascript:x', 'https://a.example/path', 5],
};
for (const [name, values] of Object.entries(bad)) {
  test(`A bad value of ${name} is named, and the usual one stands in for it`, () => {
    for (const value of values) {
      const result = read({ [name]: value, idle_s: name === 'idle_s' ? value : 77 });
      assert.deepEqual(places(result), [`/${name}`], JSON.stringify(value));
      assert.ok(result.problems[0].expected.length > 5 && result.problems[0].found.length > 0);
      assert.deepEqual(
        result.settings,
        { ...defaults(), ...(name === 'idle_s' ? {} : { idle_s: 77 }) },
        JSON.stringify(value),
      );
    }
  });
}

test('A file that is not there, is no JSON, or is no object is named too', () => {
  for (const text of [null, '', '{', '[]', '5', 'null', '"x"', '\ufeff{}']) {
    const { settings, problems } = readSettings(text, languages);
    assert.equal(problems.length, 1, String(text));
    assert.equal(problems[0].where, 'kiosk.json');
    assert.deepEqual(settings, defaults());
  }
});

test('Unknown names are named, also those that an object has by nature', () => {
  assert.deepEqual(
    places(readSettings('{"idel_s": 60, "constructor": 1, "__proto__": {"idle_s": 5}, "//": "a remark"}', languages)),
    ['/idel_s', '/constructor', '/__proto__'],
  );
});

const times = { idle_s: 60, warning_s: 30 };

test('Nobody there: no time brings a warning', () => {
  const idle = new Idle(times);
  idle.touched(5);
  for (const now of [0, 60_000, 1e9]) assert.equal(idle.tick(now, false), null);
  assert.equal(idle.presence, 'attract');
});

test('A minute without a touch warns, half a minute more starts over; the countdown is honest', () => {
  const idle = new Idle(times);
  idle.begin(1000);
  assert.equal(idle.tick(60_999, false), null);
  assert.equal(idle.tick(61_000, false), 'warn');
  assert.deepEqual(
    [61_000, 61_500, 62_001, 90_999, 91_000].map((now) => idle.left(now)),
    [30, 30, 29, 1, 0],
  );
  assert.equal(idle.tick(90_999, false), null);
  assert.equal(idle.tick(91_000, false), 'reset');
  assert.equal(idle.presence, 'attract');
  assert.equal(idle.tick(1e9, false), null, 'once');
});

test('A touch begins the minute anew, and takes a warning away', () => {
  const idle = new Idle(times);
  idle.begin(0);
  idle.touched(59_000);
  assert.equal(idle.tick(100_000, false), null);
  assert.equal(idle.tick(119_000, false), 'warn');
  idle.touched(120_000);
  assert.equal(idle.presence, 'active');
  assert.equal(idle.tick(179_999, false), null);
  assert.equal(idle.tick(180_000, false), 'warn');
});

test('While the breathing pacer runs nobody need touch anything', () => {
  const idle = new Idle(times);
  idle.begin(0);
  for (let now = 0; now <= 300_000; now += 500) assert.equal(idle.tick(now, true), null);
  assert.equal(idle.tick(359_999, false), null);
  assert.equal(idle.tick(360_000, false), 'warn');
});
