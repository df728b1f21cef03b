// Starting again after something broke. First with a new engine in place; when that happens a third time within ten
// minutes, by loading the page anew; and when that does not help either, the article with the warning signs stays on
// screen and the page tries again each minute. The count outlives a reload in the address, for there is no other place.

const spellMs = 10 * 60_000;
const inPlace = 2;
const reloads = 3;
const patienceMs = 60_000;

export class Recovery {
  /** @param {{restart: (why: string) => Promise<void>, giveUp: (why: string) => void}} kiosk */
  constructor(kiosk) {
    this.kiosk = kiosk;
    /** @type {number[]} */
    this.times = [];
    this.count = 0;
    this.busy = false;
    this.reloaded = Number(/^#restart-(\d{1,3})$/.exec(location.hash)?.[1] ?? 0);
    // All went well for a while: what was before counts no more.
    if (this.reloaded) setTimeout(() => history.replaceState(null, '', location.pathname + location.search), spellMs);
  }

  /** @param {string} why @param {number} [now] */
  async broken(why, now = performance.now()) {
    if (this.busy) return;
    this.busy = true;
    ++this.count;
    this.times = [...this.times.filter((time) => now - time < spellMs), now];
    console.warn(`tautline: ${why}; starting again`);
    try {
      if (this.times.length > inPlace) throw new Error('again and again');
      await this.kiosk.restart(why);
    } catch {
      this.reload(why);
    }
    this.busy = false;
  }

  /** @param {string} why */
  reload(why) {
    if (this.reloaded >= reloads) {
      this.kiosk.giveUp(why);
      setTimeout(() => this.again(0), patienceMs);
    } else {
      this.again(this.reloaded + 1);
    }
  }

  /** @param {number} count */
  again(count) {
    history.replaceState(null, '', `${location.pathname}${location.search}${count ? `#restart-${count}` : ''}`);
    location.reload();
  }
}
