/** Pressing: one primary button, which is always the next sensible step, and quiet ones beside it. Moving the room is done now or not at all. */

import { html, nothing, say, t } from "../parts.js";
import { isUnsent } from "../outbox.js";
import { layout } from "./layout.js";
import { next, others } from "./next.js";

/** @typedef {import("./next.js").Offer} Offer */

const ARMED_MS = 6000;
const SEEN_MS = 500;

export class Pressing {
  /** The irreversible step that waits for a second press, by its label. */
  armed = "";
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  disarming;
  /** The last press, and what the page showed then. */
  last = { at: 0, v: 0 };

  /** @param {import("./desk.js").Desk} desk */
  constructor(desk) {
    this.desk = desk;
  }

  /** One step at a time, and not before its effect is seen, so that two quick presses do not move the room twice. */
  get isUnderWay() {
    const { outbox, state } = this.desk.line;
    const isUnseen = state.v === this.last.v && Date.now() - this.last.at < SEEN_MS;
    return isUnseen || outbox.items.some((each) => each.now && isUnsent(each));
  }

  #pressed() {
    this.last = { at: Date.now(), v: this.desk.line.state.v };
    setTimeout(this.desk.redraw, SEEN_MS);
  }

  offer() {
    return next(this.desk.view, this.desk.texts);
  }

  /** @param {string} what @param {string} where @param {Record<string, unknown>} [d] */
  lead(what, where, d) {
    if (this.isUnderWay) return;
    this.#disarm();
    if (this.desk.press(what, where, d)) this.#pressed();
    this.desk.redraw.now();
  }

  /** With what was filled in for it. @param {Offer} offer */
  take(offer) {
    if (this.isUnderWay) return;
    this.#disarm();
    if (!offer.form) return this.lead(offer.do, offer.in, offer.d);
    const { forms, lang } = this.desk;
    const typed = ["wording", "date"].flatMap((field) => (forms.text(offer.form ?? "", field) ? [[field, forms.text(offer.form ?? "", field)]] : []));
    const worded = typed.some(([field]) => field === "wording") ? { lang } : {};
    const dated = offer.do === "decide_by" ? { date: "" } : {};
    this.desk.pressForm(offer.form, offer.do, offer.in, { ...offer.d, ...dated, ...Object.fromEntries(typed), ...worded });
  }

  /** By a key, or beside the primary button: what cannot be undone needs a second press. @param {Offer} offer */
  takeTwice(offer) {
    if (!offer.isFinal || this.armed === offer.label) return this.take(offer);
    this.armed = offer.label;
    clearTimeout(this.disarming);
    this.disarming = setTimeout(() => (this.#disarm(), this.desk.redraw()), ARMED_MS);
    say(t("Press again: {label}", { label: offer.label }));
    this.desk.redraw();
  }

  #disarm() {
    this.armed = "";
    clearTimeout(this.disarming);
  }

  /** @param {(offer: Offer | null) => unknown} ahead what is filled in first @param {() => unknown} atTheEnd */
  section(ahead, atTheEnd) {
    if (!this.desk.canLead) return nothing;
    const offer = this.offer();
    return html`<section class="next" id="next" tabindex="-1" aria-label=${t("What comes next")}>${ahead(offer)}
      ${offer ? this.#primary(offer) : html`<p>${t("This is the last step.")}</p>${atTheEnd()}`}
      ${layout() === "small" ? nothing : this.beside()}</section>`;
  }

  /** Quiet buttons; on a phone they do not stay in sight. */
  beside() {
    const quiet = this.desk.canLead ? others(this.desk.view, this.desk.texts) : [];
    return quiet.length ? html`<p class="row quietly">${quiet.map((each) => this.#quiet(each))}</p>` : nothing;
  }

  /** @param {Offer} offer */
  #primary(offer) {
    return html`<button type="button" class="primary block" id="primary" aria-disabled=${this.isUnderWay} @click=${() => this.take(offer)}>
        <span class="lines">${this.isUnderWay ? t("A moment …") : offer.label}</span></button>
      <p class="effect">${this.armed === offer.label ? html`<b>${t("Press again: {label}", { label: offer.label })}</b>` : offer.effect}</p>`;
  }

  /** @param {Offer} offer */
  #quiet(offer) {
    if (offer.not) return html`<button type="button" class="slim" aria-disabled="true" aria-describedby="not-now" @click=${() => this.desk.tell(offer.not ?? "")}>${offer.label}</button>
      <span class="hint" id="not-now">${offer.not}</span>`;
    const isArmed = this.armed === offer.label;
    return html`<button type="button" class="slim" @click=${() => this.takeTwice(offer)}>${isArmed ? t("Press again: {label}", { label: offer.label }) : offer.label}</button>
      ${isArmed ? html`<span>${offer.effect}</span>` : nothing}`;
  }

  /** A key of this window, or of a screen in the same browser. @param {string} key */
  key(key) {
    const { agenda } = this.desk.view;
    const offer = this.offer();
    if (!this.desk.canLead) return;
    if (key === "back" && agenda.current && !agenda.break_ends && !agenda.closed) return this.#back();
    if (offer && (key === "next" || (key === "reveal" && offer.do === "reveal"))) this.takeTwice(offer);
  }

  /** Where it is not offered, the key says why. */
  #back() {
    const back = others(this.desk.view, this.desk.texts).find((each) => each.do === "go_back");
    if (back?.not) this.desk.tell(back.not);
    else if (back) this.lead(back.do, back.in);
  }
}
