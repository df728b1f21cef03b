// Pinch zoom: a browser makes the finished picture larger, and what is larger than it was painted is blurred. So once the
// fingers rest, only the part in view is painted, with as many pixels as the whole had.

/** @typedef {import('../engine/engine.js').Part} Part */

const restMs = 150;
const worthwhile = 1.05;

export class Zoom {
  /** @param {() => void} changed */
  constructor(changed) {
    /** @type {Part | null} null: the whole window */
    this.part = null;
    this.scale = 1;
    this.changed = changed;
    this.timer = 0;
    const view = window.visualViewport;
    for (const type of ['resize', 'scroll']) view?.addEventListener(type, () => this.follow(view));
    if (view) this.follow(view);
  }

  /** @param {VisualViewport} view */
  follow(view) {
    if (view.scale !== this.scale) {
      this.scale = view.scale;
      clearTimeout(this.timer);
      this.timer = window.setTimeout(() => this.show(view), view.scale > worthwhile ? restMs : 0);
      if (this.part) this.show(null); // meanwhile all of it, as the browser makes it larger
    } else if (this.part) {
      this.show(view);
    }
  }

  /** @param {VisualViewport | null} view */
  show(view) {
    const before = this.part;
    this.part =
      view && view.scale > worthwhile
        ? { scale: view.scale, x: view.offsetLeft, y: view.offsetTop, width: view.width, height: view.height }
        : null;
    if (before || this.part) this.changed();
  }
}
