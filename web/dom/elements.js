// Makes the native element for a node and keeps it like the node: which HTML stands for which role is documented in
// src/view/screen/screen.h. Real text, native controls; ARIA only where HTML has no word for it.

import { showNumbers, showStyle } from './show.js';

/**
 * @typedef {object} NodeRecord
 * @property {number} id
 * @property {string} key
 * @property {string} role
 * @property {number} level
 * @property {HTMLElement} element   what stands in the page
 * @property {HTMLElement} body      where children go
 * @property {HTMLElement | null} text   where the label stands as text; null: it is an aria-label
 * @property {HTMLElement | null} value  where the value stands as text
 * @property {HTMLInputElement | null} input
 * @property {HTMLProgressElement | null} progress
 * @property {HTMLElement | null} hint   the description, right behind the element
 * @property {string} label
 * @property {string} heard    said instead of the label; '': the label
 * @property {number} flags
 * @property {number} number      the value the engine holds
 * @property {{look: string, arrange: string, accent: string, icon: string}} style
 */

/** @type {Record<string, string>} */
const tags = {
  banner: 'header',
  navigation: 'nav',
  main: 'main',
  footer: 'footer',
  section: 'section',
  group: 'div',
  list: 'ul',
  item: 'li',
  'radio-group': 'fieldset',
  'check-group': 'fieldset',
  table: 'table',
  row: 'tr',
  paragraph: 'p',
  cell: 'td',
  'header-cell': 'th',
  button: 'button',
  link: 'a',
  radio: 'label',
  checkbox: 'label',
  slider: 'label',
  figure: 'div',
  hotspot: 'div',
  progress: 'label',
  status: 'p',
  alert: 'div',
  dialog: 'dialog',
};

// A sheet of absolutely placed boxes makes some browsers forget what tables and lists are; saying so again helps.
/** @type {Record<string, string>} */
const ariaRoles = { list: 'list', table: 'table', row: 'row', cell: 'cell', figure: 'img', status: 'status' };

/**
 * @param {HTMLElement} parent
 * @param {string} tag
 * @param {string} className
 */
function part(parent, tag, className) {
  const element = document.createElement(tag);
  element.className = className;
  parent.append(element);
  return element;
}

/**
 * @param {HTMLElement} parent
 * @param {string} type
 */
function inputPart(parent, type) {
  const input = document.createElement('input');
  input.type = type;
  // On a shared screen, or the browser keeps its state in its profile with the page's history. HTML knows the word for
  // sliders alone, so that elsewhere a checker would rightly object.
  if (type === 'range' || document.documentElement.classList.contains('kiosk')) input.autocomplete = 'off';
  parent.append(input);
  return input;
}

/** @param {number} id */
export const domId = (id) => `s-${id.toString(36)}`;

/**
 * @param {{id: number, role: string, level: number, key: string}} op
 * @returns {NodeRecord}
 */
export function createElement({ id, role, level, key }) {
  const element = document.createElement(role === 'heading' ? `h${Math.min(Math.max(level, 1), 6)}` : tags[role]);
  element.id = role === 'main' ? 'main' : domId(id); // the skip link's target
  element.dataset.key = key;
  if (ariaRoles[role]) element.setAttribute('role', ariaRoles[role]);
  /** @type {NodeRecord} */
  const record = {
    id,
    key,
    role,
    level,
    element,
    body: element,
    text: null,
    value: null,
    input: null,
    progress: null,
    hint: null,
    label: '',
    heard: '',
    flags: 0,
    number: 0,
    style: { look: 'plain', arrange: 'stack', accent: 'none', icon: 'none' },
  };
  fillParts(record);
  showStyle(record);
  return record;
}

/** @param {NodeRecord} record */
function fillParts(record) {
  const { element, role, level } = record;
  switch (role) {
    case 'heading':
    case 'paragraph':
    case 'cell':
    case 'status':
      record.text = element;
      break;
    case 'header-cell':
      element.setAttribute('scope', level === 2 ? 'row' : 'col');
      element.setAttribute('role', level === 2 ? 'rowheader' : 'columnheader');
      record.text = element;
      break;
    case 'radio-group':
    case 'check-group':
      record.text = part(element, 'legend', 'text');
      break;
    case 'table':
      record.text = part(element, 'caption', 'text');
      record.body = part(element, 'tbody', '');
      record.body.setAttribute('role', 'rowgroup');
      break;
    case 'button':
      element.setAttribute('type', 'button');
      record.text = part(element, 'span', 'text');
      break;
    case 'link':
    case 'alert':
      record.text = part(element, 'span', 'text');
      break;
    case 'radio':
    case 'checkbox':
      record.input = inputPart(element, role);
      record.text = part(element, 'span', 'text');
      break;
    case 'slider':
      record.text = part(element, 'span', 'text');
      record.value = part(element, 'span', 'value');
      record.input = inputPart(element, 'range');
      showNumbers(record, { value: 0, min: 0, max: 1, step: 0 });
      break;
    case 'progress':
      record.text = part(element, 'span', 'text');
      record.progress = document.createElement('progress');
      element.append(record.progress);
      record.value = part(element, 'span', 'value');
      break;
    case 'hotspot':
      element.setAttribute('aria-hidden', 'true');
      break;
  }
  // Said by aria-valuetext; as a second text it would be read twice.
  record.value?.setAttribute('aria-hidden', 'true');
}
