// Sees to a page whose own script did not begin. A script by itself, whose address hosts have asked for anew each time:
// what a browser keeps wrongly under an address that it may keep for ever no page could mend otherwise. It is held to no
// digest, so that it runs from a disk as well, where browsers check none. The article is there whatever happens in here.

/** @param {string} name @returns {HTMLElement | null} */
const part = (name) => document.querySelector(`[data-shell="${name}"]`);
const script = /** @type {HTMLScriptElement | null} */ (document.querySelector('script[integrity]'));
const patienceMs = 8_000;

/** The right bytes take the place of those that the browser keeps. Throws when the host has none. */
async function askAnew() {
  if (!script) return;
  const late = new Promise((_, failed) => setTimeout(failed, patienceMs));
  await Promise.race([
    fetch(script.src, { cache: 'reload', integrity: script.integrity }).then((answer) => answer.blob()),
    late,
  ]);
}

// A browser takes no checked file from a disk: the style sheets come unchecked, so that the article has its looks.
function tellOfDisk() {
  document.documentElement.classList.add('unstarted');
  for (const { href } of /** @type {NodeListOf<HTMLLinkElement>} */ (
    document.querySelectorAll('link[rel="stylesheet"]')
  )) {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = href;
    document.head.append(link);
  }
  const sentence = part('disk');
  if (!sentence) return part('unstarted')?.classList.add('now');
  part('unstarted')?.remove();
  sentence.hidden = false;
}

async function see() {
  const sentence = part('unstarted');
  if (script && !sentence) return; // it began
  if (location.protocol === 'file:') return tellOfDisk();
  if (!sentence) return;
  sentence.querySelector('a')?.addEventListener('click', (event) => {
    event.preventDefault(); // it would lose what stands behind "#"
    askAnew()
      .catch(() => {})
      .then(() => location.reload());
  });
  const [entry] = performance.getEntriesByType('navigation');
  try {
    await askAnew();
    // Once: it may be the script that can't run here.
    if (entry instanceof PerformanceNavigationTiming && entry.type !== 'reload') return location.reload();
  } catch {
    // The host still gives out something else.
  }
  sentence.classList.add('now');
  document.documentElement.classList.add('unstarted');
}

// The page's script begins before that, if it can.
if (document.readyState === 'complete') see();
else window.addEventListener('load', see);
