// Whether somebody is there: attract → active → warning → attract. Time is an argument; nothing here knows the page.

/** @typedef {'attract' | 'active' | 'warning'} Presence */

export class Idle {
  /** @param {{idle_s: number, warning_s: number}} times */
  constructor({ idle_s, warning_s }) {
    this.idleMs = idle_s * 1000;
    this.warningMs = warning_s * 1000;
    /** @type {Presence} */
    this.presence = 'attract';
    this.since = 0; // of the last sign of somebody, or of the warning's begin
  }

  /** Somebody touched it. A warning goes away. @param {number} now milliseconds */
  touched(now) {
    if (this.presence === 'attract') return;
    this.presence = 'active';
    this.since = now;
  }

  /** A visit begins. @param {number} now */
  begin(now) {
    this.presence = 'active';
    this.since = now;
  }

  end() {
    this.presence = 'attract';
  }

  /** Seconds left on the warning. @param {number} now */
  left(now) {
    return Math.max(0, Math.ceil((this.since + this.warningMs - now) / 1000));
  }

  /**
   * @param {number} now
   * @param {boolean} busy  something that a visitor asked for runs by itself, as the breathing pacer does
   * @returns {'warn' | 'reset' | null} what is due
   */
  tick(now, busy) {
    if (this.presence === 'active') {
      if (busy) this.since = now;
      if (now - this.since < this.idleMs) return null;
      this.presence = 'warning';
      this.since = now;
      return 'warn';
    }
    if (this.presence === 'warning' && now - this.since >= this.warningMs) {
      this.presence = 'attract';
      return 'reset';
    }
    return null;
  }
}
