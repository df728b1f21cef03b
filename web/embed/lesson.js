// <tautline-lesson src lang region theme chapter height text>: the lesson as an element of somebody else's page. It costs that
// page nothing until a person starts it: until then it shows what stands inside it (a link that works without script, a
// picture) and a button. Then it is a sandboxed frame with our page in it, as tall as its content. Written for hosts
// whose policy allows neither inline styles nor markup from strings.

import { chapters, version } from './protocol.js';

/** @typedef {{embed: Record<string, string>, chapters: Record<string, string>}} Words */

/** @type {Record<string, Words>} */
const words = __WORDS__;

// No origin of its own: the lesson can reach nothing of the host's, not even on the same server.
const sandbox = 'allow-scripts allow-downloads allow-modals allow-popups allow-popups-to-escape-sandbox';
const [least, most] = [150, 30_000]; // px

// It fills what it is given. Where its width is asked of it (a float, a cell, a box that shrinks to what is in it), .size
// answers and nothing else does: the same before the start and after, whatever stands in it.
const style = `
:host { display: block; }
:host([hidden]) { display: none; }
.body { block-size: 100%; break-inside: avoid; }
.size { inline-size: min(20rem, 80vw); max-inline-size: 100%; block-size: 0; }
.front, iframe { inline-size: 0; min-inline-size: 100%; }
.front {
  display: flex; flex-direction: column; align-items: flex-start; gap: 0.8em; box-sizing: border-box; padding: 1.2em;
  border: var(--tautline-border, 1px solid #767f8b); border-radius: var(--tautline-radius, 12px);
  background: var(--tautline-background, #f6f4ef); color: var(--tautline-ink, #15202f);
  font: var(--tautline-font, 1em/1.5 system-ui, sans-serif);
}
.front ::slotted(img) { max-width: 100%; height: auto; border-radius: calc(var(--tautline-radius, 12px) / 2); }
::slotted(a) { color: inherit; }
p { margin: 0; }
button {
  min-height: 48px; padding: 0.5em 1.4em; border: 0; border-radius: calc(var(--tautline-radius, 12px) * 0.75);
  background: var(--tautline-accent, #0b5563); color: var(--tautline-on-accent, #fff); font: inherit; font-weight: 700; cursor: pointer;
}
button:focus-visible { outline: 3px solid var(--tautline-focus, #1b4fd8); outline-offset: 3px; }
iframe {
  display: block; box-sizing: border-box; border: var(--tautline-border, 0); border-radius: var(--tautline-radius, 0);
}
[hidden] { display: none !important; }
`;

/** @param {string} tag a language tag */
const wordsIn = (tag) => words[tag] ?? words[tag.split('-')[0]] ?? words.en;

const Base = /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? class {});

export class TautlineLesson extends Base {
  static get observedAttributes() {
    return ['src', 'lang', 'region', 'theme', 'chapter', 'height', 'text'];
  }

  /** Where the lesson stands when no `src` says so; set by whoever defines the element. */
  static defaultSource = '';
  static version = '';
  /** How long a lesson may take, in view: elsewhere browsers hold it back. */
  static patience = 40_000;
  /** The whole lesson as text, where nothing can stand beside a script (H5P). */
  static page = '';

