// The browser's own question before a page goes away, while there are answers that would go with it. The listener is
// there only then: a page that has one is not kept for Back in some browsers.

let calling = false;

/** A number is dialled: browsers ask as if the page went away, and nobody who calls for help may be held up. */
export function call() {
  calling = true;
  setTimeout(() => {
    calling = false;
  }, 1000);
}

/** @param {BeforeUnloadEvent} event */
function ask(event) {
  if (calling) return;
  event.preventDefault();
  event.returnValue = true; // older browsers look only here
}

/** @param {boolean} wanted */
export function askBeforeLeaving(wanted) {
  if (wanted) window.addEventListener('beforeunload', ask);
  else window.removeEventListener('beforeunload', ask);
}
