// The day by which a pack's sources must be looked at again (sources.json, look_again_by). Once it has gone by, whoever
// runs the page is told: in the console, as a message, on the operator's page. Nobody who reads is.

/** '' where the content says none. @param {Uint8Array} content @returns {string} */
export const lookAgainBy = (content) =>
  /"look_again_by": ?"(.{10})"/.exec(new TextDecoder().decode(content))?.[1] ?? '';

/** The day when it has gone by, as the world counts days (UTC); else ''. @param {Uint8Array} content */
export function overdue(content) {
  const day = lookAgainBy(content);
  if (!(day && day < new Date().toISOString().slice(0, 10))) return '';
  console.warn(`tautline: sources not looked at again by ${day}`);
  return day;
}
