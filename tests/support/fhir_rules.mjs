// What FHIR R4 asks of a Questionnaire and the answers to it beyond what a schema says, and what a common validator lets
// pass (double linkIds, answers to questions that are not there). Each broken rule is one sentence; none: all hold.

const walk = (items, visit, parents = []) => {
  for (const item of items ?? []) {
    visit(item, parents);
    walk(item.item, visit, [...parents, item]);
  }
};
const same = (a, b) => a?.system === b?.system && a?.code === b?.code;
const named = (coding) => `${coding?.system}|${coding?.code}`;

export function questionnaire_problems(form, code_system) {
  const problems = [];
  const seen = new Map();
  const used = new Set();
  const own = new Map();
  walk(
    code_system.concept?.map((concept) => ({ ...concept, item: concept.concept })),
    (concept) => {
      if (own.has(concept.code)) problems.push(`the code ${concept.code} stands twice in the code system`);
      // What it is called: in the code system's language, and in each that has a designation.
      own.set(
        concept.code,
        new Map([
          [code_system.language, concept.display],
          ...(concept.designation ?? []).map(({ language, value }) => [language, value]),
        ]),
      );
      if (own.get(concept.code).size !== 1 + (concept.designation ?? []).length)
        problems.push(`the code ${concept.code} is called two things in one language`);
    },
  );
  if (code_system.count !== own.size)
    problems.push(`the code system counts ${code_system.count} codes and has ${own.size}`);
  const coding = (link, given) => {
    if (given.system !== code_system.url) return;
    used.add(given.code);
    if (!own.has(given.code)) problems.push(`${link}: the code ${given.code} is not in the code system`);
    else if (given.display !== own.get(given.code).get(form.language))
      problems.push(`${link}: "${given.display}" is not what the code system calls ${given.code}`);
  };
  walk(form.item, (item, parents) => {
    const link = item.linkId;
    if (seen.has(link)) problems.push(`the linkId ${link} stands twice`);
    for (const code of item.code ?? []) coding(link, code);
    if (!item.text) problems.push(`${link} has no text`);
    if (item.type === "group" && !item.item?.length) problems.push(`${link} is an empty group`);
    if (item.type !== "group" && item.item) problems.push(`${link}: a question holds items`);
    if (item.type === "display" && (item.required !== undefined || item.repeats !== undefined || item.code))
      problems.push(`${link}: a display can't be answered`);
    if (parents.some((parent) => parent.type !== "group")) problems.push(`${link} does not stand in groups alone`);
    if (item.type === "choice") {
      if (!item.answerOption?.length) problems.push(`${link} has no options`);
      const options = (item.answerOption ?? []).map((option) => option.valueCoding);
      for (const option of options) coding(link, option);
      if (new Set(options.map(named)).size !== options.length) problems.push(`${link} has an option twice`);
      if (new Set(options.map((option) => option.display)).size !== options.length)
        problems.push(`${link} has two options with the same words`);
    } else if (item.answerOption) problems.push(`${link}: only a choice has options`);
    for (const when of item.enableWhen ?? []) {
      const target = seen.get(when.question);
      if (!target) problems.push(`${link} waits for ${when.question}, which does not stand before it`);
      else if (!target.answerOption?.some((option) => same(option.valueCoding, when.answerCoding)))
        problems.push(`${link} waits for an answer that ${when.question} does not have`);
    }
    if (item.enableWhen?.length > 1 && !item.enableBehavior) problems.push(`${link}: all or any?`);
    seen.set(link, item);
  });
  for (const code of own.keys()) if (!used.has(code)) problems.push(`nothing uses the code ${code}`);
  return problems;
}

const enabled = (item, answers) => {
  if (!item.enableWhen) return true;
  const holds = (when) =>
    (answers.get(when.question) ?? []).some((answer) => same(answer.valueCoding, when.answerCoding));
  return item.enableBehavior === "any" ? item.enableWhen.some(holds) : item.enableWhen.every(holds);
};

export function response_problems(form, response) {
  const problems = [];
  if (response.questionnaire !== `${form.url}|${form.version}`)
    problems.push(`answers to ${response.questionnaire}, not to ${form.url}|${form.version}`);
  if (response.language !== form.language) problems.push("another language than the form's");
  const places = new Map(),
    given = new Map();
  walk(form.item, (item, parents) =>
    places.set(item.linkId, { item, path: parents.map((each) => each.linkId).join("/") }),
  );
  walk(response.item, (item) => given.set(item.linkId, item.answer));
  const seen = new Set();
  let last = -1;
  const order = [...places.keys()];
  walk(response.item, (item, parents) => {
    const link = item.linkId;
    const place = places.get(link);
    if (seen.has(link)) problems.push(`${link} stands twice`);
    seen.add(link);
    if (!place) return problems.push(`${link} is no question of the form`);
    if (order.indexOf(link) < last) problems.push(`${link} does not stand in the form's order`);
    last = order.indexOf(link);
    if (place.path !== parents.map((each) => each.linkId).join("/"))
      problems.push(`${link} stands in another group than in the form`);
    if (item.text !== place.item.text) problems.push(`${link} has another text than in the form`);
    if (place.item.type === "group") {
      if (item.answer) problems.push(`${link}: a group has no answer`);
      if (!item.item?.length) problems.push(`${link} is an empty group`);
      return;
    }
    if (!item.answer?.length) return problems.push(`${link} has no answer`);
    if (!place.item.repeats && item.answer.length > 1) problems.push(`${link} has ${item.answer.length} answers`);
    if (new Set(item.answer.map((answer) => named(answer.valueCoding))).size !== item.answer.length)
      problems.push(`${link} has an answer twice`);
    for (const answer of item.answer) {
      const option = place.item.answerOption?.find((each) => same(each.valueCoding, answer.valueCoding));
      if (!option) problems.push(`${link} has the answer ${named(answer.valueCoding)}, which is none of its options`);
      else if (option.valueCoding.display !== answer.valueCoding.display)
        problems.push(`${link} calls an answer "${answer.valueCoding.display}"`);
    }
    if (!enabled(place.item, given)) problems.push(`${link} is answered and not asked`);
  });
  return problems;
}

/** The answers of a response by item and option id, as in an answers file; needs the form for LOINC's codes. */
export function answers_of(response, form, assessment) {
  const options = new Map();
  walk(
    form.item,
    (item) =>
      item.answerOption &&
      options.set(
        item.linkId,
        item.answerOption.map((option) => named(option.valueCoding)),
      ),
  );
  const answers = {};
  walk(response.item, (item) => {
    if (!item.answer) return;
    const asked = assessment.items.find((each) => each.id === item.linkId);
    const ids = asked.options?.map((option) => option.id) ?? ["yes", "no", "unsure"];
    const chosen = item.answer.map((answer) => ids[options.get(item.linkId).indexOf(named(answer.valueCoding))]);
    answers[item.linkId] = asked.kind === "many" ? chosen.sort((a, b) => ids.indexOf(a) - ids.indexOf(b)) : chosen[0];
  });
  return answers;
}
