// Brings in the page's own files: from blocks inside the page when they are there (the single file, which may not
// fetch), else from beside it. Never from anywhere else, never with anything of the person in it.

/**
 * @typedef {{engine: Uint8Array<ArrayBuffer>, content: Uint8Array, fontRegular: Uint8Array, fontBold: Uint8Array,
 *   partial: boolean}} Files partial: the content lacks the words of screens that nobody sees first (loadContent)
 * @typedef {(share: number) => void} Progress from 0 to 1
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
  const words = language === firstLanguage ? '{}' : block(`data-content-${language}`);
  if (content === null || words === null) return null;
  const all = words === '{}' ? content : `${content.slice(0, content.lastIndexOf('}'))},${words.slice(words.indexOf('{') + 1)}`;
  return new TextEncoder().encode(all);
}

/** Whether the page brings its files in itself. */
export const isInline = () => document.getElementById('data-engine') !== null;

/** @param {string} language @returns {Files | null} null when the page has no such blocks */
function inlineFiles(language) {
  const [engine, regular, bold] = ['data-engine', 'data-font-regular', 'data-font-bold'].map(block);
  const content = inlineContent(language) ?? inlineContent(firstLanguage);
  if (engine === null || content === null || regular === null || bold === null) return null;
  return { engine: decodeLetters(engine), content, fontRegular: decodeLetters(regular), fontBold: decodeLetters(bold), partial: false };
}

// The files of one build stand together, in the folder that the script came from.
const script = document.currentScript;
/** '' in the single file. */
export const folder = script instanceof HTMLScriptElement ? script.src.replace(/[^/]*$/, '') : '';

/**
 * @param {string} path
 * @param {Progress} progress
 */
export async function fetchFile(path, progress) {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  const total = Number(response.headers.get('content-length'));
  if (!response.body || !total) return new Uint8Array(await response.arrayBuffer());
  /** @type {Uint8Array[]} */
  const parts = [];
  const reader = response.body.getReader();
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    size += value.byteLength;
    progress(Math.min(size / total, 1)); // of a compressed file more comes out than was announced
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const bytesOfPart of parts) {
    bytes.set(bytesOfPart, at);
    at += bytesOfPart.byteLength;
  }
  return bytes;
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
  if (!isInline()) {
    const bytes = begun.language === language ? begun.content : await fetchFile(folder + pathOf('content', language), () => {});
    const { [secondPart]: isFirst, ...content } = parse(bytes);
    const later = isFirst ? parse(await fetchFile(folder + pathOf('later', language), () => {})) : {};
    for (const [path, value] of Object.entries(later)) content[path] = path.startsWith('words/') ? { ...content[path], ...value } : value;
    return new TextEncoder().encode(JSON.stringify(content));
  }
  const content = inlineContent(language);
  if (!content) throw new Error(`this file has no words of “${language}”`);
  return content;
}

/** @param {string} pack @param {Progress} progress */
async function loadPack(pack, progress) {
  const path = `packs/${pack}/content.json`;
  const content = await fetchFile(path, progress);
  if (isFirstPart(content)) throw new Error(`${path}: found a part of another page's content, expected what "tautline bundle" writes`);
  // Letters with their accents in one piece, as the typeface has them. Bytes that are no text are the engine's to refuse.
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(content);
  return text.includes('\ufffd') ? content : new TextEncoder().encode(text.normalize());
}

/**
 * @param {string} language
 * @param {Progress} progress
 * @param {string} pack the pack that an address asks for with ?pack=NAME: beside the page, in packs/NAME/. The name
 *   holds no dot and no slash (address.js), so it leads nowhere else. '' for our own
 * @param {(problem: string) => void} refuse the pack can't be had, so the page's own content comes
 * @returns {Promise<Files>}
 */
export async function loadFiles(language, progress, pack = '', refuse = () => {}) {
  const inside = inlineFiles(language);
  if (inside) {
    if (pack) refuse('?pack=: a page in one file loads no other content');
    return inside;
  }
  const weights = { engine: 0.6, content: 0.2, fontRegular: 0.1, fontBold: 0.1 };
  /** @type {Record<string, number>} */
  const shares = {};
  const load = async (/** @type {keyof typeof weights} */ name, /** @type {string} */ path) => {
    const note = (/** @type {number} */ share) => {
      shares[name] = share * weights[name];
      progress(Object.values(shares).reduce((sum, part) => sum + part, 0));
    };
    const own = () => fetchFile(folder + path, note);
    const bytes = await (pack && name === 'content' ? loadPack(pack, note).catch((error) => (refuse(String(error)), own())) : own());
    note(1);
    return bytes;
  };
  const [engine, content, fontRegular, fontBold] = await Promise.all([
    load('engine', 'engine.wasm'), load('content', pathOf('content', language)), load('fontRegular', 'fonts/regular.ttf'),
    load('fontBold', 'fonts/bold.ttf'),
  ]);
  const partial = isFirstPart(content);
  if (partial) Object.assign(begun, { language, content });
  return { engine, content, fontRegular, fontBold, partial };
}

/** The part of the engine that most visits do not need. */
export const loadTakeAway = () => fetchFile(`${folder}take-away.wasm`, () => {});

/** The page's own typeface for its elements too, where the style sheet can't name a file. @param {Files} files */
export function addTypeface({ fontRegular, fontBold }) {
  if (block('data-font-regular') === null) return;
  for (const [bytes, weight] of /** @type {[Uint8Array, string][]} */ ([[fontRegular, '400'], [fontBold, '700']])) {
    document.fonts.add(new FontFace('Atkinson Hyperlegible', bytes.slice().buffer, { weight }));
  }
}
