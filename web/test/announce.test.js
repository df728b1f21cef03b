import assert from 'node:assert/strict';
import { mock, test } from 'node:test';

import { Announcer } from '../dom/announce.js';

// Just enough of a page: regions that remember what they held.
function page() {
  const regions = [];
  globalThis.document = {
    createElement: () => {
      const region = {
        attributes: {},
        heard: [],
        setAttribute(name, value) {
          this.attributes[name] = value;
        },
      };
      let text = '';
      Object.defineProperty(region, 'textContent', {
        get: () => text,
        set: (value) => {
          text = value;
          if (value) region.heard.push(value);
        },
      });
      return region;
    },
  };
  return { regions, parent: { append: (region) => regions.push(region) } };
}

const heard = (regions) => regions.flatMap((region) => region.heard);

test('the regions are there before anything is said: polite ones, and one for urgent help', () => {
  const { regions, parent } = page();
  new Announcer(parent);
  assert.deepEqual(
    regions.map(({ attributes }) => attributes['aria-live']),
    ['polite', 'polite', 'polite', 'polite', 'assertive'],
  );
});

test('texts are said one after the other, each in another region, and taken away again', () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const { regions, parent } = page();
  const announcer = new Announcer(parent);
  announcer.say('one');
  announcer.say('two');
  mock.timers.tick(200);
  assert.deepEqual(heard(regions), ['one']);
  mock.timers.tick(1000);
  assert.equal(regions[0].textContent, '');
  mock.timers.tick(200);
  assert.deepEqual(
    regions.map((region) => region.heard),
    [['one'], ['two'], [], [], []],
  );
  mock.timers.reset();
});

test('a text that waits already is not said twice, and a long queue drops what is oldest', () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const { regions, parent } = page();
  const announcer = new Announcer(parent);
  for (const text of ['now', 'a', 'b', 'a', 'c', 'd']) announcer.say(text);
  for (let i = 0; i < 10; ++i) mock.timers.tick(1200);
  assert.deepEqual(heard(regions), ['now', 'a', 'c', 'd']);
  mock.timers.reset();
});

test('the same text again differs by something invisible, so that it is heard again', () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const { regions, parent } = page();
  const announcer = new Announcer(parent);
  for (let i = 0; i < 2; ++i) {
    announcer.say('same');
    for (let tick = 0; tick < 4; ++tick) mock.timers.tick(500);
  }
  assert.deepEqual(heard(regions), ['same', 'same\u00a0']);
  mock.timers.reset();
});

test('urgent help does not wait for what is being said, and is taken away again; a later one is not cut short', () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const { regions, parent } = page();
  const announcer = new Announcer(parent);
  announcer.say('polite');
  announcer.alarm('help');
  assert.deepEqual(heard(regions), ['help']);
  mock.timers.tick(500);
  announcer.alarm('other help');
  mock.timers.tick(600);
  assert.equal(regions[4].textContent, 'other help');
  mock.timers.tick(400);
  assert.equal(regions[4].textContent, '');
  announcer.alarm('help');
  announcer.clear();
  assert.equal(regions[4].textContent, '');
  mock.timers.reset();
});
