// Checks that run inside the page, one list of sentences each, empty when all is well. Several tests ask them, and
// gate.test.mjs shows that they see what they are for.

// Brothers follow each other down the page, or to the right in a row: nobody reads upwards. The places of a picture
// (covers) go from head to foot and lie in no rows.
export function out_of_order() {
  const found = [];
  for (const parent of document.querySelectorAll("#screen, #screen [data-key]")) {
    const children = [...parent.querySelectorAll("[data-key]")].filter(
      (element) =>
        element.parentElement.closest("[data-key], #screen") === parent &&
        !element.matches(".skip, .r-hotspot, .r-banner, .r-dialog"),
    );
    for (let i = 1; i < children.length; ++i) {
      const a = children[i - 1].getBoundingClientRect(),
        b = children[i].getBoundingClientRect();
      if (a.width * a.height * b.width * b.height === 0) continue;
      if (b.bottom <= a.top + 1) found.push(`${children[i].dataset.key} lies above ${children[i - 1].dataset.key}`);
      else if (children[i - 1].matches(".cover") && children[i].matches(".cover")) continue;
      else if (b.top < a.bottom - 1 && a.top < b.bottom - 1 && b.right <= a.left + 1)
        found.push(`${children[i].dataset.key} lies to the left of ${children[i - 1].dataset.key}`);
    }
  }
  return found;
}

// Controls that a finger may miss. Links inside a sentence and what is hidden don't count.
export function too_small() {
  return [...document.querySelectorAll("#screen :is(.r-button, .r-link, .r-radio, .r-checkbox, .r-slider)")]
    .filter((element) => !element.matches(".skip:not(:focus)") && element.getClientRects().length > 0)
    .map((element) => ({ key: element.dataset.key, box: element.getBoundingClientRect() }))
    .filter(({ box }) => box.width < 43.5 || box.height < 43.5)
    .map(({ key, box }) => `${key} is ${box.width.toFixed(0)} × ${box.height.toFixed(0)}`);
}

// Brothers that a finger takes for one: less than 4 px between two buttons.
export function crowded() {
  const found = [];
  const buttons = [...document.querySelectorAll("#screen .r-button")].filter(
    (element) => element.getClientRects().length > 0,
  );
  for (const [i, one] of buttons.entries())
    for (const other of buttons.slice(i + 1)) {
      if (one.parentElement !== other.parentElement) continue;
      const a = one.getBoundingClientRect(),
        b = other.getBoundingClientRect();
      const apart = Math.max(b.left - a.right, a.left - b.right, b.top - a.bottom, a.top - b.bottom);
      if (apart < 3.4) found.push(`${one.dataset.key} and ${other.dataset.key}: ${apart.toFixed(1)} px`);
    }
  return found;
}

// Pairs of words or controls whose boxes lie on each other although neither holds the other.
export function overlapping() {
  const leaves = [...document.querySelectorAll("#screen [data-key]")]
    .filter((element) =>
      element.matches(
        // A cover lies over its figure on purpose.
        ".r-heading, .r-paragraph, .r-button:not(.stage .cover), .r-link:not(.skip), .r-radio, .r-checkbox, .r-slider, .r-figure, .r-progress, .r-status, .r-cell, .r-header-cell",
      ),
    )
    .map((element) => ({
      element,
      key: element.dataset.key,
      box: element.getBoundingClientRect(),
      banner: element.closest(".r-banner"),
    }))
    .filter(({ box }) => box.width > 0 && box.height > 0)
    .sort((a, b) => a.box.top - b.box.top);
  const found = [];
  for (let i = 0; i < leaves.length; ++i)
    for (let j = i + 1; j < leaves.length && leaves[j].box.top < leaves[i].box.bottom - 1; ++j) {
      const a = leaves[i],
        b = leaves[j];
      if (a.element.contains(b.element) || b.element.contains(a.element) || Boolean(a.banner) !== Boolean(b.banner))
        continue;
      const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
      const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
      if (across > 1 && down > 1)
        found.push(`${a.key} and ${b.key} overlap by ${across.toFixed(0)} × ${down.toFixed(0)}`);
    }
  return found.slice(0, 5);
}
