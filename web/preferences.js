// What the device asks for, live: dark or light, less motion, forced colours, text size, a translated page.

const dark = matchMedia('(prefers-color-scheme: dark)');
const lessMotion = matchMedia('(prefers-reduced-motion: reduce)');
const forcedColors = matchMedia('(forced-colors: active)');

export const preferences = {
  get dark() {
    return dark.matches;
  },
  get lessMotion() {
    return lessMotion.matches;
  },
  /** The stage can't serve these: its words are painted in its own colours and in the language of the content. */
  get needsDocument() {
    const { classList } = document.documentElement;
    const translated = [...classList].some((name) => name.startsWith('translated-'));
    return forcedColors.matches || translated;
  },
  /** How much larger than usual the browser's own text is: 1 for 16 px. */
  rootScale: 1,
};

/**
 * @param {HTMLElement} parent
 * @param {() => void} changed
 */
export function watchPreferences(parent, changed) {
  for (const query of [dark, lessMotion, forcedColors]) query.addEventListener('change', changed);
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
}
