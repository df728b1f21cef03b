// Asks for the worker (web/worker/worker.js) that keeps the page's own files for the next visit. Only after the page is ready,
// so that it takes nothing from the start; where there can be none (a file, a frame) the page is the same.

import { folder, integrityOf, takeOwn } from '../files/file.js';

/** The page's own scripts, by name: nothing that came from outside can become one. */
const patienceMs = 20_000;
const files = ['worker.js', 'kiosk.js', 'embed.js'];

/** The worker stands beside the page, and the others with the build. @param {string} name */
function addressOf(name) {
  if (!files.includes(name)) throw new Error(name);
  return name === 'worker.js' ? name : folder + name;
}

/** @type {any} a page may make it only once */
let policy;

/** @param {string} name @returns {string} where a host demands trusted types, a trusted one */
export function scriptAddress(name) {
  const { trustedTypes } = /** @type {any} */ (window);
  policy ??= trustedTypes
    ? trustedTypes.createPolicy('tautline', { createScriptURL: addressOf })
    : { createScriptURL: addressOf };
  return policy.createScriptURL(name);
}

/**
 * Another script of this build, whole and unchanged; false: it can't be had. A wrong one that the browser keeps is asked
 * for anew, past what it keeps, by takeOwn().
 * @param {string} name
 */
export const addScript = async (name) =>
  (await tryScript(name)) ||
  ((await takeOwn(name).then(
    () => true,
    () => false,
  )) &&
    tryScript(name));

/** @param {string} name @returns {Promise<boolean>} */
function tryScript(name) {
  return new Promise((done) => {
    const script = document.createElement('script');
    script.integrity = integrityOf(name);
    script.crossOrigin = 'anonymous'; // in a frame without an origin there is no check without it
    script.onload = () => done(true);
    script.onerror = () => done(false);
    setTimeout(() => done(false), patienceMs);
    script.src = scriptAddress(name);
    document.head.append(script);
  });
}

export function keepForOffline() {
  if (folder === '' || location.protocol === 'file:' || window.top !== window) return;
  try {
    navigator.serviceWorker?.register(scriptAddress('worker.js')).catch(() => {});
  } catch {
    // The page works all the same while there is a network.
  }
}
