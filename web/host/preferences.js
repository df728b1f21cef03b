// What the device asks for, live: dark or light, less motion, forced colours, text size, a translated page.

const dark = matchMedia('(prefers-color-scheme: dark)');
const lessMotion = matchMedia('(prefers-reduced-motion: reduce)');
const moreContrast = matchMedia('(prefers-contrast: more)');
const forcedColors = matchMedia('(forced-colors: active)');

const paper = matchMedia('print');

const largestSmallText = 39; // three times the stage's smallest (src/ui/types.h)

export const preferences = {
  get dark() {
    return dark.matches;
  },
  get lessMotion() {
    return lessMotion.matches;
  },
  get moreContrast() {
    return moreContrast.matches;
  },
  /** A person's own style sheet that moves letters, words or lines apart. */
  ownSpacing: false,
  /** The language that the page itself is in, once it is shown. */
  language: '',
  /** The browser shows no text smaller than this, CSS pixels. */
  smallestText: 0,
  /** Somebody translated what stands on the screen (dom/foreign.js). */
  foreignText: false,
  printing: false,
  /** The stage can't serve these: its words are painted in its own colours, in the language of the content, and at its
   * own distances; it can't be larger than three times its size; and paper needs words. */
  get needsDocument() {
    const { classList, lang } = document.documentElement;
    const translated =
      [...classList].some((name) => name.startsWith('translated-')) ||
      (preferences.language !== '' && lang !== preferences.language);
    return (
      forcedColors.matches ||
      translated ||
      preferences.foreignText ||
      preferences.ownSpacing ||
      preferences.smallestText > largestSmallText ||
      preferences.printing
    );
  },
  /** How much larger than usual the browser's own text is: 1 for 16 px. */
  rootScale: 1,
};

/**
 * @param {HTMLElement} parent
 * @param {() => void} changed
 */
export function watchPreferences(parent, changed) {
  for (const query of [dark, lessMotion, moreContrast, forcedColors]) query.addEventListener('change', changed);
  new MutationObserver(changed).observe(document.documentElement, { attributeFilter: ['class', 'lang'] });
  // An element one rem wide, so that a change of the browser's text size is seen at once. The document's own text size
  // is set on <body>, never on <html>, so a rem is always the browser's.
  const probe = document.createElement('div');
  probe.className = 'rem-probe';
  parent.append(probe);
  const measure = () => {
    const scale = probe.getBoundingClientRect().width / 16 || 1;
    if (scale === preferences.rootScale) return;
    preferences.rootScale = scale;
    changed();
  };
  new ResizeObserver(measure).observe(probe);
  measure();
  watchSpacing(parent, changed);
  watchSmallest(parent, changed);
}

/** @param {(printing: boolean) => void} changed */
export function watchPrinting(changed) {
  window.addEventListener('beforeprint', () => changed(true));
  window.addEventListener('afterprint', () => changed(false));
  paper.addEventListener('change', () => changed(paper.matches)); // where only that is told
}

// A browser may be told to show no text under a size. It then draws a text of one pixel larger, and nothing else tells:
// its width beside that of the same text at a hundred.
/** @param {HTMLElement} parent @param {() => void} changed */
function watchSmallest(parent, changed) {
  const [tiny, large] = ['tiny', 'large'].map((name) => {
    const probe = document.createElement('span');
    probe.className = `size-probe ${name}`;
    probe.setAttribute('aria-hidden', 'true');
    probe.textContent = 'mm';
    parent.append(probe);
    return probe;
  });
  const measure = () => {
    const size = Math.round((100 * tiny.getBoundingClientRect().width) / large.getBoundingClientRect().width) || 0;
    if (size === preferences.smallestText) return;
    preferences.smallestText = size;
    changed();
  };
  for (const probe of [tiny, large]) new ResizeObserver(measure).observe(probe);
  measure();
}

// Two lines of text that nobody sees, with usual distances: when their box changes although the page's own settings
// leave it alone, a style sheet of the person's has changed it.
/** @param {HTMLElement} parent @param {() => void} changed */
function watchSpacing(parent, changed) {
  const probe = document.createElement('p');
  probe.className = 'spacing-probe';
  probe.setAttribute('aria-hidden', 'true');
  parent.append(probe);
  const measure = () => {
    const { letterSpacing, wordSpacing, lineHeight } = getComputedStyle(probe);
    const own = [letterSpacing, wordSpacing].some((space) => parseFloat(space) > 0) || parseFloat(lineHeight) > 17;
    if (own === preferences.ownSpacing) return;
    preferences.ownSpacing = own;
    changed();
  };
  probe.textContent = 'a a\na a';
  new ResizeObserver(measure).observe(probe);
  measure();
}
