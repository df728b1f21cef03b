// No way out, and two ways in: touch, or five keys. The arrows up and down move along what can be used and scroll over
// what can only be read, left and right move a slider or go back, Enter uses. Every other key does nothing. What a page
// can't hold back (a keyboard's window keys) is the launcher's and the operator's part: docs/kiosk.md.

const usable = 'a[href], button, input';

/** @param {EventTarget | null} target */
const slider = (target) => target instanceof HTMLInputElement && target.type === 'range';

/** @param {Element} element */
function canBeUsed(element) {
  if (!(element instanceof HTMLElement) || element.closest('[inert], [hidden]') || element.getAttribute('tabindex') === '-1') return false;
  if (element instanceof HTMLInputElement && element.disabled) return false;
  const { width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0;
}

/** @param {1 | -1} step */
function move(step) {
  const dialog = document.querySelector('[role=alertdialog]');
  const all = [...(dialog ?? document).querySelectorAll(usable)].filter(canBeUsed);
  if (all.length === 0) return;
  const at = all.indexOf(/** @type {Element} */ (document.activeElement));
  const next = /** @type {HTMLElement} */ (all[at < 0 ? (step > 0 ? 0 : all.length - 1) : (at + step + all.length) % all.length]);
  const { top, bottom } = next.getBoundingClientRect();
  const turns = at >= 0 && (step > 0 ? at === all.length - 1 : at === 0);
  const page = window.innerHeight * 0.6;
  const far = step > 0 ? top > window.innerHeight : bottom < 0;
  const before = window.scrollY;
  if (far && !turns && getComputedStyle(next).position !== 'fixed') {
    window.scrollBy(0, step * page);
    if (window.scrollY !== before) return; // there was something to read on the way
  }
  next.focus();
}

/** @param {{back: () => void, enter: () => void}} tell enter: the Enter key, where nothing has the focus */
export function lock({ back, enter }) {
  /** @param {Event} event */
  const never = (event) => {
    if (event.cancelable) event.preventDefault();
  };
  for (const type of ['contextmenu', 'selectstart', 'dragstart', 'drop', 'copy', 'cut', 'paste', 'gesturestart', 'gesturechange', 'auxclick', 'beforeinput']) {
    window.addEventListener(type, never, { capture: true });
  }
  window.addEventListener('wheel', (event) => event.ctrlKey && never(event), { capture: true, passive: false });
  for (const type of ['touchstart', 'touchmove']) {
    window.addEventListener(type, (event) => /** @type {TouchEvent} */ (event).touches.length > 1 && never(event), { capture: true, passive: false });
  }
  // Outside links are words here; should one be left, it leads nowhere.
  window.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link) return;
    const inside = (link.getAttribute('href') ?? '').startsWith('#');
    if (!inside || event.ctrlKey || event.metaKey || event.shiftKey) {
      never(event);
      event.stopImmediatePropagation();
    }
  }, { capture: true });
  window.open = () => null;
  window.print = () => {};

  window.addEventListener('keydown', (event) => {
    const { key, target } = event;
    if (slider(target) && (key === 'ArrowLeft' || key === 'ArrowRight') && !event.ctrlKey && !event.altKey && !event.metaKey) return;
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
  }, { capture: true });
  // A button would click by itself when the space bar comes up.
  window.addEventListener('keyup', (event) => event.key === ' ' && never(event), { capture: true });
}
