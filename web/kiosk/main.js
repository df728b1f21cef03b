// The kiosk: the page without a way out, for one visitor after the other. It stands in the place of web/start.js and uses
// the same engine and page; what is its own is who is there (idle), what is left of them (nothing: renew), and what
// happens when something breaks (recover). docs/kiosk.md is for operators.

import { Engine } from '../engine/engine.js';
import { folder, takeOther, takeOwn } from '../files/file.js';
import { addTypeface, loadContent, loadFiles } from '../files/loader.js';
import { overdue } from '../files/overdue.js';
import { addStyle, needStyleSheets } from '../files/style_sheets.js';
import { readOptions } from '../host/address.js';
import { countryLines } from '../host/country.js';
import { Clocks, Visit, shared } from '../host/visit.js';
import { shell } from '../shell.js';
import { Page } from '../page.js';
import { Attract } from './attract.js';
import { Idle } from './idle.js';
import { lock } from './lock.js';
import { Messages, beatWithout } from './messages.js';
import { Bar, Warning } from './overlays.js';
import { Recovery } from './recover.js';
import { Renewal } from './renew.js';
import { chapters as every, readSettings } from './settings.js';
import { wordsIn } from './words.js';

const tickMs = 500;
const hangMs = 20_000; // a tick that comes this much later than asked for: the page hung
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'input', 'touchstart'];

class Kiosk {
  /** @param {import('../files/loader.js').Files} files @param {import('./words.js').AllWords} words
   * @param {ReturnType<typeof readSettings>} read */
  constructor(files, words, { settings, problems }) {
    this.files = files;
    /** @type {Map<string, Uint8Array>} by language, from when somebody first chose it */
    this.contents = new Map([['en', files.content]]);
    this.language = 'en'; // of the visit
    this.words = words;
    this.settings = settings;
    this.visits = 0;
    this.turn = 0; // of beginnings and ends: what waited for an engine in another turn comes too late
    this.clocks = new Clocks();
    this.visit = new Visit(shared, {
      quiet: () => window.speechSynthesis?.cancel(),
      end: () => this.guard(() => this.gone()),
      anew: () => this.recovery.again(0),
    });
    this.hangMs = hangMs;
    this.started = performance.now();
    this.begun = this.started;
    this.idle = new Idle(settings);
    this.engine = new Engine({ module: /** @type {any} */ ({}), primary: {} });
    this.engine.countryLines = countryLines;
    this.recovery = new Recovery({ restart: (why) => this.restart(why), giveUp: () => this.giveUp() });
    this.renewal = new Renewal(this.engine, (what) => this.recovery.broken(`the engine stopped: ${what}`));
    /** @type {Page | null} */
    this.page = null;
    this.attract = new Attract({
      engine: this.engine,
      settings,
      words,
      renew: (language) => this.renew(language),
      chosen: (language) => this.guard(() => this.begin(language)),
    });
    this.bar = new Bar({ back: () => this.guard(() => this.back()), finish: () => this.guard(() => this.finish()) });
    this.warning = new Warning({ stay: () => this.stay(), finish: () => this.guard(() => this.finish()) });
    this.messages = new Messages(settings.wrapper_origin, {
      reset: () => this.guard(() => this.finish()),
      state: () => this.state(),
    });
    document.documentElement.classList.add(settings.theme);
    lock({
      back: () => this.guard(() => this.back()),
      enter: () => this.idle.presence === 'attract' && this.attract.choose(this.attract.language),
    });
    for (const { where, found, expected } of problems)
      console.warn(`tautline: kiosk.json ${where}: found ${found}; expected ${expected}`);
  }

  /** Whatever fails in here starts the kiosk again. @param {() => unknown} act */
  async guard(act) {
    try {
      await act();
    } catch (error) {
      this.recovery.broken(String(error));
    }
  }

  /** @param {string} language */
  async renew(language) {
    this.page?.clear();
    const content = this.contents.get(language) ?? (await loadContent(language));
    this.contents.set(language, content);
    this.engine.region = this.settings.region;
    const problems = await this.renewal.start({ ...this.files, content }, language, placeLines(this.settings));
    if (problems.length > 0) throw new Error(problems.join('; '));
  }

