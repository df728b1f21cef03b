// The page's elements for the engine's nodes: applies ops, keeps one record a node. Elements are changed in place and
// never made anew while their node lives, so that focus, reading position and a pressed button survive.

import { createElement, domId } from './elements.js';
import { flag } from '../engine/ops.js';
import { opensBeside } from './sheet.js';
import {
  placeBox,
  placeText,
  setAttribute,
  showAddress,
  showFlags,
  showLabel,
  showLanguage,
  showNumbers,
  showStyle,
} from './show.js';

/** @typedef {import('./elements.js').NodeRecord} NodeRecord */

export class Mirror {
  /** @param {HTMLElement} root the element that the nodes stand in */
  constructor(root) {
    this.root = root;
    /** @type {Map<number, NodeRecord>} */
    this.records = new Map();
    /** @type {WeakMap<Element, NodeRecord>} */
    this.owners = new WeakMap();
    /** @type {NodeRecord | null} */
    this.toFocus = null;
    /** @type {NodeRecord | null} what the last ops added that must be seen at once */
    this.urgent = null;
    /** @type {HTMLDialogElement | null} what the last ops added, not yet shown */
    this.dialog = null;
    /** @type {WeakMap<Element, Element | null>} where the focus was before each dialog */
    this.openers = new WeakMap();
    /** @type {(event: MouseEvent) => void} somebody pressed a button, a link or a hotspot */
    this.pressed = () => {};
  }

  /**
   * The node that an element belongs to: its own or the nearest one round it.
   * @param {EventTarget | null} target
   * @returns {NodeRecord | null}
   */
  ownerOf(target) {
    for (let at = target instanceof Element ? target : null; at && at !== this.root; at = at.parentElement) {
      const record = this.owners.get(at);
      if (record) return record;
    }
    return null;
  }

  /** @param {string} role @param {number} [level] */
  first(role, level) {
    for (const record of this.records.values()) {
      if (record.role === role && (level === undefined || record.level === level)) return record;
    }
    return null;
  }

  /** @param {import('../engine/ops.js').AnyOp[]} ops */
  apply(ops) {
    const focused = document.activeElement;
    this.toFocus = null;
    this.urgent = null;
    for (const op of ops) this.applyOne(op);
    if (this.dialog) {
      this.openers.set(this.dialog, focused);
      if (this.dialog.classList.contains('drawer') && opensBeside()) this.dialog.show();
      else this.dialog.showModal();
      this.dialog = null;
      return;
    }
    // Browsers take the focus from an element that is moved.
    if (focused instanceof HTMLElement && focused !== document.activeElement && this.root.contains(focused)) {
      focused.focus({ preventScroll: true });
    }
  }

  /** @param {import('../engine/ops.js').AnyOp} op */
  applyOne(op) {
    if (op.op === 'page' || op.op === 'say' || op.op === 'language' || op.op === 'ask' || op.op === 'speak') return;
    if (op.op === 'add') return this.add(op);
    const record = this.records.get(op.id);
    if (!record) return;
    switch (op.op) {
      case 'move':
        return this.place(record, op.parent, op.before);
      case 'remove':
        return this.remove(record);
      case 'focus':
        this.toFocus = record;
        return;
      // The browser lays a dialog out.
      case 'rect':
        return record.element.closest('dialog') ? undefined : placeBox(record.element.style, op);
      case 'place':
        return placeText(record, op);
      case 'style':
        record.style = op;
        return showStyle(record);
      case 'numbers':
        return showNumbers(record, op);
      case 'flags':
        return showFlags(record, op.flags);
      case 'describedBy':
        return setAttribute(record.input ?? record.element, 'aria-describedby', op.by ? domId(op.by) : null);
      case 'text':
        return this.showText(record, op.field, op.text);
    }
  }

  /** @param {import('../engine/ops.js').AddOp} op */
  add(op) {
    const record = createElement(op);
    this.records.set(op.id, record);
    this.owners.set(record.element, record);
    if (['button', 'link', 'hotspot'].includes(op.role))
      record.element.addEventListener('click', (event) => this.pressed(event));
    if (op.role === 'alert') this.urgent = record;
    if (record.element instanceof HTMLDialogElement) this.dialog = record.element;
    this.place(record, op.parent, op.before);
  }

  /**
   * @param {NodeRecord} record
   * @param {number} parent
   * @param {number} before
   */
  place(record, parent, before) {
    const body = this.records.get(parent)?.body ?? this.root;
    body.insertBefore(record.element, this.records.get(before)?.element ?? null);
    if (record.hint) record.element.after(record.hint);
    if (record.role === 'radio' && record.input) record.input.name = `g-${parent.toString(36)}`;
  }

  /** @param {NodeRecord} record */
  remove(record) {
    for (const element of [record.element, ...record.element.querySelectorAll('.n')]) {
      const inside = this.owners.get(element);
      if (inside) this.records.delete(inside.id);
    }
    record.hint?.remove();
    record.element.remove();
    const opener = this.openers.get(record.element);
    if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
  }

  /**
   * @param {NodeRecord} record
   * @param {import('../engine/ops.js').TextField} field
   * @param {string} text
   */
  showText(record, field, text) {
    switch (field) {
      case 'label':
        record.label = text;
        return showLabel(record);
      case 'valueText':
        if (record.role === 'link' || record.role === 'heading') {
          record.heard = text;
          return showLabel(record);
        }
        if (record.value) record.value.textContent = text;
        return setAttribute(record.input ?? record.progress ?? record.element, 'aria-valuetext', text);
      case 'description':
        return this.showHint(record, text);
      case 'lang':
        return showLanguage(record, text);
      case 'href':
        return showAddress(record.element, text);
    }
  }

  /**
   * @param {NodeRecord} record
   * @param {string} text
   */
  showHint(record, text) {
    if (!record.hint) {
      record.hint = document.createElement('span');
      record.hint.className = 'hint';
      record.hint.id = `${domId(record.id)}-hint`;
      showLanguage(record, record.element.lang);
      record.element.after(record.hint);
    }
    record.hint.textContent = text;
    record.hint.hidden = text === '';
    setAttribute(record.input ?? record.element, 'aria-describedby', text ? record.hint.id : null);
  }

  /** In the document skin the browser lays out; what the stage placed is told again with the next picture. */
  unplace() {
    for (const { element, text, value } of this.records.values())
      for (const each of [element, text, value]) each?.removeAttribute('style');
  }

  /** Takes every element away. */
  clear() {
    this.root.replaceChildren();
    this.records.clear();
    this.toFocus = null;
    this.urgent = null;
    this.dialog = null;
  }

  /** What a person just did to a control may not be what the engine made of it: show what it holds. */
  /** @param {NodeRecord} record */
  settle(record) {
    if (!record.input) return;
    if (record.role === 'slider') record.input.value = String(record.number);
    else record.input.checked = (record.flags & flag.checked) !== 0;
  }
}
