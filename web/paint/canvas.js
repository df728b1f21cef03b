// The stage's canvas and who paints it: WebGL where there is a graphics card and while the context lives, the engine's
// own rasteriser otherwise.

import { SoftwarePainter, showPicture } from './software.js';
import { WebGLPainter, isSoftware, openContext } from './webgl.js';

/** @typedef {{draw(engine: import('../engine/engine.js').Engine): void, forget(): void}} Painter */

const patienceMs = 4000; // how long a lost context may take to come back
const mostPixels = 4096 * 4096;
const mostDensity = 8; // for which the engine makes letters (src/ui/surface.cpp)

export class StageCanvas {
  /**
   * @param {HTMLElement} parent
   * @param {import('../engine/engine.js').Engine} engine
   * @param {() => void} redraw
   * @param {import('../host/address.js').WebGL} webgl on: also where the processor plays the graphics card
   */
  constructor(parent, engine, redraw, webgl) {
    this.parent = parent;
    this.engine = engine;
    this.redraw = redraw;
    /** @type {Painter | null} null while the context is lost */
    this.painter = null;
    this.top = 0; // of what it shows, in the window; another one where the page flows in its host
    // Where the processor paints, a whole window is too much for each frame: the part that moves gets a canvas of its
    // own over the other, and what is transparent anyway is left out of the picture meanwhile.
    this.slow = true;
    this.part = document.createElement('canvas');
    this.part.className = 'part';
    this.part.setAttribute('aria-hidden', 'true');
    this.patienceMs = patienceMs;
    this.gaveUp = false; // a lost context did not come back
    /** @type {import('./zoom.js').Part | null} the part of the window that it covers */
    this.zoomed = null;
    this.wholeHeight = 0;
    this.observer = new ResizeObserver((entries) => this.measure(entries[0]));
    this.element = this.fresh();
    if (webgl === 'off' || !this.useWebGL(webgl === 'on')) this.useSoftware();
  }

  fresh() {
    const canvas = document.createElement('canvas');
    canvas.setAttribute('aria-hidden', 'true');
    if (this.element) {
      canvas.style.cssText = this.element.style.cssText;
      this.element.replaceWith(canvas);
    } else {
      this.parent.prepend(canvas);
    }
    this.observer.disconnect();
    try {
      this.observer.observe(canvas, { box: 'device-pixel-content-box' });
    } catch {
      this.observer.observe(canvas); // Safari
    }
    return canvas;
  }

  // A processor that plays a graphics card is slower than one that paints: at 1920 x 1080 it takes twice as long.
  /** @param {boolean} always */
  useWebGL(always) {
    const gl = openContext(this.element);
    if (!gl) return false;
    this.slow = isSoftware(gl);
    if (this.slow && !always) {
      gl.getExtension('WEBGL_lose_context')?.loseContext();
      return false;
    }
    try {
      this.painter = new WebGLPainter(gl);
    } catch {
      return false;
    }
    // Of a canvas that another one has taken the place of since, nothing is news.
    const { element } = this;
    element.addEventListener('webglcontextlost', (event) => {
      if (element !== this.element) return;
      event.preventDefault(); // or it is never given back
      this.painter = null;
      clearTimeout(this.waiting);
      this.waiting = setTimeout(() => {
        this.gaveUp = true;
        this.useSoftware();
      }, this.patienceMs);
    });
    element.addEventListener('webglcontextrestored', () => {
      if (element !== this.element) return;
      clearTimeout(this.waiting);
      this.engine.forgetTextures();
      try {
        this.painter = new WebGLPainter(gl);
      } catch {
        this.useSoftware();
      }
      this.redraw();
    });
    return true;
  }

  // A canvas that ever had a WebGL context gives no other one: take a new canvas.
  useSoftware() {
    this.element = this.fresh();
    this.painter = new SoftwarePainter(this.element);
    this.slow = true;
    this.engine.forgetTextures();
    this.resize();
    this.redraw();
  }

  /** @param {ResizeObserverEntry | undefined} entry */
  measure(entry) {
    const exact = entry?.devicePixelContentBoxSize?.[0];
    this.exact = exact ? { width: exact.inlineSize, height: exact.blockSize } : undefined;
    this.resize();
    this.redraw();
  }

  /** Covers what a pinch made larger and nothing else. @param {import('./zoom.js').Part | null} part null: the window */
  zoomTo(part) {
    if (part === this.zoomed) return;
    if (!this.zoomed) this.wholeHeight = this.element.clientHeight;
    this.zoomed = part;
    const { style } = this.element;
    style.width = part ? `${part.width}px` : '';
    style.height = part ? `${part.height}px` : '';
    style.transform = part ? `translate(${part.x}px, ${part.y}px)` : '';
    this.engine.lookAt(part);
    this.resize();
  }

  /** Of the window, whatever part of it is shown. */
  get height() {
    return this.zoomed ? this.wholeHeight : this.element.clientHeight;
  }

  /** Device pixels for a CSS pixel, as the canvas has them. */
  get dpr() {
    const { clientWidth, clientHeight } = this.element;
    const dpr = Math.min((window.devicePixelRatio || 1) * (this.zoomed?.scale ?? 1), mostDensity);
    const pixels = clientWidth * clientHeight * dpr * dpr;
    return pixels > mostPixels ? dpr * Math.sqrt(mostPixels / pixels) : dpr;
  }

  // Setting a size clears the canvas, so only when it is a new one.
  resize() {
    const { element, dpr } = this;
    // What the browser measured is exact to the pixel, but a browser that plays another device measures its own.
    const side = (/** @type {number} */ length, /** @type {number | undefined} */ exact) => {
      const ours = Math.round(length * dpr);
      return exact !== undefined && Math.abs(exact - ours) <= 2 ? exact : ours;
    };
    const width = side(element.clientWidth, this.exact?.width);
    const height = side(element.clientHeight, this.exact?.height);
    if (width === 0 || height === 0 || (element.width === width && element.height === height)) return;
    element.width = width;
    element.height = height;
  }

  draw() {
    this.removePart();
    this.painter?.draw(this.engine);
  }

  drawMovedPart() {
    const moved = this.slow && this.painter ? this.engine.rasterMovedPart() : null;
    if (!moved) return this.draw();
    const { part, dpr } = this;
    showPicture(part, moved.image);
    part.style.left = `${moved.left / dpr}px`;
    part.style.top = `${this.top + moved.top / dpr}px`;
    part.style.width = `${part.width / dpr}px`;
    part.style.height = `${part.height / dpr}px`;
    if (part.isConnected) return;
    this.element.after(part);
    this.parent.classList.add('moving');
  }

  removePart() {
    this.part.remove();
    this.parent.classList.remove('moving');
  }

  /** The picture and its textures are those of somebody who is gone. */
  forget() {
    this.painter?.forget();
    this.removePart();
    this.part.width = 0;
  }
}