  /** @param {() => void} bringBack puts the article back */
  async open(bringBack) {
    this.bringBack = bringBack;
    // Nobody ever waits for a language, and none comes late into somebody else's visit.
    await Promise.all(
      this.settings.languages.map(
        async (language) => this.contents.get(language) ?? this.contents.set(language, await loadContent(language)),
      ),
    );
    await this.attract.show();
    for (const type of signs) window.addEventListener(type, () => this.touched(), { capture: true, passive: true });
    window.addEventListener('error', ({ message }) => this.recovery.broken(message));
    window.addEventListener('unhandledrejection', ({ reason }) => this.recovery.broken(String(reason)));
    this.last = performance.now();
    setInterval(() => this.guard(() => this.tick()), tickMs);
    this.visit.watch();
    this.stayAwake();
    document.addEventListener('visibilitychange', () => this.stayAwake());
    this.messages.say('ready');
    const day = overdue(/** @type {Uint8Array} */ ([...this.contents.values()][0]));
    if (day) this.messages.say('overdue', { by: day });
    this.messages.beat();
  }

  // A browser takes the wish back whenever the page is hidden.
  stayAwake() {
    if (document.visibilityState === 'visible') navigator.wakeLock?.request('screen').catch(() => {});
  }

  /** A visit. @param {string} language */
  async begin(language) {
    const turn = ++this.turn;
    this.idle.begin(performance.now());
    ++this.visits;
    await this.renew(language);
    if (turn !== this.turn) return; // it ended before it began
    const element = /** @type {HTMLElement} */ (document.querySelector('[data-shell="stage"]'));
    element.hidden = false;
    element.inert = false;
    const { settings, engine } = this;
    if (this.page) this.page.begin();
    else
      this.page = new Page(element, engine, {
        webgl: readOptions(location.search).webgl,
        visitStays: true,
        publicAddress: settings.address,
      });
    this.page.look();
    engine.set('theme', settings.theme === 'dark' ? 2 : 1);
    engine.set('text', settings.text);
    engine.set('lessMotion', settings.motion === 'less' ? 1 : 0);
    this.bar.show(wordsIn(this.words, language));
    this.language = language;
    this.page.told = () => this.speak(document.documentElement.lang);
    this.page.refresh(0);
    this.page.draw();
    this.page.wake();
    this.messages.say('active');
  }

  /** The visitor chose another language on the way. @param {string} language */
  speak(language) {
    if (language === this.language || this.idle.presence === 'attract') return;
    this.language = language;
    this.bar.show(wordsIn(this.words, language));
  }

  back() {
    if (this.idle.presence !== 'active') return;
    this.page?.shown.address.back();
  }

  touched() {
    if (this.idle.presence === 'active') this.idle.touched(performance.now());
  }

  stay() {
    this.idle.touched(performance.now());
    this.warning.hide();
    if (this.page) this.page.element.inert = false;
    this.bar.place.inert = false;
    this.messages.say('active');
  }

  /** Whoever was there is not there any more. */
  async gone() {
    if (this.idle.presence !== 'attract') await this.finish();
  }

  /** The visitor is gone, and with them all that they left. */
  async finish() {
    ++this.turn;
    this.idle.end();
    this.attract.hide(); // its engine goes as well
    this.warning.hide();
    this.bar.hide();
    this.bar.place.inert = false;
    const element = /** @type {HTMLElement} */ (document.querySelector('[data-shell="stage"]'));
    this.page?.clear();
    element.hidden = true;
    element.inert = false;
    window.speechSynthesis?.cancel();
    window.getSelection()?.removeAllRanges();
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    window.scrollTo(0, 0);
    window.name = '';
    this.renewal.wipe();
    this.messages.say('idle');
    if (this.worn) return this.recovery.again(0);
    this.attract.turn = 0;
    await this.attract.show();
  }

  // Loaded anew from time to time, after a graphics context that never came back, and when the typeface did not come.
  get worn() {
    const lostGraphics = this.page !== null && this.page.canvas.gaveUp;
    const hours = (performance.now() - this.started) / 3_600_000;
    const noTypeface = this.files.fontRegular.byteLength === 0;
    return ((lostGraphics || noTypeface) && hours > 0.05) || hours > this.settings.restart_hours;
  }

