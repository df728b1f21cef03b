import assert from 'node:assert/strict';
import { test } from 'node:test';

globalThis.__WORDS__ = { en: { embed: {}, chapters: {} } };
const { merged, pack, unpack } = await import('../lms/course.js');
const { Scorm, findApi, timespan12, timespan2004 } = await import('../lms/scorm.js');

// A platform that keeps to the standard's letter, its limits and its attempts: what the exit "suspend" leaves is there in
// the next visit; any other exit closes the attempt, and the next visit begins another one with nothing in it.
function platform(version, { first = {}, mode = 'normal', refuses = () => false } = {}) {
  const v12 = version === '1.2';
  const limits = v12
    ? { 'cmi.suspend_data': 4096, 'cmi.core.lesson_location': 255 }
    : { 'cmi.suspend_data': 64_000, 'cmi.location': 1000 };
  const patterns = v12
    ? {
        'cmi.core.lesson_status': /^(incomplete|completed)$/,
        'cmi.core.exit': /^(suspend|)$/,
        'cmi.core.session_time': /^\d{2,4}:\d{2}:\d{2}(\.\d{1,2})?$/,
      }
    : {
        'cmi.completion_status': /^(incomplete|completed)$/,
        'cmi.exit': /^(suspend|normal)$/,
        'cmi.progress_measure': /^(0|1|0\.\d+)$/,
        'cmi.session_time': /^P(T(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?)?$/,
      };
  const begins = () => ({
    ...(v12
      ? { 'cmi.core.lesson_status': 'not attempted', 'cmi.core.lesson_mode': mode }
      : { 'cmi.completion_status': 'unknown', 'cmi.mode': mode }),
    ...first,
  });
  const exit = v12 ? 'cmi.core.exit' : 'cmi.exit';
  const one = { kept: begins(), committed: begins(), said: [], open: false, attempts: 1 };
  const close = () => {
    one.open = false;
    if (one.committed[exit] !== 'suspend') {
      ++one.attempts;
      one.committed = begins();
    }
  };
  const set = (name, value) => {
    assert.ok(one.open, 'nothing is said before the beginning or after the end');
    assert.equal(typeof value, 'string');
    assert.ok(name in limits || name in patterns, `${name} is one that we say`);
    if (patterns[name]) assert.match(value, patterns[name], name);
    if (limits[name]) assert.ok(value.length <= limits[name], name);
    if (refuses(name)) return 'false';
    one.kept[name] = value;
    one.said.push([name, value]);
    return 'true';
  };
  const begin = (text) => {
    assert.equal(text, '');
    if (one.open) return 'false';
    one.open = true;
    one.kept = { ...one.committed };
    return 'true';
  };
  const commit = () => {
    if (refuses('commit')) return 'false';
    one.committed = { ...one.kept };
    return 'true';
  };
  const finish = () => {
    assert.ok(one.open);
    commit();
    close();
    return 'true';
  };
  const names = v12
    ? ['LMSInitialize', 'LMSGetValue', 'LMSSetValue', 'LMSCommit', 'LMSFinish']
    : ['Initialize', 'GetValue', 'SetValue', 'Commit', 'Terminate'];
  const functions = [begin, (name) => one.kept[name] ?? '', set, commit, finish];
  // Killed: the window is gone without a word, and the platform keeps what was committed.
  return Object.assign(one, { api: Object.fromEntries(names.map((name, i) => [name, functions[i]])), kill: close });
}

const status = { 1.2: 'cmi.core.lesson_status', 2004: 'cmi.completion_status' };
const all_done = Object.fromEntries(
  ['alarm', 'muscles', 'cortisol', 'sensitivity', 'feel', 'patterns'].map((name) => [name, 'done']),
);
for (const version of ['1.2', '2004']) {
  const at = status[version];
  test(`SCORM ${version}: a first visit is incomplete, a later one knows what was done, and it is one attempt`, () => {
    const lms = platform(version);
    const first = new Scorm(lms.api, version);
    assert.deepEqual(first.begin(), merged({}, {}));
    assert.equal(lms.kept[at], 'incomplete');
    first.progress({ alarm: 'done', feel: 'opened' }, 1 / 6, 'feel');
    first.end();
    first.end();
    assert.equal(lms.open, false);
    const known = new Scorm(lms.api, version).begin();
    assert.deepEqual([known.alarm, known.feel, known.muscles], ['done', 'opened', 'none']);
    assert.equal(lms.attempts, 1);
  });

  // Whatever way a visit ends, and however often somebody comes back afterwards.
  for (const [way, leave] of Object.entries({
    'it is closed': (one) => one.end(),
    'it is killed': (one, lms) => lms.kill(),
    'it is hidden and then killed': (one, lms) => {
      one.save();
      lms.kill();
    },
  })) {
    test(`SCORM ${version}: what is completed stays so when ${way} and opened again and again`, () => {
      const lms = platform(version);
      const first = new Scorm(lms.api, version);
      first.begin();
      first.progress(all_done, 1, 'patterns');
      first.done();
      leave(first, lms);
      for (let visit = 0; visit < 3; ++visit) {
        const again = new Scorm(lms.api, version);
        assert.deepEqual(again.begin(), all_done);
        assert.equal(lms.kept[at], 'completed');
        again.progress(all_done, 1, 'alarm');
        again.done();
        assert.equal(lms.kept[at], 'completed');
        leave(again, lms);
        assert.equal(lms.committed[at], 'completed');
      }
      assert.equal(lms.attempts, 1);
      assert.deepEqual(
        lms.said.filter(([name]) => name === at).map(([, value]) => value),
        ['incomplete', 'completed'],
      );
    });
  }

  test(`SCORM ${version}: a status that somebody set is never taken back, and who only looks changes nothing`, () => {
    for (const set of ['completed', 'passed', 'failed', 'browsed', 'incomplete']) {
      const lms = platform(version, { first: { [at]: set } });
      new Scorm(lms.api, version).begin();
      assert.equal(lms.kept[at], set);
    }
    for (const mode of ['review', 'browse']) {
      const lms = platform(version, { mode });
      const one = new Scorm(lms.api, version);
      one.begin();
      one.progress(all_done, 1, 'alarm');
      one.done();
      one.save();
      one.end();
      assert.deepEqual(lms.said, [], mode);
      assert.equal(lms.open, false);
    }
  });

  test(`SCORM ${version}: a refusal is noticed, whatever is refused, and what was refused is said again`, () => {
    let refused = '';
    const names =
      version === '1.2'
        ? ['cmi.suspend_data', 'cmi.core.lesson_location', 'commit']
        : ['cmi.suspend_data', 'cmi.location', 'cmi.progress_measure', 'commit'];
    for (const name of names) {
      refused = '';
      const lms = platform(version, { refuses: (one) => one === refused });
      const one = new Scorm(lms.api, version);
      let told = 0;
      one.refused = () => {
        ++told;
      };
      one.begin();
      assert.equal(told, 0);
      refused = name;
      one.progress({ alarm: 'done' }, 1 / 6, 'alarm');
      assert.equal(told, 1, name);
      refused = '';
      one.progress({ alarm: 'done' }, 1 / 6, 'feel');
      assert.equal(told, 1);
      one.end();
      assert.equal(unpack(lms.committed['cmi.suspend_data']).alarm, 'done');
    }
    refused = at;
    const lms = platform(version, { refuses: (one) => one === refused, first: { [at]: 'incomplete' } });
    const one = new Scorm(lms.api, version);
    one.begin();
    one.done();
    refused = '';
    one.done();
    assert.equal(lms.kept[at], 'completed', 'the next time');
    // A platform whose window is gone throws.
    let told = 0;
    one.refused = () => {
      ++told;
    };
    one.api = new Proxy(
      {},
      {
        get: () => () => {
          throw new Error('freed');
        },
      },
    );
    one.progress(all_done, 1, 'alarm');
    one.end();
    assert.ok(told > 0);
  });

  test(`SCORM ${version}: a platform that refuses is no platform`, () => {
    const { api } = platform(version);
    for (const name of ['LMSInitialize', 'Initialize']) if (api[name]) api[name] = () => 'false';
    assert.throws(() => new Scorm(api, version).begin());
  });
}

test('What is kept is short, and whatever a platform gives back is read without a complaint', () => {
  const all = Object.fromEntries(
    ['alarm', 'muscles', 'cortisol', 'sensitivity', 'feel', 'patterns'].map((name) => [name, 'done']),
  );
  assert.ok(pack(all).length < 200, String(pack(all).length));
  assert.deepEqual(unpack(pack(all)), all);
  assert.equal(pack({ ...all, answers: 'secret', alarm: '<b>' }).includes('secret'), false);
  for (const text of [
    '',
    'null',
    '{}',
    '[]',
    '{"v":1}',
    '{"v":1,"chapters":5}',
    '{"v":1,"chapters":null}',
    '{"v":2,"chapters":{"alarm":"done"}}',
    'x'.repeat(1e6),
    '\u0000',
    '{"v":1,"chapters":{"alarm":{}}}',
  ]) {
    const read = unpack(text);
    assert.deepEqual(Object.keys(read).sort(), Object.keys(all).sort());
    for (const value of Object.values(read)) assert.ok(['none', 'opened', 'done'].includes(value), text.slice(0, 40));
  }
});

test('The platform’s object is found above, in the opener and above that; a window of another origin is no wall', () => {
  const top = { API: { it: 1 } };
  top.parent = top.top = top;
  const middle = {
    parent: top,
    get API() {
      throw new Error('another origin');
    },
  };
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