  constructor() {
    super();
    /** @type {HTMLIFrameElement | null} */
    this.frame = null;
    this.ready = false;
    /** @type {import('./protocol.js').Chapters} */
    this.progress = {};
    /** @type {ReturnType<typeof setInterval> | undefined} */
    this.waiting = undefined;
    this.inView = false;
    this.wanted = false; // as soon as it is in view
    this.moving = false;
    /** @type {IntersectionObserver | null} */
    this.views = null;
    /** @type {ResizeObserver | null} */
    this.sizes = null;
    this.listener = (/** @type {MessageEvent} */ event) => this.hear(event);
    const root = this.attachShadow({ mode: 'open' });
    if ('adoptedStyleSheets' in root) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(style);
      root.adoptedStyleSheets = [sheet];
    }
    this.front = document.createElement('div');
    this.front.className = 'front';
    this.front.setAttribute('part', 'front');
    this.button = document.createElement('button');
    this.button.type = 'button';
    this.button.setAttribute('part', 'start');
    this.button.addEventListener('click', () => this.start({ focus: true }));
    this.note = document.createElement('p');
    this.note.setAttribute('role', 'status');
    this.front.append(document.createElement('slot'), this.button, this.note);
    this.size = document.createElement('div');
    this.size.className = 'size';
    this.body = document.createElement('div');
    this.body.className = 'body';
    this.body.append(this.size, this.front);
    root.append(this.body);
  }

  get src() {
    return this.getAttribute('src') || /** @type {typeof TautlineLesson} */ (this.constructor).defaultSource;
  }

  set src(value) {
    this.setAttribute('src', value);
  }

  get chapter() {
    const name = this.getAttribute('chapter') ?? '';
    return chapters.includes(name) ? name : '';
  }

  set chapter(value) {
    this.setAttribute('chapter', value);
  }

  /** The attribute, else the style sheet's --tautline-theme, else as the device asks. */
  get theme() {
    return this.getAttribute('theme') || getComputedStyle(this).getPropertyValue('--tautline-theme').trim() || '';
  }

  set theme(value) {
    this.setAttribute('theme', value);
  }

  /** 'auto': as tall as the content; 'fill': as tall as the element; a number of px: that tall. The last two scroll. */
  get height() {
    const text = this.getAttribute('height') ?? 'auto';
    return /^\d{2,5}(px)?$/.test(text) ? `${parseInt(text)}` : text === 'fill' ? 'fill' : 'auto';
  }

  set height(value) {
    this.setAttribute('height', value);
  }

  get language() {
    if (this.lang) return this.lang.toLowerCase();
    for (let at = /** @type {Element | null} */ (this); at;) {
      const named = at.closest('[lang]');
      if (named) return (named.getAttribute('lang') ?? '').toLowerCase() || 'en';
      const root = at.getRootNode();
      at = root instanceof ShadowRoot ? root.host : null;
    }
    return 'en';
  }

  connectedCallback() {
    window.addEventListener('message', this.listener);
    this.showFront('');
    this.watch();
    if (this.moving)
      this.start(); // begun by a person, and taken elsewhere in the page
    else if (this.hasAttribute('autostart')) this.want();
    this.moving = false;
  }

  disconnectedCallback() {
    window.removeEventListener('message', this.listener);
    this.views?.disconnect();
    this.sizes?.disconnect();
    this.moving = this.frame !== null;
    setTimeout(() => {
      this.moving = false;
    });
    this.stop();
  }

  /** Moved as a whole (moveBefore): the frame lives on. */
  connectedMoveCallback() {}

  watch() {
    if (!globalThis.IntersectionObserver || !globalThis.ResizeObserver) {
      this.inView = true;
      return;
    }
    // Its own box: the element itself has none where a host says "display: contents".
    this.views = new IntersectionObserver((entries) => {
      this.inView = entries[entries.length - 1].isIntersecting;
      if (this.inView && this.wanted) this.start();
    });
    this.views.observe(this.body);
    this.sizes = new ResizeObserver(() => this.height === 'fill' && this.fit(0));
    this.sizes.observe(this.body);
  }

  want() {
    this.wanted = true;
    if (this.inView) this.start();
  }

  /** @param {string} name @param {string | null} before @param {string | null} now */
  attributeChangedCallback(name, before, now) {
    if (before === now || !this.isConnected) return;
    if (!this.frame) return this.showFront('');
    if (name === 'src') {
      this.stop();
      this.start();
    } else if (name === 'height') {
      this.fit(this.contentHeight);
    } else if (name === 'theme') {
      this.tell('theme', { theme: this.theme || 'auto' });
    } else if (name === 'lang') {
      this.tell('language', { language: this.language });
    } else if (name === 'chapter' && this.chapter) {
      this.tell('goto', { screen: this.chapter });
    }
  }

  /** @param {'' | 'loading' | 'failed'} what */
  showFront(what) {
    const { embed } = wordsIn(this.language);
    this.front.hidden = false;
    this.button.textContent = embed.start;
    this.button.hidden = what === 'loading';
    this.note.textContent = what ? embed[what] : embed.private;
  }

  get frameTitle() {
    const { embed, chapters: titles } = wordsIn(this.language);
    return this.chapter ? embed.chapter.replace('{chapter}', titles[this.chapter]) : embed.name;
  }

  /** What the frame's page is asked for, as behind the "?" of its address. */
  options() {
    const asked = {
      mode: 'embed',
      height: this.height === 'auto' ? 'content' : 'window',
      screen: this.chapter,
      lang: this.language,
      region: this.getAttribute('region') ?? '',
      theme: this.theme,
      text: this.getAttribute('text') ?? '',
      host: /^https?:/.test(location.origin) ? location.origin : '',
    };
    return Object.entries(asked).filter(([, value]) => value);
  }

  address() {
    const address = new URL(this.src, document.baseURI);
    if (!/^(https?|file):$/.test(address.protocol))
      throw new TypeError(`tautline-lesson: ${address.protocol} is no place for a lesson`);
    for (const [name, value] of this.options()) address.searchParams.set(name, value);
    return address.href;
  }

  /** As the button does. @param {{focus?: boolean}} [options] */
  start({ focus = false } = {}) {
    this.wanted = false;
    if (this.frame || !this.shadowRoot) return;
    const frame = document.createElement('iframe');
    frame.title = this.frameTitle;
    frame.setAttribute('part', 'lesson');
    frame.setAttribute('sandbox', sandbox);
    frame.referrerPolicy = 'no-referrer';
    frame.allow = 'fullscreen';
    this.frame = frame;
    this.focusWanted = focus;
    this.contentHeight = 0;
    this.showFront('loading');
    const { page } = /** @type {typeof TautlineLesson} */ (this.constructor);
    if (page)
      frame.srcdoc = page.replace(
        '<html ',
        `<html data-options="?${new URLSearchParams(this.options())}" `.replaceAll('&', '&amp;'),
      );
    else frame.src = this.address();
    this.body.append(frame);
    this.fit(0);
    this.wait();
  }

  // Only the time that it was in view counts, and no time that the page slept.
  wait() {
    let left = /** @type {typeof TautlineLesson} */ (this.constructor).patience;
    let last = performance.now();
    this.waiting = setInterval(() => {
      const now = performance.now();
      if (this.inView && !document.hidden) left -= Math.min(now - last, 2000);
      last = now;
      if (left <= 0) this.fail('timeout');
    }, 500);
  }

  stop() {
    clearInterval(this.waiting);
    this.wanted = false;
    this.frame?.remove();
    this.frame = null;
    this.ready = false;
    this.progress = {};
    this.showFront('');
  }

  /** @param {string} code */
  fail(code) {
    clearInterval(this.waiting);
    if (!this.ready) {
      this.stop();
      this.showFront('failed');
    }
    this.emit('error', { code });
  }

  /** What the page gives it; 0: nothing, it is as tall as what is in it. */
  get givenHeight() {
    const before = this.body.getBoundingClientRect().height;
    this.size.style.height = '100px';
    const grows = this.body.getBoundingClientRect().height !== before;
    this.size.style.height = '';
    return grows ? 0 : before;
  }

  /** @param {number | undefined} content */
  fit(content) {
    const { frame, height } = this;
    if (!frame) return;
    if (height === 'fill') frame.style.height = this.givenHeight > 0 ? '100%' : '20rem';
    else if (height !== 'auto') frame.style.height = `${height}px`;
    else frame.style.height = `${content ? Math.min(Math.max(content, least), most) : 640}px`;
  }

  /** @param {string} screen "alarm", "warning-signs" */
  goto(screen) {
    this.tell('goto', { screen });
  }

  /** Forgets every answer and begins again. */
  reset() {
    this.tell('reset');
  }

  /** @param {string} type @param {Record<string, unknown>} [more] */
  tell(type, more = {}) {
    if (!this.ready) return;
    // Without an origin of its own the frame has no name that a message could be addressed to. Nothing in it is private.
    this.frame?.contentWindow?.postMessage({ target: 'tautline', v: version, type, ...more }, '*');
  }

  /** @param {MessageEvent} event */
  hear(event) {
    const { frame } = this;
    if (!frame || event.source !== frame.contentWindow || event.origin !== 'null') return;
    const { data } = event;
    if (typeof data !== 'object' || data === null || data.source !== 'tautline' || data.v !== version) return;
    if (data.type === 'ready') this.open(data);
    else if (data.type === 'height' && Number.isFinite(data.height)) {
      this.contentHeight = data.height;
      this.fit(data.height);
      this.emit('height', { height: data.height });
    } else if (data.type === 'scroll' && Number.isFinite(data.y)) this.bringIntoView(data.y);
    else if (data.type === 'progress' || data.type === 'done') {
      this.progress = { ...data.chapters };
      this.emit(data.type, data);
    } else if (data.type === 'overdue') this.emit('overdue', { by: String(data.by) });
    else if (data.type === 'error') this.fail(String(data.code));
  }

  /** @param {object} data */
  open(data) {
    clearInterval(this.waiting);
    this.ready = true;
    this.front.hidden = true;
    if (this.focusWanted) this.frame?.focus({ preventScroll: true });
    this.focusWanted = false;
    this.emit('ready', data);
  }

  // Another page of the lesson begins: its top belongs in view.
  /** @param {number} y px from the frame's top */
  bringIntoView(y) {
    const top = /** @type {HTMLIFrameElement} */ (this.frame).getBoundingClientRect().top + y;
    if (top < 0 || top > window.innerHeight * 0.8) window.scrollBy({ top: top - 8 });
  }

  /** @param {string} type @param {object} detail */
  emit(type, detail) {
    this.dispatchEvent(new CustomEvent(`tautline-${type}`, { detail, bubbles: true, composed: true }));
  }
}

/** @param {string} source where the lesson stands @param {string} release */
export function define(source, release) {
  TautlineLesson.defaultSource = source;
  TautlineLesson.version = release;
  if (globalThis.customElements && !customElements.get('tautline-lesson'))
    customElements.define('tautline-lesson', TautlineLesson);
}
