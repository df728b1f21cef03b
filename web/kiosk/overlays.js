// What stands over the page during a visit: the bar with Back and Finish, and the question whether somebody is still
// there. Both low on the screen, where every arm reaches.

import { button, element } from './words.js';

/** @typedef {ReturnType<typeof import('./words.js').wordsIn>} Word */

export class Bar {
  /** @param {{back: () => void, finish: () => void}} tell */
  constructor(tell) {
    this.tell = tell;
    this.place = element('nav', { id: 'kiosk-bar', hidden: '' });
    document.body.append(this.place);
  }

  /** @param {Word} word */
  show(word) {
    this.place.setAttribute('aria-label', word('kiosk.bar'));
    this.place.replaceChildren(
      button(word('kiosk.back'), 'secondary', this.tell.back),
      button(word('kiosk.finish'), 'secondary', this.tell.finish),
    );
    this.place.hidden = false;
  }

  hide() {
    this.place.hidden = true;
    this.place.replaceChildren();
  }
}

export class Warning {
  /** @param {{stay: () => void, finish: () => void}} tell */
  constructor(tell) {
    this.tell = tell;
    this.place = element('div', { id: 'kiosk-warning', hidden: '' });
    // A touch anywhere says that somebody is there.
    this.place.addEventListener('click', tell.stay);
    document.body.append(this.place);
    /** @type {Element | null} */
    this.before = null;
  }

  /** @param {Word} word @param {number} seconds */
  show(word, seconds) {
    this.word = word;
    this.before = document.activeElement;
    this.count = element('p', { id: 'kiosk-count', class: 'lead' });
    this.said = element('p', { role: 'status', class: 'kiosk-said' });
    const stay = button(word('kiosk.warning.stay'), 'primary', this.tell.stay);
    this.place.replaceChildren(
      element(
        'div',
        {
          role: 'alertdialog',
          'aria-modal': 'true',
          'aria-labelledby': 'kiosk-still',
          'aria-describedby': 'kiosk-count',
        },
        element('h2', { id: 'kiosk-still' }, word('kiosk.warning.title')),
        this.count,
        element('p', {}, word('kiosk.warning.why')),
        element(
          'div',
          { class: 'kiosk-choices' },
          stay,
          button(word('kiosk.warning.finish'), 'secondary', this.tell.finish),
        ),
        this.said,
      ),
    );
    this.place.hidden = false;
    this.left(seconds);
    stay.focus();
  }

  /** @param {number} seconds */
  left(seconds) {
    if (!this.count || !this.said || !this.word) return;
    const text = this.word('kiosk.warning.text', { n: seconds });
    if (this.count.textContent === text) return;
    this.count.textContent = text;
    if (seconds % 10 === 0) this.said.textContent = text;
  }

  hide() {
    if (this.place.hidden) return;
    this.place.hidden = true;
    this.place.replaceChildren();
    if (this.before instanceof HTMLElement && this.before.isConnected) this.before.focus({ preventScroll: true });
    this.before = null;
  }
}
