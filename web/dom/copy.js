// What is copied from the picture. The page's own words lie over it transparent and one by one, so a browser would copy
// them run together and without a colour; they go as plain text instead, a line for each.

/** @param {HTMLElement} root @param {() => boolean} isPicture */
export function copyWords(root, isPicture) {
  document.addEventListener('copy', (event) => {
    const selection = document.getSelection();
    if (!isPicture() || !selection || selection.isCollapsed || !event.clipboardData) return;
    const range = selection.getRangeAt(0);
    const { startContainer, startOffset, endContainer, endOffset } = range;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, (node) => {
      const { parentElement } = node;
      const seen =
        range.intersectsNode(node) &&
        parentElement?.getClientRects().length &&
        getComputedStyle(parentElement).userSelect !== 'none';
      return seen ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT;
    });
    const lines = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      lines.push(
        node.nodeValue?.slice(node === startContainer ? startOffset : 0, node === endContainer ? endOffset : undefined),
      );
    }
    event.clipboardData.setData('text/plain', lines.filter(Boolean).join('\n'));
    event.preventDefault();
  });
}
