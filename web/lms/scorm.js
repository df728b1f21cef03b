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
  const hours = Math.floor(s / 3600), minutes = Math.floor(s / 60) % 60, seconds = Math.round((s % 60) * 100) / 100;
  return `PT${hours ? `${hours}H` : ''}${minutes ? `${minutes}M` : ''}${seconds || (!hours && !minutes) ? `${seconds}S` : ''}`;
}

const dialect12 = {
  initialize: 'LMSInitialize', get: 'LMSGetValue', set: 'LMSSetValue', commit: 'LMSCommit', terminate: 'LMSFinish',
  location: 'cmi.core.lesson_location', time: 'cmi.core.session_time', status: 'cmi.core.lesson_status', exit: 'cmi.core.exit',
  timespan: timespan12, left: '', share: '',
};
const dialect2004 = {
  initialize: 'Initialize', get: 'GetValue', set: 'SetValue', commit: 'Commit', terminate: 'Terminate',
  location: 'cmi.location', time: 'cmi.session_time', status: 'cmi.completion_status', exit: 'cmi.exit',
  timespan: timespan2004, left: 'normal', share: 'cmi.progress_measure',
};

export class Scorm {
  /** @param {any} api @param {'1.2' | '2004'} version */
  constructor(api, version) {
    this.api = api;
    this.names = version === '1.2' ? dialect12 : dialect2004;
    this.started = Date.now();
    this.completed = false;
    this.ended = false;
  }

  /** @param {string} name @param {string} value */
  set(name, value) {
    return String(this.api[this.names.set](name, value)) === 'true';
  }

  begin() {
    const { api, names } = this;
    if (String(api[names.initialize]('')) !== 'true') throw new Error('the platform refuses to begin');
    const status = String(api[names.get](names.status));
    this.completed = status === 'completed' || status === 'passed';
    if (!this.completed) this.set(names.status, 'incomplete');
    this.set(names.exit, 'suspend'); // whatever happens to this window, what was done is kept
    api[names.commit]('');
    return unpack(String(api[names.get]('cmi.suspend_data')));
  }

  /** @param {import('./course.js').Chapters} all @param {number} share @param {string} chapter */
  progress(all, share, chapter) {
    const { api, names } = this;
    this.set('cmi.suspend_data', pack(all));
    this.set(names.location, chapter);
    if (names.share) this.set(names.share, String(Math.round(share * 100) / 100));
    api[names.commit]('');
  }

  done() {
    const { api, names } = this;
    this.completed = true;
    this.set(names.status, 'completed');
    api[names.commit]('');
  }

  end() {
    if (this.ended) return;
    this.ended = true;
    const { api, names } = this;
    this.set(names.time, names.timespan(Date.now() - this.started));
    this.set(names.exit, this.completed ? names.left : 'suspend');
    api[names.commit]('');
    api[names.terminate]('');
  }
}
