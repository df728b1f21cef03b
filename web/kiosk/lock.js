// No way out, and two ways in: touch, or five keys. The arrows up and down move along what can be used and scroll over
// what can only be read, left and right move a slider or go back, Enter uses. Every other key does nothing. What a page
// can't hold back (a keyboard's window keys) is the launcher's and the operator's part: docs/kiosk.md.

import { isSlider, move, usable } from '../host/keys.js';

/** @param {{back: () => void, enter: () => void}} tell enter: the Enter key, where nothing has the focus */
export function lock({ back, enter }) {
  /** @param {Event} event */
  const never = (event) => {
    if (event.cancelable) event.preventDefault();
  };
  for (const type of [
    'contextmenu',
    'selectstart',
    'dragstart',
    'drop',
    'copy',
    'cut',
    'paste',
    'gesturestart',
    'gesturechange',
    'auxclick',
    'beforeinput',
  ]) {
    window.addEventListener(type, never, { capture: true });
  }
  window.addEventListener('wheel', (event) => event.ctrlKey && never(event), { capture: true, passive: false });
  for (const type of ['touchstart', 'touchmove']) {
    window.addEventListener(type, (event) => /** @type {TouchEvent} */ (event).touches.length > 1 && never(event), {
      capture: true,
      passive: false,
    });
  }
  // Outside links are words here; should one be left, it leads nowhere.
  window.addEventListener(
    'click',
    (event) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (!link) return;
      const inside = (link.getAttribute('href') ?? '').startsWith('#');
      if (!inside || event.ctrlKey || event.metaKey || event.shiftKey) {
        never(event);
        event.stopImmediatePropagation();
      }
    },
    { capture: true },
  );
  window.open = () => null;
  window.print = () => {};

  window.addEventListener(
    'keydown',
    (event) => {
      const { key, target } = event;
      if (
        isSlider(target) &&
        (key === 'ArrowLeft' || key === 'ArrowRight') &&
        !event.ctrlKey &&
        !event.altKey &&
        !event.metaKey
      )
        return;
      never(event);
      event.stopImmediatePropagation();
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      if (key === 'ArrowDown' || (key === 'Tab' && !event.shiftKey)) move(1);
      else if (key === 'ArrowUp' || key === 'Tab') move(-1);
      else if (key === 'ArrowLeft') back();
      else if (key === 'Enter' && !event.repeat) {
        if (target instanceof HTMLElement && target.matches(usable)) target.click();
        else enter();
      }
    },
    { capture: true },
  );
  // A button would click by itself when the space bar comes up.
  window.addEventListener('keyup', (event) => event.key === ' ' && never(event), { capture: true });
}
