/** The work in the middle: what the step asks, how to lead it, and what belongs to its kind. */

import { cardsWritten, html, nothing, people, t, timeOfDay, timer, tn } from "../parts.js";
import { stageName } from "../words.js";
import { Reading } from "./cards.js";
import { kindName, lifeName } from "./agenda.js";
import { layout } from "./layout.js";
import { concerns, waiting } from "./waiting.js";

/** @typedef {import("./desk.js").Desk} Desk */

export class Work {
  /** Whether the guide lies open; undefined until somebody opens or folds it. @type {boolean | undefined} */
  isGuiding;

  /** @param {Desk} desk @param {import("./kinds.js").Kinds} kinds @param {import("./hiding.js").Hiding} hiding @param {import("./room.js").Room} room */
  constructor(desk, kinds, hiding, room) {
    this.desk = desk;
    this.kinds = kinds;
    this.hiding = hiding;
    this.room = room;
    this.ahead = new Reading(hiding, desk.texts, "ahead");
  }

  section() {
    const { agenda } = this.desk.view;
    if (agenda.closed) return this.#over();
    return html`${layout() === "wide" ? nothing : this.room.beside.badges()} ${agenda.current ? this.#step() : this.#lobby()}`;
  }

  #lobby() {
    const { texts, view } = this.desk;
    return html`<h1>${t("Lobby")}</h1>
      <p class="many"><b>${people(view.lobby.joined)}</b></p>
      <h2>${t("Before you begin")}</h2>
      <ol class="plain-list"><li>${t("Open the screen, and move it to the projector.")}</li>
        <li>${t("Try with your own phone. Read the code aloud.")}</li>
        <li>${t("Ask if anybody needs a helper or paper.")}</li></ol>
      <h2>${t("Why do we meet?")}</h2><p lang=${texts.langs[0]} dir="auto">${texts.question}</p>
      <h2>${t("What can we decide today?")}</h2><p lang=${texts.langs[0]} dir="auto">${texts.decide}</p>
      ${view.ahead ? this.ahead.section({ cards: view.ahead, in: "" }, t("Brought cards: read them before")) : nothing}`;
  }

  /** After the page is drawn. */
  drawn() {
    this.ahead.fill({ cards: this.desk.view.ahead ?? {}, in: "", isAhead: true });
  }

  #over() {
    const { desk, hiding } = this;
    const { home } = desk.line.place;
    return html`<h1>${t("The workshop is over. Thank you.")}</h1>
      ${desk.texts.plan ? html`<p><a class="button primary" href=${desk.texts.plan}>${t("What we agreed")}</a></p>` : nothing}
      ${waiting(desk)} ${concerns(desk, hiding)}
      ${home ? html`<p><a class="button" href="${home}/cards">${t("What was written")}</a></p>
        <p><a class="way" href="/home">${t("All your workshops")}</a></p>` : nothing}`;
  }

  #step() {
    const { view, texts } = this.desk;
    const { agenda, gate } = view;
    const step = texts.activities[agenda.current];
    const activity = view.activities[agenda.current];
    const { kind = "", life = "waiting", cards = {} } = activity ?? {};
    const part = this.kinds.of(kind);
    return html`<p class="where"><span>${stageName(step?.stage ?? "")} · ${kindName(kind, Object.keys(cards).length > 0)}${lifeName(this.desk, life, kind)}</span></p>
      <h1 lang=${step?.lang ?? texts.lang}>${step?.prompt}</h1>
      ${agenda.break_ends ? html`<p class="notice waiting">${t("Break until {time}", { time: timeOfDay(agenda.break_ends) })} ${timer(agenda.break_ends)}</p>` : nothing}
      ${this.#guide(step?.guide, kind)} ${this.#howMany(activity)}
      ${part ? part.section(agenda.current, activity) : html`<p class="quiet">${t("Loading …")}</p>`}
      ${gate ? this.#beforeTheEnd(gate) : nothing}`;
  }

  /** How to lead it: open where there is room; folded where not, and where the cards need it. @param {string[] | undefined} guide @param {string} kind */
  #guide(guide, kind) {
    if (!guide?.length) return nothing;
    const turn = (/** @type {Event} */ { target }) => (this.isGuiding = /** @type {HTMLDetailsElement} */ (target).open);
    return html`<details class="guide" ?open=${this.isGuiding ?? (layout() === "wide" && kind !== "cluster")} @toggle=${turn}><summary>${t("How to lead this")}</summary>
      <ul>${guide.map((line) => html`<li>${line}</li>`)}</ul></details>`;
  }

  /** All that is told of a box while it is shut. @param {import("../protocol").Activity & {answered?: number} | undefined} activity */
  #howMany(activity) {
    const { kind, written = 0, cards = {}, answered } = activity ?? {};
    const hidden = Object.values(cards).filter((each) => each.hidden).length;
    if (answered !== undefined) return html`<p class="many"><b>${tn("{n} of {all} has answered", "{n} of {all} have answered", answered, { all: this.desk.view.lobby.joined })}</b></p>`;
    return kind === "collect" ? html`<p class="many">${cardsWritten(written)}${hidden ? html`, ${t("{n} of them hidden", { n: hidden })}` : nothing}</p>` : nothing;
  }

  /** Folded until the last step: it is looked at in time, and met at the end. What folds takes no tabindex: its summary would be passed over by Tab. @param {import("../protocol").Gate} gate */
  #beforeTheEnd(gate) {
    const missing = gate.missing?.length ?? 0;
    const isLast = this.desk.texts.order.at(-1) === this.desk.view.agenda.current;
    return html`<div role="group" aria-label=${t("Before the end")} tabindex="-1"><details class="gate" id="gate" ?open=${isLast}>
      <summary>${t("Before the end")}: ${missing ? tn("{n} thing is missing", "{n} things are missing", missing) : t("nothing is missing")}</summary>
      ${this.kinds.of("gate")?.section("", gate)}</details></div>`;
  }
}
