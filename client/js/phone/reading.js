/** Reading: cards as a list that keeps its place while others come and go. */

import { card, list } from "../cards.js";
import { byId, html, node, nothing } from "../parts.js";

/** @typedef {import("../protocol").Cards} Cards */

/** Where a list will stand; `read` fills it. @param {unknown[]} all @param {string} heading @param {string} id @param {string} [explained] */
export function section(all, heading, id, explained) {
  return html`<section ?hidden=${!all.length}>
    <h2 id="of-${id}" tabindex="-1">${heading}</h2>
    ${explained ? html`<p>${explained}</p>` : nothing}
    <ul class="cards" id=${id}></ul>
  </section>`;
}

/** @param {string} id @param {Cards} cards @param {import("../protocol").Texts} texts @param {Cards} [items] what they are about */
export function read(id, cards, texts, items) {
  list(node(id), byId(cards), (each) => html`<div class="card">${card(each, texts, items)}</div>`);
}
