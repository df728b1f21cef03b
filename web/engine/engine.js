// The only module that knows the engine's exports (src/page/exports.cpp documents them). Typed calls in, typed values
// out; the memory is looked at anew each time, because growing moves it.

import { loadContent, loadTakeAway } from '../files/loader.js';
import { overdue } from '../files/overdue.js';
import { decode } from './ops.js';
import { eventKind, failure, hostFlag, mediaFlag, setting, slot, tidings, updateFlag } from './protocol.js';

/**
 * @typedef {{width: number, height: number, scrollY: number, dpr: number, rootScale: number, dark: boolean,
 *   lessMotion: boolean, moreContrast: boolean, flows?: boolean, smallestText?: number, textView?: boolean}} View
 * @typedef {{ops: import('./ops.js').AnyOp[], paint: boolean, animating: boolean, moved: boolean,
 *   answered: boolean}} Update
 * @typedef {{indexOffset: number, indexCount: number, vertexOffset: number, texture: number, clip: Float32Array}} Command
 * @typedef {{id: number, action: number, bytesPerPixel: number, textureWidth: number, textureHeight: number, x: number,
 *   y: number, width: number, height: number, pixels: Uint8Array}} TextureUpdate
 * @typedef {{vertices: Uint8Array, indices: Uint8Array, commands: Command[], textures: TextureUpdate[], left: number,
 *   top: number, width: number, height: number, scale: number}} Frame
 * @typedef {{scale: number, x: number, y: number, width: number, height: number}} Part of the window, CSS pixels
 */

const fieldsOfCommand = 8;
const fieldsOfTexture = 10;

const missing = () => {
  throw new Error('take-away.wasm is not there yet');
};

/**
 * Some functions stand in take-away.wasm, which comes when it is first needed (build-scripts/lib/split.mjs); until then
 * calling one of them is a mistake. The single file has the engine in one.
 * @param {(imports: WebAssembly.Imports) => Promise<WebAssembly.Instance>} instantiate
 * @param {{onAbort: (what: unknown) => void, wasmMemory?: WebAssembly.Memory}} options
 * @returns {Promise<{module: import('../globals').EngineModule, primary: WebAssembly.Exports}>}
 */
export function startModule(instantiate, options) {
  return new Promise((resolve, reject) => {
    /** @type {WebAssembly.Exports} */
    let primary;
    createEngine({
      ...options,
      instantiateWasm(imports, done) {
        instantiate({ ...imports, placeholder: new Proxy({}, { get: () => missing }) })
          .then((instance) => {
            primary = instance.exports;
            done(instance);
          })
          .catch(reject);
        return {};
      },
    }).then((module) => resolve({ module, primary }), reject);
  });
}

/** @type {Promise<WebAssembly.Module> | null} for every engine of this page */
let takeAway = null;

async function compiledTakeAway() {
  takeAway ??= loadTakeAway().then((bytes) => WebAssembly.compile(bytes));
  try {
    return await takeAway;
  } catch (error) {
    takeAway = null; // the next time it is asked for again
    throw error;
  }
}

// Stands in for an engine that stopped: every function answers 0, which is "nothing", and nothing is read or written.
function stoppedModule() {
  const nothing = () => 0;
  return new Proxy({}, { get: (_, name) => (name === 'HEAPU8' ? new Uint8Array(64) : nothing) });
}

export class Engine {
  /** @param {{module: import('../globals').EngineModule, primary: WebAssembly.Exports}} started */
  constructor({ module, primary }) {
    this.module = module;
    this.primary = primary;
    this.whole = __SINGLE__;
    this.language = '';
    this.region = ''; // that somebody decided on: the address, an embed, an operator
    /** Where a person is and what countries are called, as src/app/country.h reads it. @type {(language: string, decided: string) => string} */
    this.countryLines = (_, decided) => decided;
    this.lacksWords = false; // those that come when the page is ready
    this.overdue = ''; // known when all words are there
  }

  /** Another module takes the place of the one before. @param {{module: import('../globals').EngineModule,
   * primary: WebAssembly.Exports}} started */
  take({ module, primary }) {
    this.module = module;
    this.primary = primary;
    this.whole = __SINGLE__;
  }

  /** Before the screens that nobody sees first. */
  async needWords() {
    if (!this.lacksWords) return;
    const { language, primary } = this;
    const content = await loadContent(language);
    if (!this.lacksWords || language !== this.language || primary !== this.primary) return; // another came meanwhile
    if (!this.setLanguage(language, content)) throw new Error('the later words are of other content');
  }

  /** Before takeAway(), openAnswers() and the screens with RouteEntry::engine (src/app/routes.h). */
  async needTakeAway() {
    if (this.whole) return;
    const { primary } = this;
    const compiled = await compiledTakeAway();
    if (this.whole || primary !== this.primary) return; // another visit has begun
    await WebAssembly.instantiate(compiled, { primary });
    if (primary === this.primary) this.whole = true;
  }

