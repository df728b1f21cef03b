// SCORM 1.2 and SCORM 2004: the platform's own object, found in a window above this one or in the one that opened it, is
// told by strings. Limits kept: suspend_data 4,096 characters in 1.2 and 64,000 in 2004, lesson location 255 and 1,000.

import { pack, unpack } from './course.js';

/** @param {Window | null} start @param {string} name @returns {any} */
function climb(start, name) {
  let at = start;
  for (let i = 0; at && i < 50; ++i) {
    try {
      if (/** @type {any} */ (at)[name]) return /** @type {any} */ (at)[name];
    } catch {
      // A window of another origin; the platform may still stand above it.
    }
    if (at.parent === at) return null;
    at = at.parent;
  }
  return null;
}

/** @param {Window} here @param {string} name */
export function findApi(here, name) {
  const opener = () => {
    try {
      return here.top?.opener ?? null;
    } catch {
      return null;
    }
  };
  return climb(here, name) ?? climb(here.opener, name) ?? climb(opener(), name);
}

const two = (/** @type {number} */ n) => String(n).padStart(2, '0');

/** "0000:12:05.50" @param {number} ms */
export function timespan12(ms) {
  const s = Math.max(0, ms) / 1000;
  const hours = Math.min(9999, Math.floor(s / 3600));
  const rest = (s % 60).toFixed(2);
  const full = rest === '60.00' ? '59.99' : rest;
  return `${String(hours).padStart(4, '0')}:${two(Math.floor(s / 60) % 60)}:${full.padStart(5, '0')}`;
}

/** "PT12M5.5S" @param {number} ms */
export function timespan2004(ms) {
  const s = Math.round(Math.max(0, ms) / 10) / 100;
  const hours = Math.floor(s / 3600),
    minutes = Math.floor(s / 60) % 60,
    seconds = Math.round((s % 60) * 100) / 100;
  return `PT${hours ? `${hours}H` : ''}${minutes ? `${minutes}M` : ''}${seconds || (!hours && !minutes) ? `${seconds}S` : ''}`;
}

const dialect12 = {
  initialize: 'LMSInitialize',
  get: 'LMSGetValue',
  set: 'LMSSetValue',
  commit: 'LMSCommit',
  terminate: 'LMSFinish',
  location: 'cmi.core.lesson_location',
  time: 'cmi.core.session_time',
  status: 'cmi.core.lesson_status',
  exit: 'cmi.core.exit',
  mode: 'cmi.core.lesson_mode',
  timespan: timespan12,
  share: '',
};
const dialect2004 = {
  initialize: 'Initialize',
  get: 'GetValue',
  set: 'SetValue',
  commit: 'Commit',
  terminate: 'Terminate',
  location: 'cmi.location',
  time: 'cmi.session_time',
  status: 'cmi.completion_status',
  exit: 'cmi.exit',
  mode: 'cmi.mode',
  timespan: timespan2004,
  share: 'cmi.progress_measure',
};
const notBegun = ['', 'not attempted', 'unknown'];
const isOver = ['completed', 'passed'];

export class Scorm {
  /** @param {any} api @param {'1.2' | '2004'} version */
  constructor(api, version) {
    this.api = api;
    this.names = version === '1.2' ? dialect12 : dialect2004;
    this.started = performance.now();
    this.completed = false;
    this.ended = false;
    this.refused = () => {};
  }

  /** What the platform answers; '' when it is not there any more. @param {'initialize' | 'get' | 'set' | 'commit' | 'terminate'} name
   * @param {...string} values */
  call(name, ...values) {
    try {
      return String(this.api[this.names[name]](...values));
    } catch {
      return '';
    }
  }

  /** Says all of it and has it kept. One refusal is enough to tell; the next time all is said again.
   * @param {[string, string][]} pairs @returns {boolean} */
  say(pairs) {
    if (this.ended) return false;
    const taken = pairs.map(([name, value]) => this.call('set', name, value) === 'true');
    const kept = [...taken, this.call('commit', '') === 'true'].every(Boolean);
    if (!kept) this.refused();
    return kept;
  }

  get time() {
    return this.names.timespan(performance.now() - this.started);
  }

  begin() {
    const { names } = this;
    if (this.call('initialize', '') !== 'true') throw new Error('the platform refuses to begin');
    const status = this.call('get', names.status);
    const known = unpack(this.call('get', 'cmi.suspend_data'));
    this.completed = isOver.includes(status);
    // Who only looks (a review, a browse) changes nothing. A status that somebody set is never taken back.
    this.looks = ['browse', 'review'].includes(this.call('get', names.mode));
    // Whatever happens to this window, what was done is kept: any other exit closes the attempt, and a platform then
    // begins the next visit with another one, in which nothing is done yet.
    if (!this.looks)
      this.say([
        ...(notBegun.includes(status) ? [/** @type {[string, string]} */ ([names.status, 'incomplete'])] : []),
        [names.exit, 'suspend'],
      ]);
    return known;
  }

  /** @param {import('./course.js').Chapters} all @param {number} share @param {string} chapter */
  progress(all, share, chapter) {
    const { names, looks } = this;
    if (looks) return true;
    return this.say([
      ['cmi.suspend_data', pack(all)],
      [names.location, chapter],
      ...(names.share ? [/** @type {[string, string]} */ ([names.share, String(Math.round(share * 100) / 100)])] : []),
    ]);
  }

  done() {
    if (this.completed || this.looks) return true;
    this.completed = this.say([[this.names.status, 'completed']]);
    return this.completed;
  }

  /** The time so far: a window that is hidden may be gone. */
  save() {
    if (!this.looks) this.say([[this.names.time, this.time]]);
  }

  end() {
    if (this.ended) return;
    if (!this.looks)
      this.say([
        [this.names.time, this.time],
        [this.names.exit, 'suspend'],
      ]);
    this.ended = true;
    this.call('terminate', '');
  }
}
