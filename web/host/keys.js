// Five keys move about: the arrows up and down go from one thing that can be used to the next, and scroll over what can
// only be read. For the kiosk, and for those who ask for it in the settings or with "?keys=pad".

export const usable = 'a[href], button, input';

/** @param {EventTarget | null} target */
export const isSlider = (target) => target instanceof HTMLInputElement && target.type === 'range';

/** @param {Element} element */
function canBeUsed(element) {
  if (
    !(element instanceof HTMLElement) ||
    element.closest('[inert], [hidden]') ||
    element.getAttribute('tabindex') === '-1'
  )
    return false;
  if (element instanceof HTMLInputElement && element.disabled) return false;
  const { width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0;
}

/** @param {1 | -1} step */
export function move(step) {
  const dialog = document.querySelector('[role=alertdialog], dialog:modal');
  const all = [...(dialog ?? document).querySelectorAll(usable)].filter(canBeUsed);
  if (all.length === 0) return;
  const at = all.indexOf(/** @type {Element} */ (document.activeElement));
  const next = /** @type {HTMLElement} */ (
    all[at < 0 ? (step > 0 ? 0 : all.length - 1) : (at + step + all.length) % all.length]
  );
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

/** The setting: beside all other keys, left and right as up and down where there is no slider. @param {() => boolean} isOn */
export function listenToPad(isOn) {
  document.addEventListener('keydown', (event) => {
    const { key, target } = event;
    if (!isOn() || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const sideways = key === 'ArrowLeft' || key === 'ArrowRight';
    const uses = key === 'Enter' && target instanceof HTMLInputElement && !isSlider(target);
    if (!uses && !sideways && key !== 'ArrowUp' && key !== 'ArrowDown') return;
    if (sideways && isSlider(target)) return;
    event.preventDefault();
    if (uses) target.click();
    else move(key === 'ArrowDown' || key === 'ArrowRight' ? 1 : -1);
  });
}
