// All that a page needs to follow the lesson's height. A sandboxed frame has no origin, so it is known by its window.
const frame = document.querySelector('#lesson');
window.addEventListener('message', ({ source, data }) => {
  if (source !== frame.contentWindow || data?.source !== 'tautline' || data.v !== 1) return;
  if (data.type === 'height') frame.style.height = `${data.height}px`;
  if (data.type === 'scroll') window.scrollTo({ top: frame.getBoundingClientRect().top + window.scrollY + data.y });
});
