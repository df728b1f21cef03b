// How a drawer closes besides by its button: Escape, a press beside it, a swipe down from its top. A sheet over a small
// window holds the focus and the rest of the page is inert; a panel on a wide one does neither.

/** Whether there is room beside the stage. */
export const opensBeside = () => window.matchMedia('(min-width: 60rem)').matches;

const swipe = 70; // pixels

/** @param {HTMLElement} root @param {() => void} close */
export function listenToSheets(root, close) {
  /** @param {EventTarget | null} target */
  const sheetOf = (target) => (target instanceof Element ? target.closest('dialog.drawer') : null);

  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !root.querySelector('dialog.drawer[open]:not(:modal)')) return;
    event.preventDefault();
    close();
  });

  root.addEventListener('click', (event) => {
    const { target, clientX, clientY } = event;
    if (!(target instanceof HTMLDialogElement) || target !== sheetOf(target)) return;
    const { left, right, top, bottom } = target.getBoundingClientRect();
    if (clientX < left || clientX > right || clientY < top || clientY > bottom) close();
  });

  let from = NaN;
  root.addEventListener(
    'touchstart',
    ({ target, touches }) => {
      const sheet = sheetOf(target);
      from = sheet && sheet.scrollTop <= 0 && touches.length === 1 ? touches[0].clientY : NaN;
    },
    { passive: true },
  );
  root.addEventListener('touchend', ({ target, changedTouches }) => {
    if (sheetOf(target) && changedTouches[0].clientY - from > swipe) close();
    from = NaN;
  });
}
