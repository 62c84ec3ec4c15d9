/** A talk: what the room reads, and notes of what the tables said. */

import { html, nothing, t, tn } from "../parts.js";
import { Reading } from "./cards.js";
import { field, form } from "./fields.js";

/** @typedef {import("../protocol").Activity} Activity */

const NOTE = "note";
/** Stays when a note is sent: one writes several of one table. */
const TABLE = "note-table";
const MOST_TABLES = 99;

export class Talk {
  /** @param {import("./desk.js").Desk} desk @param {import("./hiding.js").Hiding} hiding */
  constructor(desk, hiding) {
    this.desk = desk;
    this.reading = new Reading(hiding, desk.texts);
    this.notes = new Reading(hiding, desk.texts, "notes");
  }

  /** @param {string} where @param {Activity} activity */
  section(where, { life, cards = {}, notes = {} }) {
    const isAhead = life === "waiting";
    const isRead = this.desk.texts.activities[where]?.discuss?.mode === "read";
    const keeps = (this.desk.texts.activities[where]?.discuss?.notes ?? "none") !== "none";
    const written = Object.values(notes).filter((each) => !each.hidden).length;
    return html`
      ${keeps && life === "open" ? this.#writing(where) : nothing}
      ${Object.keys(notes).length ? this.notes.section({ cards: notes, in: where }, tn("{n} note", "{n} notes", written)) : nothing}
      ${isRead && !Object.keys(cards).length ? html`<p class="notice">${t("You brought no cards. Go on to the next step.")}</p>` : nothing}
      ${isAhead ? html`<p class="notice waiting">${t("Only you see these. Read them, hide what names somebody, then show them.")}</p>` : nothing}
      ${Object.keys(cards).length ? this.reading.section({ cards, in: where }) : nothing}`;
  }

  /** @param {Activity} activity @param {string} where */
  drawn({ life, cards = {}, notes = {} }, where) {
    this.reading.fill({ cards, in: where, isAhead: life === "waiting" });
    this.notes.fill({ cards: notes, in: where });
  }

  /** @param {string} where */
  #writing(where) {
    const { desk } = this;
    return html`<section><h2>${t("A note")}</h2>
      ${form(desk, NOTE, {
        fields: html`<div class="pair">
          ${field(desk, { form: NOTE, name: "text", label: t("What did a table say?"), as: "long" })}
          ${field(desk, { form: TABLE, name: "table", label: t("Which table?"), hint: t("You can leave this empty.") })}</div>`,
        label: t("Add the note"),
        send: () => this.#send(where),
      })}</section>`;
  }

  /** @param {string} where */
  #send(where) {
    const { desk } = this;
    const [text, table] = [desk.forms.text(NOTE, "text"), Number(desk.forms.text(TABLE, "table"))];
    if (!text) return desk.refuse(NOTE, t("Write something first."));
    if (!(table >= 0 && table <= MOST_TABLES)) return desk.refuse(NOTE, t("The table is a number."));
    desk.write(NOTE, "add_note", where, { text, lang: desk.lang, ...(table && { table }) });
  }
}
