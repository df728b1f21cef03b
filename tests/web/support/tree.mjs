// The accessibility tree as the browser gives it to assistive technology, and as a Screen says it should be. Both come as
// lists in reading order, one line an entry, so that a difference reads like a sentence:
//   slider "How long the worry lasts" = "1 min" (60)      heading 2 "What happens"      button "Play" (unavailable)
const containers = {
  banner: "banner",
  navigation: "navigation",
  main: "main",
  footer: "contentinfo",
  list: "list",
  item: "listitem",
  "radio-group": "group",
  "check-group": "group",
  table: "table",
  row: "row",
  heading: "heading",
  paragraph: "paragraph",
  cell: "cell",
  "header-cell": "header",
  button: "button",
  link: "link",
  radio: "radio",
  checkbox: "checkbox",
  slider: "slider",
  figure: "image",
  progress: "progressbar",
  status: "status",
  dialog: "dialog",
};
// Roles whose name is theirs to give; a paragraph has none, its text is compared as text.
const named = new Set([
  "dialog",
  "navigation",
  "region",
  "group",
  "table",
  "heading",
  "header",
  "cell",
  "button",
  "link",
  "radio",
  "checkbox",
  "slider",
  "image",
  "progressbar",
]);

// White space and the invisible marks that tell two equal announcements apart don't count.
export const plain = (text) => (text ?? "").replace(/[\s\u00a0]+/g, " ").trim();

function line({ role, name, about, level, value_text, value, checked, disabled, expanded, current }) {
  let text = role;
  if (role === "heading") text += ` ${level}`;
  if (named.has(role)) text += ` "${plain(name)}"`;
  if (role === "slider" || role === "progressbar") text += ` = "${plain(value_text)}"`;
  if (role === "slider") text += ` (${Math.round(value * 1000) / 1000})`;
  if ((role === "radio" || role === "checkbox") && plain(about)) text += ` about "${plain(about)}"`;
  if (role === "radio" || role === "checkbox") text += checked ? " (chosen)" : " (not chosen)";
  if (disabled) text += " (unavailable)";
  if (expanded === "yes") text += " (open)";
  if (expanded === "no") text += " (closed)";
  if (current) text += " (current)";
  return text;
}

// From a Screen of the oracle: entries and texts, in reading order.
export function expected(screen) {
  const children = new Map();
  screen.nodes.forEach((node, index) => {
    if (!children.has(node.parent)) children.set(node.parent, []);
    children.get(node.parent).push(index);
  });
  const entries = [],
    texts = [],
    keys = [];
  const has_place_for_text = new Set([
    "heading",
    "paragraph",
    "cell",
    "header-cell",
    "status",
    "radio-group",
    "check-group",
    "table",
    "button",
    "link",
    "radio",
    "checkbox",
    "slider",
    "progress",
  ]);
  // A card that is one link is named by what stands in it.
  const inner = (index) =>
    (children.get(index) ?? []).map((i) => plain(`${screen.nodes[i].label} ${inner(i)}`)).join(" ");
  const add = (index) => {
    const node = screen.nodes[index];
    if (node.role === "hotspot") return;
    const covered = (node.role === "link" || node.role === "button") && node.has_children;
    let role = containers[node.role];
    if (node.role === "section" && node.label) role = "region";
    if (node.role === "group" && node.label) role = "group";
    if (role) {
      const by = node.described_by ? screen.nodes.findIndex(({ key }) => key === node.described_by) : -1;
      entries.push(
        line({
          ...node,
          role,
          about: by >= 0 ? inner(by) : node.description,
          name: covered && !node.label ? inner(index) : node.label,
        }),
      );
      keys.push(node.key);
    }
    if (has_place_for_text.has(node.role) && !covered && node.label) texts.push(plain(node.label));
    for (const child of children.get(index) ?? []) add(child);
    if (node.description) texts.push(plain(node.description));
  };
  // While a dialog is open, nothing else is there for anybody.
  const roots = children.get(-1) ?? [];
  const dialogs = roots.filter((index) => screen.nodes[index].role === "dialog");
  for (const index of dialogs.length ? dialogs : roots) add(index);
  return { entries, texts, keys };
}

