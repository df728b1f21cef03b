// Starts the page: the article can be read at once; engine, content and fonts come meanwhile; when the first picture is
// painted, the article makes room for it. If anything fails, the article stays.

import { Inside } from './embed/inside.js';
import { Engine, startModule } from './engine/engine.js';
import { lackingWords } from './engine/pack_words.js';
import { theme } from './engine/protocol.js';
import { folder } from './files/file.js';
import { addTypeface, loadContent, loadFiles } from './files/loader.js';
import { needStyleSheets } from './files/style_sheets.js';
import { Address, readOptions, showsAnswers } from './host/address.js';
import { countryLines } from './host/country.js';
import { giveBackFragment, openFragment, takeFragment } from './host/errands.js';
import { addScript, keepForOffline } from './host/offline.js';
import { Visit, ownDevice } from './host/visit.js';
import { shell } from './shell.js';
import { Page } from './page.js';

// A page that was given to a frame as text has no address of its own.
const options = readOptions(location.search || (document.documentElement.dataset.options ?? ''));
const fragment = takeFragment();

const embedded = options.mode === 'embed' && window.parent !== window;

// A pack can be wrong in hundreds of places; `tautline lint` names them all.
/** @param {string[]} problems @returns {string[]} */
const told = (problems) => [
  'refused-pack',
  ...problems.slice(0, 20).map((problem) => `problem ${problem.slice(0, 300)}`),
];

// The language of the address (?lang=es), or else of this page. One that the page does not have is English.
function wantedLanguage() {
  const languages = (document.documentElement.dataset.languages ?? '').split(' ');
  const wanted = [options.lang, options.lang.split('-')[0], document.documentElement.lang];
  const found = wanted.map((tag) => languages.find((language) => language.toLowerCase() === tag.toLowerCase()));
  return found.find((language) => language !== undefined) ?? 'en';
}

// Asked for at once: they come while the article is still being laid out.
function takeFiles() {
  const language = wantedLanguage();
  /** @type {string[]} what is wrong with the pack that the address asks for */
  const refused = [];
  if (options.pack === '' && options.ignored.includes('pack'))
    refused.push('?pack=: expected small letters, digits, - and _');
  const coming = loadFiles(language, shell.progress, options.pack, (problem) => refused.push(problem));
  coming.catch(() => {}); // said where they are waited for
  return { language, refused, coming };
}

/** @param {ReturnType<typeof takeFiles>} taken @param {(what: unknown) => void} onAbort */
async function start({ language, refused, coming }, onAbort) {
  shell.progress();
  /** @type {import('./files/loader.js').Files} */
  let files;
  try {
    files = await coming;
  } catch (error) {
    return shell.fail('failed', [String(error)]);
  }
  /** @type {Engine} */
  let engine;
  try {
    engine = new Engine(await startModule((imports) => WebAssembly.instantiate(files.engine, imports), { onAbort }));
  } catch (error) {
    return shell.fail('failed', [String(error)]);
  }
  Object.assign(engine, { countryLines, region: options.region });
  let problems = refused.length > 0 ? [] : engine.begin(files, options.pack ? 'en' : language);
  if (options.pack && refused.length === 0) {
    try {
      refused.push(...(problems.length > 0 ? problems : await lackingWords(files.content)));
      if (refused.length > 0) Object.assign(files, { content: await loadContent(language), partial: false });
    } catch (error) {
      return shell.fail('failed', [String(error)]);
    }
  }
  // Our own content where other was asked for could mislead, so the screens say whose it is.
  if (refused.length > 0) problems = engine.begin(files, language, told(refused));
  if (problems.length > 0) return shell.fail('content', problems);
  addTypeface('Atkinson Hyperlegible', files);
  if (files.fontRegular.byteLength === 0) shell.tellTypefaceMissing();
  return engine;
}

// Where to begin: where the address says, else where a person was reading. After a reload nothing is answered any more,
// so what shows answers begins where they are asked for.
function firstPlace() {
  const wanted = Address.wanted || options.screen || shell.section;
  const [entry] = performance.getEntriesByType('navigation');
  const again = entry instanceof PerformanceNavigationTiming && entry.type === 'reload';
  return again && showsAnswers(wanted) ? 'check' : wanted;
}

