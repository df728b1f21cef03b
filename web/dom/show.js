// Brings what a record holds to its element: label, numbers, flags, looks. Only changes what differs, so that nothing
// is announced twice.

import { flag } from '../engine/ops.js';

/** @typedef {import('./elements.js').NodeRecord} NodeRecord */

/**
 * @param {HTMLElement} element
 * @param {string} name
 * @param {string | null} value null or '' takes the attribute away
 */
export function setAttribute(element, name, value) {
  if (!value) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

// A label is text where there is a place for it. A card that is one link takes its name from what stands in it.
/** @param {NodeRecord} record */
export function showLabel(record) {
  const { element, role, label, text, input } = record;
  const covered = (role === 'link' || role === 'button') && (record.flags & flag.hasChildren) !== 0;
  if (text && !covered) {
    if (text.textContent !== label) {
      text.textContent = label;
      // An empty title means nothing, but only an attribute that changes makes Chromium tell that a control's label does.
      input?.toggleAttribute('title');
    }
    text.hidden = label === '' && text !== element;
    setAttribute(element, 'aria-label', record.heard);
  } else {
    if (text) text.hidden = true;
    setAttribute(element, 'aria-label', label);
    if (role === 'group') setAttribute(element, 'role', label ? 'group' : null);
  }
}

/**
 * @param {NodeRecord} record
 * @param {{value: number, min: number, max: number, step: number}} numbers
 */
export function showNumbers(record, { value, min, max, step }) {
  /** @param {number} n A 32-bit number's shortest form: 0.1 and not 0.10000000149. */
  const plain = (n) => String(Number(n.toPrecision(7)));
  record.number = Number(plain(value));
  if (record.input) {
    record.input.min = plain(min);
    record.input.max = plain(max);
    record.input.step = step > 0 ? plain(step) : 'any';
    record.input.value = plain(value);
  }
  if (record.progress) {
    record.progress.max = max > 0 ? max : 1;
    record.progress.value = value;
  }
}

const rightToLeft = /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)(-|$)/; // as src/base/text.cpp has them

/** @param {NodeRecord} record @param {string} language '' is that of what is round it */
export function showLanguage(record, language) {
  for (const element of [record.element, record.hint]) {
    if (!element) continue;
    setAttribute(element, 'lang', language);
    setAttribute(element, 'dir', language && (rightToLeft.test(language) ? 'rtl' : 'ltr'));
  }
}

/** @param {NodeRecord} record */
export function showStyle(record) {
  const { role, style, flags } = record;
  const classes = ['n', `r-${role}`];
  if (style.look !== 'plain') classes.push(style.look);
  if (style.arrange !== 'stack') classes.push(`a-${style.arrange}`);
  if (style.accent !== 'none') classes.push(`c-${style.accent}`);
  if (style.icon !== 'none') classes.push(`i-${style.icon}`);
  if (flags & flag.labelHidden) classes.push('label-hidden');
  if (record.element.classList.contains('skip')) classes.push('skip');
  record.element.className = classes.join(' ');
}

/**
 * @param {HTMLElement} element
 * @param {string} address
 */
export function showAddress(element, address) {
  setAttribute(element, 'href', address);
  const outside = address !== '' && !/^(#|tel:)/.test(address);
  setAttribute(element, 'target', outside ? '_blank' : null);
  setAttribute(element, 'rel', outside ? 'noopener noreferrer' : null);
  element.classList.toggle('skip', address.startsWith('#') && !address.startsWith('#/'));
}

/**
 * @param {NodeRecord} record
 * @param {number} flags
 */
export function showFlags(record, flags) {
  const { element, input, role } = record;
  record.flags = flags;
  if (input) {
    input.disabled = (flags & flag.disabled) !== 0;
    if (role !== 'slider') input.checked = (flags & flag.checked) !== 0;
  } else {
    // Not the attribute `disabled`: it would throw the focus away.
    setAttribute(element, 'aria-disabled', flags & flag.disabled ? 'true' : null);
  }
  setAttribute(
    element,
    'aria-current',
    flags & flag.current ? (role === 'link' ? 'page' : element.matches('.dot') ? 'step' : 'true') : null,
  );
  setAttribute(element, 'aria-expanded', flags & flag.expanded ? 'true' : flags & flag.collapsed ? 'false' : null);
  showLabel(record);
  showStyle(record);
}

/**
 * Lays the page's own words over the painted ones.
 * @param {NodeRecord} record
 * @param {import('../engine/ops.js').PlaceOp} op
 */
export function placeText({ element, text, value }, { ofValue, insideWords, x, y, width, size, lineHeight, weight }) {
  const place = ofValue ? value : text;
  if (!place || element.closest('dialog')) return;
  const { style } = place;
  style.font = `${weight} ${size}px/${lineHeight}px var(--face)`;
  style.lineBreak = insideWords ? 'anywhere' : '';
  if (place === element) {
    // None may be less than nothing, or a browser takes none: `y` can be, by the last bit of a number.
    const sides = [y, parseFloat(style.width) - x - width, 0, x];
    style.padding = sides.map((side) => `${Math.max(side, 0)}px`).join(' ');
  } else {
    placeBox(style, { x, y, width });
  }
}

/**
 * @param {CSSStyleDeclaration} style
 * @param {{x: number, y: number, width: number, height?: number}} box
 */
export function placeBox(style, { x, y, width, height }) {
  style.left = `${x}px`;
  style.top = `${y}px`;
  style.width = `${width}px`;
  style.height = height === undefined ? 'auto' : `${height}px`;
}
