/** Fields: a label, what is typed, and what is wrong with it. */

import { html, nothing, t } from "../parts.js";
import { idOf } from "./desk.js";

/** @typedef {import("./desk.js").Desk} Desk */
/** @typedef {{value: string, text: string}} Choice */
/**
 * @typedef {{form: string, name: string, label: unknown, value?: string, as?: "line" | "long" | "date" | "time" | "choice",
 *   choices?: Choice[], hint?: string, lang?: string, save?: () => void}} Field
 */

/** With it a year takes four digits, however it is typed. */
const LAST_DAY = "9999-12-31";

/** @param {Desk} desk @param {Field} field */
export function field(desk, field) {
  const id = idOf(field.form, field.name);
  const hint = field.hint ? html`<p class="hint" id="${id}-hint">${field.hint}</p>` : nothing;
  return html`<div class="field"><label for=${id}>${field.label}</label> ${hint}${control(desk, field, id)}</div>`;
}

/** @param {Desk} desk @param {Field} field @param {string} id */
function control(desk, { form, name, value = "", as = "line", choices = [], hint, lang, save }, id) {
  const typed = String(desk.forms.all.get(form)?.values[name] ?? value);
  const type = (/** @type {Event} */ { target }) => desk.forms.type(form, name, /** @type {HTMLInputElement} */ (target).value);
  const [change, leave] = as === "date" ? [nothing, save] : [save, nothing];
  const isWrong = desk.forms.all.get(form)?.problem ? "true" : nothing;
  const told = hint ? `${id}-hint` : nothing;
  if (as === "choice") {
    return html`<select id=${id} aria-invalid=${isWrong} aria-describedby=${told} @input=${type} @change=${change}>
      ${choices.map((each) => html`<option value=${each.value} .selected=${each.value === typed}>${each.text}</option>`)}</select>`;
  }
  if (as === "long") {
    return html`<textarea id=${id} rows="2" dir="auto" lang=${lang || nothing} aria-invalid=${isWrong} aria-describedby=${told}
      .value=${typed} @input=${type} @change=${change}></textarea>`;
  }
  const kind = as === "line" ? "text" : as;
  return html`<input id=${id} type=${kind} max=${as === "date" ? LAST_DAY : nothing} dir=${as === "line" ? "auto" : nothing} lang=${lang || nothing} autocomplete="off"
    aria-invalid=${isWrong} aria-describedby=${told} .value=${typed} @input=${type} @change=${change} @blur=${leave} />`;
}

/** @param {Desk} desk @param {string} form @param {string} name @param {unknown} label */
export function tick(desk, form, name, label) {
  const turn = (/** @type {Event} */ { target }) => (desk.forms.type(form, name, /** @type {HTMLInputElement} */ (target).checked), desk.redraw());
  return html`<label class="tick"><input type="checkbox" .checked=${desk.forms.all.get(form)?.values[name] === true} @change=${turn} />
    <span>${label}</span></label>`;
}

/** Several of many. @param {Desk} desk @param {{form: string, name: string, legend: string, of: [string, unknown][], chosen?: string[], save?: (ids: string[]) => void}} about */
export function ticks(desk, { form, name, legend, of, chosen = [], save }) {
  /** Read anew at each press: of two quick ticks the second knows of the first, also before the server has shown it. */
  const ids = () => (save ? desk.forms.ids(form, name, chosen) : /** @type {string[]} */ (desk.forms.all.get(form)?.values[name] ?? chosen));
  const turn = (/** @type {string} */ id) => {
    const now = ids().includes(id) ? ids().filter((each) => each !== id) : [...ids(), id];
    desk.forms.type(form, name, now);
    if (save) return save(now);
    desk.redraw();
  };
  return html`<fieldset class="ticks"><legend>${legend}</legend>
    ${of.map(([id, label]) => html`<label class="tick"><input type="checkbox" .checked=${ids().includes(id)} @change=${() => turn(id)} />
      <span>${label}</span></label>`)}</fieldset>`;
}

/** @param {Desk} desk @param {string} form */
export function problem(desk, form) {
  const text = desk.forms.all.get(form)?.problem ?? "";
  return text ? html`<p class="error" id=${idOf(form, "problem")}>${text}</p>` : nothing;
}

/** A form with its fields, the problem it has, and its buttons. @param {Desk} desk @param {string} name @param {{fields: unknown, label: string, send: () => void, quit?: string}} what */
export function form(desk, name, { fields, label, send, quit }) {
  const isSending = Boolean(desk.forms.all.get(name)?.sending);
  const submit = (/** @type {Event} */ event) => (event.preventDefault(), isSending || send());
  const press = (/** @type {KeyboardEvent} */ event) => (event.ctrlKey || event.metaKey) && event.key === "Enter" && submit(event);
  return html`<form class="small" id=${idOf(name)} tabindex="-1" novalidate @submit=${submit} @keydown=${press}>
    ${problem(desk, name)} ${fields}
    <p class="row"><button class="go" aria-disabled=${isSending}>${label}${isSending ? " …" : nothing}</button>
      ${quit ? html`<button type="button" @click=${() => desk.turn(name, false)}>${quit}</button>` : nothing}</p></form>`;
}

/** A quiet button that opens a form in its place. @param {Desk} desk @param {string} name @param {string} label @param {() => unknown} opened */
export function behind(desk, name, label, opened) {
  if (desk.forms.isOpen(name)) return opened();
  return html`<button type="button" @click=${() => desk.turn(name, true)}>${label}</button>`;
}

/** Of a field that is saved when it is left. @param {Desk} desk @param {string} form */
export function savedState(desk, form) {
  const { sending = "", isSaved = false } = desk.forms.all.get(form) ?? {};
  if (sending) return html`<span class="saved">${t("Saving …")}</span>`;
  return isSaved ? html`<span class="saved good"><span aria-hidden="true">✓</span> ${t("It is saved")}</span>` : nothing;
}
