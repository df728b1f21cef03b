// The review page (tautline review): shows what there is to sign, keeps what is ticked and written while it is open, and
// hands it over as sign-off.json. It asks for nothing from anywhere and stores nothing. Words stand in the template.

/**
 * @typedef {{question: string, answers: string[], unanswered: boolean}} Asked
 * @typedef {{all_of: Asked[], either?: Asked[], beside?: Asked[], tier?: string, eased_to?: string, gives?: string,
 *   without?: string, facts: [string, string][]}} Rule
 * @typedef {{at: string, digest?: string, key?: string, text?: string, english?: string | null, rule?: Rule, cites?: string[],
 *   seen?: string[], grade?: number}} Entry
 * @typedef {{id: string, title?: string, tier?: string, people?: string[], entries: Entry[]}} Group
 * @typedef {{name: string, role: string, date: string, scope: string[], as?: string, language?: string,
 *   digests?: Record<string, string>, remarks?: Record<string, string>, documents?: Record<string, string>}} SignOff
 * @typedef {{entry: Entry, element: HTMLElement, box: HTMLInputElement | null, remark: HTMLTextAreaElement, words: number}} Row
 * @typedef {{element: HTMLElement, count: HTMLElement, rows: Row[], id: string}} Shown
 */

/** @param {string} id */
const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
const model = JSON.parse(byId('model').textContent ?? '');
const beside = model.language.beside_english;

/** The words of a list in the template. @param {string} id @returns {Map<string, HTMLElement>} */
const listed = (id) =>
  new Map(
    [...byId(id).querySelectorAll('dt')].map((name) => [
      name.textContent ?? '',
      /** @type {HTMLElement} */ (name.nextElementSibling),
    ]),
  );
const [titles, labels, tiers, saying] = ['titles', 'labels', 'tiers', 'says'].map(listed);
/** @param {string} name */
const say = (name) => saying.get(name)?.textContent ?? name;
/** @param {string | undefined} tier */
const soon = (tier) => tiers.get(tier ?? '')?.textContent ?? tier ?? '';
/** @param {string} id */
const titleOf = (id) => titles.get(id)?.firstChild?.textContent ?? id;

/** @param {string} tag @param {string} className @param {...(Node | string)} children */
function element(tag, className, ...children) {
  const made = document.createElement(tag);
  made.className = className;
  made.append(...children);
  return made;
}
/** @param {string} name @returns {HTMLElement} */
const copyOf = (name) =>
  /** @type {HTMLElement} */ (/** @type {HTMLTemplateElement} */ (byId(name)).content.cloneNode(true).firstChild);
/** @template {HTMLElement} T @param {HTMLElement} place @param {string} selector @returns {T} */
const find = (place, selector) => /** @type {T} */ (place.querySelector(selector));
/** @param {string} text */
const wordsIn = (text) => text.split(/\s+/).filter(Boolean).length;

// What a claim or a row rests on, down to its sources.
/** @param {string[]} ids @returns {string[]} */
const sourcesOf = (ids) => [
  ...new Set(ids.flatMap((id) => (model.rows[id] ?? model.claims[id])?.sources ?? (model.sources[id] ? [id] : []))),
];
/** @param {string} id */
function sourceWords(id) {
  const { short, secondary, link, citation, note } = model.sources[id] ?? {};
  const named = element(link ? 'a' : 'span', '', short ?? id);
  if (link) Object.assign(named, { href: link, rel: 'noreferrer' });
  named.title = [citation, note].filter(Boolean).join(' ');
  return secondary ? element('span', '', named, ` (${say('secondary')})`) : named;
}
/** @param {Node[]} nodes @param {string} between */
const joined = (nodes, between) => nodes.flatMap((node, i) => (i > 0 ? [between, node] : [node]));

/** @param {Asked} asked */
const askedWords = ({ question, answers, unanswered }) => {
  const all = [...answers.map((answer) => `“${answer}”`), ...(unanswered ? [say('unanswered')] : [])];
  return `“${question}” ${answers.length ? `${say('is')} ` : ''}${all.join(` ${say('or')} `)}`;
};
/** @param {string} before @param {Asked[]} conditions */
const conditionList = (before, conditions) =>
  element('div', '', before, element('ul', '', ...conditions.map((one) => element('li', '', askedWords(one)))));

