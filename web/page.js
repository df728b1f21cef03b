// The frame loop and the page round the engine. Nothing runs at rest: wake() asks for one frame, and a frame asks for
// the next only while something moves.

import { copyWords } from './dom/copy.js';
import { listen } from './dom/events.js';
import { ForeignText } from './dom/foreign.js';
import { Shown } from './dom/shown.js';
import { showOnPaper } from './dom/skin.js';
import { loadContent } from './files/loader.js';
import { here, pageAddress, runErrand, takeFragment } from './host/errands.js';
import { listenToPad } from './host/keys.js';
import { listenToSceneKeys } from './host/scene_keys.js';
import { askBeforeLeaving } from './host/leave.js';
import { preferences, watchPreferences, watchPrinting } from './host/preferences.js';
import { Speech } from './host/speech.js';
import { SecondTypeface } from './host/typeface.js';
import { StageCanvas } from './paint/canvas.js';
import { Figures } from './paint/figures.js';
import { Zoom } from './paint/zoom.js';

const longestStep = 0.1; // seconds; after a pause, time goes on where it stood

export class Page {
  /**
   * @param {HTMLElement} element holds the canvas and the mirror
   * @param {import('./engine/engine.js').Engine} engine
   * @param {{webgl: import('./host/address.js').WebGL, visitStays?: boolean, publicAddress?: string}} options visitStays:
   *   neither the address bar nor the browser's own questions know where a person is and what they answered, as on a
   *   kiosk; publicAddress: where a phone finds this page, when its own address is not that
   */
  constructor(element, engine, { webgl, visitStays = false, publicAddress }) {
    this.publicAddress = publicAddress ?? pageAddress();
    this.element = element;
    this.engine = engine;
    this.running = true;
    this.raf = 0;
    this.last = 0;
    this.dirty = true;
    this.offScreen = false;
    const wake = () => this.wake();
    const renew = () => this.renew();
    this.shown = new Shown(
      element,
      (address) => {
        if (!this.running) return;
        const fragment = takeFragment();
        if (fragment) this.openLink(fragment);
        else if (engine.navigate(address)) renew();
      },
      !visitStays,
      (language) => this.bringLanguage(language),
      (errand) => runErrand(errand, engine, this, renew),
    );
    /** @type {{top: number, place: (canvas: HTMLCanvasElement) => void} | null} the page stands whole in another that scrolls */
    this.flow = null;
    this.told = () => {}; // after each change of what is shown
    this.animating = false;
    this.scrolled = 0; // before the page went on paper
    this.asks = !visitStays && window.top === window;
    this.answered = false;
    this.languageTurn = 0;
    this.link = ''; // answers that came with an address and that nothing here can read yet
    this.linkTurn = 0;
    this.documentSkin = false;
    this.speech = new Speech(engine, renew);
    this.typeface = new SecondTypeface(engine, renew);
    this.arrowKeys = false;
    listenToPad(() => this.arrowKeys && this.running);
    listenToSceneKeys(element);
    const redraw = () => {
      this.dirty = true;
      this.wake();
    };
    this.canvas = new StageCanvas(element, engine, redraw, webgl);
    this.zoom = new Zoom(redraw);
    this.figures = new Figures(this.shown.mirror, engine, redraw);
    this.foreign = new ForeignText(this.shown.mirror, (found) => {
      preferences.foreignText = found;
      this.preferencesChanged();
    });
    watchPreferences(element, () => this.preferencesChanged());
    this.preferencesChanged();
    copyWords(this.shown.mirror.root, () => !this.documentSkin);
    watchPrinting((printing) => this.onPaper(printing));
    this.letGo = listen(this.shown.mirror, engine, { acted: renew, looked: wake, skip: () => this.shown.skip() });
    document.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape' && !document.querySelector('dialog[open]')) this.speech.stop();
    });
    window.addEventListener('scroll', wake, { passive: true });
    window.addEventListener('resize', wake);
    document.addEventListener('visibilitychange', wake);
    new IntersectionObserver((entries) => {
      this.offScreen = !entries[entries.length - 1].isIntersecting;
      wake();
    }).observe(element);
  }

  /** The engine's state may be another now, and nobody acted. */
  renew() {
    if (!this.running) return; // the visit is over
    this.refresh(0);
    this.wake();
  }

  preferencesChanged() {
    if (this.running) this.wake();
  }

  // Paper shows the words as Text view does, with every figure. The browser waits for this and no longer. An engine that
  // stopped leaves at least its last words.
  /** @param {boolean} printing */
  onPaper(printing) {
    if (printing === preferences.printing) return;
    preferences.printing = printing;
    if (!this.running) return showOnPaper(printing);
    const { scrolled } = this;
    this.refresh(0);
    this.draw();
    if (!printing) window.scrollTo(0, scrolled);
  }

  /** The words of a language that a person chose; of several in a row only the last. @param {string} language '': none after all */
  async bringLanguage(language) {
    const turn = ++this.languageTurn;
    if (!language || !this.running) return;
    const content = await loadContent(language).catch(() => null);
    if (turn !== this.languageTurn) return; // another one, or another visit
    this.engine.setLanguage(language, content);
    this.refresh(0);
    this.wake();
  }

  /** Answers that came with an address, into a page that runs. @param {string} code */
  async openLink(code) {
    const turn = this.forgetLink();
    const came = await this.engine.needTakeAway().then(
      () => true,
      () => false,
    );
    if (turn !== this.linkTurn || !this.running) return; // another link, or the person has gone
    if (!came) this.link = code;
    if (!came || !this.engine.openAnswers(code)) this.engine.openFailed(!came);
    this.renew();
  }

  /** They may be somebody's who is no longer here. */
  forgetLink() {
    this.link = '';
    return ++this.linkTurn;
  }

  /** Tells the engine how it is looked at. */
  look() {
    const { element } = this.canvas;
    const { dark, lessMotion, moreContrast, rootScale, smallestText, needsDocument } = preferences;
    this.flow?.place(element);
    if (!this.documentSkin) this.canvas.zoomTo(this.zoom.part);
    if (!preferences.printing) this.scrolled = window.scrollY; // a page that is printed may be too short for it already
    this.engine.setView({
      width: document.documentElement.clientWidth,
      height: this.canvas.height || window.innerHeight,
      scrollY: this.flow?.top ?? window.scrollY,
      dpr: this.canvas.dpr,
      rootScale,
      dark,
      lessMotion,
      moreContrast,
      smallestText,
      textView: needsDocument,
      flows: this.flow !== null,
    });
  }

  /** Lets time pass in the engine and brings the page up to date. @param {number} seconds */
  refresh(seconds) {
    this.look();
    // Not while something moves: a new day waits for the next thing a person does.
    if (seconds === 0) this.engine.setHost(here(this.publicAddress));
    const update = this.engine.update(seconds);
    if (update.ops.length > 0) {
      this.shown.show(update.ops);
      this.foreign.ours();
    }
    for (const op of update.ops) this.listenToOp(op);
    if (this.documentSkin !== this.shown.documentSkin) this.changeSkin();
    this.dirty ||= update.paint;
    if (this.asks && this.answered !== update.answered) askBeforeLeaving(update.answered);
    this.answered = update.answered;
    this.animating = update.animating;
    if (update.ops.length > 0) this.told();
    return update;
  }

  /** What is not the screen's own business. @param {import('./engine/ops.js').AnyOp} op */
  listenToOp(op) {
    if (op.op === 'speak') this.speech.say(op.texts, document.documentElement.lang);
    if (op.op !== 'page') return;
    this.arrowKeys = op.arrowKeys;
    this.typeface.want(op.secondTypeface);
  }

  // The two skins paint with different hands; textures known to one are not known to the other.
  changeSkin() {
    this.documentSkin = this.shown.documentSkin;
    this.engine.forgetTextures();
    this.dirty = true;
    if (this.documentSkin) this.shown.mirror.unplace();
    else this.figures.clear();
  }

  wake() {
    if (this.raf === 0 && this.running) this.raf = requestAnimationFrame((now) => this.frame(now));
  }

  /** @param {number} now milliseconds */
  frame(now) {
    this.raf = 0;
    const seconds = this.last === 0 ? 0 : Math.min((now - this.last) / 1000, longestStep);
    const { moved } = this.refresh(seconds);
    if (this.dirty) this.draw();
    else if (moved) this.drawMoved();
    const awake = this.animating && !document.hidden && !this.offScreen;
    this.last = awake ? now : 0;
    if (awake) this.wake();
  }

  draw() {
    this.dirty = false;
    if (this.documentSkin) this.figures.draw();
    else this.canvas.draw();
  }

  // Nothing changed but what time moves: the figures and their words.
  drawMoved() {
    if (this.documentSkin) this.figures.draw();
    else this.canvas.drawMovedPart();
  }

  /** No answer is left in the page, at once and not with the next frame: there may be none before somebody else looks. */
  forget() {
    const kept = this.link !== '';
    this.forgetLink();
    if (!this.running || !(this.answered || kept)) return;
    // The address of a page that goes away can't change any more: settle().
    const { address } = this.shown;
    const { keeps } = address;
    address.keeps = false;
    this.engine.startOver();
    this.refresh(0);
    this.draw();
    address.keeps = keeps;
  }

  /** The page was kept by the browser and is shown again. */
  settle() {
    if (!this.running) return;
    this.shown.address.settle();
    this.dirty = true;
    this.wake();
  }

  /** Everything of a visit leaves the page, and the engine is left alone until begin(). */
  clear() {
    this.running = false;
    ++this.languageTurn;
    this.forgetLink();
    cancelAnimationFrame(this.raf);
    this.raf = 0;
    this.last = 0;
    this.speech.say([], '');
    this.typeface.forget();
    this.shown.clear();
    this.figures.clear();
    this.canvas.zoomTo(null);
    this.canvas.forget();
    this.letGo();
    this.documentSkin = false;
    this.answered = false;
  }

  /** With a new engine. */
  begin() {
    this.running = true;
    this.dirty = true;
    this.preferencesChanged();
  }

  /** The engine stopped for good: nobody asks it for anything any more, and nothing could be lost by leaving. */
  stop() {
    this.running = false;
    this.asks = false;
    askBeforeLeaving(false);
    ++this.languageTurn;
    this.forgetLink();
    this.speech.say([], '');
    this.engine.stop();
    this.element.inert = true; // the engine's answers mean nothing any more
    cancelAnimationFrame(this.raf);
  }
}
