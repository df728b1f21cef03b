// The browser's own question before a page goes away, while there are answers that would go with it. The listener is
// there only then: a page that has one is not kept for Back in some browsers.

/** @param {BeforeUnloadEvent} event */
function ask(event) {
  event.preventDefault();
  event.returnValue = true; // older browsers look only here
}

/** @param {boolean} wanted */
export function askBeforeLeaving(wanted) {
  if (wanted) window.addEventListener('beforeunload', ask);
  else window.removeEventListener('beforeunload', ask);
}
