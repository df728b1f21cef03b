// The page's style sheets. While one is on its way the browser shows nothing at all, so one that does not come is taken
// out of the page and asked for once more, past what a cache may hold; without it the article is read as it is.

import { integrityOf } from './file.js';

const patienceMs = 8_000;
const againMs = 20_000;

/** @param {EventTarget} target @param {string} type */
const heard = (target, type) => new Promise((done) => target.addEventListener(type, done, { once: true }));
/** @param {number} ms */
const passed = (ms) => new Promise((done) => setTimeout(done, ms));

/** @param {string} address @param {string} name a file of this build */
export function addStyle(address, name) {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.integrity = integrityOf(name);
  link.crossOrigin = 'anonymous';
  link.href = address;
  document.head.append(link);
  return link;
}

/** An answer that is no success leaves an empty sheet. @param {HTMLLinkElement} link */
const works = ({ sheet }) => sheet !== null && sheet.cssRules.length > 0;

/** @param {HTMLLinkElement} link */
async function isHere(link) {
  if (works(link)) return true;
  const settled = document.readyState === 'complete' ? [] : [heard(window, 'load')];
  await Promise.race([heard(link, 'load'), heard(link, 'error'), ...settled, passed(patienceMs)]);
  if (works(link)) return true;
  const [, name] = /([^/]+)$/.exec(link.href) ?? [];
  link.remove();
  const again = addStyle(`${link.href}?again=${Date.now()}`, name);
  await Promise.race([heard(again, 'load'), heard(again, 'error'), passed(againMs)]);
  if (works(again)) return true;
  again.remove();
  return false;
}

/** Throws when one can't be had. */
export async function needStyleSheets() {
  const links = [...document.querySelectorAll('link')].filter(({ rel }) => rel === 'stylesheet');
  if ((await Promise.all(links.map(isHere))).includes(false)) throw new Error('the style sheet did not come');
}
