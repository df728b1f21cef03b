import assert from 'node:assert/strict';
import { test } from 'node:test';

globalThis.__WORDS__ = { en: { embed: {}, chapters: {} } };
const { merged, pack, unpack } = await import('../lms/course.js');
const { Scorm, findApi, timespan12, timespan2004 } = await import('../lms/scorm.js');

// A platform that keeps to the standard's letter, its limits too.
function platform(version) {
  const v12 = version === '1.2';
  const limits = v12 ? { 'cmi.suspend_data': 4096, 'cmi.core.lesson_location': 255 } : { 'cmi.suspend_data': 64_000, 'cmi.location': 1000 };
  const patterns = v12
    ? { 'cmi.core.lesson_status': /^(incomplete|completed)$/, 'cmi.core.exit': /^(suspend|)$/, 'cmi.core.session_time': /^\d{2,4}:\d{2}:\d{2}(\.\d{1,2})?$/ }
    : { 'cmi.completion_status': /^(incomplete|completed)$/, 'cmi.exit': /^(suspend|normal)$/, 'cmi.progress_measure': /^(0|1|0\.\d+)$/, 'cmi.session_time': /^P(T(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?)?$/ };
  const kept = v12 ? { 'cmi.core.lesson_status': 'not attempted' } : { 'cmi.completion_status': 'unknown' };
  const said = [];
  let open = false;
  const set = (name, value) => {
    assert.ok(open, 'nothing is said before the beginning or after the end');
    assert.equal(typeof value, 'string');
    const known = name in limits || name in patterns;
    assert.ok(known, `${name} is one that we say`);
    if (patterns[name]) assert.match(value, patterns[name], name);
    if (limits[name]) assert.ok(value.length <= limits[name], name);
    kept[name] = value;
    said.push([name, value]);
    return 'true';
  };
  const functions = [(text) => { assert.equal(text, ''); assert.ok(!open); open = true; return 'true'; }, (name) => kept[name] ?? '', set,
    () => 'true', () => { assert.ok(open); open = false; return 'true'; }];
  const names = v12 ? ['LMSInitialize', 'LMSGetValue', 'LMSSetValue', 'LMSCommit', 'LMSFinish'] : ['Initialize', 'GetValue', 'SetValue', 'Commit', 'Terminate'];
  return { api: Object.fromEntries(names.map((name, i) => [name, functions[i]])), kept, said, isOpen: () => open };
}

const status = { 1.2: 'cmi.core.lesson_status', 2004: 'cmi.completion_status' };
for (const version of ['1.2', '2004']) {
  test(`SCORM ${version}: a first visit is incomplete, a finished one completed, and a later one knows what was done`, () => {
    const { api, kept, isOpen } = platform(version);
    const first = new Scorm(api, version);
    assert.deepEqual(first.begin(), merged({}, {}));
    assert.equal(kept[status[version]], 'incomplete');
    first.progress({ alarm: 'done', feel: 'opened' }, 1 / 6, 'feel');
    first.end();
    first.end();
    assert.equal(isOpen(), false);
    const second = new Scorm(api, version);
    const known = second.begin();
    assert.deepEqual([known.alarm, known.feel, known.muscles], ['done', 'opened', 'none']);
    second.progress(known, 1, 'patterns');
    second.done();
    second.end();
    assert.equal(kept[status[version]], 'completed');
    const third = new Scorm(api, version);
    third.begin();
    assert.equal(kept[status[version]], 'completed', 'a look back does not take it away');
    third.end();
  });

  test(`SCORM ${version}: a platform that refuses is no platform`, () => {
    const { api } = platform(version);
    for (const name of ['LMSInitialize', 'Initialize']) if (api[name]) api[name] = () => 'false';
    assert.throws(() => new Scorm(api, version).begin());
  });
}

test('What is kept is short, and whatever a platform gives back is read without a complaint', () => {
  const all = Object.fromEntries(['alarm', 'muscles', 'cortisol', 'sensitivity', 'feel', 'patterns'].map((name) => [name, 'done']));
  assert.ok(pack(all).length < 200, String(pack(all).length));
  assert.deepEqual(unpack(pack(all)), all);
  assert.equal(pack({ ...all, answers: 'secret', alarm: '<b>' }).includes('secret'), false);
  for (const text of ['', 'null', '{}', '[]', '{"v":1}', '{"v":1,"chapters":5}', '{"v":1,"chapters":null}', '{"v":2,"chapters":{"alarm":"done"}}', 'x'.repeat(1e6), '\u0000', '{"v":1,"chapters":{"alarm":{}}}']) {
    const read = unpack(text);
    assert.deepEqual(Object.keys(read).sort(), Object.keys(all).sort());
    for (const value of Object.values(read)) assert.ok(['none', 'opened', 'done'].includes(value), text.slice(0, 40));
  }
});

test('The platform’s object is found above, in the opener and above that; a window of another origin is no wall', () => {
  const top = { API: { it: 1 } };
  top.parent = top.top = top;
  const middle = { parent: top, get API() { throw new Error('another origin'); } };
  assert.deepEqual(findApi({ parent: middle, top, opener: null }, 'API'), { it: 1 });
  const alone = { opener: { parent: top } };
  alone.parent = alone.top = alone;
  assert.deepEqual(findApi(alone, 'API'), { it: 1 });
  const nobody = { opener: null };
  nobody.parent = nobody.top = nobody;
  assert.equal(findApi(nobody, 'API'), null);
});

test('Times are written as each standard asks', () => {
  assert.equal(timespan12(0), '0000:00:00.00');
  assert.equal(timespan12(3_725_500), '0001:02:05.50');
  assert.equal(timespan12(59_999), '0000:00:59.99');
  assert.equal(timespan12(-5), '0000:00:00.00');
  assert.equal(timespan2004(0), 'PT0S');
  assert.equal(timespan2004(3_725_500), 'PT1H2M5.5S');
  assert.equal(timespan2004(3_600_000), 'PT1H');
});
