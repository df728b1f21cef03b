// In the document skin each figure gets a small canvas of its own, painted by the same engine; its words stand beside it
// in any case.

import { preferences } from '../host/preferences.js';
import { showPicture } from './software.js';

/** @typedef {import('../dom/mirror.js').Mirror} Mirror */

const mostPixels = 2048 * 2048; // of a figure

export class Figures {
  /** @param {Mirror} mirror @param {import('../engine/engine.js').Engine} engine @param {() => void} redraw */
  constructor(mirror, engine, redraw) {
    this.mirror = mirror;
    this.engine = engine;
    /** @type {Map<HTMLCanvasElement, boolean>} whether a canvas is in view */
    this.inView = new Map();
    this.sizes = new ResizeObserver(redraw);
    this.views = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        if (target instanceof HTMLCanvasElement && this.inView.has(target)) this.inView.set(target, isIntersecting);
      }
      redraw();
    });
  }

  /** @param {HTMLElement} element */
  canvasIn(element) {
    const old = element.querySelector('canvas');
    if (old) return old;
    const canvas = document.createElement('canvas');
    canvas.setAttribute('aria-hidden', 'true');
    element.append(canvas);
    this.inView.set(canvas, false);
    this.sizes.observe(canvas);
    this.views.observe(canvas);
    return canvas;
  }

  draw() {
    for (const canvas of this.inView.keys()) if (!canvas.isConnected) this.forget(canvas);
    for (const record of this.mirror.records.values()) {
      if (record.role !== 'figure' || record.key === 'summary/code/picture') continue; // that one is drawn by host/errands.js
      const canvas = this.canvasIn(record.element);
      const { clientWidth, clientHeight } = canvas;
      if (!(this.inView.get(canvas) || preferences.printing) || clientWidth === 0 || clientHeight === 0) continue;
      const scale = (window.devicePixelRatio || 1) * (window.visualViewport?.scale ?? 1);
      const most = Math.sqrt(mostPixels / (clientWidth * clientHeight));
      showPicture(
        canvas,
        this.engine.rasterFigure(record.id, clientWidth, clientHeight, Math.min(scale, Math.max(most, 1))),
      );
    }
  }

  /** Of a figure that is gone: nothing keeps it, and its pixels go at once. @param {HTMLCanvasElement} canvas */
  forget(canvas) {
    this.sizes.unobserve(canvas);
    this.views.unobserve(canvas);
    this.inView.delete(canvas);
    canvas.remove();
    canvas.width = canvas.height = 0;
  }

  /** The stage paints its figures itself. */
  clear() {
    for (const canvas of this.inView.keys()) this.forget(canvas);
  }
}