/** @param {Rule} rule @param {string} at @param {HTMLElement} place */
function showRule(rule, at, place) {
  place.classList.add('rule');
  const { all_of: all, either = [], beside: others = [], facts } = rule;
  if (rule.tier) {
    const when = all.map(askedWords).join(`, ${say('and')} `);
    place.append(
      element('p', '', `${say('when')} ${when}: ${say('then')} `, element('strong', '', soon(rule.tier)), '.'),
    );
    if (rule.eased_to)
      place.append(element('p', '', `${say('eased')} `, element('strong', '', soon(rule.eased_to)), '.'));
    place.append(
      element('p', 'meta', `${say('gives')}: ${soon(rule.gives)}. ${say('without')}: ${soon(rule.without)}.`),
    );
  } else if (either.length) {
    place.append(conditionList(`${say('while')}:`, all), conditionList(`${say('never')}:`, either));
    place.append(conditionList(`${say('together')}:`, others));
  } else if (all.length) {
    place.append(element('p', '', `${say('when')} ${all.map(askedWords).join(` ${say('and')} `)}`));
  }
  const file = say(at.split('#')[0]);
  if (facts.length && !all.length) place.append(element('p', 'label', file));
  if (facts.length) place.append(element('p', '', facts.map(([name, value]) => `${name}: ${value}`).join(' · ')));
}

/** @param {Entry} entry */
function labelOf({ key = '' }) {
  const steps = key.split('.');
  const option = steps.includes('option') ? labels.get('option') : null;
  return (option ?? labels.get(steps[steps.length - 1]))?.textContent ?? '';
}

/** @param {Entry} entry @param {HTMLElement} place */
function showText(entry, place) {
  const label = labelOf(entry);
  if (label) place.append(element('p', 'label', label));
  const own = entry.text === undefined ? null : element('p', 'text', entry.text);
  if (own) Object.assign(own, { lang: model.language.tag, dir: model.language.right_to_left ? 'rtl' : 'ltr' });
  if (beside) {
    const english = element('p', 'text', entry.english ?? '–');
    english.lang = 'en';
    place.append(element('div', 'pair', english, own ?? element('p', 'text', '–')));
  } else if (own) place.append(own);
  const meta = [
    entry.key ?? '',
    entry.seen ? `${say('seen')}: ${entry.seen.join('; ')}` : '',
    entry.grade === undefined ? '' : `${say('grade')} ${entry.grade.toFixed(1)}`,
  ];
  place.append(element('p', 'meta', meta.filter(Boolean).join(' · ')));
}

/** @param {Entry} entry @returns {Row} */
function rowOf(entry) {
  const row = copyOf('entry');
  const what = find(row, '.what');
  if (entry.rule) showRule(entry.rule, entry.at, what);
  else showText(entry, what);
  const box = /** @type {HTMLInputElement} */ (find(row, 'input'));
  const remark = /** @type {HTMLTextAreaElement} */ (find(row, 'textarea'));
  find(row, '.right').textContent = say('right');
  find(row, '.remark summary').textContent = say('other');
  remark.setAttribute('aria-label', say('change'));
  what.id = `what-${entry.at}`;
  box.setAttribute('aria-describedby', what.id);
  if (entry.digest === undefined) find(row, '.box').replaceChildren();
  return {
    entry,
    element: row,
    box: entry.digest === undefined ? null : box,
    remark,
    words: wordsIn(what.textContent ?? ''),
  };
}

