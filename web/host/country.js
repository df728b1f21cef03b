// Where a person is, as far as the device says without asking anybody, and what countries are called in the page's
// language. The engine knows the numbers.

/** @param {string} zone @returns {string | null} '': a place in none of the countries that have a number; null: no place */
export function regionOfZone(zone) {
  const slash = zone.indexOf('/');
  const area = zone.slice(0, Math.max(slash, 0));
  const name = zone.slice(slash + 1);
  const places =
    __ZONES__
      .split(';')
      .find((each) => each.startsWith(`${area}:`))
      ?.slice(area.length + 1) ?? '';
  let region = slash < 0 || area === 'Etc' ? null : '';
  let most = 0; // Bahia is in one country and Bahia_Banderas in another
  for (const place of places.split(',')) {
    for (const begins of place.slice(2).split(' ')) {
      if (begins.length <= most || !name.startsWith(begins)) continue;
      most = begins.length;
      region = place.slice(0, 2);
    }
  }
  return region;
}

/** Of the time zone, or else of the first language that names one. @param {string} [zone] @param {readonly string[]} [languages] */
export function guessedRegion(
  zone = new Intl.DateTimeFormat().resolvedOptions().timeZone ?? '',
  languages = navigator.languages,
) {
  const region = regionOfZone(zone);
  if (region !== null) return region;
  for (const tag of languages) {
    const [, named] = /-([A-Z]{2})(-|$)/.exec(tag) ?? [];
    if (named) return named;
  }
  return '';
}

/** @type {Map<string, string>} by language */
const known = new Map();

// Region, name and English name, a line each, in the order of the language. Browsers know no list of regions. Stands on
// its own, so that a test can have it run by any browser.
/** @param {string} language */
export function countryNames(language) {
  const [own, english] = [language, 'en'].map(
    (tag) => new Intl.DisplayNames([tag], { type: 'region', fallback: 'none' }),
  );
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  /** @type {[string, string][]} */
  const all = [];
  for (const region of letters.flatMap((first) => letters.map((second) => first + second))) {
    const name = own.of(region);
    if (name) all.push([name, region]);
  }
  const { compare } = new Intl.Collator(language);
  return all
    .sort(([a], [b]) => compare(a, b))
    .map(([name, region]) => `${region}\t${name}\t${english.of(region)}`)
    .join('\n');
}

/** What the engine wants to know (src/app/country.h). @param {string} language @param {string} decided */
export function countryLines(language, decided) {
  try {
    if (!known.has(language)) known.set(language, countryNames(language));
    return `${decided}\n${guessedRegion()}\n${known.get(language)}`;
  } catch {
    return decided; // an old browser: what can't be named is not shown
  }
}
