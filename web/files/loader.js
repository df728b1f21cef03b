// Brings in the page's own files: from blocks inside the page in the single file, which may not fetch, else from beside it. Never from anywhere else, never with anything of the person in it.

import { Compilation } from './compilation.js';
import { isWhole, takeOther, takeOwn } from './file.js';
import { withKeys } from './translations.js';

/**
 * @typedef {{engine: WebAssembly.Module, content: Uint8Array, fontRegular: Uint8Array, fontBold: Uint8Array,
 *   partial: boolean}} Files partial: the content lacks the words of screens that nobody sees first (loadContent). Fonts
 *   are empty when the typeface can't be had: then Text view is shown, with the browser's own
 * @typedef {import('./file.js').Progress} Progress
 */

/** @param {string} id */
export const block = (id) => document.getElementById(id)?.textContent ?? null;

// Each byte stands as the letter that has its number and 256 more: no letter of HTML is among these, and unlike Base64
// they compress as well as the bytes themselves.
/** @param {string} letters */
export function decodeLetters(letters) {
  const bytes = new Uint8Array(letters.length);
  for (let i = 0; i < letters.length; ++i) bytes[i] = letters.charCodeAt(i) - 256;
  return bytes;
}

const firstLanguage = 'en'; // its words come with all that is not words

// A bundle with this member is a first part (build-scripts/lib/content.mjs); a pack, or one that stands in its place, is whole.
const secondPart = 'later.json';

/** @param {'content' | 'later'} stem @param {string} language */
const pathOf = (stem, language) => (language === firstLanguage ? `${stem}.json` : `${stem}.${language}.json`);

// Inside the page stands the first language's content, and of each other language only its words.
/** @param {string} language @returns {Uint8Array | null} */
function inlineContent(language) {
  const content = block('data-content');
  if (content === null) return null;
  if (language === firstLanguage) return new TextEncoder().encode(content);
  const words = block(`data-content-${language}`);
  if (words === null) return null;
  const all = JSON.parse(content);
  return new TextEncoder().encode(JSON.stringify({ ...all, ...withKeys(JSON.parse(words), all, firstLanguage) }));
}

/** The bytes of a block, which are those of a file. @param {string} id @param {string} path */
export async function takeBlock(id, path) {
  const bytes = decodeLetters(block(id) ?? '');
  if (!(await isWhole(path, bytes))) throw new Error(`${path}: other bytes than this build's`);
  return bytes;
}

/** @typedef {{fontRegular: Uint8Array, fontBold: Uint8Array}} Fonts */

/** Both fonts or none. @param {Promise<Uint8Array>} regular @param {Promise<Uint8Array>} bold @returns {Promise<Fonts>} */
const fontsOf = (regular, bold) =>
  Promise.all([regular, bold]).then(
    ([fontRegular, fontBold]) => ({ fontRegular, fontBold }),
    () => ({ fontRegular: new Uint8Array(), fontBold: new Uint8Array() }),
  );

/** @param {string} language @returns {Promise<Files>} */
async function inlineFiles(language) {
  const content = inlineContent(language) ?? inlineContent(firstLanguage);
  if (!content) throw new Error('this file has no content');
  return {
    engine: await WebAssembly.compile(await takeBlock('data-engine', 'engine.wasm')),
    content,
    partial: false,
    ...(await fontsOf(
      takeBlock('data-font-regular', 'fonts/regular.ttf'),
      takeBlock('data-font-bold', 'fonts/bold.ttf'),
    )),
  };
}

/** @param {Uint8Array} bytes @returns {Record<string, any>} */
const parse = (bytes) => JSON.parse(new TextDecoder().decode(bytes));
/** @param {Uint8Array} content */
const isFirstPart = (content) => new TextDecoder().decode(content).includes(`"${secondPart}"`);

/** What the page began with, so that it is not asked for again. */
const begun = { language: '', content: new Uint8Array() };

/**
 * The whole of the page's own content in one language: for a page that goes on in it, when the page is ready, and when
 * another pack can't be used.
 * @param {string} language
 * @returns {Promise<Uint8Array>}
 */
export async function loadContent(language) {
  if (__SINGLE__) {
    const content = inlineContent(language);
    if (!content) throw new Error(`this file has no words of “${language}”`);
    return content;
  } else {
    const bytes = begun.language === language ? begun.content : await takeOwn(pathOf('content', language));
    const { [secondPart]: isFirst, ...content } = parse(bytes);
    const later = isFirst ? parse(await takeOwn(pathOf('later', language))) : {};
    return new TextEncoder().encode(JSON.stringify({ ...content, ...later }));
  }
}

/** @param {string} pack @param {Progress} progress */
async function loadPack(pack, progress) {
  const path = `packs/${pack}/content.json`;
  const content = await takeOther(path, progress);
  if (isFirstPart(content))
    throw new Error(`${path}: found a part of another page's content, expected what "tautline bundle" writes`);
  // Letters with their accents in one piece, as the typeface has them. Bytes that are no text are the engine's to refuse.
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(content);
  return text.includes('\ufffd') ? content : new TextEncoder().encode(text.normalize());
}

/**
 * @param {string} language
 * @param {Progress} progress
 * @param {string} pack the pack that an address asks for with ?pack=NAME: beside the page, in packs/NAME/. The name
 *   holds no dot and no slash (host/address.js), so it leads nowhere else. '' for our own
 * @param {(problem: string) => void} refuse the pack can't be had, so the page's own content comes
 * @returns {Promise<Files>}
 */
export async function loadFiles(language, progress, pack = '', refuse = () => {}) {
  if (__SINGLE__) {
    if (pack) refuse('?pack=: a page in one file loads no other content');
    return inlineFiles(language);
  }
  const weights = { engine: 0.6, content: 0.2, fontRegular: 0.1, fontBold: 0.1 };
  /** @type {Record<string, number>} */
  const shares = {};
  const load = async (
    /** @type {keyof typeof weights} */ name,
    /** @type {string} */ path,
    /** @type {() => import('./file.js').Follow} */ begin = () => () => {},
  ) => {
    const note = (/** @type {number} */ share) => {
      shares[name] = share * weights[name];
      progress(Object.values(shares).reduce((sum, part) => sum + part, 0));
    };
    const own = () => takeOwn(path, note, begin);
    const bytes = await (pack && name === 'content'
      ? loadPack(pack, note).catch((error) => (refuse(String(error)), own()))
      : own());
    note(1);
    return bytes;
  };
  const compilation = new Compilation();
  const [engine, content, fonts] = await Promise.all([
    load('engine', 'engine.wasm', () => compilation.begin()).then((bytes) => compilation.end(bytes)),
    load('content', pathOf('content', language)),
    fontsOf(load('fontRegular', 'fonts/regular.ttf'), load('fontBold', 'fonts/bold.ttf')),
  ]);
  const partial = isFirstPart(content);
  if (partial) Object.assign(begun, { language, content });
  return { engine, content, ...fonts, partial };
}

/** The part of the engine that most visits do not need. */
export const loadTakeAway = () => takeOwn('take-away.wasm');

/**
 * A typeface for the page's own elements. No style sheet names its files, because the browser would not look whose they are.
 * @param {string} family @param {Fonts} fonts
 */
export function addTypeface(family, { fontRegular, fontBold }) {
  if (fontRegular.byteLength === 0) return;
  for (const [bytes, weight] of /** @type {[Uint8Array, string][]} */ ([
    [fontRegular, '400'],
    [fontBold, '700'],
  ])) {
    document.fonts.add(new FontFace(family, bytes.slice().buffer, { weight }));
  }
}
