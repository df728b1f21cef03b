// Brings in a file. One of this build's own comes whole and unchanged or not at all: an answer of 200 says nothing, for
// hosts, portals, proxies and caches answer with pages of their own, with half a file, or with another build's. Whatever
// is asked for, waiting for it comes to an end.

/** @typedef {(share: number) => void} Progress from 0 to 1 */
/** @typedef {(bytes: Uint8Array<ArrayBuffer>) => void} Follow each piece as it comes, before anybody can tell whether it is right */

// The files of one build stand together, in the folder that the script came from.
const script = document.currentScript;
/** '' in the single file. */
export const folder = script instanceof HTMLScriptElement ? script.src.replace(/[^/]*$/, '') : '';

const silenceMs = 20_000; // nothing more came
const longestMs = 120_000; // it came, but at a snail's pace
const ignore = () => {};

class NoAnswer extends Error {}

/** Only where nobody can listen in; elsewhere the browser checks while it fetches, and tells nothing before the end. */
const { subtle } = globalThis.crypto ?? {};

/** The digest of one of this build's files, as in an `integrity` attribute. @param {string} path */
export function integrityOf(path) {
  const digest = __DIGESTS__[path];
  if (!digest) throw new Error(`${path}: not a file of this build`);
  return `sha256-${digest}`;
}

/** Whether bytes are that file of this build; true as well where nobody can tell. @param {string} path @param {Uint8Array} bytes */
export async function isWhole(path, bytes) {
  if (!subtle) return true;
  const digest = new Uint8Array(await subtle.digest('SHA-256', /** @type {any} */ (bytes)));
  return integrityOf(path) === `sha256-${btoa(String.fromCharCode(...digest))}`;
}

/** @param {string} address @param {RequestInit} how @param {Progress} progress @param {Follow} [follow] */
async function take(address, how, progress, follow = ignore) {
  const stop = new AbortController();
  const end = (/** @type {number} */ ms) => setTimeout(() => stop.abort(), ms);
  const whole = end(longestMs);
  let silent = end(how.integrity ? longestMs : silenceMs);
  try {
    const response = await fetch(address, { ...how, signal: stop.signal });
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    const total = Number(response.headers.get('content-length'));
    const reader = response.body?.getReader();
    if (!reader) return new Uint8Array(await response.arrayBuffer());
    /** @type {Uint8Array<ArrayBuffer>[]} */
    const parts = [];
    let size = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      clearTimeout(silent);
      silent = end(silenceMs);
      parts.push(value);
      follow(value);
      size += value.byteLength;
      if (total) progress(Math.min(size / total, 1)); // of a compressed file more comes out than was announced
    }
    return new Uint8Array(await new Blob(parts).arrayBuffer());
  } catch (error) {
    throw stop.signal.aborted ? new NoAnswer(`${address}: no answer`) : error;
  } finally {
    clearTimeout(whole);
    clearTimeout(silent);
  }
}

/** What is not of this build: an operator's file, a pack. @param {string} address @param {Progress} [progress] */
export const takeOther = (address, progress = ignore) => take(address, {}, progress);

/**
 * @param {string} path in this build's folder
 * @param {Progress} [progress]
 * @param {() => Follow} [begin] called for each time that the file is asked for
 */
export async function takeOwn(path, progress = ignore, begin = () => ignore) {
  const integrity = integrityOf(path);
  const once = async (/** @type {RequestInit} */ how) => {
    // "force-cache": what the page has asked for ahead is there, and without a digest of its own is not it.
    const bytes = await take(
      folder + path,
      subtle ? how : { cache: 'force-cache', ...how, integrity },
      progress,
      begin(),
    );
    if (!(await isWhole(path, bytes))) throw new Error(`${folder}${path}: other bytes than this build's`);
    return bytes;
  };
  // A wrong answer that a cache keeps would be the answer for ever.
  return once({}).catch((error) => {
    if (error instanceof NoAnswer) throw error;
    return once({ cache: 'reload' });
  });
}
