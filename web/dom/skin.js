// Stage or document: the same elements, told apart by a class on <html>.

/** @param {import('../engine/ops.js').PageOp} page */
export function showSkin(page) {
  const { classList, style } = document.documentElement;
  classList.toggle('document', page.documentSkin);
  classList.toggle('stage', !page.documentSkin);
  for (const name of ['light', 'dark', 'contrast', 'warm'])
    classList.toggle(name, page.scheme.split(' ').includes(name));
  classList.toggle('typeface-2', page.secondTypeface);
  classList.toggle('wide-spacing', page.wideSpacing);
  classList.toggle('banner-fixed', !page.bannerSticky);
  style.setProperty('--text-scale', String(page.textScale));
  style.setProperty('--banner-height', page.documentSkin ? '0px' : `${page.bannerHeight}px`);
}

/** A stage that nobody can ask any more, as an ordinary page. @param {boolean} printing */
export function showOnPaper(printing) {
  const { classList } = document.documentElement;
  if (classList.contains(printing ? 'stage' : 'paper'))
    for (const name of ['stage', 'document', 'paper']) classList.toggle(name);
}
