// A hard week from afar, with a presenter's remote: its keys turn the scenes, as if the buttons had been pressed; Escape
// leaves the big picture.

import { isSlider } from './keys.js';

/** @param {HTMLElement} root */
export function listenToSceneKeys(root) {
  /** @param {string} key */
  const find = (key) => /** @type {HTMLElement | null} */ (root.querySelector(`[data-key="${key}"]`));
  document.addEventListener('keydown', (event) => {
    const { key, target } = event;
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || isSlider(target))
      return;
    const big = find('story/big');
    if (!big || document.querySelector('dialog[open]')) return;
    const fills = !find('banner'); // else the page's own keys scroll it
    const onward = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const sideways = key === 'ArrowLeft' || key === 'ArrowRight';
    const turn = sideways ? key === onward : key === 'PageDown';
    if (sideways || (fills && (key === 'PageDown' || key === 'PageUp'))) {
      find(turn ? 'story/next' : 'story/back')?.click();
    } else if (fills && key === 'Escape') {
      big.click();
    } else {
      return;
    }
    event.preventDefault();
  });
}
