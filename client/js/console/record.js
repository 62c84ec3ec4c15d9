/** One record as a form: every field is saved when it is left, and the names are those that people chose. */

import { html, nothing, t } from "../parts.js";
import { fieldsOf } from "../fields.js";
import { idOf } from "./desk.js";
import { behind, field, form, problem, savedState, ticks } from "./fields.js";
import { fieldName } from "./names.js";
import { hasHelpers, missingOf, wordingsOf, written } from "./records.js";

/** @typedef {import("./desk.js").Desk} Desk */
/** @typedef {import("../fields.js").Field} Field */
/** @typedef {import("../protocol").PlanRecord} PlanRecord */
/** @typedef {import("../protocol").RecordKind} RecordKind */
/** @typedef {"owner" | "follower" | "helper"} Part */
/** A record and where it lies. @typedef {{id: string, in: string, kind: RecordKind, record: PlanRecord, required: string[], asked?: string[]}} Place */

/** @param {Desk} desk @param {Place} place @param {[string, unknown][]} sources what it may come from */
export function recordForm(desk, place, sources) {
  const [first, ...rest] = fieldsOf(place.kind).map((each) => fieldOf(desk, place, each));
  return html`<div class="fields">${first}
      ${person(desk, place, "owner")} ${person(desk, place, "follower")} ${rest}
      ${hasHelpers(place.kind) ? helpers(desk, place) : nothing}</div>
    ${sources.length ? comesFrom(desk, place, sources) : nothing}
    ${dropping(desk, place)}`;
}

/** A field by its name: also the one thing that is missing, at the gate. @param {Desk} desk @param {Place} place @param {string} name */
export function missingField(desk, place, name) {
  if (name === "owner" || name === "owner_accepted") return person(desk, place, "owner");
  if (name === "follower") return person(desk, place, "follower");
  const its = fieldsOf(place.kind).find(({ id }) => id === name);
  return its ? fieldOf(desk, place, its) : nothing;
}

/** @param {Desk} desk @param {Place} place @param {Field} its */
function fieldOf(desk, place, { id: name, form: shape }) {
  const { id, record } = place;
  const own = `record ${id} ${name}`;
  const now = written(record, name);
  const as = shape === "text" ? "long" : shape === "date" ? "date" : "choice";
  const value = desk.forms.fieldText(own, now.text);
  const save = () => {
    const text = desk.forms.text(own, "text", value);
    if (text === now.text || desk.forms.of(own).values.text === undefined) return;
    desk.write(own, "write_field", place.in, { record: id, field: name, text, ...(as === "long" && { lang: desk.lang }) }, now.text);
  };
  const choices = [{ value: "", text: t("Not chosen") }, ...Object.entries(typeof shape === "object" ? shape : {}).map(([value, text]) => ({ value, text }))];
  return html`<div id=${idOf("of", id, name)} class=${name === "what" ? "of whole" : "of"}>${field(desk, { form: own, name: "text", label: label(place, name), as, value, lang: now.lang, choices, save })}
    ${problem(desk, own)} ${savedState(desk, own)} ${wordings(desk, place, name)}</div>`;
}

/** @param {Place} place @param {string} name */
function label({ kind, record, required }, name) {
  const isMissing = missingOf(record, required).includes(name);
  return html`${fieldName(name, kind)}${isMissing ? html` <span class="needed">${t("is needed")}</span>` : nothing}`;
}

/** What people propose on their phones, and what stood here earlier. @param {Desk} desk @param {Place} place @param {string} name */
function wordings(desk, place, name) {
  const { proposed, earlier } = wordingsOf(place.record, name);
  const isOfPhone = new Set(proposed.map(([id]) => id));
  const old = earlier.filter(([id]) => !isOfPhone.has(id));
  return html`${proposed.map(([id, each]) => wording(desk, place, id, each, t("Proposed:")))}
    ${old.length ? html`<details><summary>${t("Earlier wordings")}</summary>${old.map(([id, each]) => wording(desk, place, id, each, ""))}</details>` : nothing}`;
}

/** @param {Desk} desk @param {Place} place @param {string} id @param {{text: string, lang: string, field: string}} each @param {string} before */
function wording(desk, place, id, { text, lang, field: name }, before) {
  const use = () => {
    if (desk.press("use_wording", place.in, { record: place.id, wording: id })) desk.forms.all.delete(`record ${place.id} ${name}`);
  };
  return html`<p class="wording">${before ? html`<b>${before}</b> ` : nothing}<span lang=${lang || nothing} dir="auto">${text}</span>
    <button type="button" @click=${use}>${t("Use this")}</button></p>`;
}

