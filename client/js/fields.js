/** Fields: what stands in a record, in words. */

import { html, nothing } from "lit-html";
import { day } from "./numbers.js";
import { t } from "./words.js";

/** @typedef {import("./protocol").PlanRecord} PlanRecord */
/** @typedef {import("./protocol").RecordKind} RecordKind */
/** @typedef {"text" | "date" | Record<string, string>} Form a date, or the words of its choices */
/** @typedef {{id: string, label: string, form: Form}} Field */

/** In the order in which they are read. @param {RecordKind} kind @returns {Field[]} */
export function fieldsOf(kind) {
  const fields = { action: actionFields, pilot: pilotFields, response: responseFields };
  return fields[kind]();
}

/** @returns {Field[]} */
function actionFields() {
  return [
    { id: "what", label: t("What do we do?"), form: "text" },
    { id: "first_step", label: t("What is the first step?"), form: "text" },
    { id: "due", label: t("When is it ready?"), form: "date" },
    { id: "follow_how", label: t("How is it followed up?"), form: "text" },
    { id: "told_how", label: t("How do people hear of it?"), form: "text" },
    { id: "reach", label: t("Whose work is it?"), form: { own: t("Our own work"), team: t("The whole team's"), network: t("Several organisations'") } },
  ];
}

/** @returns {Field[]} */
function pilotFields() {
  return [
    { id: "what", label: t("What do we try?"), form: "text" },
    { id: "for_whom", label: t("For whom?"), form: "text" },
    { id: "where", label: t("Where?"), form: "text" },
    { id: "when", label: t("At what times?"), form: "text" },
    { id: "start", label: t("When does it begin?"), form: "date" },
    { id: "end", label: t("When does it end?"), form: "date" },
    { id: "prediction", label: t("What do we think will happen?"), form: "text" },
    { id: "measure", label: t("How do we notice that it helps?"), form: "text" },
    { id: "stop_if", label: t("When do we stop at once?"), form: "text" },
    { id: "review_date", label: t("When do we look at it together?"), form: "date" },
    { id: "decision", label: t("What becomes of it?"), form: { keep: t("It goes on"), change: t("It is changed"), stop: t("It stops"), spread: t("It is done elsewhere too") } },
  ];
}

/** @returns {Field[]} */
function responseFields() {
  return [
    { id: "decision", label: t("What becomes of it?"), form: { done: t("It is done"), doing: t("It is being done"), not_doing: t("It is not done"), not_ours: t("Others decide on it") } },
    { id: "reason", label: t("Why?"), form: "text" },
    { id: "due", label: t("When is it ready?"), form: "date" },
    { id: "told_how", label: t("How do people hear of it?"), form: "text" },
    { id: "told_when", label: t("When do people hear of it?"), form: "date" },
  ];
}

/** As it is written: of dates and choices the key. @param {PlanRecord} record @param {string} field @returns {{text: string, lang: string}} */
export function written(record, field) {
  const value = record[field];
  if (typeof value === "string") return { text: value, lang: "" };
  return /** @type {{text: string, lang: string}} */ (value ?? { text: "", lang: "" });
}

/** As it is read. @param {PlanRecord} record @param {Field} field */
export function inWords(record, { id, form }) {
  const { text, lang } = written(record, id);
  if (form === "text") return html`<span lang=${lang || nothing} dir="auto">${text}</span>`;
  return form === "date" ? day(text) : (form[text] ?? text);
}

/** What is written, and who takes it on. @param {PlanRecord} record @param {RecordKind} kind @param {string[]} [but] @param {boolean} [hasNames] */
export function fields(record, kind, but = [], hasNames = true) {
  const told = fieldsOf(kind).filter(({ id }) => written(record, id).text && !but.includes(id));
  return html`<dl class="fields">
    ${told.map((field) => html`<dt>${field.label}</dt><dd>${inWords(record, field)}</dd>`)}
    ${hasNames ? names(record) : nothing}
  </dl>`;
}

/** @param {PlanRecord} record */
function names({ owner, owner_accepted, owner_outside, follower, helpers = {} }) {
  const accepted = owner_accepted ? nothing : html` <span class="quiet">(${owner_outside ? t("not asked yet") : t("not agreed yet")})</span>`;
  const all = Object.values(helpers);
  return html`${owner ? html`<dt>${t("Who does it?")}</dt><dd><span dir="auto">${owner}</span>${accepted}</dd>` : nothing}
    ${follower ? html`<dt>${t("Who follows it up?")}</dt><dd dir="auto">${follower}</dd>` : nothing}
    ${all.length ? html`<dt>${t("Who helps?")}</dt><dd dir="auto">${all.join(", ")}</dd>` : nothing}`;
}

/** The kind, where only the record is known. @param {PlanRecord} record @returns {RecordKind} */
export function kindOf(record) {
  const has = (/** @type {RecordKind} */ kind) => fieldsOf(kind).filter(({ id }) => record[id] !== undefined).length;
  const kinds = /** @type {RecordKind[]} */ (["action", "pilot", "response"]);
  return kinds.reduce((best, kind) => (has(kind) > has(best) ? kind : best), "action");
}
