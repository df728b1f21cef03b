// kiosk.json, the operator's settings: read, checked, and never a reason not to start. What is wrong is named by its
// place in the file, with what was found and what is expected; the default stands in for it. docs/kiosk.md lists all.

import { chapters } from '../engine/protocol.js';

export { chapters } from '../engine/protocol.js';

/**
 * @typedef {object} Settings
 * @property {string[]} languages   the first is the one to begin in
 * @property {string} region     where the kiosk stands, "ES"; '' as its clock says
 * @property {number} idle_s        seconds without a touch until the warning
 * @property {number} warning_s     seconds that the warning counts down
 * @property {string} logo          a picture beside kiosk.json; '' none
 * @property {string} logo_text     what the picture shows, in words
 * @property {{title: string, lines: string[]} | null} contact  a card with help close by
 * @property {string[]} chapters    which are offered
 * @property {boolean} qr           whether a QR code may carry the summary to a visitor's phone
 * @property {string} address      where a phone finds this page; '' nowhere, and then no code is offered
 * @property {number} text          text size in percent
 * @property {'light' | 'dark'} theme
 * @property {'full' | 'less'} motion
 * @property {number} restart_hours the page loads anew when nobody is there, this often
 * @property {string} wrapper_origin  the page that may hold the kiosk in a frame and hears from it; '*' any
 * @typedef {{where: string, found: string, expected: string}} Problem
 */

/** @returns {Settings} */
export const defaults = () => ({
  languages: ['en'],
  region: '',
  idle_s: 60,
  warning_s: 30,
  logo: '',
  logo_text: '',
  contact: null,
  chapters: [...chapters],
  qr: true,
  address: '',
  text: 125,
  theme: 'light',
  motion: 'full',
  restart_hours: 24,
  wrapper_origin: '*',
});

/** kiosk.json as it comes with the kiosk: every setting with its usual value, each on a line of its own. */
export const usualFile = () => {
  const all = {
    '//': 'What each setting means: README.md. After a change, look at operator.html and start the kiosk again.',
    ...defaults(),
  };
  return `{\n${Object.entries(all)
    .map(([name, value]) => `  "${name}": ${JSON.stringify(value).replaceAll('","', '", "')}`)
    .join(',\n')}\n}\n`;
};

/** @typedef {{ok: (value: any) => boolean, expected: string}} Rule */

/** @param {number} low @param {number} high @returns {Rule} */
const number = (low, high) => ({
  ok: (value) => typeof value === 'number' && value >= low && value <= high,
  expected: `a number from ${low} to ${high}`,
});

/** @param {...string} words @returns {Rule} */
const oneOf = (...words) => ({
  ok: (value) => words.includes(value),
  expected: words.map((word) => `"${word}"`).join(' or '),
});

/** @param {number} most @returns {Rule} */
const words = (most) => ({
  ok: (value) => typeof value === 'string' && value.length <= most,
  expected: `text of at most ${most} characters`,
});

/** @param {string[]} known @returns {Rule} */
const listOf = (known) => ({
  ok: (value) =>
    Array.isArray(value) &&
    value.length > 0 &&
    new Set(value).size === value.length &&
    value.every((each) => known.includes(each)),
  expected: `a list of ${known.map((word) => `"${word}"`).join(', ')}, each at most once`,
});

/** @type {Rule} */
const card = {
  ok: (value) =>
    value === null ||
    (typeof value === 'object' &&
      !Array.isArray(value) &&
      words(80).ok(value.title) &&
      value.title !== '' &&
      Array.isArray(value.lines) &&
      value.lines.length <= 6 &&
      value.lines.every(words(120).ok)),
  expected: '{"title": text, "lines": [up to six texts]} or null',
};

/** @param {string[]} languages @returns {Record<keyof Settings, Rule>} */
const rules = (languages) => ({
  languages: listOf(languages),
  region: {
    ok: (value) => typeof value === 'string' && /^([A-Z]{2})?$/.test(value),
    expected: 'two capital letters, like "ES"',
  },
  idle_s: number(10, 900),
  warning_s: number(10, 120),
  logo: {
    ok: (value) => typeof value === 'string' && /^([\w-]+\.(svg|png|jpg|webp))?$/.test(value),
    expected: 'the name of a picture beside kiosk.json (svg, png, jpg or webp)',
  },
  logo_text: words(120),
  contact: card,
  chapters: listOf(chapters),
  qr: { ok: (value) => typeof value === 'boolean', expected: 'true or false' },
  address: {
    ok: (value) => value === '' || (typeof value === 'string' && /^https?:\/\/[^\s?#]{1,200}$/.test(value)),
    expected: 'an address like "https://tautline.example/", without ? and #',
  },
  text: number(100, 200),
  theme: oneOf('light', 'dark'),
  motion: oneOf('full', 'less'),
  restart_hours: number(1, 168),
  wrapper_origin: {
    ok: (value) => value === '*' || (typeof value === 'string' && /^https?:\/\/[\w.:[\]-]+$/.test(value)),
    expected: 'an origin like "https://wrapper.example" or "*"',
  },
});

/** @param {unknown} value */
const shown = (value) => {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
};

/**
 * @param {string | null} text   kiosk.json as it is; null: there is none
 * @param {string[]} languages   that the page has
 * @returns {{settings: Settings, problems: Problem[]}}
 */
export function readSettings(text, languages) {
  const settings = defaults();
  settings.languages = [languages.includes('en') ? 'en' : languages[0]];
  /** @type {Problem[]} */
  const problems = [];
  /** @param {string} where @param {string} found @param {string} expected */
  const wrong = (where, found, expected) => problems.push({ where, found, expected });
  if (text === null) {
    wrong('kiosk.json', 'no such file', 'a file of settings beside index.html');
    return { settings, problems };
  }
  /** @type {unknown} */
  let given;
  try {
    given = JSON.parse(text);
  } catch (error) {
    wrong('kiosk.json', String(error), 'JSON');
    return { settings, problems };
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    wrong('kiosk.json', shown(given), 'an object, {"idle_s": 60, …}');
    return { settings, problems };
  }
  const known = rules(languages);
  for (const [name, value] of Object.entries(given)) {
    if (name === '//') continue; // an operator's remark
    const rule = Object.keys(known).includes(name) ? known[/** @type {keyof Settings} */ (name)] : undefined;
    if (!rule) wrong(`/${name}`, 'an unknown name', `one of ${Object.keys(known).join(', ')}`);
    else if (!rule.ok(value)) wrong(`/${name}`, shown(value), rule.expected);
    else Object.assign(settings, { [name]: value });
  }
  return { settings, problems };
}
