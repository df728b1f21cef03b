// The second typeface while it loads: whoever asked for it may be gone by then, and what comes may be anything.
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';

/** @type {any} */
const page = globalThis;
const fonts = new Set();
page.document = { currentScript: null, fonts, getElementById: () => null };
page.__SINGLE__ = false;
const bytes = new TextEncoder().encode('a typeface');
const digest = Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('base64');
page.__DIGESTS__ = { 'fonts/regular2.ttf': digest, 'fonts/bold2.ttf': digest };
page.FontFace = class {};
page.HTMLScriptElement = class {};
const { SecondTypeface } = await import('../host/typeface.js');

/** @type {unknown[]} */
const rejections = [];
process.on('unhandledRejection', (reason) => rejections.push(reason));
afterEach(() => fonts.clear());
const settle = () => new Promise((done) => setTimeout(done, 20));
/** @param {() => boolean} holds on a busy machine that takes its time */
const until = async (holds) => {
  for (let i = 0; i < 500 && !holds(); ++i) await settle();
};

// An engine as it is, and as it is when its visit was wiped: no function is left to call.
const engine = (accepts = true) => ({
  told: /** @type {string[]} */ ([]),
  wiped: false,
  addTypeface() {
    if (this.wiped) throw new TypeError('_tautline_add_typeface is not a function');
    return accepts;
  },
  tell(/** @type {string} */ what) {
    if (this.wiped) throw new TypeError('_tautline_tell is not a function');
    this.told.push(what);
  },
});

/** @param {(url: string) => Promise<Response> | Response} give */
const host = (give) => {
  page.fetch = async (/** @type {string} */ url) => give(url);
};

test('a visit that ends while it loads hears nothing of it, be it whole, wrong or missing', async () => {
  for (const answer of [
    () => new Response(bytes),
    () => new Response('<html>'),
    () => Promise.reject(new TypeError('no network')),
  ]) {
    /** @type {() => void} */
    let go = () => {};
    const gate = new Promise((/** @type {(value?: unknown) => void} */ done) => {
      go = done;
    });
    host(async () => {
      await gate;
      return answer();
    });
    const gone = engine();
    let changed = 0;
    const typeface = new SecondTypeface(/** @type {any} */ (gone), () => ++changed);
    typeface.want(true);
    typeface.forget();
    gone.wiped = true;
    go();
    await settle();
    assert.deepEqual(rejections, []);
    assert.equal(changed, 0);
    assert.equal(fonts.size, 0);
    // The next visitor may want it, too.
    host(() => new Response(bytes));
    gone.wiped = false;
    typeface.want(true);
    await until(() => typeface.state === 'here');
    assert.equal(typeface.state, 'here');
    assert.equal(changed, 1);
    fonts.clear();
  }
});

test('bytes that are not the typeface are told as missing, and used nowhere', async () => {
  for (const [give, accepts] of /** @type {[() => Response, boolean][]} */ ([
    [() => new Response('<!doctype html>'), true],
    [() => new Response(''), true],
    [() => new Response(bytes.slice(0, 5)), true],
    [() => new Response('', { status: 503 }), true],
    [() => new Response(bytes), false],
  ])) {
    host(give);
    const here = engine(accepts);
    const typeface = new SecondTypeface(/** @type {any} */ (here), () => {});
    await typeface.want(true);
    assert.deepEqual(here.told, ['typefaceMissing']);
    assert.equal(fonts.size, 0);
    assert.equal(typeface.state, 'none', 'it can be asked for again');
  }
});
