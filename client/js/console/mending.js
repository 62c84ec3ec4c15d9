/** What a workshop still lacks: each thing leads to where it is mended, or is mended where it is told. */

import { html, nothing, short, t, tn } from "../parts.js";
import { idOf } from "./desk.js";
import { behind, field, form } from "./fields.js";
import { fieldName, ruleName } from "./names.js";
import { addName, NEW } from "./planning.js";
import { missingField } from "./record.js";
import { sorted } from "./records.js";

/** @typedef {import("../protocol").Gate} Gate */
/** @typedef {import("./desk.js").Desk} Desk */

/** Where in the gate a rule is met. @type {Record<string, string>} */
const MENDED_AT = { unselected_have_reason: "parking", next_contact_date: "contact", previous_items_reported: "previous", every_pilot_has_decision: "previous" };

export class Mending {
  /** @param {Desk} desk */
  constructor(desk) {
    this.desk = desk;
  }

  /** @param {Gate} gate */
  section({ missing = [], mended = {}, ...gate }) {
    if (!missing.length) return html`<p class="notice good"><b><span aria-hidden="true">✓</span> ${t("Nothing is missing.")}</b></p>`;
    const { rules } = sorted(missing);
    const { fields } = sorted([...new Set([...missing, ...Object.values(mended).flat()])]);
    return html`<section id="missing" role="group" aria-labelledby="missing-name" tabindex="-1"><h2 id="missing-name">${tn("{n} thing is missing", "{n} things are missing", missing.length)}</h2>
      <ul>${rules.map((rule) => html`<li>${ruleName(rule)} <div>${this.#way(rule, { ...gate, mended })}</div></li>`)}</ul>
      ${fields.map(([id, names]) => this.#ofRecord(id, names, gate.records ?? {}))}</section>`;
  }

  // A rule

  /** @param {string} rule @param {Gate} gate */
  #way(rule, { asked = {}, mended = {}, unheard = {} }) {
    const place = asked[rule] ? "attested" : MENDED_AT[rule];
    if (place) return html`<a href="#${place}">${t("Do it here")}</a>`;
    const [first] = mended[rule] ?? [];
    if (first) return toField(...split(first), t("Do it here"));
    const step = this.#step(rule);
    if (rule === "min_actions" && this.#canAdd(step)) return this.#adding(step);
    if (rule === "every_selected_has_response" && this.#canAdd(step)) return this.#responding(step, unheard);
    return this.#toStep(step);
  }

  /** The last one in which it can be mended. @param {string} rule */
  #step(rule) {
    const { order, activities } = this.desk.texts;
    return [...order].reverse().find((id) => isMendedIn(rule, activities[id])) ?? "";
  }

  /** Whoever leads adds to a plan also when the room has left it. @param {string} step */
  #canAdd(step) {
    return (this.desk.view.lives?.[step]?.life ?? "waiting") !== "waiting";
  }

  /** @param {string} step */
  #adding(step) {
    const { desk } = this;
    const kind = desk.texts.activities[step]?.plan?.kind ?? "action";
    if (step === desk.view.agenda.current) return html`<button type="button" @click=${() => desk.turn(NEW, true)}>${addName(kind)}</button>`;
    if (kind === "response") return this.#toStep(step);
    const own = `add-in ${step}`;
    const send = () => {
      const what = desk.forms.text(own, "what");
      if (!what) return desk.refuse(own, t("Write something first."));
      desk.write(own, "add_record", step, { sources: [], what, lang: desk.lang });
    };
    return behind(desk, own, addName(kind), () => form(desk, own, {
      fields: field(desk, { form: own, name: "what", label: t("What do we do?"), as: "long" }), label: t("Add to the plan"), send, quit: t("Cancel"),
    }));
  }

  /** What still needs one. @param {string} step @param {import("../protocol").Cards} unheard */
  #responding(step, unheard) {
    const add = (/** @type {string} */ id) => () => this.desk.press("add_record", step, { sources: [id] });
    return html`${Object.entries(unheard).map(([id, { text, lang }]) => html`<p class="row"><span class="grow" lang=${lang} dir="auto">${short(text, 90)}</span>
      <button type="button" aria-label="${addName("response")}: ${text}" @click=${add(id)}>${addName("response")}</button></p>`)}`;
  }

