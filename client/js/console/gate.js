/** The gate: what a workshop still lacks before it ends, and each thing where it can be mended at once. */

import { day } from "../numbers.js";
import { html, nothing, short, t } from "../parts.js";
import { behind, field, form } from "./fields.js";
import { Mending } from "./mending.js";
import { putAside, reports, ruleName } from "./names.js";
import { waiting } from "./waiting.js";

/** @typedef {import("../protocol").Gate} Gate */
/** @typedef {import("../protocol").Card} Card */
/** @typedef {import("./desk.js").Desk} Desk */

export class AtTheGate {
  /** @param {Desk} desk */
  constructor(desk) {
    this.desk = desk;
    this.mending = new Mending(desk);
  }

  /** @param {string} _ it stands beside every step @param {Gate} gate */
  section(_, gate) {
    return html`${this.mending.section(gate)} ${waiting(this.desk)} ${this.#parking(gate)} ${this.#contact()} ${this.#attested(gate)} ${this.#previous(gate)}`;
  }

  // What was not taken

  /** @param {Gate} gate */
  #parking({ unselected = {}, parked = {}, records = {} }) {
    const more = Object.entries(parked).filter(([id]) => !(id in unselected)).map(([id, each]) => /** @type {[string, Card]} */ ([id, { text: each.name, lang: each.lang }]));
    const all = [...Object.entries(unselected), ...more];
    if (!all.length) return nothing;
    const targets = [...Object.entries(records).map(([id, each]) => ({ value: id, text: short(each.title, 50) })), ...all.map(([id, each]) => ({ value: id, text: short(each.text, 50) }))];
    return html`<section id="parking" role="group" aria-labelledby="parking-name" tabindex="-1"><h2 id="parking-name">${t("What was not taken")}</h2>
      <p class="hint">${t("The plan tells what becomes of each, and why.")}</p>
      ${all.map(([id, each]) => this.#aside(id, each, parked[id], targets.filter(({ value }) => value !== id)))}</section>`;
  }

  /** @param {string} id @param {Card} card @param {NonNullable<Gate["parked"]>[string] | undefined} now @param {{value: string, text: string}[]} targets */
  #aside(id, { text, lang }, now, targets) {
    const { desk } = this;
    const own = `park ${id}`;
    const opened = () => this.#asideForm(own, id, now, targets);
    const back = () => desk.press("unpark", "", { item: id });
    return html`<div class="card row"><div class="grow"><p lang=${lang || nothing} dir="auto"><b>${text}</b></p>
      ${now ? html`<p><span class="sign good"><span aria-hidden="true">✓</span> ${putAside()[now.decision]}</span> ${partOf(now.target, targets)}
        <span lang=${now.lang || nothing} dir="auto">${now.reason}</span> ${now.owner ? html`(${now.owner})` : nothing}</p>` : nothing}</div>
      <div class="row">${behind(desk, own, now ? t("Change") : t("Decide"), opened)}
        ${now && !desk.forms.isOpen(own) ? html`<button type="button" @click=${back}>${t("Take it back")}</button>` : nothing}</div></div>`;
  }

  /** @param {string} own @param {string} id @param {NonNullable<Gate["parked"]>[string] | undefined} now @param {{value: string, text: string}[]} targets */
  #asideForm(own, id, now, targets) {
    const { desk } = this;
    const { decision = "", reason = "", owner = "", target = "" } = now ?? {};
    const choices = [{ value: "", text: t("Choose") }, ...Object.entries(putAside()).map(([value, text]) => ({ value, text }))];
    const send = () => {
      const said = { decision: desk.forms.text(own, "decision", decision), reason: desk.forms.text(own, "reason", reason) };
      const more = { owner: desk.forms.text(own, "owner", owner), target: desk.forms.text(own, "target", target) };
      if (!said.decision) return desk.refuse(own, t("Choose first what becomes of it."));
      desk.write(own, "park", "", { item: id, ...said, lang: desk.lang, ...Object.fromEntries(Object.entries(more).filter(([, text]) => text)) });
    };
    return form(desk, own, {
      fields: html`${field(desk, { form: own, name: "decision", label: t("What becomes of it?"), as: "choice", choices, value: decision })}
        ${field(desk, { form: own, name: "reason", label: t("Why?"), value: reason })}
        ${field(desk, { form: own, name: "owner", label: t("Who takes it further?"), hint: t("You can leave this empty."), value: owner })}
        ${field(desk, { form: own, name: "target", label: t("Part of what?"), as: "choice", choices: [{ value: "", text: "–" }, ...targets], value: target })}`,
      label: t("Save"), send, quit: t("Cancel"),
    });
  }

  // When people hear next

  #contact() {
    const { desk } = this;
    const { contact } = desk.view;
    const own = "contact-form";
    const { date = "", time = "", place = "", what = "" } = contact ?? {};
    const send = () => {
      const of = (/** @type {string} */ name, /** @type {string} */ now) => desk.forms.text(own, name, now);
      const more = Object.entries({ time: of("time", time), place: of("place", place), what: of("what", what) }).filter(([, text]) => text);
      desk.write(own, "set_contact", "", { date: of("date", date), ...Object.fromEntries(more) });
    };
    const opened = () => form(desk, own, {
      fields: html`<div class="fields">
        ${field(desk, { form: own, name: "date", label: t("Day"), as: "date", value: date })}
        ${field(desk, { form: own, name: "time", label: t("Time"), as: "time", value: time })}
        ${field(desk, { form: own, name: "place", label: t("Place"), value: place })}
        ${field(desk, { form: own, name: "what", label: t("What happens then?"), value: what })}</div>`,
      label: t("Save"), send, quit: contact ? t("Cancel") : undefined,
    });
    return html`<section id="contact" role="group" aria-labelledby="contact-name" tabindex="-1"><h2 id="contact-name">${t("When do people hear from you next?")}</h2>
      ${contact ? html`<p><b>${day(date)}</b> ${[time, place, what].filter(Boolean).join(", ")}</p>${behind(desk, own, t("Change"), opened)}` : opened()}</section>`;
  }

  // What only a person can know

  /** @param {Gate} gate */
  #attested({ asked = {}, attested = {} }) {
    const rules = Object.keys(asked);
    if (!rules.length) return nothing;
    const turn = (/** @type {string} */ rule) => (/** @type {Event} */ { target }) =>
      this.desk.press("attest", "", { rule, holds: /** @type {HTMLInputElement} */ (target).checked });
    return html`<section id="attested" role="group" aria-labelledby="attested-name" tabindex="-1"><h2 id="attested-name">${t("Only you can know these")}</h2>
      ${rules.map((rule) => html`<label class="tick"><input type="checkbox" ?disabled=${!this.desk.canLead} .checked=${attested[rule] ?? false} @change=${turn(rule)} />
        <span>${ruleName(rule)}</span></label>`)}</section>`;
  }

  // What became of last time

  /** @param {Gate} gate */
  #previous({ previous = {} }) {
    const all = Object.entries(previous);
    if (!all.length) return nothing;
    return html`<section id="previous" role="group" aria-labelledby="previous-name" tabindex="-1"><h2 id="previous-name">${t("What became of last time?")}</h2>
      ${all.map(([id, each]) => this.#report(id, each))}</section>`;
  }

  /** @param {string} id @param {Card & {report?: string, note?: string}} card */
  #report(id, { text, lang, report = "", note = "" }) {
    const { desk } = this;
    const own = `report ${id}`;
    const choices = [{ value: "", text: t("Choose") }, ...Object.entries(reports()).map(([value, each]) => ({ value, text: each }))];
    const send = () => {
      const [what, more] = [desk.forms.text(own, "report", report), desk.forms.text(own, "note", note)];
      if (!what) return desk.refuse(own, t("Choose first what became of it."));
      desk.write(own, "report_item", "", { card: id, report: what, ...(more && { note: more, lang: desk.lang }) });
    };
    const opened = () => form(desk, own, {
      fields: html`${field(desk, { form: own, name: "report", label: t("What became of it?"), as: "choice", choices, value: report })}
        ${field(desk, { form: own, name: "note", label: t("In a few words"), hint: t("You can leave this empty."), value: note })}`,
      label: t("Save"), send, quit: report ? t("Cancel") : undefined,
    });
    return html`<div class="card"><p lang=${lang} dir="auto"><b>${text}</b></p>
      ${report ? html`<p><span class="sign good"><span aria-hidden="true">✓</span> ${reports()[report]}</span> ${note}</p>${behind(desk, own, t("Change"), opened)}` : opened()}</div>`;
  }
}

/** @param {string | undefined} target @param {{value: string, text: string}[]} targets */
function partOf(target, targets) {
  const found = targets.find(({ value }) => value === target);
  return found ? html`<span class="tag" dir="auto">${found.text}</span>` : nothing;
}
