/** The end: with nothing missing it is closed; with something missing too, but then the plan says so. Always by two presses. */

import { html, nothing, t, tn } from "../parts.js";
import { ruleName } from "./names.js";
import { sorted } from "./records.js";

export class Ending {
  /** Where the second press is waited for: the page may offer it in two places. */
  asked = "";

  /** @param {import("./desk.js").Desk} desk @param {import("./room.js").Lead} lead */
  constructor(desk, lead) {
    this.desk = desk;
    this.lead = lead;
  }

  /** In another step it is asked anew. */
  forget() {
    this.asked = "";
  }

  /** @param {"last" | "column"} place after the last step, or at any time */
  section(place) {
    const { gate } = this.desk.view;
    const isWhole = gate && !gate.missing?.length;
    if (this.asked === place) return this.#second(isWhole ? "close_workshop" : "close_unfinished");
    if (place === "column") return html`<button type="button" id="end-column" class="danger block" @click=${this.#turn(place)}>${t("End the workshop")}</button>`;
    return html`<p><button type="button" id="end-last" class="${isWhole ? "primary" : "danger"} block" @click=${this.#turn(place)}>${isWhole ? t("Close the workshop") : t("Close unfinished")}</button></p>`;
  }

  /** Who changes their mind is back at the button. @param {string} to */
  #turn(to) {
    return () => {
      const button = `end-${this.asked}`;
      this.asked = to;
      this.desk.redraw.now();
      document.getElementById(to ? "ending" : button)?.focus();
    };
  }

  /** @param {string} what */
  #second(what) {
    const isWhole = what === "close_workshop";
    return html`<div class="notice ${isWhole ? "" : "bad"}" role="group" id="ending" tabindex="-1" aria-label=${t("End the workshop")}>
      ${isWhole ? nothing : this.#missing()}
      <p>${t("All phones say goodbye. This cannot be undone.")}</p>
      <p class="row"><button type="button" class=${isWhole ? "primary" : "danger"} @click=${() => this.lead(what, "")}>
          ${isWhole ? t("Yes, close it") : t("Yes, end it")}</button>
        <button type="button" @click=${this.#turn("")}>${t("Not yet")}</button></p></div>`;
  }

  /** Before the closing nobody has looked yet. */
  #missing() {
    const { missing = [], records = {} } = this.desk.view.gate ?? {};
    const { rules, fields } = sorted(missing);
    if (!missing.length) return html`<p>${t("The plan tells that it ended early.")}</p>`;
    return html`<p>${tn("{n} thing is missing.", "{n} things are missing.", missing.length)} ${t("The plan tells what.")}</p>
      <ul>${rules.map((rule) => html`<li>${ruleName(rule)}</li>`)}
        ${fields.map(([id, names]) => html`<li dir="auto">${records[id]?.title || t("Without words yet")}: ${tn("{n} thing is missing.", "{n} things are missing.", names.length)}</li>`)}</ul>`;
  }
}
