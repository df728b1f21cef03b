// Says things to assistive technology. Several polite live regions are used in turn, because some screen readers
// drop a text that replaces another one at once; a text stays long enough to be noticed and is then taken away.
// Urgent help has a region of its own, which interrupts.

const regionCount = 4;
const quietMs = 200; // a region is empty this long before it is filled
const holdMs = 1000; // … and full this long before the next text
const longestQueue = 3;

export class Announcer {
  /** @param {HTMLElement} parent */
  constructor(parent) {
    /** @param {string} how */
    const region = (how) => {
      const made = document.createElement('p');
      made.setAttribute('aria-live', how);
      parent.append(made);
      return made;
    };
    this.regions = Array.from({ length: regionCount }, () => region('polite'));
    this.urgent = region('assertive');
    this.turn = 0;
    this.visit = 0;
    /** @type {string[]} */
    this.queue = [];
    this.busy = false;
    this.last = '';
  }

  /** @param {string} text */
  say(text) {
    // What is not said yet is outdated by what comes after it; a long queue would talk about the past.
    this.queue = [...this.queue.filter((waiting) => waiting !== text), text].slice(-longestQueue);
    if (!this.busy) this.next();
  }

  /** @param {string} text at once, before all others */
  alarm(text) {
    this.urgent.textContent = text;
    if (text) setTimeout(() => this.urgent.textContent === text && this.alarm(''), holdMs);
  }

  /** Forgets what was said and what was not said yet. */
  clear() {
    ++this.visit;
    this.queue = [];
    this.busy = false;
    this.last = '';
    for (const region of [...this.regions, this.urgent]) region.textContent = '';
  }

  next() {
    const { visit } = this;
    const text = this.queue.shift();
    this.busy = text !== undefined;
    if (text === undefined) return;
    const region = this.regions[this.turn];
    this.turn = (this.turn + 1) % regionCount;
    region.textContent = '';
    setTimeout(() => {
      if (visit !== this.visit) return;
      // The same text again is no change to a live region, unless something invisible differs.
      this.last = text === this.last ? `${text}\u00a0` : text;
      region.textContent = this.last;
      setTimeout(() => {
        if (visit !== this.visit) return;
        region.textContent = '';
        this.next();
      }, holdMs);
    }, quietMs);
  }
}
