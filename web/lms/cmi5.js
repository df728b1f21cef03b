// cmi5: statements to the learning record store that the platform names. The library keeps the profile's order and words;
// what it lacks is a last word while the page goes away, which a browser carries only by a fetch that outlives the page.

import Cmi5 from '@xapi/cmi5';

import { pack, unpack } from './course.js';

// crypto.randomUUID is there only over https.
function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  return [...bytes].map((byte, i) => ([4, 6, 8, 10].includes(i) ? '-' : '') + byte.toString(16).padStart(2, '0')).join('');
}

const stateId = 'tautline'; // in the store's own place for a course's state, for this registration

export class Cmi5Recorder {
  constructor() {
    this.cmi5 = new Cmi5();
    this.completed = false;
    this.ended = false;
    this.returnTo = '';
    this.percent = 0; // said last
    /** @type {Promise<unknown>} statements go one after the other */
    this.last = Promise.resolve();
  }

  static get isLaunched() {
    return Cmi5.isCmiAvailable;
  }

  get place() {
    const { actor, activityId, registration } = this.cmi5.getLaunchParameters();
    return { agent: actor, activityId, registration, stateId };
  }

  async begin() {
    await this.cmi5.initialize();
    const { returnURL, launchMode } = this.cmi5.getLaunchData();
    this.normal = launchMode === 'Normal';
    if (/^https?:/.test(returnURL ?? '')) this.returnTo = String(returnURL);
    const kept = await this.cmi5.xapi?.getState(this.place).catch(() => null);
    return unpack(JSON.stringify(kept?.data ?? null));
  }

  /** @param {() => Promise<unknown>} send */
  next(send) {
    this.last = this.last.then(send).catch(() => {});
    return this.last;
  }

  /** @param {import('./course.js').Chapters} all @param {number} share */
  progress(all, share) {
    if (!this.normal) return undefined;
    const percent = Math.round(share * 100);
    this.next(() => /** @type {any} */ (this.cmi5.xapi).setState({ ...this.place, state: JSON.parse(pack(all)) }));
    if (percent === this.percent) return undefined;
    this.percent = percent;
    return percent > 0 && percent < 100 ? this.next(() => this.cmi5.progress(percent)) : undefined;
  }

  done() {
    if (this.completed || !this.normal) return undefined;
    this.completed = true;
    return this.next(() => this.cmi5.complete());
  }

  /** @param {boolean} gone */
  async end(gone) {
    if (this.ended) return;
    this.ended = true;
    if (gone) this.terminateNow();
    else await this.next(() => this.cmi5.terminate());
  }

  // The same statement as the library's.
  terminateNow() {
    const { endpoint, actor, activityId, registration } = this.cmi5.getLaunchParameters();
    const context = structuredClone(this.cmi5.getLaunchData().contextTemplate ?? {});
    const { category = [], ...others } = /** @type {any} */ (context).contextActivities ?? {};
    const statement = {
      id: uuid(), timestamp: new Date().toISOString(), actor,
      verb: { id: 'http://adlnet.gov/expapi/verbs/terminated', display: { en: 'terminated' } },
      object: { objectType: 'Activity', id: activityId },
      result: { duration: `PT${Math.round((Date.now() - this.cmi5.getInitializedDate().getTime()) / 10) / 100}S` },
      context: { ...context, registration,
        contextActivities: { ...others, category: [...category, { id: 'https://w3id.org/xapi/cmi5/context/categories/cmi5' }] } },
    };
    fetch(`${endpoint.replace(/\/?$/, '/')}statements`, {
      method: 'POST', keepalive: true, body: JSON.stringify(statement),
      headers: { 'Content-Type': 'application/json', 'X-Experience-API-Version': '1.0.3', Authorization: `Basic ${this.cmi5.getAuthToken()}` },
    }).catch(() => {});
  }
}