// Of Markdown what our documents have: headings, tables, lists and paragraphs; of marks within a line only bold and code.
/** @param {string} text */
const plain = (text) => text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll(/`|(?<!\*)\*(?!\*)/g, '');
/** @param {string} text */
const inline = (text) =>
  plain(text)
    .split('**')
    .map((part, i) => (i % 2 ? element('strong', '', part) : part));
/** @param {string[]} lines @param {(name: string) => boolean} wanted which columns */
function tableOf(lines, wanted) {
  const cells = (/** @type {string} */ line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
  const head = cells(lines[0]);
  const kept = head.map((name, i) => (wanted(name) ? i : -1)).filter((i) => i >= 0);
  const row = (/** @type {string} */ line, /** @type {string} */ tag) =>
    element('tr', '', ...kept.map((i) => element(tag, '', ...inline(cells(line)[i] ?? ''))));
  return element(
    'table',
    '',
    element('thead', '', row(lines[0], 'th')),
    element('tbody', '', ...lines.slice(2).map((line) => row(line, 'td'))),
  );
}
/** @param {string} text @param {(name: string) => boolean} [wanted] @returns {HTMLElement[]} */
function markdown(text, wanted = () => true) {
  return text
    .replace(/<!--[\s\S]*?-->/g, '')
    .split(/\n\s*\n/)
    .filter((block) => block.trim() && !/^# /.test(block.trim()))
    .map((block) => {
      const lines = block.trim().split('\n');
      if (/^#+ /.test(lines[0])) return element('h4', '', ...inline(lines[0].replace(/^#+ /, '')));
      if (lines[0].startsWith('|') && lines.length > 1) return tableOf(lines, wanted);
      if (lines[0].startsWith('- '))
        return element(
          'ul',
          '',
          ...block
            .trim()
            .split(/\n(?=- )/)
            .map((line) => element('li', '', ...inline(line.slice(2)))),
        );
      return element('p', '', ...inline(lines.join(' ')));
    });
}

/** The people who were tried on one question. @param {string} id */
function peopleOf(id) {
  const text = model.documents.people
    ?.split(/\n### /)
    .find((/** @type {string} */ part) => part.startsWith(`\`${id}\``));
  return text ? markdown(text.slice(text.indexOf('\n'))) : [];
}

/** @type {{link: HTMLElement, shown: Shown[], element: HTMLElement}[]} */
const parts = [];

/** @param {string} id @param {Shown[]} shown @param {HTMLElement} section */
function addToContents(id, shown, section) {
  section.id = `part-${id}`;
  const link = element(
    'a',
    '',
    element('span', 'name', titleOf(`part/${id}`)),
    element('span', 'far'),
    element('progress', ''),
  );
  /** @type {HTMLAnchorElement} */ (link).href = `#part-${id}`;
  byId('contents').append(element('li', '', link));
  parts.push({ link, shown, element: section });
}

/** @param {string} id */
function sectionOf(id) {
  const section = copyOf('part');
  find(section, 'h2').textContent = titleOf(`part/${id}`);
  const intro = titles.get(`part/${id}`)?.querySelector('p');
  if (intro) find(section, '.intro').append(intro.cloneNode(true));
  byId('parts').append(section);
  return section;
}

/** @param {Group} group @returns {Shown} */
function showGroup(group) {
  const shown = copyOf('group');
  find(shown, '.title').textContent = group.title ?? titleOf(group.id);
  const tier = find(shown, '.tier');
  tier.textContent = group.tier ? soon(group.tier) : '';
  tier.classList.add(group.tier ?? 'none');
  const cited = sourcesOf(group.entries.flatMap(({ cites = [] }) => cites));
  find(shown, '.rests').append(
    `${say('rests')}: `,
    ...(cited.length ? joined(cited.map(sourceWords), ' · ') : [say('nothing')]),
  );
  const rows = group.entries.map(rowOf);
  rows.forEach(({ element: row, entry: { key } }, i) =>
    row.classList.toggle('more', key !== undefined && key === rows[i - 1]?.entry.key),
  );
  find(shown, '.written').textContent = `${say('change')}:`;
  find(shown, '.entries').append(...rows.map((row) => row.element));
  const people = beside ? [] : (group.people ?? []).flatMap(peopleOf);
  if (people.length)
    find(shown, '.people').append(element('details', '', element('summary', '', say('yes')), ...people));
  const all = find(shown, '.all button');
  all.textContent = say('all');
  all.addEventListener('click', () => {
    for (const { box } of rows) if (box) box.checked = true;
    unsaved = true;
    count();
  });
  return { element: shown, count: find(shown, '.count'), rows, id: group.id };
}

