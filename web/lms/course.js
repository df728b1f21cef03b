// The lesson as a course in somebody's learning platform. What the platform is told, and all it is told: which chapters
// were opened and tried, how much of the whole that is, and when all is done. Answers never leave the lesson's own frame.
// Each standard has a recorder of its own; without a platform the lesson works the same.

import { TautlineLesson } from '../embed/lesson.js';
import { chapters, share } from '../embed/protocol.js';
import { Visit, course } from '../host/visit.js';

/**
 * @typedef {import('../embed/protocol.js').Chapters} Chapters
 * @typedef {object} Recorder
 * @property {() => Promise<Chapters> | Chapters} begin  what is known from visits before
 * @property {(all: Chapters, share: number, chapter: string) => unknown} progress
 * @property {() => unknown} done   all is done; a platform that knows is not told again
 * @property {() => unknown} [save] the page is hidden, and may not come back
 * @property {(gone: boolean) => unknown} end    gone: the page is going away this moment. Nothing is said after it
 * @property {() => void} refused   set by runCourse: the platform did not take what it was told
 * @property {string} [returnTo]    where a person goes afterwards
 */

const order = ['none', 'opened', 'done'];

/** The further of both, chapter by chapter. @param {Chapters} a @param {Chapters} b @returns {Chapters} */
export function merged(a, b) {
  const further = (/** @type {string} */ one, /** @type {string} */ other) =>
    order.indexOf(one) > order.indexOf(other) ? one : other;
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

/** @type {HTMLElement | undefined} */
let line;

/** @param {string} text '': nothing to say */
function notice(text) {
  if (!line) {
    if (!text) return;
    line = document.createElement('p');
    line.setAttribute('role', 'status');
    document.body.prepend(line);
  }
  line.hidden = text === '';
  line.textContent = text;
}

/** @param {Recorder | null} recorder @param {Record<string, string>} words */
export async function runCourse(recorder, words) {
  document.getElementById('unstarted')?.remove();
  const asked = new URLSearchParams(location.search);
  let known = merged({}, {});
  const lesson = /** @type {TautlineLesson} */ (document.createElement('tautline-lesson'));
  for (const name of ['chapter', 'lang', 'region', 'theme'])
    if (asked.get(name)) lesson.setAttribute(name, /** @type {string} */ (asked.get(name)));
  lesson.setAttribute('height', 'fill');
  lesson.setAttribute('autostart', '');
  const tell = (/** @type {string} */ chapter) => {
    const part = share(known, lesson.chapter);
    notice('');
    recorder?.progress(known, part, chapter);
    if (part === 1) recorder?.done();
  };
  const visit = new Visit(course, {
    save: () => recorder?.save?.(),
    close: () => recorder?.end(true),
    anew: () => location.reload(),
  }).watch();
  try {
    if (!recorder) throw new Error('no platform');
    recorder.refused = () => visit.state !== 'left' && notice(words.refused);
    known = await recorder.begin();
    // It was killed before it could say so.
    if (share(known, lesson.chapter) === 1) recorder.done();
  } catch {
    notice(recorder ? words.refused : words.alone);
    recorder = null;
  }
  lesson.addEventListener('tautline-progress', (event) => {
    const { chapter, chapters: now } = /** @type {CustomEvent} */ (event).detail;
    if (visit.state === 'left') return; // the platform was told the end
    known = merged(known, now);
    if (recorder) tell(chapter);
  });
  document.body.append(lesson);
  if (recorder?.returnTo) leaveButton(recorder, words.leave);
}

/** @param {Recorder} recorder @param {string} label */
function leaveButton(recorder, label) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = label;
  button.addEventListener('click', async () => {
    button.disabled = true;
    await recorder.end(false);
    location.assign(/** @type {string} */ (recorder.returnTo));
  });
  document.body.prepend(button);
}
