/** Cards in their themes: which lie where, which theme a key means, and which card comes next. */

import { inOrder } from "../themes.js";

/** @typedef {import("../protocol").Card & {theme?: string}} Grouped */
/** @typedef {import("../protocol").Theme} Theme */
/** `id` is "" for the others. @typedef {{id: string, cards: [string, Grouped][]}} Pile */

/** The others first, for they are still to be read; then the themes as they were made. @param {Record<string, Grouped>} cards @param {Record<string, Theme>} themes @param {string[]} [order] @returns {Pile[]} */
export function piles(cards, themes, order) {
  const lie = new Map(["", ...inOrder(themes, order).map(([id]) => id)].map((id) => /** @type {[string, Pile]} */ ([id, { id, cards: [] }])));
  const sorted = Object.entries(cards).sort(([a], [b]) => (a < b ? -1 : 1));
  for (const entry of sorted) (lie.get(entry[1].theme ?? "") ?? lie.get(""))?.cards.push(entry);
  return [...lie.values()];
}

/** 1–9 is a theme, 0 is among the others. @param {string} key @param {Pile[]} all @returns {string | undefined} */
export function themeOf(key, all) {
  return /^[0-9]$/.test(key) ? all[Number(key)]?.id : undefined;
}

/** The card that has the focus goes alone, or with all that are chosen if it is one of them. @param {string} card @param {string[]} chosen */
export function moved(card, chosen) {
  return chosen.includes(card) ? chosen : [card];
}

/** Where one reads on when some have gone: the next card of the same pile, or the one before. @param {Pile[]} all @param {string} card @param {string[]} gone */
export function following(all, card, gone) {
  const ids = all.find((pile) => pile.cards.some(([id]) => id === card))?.cards.map(([id]) => id) ?? [];
  const at = ids.indexOf(card);
  const stays = (/** @type {string} */ id) => !gone.includes(id);
  return ids.slice(at + 1).find(stays) ?? ids.slice(0, at).reverse().find(stays) ?? card;
}