// The documents round a pack: each with one box.
const wantedOf = (/** @type {string} */ id) => (/** @type {string} */ name) =>
  id !== 'hazards' || /^(#|Hazard|Harm|Sev\.|Left over|.*\bleft over\b.*)$/i.test(name);
/** @param {string} id @returns {Shown} */
function showDocument(id) {
  const shown = copyOf('group');
  find(shown, '.title').textContent = titleOf(id);
  const text = model.documents[id];
  const row = rowOf({ at: id, digest: text === undefined ? undefined : model.document_digests[id] });
  const place = find(row.element, '.what');
  place.classList.add('document');
  place.replaceChildren(
    ...(text
      ? markdown(id === 'people' ? text.split('\n## People')[0] : text, wantedOf(id))
      : [element('p', '', say('absent'))]),
  );
  find(row.element, '.right')?.replaceChildren(say('read'));
  find(shown, '.entries').append(row.element);
  find(shown, '.all').remove();
  return {
    element: shown,
    count: find(shown, '.count'),
    rows: [{ ...row, words: wordsIn(place.textContent ?? '') }],
    id,
  };
}

for (const part of model.parts) {
  const section = sectionOf(part.id);
  const shown = part.groups.map(showGroup);
  find(section, '.groups').append(...shown.map((/** @type {Shown} */ group) => group.element));
  addToContents(part.id, shown, section);
}
if (!beside) {
  const section = sectionOf('documents');
  const shown = ['population', 'hazards', 'people', 'purpose'].map(showDocument);
  find(section, '.groups').append(...shown.map((group) => group.element));
  addToContents('documents', shown, section);
}
/** @param {boolean} documents those round the pack, or what can be signed in it */
const rowsOf = (documents) =>
  parts
    .filter(({ element: one }) => (one.id === 'part-documents') === documents)
    .flatMap(({ shown }) => shown.flatMap(({ rows }) => rows));
const signable = rowsOf(false),
  documentRows = rowsOf(true);

const perMinute = 220;
function count() {
  let all = 0,
    done = 0;
  for (const { link, shown } of parts) {
    let [of, ticked, words] = [0, 0, 0];
    for (const group of shown) {
      const boxes = group.rows.filter(({ box }) => box);
      const mine = boxes.filter((row) => row.box?.checked || row.element.classList.contains('signed')).length;
      group.count.textContent = `${mine} ${say('of')} ${boxes.length}`;
      group.element.classList.toggle('complete', mine === boxes.length);
      of += boxes.length;
      ticked += mine;
      for (const row of group.rows) words += row.words;
    }
    find(link, '.far').textContent =
      `${ticked} ${say('of')} ${of} · ${Math.max(1, Math.round(words / perMinute))} ${say('minutes')}`;
    Object.assign(find(link, 'progress'), { max: of || 1, value: ticked });
    all += of;
    done += ticked;
  }
  byId('sum').textContent = `${done} ${say('of')} ${all} ${say('done')}`;
}

const form = /** @type {HTMLFormElement} */ (byId('signer'));
/** @param {string} name @returns {HTMLInputElement} */
const field = (name) => /** @type {any} */ (form.elements.namedItem(name));
/** Records that are kept as they came. @type {SignOff[]} */
let others = [];

/** Ticks what was signed and is still the same, and names what is not. @param {SignOff[]} records */
function adopt(records) {
  const mine = records.find(({ language }) => (language ?? 'en') === model.language.tag);
  others = records.filter((record) => record !== mine);
  if (mine) {
    for (const name of ['name', 'role']) field(name).value = /** @type {any} */ (mine)[name] ?? '';
    field('as').value = mine.as ?? 'clinician';
  }
  for (const row of [...signable, ...documentRows]) {
    const { at, digest } = row.entry;
    const kept = (documentRows.includes(row) ? mine?.documents : mine?.digests)?.[at];
    const signer = others.find(({ digests }) => digests?.[at] === digest && digest !== undefined);
    if (row.box) row.box.checked = kept === digest && digest !== undefined;
    row.remark.value = mine?.remarks?.[at] ?? '';
    /** @type {HTMLDetailsElement} */ (find(row.element, '.remark')).open = row.remark.value !== '';
    const changed = kept !== undefined && kept !== digest;
    row.element.classList.toggle('signed', signer !== undefined);
    row.element.classList.toggle('settled', Boolean(row.box?.checked || signer || !row.box));
    const state = find(row.element, '.state');
    state.classList.toggle('changed', changed);
    state.textContent = changed
      ? `${say('changed')}: ${mine?.date}`
      : signer
        ? `${say('signed')} ${signer.name}, ${signer.date}`
        : '';
  }
  for (const { shown, element: section } of parts) {
    for (const { element: group, rows } of shown)
      group.classList.toggle(
        'settled',
        rows.every((row) => row.element.classList.contains('settled')),
      );
    section.classList.toggle(
      'settled',
      shown.every(({ element: group }) => group.classList.contains('settled')),
    );
  }
  filterBy(records.length > 0);
  count();
  return mine;
}

/** @param {boolean} onlyOpen */
function filterBy(onlyOpen) {
  /** @type {HTMLInputElement} */ (byId('only-open')).checked = onlyOpen;
  document.body.classList.toggle('only-open', onlyOpen);
  if (onlyOpen)
    for (const { shown } of parts)
      for (const { element: group } of shown)
        /** @type {HTMLDetailsElement} */ (group).open = !group.classList.contains('settled');
}

/** @returns {SignOff} */
function record() {
  const ticked = signable.filter(({ box }) => box?.checked);
  const whole = (/** @type {Shown} */ { rows, id }) => model.rows[id] && rows.every(({ box }) => !box || box.checked);
  const remarks = [...signable, ...documentRows].filter(({ remark }) => remark.value.trim());
  const read = documentRows.filter(({ box }) => box?.checked);
  const pairs = (/** @type {Row[]} */ rows) =>
    Object.fromEntries(rows.map(({ entry }) => [entry.at, entry.digest ?? '']));
  return {
    name: field('name').value.trim(),
    role: field('role').value.trim(),
    date: field('date').value,
    scope: beside
      ? []
      : parts
          .flatMap(({ shown }) => shown)
          .filter(whole)
          .map(({ id }) => id),
    as: field('as').value,
    language: model.language.tag,
    digests: pairs(ticked),
    ...(remarks.length && {
      remarks: Object.fromEntries(remarks.map((row) => [row.entry.at, row.remark.value.trim()])),
    }),
    ...(read.length && { documents: pairs(read) }),
  };
}

function save() {
  byId('told').textContent = '';
  if (!form.reportValidity()) return void (byId('told').textContent = say('needed'));
  const document_ = { format: 'tautline-sign-off', version: 1, records: [...others, record()] };
  const link = /** @type {HTMLAnchorElement} */ (element('a', ''));
  link.href = URL.createObjectURL(new Blob([`${JSON.stringify(document_, null, 2)}\n`], { type: 'application/json' }));
  link.download = 'sign-off.json';
  link.click();
  URL.revokeObjectURL(link.href);
  unsaved = false;
}

/** @param {'all' | 'open'} what */
function print(what) {
  document.documentElement.dataset.print = what;
  window.print();
  document.documentElement.dataset.print = 'all';
}

/** @param {File} file */
async function load(file) {
  byId('told').textContent = '';
  try {
    const { format, version, records } = JSON.parse(await file.text());
    if (format !== 'tautline-sign-off' || version !== 1 || !Array.isArray(records)) throw new Error(format);
    if (!adopt(records)) byId('told').textContent = say('language');
  } catch {
    byId('told').textContent = say('unread');
  }
}

const fills = {
  pack: `${model.pack.id} ${model.pack.version}, ${model.language.name}`,
  by: model.made.by,
  on: model.made.on,
  digest: model.pack.digest,
};
for (const [name, text] of Object.entries(fills)) find(document.body, `[data-fill="${name}"]`).textContent = text;
find(document.body, `[data-if="${beside ? 'clinician' : 'reader'}"]`).remove();
document.title = `Tautline: ${fills.pack}`;
field('date').value = model.made.on;
if (beside) field('as').value = 'reader';
let unsaved = false;
byId('parts').addEventListener('input', () => (unsaved = true));
byId('parts').addEventListener('change', count);
byId('only-open').addEventListener('change', (event) =>
  filterBy(/** @type {HTMLInputElement} */ (event.target).checked),
);
byId('save').addEventListener('click', save);
byId('print').addEventListener('click', () => print('all'));
byId('print-open').addEventListener('click', () => print('open'));
byId('load').addEventListener('change', ({ target }) => {
  const input = /** @type {HTMLInputElement} */ (target);
  if (input.files?.[0]) load(input.files[0]);
  input.value = '';
});
// What is closed is printed too, unless only what is open is wanted.
window.addEventListener('beforeprint', () => {
  if (document.documentElement.dataset.print === 'open') return;
  for (const one of document.querySelectorAll('.group, .people details'))
    /** @type {HTMLDetailsElement} */ (one).open = true;
});
window.addEventListener('beforeunload', (event) => {
  if (unsaved) event.preventDefault();
});
adopt(model.records);
document.documentElement.dataset.ready = 'yes';
