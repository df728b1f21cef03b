// When a person has gone. A page can be left and kept by the browser, whole, for Back; it can be hidden, put to sleep,
// and found again by somebody else. Every host of the lesson says here what that means to it: its table names, for each
// state and each thing that can happen, the next state and what is to be done. Nothing else listens to these events.

/**
 * @typedef {'here' | 'hidden' | 'left'} State  here: in view; left: the page went away, and may be kept for Back
 * @typedef {'hide' | 'show' | 'leave' | 'return' | 'jump'} Happening  return: kept by the browser and shown again; jump:
 *   the clocks went on and this page did not
 * @typedef {'quiet' | 'forget' | 'settle' | 'end' | 'save' | 'close' | 'anew'} Deed  what each means is the host's
 * @typedef {Record<State, Record<Happening, [State, ...Deed[]]>>} Table
 */

/** @type {Table} a person's own device, or any: answers go when the page does, so that Back shows none to the next one.
 * A tab in the background keeps them: somebody looks up the number of a doctor. */
export const ownDevice = {
  here: {
    hide: ['hidden'],
    show: ['here'],
    leave: ['left', 'quiet', 'forget'],
    return: ['here', 'forget', 'settle'],
    jump: ['here'],
  },
  hidden: {
    hide: ['hidden'],
    show: ['here'],
    leave: ['left', 'quiet', 'forget'],
    return: ['here', 'forget', 'settle'],
    jump: ['hidden'],
  },
  left: {
    hide: ['left'],
    show: ['left'],
    leave: ['left', 'quiet', 'forget'],
    return: ['here', 'forget', 'settle'],
    jump: ['left'],
  },
};

/** @type {Table} a kiosk: who was hidden or slept through is not the one who comes back. */
export const shared = {
  here: {
    hide: ['hidden', 'quiet'],
    show: ['here'],
    leave: ['left', 'quiet', 'end'],
    return: ['here', 'anew'],
    jump: ['here', 'end'],
  },
  hidden: {
    hide: ['hidden', 'quiet'],
    show: ['here', 'end'],
    leave: ['left', 'quiet', 'end'],
    return: ['here', 'anew'],
    jump: ['hidden', 'end'],
  },
  left: { hide: ['left'], show: ['left'], leave: ['left', 'quiet', 'end'], return: ['here', 'anew'], jump: ['left'] },
};

/** @type {Table} a learning platform: once it was told the end, it takes nothing more until it is told a beginning. A page
 * that is hidden may never be heard of again. */
export const course = {
  here: {
    hide: ['hidden', 'save'],
    show: ['here'],
    leave: ['left', 'close'],
    return: ['here', 'anew'],
    jump: ['here'],
  },
  hidden: { hide: ['hidden'], show: ['here'], leave: ['left', 'close'], return: ['here', 'anew'], jump: ['hidden'] },
  left: { hide: ['left'], show: ['left'], leave: ['left'], return: ['here', 'anew'], jump: ['left'] },
};

/** Whether this machine slept, or its clock was set: of the two clocks one went on and the other did not. A clock that is
 * only put right by a little is passed over. */
export class Clocks {
  constructor(wall = Date.now(), running = performance.now()) {
    this.wall = wall;
    this.running = running;
  }

  /** @param {number} [wall] @param {number} [running] @returns {boolean} since the last time */
  jumped(wall = Date.now(), running = performance.now()) {
    const apart = Math.abs(wall - this.wall - (running - this.running));
    this.wall = wall;
    this.running = running;
    return apart > 5000;
  }
}

export class Visit {
  /** @param {Table} table @param {Partial<Record<Deed, () => unknown>>} deeds */
  constructor(table, deeds) {
    this.table = table;
    this.deeds = deeds;
    /** @type {State} */
    this.state = 'here';
  }

  /** @param {Happening} happening */
  happens(happening) {
    const [next, ...deeds] = this.table[this.state][happening];
    this.state = next;
    for (const deed of deeds) this.deeds[deed]?.();
  }

  /** From now on, by what the browser tells of the page. @returns {Visit} */
  watch() {
    document.addEventListener('visibilitychange', () => this.happens(document.hidden ? 'hide' : 'show'));
    window.addEventListener('pagehide', () => this.happens('leave'));
    window.addEventListener('pageshow', ({ persisted }) => persisted && this.happens('return'));
    return this;
  }
}
