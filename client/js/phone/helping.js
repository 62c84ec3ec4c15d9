/** Helping: somebody who has no phone says it, and the helper writes. */

import { live } from "lit-html/directives/live.js";
import { feelings } from "../feelings.js";
import { keep } from "../outbox.js";
import { because, html, nothing, say, sign, t } from "../parts.js";
import { roleName, roles } from "./roles.js";

/** @typedef {import("../outbox.js").Item} Item */

const MAX_CHARS = 500;

export class Helping {
  problem = "";

  /** @param {import("./here.js").Here} here */
  constructor(here) {
    this.here = here;
    this.line = here.line;
    this.redraw = here.draw;
    this.prefix = here.prefix;
    this.draft = keep.get(`${this.prefix}brought`) ?? "";
    const guest = keep.get(`${this.prefix}guest`) ?? "";
    if (this.guests().some(([number]) => number === guest)) here.guest = guest;
  }

  get guest() {
    return this.here.guest;
  }

  /** Those who are in, and those on their way in. @returns {[string, string][]} number and role */
  guests() {
    const joining = this.said("join").filter((each) => each.state !== "refused");
    const coming = joining.map((each) => [String(each.for), String(each.d.role)]);
    const known = Object.entries(this.line.state.mine.guests ?? {}).map(([number, { role }]) => [number, role]);
    return Object.entries(Object.fromEntries([...coming, ...known])).sort(([a], [b]) => Number(a) - Number(b));
  }

  /** @param {string} what @returns {Item[]} */
  said(what) {
    return this.line.outbox.items.filter((each) => each.do === what);
  }

  /** @param {string} number */
  choose(number) {
    this.here.guest = number;
    keep.set(`${this.prefix}guest`, number);
    this.redraw();
  }

  /** @param {SubmitEvent} event */
  add(event) {
    event.preventDefault();
    const role = String(new FormData(/** @type {HTMLFormElement} */ (event.target)).get("role"));
    const number = String(Math.max(0, ...this.guests().map(([n]) => Number(n))) + 1);
    this.line.say("join", "", { role }, number);
    this.choose(number);
    say(t("Person {n} is in.", { n: number }));
  }

  people() {
    this.here.called = this.called(this.guest);
    return html`<section>
      <fieldset>
        <legend>${t("For whom do you write?")}</legend>
        ${this.guests().map(
          ([number, role]) => html`<label class="choice ${number === this.guest ? "chosen" : ""}">
            <input type="radio" name="guest" .checked=${live(number === this.guest)} @change=${() => this.choose(number)} />
            <span>${this.called(number)} – ${roleName(role)}</span></label>`,
        )}
      </fieldset>
      ${this.guest ? this.naming() : nothing}
      ${this.refusedJoins()}
      <details ?open=${!this.guests().length}>
        <summary>${t("Add a person without a phone")}</summary>
        <form @submit=${(/** @type {SubmitEvent} */ e) => this.add(e)}>
          <div class="field"><label for="role">${t("Who is this person today?")}</label>
            <select id="role" name="role">
              ${Object.entries(roles()).map(([id, name]) => html`<option value=${id} ?selected=${id === "not_told"}>${name}</option>`)}
            </select></div>
          <button>${t("Add the person")}</button>
        </form>
      </details>
    </section>`;
  }

  // A name to know them by never leaves this phone.

  /** @param {string} number */
  called(number) {
    return keep.get(`${this.prefix}name:${number}`)?.trim() || t("Person {n}", { n: number });
  }

  naming() {
    const key = `${this.prefix}name:${this.guest}`;
    const name = (/** @type {InputEvent} */ { target }) => (keep.set(key, /** @type {HTMLInputElement} */ (target).value), this.redraw());
    return html`<details>
      <summary>${t("What do you call this person?")}</summary>
      <div class="field"><label for="name">${t("Only you see it. It stays on this phone.")}</label>
        <input id="name" dir="auto" autocomplete="off" .value=${keep.get(key) ?? ""} @input=${name} /></div>
    </details>`;
  }

  refusedJoins() {
    const refused = this.said("join").filter((each) => each.state === "refused");
    return refused.map((each) => html`<p class="notice bad">${because(each.why ?? "")}
      <button type="button" @click=${() => this.line.forget(each.id)}>${t("Remove")}</button></p>`);
  }

  // What people said somewhere else

  /** @param {SubmitEvent} event */
  carry(event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    const d = brought(new FormData(form), this.line.place.lang);
    this.problem = missing(d);
    if (this.problem) {
      say(this.problem);
      return this.redraw();
    }
    this.line.say("bring_card", "", d);
    keep.drop(`${this.prefix}brought`);
    form.reset();
    /** @type {HTMLTextAreaElement} */ (form.elements.namedItem("text")).value = "";
  }

  /** @param {InputEvent} event */
  type({ target }) {
    keep.set(`${this.prefix}brought`, /** @type {HTMLTextAreaElement} */ (target).value);
  }

  bring() {
    return html`<details>
      <summary>${t("Bring what somebody told before")}</summary>
      <form novalidate @submit=${(/** @type {SubmitEvent} */ e) => this.carry(e)}>
        <p class="error" ?hidden=${!this.problem}>${this.problem}</p>
        <div class="field"><label for="brought">${t("What was said")}</label>
          <textarea id="brought" name="text" rows="4" dir="auto" autocomplete="off" .value=${this.draft}
            @input=${(/** @type {InputEvent} */ e) => this.type(e)}></textarea></div>
        <div class="field"><label for="origin">${t("Where and when")}</label>
          <input id="origin" name="origin" autocomplete="off" /></div>
        <div class="field"><label for="how">${t("How did it feel?")}</label>
          <select id="how" name="feeling"><option value="">${t("Not told")}</option>
            ${feelings().map(({ value, text }) => html`<option value=${value}>${text}</option>`)}</select></div>
        <label class="choice"><input type="checkbox" name="permission" /><span>${t("I may write down these words. I asked.")}</span></label>
        <button>${t("Bring the card")}</button>
      </form>
      <ul class="cards">${this.said("bring_card").map((each) => this.broughtCard(each))}</ul>
    </details>`;
  }

  /** @param {Item} item */
  broughtCard({ id, d, state, why = "" }) {
    return html`<li class="card"><p class="text" dir="auto">${d.text}</p><p class="state">${became(state, why)}</p>
      ${state === "refused" ? html`<button type="button" @click=${() => this.line.forget(id)}>${t("Remove")}</button>` : nothing}</li>`;
  }
}

/** @param {string} state @param {string} why */
function became(state, why) {
  if (state === "refused") return sign("bad", "!", because(why));
  return state === "done" ? sign("good", "✓", t("Saved")) : sign("waiting", "…", t("Sending"));
}

/** @param {FormData} form @param {string} lang */
function brought(form, lang) {
  const [text, origin, feeling] = ["text", "origin", "feeling"].map((name) => String(form.get(name) ?? ""));
  const told = { ...(origin.trim() && { origin }), ...(feeling && { feeling: Number(feeling) }) };
  return { source: "field", text, lang, permission: form.has("permission"), ...told };
}

/** @param {{text: string, permission: boolean}} d */
function missing({ text, permission }) {
  if (!text.trim()) return t("Write something first.");
  if ([...text].length > MAX_CHARS) return t("The text is too long. Make it shorter.");
  return permission ? "" : t("Ask for permission first. Then mark it here.");
}
