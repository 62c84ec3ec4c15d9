/** Groups side by side: of each its name, how many cards there are, and as many of them as fit. */

import { tn } from "../parts.js";

/** The groups of which not all cards were seen: they have pages of their own. @type {Set<string>} */
export const cut = new Set();

/** Whether each shows its name, and whole cards only. @param {HTMLElement} wall */
export function cropped(wall) {
  const piles = /** @type {HTMLElement[]} */ (wall.classList.contains("piles") ? [...wall.children] : []);
  return piles.map(crop).every(Boolean);
}

/** @param {HTMLElement} pile */
function crop(pile) {
  const cards = /** @type {HTMLElement[]} */ ([...pile.querySelectorAll("li")]);
  const rest = /** @type {HTMLElement} */ (pile.querySelector(".rest"));
  const hangsOut = () => pile.scrollHeight > pile.clientHeight + 1;
  for (const each of cards) each.hidden = false;
  rest.textContent = "";
  let n = cards.length;
  while (n && hangsOut()) {
    const last = cards[--n];
    if (last) last.hidden = true;
    rest.textContent = n ? said(cards.length - n) : ""; // how many there are stands beside the name
  }
  cut[n < cards.length ? "add" : "delete"](pile.dataset.key?.replace(/^pile /, "") ?? "");
  return !hangsOut();
}

/** @param {number} n */
function said(n) {
  return tn("+ {n} more", "+ {n} more", n);
}
