// cmi5: statements to the learning record store that the platform names. The library keeps the profile's order and words;
// what it lacks is a last word while the page goes away, which a browser carries only by a fetch that outlives the page.

import Cmi5 from '@xapi/cmi5';

import { pack, unpack } from './course.js';

// crypto.randomUUID is there only over https.
function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  return [...bytes]
    .map((byte, i) => ([4, 6, 8, 10].includes(i) ? '-' : '') + byte.toString(16).padStart(2, '0'))
    .join('');
}

const stateId = 'tautline'; // in the store's own place for a course's state, for this registration

export class Cmi5Recorder {
  constructor() {
    this.cmi5 = new Cmi5();
    this.completed = ''; // the statement that says so, in this registration
    /** @type {object | null} one that is on its way */
    this.sending = null;
    this.ended = false;
    this.refused = () => {};
    this.returnTo = '';
    /** @type {import('./course.js').Chapters | undefined} */
    this.all = undefined;
    this.percent = 0; // said last
    this.started = performance.now();
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

  get store() {
    return /** @type {any} */ (this.cmi5.xapi);
  }

  async begin() {
    await this.cmi5.initialize();
    const { returnURL, launchMode } = this.cmi5.getLaunchData();
    this.normal = launchMode === 'Normal';
    if (/^https?:/.test(returnURL ?? '')) this.returnTo = String(returnURL);
    const kept = await this.store.getState(this.place).catch(() => null);
    const id = String(kept?.data?.completed ?? '');
    // Said once in a registration, however often somebody comes back; but it was only about to be said when that was noted.
    if (
      /^[0-9a-f-]{36}$/.test(id) &&
      (await this.store.getStatement({ statementId: id }).then(
        () => true,
        () => false,
      ))
    )
      this.completed = id;
    this.all = unpack(JSON.stringify(kept?.data ?? null));
    return this.all;
  }

  /** @param {() => Promise<unknown>} send */
  next(send) {
    this.last = this.last.then(() => (this.gone ? undefined : send())).catch(() => this.refused());
    return this.last;
  }

  get state() {
    return { ...JSON.parse(pack(this.all ?? {})), ...(this.completed ? { completed: this.completed } : {}) };
  }

  keep() {
    return this.store.setState({ ...this.place, state: this.state });
  }

  /** @param {import('./course.js').Chapters} all @param {number} share */
  progress(all, share) {
    if (!this.normal || this.ended) return undefined;
    this.all = all;
    const percent = Math.round(share * 100);
    this.next(() => this.keep());
    if (percent === this.percent) return undefined;
    this.percent = percent;
    return percent > 0 && percent < 100 ? this.next(() => this.cmi5.progress(percent)) : undefined;
  }

  done() {
    if (this.completed || !this.normal || this.ended) return undefined;
    this.completed = uuid();
    const { completed } = this;
    this.sending = { id: completed };
    return this.next(async () => {
      await this.keep();
      try {
        await this.cmi5.complete({ transform: (made) => (this.sending = { ...made, id: completed }) });
      } catch (error) {
        this.completed = ''; // the next progress says it again
        throw error;
      } finally {
        this.sending = null;
      }
    });
  }

  /** @param {boolean} gone */
  async end(gone) {
    if (this.gone || (this.ended && !gone)) return;
    const waited = this.ended;
    this.ended = true;
    if (!gone) await this.last;
    if (this.gone) return; // while it waited
    this.gone = true;
    await this.terminate(waited || gone);
  }

  /** @param {string} verb @param {string[]} more categories */
  statement(verb, ...more) {
    const { actor, activityId, registration } = this.cmi5.getLaunchParameters();
    const context = structuredClone(this.cmi5.getLaunchData().contextTemplate ?? {});
    const { category = [], ...others } = /** @type {any} */ (context).contextActivities ?? {};
    const categories = ['cmi5', ...more].map((name) => ({
      id: `https://w3id.org/xapi/cmi5/context/categories/${name}`,
    }));
    return {
      id: uuid(),
      timestamp: new Date().toISOString(),
      actor,
      verb: { id: `http://adlnet.gov/expapi/verbs/${verb}`, display: { en: verb } },
      object: { objectType: 'Activity', id: activityId },
      result: { duration: `PT${Math.round((performance.now() - this.started) / 10) / 100}S` },
      context: { ...context, registration, contextActivities: { ...others, category: [...category, ...categories] } },
    };
  }

  /** By a request that outlives the page. @param {string} path @param {string} method @param {unknown} body */
  async post(path, method, body) {
    const { endpoint } = this.cmi5.getLaunchParameters();
    await fetch(endpoint.replace(/\/?$/, '/') + path, {
      method,
      keepalive: true,
      body: JSON.stringify(body),
      headers: {
        'Content-Type': 'application/json',
        'X-Experience-API-Version': '1.0.3',
        Authorization: `Basic ${this.cmi5.getAuthToken()}`,
      },
    }).catch(() => {});
  }

  // The last word. A completion that nobody can be sure has arrived goes along: one that has is the same statement and
  // counts once.
  /** @param {boolean} hurry */
  async terminate(hurry) {
    const last = this.statement('terminated');
    if (!hurry || !this.sending) return this.post('statements', 'POST', last);
    const { agent, activityId, registration } = this.place;
    const place = new URLSearchParams({ agent: JSON.stringify(agent), activityId, registration, stateId });
    this.post(`activities/state?${place}`, 'PUT', this.state);
    const completed =
      'verb' in this.sending ? this.sending : { ...this.statement('completed', 'moveon'), ...this.sending };
    const { result = {} } = /** @type {any} */ (completed);
    return this.post('statements', 'POST', [{ ...completed, result: { ...result, completion: true } }, last]);
  }
}
