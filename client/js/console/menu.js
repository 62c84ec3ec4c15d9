/** The list of groups on a card: pressed, walked through with arrows, or by the letter on each; Esc leaves it. No other key goes past it. */

import { html, nothing, t } from "../parts.js";

/** A group one may move to. Its badge is its key. @typedef {{id: string, tile: unknown, name: string, lang: string | undefined}} Way */
/** @typedef {{move: (theme: string) => void, makeNew: () => void, hide: () => void, fold: () => void}} Does `fold`: the focus has gone elsewhere */

const EDGE_PX = 8;

/** @param {Way[]} ways @param {Does} does */
export function menu(ways, { move, makeNew, hide, fold }) {
  const away = (/** @type {FocusEvent} */ { relatedTarget, currentTarget }) => {
    const stays = relatedTarget instanceof Node && /** @type {Element} */ (currentTarget).parentElement?.contains(relatedTarget);
    if (!stays) fold();
  };
  return html`<div class="menu" id="ways" role="group" aria-label=${t("Move to")} @focusout=${away}>
    ${ways.map(({ id, tile, name, lang }) => html`<button type="button" @click=${() => move(id)}>${tile} <span lang=${lang ?? nothing} dir="auto">${name}</span></button>`)}
    <button type="button" @click=${makeNew}><span class="tile" aria-hidden="true">+</span> <span>${t("A new group")}</span></button>
    <button type="button" class="hides" @click=${hide}><span>${t("Hide the card")}</span></button></div>`;
}

/** It opens where there is room for it, and has the focus on its first. @param {HTMLElement | null} list */
export function keep(list) {
  const card = list?.parentElement?.getBoundingClientRect();
  if (!list || !card) return;
  const [above, below] = [card.top - EDGE_PX, innerHeight - card.bottom - EDGE_PX];
  const isUp = below < list.scrollHeight && above > below;
  list.classList.toggle("up", isUp);
  list.style.setProperty("max-height", `${Math.max(isUp ? above : below, 0)}px`);
  /** @type {HTMLElement | null} */ (list.querySelector("button"))?.focus({ preventScroll: true });
}

/** @param {KeyboardEvent} event @param {Element} at @param {() => void} leave @returns whether it was for the list */
export function steer({ key }, at, leave) {
  const list = at.closest(".menu");
  if (key === "Escape" && (list || at.getAttribute("aria-expanded") === "true")) return leave(), true;
  if (!list) return false;
  const all = /** @type {HTMLElement[]} */ ([...list.querySelectorAll("button")]);
  const its = all.find((each) => badge(each) === (key === "0" || key === "-" ? "–" : key.toUpperCase()));
  if (its) return its.click(), true;
  if (key !== "ArrowDown" && key !== "ArrowUp") return false;
  const to = all.findIndex((each) => each === at) + (key === "ArrowDown" ? 1 : -1);
  all.at(to % all.length)?.focus();
  return true;
}

/** @param {Element} button */
function badge(button) {
  return button.querySelector(".tile")?.textContent?.trim();
}
