// Holds the words of the page, as a browser finds, marks and selects them, against the painted ones: line by line.
import { routes } from "./content.mjs";
import { Oracle } from "./oracle.mjs";

// The lines of the page's own words, as a browser finds, marks and selects them: each with its left edge and middle.
function lines_in_page() {
  const lines = [];
  const walker = document.createTreeWalker(document.getElementById("screen"), NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const banner = document.documentElement.classList.contains("banner-fixed") ? 0 : scrollY;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement.closest(".hint, .skip, [hidden], .label-hidden > .text, dialog")) continue;
    const down = node.parentElement.closest(".r-banner") ? banner : 0;
    let line = null;
    for (let i = 0; i < node.data.length; ++i) {
      range.setStart(node, i);
      range.setEnd(node, i + 1);
      const box = range.getBoundingClientRect();
      if (box.width === 0 && /\s/.test(node.data[i])) continue;
      const middle = box.top + box.height / 2 + scrollY - down;
      if (!line || Math.abs(line.middle - middle) > 4)
        lines.push(
          (line = { text: "", left: box.left, middle, key: node.parentElement.closest("[data-key]").dataset.key }),
        );
      line.text += node.data[i];
    }
  }
  return lines;
}

const plain = (text) => text.replace(/\s+/g, " ").trim();
const inside = ([, x, y, width], [left, top, w, height]) =>
  x + width >= left && x <= left + w && y >= top - 1 && y <= top + height;

// Every painted line of the screens that has none of the page within 4 px of it, but for a figure's own words.
// `run`: a script's body, in the page; `go`: to a screen.
export async function lines_apart(run, go, screens = routes) {
  const { width, height, density, today } = await run(
    `return { width: document.documentElement.clientWidth, height: innerHeight, density: devicePixelRatio, today: new Date().toLocaleDateString("sv") }`,
  );
  const oracle = (await Oracle.in(run)).tell("less_motion 1", `today ${today}`, `window ${width} ${height} ${density}`);
  const wrong = [];
  let count = 0;
  for (const route of screens) {
    const { nodes, lines: painted } = await oracle.tell(`go ${route}`).screen();
    await go(route);
    const figures = nodes.filter(({ role }) => role === "figure").map(({ box }) => box);
    const found = await run(`${lines_in_page}; return lines_in_page();`);
    for (const line of painted.filter((each) => !figures.some((box) => inside(each, box)))) {
      const [text, x, y, , high] = line;
      ++count;
      if (
        found.some(
          (each) =>
            plain(each.text) === plain(text) &&
            Math.abs(each.left - x) <= 4 &&
            Math.abs(each.middle - (y + high / 2)) <= 4,
        )
      )
        continue;
      const near = found
        .filter((each) => plain(each.text).startsWith(plain(text).slice(0, 6)))
        .map((each) => `"${each.text}" ${each.left.toFixed(0)} ${each.middle.toFixed(0)} ${each.key}`)[0];
      wrong.push(`${route}: "${text}" at ${x.toFixed(0)} ${(y + high / 2).toFixed(0)}; the page has ${near}`);
    }
  }
  oracle.close();
  return { count, wrong };
}
