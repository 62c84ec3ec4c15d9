/** A plan: what is done, record by record. The one that is open is filled in; the others are one line each. */

import { repeat } from "lit-html/directives/repeat.js";
import { day } from "../numbers.js";
import { byId, html, nothing, short, t, tn } from "../parts.js";
import { idOf } from "./desk.js";
import { behind, field, form, problem, ticks } from "./fields.js";
import { recordForm } from "./record.js";
import { missingOf, titleOf, written } from "./records.js";
import { fieldName } from "./names.js";
import { broughtName } from "./room.js";
import { sign } from "./waiting.js";

/** @typedef {import("../protocol").Plan} Plan */
/** @typedef {import("../protocol").PlanRecord} PlanRecord */
/** @typedef {import("../protocol").RecordKind} RecordKind */

export const NEW = "new-record";
const BROUGHT = ["field", "previous", "feedback"];

export class Planning {
  /** @type {Set<string>} records that are unfolded */
  open = new Set();
  /** Those that were there when a plan was drawn last. @type {Record<string, Set<string>>} */
  known = {};
  isAdding = false;

  /** @param {import("./desk.js").Desk} desk */
  constructor(desk) {
    this.desk = desk;
  }

  /** @param {string} where @param {Plan} plan */
  section(where, { life, items = {}, records = {}, kind_of: kind = "action" }) {
    if (life === "waiting") return nothing;
    const standing = Object.entries(records).filter(([, each]) => !each.dropped);
    const dropped = Object.entries(records).filter(([, each]) => each.dropped);
    this.#unfoldNew(where, standing.map(([id]) => id));
    const { required = [], asked = [] } = this.desk.texts.activities[where]?.plan ?? {};
    const place = { in: where, kind, required, asked };
    const sources = this.#sources(items);
    return html`<section id="plan-records" role="group" aria-labelledby="plan-records-name" tabindex="-1"><h2 id="plan-records-name">${this.#heading(where, standing.length)}</h2>
        ${this.#decided(kind, items, standing.length)} ${this.#toTry(where, kind, items, standing)}
        <div class="records">${repeat(standing, ([id]) => id, ([id, record], i) => this.#record(i + 1, { id, record, ...place }, items, sources))}</div>
        ${this.#adding(where, kind, sources)}</section>
      ${dropped.length ? html`<details><summary>${tn("{n} left out", "{n} left out", dropped.length)}</summary>
        <ul>${dropped.map(([, each]) => html`<li><s>${titleOf(each, items).text}</s> – ${each.dropped}</li>`)}</ul></details>` : nothing}`;
  }

