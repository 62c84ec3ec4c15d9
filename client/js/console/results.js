/** Results as rows of a table: the order, the numbers, and each side where it may be told. */

/** @typedef {import("../protocol").VoteResult} VoteResult */
/** @typedef {import("../protocol").SurveyResult} SurveyResult */
/** @typedef {import("../protocol").Counted} Counted */
/** @typedef {import("../protocol").Texts} Texts */

/** The newest first. @template {{nth: number}} T @param {Record<string, T>} rounds @returns {[string, T][]} */
export function newestFirst(rounds = {}) {
  return Object.entries(rounds).sort(([, a], [, b]) => b.nth - a.nth);
}

/** The best first; what nobody chose stands last. @param {VoteResult} result */
export function ranked(result) {
  const rank = (/** @type {Counted} */ each) => each.rank ?? Infinity;
  return Object.entries(result.options).sort(([a, x], [b, y]) => rank(x) - rank(y) || (a < b ? -1 : 1));
}

/** Which sides are told, and how. @param {VoteResult} result @returns {{told: string, sides: [string, Record<string, Counted>][]}} */
export function bySide({ by_side }) {
  const { told = "none", ...sides } = by_side ?? {};
  return { told, sides: told === "none" ? [] : Object.entries(sides) };
}

/** Questions in the order of the texts, with their answers. @param {SurveyResult} result @param {string} about @param {Texts} texts */
export function answersOf(result, about, texts) {
  const all = result.results[about] ?? {};
  return Object.entries(texts.items ?? {}).flatMap(([id, item]) => (all[id] && item.kind !== "text" ? [{ id, item, answers: all[id] }] : []));
}

/** The sides that any question tells of. @param {SurveyResult} result */
export function sidesOf(result) {
  const all = Object.values(result.results).flatMap((items) => Object.values(items));
  return [...new Set(all.flatMap((each) => Object.keys(each.by_side ?? {})))];
}
