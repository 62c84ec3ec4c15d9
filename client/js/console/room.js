/** The room beside the work: who is here, what they ask and need, the screen, breaks, help. */

import { html, nothing, people, t } from "../parts.js";
import { sideName } from "../sides.js";
import { Beside } from "./beside.js";
import { display } from "./display.js";
import { next } from "./next.js";

const BREAKS = [5, 10, 15];

/** @typedef {(what: string, where: string, d?: Record<string, unknown>) => void} Lead */

export class Room {
  /** @param {import("./desk.js").Desk} desk @param {import("./hiding.js").Hiding} hiding @param {Lead} lead @param {import("./ending.js").Ending} ending */
  constructor(desk, hiding, lead, ending) {
    this.desk = desk;
    this.lead = lead;
    this.ending = ending;
    this.beside = new Beside(desk, hiding);
  }

  column() {
    const { lobby, brought = {}, agenda } = this.desk.view;
    const isLed = this.desk.canLead && !agenda.closed;
    return html`<h2>${t("The room")}</h2>
      <div><p>${people(lobby.joined)}</p>
        ${Object.entries(lobby.sides ?? {}).map(([side, n]) => html`<p>${sideName(side)}: ${n}</p>`)}
        ${Object.entries(brought).map(([source, n]) => html`<p>${broughtName(source)}: ${n}</p>`)}</div>
      ${agenda.closed ? nothing : html`<div class="asked">${this.beside.section()}</div>`}
      <div class="stack">${this.desk.canLead ? this.#screen() : nothing} ${agenda.closed ? nothing : display(this.desk, this.lead)} ${agenda.closed ? nothing : this.#trial()}</div>
      ${isLed ? html`${this.#breaks()} ${this.#help()}` : nothing}
      ${isLed && next(this.desk.view, this.desk.texts) ? html`<div><h3>${t("The end")}</h3>${this.ending.section("column")}</div>` : nothing}`;
  }

  #screen() {
    return html`<form method="post" action="/w/${this.desk.line.place.workshop}/console/screen" target="_blank">
      <button class="block">${t("Open the screen")}</button></form>`;
  }

  #trial() {
    const { door } = this.desk.line.place;
    return door ? html`<a class="button block" href="${door}?new" target="_blank">${t("Trial phone")}</a>` : nothing;
  }

  #breaks() {
    if (this.desk.view.agenda.break_ends) return nothing;
    return html`<div><h3 id="break">${t("Break")}</h3>
      <p class="row" role="group" aria-labelledby="break">${BREAKS.map((n) => this.#pause(n))}</p></div>`;
  }

  /** @param {number} n */
  #pause(n) {
    const start = () => this.lead("start_break", "", { minutes: n });
    return html`<button type="button" @click=${start}>${t("{n} min", { n })}</button>`;
  }

  /** Only at home can a link be made. */
  #help() {
    const { home } = this.desk.line.place;
    if (!home) return nothing;
    return html`<div><h3>${t("Somebody has no phone?")}</h3>
      <p>${t("A helper can write for them.")}
        <a href=${home} target="_blank">${t("Make a helper link")}</a></p></div>`;
  }
}

/** @param {string} source */
export function broughtName(source) {
  if (source === "field") return t("Cards from the field");
  return source === "previous" ? t("Cards from last time") : t("Feedback");
}
