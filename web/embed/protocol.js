// What an embed and the page round it say to each other. One envelope each way; docs/embedding.md lists every message.
//   out  {source: 'tautline', v: 1, type: 'ready' | 'height' | 'scroll' | 'progress' | 'done' | 'overdue' |
//       'error', …}
//   in   {target: 'tautline', v: 1, type: 'hello' | 'goto' | 'language' | 'theme' | 'reset', …}
// Never an answer, a result, or which page of the self-check is open. Messages come from anywhere: reading one never
// throws, never takes a value but as one of these, and gives null for whatever is not for us.

import { chapters, progress } from '../engine/protocol.js';
import { readOptions } from '../host/address.js';

export { chapters } from '../engine/protocol.js';

export const version = 1;

/**
 * @typedef {Record<string, string>} Chapters  chapter → none, opened, done
 * @typedef {{type: 'hello' | 'reset'} | {type: 'goto', screen: string} | {type: 'language', language: string} |
 *   {type: 'theme', theme: string} | {type: 'refused', what: string}} Command
 */

/** @param {number} bits of the engine @returns {Chapters} */
export function readProgress(bits) {
  return Object.fromEntries(chapters.map((name, i) => [name, progress[(bits >> (2 * i)) & 3] ?? 'none']));
}

/** How much of what is asked for is done, 0 to 1. @param {Chapters} all @param {string} wanted a chapter; '' every one */
export function share(all, wanted) {
  const counted = chapters.includes(wanted) ? [wanted] : chapters;
  return counted.filter((name) => all[name] === 'done').length / counted.length;
}

/** @param {unknown} data @param {string} name @returns {string} */
function text(data, name) {
  const value = /** @type {any} */ (data)[name];
  return typeof value === 'string' && value.length <= 100 ? value : '';
}

/** @param {unknown} data @returns {Command | null} */
export function readCommand(data) {
  if (typeof data !== 'object' || data === null) return null;
  try {
    if (text(data, 'target') !== 'tautline' || /** @type {any} */ (data).v !== version) return null;
    const type = text(data, 'type');
    // A command says what an address says, so it is read by the same reader.
    const read = (/** @type {'screen' | 'lang' | 'theme'} */ name, /** @type {string} */ value) =>
      readOptions(`?${new URLSearchParams({ [name]: value })}`)[name];
    if (type === 'hello' || type === 'reset') return { type };
    if (type === 'goto') return orRefused({ type, screen: read('screen', text(data, 'screen')) }, 'screen');
    if (type === 'language') return orRefused({ type, language: read('lang', text(data, 'language')) }, 'language');
    if (type === 'theme') return orRefused({ type, theme: read('theme', text(data, 'theme')) }, 'theme');
    return { type: 'refused', what: 'type' };
  } catch {
    return null; // an object of another page's making, whose properties throw
  }
}

/** @template {Command} T @param {T} command @param {string} name @returns {Command} */
const orRefused = (command, name) => (/** @type {any} */ (command)[name] ? command : { type: 'refused', what: name });

/** A message of pym.js, the protocol of many news sites. @param {string} id of the frame @param {string} type @param {string | number} value */
export const pym = (id, type, value) => `pymxPYMx${id}xPYMx${type}xPYMx${value}`;

/** The dialects that a host asks for by what it adds to our address. @param {{search: string, hash: string}} address */
export function dialects({ search, hash }) {
  const id = new URLSearchParams(search.slice(0, 2000)).get('childId') ?? '';
  const secret = /^#\?secret=([A-Za-z0-9]{1,40})$/.exec(hash)?.[1] ?? '';
  return { pym: /^[\w.:-]{1,100}$/.test(id) ? id : '', wordpress: secret };
}
