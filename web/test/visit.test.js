import assert from 'node:assert/strict';
import { test } from 'node:test';

import * as visit from '../host/visit.js';

const { Clocks, Visit } = visit;
// Every table of the module, whatever their names.
const tables = Object.entries(visit).filter(([, value]) => typeof value === 'object');

// One visit that has come to this state by events alone, and what was done since.
function at(table, state) {
  const ways = [[]];
  for (const way of ways) {
    const deeds = [];
    const one = new Visit(table, new Proxy({}, { get: (_, name) => () => deeds.push(name) }));
    for (const happening of way) one.happens(happening);
    if (one.state === state) return { one, deeds, since: () => deeds.splice(0) };
    if (way.length < 3) for (const happening of Object.keys(table.here)) ways.push([...way, happening]);
  }
  throw new Error(`nothing leads to ${state}`);
}

test('There are tables, and each says for every state and every event what comes next', () => {
  assert.ok(tables.length >= 3);
  for (const [name, table] of tables) {
    const states = Object.keys(table),
      events = Object.keys(table.here);
    assert.ok(states.length >= 3 && events.length >= 5);
    for (const state of states) {
      assert.deepEqual(Object.keys(table[state]).sort(), [...events].sort(), `${name}, ${state}`);
      for (const event of events) {
        const { one, since } = at(table, state);
        since();
        one.happens(event);
        const [next, ...deeds] = table[state][event];
        assert.ok(states.includes(next));
        assert.deepEqual([one.state, ...since()], [next, ...deeds], `${name}: ${event} in ${state}`);
      }
    }
  }
});

// What must hold of any table, in every state, whatever it is called.
for (const [name, table] of tables) {
  test(`${name}: who leaves leaves no voice and no open end behind, and who comes back to a kept page begins anew`, () => {
    for (const state of Object.keys(table)) {
      const [after, ...deeds] = table[state].leave;
      assert.equal(after, 'left');
      if (state !== 'left')
        assert.ok(
          deeds.some((deed) => ['forget', 'end', 'close'].includes(deed)),
          `${state}: ${deeds}`,
        );
      const [back, ...again] = table[state].return;
      assert.equal(back, 'here');
      assert.ok(
        again.some((deed) => ['forget', 'anew'].includes(deed)),
        `${state}: ${again}`,
      );
    }
    assert.deepEqual(table.here.show, ['here'], 'nothing happens to a person who is there');
    assert.equal(table.left.show[0], 'left', 'a kept page comes back by its own event alone');
  });
}

test('A kiosk ends the visit after hiding and after a jump of a clock', () => {
  assert.ok(visit.shared.hidden.show.includes('end'));
  for (const state of ['here', 'hidden']) assert.ok(visit.shared[state].jump.includes('end'));
});

test('A jump of either clock is noticed, once, and a clock that is put right by a little is not', () => {
  for (const [wall, running, jumped] of [
    [500, 500, false],
    [36_000_500, 500, true],
    [500, 36_000_500, true],
    [-3_600_000, 500, true],
    [60_000, 60_000, false],
    [3000, 500, false],
    [-3000, 500, false],
    [36_000_000, 36_000_000, false],
  ]) {
    const clocks = new Clocks(1e12, 1000);
    assert.equal(clocks.jumped(1e12 + wall, 1000 + running), jumped, `${wall}, ${running}`);
    assert.equal(clocks.jumped(1e12 + wall + 500, 1000 + running + 500), false, 'once');
  }
});
