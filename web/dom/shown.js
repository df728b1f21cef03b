// The screen in view, as the page shows it: title, language, address, elements, focus, scrolling, announcements.

import { Address } from '../host/address.js';
import { preferences } from '../host/preferences.js';
import { Announcer } from './announce.js';
import { Mirror } from './mirror.js';
import { showSkin } from './skin.js';

export class Shown {
  /**
   * @param {HTMLElement} element holds the mirror's root
   * @param {(address: string) => void} goTo
   * @param {boolean} keepsAddress
   * @param {(language: string) => void} bringLanguage
   * @param {(errand: number) => void} ask
   */
  constructor(element, goTo, keepsAddress, bringLanguage, ask) {
    this.ask = ask;
    this.element = element;
    this.bringLanguage = bringLanguage;
    this.documentSkin = false;
    const root = document.createElement('div');
    root.id = 'screen';
    element.append(root);
    this.mirror = new Mirror(root);
    this.announcer = new Announcer(element);
    this.address = new Address(goTo, keepsAddress);
    this.alarm = '';
  }

  /** @param {import('../engine/ops.js').AnyOp[]} ops */
  show(ops) {
    const page = ops[0].op === 'page' ? ops[0] : null;
    const begins = this.mirror.records.size === 0;
    const scrollTo = page ? this.showPage(page) : null;
    this.mirror.apply(ops);
    if (scrollTo !== null) this.scroll(scrollTo);
    // Urgent help that an answer opens must not wait below the fold.
    else this.mirror.urgent?.element.scrollIntoView({ block: 'nearest' });
    // Not at the start: nobody asked for the focus yet.
    if (this.mirror.toFocus && !begins) this.focusOn(this.mirror.toFocus, scrollTo ?? 0);
    this.tellAlarm();
    for (const op of ops) {
      if (op.op === 'say') this.announcer.say(op.text);
      if (op.op === 'language') this.bringLanguage(op.language);
      if (op.op === 'ask') this.ask(op.errand);
    }
  }

  // Urgent help as one text. As a live region of its own the box would be told part by part, and browsers do that in any
  // order: with Chromium and Orca the number to call came after what can wait.
  tellAlarm() {
    const parts = [...(this.mirror.first('alert')?.element.querySelectorAll('.n') ?? [])].filter(
      (part) => !part.firstElementChild,
    );
    const text = parts.map(({ textContent }) => textContent?.replace(/[^\p{P}]$/u, '$&.')).join(' ');
    if (text !== this.alarm) this.announcer.alarm(text);
    this.alarm = text;
  }

  /** @param {number} y */
  scroll(y) {
    window.scrollTo(0, y);
  }

  /** @param {import('../engine/ops.js').PageOp} page */
  showPage(page) {
    document.title = page.title;
    // Only when it is another one: a browser that translates the page writes its own there.
    if (preferences.language !== page.language) document.documentElement.lang = page.language;
    preferences.language = page.language;
    document.documentElement.dataset.screen = page.address;
    document.documentElement.dir = page.rightToLeft ? 'rtl' : 'ltr';
    this.element.style.height = page.documentSkin ? '' : `${page.height}px`;
    showSkin(page);
    this.documentSkin = page.documentSkin;
    return this.address.show(page.address);
  }

  /** @param {import('./elements.js').NodeRecord | null} record @param {number} [scrollTo] */
  focusOn(record, scrollTo) {
    if (!record) return;
    const target = record.input ?? record.element;
    if (record.role === 'heading') target.tabIndex = -1;
    if (target.closest('dialog')) return target.focus();
    const begins = record.role === 'heading' && scrollTo !== undefined;
    const focus = () => target.focus({ preventScroll: begins });
    const last = document.activeElement;
    // A screen reader that finds itself on the heading already, because it had the focus before or because what had it is
    // gone, does not read it when the focus comes: it must see the focus elsewhere in between.
    if (begins && (last === target || last === document.body)) {
      target.blur();
      requestAnimationFrame(() =>
        requestAnimationFrame(() => target.isConnected && document.activeElement === document.body && focus()),
      );
    } else {
      focus();
    }
    if (begins) this.scroll(scrollTo);
  }

  /** Nothing of what was shown stays. */
  clear() {
    this.mirror.clear();
    this.announcer.clear();
    this.alarm = '';
    this.address.clear();
    this.documentSkin = false;
  }

  /** The link past the banner. */
  skip() {
    this.focusOn(this.mirror.first('heading', 1));
  }
}