  /** After an abort what it says means nothing: from now on nobody asks it, whoever calls. */
  stop() {
    this.take({ module: /** @type {any} */ (stoppedModule()), primary: {} });
    this.whole = true;
    this.lacksWords = false;
  }

  /** @param {number} pointer to a size and bytes */
  text(pointer) {
    const [bytes, size] = this.words(pointer, 2);
    return new TextDecoder().decode(this.bytes(bytes, size).slice());
  }

  /** @param {number} errand as app::Errand @param {string} address of this page */
  takeAway(errand, address) {
    return this.text(this.module._tautline_take_away(errand, this.handText(address)));
  }

  /** False: they can't be read. @param {string} code */
  openAnswers(code) {
    return this.module._tautline_open_answers(this.handText(code)) !== 0;
  }

  askFailed() {
    this.module._tautline_failed(failure.errand);
  }

  /** @param {boolean} [notLoaded] what reads them did not come */
  openFailed(notLoaded = false) {
    this.module._tautline_failed(notLoaded ? failure.notLoaded : failure.unreadable);
  }

  /** What the page is now. @param {{date: string, framed: boolean, address: boolean, calls: boolean}} host */
  setHost({ date, framed, address, calls }) {
    this.module._tautline_host(
      this.handText(date),
      (framed ? hostFlag.framed : 0) |
        (address ? hostFlag.address : 0) |
        (this.whole ? 0 : hostFlag.partial) |
        (this.lacksWords ? hostFlag.lacksWords : 0) |
        (calls ? hostFlag.calls : 0),
    );
  }

  /** @param {number} pointer @param {number} count */
  words(pointer, count) {
    return new Uint32Array(this.module.HEAPU8.buffer, pointer, count);
  }

  /** @param {number} pointer @param {number} size */
  bytes(pointer, size) {
    return this.module.HEAPU8.subarray(pointer, pointer + size);
  }

  /** @param {keyof typeof slot} where @param {Uint8Array} bytes */
  hand(where, bytes) {
    if (where === 'content') this.overdue = overdue(bytes);
    const pointer = this.module._tautline_reserve(slot[where], bytes.byteLength);
    if (pointer) this.module.HEAPU8.set(bytes, pointer);
  }

  /** @param {string} text @returns {number} its size in bytes */
  handText(text) {
    const bytes = new TextEncoder().encode(text);
    this.hand('text', bytes);
    return bytes.byteLength;
  }

  /** Reads content and fonts. The problems found; none when the engine runs. @param {string} language
   * @param {string[]} decided what an operator decided, one decision a line (src/page/operator.h) @returns {string[]} */
  start(language, decided) {
    const lines = [language, ...decided.map((line) => line.replace(/[\r\n]+/g, ' '))];
    if (this.module._tautline_start(this.handText(lines.join('\n'))) === 0) return [];
    return this.text(this.module._tautline_problems())
      .split('\n')
      .filter((line) => line !== '');
  }

  /** Hands over the files and starts. The problems found. @param {import('../files/loader.js').Files} files @param {string} language
   * @param {string[]} [decided] */
  begin(files, language, decided = []) {
    this.hand('content', files.content);
    this.hand('fontRegular', files.fontRegular);
    this.hand('fontBold', files.fontBold);
    this.language = language;
    this.lacksWords = files.partial;
    const problems = this.start(language, decided);
    if (problems.length === 0) this.nameCountries();
    return problems;
  }

  /** In the language that is read, and where the device says that it is. */
  nameCountries() {
    this.module._tautline_countries(this.handText(this.countryLines(this.language, this.region)));
  }

  /** @param {View} view */
  setView({
    width,
    height,
    scrollY,
    dpr,
    rootScale,
    dark,
    lessMotion,
    moreContrast,
    flows,
    smallestText = 0,
    textView,
  }) {
    const media =
      (dark ? mediaFlag.dark : 0) |
      (lessMotion ? mediaFlag.lessMotion : 0) |
      (moreContrast ? mediaFlag.moreContrast : 0) |
      (flows ? mediaFlag.flows : 0) |
      (textView ? mediaFlag.textView : 0);
    this.module._tautline_viewport(width, height, scrollY, dpr, rootScale, smallestText, media);
  }

  /** Only this part of the window is painted from now on. @param {Part | null} part null: all of it */
  lookAt(part) {
    const { x, y, width, height } = part ?? { x: 0, y: 0, width: 0, height: 0 };
    this.module._tautline_look_at(x, y, width, height);
  }

  /** @param {number} id @param {keyof typeof eventKind} kind @param {number} value */
  event(id, kind, value) {
    return this.module._tautline_event(id, eventKind[kind], value) !== 0;
  }

  /** @param {number} hovered @param {number} pressed @param {number} focused */
  interaction(hovered, pressed, focused) {
    this.module._tautline_interaction(hovered, pressed, focused);
  }

