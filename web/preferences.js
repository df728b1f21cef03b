// What the device asks for, live: dark or light, less motion, forced colours, text size, a translated page.

const dark = matchMedia('(prefers-color-scheme: dark)');
const lessMotion = matchMedia('(prefers-reduced-motion: reduce)');
const moreContrast = matchMedia('(prefers-contrast: more)');
const forcedColors = matchMedia('(forced-colors: active)');

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
  /** The stage can't serve these: its words are painted in its own colours, in the language of the content, and at its
   * own distances. */
  get needsDocument() {
    const { classList, lang } = document.documentElement;
    const translated = [...classList].some((name) => name.startsWith('translated-')) ||
      (preferences.language !== '' && lang !== preferences.language);
    return forcedColors.matches || translated || preferences.ownSpacing;
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
