// What a wrapper round the kiosk may hear and say, and the line by which the launcher knows that the page is alive.
// Envelope: {source: "tautline", v: 1, type, …}. Never a word of what anybody answered.
//   out: ready, active, warning, idle (somebody went, all is cleared), restart {why}, heartbeat {presence, visits, restarts, memory_mb}
//   in:  {target: "tautline", v: 1, type: "reset"} or {… type: "ping"}, from the page that holds this one

const beatMs = 10_000;

/** What the launcher listens for. @param {Record<string, unknown>} state */
export const beat = (state) => console.info(`tautline-heartbeat ${JSON.stringify(state)}`);

/** The kiosk does not come, but the page is there, with the article on it: the launcher leaves it. */
export function beatWithout() {
  beat({ presence: 'failed' });
  setInterval(() => beat({ presence: 'failed' }), beatMs);
}

export class Messages {
  /** @param {string} origin  of the wrapper; '*' any @param {{reset: () => void, state: () => Record<string, unknown>}} kiosk */
  constructor(origin, kiosk) {
    this.origin = origin;
    this.kiosk = kiosk;
    this.wrapper = window.parent !== window ? window.parent : window.opener;
    window.addEventListener('message', (event) => this.hear(event));
    setInterval(() => this.beat(), beatMs);
  }

  /** @param {string} type @param {Record<string, unknown>} [more] */
  say(type, more = {}) {
    try {
      this.wrapper?.postMessage({ source: 'tautline', v: 1, type, ...more }, this.origin);
    } catch {
      // A wrapper that went away hears nothing.
    }
  }

  beat() {
    const state = this.kiosk.state();
    this.say('heartbeat', state);
    beat(state);
  }

  /** @param {MessageEvent} event */
  hear(event) {
    if (!this.wrapper || event.source !== this.wrapper || (this.origin !== '*' && event.origin !== this.origin)) return;
    const { data } = event;
    if (typeof data !== 'object' || data === null || data.target !== 'tautline' || data.v !== 1) return;
    if (data.type === 'reset') this.kiosk.reset();
    else if (data.type === 'ping') this.beat();
  }
}
