// The second typeface, for those who choose it in the settings: loaded then and not before, once a visit.

import { takeOwn } from '../files/file.js';
import { addTypeface, takeBlock } from '../files/loader.js';

const family = 'Lexend';

/** @param {string} name */
const load = (name) =>
  __SINGLE__ ? takeBlock(`data-font2-${name}`, `fonts/${name}2.ttf`) : takeOwn(`fonts/${name}2.ttf`);

export class SecondTypeface {
  /** @param {import('../engine/engine.js').Engine} engine @param {() => void} changed */
  constructor(engine, changed) {
    this.engine = engine;
    this.changed = changed;
    this.state = 'none'; // 'loading', 'here'
    this.visit = 0;
  }

  /** A new engine has none, and what is still on its way is nobody's. */
  forget() {
    this.state = 'none';
    ++this.visit;
  }

  /** What the page shows now; called for every change of it. @param {boolean} wanted */
  async want(wanted) {
    if (!wanted || this.state !== 'none') return;
    this.state = 'loading';
    const { visit } = this;
    let fonts;
    try {
      const [fontRegular, fontBold] = await Promise.all([load('regular'), load('bold')]);
      fonts = { fontRegular, fontBold };
    } catch {
      // told below
    }
    if (visit !== this.visit) return; // whoever asked is gone, and so is their engine
    const added = fonts !== undefined && this.engine.addTypeface(fonts.fontRegular, fonts.fontBold);
    if (fonts && added) addTypeface(family, fonts);
    else this.engine.tell('typefaceMissing');
    this.state = added ? 'here' : 'none';
    this.changed();
  }
}