  /** What was added here is unfolded alone, to be filled in. What the tables add changes nothing under one's hands. @param {string} where @param {string[]} ids */
  #unfoldNew(where, ids) {
    const known = this.known[where] ?? new Set(ids);
    const added = this.isAdding ? ids.filter((id) => !known.has(id)) : [];
    if (added.length) [this.open, this.isAdding] = [new Set(added), false];
    this.known[where] = new Set(ids);
  }

  /** @param {string} where @param {number} n */
  #heading(where, n) {
    const { min = 0, max = 0 } = this.desk.texts.activities[where]?.plan ?? {};
    return html`${tn("{n} thing in the plan", "{n} things in the plan", n)} <span class="quiet">${t("(from {min} to {max})", { min, max })}</span>`;
  }

  /** The trials that were agreed on: they are in the plan already, and are not counted here. @param {RecordKind} kind @param {import("../protocol").Cards} items @param {number} n */
  #decided(kind, items, n) {
    const trials = kind === "pilot" ? [] : byId(items).filter(([id]) => this.#isTrial(id));
    if (!trials.length) return nothing;
    return html`<div class="notice"><p><b>${t("The trial that was decided on:")}</b></p>
      <ul>${trials.map(([, { text, lang }]) => html`<li lang=${lang} dir="auto">${text}</li>`)}</ul>
      <p>${t("It is in the plan already. Write here what else is done.")} ${n ? nothing : t("What do we do so that it begins?")}</p></div>`;
  }

  /** What went on, each to be made a trial by one press. @param {string} where @param {RecordKind} kind @param {import("../protocol").Cards} items @param {[string, PlanRecord][]} standing */
  #toTry(where, kind, items, standing) {
    const taken = new Set(standing.flatMap(([, each]) => each.sources ?? []));
    const left = kind === "pilot" ? byId(items).filter(([id]) => !taken.has(id)) : [];
    if (!left.length) return nothing;
    const { forms } = this.desk;
    const make = (/** @type {string} */ id, /** @type {import("../protocol").Card} */ { text, lang }) => () => {
      if (forms.all.get(`try ${id}`)?.sending) return;
      this.isAdding = true;
      this.desk.pressForm(`try ${id}`, "add_record", where, { sources: [id], what: text, lang });
    };
    return html`<div class="notice"><p><b>${t("These went on:")}</b></p>
      <ul class="plain-list">${left.map(([id, each]) => html`<li><span lang=${each.lang} dir="auto">${each.text}</span>
        <button type="button" aria-label="${t("Make this a trial")}: ${each.text}" @click=${make(id, each)}>${t("Make this a trial")}</button>${problem(this.desk, `try ${id}`)}</li>`)}</ul></div>`;
  }

  /** @param {string} id */
  #isTrial(id) {
    return this.desk.texts.activities[this.desk.view.gate?.records?.[id]?.in ?? ""]?.plan?.kind === "pilot";
  }

  /** What has the same words is told apart: a trial, and the idea it came from. @param {import("../protocol").Cards} items @returns {[string, unknown][]} */
  #sources(items) {
    const { brought } = this.desk.view;
    const sources = BROUGHT.filter((source) => brought?.[source]).map((source) => /** @type {[string, unknown]} */ ([source, broughtName(source)]));
    const name = (/** @type {string} */ id, /** @type {import("../protocol").Card} */ { text, lang }) =>
      html`<span lang=${lang} dir="auto">${short(text, 90)}</span>${this.#isTrial(id) ? html` <span class="tag">${t("a trial")}</span>` : nothing}`;
    return [...byId(items).map(([id, each]) => /** @type {[string, unknown]} */ ([id, name(id, each)])), ...sources];
  }

  /** @param {number} nth @param {import("./record.js").Place} place @param {import("../protocol").Cards} items @param {[string, unknown][]} sources */
  #record(nth, place, items, sources) {
    const { id, record, required, asked = [] } = place;
    const open = missingOf(record, [...new Set([...asked, ...required])]);
    const { text, lang } = titleOf(record, items);
    const isOpen = this.open.has(id);
    const turn = (/** @type {Event} */ event) => {
      event.preventDefault();
      if (!this.open.delete(id)) this.open.add(id);
      this.desk.redraw.now();
    };
    return html`<details class="record card" id=${idOf("record", id)} ?open=${isOpen}>
      <summary @click=${turn}><b>${nth}. <span lang=${lang || nothing} dir="auto">${short(text || t("Without words yet"), 90)}</span></b>
        <span class="about">${facts(record)} ${lack(open.map((field) => fieldName(field, place.kind)))}</span></summary>
      ${isOpen ? recordForm(this.desk, place, sources) : nothing}</details>`;
  }

  /** @param {string} where @param {RecordKind} kind @param {[string, unknown][]} of */
  #adding(where, kind, of) {
    const { desk } = this;
    const isWorded = kind !== "response";
    const send = () => {
      const sources = /** @type {string[]} */ (desk.forms.of(NEW).values.sources ?? []);
      const what = desk.forms.text(NEW, "what");
      if (!what && !sources.length) return desk.refuse(NEW, isWorded ? t("Write something first.") : t("Choose first what it comes from."));
      this.isAdding = true;
      desk.write(NEW, "add_record", where, { sources, ...(what && { what, lang: desk.lang }) });
    };
    return html`<p>${behind(desk, NEW, addName(kind), () => form(desk, NEW, {
      fields: html`${isWorded ? field(desk, { form: NEW, name: "what", label: t("What do we do?"), as: "long" }) : nothing}
        ${of.length ? ticks(desk, { form: NEW, name: "sources", legend: isWorded ? t("What does it come from?") : t("What does it answer?"), of }) : nothing}`,
      label: t("Add to the plan"), send, quit: t("Cancel"),
    }))}</p>`;
  }
}

/** @param {RecordKind} kind */
export function addName(kind) {
  if (kind === "pilot") return t("A new trial");
  return kind === "response" ? t("A new response") : t("A new action");
}

/** Who, who follows, when, in one line. @param {PlanRecord} record */
function facts(record) {
  const when = written(record, "due").text || written(record, "start").text;
  const { owner, follower, owner_accepted: isAccepted } = record;
  return html`${owner ? html`<span class="tag" dir="auto">${owner}${isAccepted ? " ✓" : ""}</span> ` : nothing}
    ${follower ? html`<span class="tag" dir="auto">${t("followed up by {name}", { name: follower })}</span> ` : nothing}
    ${when ? html`<span class="tag">${day(when)}</span> ` : nothing}
    ${record.status && record.status !== "open" && record.status !== "proposed" ? sign(record.status) : nothing}
    ${record.proposed ? html`<span class="tag">${tn("{n} proposal", "{n} proposals", Object.keys(record.proposed).length)}</span>` : nothing}`;
}

/** @param {string[]} names */
function lack(names) {
  return names.length ? html`<span class="waiting">${t("Missing: {names}", { names: names.join(" ") })}</span>` : html`<span class="good"><span aria-hidden="true">✓</span> ${t("complete")}</span>`;
}
