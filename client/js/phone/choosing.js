/** Choosing: what one press makes of a ballot. A ballot is never changed, a new one is made. */

/** @typedef {Record<string, number>} Dots by option */
/** @typedef {Record<string, Record<string, number>>} Ratings by option and criterion */

/**
 * Everybody sees them in another order, so that no place in the list gives an advantage; the same phone always in the same.
 * @param {string[]} ids @param {string} seed
 */
export function shuffled(ids, seed) {
  return ids.map((id) => ({ id, by: hash(seed + id) })).sort((a, b) => a.by - b.by || (a.id < b.id ? -1 : 1)).map(({ id }) => id);
}

/** FNV-1a, and its bits stirred once more. @param {string} text */
function hash(text) {
  let sum = 0x811c9dc5;
  for (const letter of text) sum = Math.imul(sum ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  sum = Math.imul(sum ^ (sum >>> 16), 0x45d9f3b);
  return (sum ^ (sum >>> 16)) >>> 0;
}

// Dots

/** @param {Dots} dots */
export function given(dots) {
  return Object.values(dots).reduce((sum, each) => sum + each, 0);
}

/** Why no more can be given to it, or "". @param {Dots} dots @param {string} option @param {{budget: number, max_per_item: number}} most */
export function full(dots, option, { budget, max_per_item }) {
  if (given(dots) >= budget) return "all_given";
  return (dots[option] ?? 0) >= max_per_item ? "enough_here" : "";
}

/** @param {Dots} dots @param {string} option @param {number} by 1 or −1 @returns {Dots} */
export function dotted(dots, option, by) {
  const { [option]: before = 0, ...others } = dots;
  return before + by > 0 ? { ...others, [option]: before + by } : others;
}

// Ranks

/** Chosen last, or, where it is chosen already, taken away. @param {string[]} ranks @param {string} option */
export function pressed(ranks, option) {
  return ranks.includes(option) ? ranks.filter((each) => each !== option) : [...ranks, option];
}

/** @param {string[]} ranks @param {string} option @param {number} by −1 is earlier */
export function moved(ranks, option, by) {
  const others = ranks.filter((each) => each !== option);
  others.splice(Math.max(0, ranks.indexOf(option) + by), 0, option);
  return others;
}

// Ratings

/** @param {Ratings} ratings @param {string} option @param {string} criterion @param {number} n @returns {Ratings} */
export function rated(ratings, option, criterion, n) {
  return { ...ratings, [option]: { ...ratings[option], [criterion]: n } };
}

/** @template T @param {Record<string, T>} all @param {string} key @returns {Record<string, T>} */
export function without(all, key) {
  const { [key]: _, ...others } = all;
  return others;
}
