/** The room now: the screen, the time that is left, who does not understand, who is here. Beside the work, or above it. */

import { html, nothing, t, timeOfDay, timer, tn } from "../parts.js";
import { shape, sideName } from "../sides.js";
import { kindName, lifeName } from "./agenda.js";
import { layout } from "./layout.js";
import { stageName } from "../words.js";

const EXTENSIONS = [1, 5];

export class Now {
  /** @param {import("./desk.js").Desk} desk @param {import("./room.js").Lead} lead @param {import("./preview.js").Preview} preview @param {import("./projector.js").Projector} projector @param {() => unknown} needs what people ask for */
  constructor(desk, lead, preview, projector, needs) {
    this.desk = desk;
    this.lead = lead;
    this.preview = preview;
    this.projector = projector;
    this.needs = needs;
  }

  section() {
    const { agenda } = this.desk.view;
    return html`<div class="now" role="region" aria-label=${t("The room now")}>
      ${layout() === "small" ? this.#step() : nothing}
      ${this.preview.section()}
      ${agenda.closed ? nothing : html`<div class="facts">${layout() === "middle" ? this.time() : nothing} ${this.#people()}</div>`}
      ${this.desk.canLead && layout() === "wide" && !agenda.closed ? this.projector.buttons() : nothing}</div>`;
  }

  /** On a phone the work lies far below. */
  #step() {
    const { agenda, activities } = this.desk.view;
    const its = this.desk.texts.activities[agenda.current];
    if (!its || agenda.closed) return nothing;
    const { life, kind } = activities[agenda.current] ?? { life: "waiting", kind: its.kind };
    return html`<p class="step"><b>${stageName(its.stage)}</b> · ${kindName(kind, false)}${lifeName(this.desk, life, kind)}</p>`;
  }

  /** The clock, and what the room needs at once: it never leaves the view. */
  time() {
    if (this.desk.view.agenda.closed) return nothing;
    return html`<div class="watch" role="region" aria-label=${t("Time left")}>${this.#clock()} ${this.#unclear()} ${this.needs()}</div>`;
  }

  #clock() {
    const { agenda, activities } = this.desk.view;
    if (agenda.break_ends) return html`<p class="row time"><span class="clock">${timer(agenda.break_ends)}</span> ${t("Break until {time}", { time: timeOfDay(agenda.break_ends) })}</p>`;
    const activity = activities[agenda.current];
    if (activity?.life !== "open") return nothing;
    return html`<p class="row time"><span class="clock">${activity.ends ? timer(activity.ends) : t("No clock")}</span>
      ${this.desk.canLead ? EXTENSIONS.map((n) => this.#longer(n)) : nothing}</p>`;
  }

  /** @param {number} n */
  #longer(n) {
    const extend = () => this.lead("extend", this.desk.view.agenda.current, { minutes: n });
    return html`<button type="button" @click=${extend}>${t("+{n} min", { n })}</button>`;
  }

  /** How many, never who; and what to do. */
  #unclear() {
    const { unclear = 0 } = this.desk.view.needs ?? {};
    return unclear ? html`<p class="unclear" id="unclear"><b>${tn("{n} does not understand", "{n} do not understand", unclear)}</b><br />${t("Say it in other words. Ask if it is clear now.")}</p>` : nothing;
  }

  #people() {
    const { joined, sides = {} } = this.desk.view.lobby;
    return html`<div class="here"><h2>${t("Here {n}", { n: joined })}</h2>
      ${Object.entries(sides).map(([side, n]) => html`<p>${shape(side)} ${sideName(side)} <b>${n}</b></p>`)}</div>`;
  }
}