  async tick() {
    const now = performance.now();
    const late = now - (this.last ?? now);
    this.last = now;
    if (this.clocks.jumped(Date.now(), now)) return this.visit.happens('jump');
    if (late > this.hangMs && !document.hidden)
      return this.recovery.broken(`no answer for ${Math.round(late / 1000)} s`);
    if (this.idle.presence === 'attract') {
      if (this.worn) this.recovery.again(0);
      return;
    }
    const due = this.idle.tick(now, this.busy);
    if (due === 'warn') this.warn(now);
    else if (this.idle.presence === 'warning') this.warning.left(this.idle.left(now));
    else if (due === 'reset') await this.finish();
  }

  // A practice or the story runs for minutes, and nobody need touch it.
  get busy() {
    return (
      ['breathing', 'relaxation', 'story'].includes(this.page?.shown.address.current ?? '') && !!this.page?.animating
    );
  }

  /** @param {number} now */
  warn(now) {
    // A sheet would lie over the question and hold the focus.
    for (let open = 0; open < 3 && document.querySelector('#stage dialog[open]'); ++open) {
      this.page?.engine.tell('close');
      this.page?.refresh(0);
    }
    if (this.page) this.page.element.inert = true;
    this.warning.show(wordsIn(this.words, this.language), this.idle.left(now));
    this.bar.place.inert = true;
    this.messages.say('warning', { seconds: this.idle.left(now) });
  }

  /** @param {string} why */
  async restart(why) {
    this.messages.say('restart', { why });
    this.attract.hide();
    await this.finish();
  }

  giveUp() {
    this.attract.hide();
    this.bar.hide();
    this.warning.hide();
    this.bringBack?.();
    shell.fail('failed');
  }

  state() {
    return {
      presence: this.idle.presence,
      visits: this.visits,
      restarts: this.recovery.count,
      memory_mb: this.renewal.memory.buffer.byteLength / 2 ** 20,
    };
  }
}

/** @param {import('./settings.js').Settings} settings */
function placeLines({ qr, chapters, contact, languages }) {
  const lines = [
    'closed',
    ...languages.map((language) => `language ${language}`),
    ...every.filter((chapter) => !chapters.includes(chapter)).map((chapter) => `without ${chapter}`),
  ];
  if (!qr) lines.push('no-qr');
  if (contact) lines.push(`contact ${contact.title}`, ...contact.lines.map((line) => `line ${line}`));
  return lines;
}

/** @param {Uint8Array} bytes */
const textOf = (bytes) => new TextDecoder().decode(bytes);

async function run() {
  if (document.readyState === 'loading')
    await new Promise((done) => document.addEventListener('DOMContentLoaded', done, { once: true }));
  document.documentElement.classList.add('kiosk');
  shell.begin();
  if (!document.querySelector('link[href$="/kiosk.css"]')) addStyle(`${folder}kiosk.css`, 'kiosk.css'); // ?mode=kiosk
  document.querySelector('.languages')?.remove(); // they lead to pages that are no kiosk
  try {
    const [files, words, text] = await Promise.all([
      loadFiles('en', shell.progress),
      takeOwn('kiosk.words.json').then((bytes) => JSON.parse(textOf(bytes))),
      takeOther('kiosk.json').then(textOf, () => null),
      needStyleSheets(),
    ]);
    Object.assign(files, { content: await loadContent('en'), partial: false });
    addTypeface('Atkinson Hyperlegible', files);
    const kiosk = new Kiosk(files, words, readSettings(text, Object.keys(words)));
    const bringBack = shell.replaceArticle();
    try {
      await kiosk.open(bringBack);
    } catch (error) {
      bringBack();
      throw error;
    }
    document.documentElement.dataset.tautline = 'ready';
    performance.mark('tautline-ready');
    performance.mark('tautline-whole');
    Object.defineProperty(window, 'tautlineKiosk', { value: kiosk });
  } catch (error) {
    // The article can be read meanwhile.
    shell.fail('failed', [String(error)]);
    console.warn(`tautline: the kiosk does not start: ${error}`);
    beatWithout();
    setTimeout(() => location.reload(), 60_000);
  }
}

run();