/** @param {Engine} engine */
function choose(engine) {
  if (options.skin === 'document') engine.set('textView', 1);
  if (options.theme) engine.set('theme', theme[options.theme]);
  if (options.text) engine.set('text', options.text);
  if (options.keys) engine.set('arrowKeys', 1);
  if (options.motion) engine.set('lessMotion', options.motion === 'less' ? 1 : 0);
}

// The kiosk is another script, with another way to start; here only its name is known.
async function becomeKiosk() {
  if (await addScript('kiosk.js')) return;
  shell.fail('failed');
  setTimeout(() => location.reload(), 60_000); // nobody may be there to ask
}

/**
 * What speaks with the page round an embed: a script of its own, for no other visit needs it; the single file has it
 * inside. Null: nobody is there to speak with, or it did not come, and the lesson is the same without.
 * @returns {Promise<Inside | null>}
 */
async function findFrame() {
  if (!embedded) return null;
  if (__SINGLE__) return new Inside(options);
  return (await addScript('embed.js')) ? (window.tautlineFrame?.(options) ?? null) : null;
}

async function run() {
  const isKiosk = options.mode === 'kiosk' && folder !== '';
  const taken = isKiosk || typeof WebAssembly !== 'object' ? null : takeFiles();
  // The script waits for nothing, so that it can see to a style sheet that does not come.
  if (document.readyState === 'loading')
    await new Promise((done) => document.addEventListener('DOMContentLoaded', done, { once: true }));
  performance.mark('tautline-readable');
  shell.begin();
  if (isKiosk) return becomeKiosk();
  const coming = findFrame();
  /** @type {Inside | null} */
  let frame = null;
  /** @type {Page | null} */
  let page = null;
  let stopped = false;
  // After an abort the engine's functions still answer, but what they say means nothing any more.
  const stop = () => {
    if (stopped) return;
    stopped = true;
    page?.stop();
    shell.stop();
    frame?.fail('stopped');
  };
  const styled = needStyleSheets();
  styled.catch(() => {}); // looked at below
  const engine = taken ? await start(taken, () => page && stop()) : shell.fail('no-wasm');
  frame = await coming;
  if (!engine) return frame?.fail(document.documentElement.dataset.why ?? 'failed');
  const element = document.querySelector('[data-shell="stage"]');
  if (!(element instanceof HTMLElement)) return;
  const place = firstPlace();
  try {
    await styled;
    if (fragment) await openFragment(fragment, engine);
  } catch (error) {
    if (fragment) giveBackFragment(fragment);
    frame?.fail('failed');
    return shell.fail('failed', [String(error)]);
  }
  const bringBack = shell.replaceArticle();
  try {
    page = new Page(element, engine, { webgl: options.webgl, visitStays: embedded });
    page.look(); // what the device asks for comes first; what the address asks for stays
    choose(engine);
    if (place && !fragment) engine.navigate(place);
    frame?.begin(page);
    page.refresh(0);
    page.draw();
  } catch (error) {
    page?.stop();
    bringBack();
    frame?.fail('failed');
    return shell.fail('failed', [String(error)]);
  }
  page.wake();
  const begun = page;
  new Visit(ownDevice, {
    quiet: () => begun.speech.stop(),
    forget: () => begun.forget(),
    settle: () => begun.settle(),
  }).watch();
  requestAnimationFrame(() => {
    document.documentElement.dataset.tautline = 'ready';
    performance.mark('tautline-ready');
    frame?.open();
    keepForOffline();
    // If they don't come now, the screen that needs them asks again and says so.
    engine.needWords().then(
      () => {
        page?.renew();
        performance.mark('tautline-whole');
      },
      () => {},
    );
  });
  window.addEventListener('error', (event) => {
    if (event.error instanceof WebAssembly.RuntimeError) stop();
  });
}

run();
