// Texts of dist/ that are no pages of ours (pages.mjs): templates in web/, *.template.*, with {{places}}.

export const escaped = (text) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

export function fill(template, places) {
  return template.toString().replace(/\{\{(\w+)\}\}/g, (place, name) => {
    if (!(name in places)) throw new Error(`nothing is said for ${place} of a template`);
    return places[name];
  });
}

/** The value of a JSON template, in which a place that is a whole text may be of any kind. */
export function fill_json(template, places) {
  return JSON.parse(template, (_, value) => {
    if (typeof value !== "string") return value;
    const name = /^\{\{(\w+)\}\}$/.exec(value)?.[1];
    return name in places ? places[name] : fill(value, places);
  });
}

export const json_text = (value) => `${JSON.stringify(value, null, 2)}\n`;
