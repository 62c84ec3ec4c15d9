/** Groups of cards: in the order in which they were made, each with its letter, the same on every face. */

/** @typedef {import("./protocol").Theme} Theme */

/** One that is on its way stands last. @param {Record<string, Theme>} themes @param {string[]} order @returns {[string, Theme][]} */
export function inOrder(themes, order = []) {
  const place = (/** @type {string} */ id) => (order.includes(id) ? order.indexOf(id) : Infinity);
  return Object.entries(themes).sort(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1));
}

/** With their letters before their names. @param {Record<string, Theme>} [themes] @param {string[]} [order] @returns {Record<string, Theme>} */
export function lettered(themes = {}, order = []) {
  return Object.fromEntries(inOrder(themes, order).map(([id, each], i) => [id, { ...each, name: `${letter(i)} · ${each.name}` }]));
}

/** A, B, C … Z, AA, AB … @param {number} i from 0 @returns {string} */
export function letter(i) {
  return i < 26 ? String.fromCharCode(65 + i) : letter(Math.floor(i / 26) - 1) + letter(i % 26);
}
