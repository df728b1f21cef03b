// Sets of answers that lead to each kind of result, item by item in the order of the pages.
import { assessment, pages } from "./content.mjs";

export const flags = assessment.items.filter((item) => item.kind === "flag").map((item) => item.id);
export const page_of = (item) => pages.findIndex((page) => page.items.includes(item));

// Every warning sign at "no", checked by a clinician, an adult with months of pain.
const settled = { age: "18-49", duration: "months", examined: "yes-unchanged" };

export const tension_like = {
  ...settled,
  location: ["shoulders"],
  feel: ["dull-ache"],
  spread: "wide",
  onset: "gradual",
  movement: "sometimes",
  "position-eases": "no",
  "stress-worse": "often",
  "panic-worse": "sometimes",
  "calm-eases": "often",
  "moves-around": "yes",
  "body-alarm": "no",
  "limb-numb-tingle": "no",
  "rest-medicine": "help-little",
};
export const movement_linked = {
  ...settled,
  location: ["low-back"],
  feel: ["sharp-spot"],
  spread: "one-spot",
  onset: "after-movement",
  movement: "clearly-worse",
  "position-eases": "yes",
  "stress-worse": "no",
  "panic-worse": "no",
  "calm-eases": "no",
  "moves-around": "no",
  "body-alarm": "no",
  "limb-numb-tingle": "no",
  "rest-medicine": "help",
};
// A tight band that nobody has checked asks for advice today, and the comparison waits below it.
export const today = { ...tension_like, feel: ["dull-ache", "tight-band"], examined: "no" };
// One that a clinician knows and that has not changed may wait.
export const eased = { ...tension_like, feel: ["dull-ache", "tight-band"] };

// The same as an answers file of the command line.
export function answers_file(answers, changed_flags = {}) {
  const all = Object.fromEntries(flags.filter((id) => id !== "self-harm-today").map((id) => [id, "no"]));
  return JSON.stringify({ format: "tautline-answers", version: 1, answers: { ...all, ...changed_flags, ...answers } });
}
