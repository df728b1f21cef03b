// An embed as tall as its content, in a page that scrolls: nothing scrolls in the frame, and its window is no window but
// the whole lesson. To paint all of that would be thousands of lines nobody sees, so the canvas covers the part in view
// and moves along. A frame of another origin can't ask where it stands; but it may watch which of its own elements are
// in view, so there is an empty one for each stretch of the page.

const band = 256; // CSS pixels
const most = 16 * band; // whatever a host says is in view

export class Flow {
  /** @param {import('../page.js').Page} page @param {() => void} resized the page has another height */
  constructor(page, resized) {
    this.page = page;
    this.top = 0;
    this.seen = 0;
    /** @type {HTMLElement[]} */
    this.bands = [];
    /** @type {Set<Element>} */
    this.inView = new Set();
    // The window's own height is the content's; the screen's says how much of it can be in view at once.
    this.reach = (Math.ceil((window.screen.height || 1080) / band) + 1) * band;
    this.views = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) this.inView[isIntersecting ? 'add' : 'delete'](target);
      if (this.move()) this.repaint();
    });
    this.sizes = new ResizeObserver(() => {
      this.measure();
      resized();
    });
    this.sizes.observe(document.body);
    document.documentElement.classList.add('flow');
    this.measure();
  }

  /** Of the content, whatever the frame's height is. */
  get height() {
    return Math.ceil(document.body.getBoundingClientRect().height);
  }

  repaint() {
    this.page.dirty = true;
    this.page.wake();
  }

  measure() {
    const wanted = Math.max(1, Math.ceil(this.height / band));
    while (this.bands.length > wanted) {
      const last = /** @type {HTMLElement} */ (this.bands.pop());
      this.views.unobserve(last);
      this.inView.delete(last);
      last.remove();
    }
    while (this.bands.length < wanted) {
      const one = document.createElement('div');
      one.className = 'band';
      one.setAttribute('aria-hidden', 'true');
      one.style.top = `${this.bands.length * band}px`;
      one.style.height = `${band}px`;
      this.bands.push(one);
      this.page.element.prepend(one);
      this.views.observe(one);
    }
    if (this.move()) this.repaint();
  }

  /** @returns {boolean} whether the canvas belongs elsewhere now */
  move() {
    const { top } = this;
    const covered = this.covers;
    const first = this.bands.findIndex((one) => this.inView.has(one));
    // A window may be taller than what is said to be its screen.
    const count = this.bands.filter((one) => this.inView.has(one)).length;
    this.seen = Math.min(most, count * band);
    if (first >= 0) this.top = Math.max(0, Math.min(first * band, this.height - this.covers));
    return this.top !== top || this.covers !== covered;
  }

  get covers() {
    return Math.min(Math.max(this.reach, this.seen), Math.max(this.height, band));
  }

  /** @param {HTMLCanvasElement} canvas */
  place(canvas) {
    canvas.style.top = `${this.top}px`;
    canvas.style.height = `${this.covers}px`;
    this.page.canvas.top = this.top;
  }

  /** The frame scrolls by itself again. */
  end() {
    this.views.disconnect();
    this.sizes.disconnect();
    for (const one of this.bands) one.remove();
    document.documentElement.classList.remove('flow');
    const { canvas } = this.page;
    canvas.element.style.top = canvas.element.style.height = '';
    canvas.top = 0;
  }
}
