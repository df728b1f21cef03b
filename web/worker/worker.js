// The service worker: after one visit the page opens without a network. Every file but index.html stands in a folder
// named after its build, so files of two builds never meet: a page finds its own build's files here or on the host. The
// page itself comes from the network when there is one, because a corrected sentence must not wait for a second visit.

import { clientsClaim } from 'workbox-core';
import { cleanupOutdatedCaches, matchPrecache, precacheAndRoute } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { CacheFirst, NetworkFirst } from 'workbox-strategies';

const patienceMs = 3000; // a network that takes longer is none
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const scope = new URL(worker.registration.scope).pathname;

const later = () => new Promise((done) => setTimeout(done, patienceMs));

/** @param {Request} request */
async function fromNetwork(request) {
  const response = await fetch(request);
  if (!response.ok) throw new Error(String(response.status)); // a captive portal, a host in trouble
  return response;
}

registerRoute(
  ({ request, url }) => request.mode === 'navigate' && (url.pathname === scope || url.pathname === `${scope}index.html`),
  async ({ request }) => {
    const kept = matchPrecache('index.html');
    const fresh = fromNetwork(request);
    const first = await Promise.race([fresh, later()]).catch(() => undefined);
    return first ?? (await kept) ?? fresh;
  },
);
// Another language is kept from when it is first asked for: its words with their build, its article as fresh as the page.
const build = /^(build-[^/]+)\//.exec(__PRECACHE__.find(({ revision }) => revision === null)?.url ?? '')?.[1] ?? '';
const languages = `tautline-languages-${build}`;
const inScope = (/** @type {URL} */ url) => (url.origin === location.origin && url.pathname.startsWith(scope) ? url.pathname.slice(scope.length) : '');
registerRoute(({ url }) => /^build-[^/]+\/(content|later)\.[^/.]+\.json$/.test(inScope(url)), new CacheFirst({ cacheName: languages }));
registerRoute(({ url }) => /^(index|sources)\.[^/.]+\.html$/.test(inScope(url)),
  new NetworkFirst({ cacheName: languages, networkTimeoutSeconds: patienceMs / 1000, matchOptions: { ignoreSearch: true } }));
worker.addEventListener('activate', (event) => event.waitUntil(caches.keys().then((names) => Promise.all(
  names.filter((name) => name.startsWith('tautline-languages-') && name !== languages).map((name) => caches.delete(name))))));
// What stands behind "?" is for the page's script; the file is the same.
precacheAndRoute(__PRECACHE__, { cleanURLs: false, directoryIndex: '', ignoreURLParametersMatching: [] });
cleanupOutdatedCaches();
// Safe without a reload, since addresses name their build; a newer worker waits until the last page is closed.
clientsClaim();
