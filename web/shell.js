// What the page says while the engine loads, when it can't, and when it had to stop. The words stand in the page
// (index.template.html) in elements named by data-shell; this only shows and hides them.

/** @param {string} name @returns {HTMLElement | null} */
const part = (name) => document.querySelector(`[data-shell="${name}"]`);

/** @param {string} name @param {boolean} visible */
function show(name, visible) {
  const element = part(name);
  if (element) element.hidden = !visible;
}

let failed = false;
let reached = 0; // files come before there is a bar to say so
const reload = () => location.reload();

export const shell = {
  /** The script runs: what stands in the page for the case that it never does leaves it. */
  begin() {
    part('unstarted')?.remove();
  },

  /** @param {number} [share] from 0 to 1; as far as it was without it */
  progress(share = reached) {
    reached = share;
    if (failed) return;
    show('loading', true);
    const bar = part('bar');
    if (bar instanceof HTMLProgressElement) bar.value = share;
  },

  /**
   * The engine does not come; the article stays.
   * @param {'no-wasm' | 'failed' | 'content'} why
   * @param {string[]} [problems] for authors
   */
  fail(why, problems = []) {
    failed = true;
    show('loading', false);
    show(why, true);
    show('again', why === 'failed');
    show('problems', problems.length > 0);
    part('problem-list')?.replaceChildren(
      ...problems.map((problem) => {
        const item = document.createElement('li');
        item.textContent = problem;
        return item;
      }),
    );
    part('reload')?.addEventListener('click', reload);
    document.documentElement.dataset.tautline = 'failed';
    document.documentElement.dataset.why = why;
  },

  /** The engine comes, and words are shown without it painting them. */
  tellTypefaceMissing() {
    show('typeface', true);
    show('again', true);
    part('reload')?.addEventListener('click', reload);
  },

  /** The screen of the section that a person is reading now; '' at the top. @returns {string} */
  get section() {
    if (window.scrollY < 100) return '';
    const begun = [...document.querySelectorAll('#article > section')].filter(
      (section) => section.getBoundingClientRect().top < window.innerHeight / 3,
    );
    return begun[begun.length - 1]?.id ?? '';
  },

  /** The engine is there: the article and the notices leave the page. @returns {() => void} puts the article back */
  replaceArticle() {
    const article = document.getElementById('article');
    const skip = document.getElementById('skip');
    article?.remove();
    skip?.remove();
    document.querySelector('.languages')?.remove(); // every screen has its own way there
    show('loading', false);
    const stage = part('stage');
    if (stage) stage.hidden = false;
    return () => {
      if (stage) stage.remove();
      if (article) document.body.append(article);
    };
  },

  /** The engine stopped for good. */
  stop() {
    show('stopped', true);
    const button = part('reload');
    if (button) part('stopped')?.append(button);
    button?.addEventListener('click', reload);
    button?.focus();
    document.documentElement.dataset.tautline = 'stopped';
  },
};
