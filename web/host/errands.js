// What only a browser can do for the engine: print, offer a file to keep, draw a code, tell the date. Nothing of it
// sends anything. What writes the files and the code comes with take-away.wasm, when it is first asked for.

import { errand } from '../engine/protocol.js';
import { readOptions } from './address.js';

const svg = 'http://www.w3.org/2000/svg';

/** This page as a phone would open it, with the same questions and nothing of the person; '' where it can't. */
export function pageAddress() {
  const { protocol, hostname, origin, pathname, search } = location;
  const here = hostname === 'localhost' || hostname.endsWith('.localhost') || /^(127\.|\[::1\]$)/.test(hostname);
  if (!/^https?:$/.test(protocol) || here) return '';
  const { pack } = readOptions(search);
  return origin + pathname + (pack ? `?pack=${pack}` : '');
}

/** The address, so that it opens in the language that is read now; English needs no word. @param {string} address */
function inThisLanguage(address) {
  const { lang } = document.documentElement;
  return !address || lang === 'en' ? address : `${address}${address.includes('?') ? '&' : '?'}lang=${lang}`;
}

/** Today where the person is, "2026-11-22". */
function today() {
  const now = new Date();
  const two = (/** @type {number} */ n) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** What the engine wants to know of the page. @param {string} publicAddress */
export function here(publicAddress) {
  const framed = window.parent !== window;
  // Where `tel:` opens something: on a phone, and not from a frame that may open nothing.
  const calls = /Mobi/.test(navigator.userAgent) && !(framed && window.origin === 'null');
  return { date: today(), framed, address: publicAddress !== '', calls };
}

/** @param {string} name @param {string} type @param {string} text */
function offer(name, type, text) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** @param {Element} place @param {string} code "SIZE PATH" */
function draw(place, code) {
  const at = code.indexOf(' ');
  const size = code.slice(0, at);
  const picture = document.createElementNS(svg, 'svg');
  picture.setAttribute('viewBox', `0 0 ${size} ${size}`);
  picture.setAttribute('aria-hidden', 'true');
  const ground = document.createElementNS(svg, 'rect');
  const modules = document.createElementNS(svg, 'path');
  ground.setAttribute('width', size);
  ground.setAttribute('height', size);
  ground.setAttribute('fill', '#fff');
  modules.setAttribute('d', code.slice(at + 1));
  modules.setAttribute('shape-rendering', 'crispEdges');
  picture.append(ground, modules);
  place.replaceChildren(picture);
}

/**
 * @typedef {{link: string, publicAddress: string, openLink(code: string): Promise<void>,
 *   shown: {mirror: {records: Map<number, {key: string, element: Element}>}}}} Asker link: answers that wait to be read
 */

/**
 * @param {number} asked as app::Errand
 * @param {import('../engine/engine.js').Engine} engine
 * @param {Asker} asker
 * @param {() => void} changed the engine's state may be another now
 */
async function run(asked, engine, asker, changed) {
  if (asked === errand.print) return window.print();
  if (asked === errand.openLink) return asker.openLink(asker.link);
  await engine.needWords();
  if (asked === errand.loadWords) return changed();
  await engine.needTakeAway();
  if (asked === errand.load) return changed();
  const text = engine.takeAway(asked, inThisLanguage(asker.publicAddress));
  if (!text) throw new Error('it could not be made');
  if (asked === errand.saveSummary) offer(`tautline-${today()}.html`, 'text/html', text);
  if (asked === errand.saveRecord) offer(`tautline-${today()}.json`, 'application/fhir+json', text);
  if (asked === errand.makeCode) {
    for (const record of asker.shown.mirror.records.values())
      if (record.key === 'summary/code/picture') draw(record.element, text);
  }
}

/**
 * @param {number} asked
 * @param {import('../engine/engine.js').Engine} engine
 * @param {Asker} asker
 * @param {() => void} changed
 */
export function runErrand(asked, engine, asker, changed) {
  const { primary } = engine;
  run(asked, engine, asker, changed).catch(() => {
    if (engine.primary !== primary) return; // another visit has begun
    engine.askFailed();
    changed();
  });
}

/** Answers that came with the address, which forgets them at once; null: none came. @returns {string | null} */
export function takeFragment() {
  if (!/^#a\d+\./.test(location.hash)) return null;
  const code = location.hash.slice(1);
  try {
    history.replaceState(history.state, '', location.pathname + location.search);
  } catch {
    location.replace('#'); // a page without an origin of its own
  }
  return code;
}

/** They stand in the address again, so that loading the page anew tries again: only where nothing else is shown yet, or
 * they would stay in the history of a visit. @param {string} code */
export function giveBackFragment(code) {
  try {
    history.replaceState(history.state, '', `#${code}`);
  } catch {
    // a page without an origin of its own
  }
}

/**
 * Throws when what reads them did not come.
 * @param {string} code
 * @param {import('../engine/engine.js').Engine} engine
 */
export async function openFragment(code, engine) {
  await engine.needTakeAway();
  if (!engine.openAnswers(code)) engine.openFailed();
}
