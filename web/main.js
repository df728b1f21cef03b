// Starts the page: the article can be read at once; engine, content and fonts come meanwhile; when the first picture is
// painted, the article makes room for it. If anything fails, the article stays.

import { Engine } from './engine.js';
import { addTypeface, loadFiles } from './loader.js';
import { shell } from './shell.js';
import { Address } from './address.js';
import { Stage } from './stage.js';

performance.mark('tautline-readable');

const options = new URLSearchParams(location.search);

/** @param {(what: unknown) => void} onAbort */
async function start(onAbort) {
  if (typeof WebAssembly !== 'object') return shell.fail('no-wasm');
  shell.progress(0);
  /** @type {import('./loader.js').Files} */
  let files;
  try {
    files = await loadFiles(shell.progress);
  } catch (error) {
    return shell.fail('failed', [String(error)]);
  }
  /** @type {Engine} */
  let engine;
  try {
    engine = new Engine(await createEngine({ wasmBinary: files.engine, onAbort }));
  } catch (error) {
    return shell.fail('no-wasm', [String(error)]);
  }
  engine.hand('content', files.content);
  engine.hand('fontRegular', files.fontRegular);
  engine.hand('fontBold', files.fontBold);
  const problems = engine.start('en');
  if (problems.length > 0) return shell.fail('content', problems);
  addTypeface(files);
  return engine;
}

async function run() {
  /** @type {Stage | null} */
  let stage = null;
  let stopped = false;
  // After an abort the engine's functions still answer, but what they say means nothing any more.
  const stop = () => {
    if (stopped) return;
    stopped = true;
    stage?.stop();
    shell.stop();
  };
  const engine = await start(() => stage && stop());
  const element = document.querySelector('[data-shell="stage"]');
  if (!engine || !(element instanceof HTMLElement)) return;
  const place = Address.wanted || shell.section;
  const bringBack = shell.replaceArticle();
  try {
    stage = new Stage(element, engine, { noWebGL: options.get('webgl') === 'off' });
    if (options.get('skin') === 'document') engine.setTextView(true);
    if (place) engine.navigate(place);
    stage.refresh(0);
    stage.draw();
  } catch (error) {
    stage?.stop();
    bringBack();
    return shell.fail('failed', [String(error)]);
  }
  stage.wake();
  requestAnimationFrame(() => {
    document.documentElement.dataset.tautline = 'ready';
    performance.mark('tautline-ready');
  });
  window.addEventListener('error', (event) => {
    if (event.error instanceof WebAssembly.RuntimeError) stop();
  });
}

run();
