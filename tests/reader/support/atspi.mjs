// The accessibility tree of a browser's page as AT-SPI gives it, in the same lines as a Screen's (web/support/tree.mjs):
// what is read in order, with role, name, value and state; and where it lies.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";

import { plain } from "../../web/support/tree.mjs";

const roles = {
  heading: "heading",
  link: "link",
  "push button": "button",
  button: "button",
  "toggle button": "button",
  "radio button": "radio",
  "check box": "checkbox",
  slider: "slider",
  image: "image",
  table: "table",
  "progress bar": "progressbar",
};

export class AtSpi {
  constructor(browser) {
    this.child = spawn("/usr/bin/python3", [fileURLToPath(new URL("atspi.py", import.meta.url)), browser], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    this.lines = createInterface({ input: this.child.stdout })[Symbol.asyncIterator]();
  }

  async dump() {
    this.child.stdin.write("dump\n");
    return JSON.parse((await this.lines.next()).value);
  }

  // Until the page of that title is there, and has stopped changing.
  async page(title) {
    let before = "";
    for (let i = 0; i < 40; ++i) {
      const nodes = await this.dump();
      const now = JSON.stringify(nodes);
      if (nodes[0]?.name === title && now === before) return nodes;
      before = now;
      await wait(300);
    }
    throw new Error(`AT-SPI has no page "${title}", but ${before.slice(0, 200)}`);
  }

  stop() {
    this.child.stdin.end();
    this.child.kill();
  }
}

function line({ role, name, level, value, value_text, checked, expanded }) {
  let text = role === "heading" ? `heading ${level} "${plain(name)}"` : `${role} "${plain(name)}"`;
  if (role === "slider") text += ` = "${plain(value_text)}" (${Math.round(value * 1000) / 1000})`;
  if (role === "radio" || role === "checkbox") text += checked ? " (chosen)" : " (not chosen)";
  if (expanded === "yes") text += " (open)";
  if (expanded === "no") text += " (closed)";
  return text;
}

export function from_atspi(nodes) {
  const [page] = nodes;
  return nodes
    .filter(({ role }) => roles[role])
    .map((node) => ({
      line: line({
        ...node,
        role: roles[node.role],
        value_text: node.valuetext,
        checked: node.states.includes("checked"),
        expanded: node.states.includes("expandable") ? (node.states.includes("expanded") ? "yes" : "no") : "",
      }),
      box: [node.box[0] - page.box[0], node.box[1] - page.box[1], node.box[2], node.box[3]],
    }));
}

// The same of a Screen: what has one of these roles, in reading order.
export function from_screen(screen) {
  const known = {
    heading: "heading",
    link: "link",
    button: "button",
    radio: "radio",
    checkbox: "checkbox",
    slider: "slider",
    figure: "image",
    table: "table",
    progress: "progressbar",
  };
  const inner = (index) =>
    screen.nodes.flatMap((node, i) => (node.parent === index ? [plain(`${node.label} ${inner(i)}`)] : [])).join(" ");
  return screen.nodes.flatMap((node, i) => {
    const role = known[node.role];
    if (!role) return [];
    const covered = (node.role === "link" || node.role === "button") && node.has_children;
    return [{ line: line({ ...node, role, name: covered && !node.label ? inner(i) : node.label }), box: node.box }];
  });
}
