// The kiosk's own words (content/words/<language>/kiosk.json): they are not the engine's, so that the page need not
// fetch them.

/** @typedef {Record<string, Record<string, string>>} AllWords by language, then by key */

/** @param {AllWords} all @param {string} language */
export function wordsIn(all, language) {
  const own = all[language] ?? {};
  /** @param {string} key @param {Record<string, string | number>} [places] */
  return (key, places = {}) => {
    const text = own[key] ?? all.en[key] ?? key;
    return text.replace(/\{(\w+)\}/g, (whole, name) => String(places[name] ?? whole));
  };
}

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, string>} attributes
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** @param {string} label @param {string} look @param {() => void} press @param {Record<string, string>} [attributes] */
export function button(label, look, press, attributes = {}) {
  const made = element('button', { type: 'button', class: look, ...attributes }, label);
  made.addEventListener('click', (event) => {
    event.stopPropagation();
    press();
  });
  return made;
}
