/** Discuss: what is read while people talk, and, where anybody may, writing down what was said. */

import { list } from "../cards.js";
import { html, node, nothing, say, t, tn } from "../parts.js";
import { became } from "./became.js";
import { counter, sayCount, tooLong } from "./limit.js";
import { own } from "./own.js";
import { read, section } from "./reading.js";

/** @typedef {import("./here.js").Now} Now */

const MAX_CHARS = 300;
const MOST_TABLES = 99;

export class Part {
  problem = "";
  /** Who has written one may write another. */
  isUsed = false;
  /** @type {import("./own.js").Own[]} */
  mine = [];
  /** Those of others. @type {import("../protocol").Cards} */
  notes = {};

  /** @param {import("./here.js").Here} here */
  constructor(here) {
    this.here = here;
  }

  next() {
    return t("The facilitator tells when we go on.");
  }

  /** A helper may also write for a table. @param {Now} now */
  canNote({ step, life }) {
    const { notes } = step?.discuss ?? {};
    return life === "open" && (notes === "anyone" || (notes === "host" && this.here.isHelper));
  }

  /** @param {Now} now */
  body(now) {
    const { cards = {}, notes = {} } = now.shown;
    const canNote = this.canNote(now);
    this.mine = own(this.here.person.cards?.[now.activity] ?? {}, this.items(now)).filter(({ text }) => text);
    const isOwn = new Set(this.mine.map(({ id }) => id));
    this.notes = Object.fromEntries(Object.entries(notes).filter(([id]) => !isOwn.has(id)));
    return html`${canNote ? this.form(now) : nothing}
      ${section(canNote ? this.mine : [], t("Your notes"), "my-notes")}
      ${section(Object.keys(this.notes), t("Notes"), "notes")}
      ${canNote ? nothing : talk(now)}
      ${fold(section(Object.keys(cards), t("What was written"), "cards"), Object.keys(cards).length, canNote || now.life !== "open")}`;
  }

  /** What is written for a table is said for nobody in particular. @param {Now} now */
  items({ activity, step }) {
    const isForAll = step?.discuss?.notes === "anyone";
    return isForAll ? this.here.items(activity) : this.here.line.outbox.items.filter((each) => each.in === activity && !each.for);
  }

  /** @param {Now} now */
  drawn(now) {
    read("cards", now.shown.cards ?? {}, this.here.texts);
    read("notes", this.notes, this.here.texts);
    list(node("my-notes"), this.mine.map((each) => [each.id, each]), (each) => this.note(now, each));
  }

  /** @param {Now} now */
  form(now) {
    const { here } = this;
    const key = here.key(now.activity, "note");
    const draft = here.drafts.show(key);
    const put = (/** @type {object} */ change) => {
      this.problem = "";
      here.drafts.put(key, { ...here.drafts.read(key), ...change });
    };
    const value = (/** @type {InputEvent} */ { target }) => /** @type {HTMLInputElement} */ (target).value;
    return html`<details ?open=${this.isUsed || Boolean(draft.text)}>
      <summary>${t("Write down what was said")}</summary>
      <form novalidate @submit=${(/** @type {SubmitEvent} */ event) => this.send(event, now, key)}>
        <div class="field"><label for="note">${t("Note")}</label>
          <p class="hint" id="note-hint">${t("Write one thing. Do not write names.")}</p>
          <p class="error" id="note-problem" ?hidden=${!this.problem}>${this.problem}</p>
          <textarea id="note" rows="3" dir="auto" autocomplete="off" aria-describedby="note-hint note-problem" .value=${draft.text}
            @input=${(/** @type {InputEvent} */ e) => (put({ text: value(e) }), sayCount(value(e), MAX_CHARS), here.draw())}></textarea>
          ${counter(draft.text, MAX_CHARS)}</div>
        <div class="field"><label for="table">${t("Number of your table (if you have one)")}</label>
          <input id="table" inputmode="numeric" autocomplete="off" .value=${draft.table ?? ""} @input=${(/** @type {InputEvent} */ e) => put({ table: value(e) })} /></div>
        <button class="primary block">${t("Save the note")}</button>
      </form>
    </details>`;
  }

  /** @param {SubmitEvent} event @param {Now} now @param {string} key */
  send(event, now, key) {
    event.preventDefault();
    const { here } = this;
    const { text, table = "" } = here.drafts.read(key);
    const n = Number(table);
    const isTable = Number.isInteger(n) && n > 0 && n <= MOST_TABLES;
    this.problem = !text.trim() ? t("Write something first.") : tooLong(text, MAX_CHARS);
    if (this.problem) return say(this.problem), here.draw();
    this.isUsed = true;
    here.drafts.put(key, { text: "", table, isBegun: Boolean(table) });
    /** @type {HTMLTextAreaElement} */ (node("note")).value = "";
    const d = { text, lang: here.texts.lang, ...(isTable && { table: n }) };
    const isForAll = now.step?.discuss?.notes === "anyone";
    here.line.say("add_note", now.activity, d, isForAll ? here.guest : "");
    here.draw.now();
  }

  /** @param {Now} now @param {import("./own.js").Own} each */
  note(now, each) {
    const { here } = this;
    const away = () => here.say("withdraw_card", now.activity, { card: each.id });
    const forget = () => here.line.forget(each.say ?? "");
    return html`<div class="card ${each.state === "unsent" ? "unsent" : ""}">
      <p class="text" dir="auto">${each.text}</p><p class="state">${became(here, each)}</p>
      ${each.say ? html`<button type="button" @click=${forget}>${t("Remove")}</button>`
        : each.state === "saved" && here.person.cards?.[now.activity]?.[each.id] ? html`<button type="button" @click=${away}>${t("Take away")}</button>` : nothing}
    </div>`;
  }
}

/** Nobody looks for what to press where people talk. @param {Now} now */
function talk({ life }) {
  return life === "open" ? html`<p class="notice">${t("Talk at your table. There is nothing to do on the phone now.")}</p>` : nothing;
}

/** @param {unknown} cards @param {number} n @param {boolean} isOpen */
function fold(cards, n, isOpen) {
  return html`<details ?hidden=${!n} ?open=${isOpen}><summary>${tn("{n} card to read", "{n} cards to read", n)}</summary>${cards}</details>`;
}