const properties = (node) => Object.fromEntries((node.properties ?? []).map(({ name, value }) => [name, value.value]));
const transparent = new Set([
  "RootWebArea",
  "generic",
  "none",
  "LabelText",
  "Legend",
  "rowgroup",
  "Caption",
  "caption",
  "ListMarker",
  "presentation",
  "GenericContainer",
]);
const same_role = {
  img: "image",
  columnheader: "header",
  rowheader: "header",
  gridcell: "cell",
  progressIndicator: "progressbar",
  footer: "contentinfo",
};

// What the protocol leaves out of the tree, although assistive technology gets it: the words of a value, and which link
// or step is the current one.
// Behind an open dialog nothing is offered.
const left_out = `((all) => ({
  values: all("input[type=range], progress").map((element) => element.getAttribute("aria-valuetext") ?? ""),
  links: all("a").map((element) => element.hasAttribute("aria-current")),
  buttons: all("button").map((element) => element.hasAttribute("aria-current")),
}))((selector) => [
  ...(document.querySelector("#screen dialog:modal") ?? document.getElementById("screen")).querySelectorAll(selector),
])`;

// From the browser: what a screen reader is offered inside the page. Two kinds of things of the page's own are there
// besides the nodes: an empty box for an alarm that the loader may need, and the live regions.
export async function actual(cdp) {
  const [
    { nodes },
    {
      result: {
        value: { values, links, buttons },
      },
    },
  ] = await Promise.all([
    cdp.send("Accessibility.getFullAXTree"),
    cdp.send("Runtime.evaluate", { expression: left_out, returnByValue: true }),
  ]);
  const by_id = new Map(nodes.map((node) => [node.nodeId, node]));
  const entries = [],
    texts = [],
    unnamed = [];
  const add = (id) => {
    const node = by_id.get(id);
    if (!node) return;
    const role = same_role[node.role?.value] ?? node.role?.value;
    if (role === "InlineTextBox") return;
    if (role === "StaticText") {
      if (!node.ignored && plain(node.name?.value)) texts.push(plain(node.name.value));
      return;
    }
    const state = properties(node);
    if (role === "paragraph" && state.live) return; // what is being said just now; announcements have a test of their own
    const silent = role === "alert" && !(node.childIds ?? []).some((child) => !by_id.get(child)?.ignored);
    if (!node.ignored && !transparent.has(role) && !silent) {
      const name = node.name?.value ?? "";
      entries.push(
        line({
          role,
          name,
          about: node.description?.value,
          level: state.level,
          value: Number(node.value?.value),
          value_text: role === "slider" || role === "progressbar" ? values.shift() : undefined,
          checked: state.checked === "true" || state.checked === true,
          disabled: state.disabled === true,
          expanded: state.expanded === undefined ? "" : state.expanded ? "yes" : "no",
          current: role === "link" ? links.shift() : role === "button" && buttons.shift(),
        }),
      );
      if (
        [
          "button",
          "link",
          "radio",
          "checkbox",
          "slider",
          "image",
          "progressbar",
          "group",
          "region",
          "table",
          "heading",
        ].includes(role) &&
        !plain(name)
      )
        unnamed.push(role);
    }
    for (const child of node.childIds ?? []) add(child);
  };
  add(nodes[0].nodeId);
  return { entries, texts, unnamed, raw: nodes };
}

// A short list of what is missing (-) and what should not be there (+), in reading order; empty when both are equal.
export function difference(wanted, found) {
  const rows = wanted.length,
    columns = found.length;
  const longest = Array.from({ length: rows + 1 }, () => new Uint16Array(columns + 1));
  for (let i = rows - 1; i >= 0; --i)
    for (let j = columns - 1; j >= 0; --j)
      longest[i][j] =
        wanted[i] === found[j] ? longest[i + 1][j + 1] + 1 : Math.max(longest[i + 1][j], longest[i][j + 1]);
  const lines = [];
  for (let i = 0, j = 0; i < rows || j < columns;) {
    if (i < rows && j < columns && wanted[i] === found[j]) (++i, ++j);
    else if (j >= columns || (i < rows && longest[i + 1][j] >= longest[i][j + 1])) lines.push(`- ${wanted[i++]}`);
    else lines.push(`+ ${found[j++]}`);
  }
  return lines;
}
