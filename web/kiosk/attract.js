// What the kiosk shows while nobody is there: a hard week, its picture run by the engine, its captions beside it, over and
// over; and what to touch, large and low. Each turn speaks the next language. At rest nothing is drawn.

import { showPicture } from '../paint/software.js';
import { button, element, wordsIn } from './words.js';

const frameMs = 33;
const restS = 4; // the body at rest, before the first scene
const stillS = 45; // how long a turn is where nothing moves
const endS = 10; // what the story ends with, before the next turn

export class Attract {
  /**
   * @param {object} parts
   * @param {import('../engine/engine.js').Engine} parts.engine
   * @param {import('./settings.js').Settings} parts.settings
   * @param {import('./words.js').AllWords} parts.words
   * @param {(language: string) => Promise<void>} parts.renew  a new engine that speaks this language
   * @param {(language: string) => void} parts.chosen          somebody is there
   */
  constructor({ engine, settings, words, renew, chosen }) {
    this.engine = engine;
    this.settings = settings;
    this.words = words;
    this.renew = renew;
    this.chosen = chosen;
    this.turn = 0;
    this.shows = 0;
    this.raf = 0;
    this.figure = 0;
    this.button = 0;
    /** @type {Map<number, HTMLElement>} the engine's words that are shown, by their node */
    this.told = new Map();
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    this.canvas = element('canvas', { 'aria-hidden': 'true' });
    this.place = element('main', { id: 'kiosk-attract', hidden: '' });
    this.place.addEventListener('click', () => this.choose(this.language));
    document.body.append(this.place);
    new ResizeObserver(() => {
      if (this.place.hidden || !this.figure) return;
      this.size();
      this.paint(0);
    }).observe(this.canvas);
  }

  get language() {
    const { languages } = this.settings;
    return languages[this.turn % languages.length];
  }

  /** @param {string} language */
  choose(language) {
    if (this.place.hidden) return;
    this.hide();
    this.chosen(language);
  }

  hide() {
    ++this.shows; // one that still waits for its engine comes too late
    cancelAnimationFrame(this.raf);
    clearTimeout(this.timer);
    this.place.hidden = true;
    this.place.replaceChildren();
    this.figure = 0;
  }

  async show() {
    const shown = ++this.shows;
    this.figure = 0; // no picture while the engine is made
    await this.renew(this.language);
    // The story is in the later part. Without it there is no picture, but whoever comes can begin, and it is asked for
    // again.
    const came = await this.engine.needTakeAway().then(
      () => true,
      () => false,
    );
    if (shown !== this.shows) return;
    this.write();
    this.place.hidden = false;
    if (!came) return this.later(restS + stillS, () => this.next());
    this.prepare();
    this.paint(0);
    if (this.settings.motion === 'full') this.later(restS, () => this.tell());
    else if (this.settings.languages.length > 1) this.later(restS + stillS, () => this.next());
  }

  next() {
    ++this.turn;
    this.show();
  }

  /** @param {number} seconds @param {() => void} then */
  later(seconds, then) {
    clearTimeout(this.timer);
    this.timer = setTimeout(then, seconds * 1000);
  }

  write() {
    const { settings } = this;
    const word = wordsIn(this.words, this.language);
    document.documentElement.lang = this.language;
    document.title = word('kiosk.attract.title');
    const head = element('header', {}, element('p', { class: 'kiosk-name' }, word('kiosk.name')));
    if (settings.logo) head.append(element('img', { src: settings.logo, alt: settings.logo_text }));
    const several = settings.languages.length > 1;
    const choices = element(
      'div',
      { class: 'kiosk-choices' },
      ...settings.languages.map((language) =>
        button(
          several ? this.words[language]['kiosk.language'] : word('kiosk.attract.start'),
          'primary',
          () => this.choose(language),
          { lang: language },
        ),
      ),
    );
    this.place.replaceChildren(
      head,
      this.canvas,
      element(
        'div',
        { class: 'kiosk-words' },
        element('h1', {}, word('kiosk.attract.title')),
        element('p', { class: 'lead', 'data-told': 'story/caption' }, word('kiosk.attract.text')),
        element('p', { class: 'small' }, word('kiosk.attract.model')),
        element('p', { class: 'small', 'data-told': 'story/strip' }),
      ),
      choices,
      element('p', { class: 'small kiosk-private' }, word(several ? 'kiosk.attract.choose' : 'kiosk.attract.private')),
    );
  }

  // The story's screen is made but not shown: its figure is what is wanted, its words, and the button that plays it.
  prepare() {
    const { engine, settings } = this;
    this.size();
    engine.set('theme', settings.theme === 'dark' ? 2 : 1);
    engine.set('text', settings.text);
    engine.set('lessMotion', settings.motion === 'less' ? 1 : 0);
    engine.navigate('story');
    this.figure = 0;
    this.button = 0;
    this.told.clear();
    this.follow(engine.update(0).ops);
    if (!this.figure || !this.button) throw new Error('the story has no figure to show');
  }

  /** @param {import('../engine/ops.js').AnyOp[]} ops */
  follow(ops) {
    for (const op of ops) {
      if (op.op === 'add') {
        if (op.role === 'figure' && !this.figure) this.figure = op.id;
        if (op.key === 'story/play') this.button = op.id;
        const place = this.place.querySelector(`[data-told="${op.key}"]`);
        if (place instanceof HTMLElement) this.told.set(op.id, place);
      }
      if (op.op === 'text' && op.field === 'label') {
        const place = this.told.get(op.id);
        if (place) place.textContent = op.text;
      }
    }
  }

  size() {
    const { width, height } = this.canvas.getBoundingClientRect();
    this.width = Math.round(width);
    this.height = Math.round(height);
    this.engine.setView({
      width: this.width,
      height: this.height,
      scrollY: 0,
      dpr: 1,
      rootScale: 1,
      dark: this.settings.theme === 'dark',
      lessMotion: this.settings.motion === 'less',
      moreContrast: false,
    });
  }

  /** @param {number} seconds */
  paint(seconds) {
    const { ops, animating } = this.engine.update(seconds);
    this.follow(ops);
    const dpr = Math.min(window.devicePixelRatio || 1, 2);
    if (this.width && this.height)
      showPicture(this.canvas, this.engine.rasterFigure(this.figure, this.width, this.height, dpr));
    return animating;
  }

  tell() {
    this.engine.event(this.button, 'click', 0);
    let last = performance.now();
    /** @param {number} now */
    const frame = (now) => {
      if (this.place.hidden) return;
      this.raf = requestAnimationFrame(frame);
      if (now - last < frameMs) return;
      const seconds = Math.min((now - last) / 1000, 0.1);
      last = now;
      if (this.paint(seconds)) return;
      cancelAnimationFrame(this.raf);
      this.later(endS, () => this.next());
    };
    this.raf = requestAnimationFrame(frame);
  }
}
