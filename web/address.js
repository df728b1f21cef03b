// The address bar and the engine's screen: "#/what-helps". Back and forward move between screens and come back to
// where a person had scrolled.

export class Address {
  /** @param {(address: string) => void} goTo */
  constructor(goTo) {
    this.goTo = goTo;
    /** @type {string | null} the screen in view */
    this.current = null;
    this.first = '';
    /** @type {Map<string, number>} */
    this.scrolled = new Map();
    this.returning = false;
    history.scrollRestoration = 'manual';
    window.addEventListener('hashchange', () => this.follow());
  }

  /** What stands in the address bar, without "#/". */
  static get wanted() {
    const text = location.hash.replace(/^#\/?/, '');
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  }

  follow() {
    const wanted = Address.wanted || this.first;
    if (wanted === this.current) return;
    this.returning = true;
    this.goTo(wanted);
    this.returning = false;
  }

  /**
   * The engine shows a screen. Where to scroll for it; null: it is the same one, stay.
   * @param {string} address
   * @returns {number | null}
   */
  show(address) {
    if (address === this.current) return null;
    const begins = this.current === null;
    if (this.current !== null) this.scrolled.set(this.current, window.scrollY);
    else this.first = address;
    this.current = address;
    if (!begins && Address.wanted !== address && !this.returning) location.hash = `#/${address}`;
    return this.returning ? this.scrolled.get(address) ?? 0 : 0;
  }
}
