/** What the room writes and reads: the wall of a collect, and the talk of a discuss with its notes. */

import { card } from "../cards.js";
import { byId, cardsWritten, html, nothing, short, t } from "../parts.js";
import { asked } from "./told.js";

/** @typedef {import("../protocol").Card} Card */
/** @typedef {import("../protocol").Texts} Texts */
/** @typedef {import("./wall.js").Entries} Entries */
/** @typedef {import("../screen.js").Now} Now */
/** What stands in the middle: above the wall, on it, and below it. @typedef {{above: (of: string, letters: number) => unknown, entries: Entries, below?: (letters: number) => unknown, aside?: unknown}} Board */

/** @param {Now} now @returns {Board} */
export function collect(now) {
  const { texts, activity } = now;
  const { life, cards = {}, reads = {}, items = {}, written = 0 } = activity;
  const isToRead = !Object.keys(cards).length;
  const entries = cardEntries(isToRead ? reads : cards, texts, items);
  const soon = life === "waiting" ? t("You can write soon. Think in peace.") : cardsWritten(written);
  return {
    above: (_, letters) => html`${asked(now, letters)}${entries.length && isToRead ? html`<h2>${t("To read")}</h2>` : nothing}`,
    entries,
    below: () => html`<p class="big">${soon}</p>`,
  };
}

/** Notes first: they are what this talk has brought. @param {Now} now @returns {Board} */
export function discuss(now) {
  const { step, texts, activity } = now;
  const { cards = {}, notes = {} } = activity;
  const hasNotes = Object.keys(notes).length > 0;
  const entries = [...cardEntries(notes, texts, {}, "notes"), ...cardEntries(cards, texts, {}, hasNotes ? "cards" : "")];
  return {
    above: (of, letters) => html`${asked(now, letters)}
      ${of === "notes" ? html`<h2>${t("Notes")}</h2>` : of === "cards" ? html`<h2>${t("To read")}</h2>` : nothing}`,
    entries,
    below: (letters) => (step.stage === "opening" ? why(texts, letters) : nothing),
  };
}

/** While people are welcomed, they can read why they are here. @param {Texts} texts @param {number} letters */
function why(texts, letters) {
  return html`<section class="why big">
    <h2>${t("Why do we meet?")}</h2><p lang=${texts.langs[0]} dir="auto">${short(texts.question, letters)}</p>
    <h2>${t("What can we decide today?")}</h2><p lang=${texts.langs[0]} dir="auto">${short(texts.decide, letters)}</p>
  </section>`;
}

/** @param {Record<string, Card> | undefined} cards @param {Texts} texts @param {Record<string, Card>} [items] @returns {Entries} */
export function cardEntries(cards, texts, items = {}, of = "") {
  return byId(cards).map(([id, each]) => [id, {
    of,
    draw: (letters) => html`${card({ ...each, text: short(each.text, letters) }, texts, items)}
      ${each.table ? html`<p class="about">${t("Table {n}", { n: each.table })}</p>` : nothing}`,
  }]);
}