// People

/** @param {Desk} desk @param {Place} place @param {"owner" | "follower"} part */
function person(desk, place, part) {
  const { record } = place;
  const name = record[part];
  const own = `name ${place.id} ${part}`;
  const aloud = () => desk.press("accept_aloud", place.in, { record: place.id });
  const isWaiting = part === "owner" && name && !record.owner_accepted;
  return html`<div id=${idOf("of", place.id, part)} class="of people"><p class="label">${label(place, part)}</p>
    ${name ? html`<p class="row"><b dir="auto">${name}</b> ${part === "owner" ? saidYes(record) : nothing}
      ${behind(desk, own, t("Change"), () => nothing)}</p>` : nothing}
    ${isWaiting ? html`<p><button type="button" @click=${aloud}><span aria-hidden="true">✓</span> ${t("Said yes aloud")}</button></p>` : nothing}
    ${name && !desk.forms.isOpen(own) ? nothing : naming(desk, place, part, own)}</div>`;
}

/** @param {PlanRecord} record */
function saidYes({ owner_accepted: isAccepted, owner_outside: isOutside }) {
  if (isAccepted) return html`<span class="good"><span aria-hidden="true">✓</span> ${t("has said yes")}</span>`;
  return html`<span class="waiting">${isOutside ? t("is not in the room, and is asked later") : t("has not said yes yet")}</span>`;
}

/** @param {Desk} desk @param {Place} place @param {Part} part @param {string} own */
function naming(desk, place, part, own) {
  const now = part === "helper" ? "" : place.record[part] ?? "";
  const outside = part === "owner";
  const turn = (/** @type {Event} */ { target }) => desk.forms.type(own, "outside", /** @type {HTMLInputElement} */ (target).checked);
  const send = () => {
    const isOutside = outside && desk.forms.of(own).values.outside === true;
    desk.write(own, "name_for", place.in, { record: place.id, part, name: desk.forms.text(own, "name", now), ...(isOutside && { outside: true }) });
  };
  return form(desk, own, {
    fields: html`${field(desk, { form: own, name: "name", label: t("Name, as it stands in the plan"), value: now })}
      ${outside ? html`<label class="tick"><input type="checkbox" @change=${turn} /><span>${t("Is not in the room")}</span></label>` : nothing}`,
    label: now ? t("Change the name") : t("Add the name"),
    send,
    quit: now || part === "helper" ? t("Cancel") : undefined,
  });
}

/** @param {Desk} desk @param {Place} place */
function helpers(desk, place) {
  const own = `name ${place.id} helper`;
  const remove = (/** @type {string} */ helper) => () => desk.press("remove_helper", place.in, { record: place.id, helper });
  return html`<div class="of people"><p class="label">${label(place, "helpers")}</p>
    ${Object.entries(place.record.helpers ?? {}).map(([id, name]) => html`<p class="row"><b dir="auto">${name}</b>
      <button type="button" aria-label="${t("Remove")}: ${name}" @click=${remove(id)}>${t("Remove")}</button></p>`)}
    ${behind(desk, own, t("Add a helper"), () => naming(desk, place, "helper", own))}</div>`;
}

// Where it comes from, and letting it go

/** @param {Desk} desk @param {Place} place @param {[string, unknown][]} of */
function comesFrom(desk, place, of) {
  const own = `sources ${place.id}`;
  const save = (/** @type {string[]} */ sources) => desk.write(own, "set_sources", place.in, { record: place.id, sources }, "");
  const chosen = place.record.sources ?? [];
  const name = place.kind === "response" ? "heard" : "sources";
  return html`<details id=${idOf("of", place.id, "sources")}><summary>${label(place, name)}: ${chosen.length}</summary>
    ${problem(desk, own)} ${ticks(desk, { form: own, name: "sources", legend: fieldName(name, place.kind), of, chosen, save })}</details>`;
}

/** @param {Desk} desk @param {Place} place */
function dropping(desk, place) {
  const own = `drop ${place.id}`;
  const send = () => {
    const reason = desk.forms.text(own, "reason");
    if (!reason) return desk.refuse(own, t("Write the reason in your own words."));
    desk.pressForm(own, "drop_record", place.in, { record: place.id, reason });
  };
  return html`<div id=${idOf("leave", place.id)}>${behind(desk, own, t("Leave this out of the plan"), () => form(desk, own, {
    fields: field(desk, { form: own, name: "reason", label: t("Why is it left out? The plan tells the reason.") }),
    label: t("Leave it out"), send, quit: t("Cancel"),
  }))}</div>`;
}
