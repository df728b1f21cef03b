// The address bar and the engine's screen: "#/what-helps". Back and forward move between screens and come back to
// where a person had scrolled. What stands behind "?" says how the page starts; docs/hosting.md lists it. Addresses come
// from anywhere, so what can't be read is passed over: nothing here throws, and no value is used but as one of these.

import { showAnswers } from '../engine/protocol.js';

/** @typedef {'auto' | 'on' | 'off'} WebGL  auto: where there is a graphics card */

/**
 * @typedef {object} Options
 * @property {'page' | 'kiosk' | 'embed'} mode
 * @property {string} lang    a language tag in lower case, "es-mx"; '' the page's own
 * @property {string} screen  where to begin, "what-helps"; '' at home
 * @property {string} pack    a folder of content; '' our own
 * @property {string} region  where its readers are, "ES"; '' as the device says
 * @property {'automatic' | 'light' | 'dark' | 'contrast' | 'warm' | ''} theme   '' and 0 below: nobody asked
 * @property {number} text    text size in percent, 100 to 300
 * @property {'less' | 'full' | ''} motion
 * @property {'stage' | 'document' | ''} skin
 * @property {'pad' | ''} keys
 * @property {WebGL} webgl
 * @property {'content' | 'window' | ''} height  who scrolls an embed: the page round it, or the frame
 * @property {string} host   the only page that an embed speaks with, "https://clinic.example"; '' the one round it
 * @property {string[]} ignored  names whose values make no sense
 */

/** @template {string} T @param {Record<string, T>} words what may be written, and what it means */
const oneOf = (words) => (/** @type {string} */ text) => (Object.keys(words).includes(text) ? words[text] : null);

/** @param {RegExp} pattern */
const like = (pattern) => (/** @type {string} */ text) => (pattern.test(text) ? text : null);

/** "150", "150%" or "1.5". @param {string} text */
function percent(text) {
  if (!/^\d{1,4}(\.\d{1,4})?%?$/.test(text)) return null;
  const number = parseFloat(text);
  const share = number <= 5 && !text.endsWith('%') ? number * 100 : number;
  return Math.min(Math.max(Math.round(share), 100), 300);
}

/** @type {{[K in Exclude<keyof Options, 'ignored'>]: (text: string) => Options[K] | null}} */
const readers = {
  mode: oneOf({ page: 'page', kiosk: 'kiosk', embed: 'embed' }),
  lang: (text) => like(/^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/)(text.replace(/_/g, '-')),
  region: (text) => like(/^[A-Z]{2}$/)(text.toUpperCase()),
  screen: (text) => like(/^[a-z][a-z-]{0,39}$/)(text.replace(/^#?\//, '')),
  pack: like(/^[a-z0-9][a-z0-9_-]{0,63}$/),
  theme: oneOf({
    auto: 'automatic',
    automatic: 'automatic',
    light: 'light',
    dark: 'dark',
    contrast: 'contrast',
    warm: 'warm',
  }),
  text: percent,
  motion: oneOf({ less: 'less', reduce: 'less', reduced: 'less', off: 'less', none: 'less', full: 'full', on: 'full' }),
  skin: oneOf({ stage: 'stage', document: 'document', text: 'document' }),
  height: oneOf({ content: 'content', auto: 'content', window: 'window', fixed: 'window' }),
  host: like(/^https?:\/\/[a-z0-9.-]{1,253}(:\d{1,5})?$/),
  keys: oneOf({ pad: 'pad' }),
  webgl: (text) => (text === 'off' || text === 'on' ? text : null),
};

/** How the page should start. The first value of a name that makes sense counts. @param {string} search @returns {Options} */
export function readOptions(search) {
  /** @type {Options} */
  const options = {
    mode: 'page',
    lang: '',
    region: '',
    screen: '',
    pack: '',
    theme: '',
    text: 0,
    motion: '',
    skin: '',
    keys: '',
    webgl: 'auto',
    height: '',
    host: '',
    ignored: [],
  };
  const found = new Set();
  for (const [key, value] of new URLSearchParams(search.slice(0, 2000))) {
    const name = key.toLowerCase();
    if (!Object.keys(readers).includes(name) || found.has(name)) continue;
    const meant = readers[/** @type {keyof typeof readers} */ (name)](value.trim().toLowerCase());
    if (meant === null) {
      if (!options.ignored.includes(name)) options.ignored.push(name);
    } else {
      found.add(name);
      Object.assign(options, { [name]: meant });
    }
  }
  return options;
}

/** Whether a screen shows what a person answered. @param {string} address "check/3" */
export function showsAnswers(address) {
  return showAnswers.includes(address.split('/')[0]);
}

/** A chapter's cards are one screen. @param {string} address @param {string} other */
const isSameScreen = (address, other) => address !== other && address.split('/')[0] === other.split('/')[0];

export class Address {
  /** @param {(address: string) => void} goTo @param {boolean} keeps false: the bar and the history stay as they are */
  constructor(goTo, keeps) {
    this.goTo = goTo;
    this.keeps = keeps;
    /** @type {string | null} the screen in view */
    this.current = null;
    this.first = '';
    /** @type {Map<string, number>} */
    this.scrolled = new Map();
    /** @type {string[]} the screens before this one, when the browser keeps none */
    this.trail = [];
    this.returning = false;
    history.scrollRestoration = 'manual';
    if (keeps) window.addEventListener('hashchange', () => this.follow());
  }

  /** What stands in the address bar, without "#/". */
  static get wanted() {
    const text = location.hash.replace(/^#\/?(\?.*)?/, ''); // "#?…" is a host's own mark (embed/protocol.js)
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  }

  follow() {
    const wanted = Address.wanted || this.first;
    if (wanted === this.current) return;
    this.returning = true;
    this.goTo(wanted);
    this.returning = false;
    this.settle(); // where it leads may be where a person is already, under another name
  }

  /** To the screen before, where the browser's own Back may not. */
  back() {
    const before = this.trail.pop();
    if (before === undefined) return;
    this.returning = true;
    this.goTo(before);
    this.returning = false;
  }

  /** The bar says where a person is, if something else could not. */
  settle() {
    if (this.keeps && this.current !== null && (Address.wanted || this.first) !== this.current)
      history.replaceState(null, '', `#/${this.current}`);
  }

  clear() {
    this.current = null;
    this.trail = [];
    this.scrolled.clear();
  }

  /**
   * The engine shows a screen. Where to scroll for it; null: it is the same one, stay.
   * @param {string} address
   * @returns {number | null}
   */
  show(address) {
    if (address === this.current) return null;
    const begins = this.current === null;
    // Card by card only where the browser's Back is this page's own.
    const stays =
      window.top !== window && this.current !== null && isSameScreen(this.current, address) && !showsAnswers(address);
    if (this.current !== null) {
      this.scrolled.set(this.current, window.scrollY);
      const turns = isSameScreen(this.current, address) && !showsAnswers(address);
      if (!this.keeps && !this.returning && !turns) this.trail = [...this.trail, this.current].slice(-50);
    } else {
      this.first = address;
    }
    this.current = address;
    const { wanted } = Address;
    // Who came by an address that leads nowhere, or not yet, sees in the bar where they are.
    if (this.keeps && wanted !== address) {
      if (this.returning || stays || (begins && wanted)) history.replaceState(null, '', `#/${address}`);
      else if (!begins) location.hash = `#/${address}`;
    }
    return this.returning ? (this.scrolled.get(address) ?? 0) : 0;
  }
}