  /** The room goes step by step, so that nothing is passed over by a press. @param {string} step */
  #toStep(step) {
    const { order, activities } = this.desk.texts;
    const here = this.desk.view.agenda.current;
    if (!step) return nothing;
    if (step === here) return html`<a href=${activities[step]?.kind === "plan" ? "#plan-records" : "#next"}>${t("Do it here")}</a>`;
    const n = order.indexOf(here) - order.indexOf(step);
    const back = () => this.desk.press("go_back", here);
    return html`<span class="quiet">${t("This is done in the step: {name}", { name: short(activities[step]?.prompt ?? "", 60) })}</span>
      ${n > 0 && this.desk.canLead ? html`<p class="row"><button type="button" @click=${back}>${n > 1 ? t("Go one step back ({n} in all)", { n }) : t("Go back to it")}</button></p>` : nothing}`;
  }

  // A record

  /** @param {string} id @param {string[]} fields @param {NonNullable<Gate["records"]>} records */
  #ofRecord(id, fields, records) {
    const at = records[id];
    const kind = this.desk.texts.activities[at?.in ?? ""]?.plan?.kind ?? "action";
    if (!at) return html`<p>${fields.map((each) => fieldName(each, kind)).join(" ")}</p>`;
    const title = html`<span dir="auto">${at.title || t("Without words yet")}</span>`;
    if (at.in === this.desk.view.agenda.current) {
      return html`<p><b>${title}</b>: ${fields.map((each) => html`${toField(id, each, fieldName(each, kind))} `)}</p>`;
    }
    const record = fields.includes("owner_accepted") && !fields.includes("owner") ? { owner: at.owner ?? t("the person who was named") } : {};
    const place = { id, in: at.in, kind, record, required: fields };
    const unique = fields.filter((each) => each !== "owner_accepted" || !fields.includes("owner"));
    return html`<div class="card record"><h3>${title}</h3>
      <div class="fields">${unique.map((each) => this.#field(place, each))}</div></div>`;
  }

  /** What it comes from is chosen among the things of its own step. @param {import("./record.js").Place} place @param {string} name */
  #field(place, name) {
    if (name !== "sources" && name !== "heard") return missingField(this.desk, place, name);
    return html`<div class="of"><p class="label">${fieldName(name, place.kind)}</p>${this.#toStep(place.in)}</div>`;
  }
}

/** @param {string} id @param {string} name @param {string} label */
function toField(id, name, label) {
  return html`<a href="#${idOf("of", id, partOf(name))}" @click=${(/** @type {Event} */ event) => (event.preventDefault(), go(id, name))}>${label}</a>`;
}

/** A record that is folded is opened first. @param {string} id @param {string} name */
function go(id, name) {
  const record = document.getElementById(idOf("record", id));
  if (record instanceof HTMLDetailsElement && !record.open) record.querySelector("summary")?.click();
  const part = document.getElementById(idOf("of", id, partOf(name)));
  if (part instanceof HTMLDetailsElement) part.open = true;
  const control = part?.querySelector("textarea, input, select") ?? part?.querySelector("button, summary");
  (control instanceof HTMLElement ? control : record)?.focus();
}

/** A yes, and what is heard, stand in the part of another field. @param {string} name */
function partOf(name) {
  if (name === "owner_accepted") return "owner";
  return name === "heard" ? "sources" : name;
}

/** @param {string} key @returns {[string, string]} */
function split(key) {
  const [id = "", name = ""] = key.split(".");
  return [id, name];
}

/** @param {string} rule @param {import("../protocol").Step | undefined} step */
function isMendedIn(rule, step) {
  if (rule === "commitment_check_done") return step?.consent?.commitment ?? false;
  if (rule === "every_selected_has_response") return step?.plan?.kind === "response";
  return step?.kind === "plan" && (step.plan?.kind === "pilot") === (rule === "pilot_has_review_date");
}
