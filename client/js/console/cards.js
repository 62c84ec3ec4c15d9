/** The reading strip: the facilitator reads along, and can hide a card before or after the room sees it. */

import { card, list } from "../cards.js";
import { byId, html, node, nothing, t, tn } from "../parts.js";
import { calledIn, namedFirst } from "./called.js";

/** @typedef {import("../protocol").Card} Card */
/** @typedef {import("../protocol").Cards} Cards */
/** `in`: where a card lies that does not say so itself. `isAhead`: the room has not seen them. @typedef {{cards: Cards, items?: Cards, in: string, isAhead?: boolean}} Strip */

export class Reading {
  /** @param {import("./hiding.js").Hiding} hiding @param {import("../protocol").Texts} texts @param {string} [name] of several on a page */
  constructor(hiding, texts, name = "strip") {
    this.hiding = hiding;
    this.texts = texts;
    this.name = name;
  }

  /** @param {Strip} strip @param {string} [heading] */
  section({ cards }, heading) {
    const hidden = Object.values(cards).filter((each) => each.hidden).length;
    const shown = Object.keys(cards).length - hidden;
    return html`<section id="${this.name}-part" role="group" aria-labelledby="${this.name}-name" tabindex="-1">
      <h2 id="${this.name}-name">${heading ?? tn("{n} card", "{n} cards", shown)}</h2>
      ${this.hiding.undo(cards)}
      <ul class="cards reading" id=${this.name}></ul>
      <details ?hidden=${!hidden}><summary>${tn("{n} hidden card", "{n} hidden cards", hidden)}</summary>
        <ul class="cards reading" id="${this.name}-hidden"></ul></details>
    </section>`;
  }

  /** After the page is drawn. @param {Strip} strip */
  fill(strip) {
    const all = strip.isAhead ? namedFirst(byId(strip.cards)) : byId(strip.cards);
    list(node(this.name), all.filter(([, each]) => !each.hidden), (each, id) => this.#shown(strip, id, each));
    list(node(`${this.name}-hidden`), all.filter(([, each]) => each.hidden), (each, id) => this.#hidden(strip, id, each));
  }

  /** @param {Strip} strip @param {string} id @param {Card} each */
  #shown(strip, id, each) {
    return html`<div class="card ${each.waits ? "unsent" : ""}">
      ${card(each, this.texts, strip.items)}
      ${tableOf(each)} ${strip.isAhead ? nameIn(each) : nothing}
      ${each.waits ? html`<p class="state waiting">${t("The room does not see this yet")}</p>` : nothing}
      ${this.hiding.control(each.in ?? strip.in, id, each.text)}
    </div>`;
  }

  /** @param {Strip} strip @param {string} id @param {Card} each */
  #hidden(strip, id, each) {
    return html`<div class="card"><p class="quiet">${t("Hidden: {why}", { why: each.hidden ?? "" })}</p>
      ${card(each, this.texts, strip.items)} ${tableOf(each)}
      <button type="button" @click=${() => this.hiding.show(each.in ?? strip.in, id)}>${t("Show again")}</button></div>`;
  }
}

/** Where a helper heard it. @param {Card} card */
function tableOf({ table }) {
  return table ? html`<p class="about"><span class="tag">${t("Table {n}", { n: table })}</span></p>` : nothing;
}

/** @param {Card} card */
function nameIn({ text }) {
  const names = calledIn(text);
  return names.length ? html`<p class="state waiting"><span aria-hidden="true">!</span> ${t("A name? {names}", { names: names.join(", ") })}</p>` : nothing;
}
