// Words in the mirror that are not ours: a browser or an extension translated them. Chrome marks <html> for that and
// Firefox writes its language there (host/preferences.js), but Edge marks the elements it changed, and others mark nothing.

const marks = '[_msttexthash], [_msthash]'; // Edge's

export class ForeignText {
  /** @param {import('./mirror.js').Mirror} mirror @param {(found: boolean) => void} changed */
  constructor(mirror, changed) {
    this.mirror = mirror;
    this.changed = changed;
    this.found = false;
    this.observer = new MutationObserver(() => this.look());
    this.observer.observe(mirror.root, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: ['_msttexthash', '_msthash'],
    });
  }

  /** What was done to the mirror until now was our own doing. A new screen is ours for a moment, until it is translated,
   * too: that is no reason to go back to the picture. */
  ours() {
    this.observer.takeRecords();
  }

  look() {
    const found =
      this.mirror.root.querySelector(marks) !== null ||
      [...this.mirror.records.values()].some(
        ({ text, label }) => text && !text.hidden && label !== '' && text.textContent !== label,
      );
    if (found !== this.found) this.changed((this.found = found));
  }
}
