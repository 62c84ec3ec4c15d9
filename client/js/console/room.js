/** The room beside the work: what people ask and need, breaks, help, the end. */

import { html, nothing, t } from "../parts.js";
import { Beside } from "./beside.js";
import { display } from "./display.js";
import { layout } from "./layout.js";
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

  section() {
    const { brought = {}, agenda } = this.desk.view;
    const isLed = this.desk.canLead && !agenda.closed;
    return html`<div class="more">
      ${agenda.closed ? nothing : html`<div class="asked">${this.beside.section()}</div>`}
      ${agenda.closed ? nothing : display(this.desk, this.lead)}
      ${isLed ? html`${layout() === "small" ? nothing : this.breaks()} ${this.#help()}` : nothing}
      ${Object.entries(brought).map(([source, n]) => html`<p class="quiet">${broughtName(source)}: ${n}</p>`)}
      ${isLed && next(this.desk.view, this.desk.texts) ? html`<div><h3>${t("The end")}</h3>${this.ending.section("column")}</div>` : nothing}</div>`;
  }

  /** On a phone they stand with what comes next. */
  breaks() {
    const { agenda } = this.desk.view;
    if (!this.desk.canLead || agenda.closed || agenda.break_ends) return nothing;
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
