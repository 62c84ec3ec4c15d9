/** The room beside the work: who is here, the screen, breaks, help, and the end. */

import { html, nothing, people, t } from "../parts.js";
import { sideName } from "../sides.js";

const BREAKS = [5, 10, 15];

/** @typedef {(what: string, where: string, d?: Record<string, unknown>) => void} Lead */

export class Room {
  isEnding = false;

  /** @param {import("../socket.js").Line} line @param {Lead} lead @param {import("../parts.js").Draw} redraw */
  constructor(line, lead, redraw) {
    this.line = line;
    this.lead = lead;
    this.redraw = redraw;
    this.canLead = line.place.seat === "facilitator";
  }

  column() {
    const { lobby, brought = {}, agenda } = this.line.state.view;
    return html`<h2>${t("The room")}</h2>
      <p>${people(lobby.joined)}</p>
      ${Object.entries(lobby.sides ?? {}).map(([side, n]) => html`<p>${sideName(side)}: ${n}</p>`)}
      ${Object.entries(brought).map(([source, n]) => html`<p>${broughtName(source)}: ${n}</p>`)}
      <div class="stack">${this.canLead ? this.screen() : nothing} ${agenda.closed ? nothing : this.trial()}</div>
      ${this.canLead && !agenda.closed ? html`${this.breaks()} ${this.help()}<h3>${t("The end")}</h3>${this.ending()}` : nothing}`;
  }

  screen() {
    return html`<form method="post" action="/w/${this.line.place.workshop}/console/screen" target="_blank">
      <button class="block">${t("Open the screen")}</button></form>`;
  }

  trial() {
    const { door } = this.line.place;
    return door ? html`<a class="button block" href="${door}?new" target="_blank">${t("Trial phone")}</a>` : nothing;
  }

  breaks() {
    if (this.line.state.view.agenda.break_ends) return nothing;
    return html`<h3 id="break">${t("Break")}</h3>
      <p class="row" role="group" aria-labelledby="break">
        ${BREAKS.map((n) => this.pause(n))}</p>`;
  }

  /** @param {number} n */
  pause(n) {
    const start = () => this.lead("start_break", "", { minutes: n });
    return html`<button type="button" @click=${start}>${t("{n} min", { n })}</button>`;
  }

  /** Only at home can a link be made. */
  help() {
    const { home } = this.line.place;
    if (!home) return nothing;
    return html`<h3>${t("Somebody has no phone?")}</h3>
      <p>${t("A helper can write for them.")}
        <a href=${home} target="_blank">${t("Make a helper link")}</a></p>`;
  }

  ending() {
    const turn = (/** @type {boolean} */ to) => () => ((this.isEnding = to), this.redraw.now());
    if (!this.isEnding) return html`<button type="button" class="danger block" @click=${turn(true)}>${t("End the workshop")}</button>`;
    return html`<div class="notice bad" role="group" aria-label=${t("End the workshop")}>
      <p>${t("All phones say goodbye. This cannot be undone.")}</p>
      <p class="row"><button type="button" class="danger" @click=${() => this.lead("close_unfinished", "")}>${t("Yes, end it")}</button>
        <button type="button" @click=${turn(false)}>${t("Not yet")}</button></p></div>`;
  }
}

/** @param {string} source */
function broughtName(source) {
  if (source === "field") return t("Cards from the field");
  return source === "previous" ? t("Cards from last time") : t("Feedback");
}
