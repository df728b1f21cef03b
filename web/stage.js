// The frame loop and the page round the engine. Nothing runs at rest: wake() asks for one frame, and a frame asks for
// the next only while something moves.

import { Address } from './address.js';
import { Announcer } from './announce.js';
import { StageCanvas } from './canvas.js';
import { listen } from './events.js';
import { Mirror } from './mirror.js';
import { preferences, watchPreferences } from './preferences.js';
import { Figures, showSkin } from './skin.js';

const longestStep = 0.1; // seconds; after a pause, time goes on where it stood

export class Stage {
  /**
   * @param {HTMLElement} element holds the canvas and the mirror
   * @param {import('./engine.js').Engine} engine
   * @param {{noWebGL: boolean}} options
   */
  constructor(element, engine, { noWebGL }) {
    this.element = element;
    this.engine = engine;
    this.running = true;
    this.raf = 0;
    this.last = 0;
    this.documentSkin = false;
    this.forcedDocument = false;
    this.dirty = true;
    this.offScreen = false;
    const root = document.createElement('div');
    root.id = 'screen';
    element.append(root);
    this.mirror = new Mirror(root);
    this.announcer = new Announcer(element);
    const wake = () => this.wake();
    const redraw = () => {
      this.dirty = true;
      this.wake();
    };
    this.canvas = new StageCanvas(element, engine, redraw, noWebGL);
    this.figures = new Figures(this.mirror, engine, redraw);
    this.address = new Address((address) => {
      if (engine.navigate(address)) this.refresh(0);
    });
    watchPreferences(element, () => this.preferencesChanged());
    this.preferencesChanged();
    listen(this.mirror, engine, {
      acted: () => {
        this.refresh(0);
        this.wake();
      },
      looked: wake,
      skip: () => this.focusOn(this.mirror.first('heading', 1)),
    });
    window.addEventListener('scroll', wake, { passive: true });
    window.addEventListener('resize', wake);
    document.addEventListener('visibilitychange', wake);
    new IntersectionObserver((entries) => {
      this.offScreen = !entries[entries.length - 1].isIntersecting;
      wake();
    }).observe(element);
  }

  preferencesChanged() {
    // The document skin that the device asked for goes away with the reason for it; a chosen one stays.
    if (preferences.needsDocument !== this.forcedDocument) {
      this.forcedDocument = preferences.needsDocument;
      this.engine.setTextView(this.forcedDocument);
    }
    this.wake();
  }

  /** Lets time pass in the engine and brings the page up to date. @param {number} seconds */
  refresh(seconds) {
    const { element } = this.canvas;
    const { dark, lessMotion, rootScale } = preferences;
    this.engine.setView({
      width: document.documentElement.clientWidth, height: element.clientHeight || window.innerHeight,
      scrollY: window.scrollY, dpr: this.canvas.dpr, rootScale, dark, lessMotion,
    });
    const update = this.engine.update(seconds);
    if (update.ops.length > 0) this.show(update.ops);
    this.dirty ||= update.paint;
    return update;
  }

  /** @param {import('./ops.js').AnyOp[]} ops */
  show(ops) {
    const page = ops[0].op === 'page' ? ops[0] : null;
    const begins = this.mirror.records.size === 0;
    const scrollTo = page ? this.showPage(page) : null;
    this.mirror.apply(ops);
    if (scrollTo !== null) window.scrollTo(0, scrollTo);
    // Not at the start: nobody asked for the focus yet.
    if (this.mirror.toFocus && !begins) this.focusOn(this.mirror.toFocus, scrollTo ?? 0);
    for (const op of ops) if (op.op === 'say') this.announcer.say(op.text);
  }

  /** @param {import('./ops.js').PageOp} page */
  showPage(page) {
    document.title = page.title;
    document.documentElement.lang = page.language;
    document.documentElement.dir = page.rightToLeft ? 'rtl' : 'ltr';
    this.element.style.height = page.documentSkin ? '' : `${page.height}px`;
    showSkin(page);
    if (this.documentSkin !== page.documentSkin) {
      // The two skins paint with different hands; textures known to one are not known to the other.
      this.documentSkin = page.documentSkin;
      this.engine.forgetTextures();
      if (!page.documentSkin) this.figures.clear();
    }
    return this.address.show(page.address);
  }

  /** @param {import('./elements.js').NodeRecord | null} record @param {number} [scrollTo] */
  focusOn(record, scrollTo) {
    if (!record) return;
    const target = record.input ?? record.element;
    if (record.role === 'heading') target.tabIndex = -1;
    target.focus({ preventScroll: record.role === 'heading' && scrollTo !== undefined });
    if (record.role === 'heading' && scrollTo !== undefined) window.scrollTo(0, scrollTo);
  }

  wake() {
    if (this.raf === 0 && this.running) this.raf = requestAnimationFrame((now) => this.frame(now));
  }

  /** @param {number} now milliseconds */
  frame(now) {
    this.raf = 0;
    const seconds = this.last === 0 ? 0 : Math.min((now - this.last) / 1000, longestStep);
    const { animating } = this.refresh(seconds);
    if (this.dirty) this.draw();
    const awake = animating && !document.hidden && !this.offScreen;
    this.last = awake ? now : 0;
    if (awake) this.wake();
  }

  draw() {
    this.dirty = false;
    if (this.documentSkin) this.figures.draw();
    else this.canvas.draw();
  }

  stop() {
    this.running = false;
    cancelAnimationFrame(this.raf);
  }
}
