/** Filling: writing a record where people may, and proposing another wording where others write. */

import { isUnsent, newId } from "../outbox.js";
import { html, node, nothing, say, t } from "../parts.js";
import { fieldsOf, written } from "../fields.js";
import { refused } from "./became.js";

/** @typedef {import("./here.js").Here} Here */
/** @typedef {import("../fields.js").Field} Field */
/** @typedef {import("../protocol").PlanRecord} PlanRecord */
/** @typedef {import("../protocol").RecordKind} RecordKind */

export class Filling {
  /** The record that is written now. */
  record = "";
  /** The record for which another wording is proposed. */
  proposing = "";
  /** Of which field. */
  field = "";
  problem = "";

  /** @param {Here} here */
  constructor(here) {
    this.here = here;
  }

  /** A new record, from something that goes on. @param {string} activity @param {string} item */
  begin(activity, item) {
    const id = newId();
    this.here.line.add({ id, do: "add_record", in: activity, d: { sources: [item] }, ...(this.here.guest && { for: this.here.guest }) });
    this.record = id;
    say(t("You can write it now."));
  }

  // Writing

  /** What becomes of a pilot is not known while it is planned. @param {string} activity @param {string} id @param {PlanRecord} record @param {RecordKind} kind */
  form(activity, id, record, kind) {
    const ready = () => this.turn("", "");
    const isLater = (/** @type {Field} */ { id }) => kind === "pilot" && id === "decision" && !record.decision;
    return html`<div class="asked">
      ${fieldsOf(kind).filter((field) => !isLater(field)).map((field) => this.written(activity, id, record, field))}
      <button type="button" class="primary" @click=${ready}>${t("Ready")}</button>
    </div>`;
  }

  /** Saved when one leaves the field; until then it is a draft. @param {string} activity @param {string} id @param {PlanRecord} record @param {Field} field */
  written(activity, id, record, field) {
    const { here } = this;
    const key = here.key(activity, `${id} ${field.id}`);
    const draft = here.drafts.show(key);
    const text = draft.isBegun ? draft.text : (this.onItsWay(activity, id, field.id) ?? written(record, field.id).text);
    const type = (/** @type {Event} */ { target }) => here.drafts.put(key, { text: valueOf(target), isBegun: true });
    const save = (/** @type {Event} */ { target }) => {
      here.drafts.drop(key);
      here.items(activity).filter((each) => each.state === "refused" && isOf(each, id, field.id)).forEach((each) => here.line.forget(each.id));
      const lang = field.form === "text" ? { lang: here.texts.lang } : {};
      here.say("write_field", activity, { record: id, field: field.id, text: valueOf(target).trim(), ...lang });
    };
    return html`<div class="field"><label for="${id} ${field.id}">${field.label}</label>${this.input(`${id} ${field.id}`, field, text, type, save)}
      ${refused(here, activity, ["write_field"], (each) => isOf(each, id, field.id))}</div>`;
  }

  /** @param {string} activity @param {string} record @param {string} field @returns {string | undefined} */
  onItsWay(activity, record, field) {
    const item = this.here.items(activity).filter((each) => isUnsent(each) && isOf(each, record, field)).at(-1);
    return item && String(item.d.text);
  }

  /** @param {string} name @param {Field} field @param {string} text @param {(event: Event) => void} type @param {(event: Event) => void} save */
  input(name, { form }, text, type, save) {
    if (form === "text") return html`<textarea id=${name} rows="2" dir="auto" autocomplete="off" .value=${text} @input=${type} @change=${save}></textarea>`;
    if (form === "date") return html`<input id=${name} type="date" .value=${text} @change=${save} />`;
    return html`<select id=${name} @change=${save}>
      <option value="" ?selected=${!text}>${t("Not chosen")}</option>
      ${Object.entries(form).map(([value, word]) => html`<option value=${value} ?selected=${value === text}>${word}</option>`)}</select>`;
  }

  // Another wording

