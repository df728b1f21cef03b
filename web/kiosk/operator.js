// operator.html: what kiosk.json says, what is wrong in it, and what the kiosk makes of it. Opened beside the kiosk, in
// another browser of the same machine; no way leads here from the kiosk itself.

import { folder, takeOther, takeOwn } from '../files/file.js';
import { lookAgainBy, overdue } from '../files/overdue.js';
import { readSettings } from './settings.js';
import { element, wordsIn } from './words.js';

/** @param {string} caption @param {string[]} head @param {string[][]} rows */
function table(caption, head, rows) {
  const cells = (/** @type {string[]} */ texts, /** @type {'th' | 'td'} */ tag) =>
    element('tr', {}, ...texts.map((text) => element(tag, tag === 'th' ? { scope: 'col' } : {}, text)));
  return element(
    'table',
    {},
    element('caption', {}, caption),
    element('thead', {}, cells(head, 'th')),
    element('tbody', {}, ...rows.map((row) => cells(row, 'td'))),
  );
}

async function run() {
  const place = /** @type {HTMLElement} */ (document.querySelector('main'));
  place.replaceChildren(); // what stands there for the case that this never runs
  const textOf = (/** @type {Uint8Array} */ bytes) => new TextDecoder().decode(bytes);
  const words = JSON.parse(textOf(await takeOwn('kiosk.words.json')));
  const sources = await takeOwn('later.json');
  const text = await takeOther('kiosk.json').then(textOf, () => null);
  const { settings, problems } = readSettings(text, Object.keys(words));
  const word = wordsIn(words, 'en');
  place.replaceChildren(
    element('h1', {}, word('kiosk.operator.title')),
    element('p', {}, word('kiosk.operator.text')),
    problems.length === 0
      ? element('p', { role: 'status' }, word('kiosk.operator.good'))
      : element(
          'div',
          { role: 'alert' },
          table(
            word('kiosk.operator.problems'),
            ['where', 'found', 'expected'].map((name) => word(`kiosk.operator.${name}`)),
            problems.map(({ where, found, expected }) => [where, found, expected]),
          ),
        ),
    ...(overdue(sources) ? [element('p', { role: 'alert' }, word('kiosk.operator.overdue'))] : []),
    table(
      word('kiosk.operator.settings'),
      ['setting', 'value'].map((name) => word(`kiosk.operator.${name}`)),
      Object.entries(settings).map(([name, value]) => [name, JSON.stringify(value)]),
    ),
    element('p', {}, `${word('kiosk.operator.build')}: ${/build-(\w+)/.exec(folder)?.[1] ?? ''}`),
    element('p', {}, `${word('kiosk.operator.look_again')}: ${lookAgainBy(sources)}`),
  );
  document.documentElement.dataset.tautline = 'ready';
}

run().catch((error) => {
  document.documentElement.dataset.tautline = 'failed';
  document.querySelector('main')?.append(element('p', { role: 'alert' }, String(error)));
});
