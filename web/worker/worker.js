// The service worker: after one visit the page opens without a network. Every file but the documents stands in a folder
// named after its build, so files of two builds never meet: a page finds its own build's files here or on the host. A
// document comes from the network when there is one, because a corrected sentence must not wait for a second visit.
// Nothing is kept that is not, byte for byte, of this worker's build; when a file of it can't be had, it is not installed.

import { clientsClaim } from 'workbox-core';
import { cleanupOutdatedCaches, matchPrecache, precacheAndRoute } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { CacheFirst } from 'workbox-strategies';

const patienceMs = 3000; // a network that takes longer is none
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const scope = new URL(worker.registration.scope).pathname;
const build = /^(build-[^/]+)\//.exec(__PRECACHE__.find(({ revision }) => revision === null)?.url ?? '')?.[1] ?? '';
const languages = `tautline-languages-${build}`;

const later = () => new Promise((done) => setTimeout(done, patienceMs));
/** What stands behind the scope, 'index.html' for the scope itself; '' outside it. @param {URL} url */
function pathOf(url) {
  if (url.origin !== location.origin || !url.pathname.startsWith(scope)) return '';
  return url.pathname.slice(scope.length) || 'index.html';
}

/** @param {ArrayBuffer} bytes */
const digestOf = async (bytes) =>
  `sha256-${btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))))}`;

/**
 * One of our own pages, of this build or another; a host in trouble and a captive portal answer with theirs, be it with
 * 200. Only this build's is kept.
 * @param {Request} request @param {string} path
 */
async function fromNetwork(request, path) {
  const response = await fetch(request);
  if (!response.ok) throw response;
  const bytes = await response.clone().arrayBuffer();
  const text = new TextDecoder().decode(bytes);
  if (!/<html [^>]*data-languages=/.test(text) || !text.trimEnd().endsWith('</html>')) throw response;
  // A full disk, or an answer that says no cache may take it ("Vary: *"), keeps nothing; the page is here all the same.
  if (__LATER__[path] === (await digestOf(bytes)))
    await caches
      .open(languages)
      .then((cache) => cache.put(scope + path, response.clone()))
      .catch(() => {});
  return response;
}

/** @param {string} path */
const keptDocument = (path) =>
  matchPrecache(path)
    .then(async (kept) => kept ?? (await caches.open(languages)).match(scope + path))
    .catch(() => undefined);

registerRoute(
  ({ request, url }) => request.mode === 'navigate' && /^(index|sources)(\.[^/.]+)?\.html$/.test(pathOf(url)),
  async ({ request, url }) => {
    const path = pathOf(url);
    const kept = keptDocument(path);
    const fresh = fromNetwork(request, path);
    const first = await Promise.race([fresh, later()]).catch(() => undefined);
    if (first instanceof Response) return first;
    // When nothing is kept, the host's own answer is the best there is.
    return (
      (await kept) ??
      fresh.catch((answer) => {
        if (answer instanceof Response) return answer;
        throw answer;
      })
    );
  },
);
// The words of another language are kept from when they are first asked for.
registerRoute(
  ({ url }) => pathOf(url) in __LATER__ && pathOf(url).startsWith('build-'),
  new CacheFirst({
    cacheName: languages,
    plugins: [
      {
        requestWillFetch: async ({ request }) =>
          new Request(request, { integrity: __LATER__[pathOf(new URL(request.url))] }),
      },
    ],
  }),
);
worker.addEventListener('activate', (event) =>
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names
            .filter((name) => name.startsWith('tautline-languages-') && name !== languages)
            .map((name) => caches.delete(name)),
        ),
      ),
  ),
);
// What stands behind "?" is for the page's script; the file is the same.
precacheAndRoute(__PRECACHE__, { cleanURLs: false, directoryIndex: '', ignoreURLParametersMatching: [] });
cleanupOutdatedCaches();
// Safe without a reload, since addresses name their build; a newer worker waits until the last page is closed.
clientsClaim();
