/** My own cards: what the server has of them, and what still lies in the outbox. */

import { isUnsent } from "../outbox.js";

/** @typedef {import("../outbox.js").Item} Item */
/**
 * `say`: the command that was refused.
 * @typedef {import("../protocol").Card & {id: string, at: number, say?: string, why?: string}} Known
 * @typedef {Known & {state: "saved" | "unsent" | "refused"}} Own
 */

/**
 * In the order in which they were written here.
 * @param {import("../protocol").Cards} saved @param {Item[]} items commands about this activity, for this person
 * @returns {Own[]}
 */
export function own(saved, items) {
  /** @type {Map<string, Own>} */
  const cards = new Map();
  for (const [id, card] of Object.entries(saved)) cards.set(id, { ...card, id, at: 0, state: "saved" });
  for (const item of items) put(cards, item);
  return [...cards.values()].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

/** @param {Map<string, Own>} cards @param {Item} item */
function put(cards, item) {
  const about = String(item.d.card);
  const card = cards.get(about);
  const text = String(item.d.text ?? card?.text ?? "");
  if (item.do === "add_card" || item.do === "add_note") cards.set(item.id, { ...written(item), ...cards.get(item.id), at: item.at });
  else if (item.state === "refused") cards.set(item.id, { ...card, ...written(item), text });
  else if (item.do === "withdraw_card") cards.delete(about);
  else if (item.do === "edit_card" && card && isUnsent(item)) cards.set(about, { ...card, text, state: "unsent" });
}

/** @param {Item} item @returns {Own} */
function written({ id, at, d, state, why }) {
  const card = /** @type {import("../protocol").Card} */ (/** @type {unknown} */ (d));
  if (state === "refused") return { ...card, id, at, state, why, say: id };
  return { ...card, id, at, state: state === "done" ? "saved" : "unsent" };
}

/** How many of them count: one that is hidden or refused does not. @param {Own[]} cards */
export function standing(cards) {
  return cards.filter((each) => !each.hidden && each.state !== "refused").length;
}

/** After the writing, in the same step. @param {import("./writing.js").Writing} writing @param {import("./here.js").Here} here @param {import("./here.js").Now} now @param {string} id */
export function canMend(writing, here, { at, kind, life, activity }, id) {
  const isOver = at === "step" && kind === "collect" && (life === "closed" || life === "revealed");
  return isOver && writing.activity === activity && Boolean(here.person.cards?.[activity]?.[id]?.hidden);
}
