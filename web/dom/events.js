// What people do with the page's elements, as the engine's events. One authority for each control: its DOM event. What
// a pointer is on is reported for the picture only, never as a second way to act.

import { flag } from '../engine/ops.js';
import { call } from '../host/leave.js';
import { listenToSheets } from './sheet.js';

/** @typedef {import('./elements.js').NodeRecord} NodeRecord */

/**
 * @param {import('./mirror.js').Mirror} mirror
 * @param {import('../engine/engine.js').Engine} engine
 * @param {{acted: () => void, looked: () => void, skip: () => void}} tell acted: the engine's state may have changed;
 *   looked: only what is hovered, pressed or focused; skip: the link past the banner was used
 * @returns {() => void} forgets what a pointer was on
 */
export function listen(mirror, engine, tell) {
  const { root } = mirror;
  const on = { hovered: 0, pressed: 0, focused: 0 };

  /** @param {Partial<typeof on>} change */
  const look = (change) => {
    const before = { ...on };
    Object.assign(on, change);
    if (on.hovered === before.hovered && on.pressed === before.pressed && on.focused === before.focused) return;
    engine.interaction(on.hovered, on.pressed, on.focused);
    tell.looked();
  };

  /** @param {EventTarget | null} target */
  const usable = (target) => {
    for (let record = mirror.ownerOf(target); record; record = mirror.ownerOf(record.element.parentElement)) {
      if (['button', 'link', 'radio', 'checkbox', 'slider', 'hotspot'].includes(record.role)) return record;
    }
    return null;
  };

  /** @param {EventTarget | null} target */
  const usableId = (target) => usable(target)?.id ?? 0;

  /** @param {NodeRecord} record @param {'click' | 'value' | 'check'} kind @param {number} value */
  const act = (record, kind, value) => {
    engine.event(record.id, kind, value);
    tell.acted();
    mirror.settle(record);
  };

  // After a touch on an answer what stands next comes into view, the answer still in it, so that nobody has to swipe from
  // question to question. Never the focus, and never after a key.
  /** @param {NodeRecord} record */
  const bringNext = ({ element }) => {
    const next = element.closest('.card')?.nextElementSibling;
    if (!next || mirror.urgent) return;
    const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(document.documentElement);
    const hidden = next.getBoundingClientRect().bottom + parseFloat(scrollPaddingBottom) - window.innerHeight;
    const room = element.getBoundingClientRect().top - parseFloat(scrollPaddingTop);
    if (hidden > 0 && room > 0) window.scrollBy(0, Math.min(hidden, room));
  };
  let touchedAt = -Infinity;
  root.addEventListener('pointerup', ({ timeStamp }) => (touchedAt = timeStamp));

  // Each control tells of itself: if something round the whole page listened to clicks, browsers would tell assistive
  // technology that all in it is clickable, and a heading would be read so.
  mirror.pressed = (event) => {
    const record = usable(event.target);
    if (!record || record.input) return; // inputs tell by `input` and `change`
    if (record.flags & flag.disabled) return event.preventDefault();
    const address = record.element.getAttribute('href') ?? '';
    if (record.role === 'link') {
      if (address.startsWith('tel:')) call();
      const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey;
      if (!address.startsWith('#') || elsewhere) return; // the browser's business
      event.preventDefault();
      if (!address.startsWith('#/')) return tell.skip();
    }
    if (record.flags & flag.acts) act(record, 'click', 0);
  };

  // Some assistive technology sends `change` without `input`; the second of two equal values changes nothing.
  for (const type of ['input', 'change']) {
    root.addEventListener(type, (event) => {
      const record = mirror.ownerOf(event.target);
      if (!record?.input) return;
      if (record.role !== 'slider') {
        if (type !== 'change') return;
        act(record, 'check', record.input.checked ? 1 : 0);
        // Once the engine's answer is in the page.
        if (record.role === 'radio' && event.timeStamp - touchedAt < 500)
          requestAnimationFrame(() => requestAnimationFrame(() => bringNext(record)));
      } else if (Number(record.input.value) !== record.number) {
        act(record, 'value', Number(record.input.value));
      }
    });
  }

  const close = () => {
    engine.tell('close');
    tell.acted();
  };
  listenToSheets(root, close);

  // A dialog is the engine's to close; browsers that close it by themselves are told afterwards. Neither event bubbles.
  for (const type of ['cancel', 'close']) {
    root.addEventListener(
      type,
      (event) => {
        if (type === 'cancel') event.preventDefault();
        if (!mirror.ownerOf(event.target) || !(event.target instanceof HTMLDialogElement) || !event.target.isConnected)
          return;
        close();
      },
      { capture: true },
    );
  }

  root.addEventListener('pointerover', (event) => {
    if (event.pointerType !== 'touch') look({ hovered: usableId(event.target) });
  });
  root.addEventListener('pointerleave', () => look({ hovered: 0, pressed: 0 }));
  root.addEventListener('pointerdown', (event) => {
    if (event.isPrimary && event.button === 0) look({ pressed: usableId(event.target) });
  });
  for (const type of ['pointerup', 'pointercancel']) {
    window.addEventListener(type, () => look({ pressed: 0 }));
  }
  root.addEventListener('focusin', (event) => look({ focused: usableId(event.target) }));
  root.addEventListener('focusout', () => look({ focused: 0 }));
  return () => Object.assign(on, { hovered: 0, pressed: 0, focused: 0 });
}
