/** Grouping: where each card lies, as the server has it, and as it will be when what was said here has come through. */

import { isUnsent } from "../outbox.js";
import { inOrder } from "../themes.js";

/** @typedef {import("../protocol").Cluster} Cluster */
/** @typedef {import("../protocol").Theme} Theme */
/** @typedef {NonNullable<Cluster["cards"]>} Cards */
/** @typedef {{cards: Cards, themes: Record<string, Theme>, order: string[]}} Wall */
/** @typedef {{id: string, theme: Theme | null, cards: [string, Cards[string]][]}} Group `theme` is null for the others */

/** @param {Pick<Cluster, "cards" | "themes" | "order">} shown @param {import("../outbox.js").Item[]} items @returns {Wall} */
export function expected({ cards = {}, themes = {}, order = [] }, items) {
  return items.filter(isUnsent).reduce(moved, { cards, themes, order });
}

/** @param {Wall} before @param {import("../outbox.js").Item} item @returns {Wall} */
function moved({ cards, themes, order }, { do: what, id, d }) {
  const ids = /** @type {string[]} */ (d.cards ?? []);
  const theme = { name: String(d.name), lang: String(d.lang) };
  if (what === "move_cards") return { cards: laid(cards, ids, String(d.theme)), themes, order };
  if (what === "add_theme") return { cards: laid(cards, ids, id), themes: { ...themes, [id]: theme }, order };
  if (what === "name_theme" && themes[String(d.theme)]) return { cards, themes: { ...themes, [String(d.theme)]: theme }, order };
  return { cards, themes, order };
}

/** @param {Cards} cards @param {string[]} ids @param {string} theme @returns {Cards} */
function laid(cards, ids, theme) {
  const here = ids.filter((id) => cards[id]).map((id) => [id, { .../** @type {Cards[string]} */ (cards[id]), theme }]);
  return { ...cards, ...Object.fromEntries(here) };
}

/** By theme, the others last. @param {Pick<Wall, "cards" | "themes"> & {order?: string[]}} all @returns {Group[]} */
export function grouped({ cards, themes, order }) {
  const sorted = Object.entries(cards).sort(([a], [b]) => (a < b ? -1 : 1));
  const of = (/** @type {string} */ theme) => sorted.filter(([, each]) => (themes[each.theme ?? ""] ? each.theme : "") === theme);
  const groups = inOrder(themes, order).map(([id, theme]) => ({ id, theme, cards: of(id) }));
  return [...groups, { id: "", theme: null, cards: of("") }];
}
