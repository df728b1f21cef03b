// A new engine for every visitor, in the same memory: first every byte of it is made zero, then the compiled engine is
// instantiated over it, as at the first start. Nothing of a visit can outlast that, and the memory is one for ever.

import { startModule } from '../engine/engine.js';

const pageBytes = 65536;
const firstPages = (16 << 20) / pageBytes; // src/page/CMakeLists.txt links the engine for these two
const mostPages = (256 << 20) / pageBytes;

export class Renewal {
  /**
   * @param {import('../engine/engine.js').Engine} engine  gets a new module each time
   * @param {(what: unknown) => void} onAbort
   */
  constructor(engine, onAbort) {
    this.engine = engine;
    this.onAbort = onAbort;
    this.memory = new WebAssembly.Memory({ initial: firstPages, maximum: mostPages });
    this.count = 0;
    this.starting = 0; // how many starts are asked for and not done
    /** @type {Promise<unknown>} */
    this.last = Promise.resolve();
  }

  /** Every byte of the last visit becomes zero. While an engine is being made there is no visit yet, nor are its bytes
   * anybody else's: that start wipes by itself, before and, for one that nobody wants any more, after. */
  wipe() {
    if (this.starting === 0) this.wipeNow();
    else this.last = this.last.then(() => this.wipeNow());
  }

  wipeNow() {
    this.engine.stop();
    new Uint8Array(this.memory.buffer).fill(0);
  }

  /**
   * @param {import('../files/loader.js').Files} files
   * @param {string} language
   * @param {string[]} decided  what the operator decided, as the engine takes it
   * @returns {Promise<string[]>} problems with the content
   */
  start(files, language, decided) {
    // One after the other: two engines in one memory would write over each other.
    ++this.starting;
    const started = this.last.then(() => this.startNow(files, language, decided));
    this.last = started
      .catch(() => {})
      .then(() => {
        --this.starting;
      });
    return started;
  }

  /** @param {import('../files/loader.js').Files} files @param {string} language @param {string[]} decided */
  async startNow(files, language, decided) {
    this.wipeNow();
    this.engine.take(
      await startModule((imports) => WebAssembly.instantiate(files.engine, imports), {
        wasmMemory: this.memory,
        onAbort: this.onAbort,
      }),
    );
    ++this.count;
    return this.engine.begin(files, language, decided);
  }
}
