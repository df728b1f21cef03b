// The side of an embed that is inside the frame (?mode=embed): says how tall the lesson is and how far somebody has
// come, and does what the page round it asks. With whom it speaks: only with the window that holds this one. Where the
// host's origin is known (the address names it, or the browser does) only with that origin, both ways; where it is not
// (a sandboxed host, a browser that does not tell), with whoever holds the frame, and therefore nothing that anybody
// may not know is ever said: no answers, no result, no page of the self-check, not even by the height of what is shown.

import { showsAnswers } from '../host/address.js';
import { Flow } from './flow.js';
import { chapters, dialects, pym, readCommand, readProgress, share, version } from './protocol.js';

const privateHeight = 720; // of the frame while answers are about, whatever they are
const themes = ['automatic', 'light', 'dark', 'contrast', 'warm'];

/** @param {string} named in the address */
function hostOrigin(named) {
  const told = /** @type {any} */ (location).ancestorOrigins?.[0];
  return named || (told && told !== 'null' ? told : '*');
}

export class Inside {
  /** @param {import('../host/address.js').Options} options */
  constructor(options) {
    this.options = options;
    this.origin = hostOrigin(options.host);
    this.dialects = dialects(location);
    this.chapter = chapters.includes(options.screen) ? options.screen : '';
    this.flows = options.height === 'content' || (this.dialects.pym !== '' && options.height === '');
    /** @type {import('../page.js').Page | null} */
    this.page = null;
    /** @type {Flow | null} */
    this.flow = null;
    this.height = 0;
    this.bits = 0;
    this.finished = false;
    this.overdue = '';
    this.ready = false;
    window.addEventListener('message', (event) => this.hear(event));
  }

  /** @param {string} type @param {Record<string, unknown>} [more] */
  say(type, more = {}) {
    this.post({ source: 'tautline', v: version, type, ...more });
  }

  /** @param {unknown} message */
  post(message) {
    if (window.parent === window) return;
    try {
      window.parent.postMessage(message, this.origin);
    } catch {
      // A host that went away hears nothing.
    }
  }

  /** The page comes to life. @param {import('../page.js').Page} page */
  begin(page) {
    this.page = page;
    const { scroll } = page.shown;
    page.shown.scroll = (y) => {
      if (!this.flow) return scroll.call(page.shown, y);
      this.say('scroll', { y });
      if (this.dialects.pym) this.post(pym(this.dialects.pym, 'scrollToChildPos', y));
    };
    page.told = () => this.look();
    if (!this.flows) new ResizeObserver(() => this.measure()).observe(document.body);
  }

  /** The first picture is painted. */
  open() {
    this.ready = true;
    this.greet();
    this.look();
  }

  greet() {
    const { page } = this;
    this.say('ready', {
      chapter: this.chapter,
      chapters,
      language: document.documentElement.lang,
      title: this.closed ? '' : document.title,
      commands: ['hello', 'goto', 'language', 'theme', 'reset'],
      scrolls: !this.flow,
      stopped: !page?.running,
    });
  }

  /** @param {string} code why the lesson does not come */
  fail(code) {
    this.say('error', { code });
  }

  /** What is shown may tell what somebody answered. */
  get closed() {
    const { page } = this;
    return page !== null && (page.answered || showsAnswers(page.shown.address.current ?? ''));
  }

  // Something changed: who scrolls, how tall, how far.
  look() {
    const { page } = this;
    if (!page) return;
    const { closed } = this;
    if (this.flows && closed === (this.flow !== null))
      this.become(closed ? null : new Flow(page, () => this.measure()));
    if (!this.ready) return;
    this.measure();
    this.report(page.engine.progress());
    this.warn(page.engine.overdue);
  }

  /** @param {Flow | null} flow */
  become(flow) {
    this.flow?.end();
    const { page } = this;
    if (!page) return;
    page.flow = this.flow = flow;
    page.dirty = true;
    page.wake();
  }

  measure() {
    const height = this.closed ? privateHeight : Math.ceil(document.body.getBoundingClientRect().height);
    if (!this.ready || height === this.height || height === 0) return;
    this.height = height;
    this.say('height', { height });
    if (this.dialects.pym) this.post(pym(this.dialects.pym, 'height', height));
    if (this.dialects.wordpress) this.post({ message: 'height', value: height, secret: this.dialects.wordpress });
  }

  /** @param {number} bits */
  report(bits) {
    if (bits === this.bits) return;
    const before = readProgress(this.bits),
      now = readProgress(bits);
    this.bits = bits;
    for (const chapter of chapters) {
      if (now[chapter] === before[chapter]) continue;
      this.say('progress', { chapter, state: now[chapter], chapters: now, share: share(now, this.chapter) });
    }
    const finished = share(now, this.chapter) === 1;
    if (finished && !this.finished) this.say('done', { chapter: this.chapter, chapters: now });
    this.finished = finished;
  }

  /** @param {string} by the day by which sources should have been looked at again; '' it is still to come */
  warn(by) {
    if (by === this.overdue) return;
    this.overdue = by;
    this.say('overdue', { by });
  }

  /** @param {MessageEvent} event */
  hear(event) {
    if (window.parent === window || event.source !== window.parent) return;
    if (this.origin !== '*' && event.origin !== this.origin) return;
    const command = readCommand(event.data);
    if (!command || !this.page?.running || !this.ready) return;
    if (!this.obey(command, this.page))
      this.say('error', { code: 'refused', what: command.type === 'refused' ? command.what : command.type });
  }

  /** @param {import('./protocol.js').Command} command @param {import('../page.js').Page} page @returns {boolean} */
  obey(command, page) {
    const { engine } = page;
    let done = true;
    switch (command.type) {
      case 'hello':
        this.height = this.bits = 0;
        this.finished = false;
        this.overdue = '';
        this.greet();
        this.look();
        return true;
      case 'goto':
        done = engine.navigate(command.screen);
        break;
      case 'language':
        done = this.speak(command.language);
        break;
      case 'theme':
        engine.set('theme', themes.indexOf(command.theme));
        break;
      case 'reset':
        engine.startOver();
        if (this.options.screen) engine.navigate(this.options.screen);
        break;
      default:
        return false;
    }
    page.refresh(0);
    page.wake();
    return done;
  }

  /** @param {string} language @returns {boolean} */
  speak(language) {
    const { lang, dataset } = document.documentElement;
    if (lang.toLowerCase() === language) {
      this.page?.bringLanguage(''); // one that is still on its way is not wanted any more
      return true;
    }
    const known = (dataset.languages ?? '').split(' ');
    const found = [language, language.split('-')[0]]
      .map((tag) => known.find((one) => one.toLowerCase() === tag))
      .find(Boolean);
    if (!found) return false;
    this.page?.bringLanguage(found);
    return true;
  }
}
