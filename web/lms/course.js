// The lesson as a course in somebody's learning platform. What the platform is told, and all it is told: which chapters
// were opened and tried, how much of the whole that is, and when all is done. Answers never leave the lesson's own frame.
// Each standard has a recorder of its own; without a platform the lesson works the same.

import { TautlineLesson } from '../embed/lesson.js';
import { chapters, share } from '../embed/protocol.js';

/**
 * @typedef {import('../embed/protocol.js').Chapters} Chapters
 * @typedef {object} Recorder
 * @property {() => Promise<Chapters> | Chapters} begin  what is known from visits before
 * @property {(all: Chapters, share: number, chapter: string) => unknown} progress
 * @property {() => unknown} done   once a visit at most
 * @property {(gone: boolean) => unknown} end    gone: the page is going away this moment
 * @property {string} [returnTo]    where a person goes afterwards
 */

const order = ['none', 'opened', 'done'];

/** The further of both, chapter by chapter. @param {Chapters} a @param {Chapters} b @returns {Chapters} */
export function merged(a, b) {
  const further = (/** @type {string} */ one, /** @type {string} */ other) => (order.indexOf(one) > order.indexOf(other) ? one : other);
  return Object.fromEntries(chapters.map((name) => [name, further(a[name] ?? 'none', b[name] ?? 'none')]));
}

/** Short enough for the least of the standards (SCORM 1.2: 4,096 characters), and no more than it says. @param {Chapters} all */
export const pack = (all) => JSON.stringify({ v: 1, chapters: merged(all, {}) });

/** Whatever a platform gives back. @param {string} text @returns {Chapters} */
export function unpack(text) {
  try {
    const { v, chapters: kept } = JSON.parse(text);
    return merged(v === 1 && typeof kept === 'object' && kept !== null ? kept : {}, {});
  } catch {
    return merged({}, {});
  }
}

/** @param {string} text */
function notice(text) {
  const line = document.createElement('p');
  line.setAttribute('role', 'status');
  line.textContent = text;
  document.body.prepend(line);
}

/** @param {Recorder | null} recorder @param {Record<string, string>} words */
export async function runCourse(recorder, words) {
  const asked = new URLSearchParams(location.search);
  let known = merged({}, {});
  try {
    if (!recorder) throw new Error('no platform');
    known = await recorder.begin();
  } catch {
    recorder = null;
    notice(words.alone);
  }
  const lesson = /** @type {TautlineLesson} */ (document.createElement('tautline-lesson'));
  for (const name of ['chapter', 'lang', 'theme']) if (asked.get(name)) lesson.setAttribute(name, /** @type {string} */ (asked.get(name)));
  lesson.setAttribute('height', 'fill');
  lesson.setAttribute('autostart', '');
  let finished = false;
  lesson.addEventListener('tautline-progress', (event) => {
    const { chapter, chapters: now } = /** @type {CustomEvent} */ (event).detail;
    known = merged(known, now);
    const part = share(known, lesson.chapter);
    recorder?.progress(known, part, chapter);
    if (part === 1 && !finished) recorder?.done();
    finished = part === 1;
  });
  document.body.append(lesson);
  if (recorder?.returnTo) leaveButton(recorder, words.leave);
  window.addEventListener('pagehide', () => recorder?.end(true));
}

/** @param {Recorder} recorder @param {string} label */
function leaveButton(recorder, label) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = label;
  button.addEventListener('click', async () => {
    await recorder.end(false);
    location.assign(/** @type {string} */ (recorder.returnTo));
  });
  document.body.prepend(button);
}
