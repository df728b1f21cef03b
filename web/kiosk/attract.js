// What the kiosk shows while nobody is there: the alarm's own figure, run by the engine, rested, startled and left to
// settle, over and over; and what to touch, large and low. Each turn speaks the next language. At rest nothing is drawn.

import { showPicture } from '../paint/software.js';
import { button, element, wordsIn } from './words.js';

const frameMs = 33;
const restS = 4; // the body at rest, before the alarm
const storyS = 45; // the alarm and its settling
const pauseS = 6; // after it, before the next turn

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
    if (shown !== this.shows) return;
    this.write();
    this.place.hidden = false;
    this.prepare();
    this.paint(0);
    if (this.settings.motion === 'full') this.later(restS, () => this.startle());
    else if (this.settings.languages.length > 1) this.later(restS + storyS, () => this.next());
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
        element('p', { class: 'lead' }, word('kiosk.attract.text')),
        element('p', { class: 'small' }, word('kiosk.attract.model')),
      ),
      choices,
      element('p', { class: 'small kiosk-private' }, word(several ? 'kiosk.attract.choose' : 'kiosk.attract.private')),
    );
  }

  // The alarm's screen is made but not shown: its figure is what is wanted, and the button that startles.
  prepare() {
    const { engine, settings } = this;
    this.size();
    engine.set('theme', settings.theme === 'dark' ? 2 : 1);
    engine.set('text', settings.text);
    engine.set('lessMotion', settings.motion === 'less' ? 1 : 0);
    engine.navigate('alarm/7'); // played freely
    this.figure = 0;
    this.button = 0;
    for (const op of engine.update(0).ops) {
      if (op.op !== 'add') continue;
      if (op.role === 'figure' && !this.figure) this.figure = op.id;
      if (op.key === 'control/startle') this.button = op.id;
    }
    if (!this.figure || !this.button) throw new Error('the alarm has no figure to show');
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
    this.engine.update(seconds);
    const dpr = Math.min(window.devicePixelRatio || 1, 2);
    if (this.width && this.height)
      showPicture(this.canvas, this.engine.rasterFigure(this.figure, this.width, this.height, dpr));
  }

  startle() {
    this.engine.event(this.button, 'click', 0);
    const begun = performance.now();
    let last = begun;
    /** @param {number} now */
    const frame = (now) => {
      if (this.place.hidden) return;
      if (now - begun > storyS * 1000) return this.later(pauseS, () => this.next());
      this.raf = requestAnimationFrame(frame);
      if (now - last < frameMs) return;
      this.paint(Math.min((now - last) / 1000, 0.1));
      last = now;
    };
    this.raf = requestAnimationFrame(frame);
  }
}
