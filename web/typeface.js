// The second typeface, for those who choose it in the settings: loaded then and not before, once a visit.

import { block, decodeLetters, fetchFile, folder } from './loader.js';

const family = 'Lexend';

/** @typedef {{regular: Uint8Array, bold: Uint8Array}} Typeface */

/** @returns {Promise<Typeface>} */
async function load() {
  const [regular, bold] = ['data-font2-regular', 'data-font2-bold'].map(block);
  if (regular !== null && bold !== null) return { regular: decodeLetters(regular), bold: decodeLetters(bold) };
  const ignore = () => {};
  const files = await Promise.all([
    fetchFile(`${folder}fonts/regular2.ttf`, ignore), fetchFile(`${folder}fonts/bold2.ttf`, ignore),
  ]);
  return { regular: files[0], bold: files[1] };
}

export class SecondTypeface {
  /** @param {import('./engine.js').Engine} engine @param {() => void} changed */
  constructor(engine, changed) {
    this.engine = engine;
    this.changed = changed;
    this.state = 'none'; // 'loading', 'here'
  }

  /** A new engine has none. */
  forget() {
    if (this.state === 'here') this.state = 'none';
  }

  /** What the page shows now; called for every change of it. @param {boolean} wanted */
  async want(wanted) {
    if (!wanted || this.state !== 'none') return;
    this.state = 'loading';
    try {
      const { regular, bold } = await load();
      this.engine.addTypeface(regular, bold);
      for (const [bytes, weight] of /** @type {[Uint8Array, string][]} */ ([[regular, '400'], [bold, '700']])) {
        document.fonts.add(new FontFace(family, bytes.slice().buffer, { weight }));
      }
      this.state = 'here';
    } catch {
      this.state = 'none';
      this.engine.tell('typefaceMissing');
    }
    this.changed();
  }
}
