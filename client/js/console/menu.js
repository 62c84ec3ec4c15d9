/** The list of groups on a card: pressed, or walked through with arrows; Esc leaves it. */

import { html, nothing, t } from "../parts.js";

/** A group one may move to, and its number on the keyboard. @typedef {{id: string, tile: unknown, name: string, lang: string | undefined, key: number}} Way */
/** @typedef {{move: (theme: string) => void, makeNew: () => void, fold: () => void}} Does `fold`: the focus has gone elsewhere */

/** @param {Way[]} ways @param {Does} does */
export function menu(ways, { move, makeNew, fold }) {
  const away = (/** @type {FocusEvent} */ { relatedTarget, currentTarget }) => {
    const stays = relatedTarget instanceof Node && /** @type {Element} */ (currentTarget).parentElement?.contains(relatedTarget);
    if (!stays) fold();
  };
  return html`<div class="menu" role="group" aria-label=${t("Move to")} @focusout=${away}>
    ${ways.map(({ id, tile, name, lang, key }) => html`<button type="button" @click=${() => move(id)}>${tile} <span lang=${lang ?? nothing} dir="auto">${name}</span> ${key <= 9 ? html`<kbd aria-hidden="true">${key}</kbd>` : nothing}</button>`)}
    <button type="button" @click=${makeNew}><span class="tile" aria-hidden="true">+</span> <span>${t("A new group")}</span> <kbd aria-hidden="true">N</kbd></button></div>`;
}

/** @param {KeyboardEvent} event @param {Element} at @param {() => void} leave @returns whether it was for the list */
export function steer({ key }, at, leave) {
  const list = at.closest(".menu");
  if (key === "Escape" && (list || at.getAttribute("aria-expanded") === "true")) return leave(), true;
  if (!list || (key !== "ArrowDown" && key !== "ArrowUp")) return false;
  const all = /** @type {HTMLElement[]} */ ([...list.querySelectorAll("button")]);
  const to = all.findIndex((each) => each === at) + (key === "ArrowDown" ? 1 : -1);
  all.at(to % all.length)?.focus();
  return true;
}