  /** @param {string} activity @param {string} id @param {PlanRecord} record @param {RecordKind} kind @param {boolean} canFill */
  offers(activity, id, record, kind, canFill) {
    const { proposed = {} } = record;
    const label = (/** @type {string} */ field) => fieldsOf(kind).find((each) => each.id === field)?.label;
    const waiting = Object.entries(proposed).map(([wording, { field, text, lang }]) => html`<li class="card">
      <p class="quiet">${label(field)}</p><p class="text" lang=${lang} dir="auto">${text}</p>
      ${canFill ? html`<p class="row"><button type="button" @click=${() => this.here.say("use_wording", activity, { record: id, wording })}>${t("Use this wording")}</button></p>` : nothing}</li>`);
    return html`${waiting.length ? html`<h3>${t("Proposed wordings")}</h3><ul class="cards">${waiting}</ul>` : nothing}
      ${this.proposing === id ? this.proposal(activity, id, record, kind) : this.buttons(id, kind, canFill)}`;
  }

  /** @param {string} id @param {RecordKind} kind @param {boolean} canFill */
  buttons(id, kind, canFill) {
    const first = fieldsOf(kind).find(({ form }) => form === "text")?.id ?? "";
    return html`<p class="row">
      ${canFill && this.record !== id ? html`<button type="button" @click=${() => this.turn(id, "")}>${t("Write this")}</button>` : nothing}
      ${canFill ? nothing : html`<button type="button" @click=${() => this.turn("", id, first)}>${t("Propose another wording")}</button>`}</p>`;
  }

  /** @param {string} activity @param {string} id @param {PlanRecord} record @param {RecordKind} kind */
  proposal(activity, id, record, kind) {
    const { here } = this;
    const key = here.key(activity, `wording ${id}`);
    const draft = here.drafts.show(key);
    const texts = fieldsOf(kind).filter(({ form }) => form === "text");
    const send = (/** @type {SubmitEvent} */ event) => {
      event.preventDefault();
      const text = /** @type {HTMLTextAreaElement} */ (node("wording")).value;
      this.problem = text.trim() ? "" : t("Write something first.");
      if (this.problem) return say(this.problem), here.draw();
      here.drafts.drop(key);
      here.say("propose_wording", activity, { record: id, field: this.field, text, lang: here.texts.lang });
      this.turn("", "");
    };
    const choose = (/** @type {Event} */ { target }) => ((this.field = valueOf(target)), here.draw());
    const type = (/** @type {Event} */ { target }) => here.drafts.put(key, { text: valueOf(target) });
    return html`<form class="asked" novalidate @submit=${send}>
      <div class="field"><label for="of-field">${t("Which part?")}</label>
        <select id="of-field" @change=${choose}>${texts.map((field) => html`<option value=${field.id} ?selected=${field.id === this.field}>${field.label}</option>`)}</select></div>
      ${written(record, this.field).text ? html`<p class="quiet">${t("Now: {text}", { text: "" })}<span lang=${written(record, this.field).lang || nothing} dir="auto">${written(record, this.field).text}</span></p>` : nothing}
      <div class="field"><label for="wording">${t("Your wording")}</label>
        <p class="error" ?hidden=${!this.problem}>${this.problem}</p>
        <textarea id="wording" rows="3" dir="auto" autocomplete="off" .value=${draft.text} @input=${type}></textarea></div>
      <p class="row"><button class="primary">${t("Propose this")}</button>
        <button type="button" class="plain" @click=${() => this.turn("", "")}>${t("No, go back")}</button></p>
    </form>`;
  }

  /** @param {string} record @param {string} proposing @param {string} [field] */
  turn(record, proposing, field = "") {
    const before = this.record || this.proposing;
    Object.assign(this, { record, proposing, field, problem: "" });
    this.here.draw.now();
    const now = node(`record ${record || proposing || before}`);
    /** @type {HTMLElement | null} */ (now?.querySelector(".asked textarea, .asked select, .asked input") ?? node("main"))?.focus({ preventScroll: true });
  }
}

/** @param {import("../outbox.js").Item} item @param {string} record @param {string} field */
function isOf({ do: what, d }, record, field) {
  return what === "write_field" && d.record === record && d.field === field;
}

/** @param {EventTarget | null} target */
function valueOf(target) {
  return /** @type {HTMLInputElement} */ (target).value;
}