  /** Goes to an address, "what-helps". False: there is no such screen. @param {string} address */
  navigate(address) {
    return this.module._tautline_navigate(this.handText(address)) !== 0;
  }

  /** As its control on the settings screen would. @param {keyof typeof setting} which @param {number} value */
  set(which, value) {
    this.module._tautline_set(setting[which], value);
  }

  /**
   * Goes on in another language.
   * @param {string} language
   * @param {Uint8Array | null} content null: it did not come
   */
  setLanguage(language, content) {
    if (content) this.hand('content', content);
    const changed = this.module._tautline_language(content ? this.handText(language) : 0) !== 0;
    if (changed) {
      Object.assign(this, { language, lacksWords: false });
      this.nameCountries();
    }
    return changed;
  }

  /** Forgets every answer and goes home. */
  startOver() {
    this.module._tautline_start_over();
  }

  /** How far somebody has come: two bits a chapter; 0 none, 1 opened, 2 done. */
  progress() {
    return this.module._tautline_progress();
  }

  /** What no node says. @param {keyof typeof tidings} what */
  tell(what) {
    this.module._tautline_tell(tidings[what]);
  }

  /** False: these are none. @param {Uint8Array} regular @param {Uint8Array} bold */
  addTypeface(regular, bold) {
    this.hand('fontRegular', regular);
    this.hand('fontBold', bold);
    return this.module._tautline_add_typeface() !== 0;
  }

  /** Lets time pass and says what changed. @param {number} seconds @returns {Update} */
  update(seconds) {
    const [pointer, size, flags] = this.words(this.module._tautline_update(seconds), 3);
    return {
      ops: size === 0 ? [] : decode(this.bytes(pointer, size)),
      paint: (flags & updateFlag.paint) !== 0,
      animating: (flags & updateFlag.animating) !== 0,
      moved: (flags & updateFlag.moved) !== 0,
      answered: (flags & updateFlag.answered) !== 0,
    };
  }

  /** The picture of this moment, as triangles. Good until the next call. @returns {Frame} */
  paint() {
    const pointer = this.module._tautline_paint();
    const [vertices, vertexBytes, indices, indexBytes, commands, commandCount, textures, textureCount] = this.words(
      pointer,
      8,
    );
    const [left, top, width, height, scale] = new Float32Array(this.module.HEAPU8.buffer, pointer + 32, 5);
    return {
      vertices: this.bytes(vertices, vertexBytes),
      indices: this.bytes(indices, indexBytes),
      commands: Array.from({ length: commandCount }, (_, i) => this.command(commands + i * fieldsOfCommand * 4)),
      textures: Array.from({ length: textureCount }, (_, i) => this.texture(textures + i * fieldsOfTexture * 4)),
      left,
      top,
      width,
      height,
      scale,
    };
  }

  /** @param {number} pointer @returns {Command} */
  command(pointer) {
    const [indexOffset, indexCount, vertexOffset, texture] = this.words(pointer, 4);
    const clip = new Float32Array(this.module.HEAPU8.buffer, pointer + 16, 4);
    return { indexOffset, indexCount, vertexOffset, texture, clip };
  }

  /** @param {number} pointer @returns {TextureUpdate} */
  texture(pointer) {
    const [id, action, bytesPerPixel, textureWidth, textureHeight, x, y, width, height, data] = this.words(
      pointer,
      fieldsOfTexture,
    );
    const pixels = this.bytes(data, width * height * bytesPerPixel);
    return { id, action, bytesPerPixel, textureWidth, textureHeight, x, y, width, height, pixels };
  }

  /** The picture as pixels, without a graphics card. */
  raster() {
    return this.picture(this.module._tautline_raster());
  }

  /** The part of the picture that time moved, and its place in the window in device pixels. Null: it can't be seen, or
   * the whole picture must be painted first. */
  rasterMovedPart() {
    const pointer = this.module._tautline_raster_moved_part();
    const image = this.picture(pointer);
    if (!image) return null;
    const [left, top] = this.words(pointer + 12, 2);
    return { image, left, top };
  }

  /** One figure alone, for the document skin. @param {number} id @param {number} width @param {number} height
   * @param {number} dpr width and height are CSS pixels */
  rasterFigure(id, width, height, dpr) {
    return this.picture(this.module._tautline_raster_figure(id, width, height, dpr));
  }

  /** Good until the next call. @param {number} pointer @returns {ImageData | null} */
  picture(pointer) {
    if (pointer === 0) return null;
    const [pixels, width, height] = this.words(pointer, 3);
    if (width === 0 || height === 0) return null;
    return new ImageData(new Uint8ClampedArray(this.module.HEAPU8.buffer, pixels, width * height * 4), width, height);
  }

  /** After a lost graphics context: every texture is sent again. */
  forgetTextures() {
    this.module._tautline_forget_textures();
  }
}
