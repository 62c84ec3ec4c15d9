/** What the room writes and reads: the wall of a collect, and the talk of a discuss with its notes. */

import { byId, card, cardsWritten, html, nothing, short, t } from "../parts.js";

/** @typedef {import("../protocol").Card} Card */
/** @typedef {import("../protocol").Texts} Texts */
/** @typedef {import("./wall.js").Entries} Entries */
/** @typedef {import("../screen.js").Now} Now */
/** What stands in the middle: above the wall, on it, and below it. @typedef {{above: (of: string) => unknown, entries: Entries, below?: unknown}} Board */

/** @param {Now} now @returns {Board} */
export function collect({ step, texts, activity }) {
  const { life, cards = {}, reads = {}, items = {}, written = 0 } = activity;
  const isToRead = !Object.keys(cards).length;
  const isOver = life === "closed" || life === "revealed";
  const entries = cardEntries(isToRead ? reads : cards, texts, items);
  const soon = life === "waiting" ? t("You can write soon. Think in peace.") : cardsWritten(written);
  return {
    above: () => (isOver ? html`<p class="big" lang=${step.lang}>${step.prompt}</p><h1>${t("Cards")}</h1>` : asked(step, entries.length > 0 && isToRead)),
    entries,
    below: entries.length ? nothing : html`<p class="big">${soon}</p>`,
  };
}

/** Notes first: they are what this talk has brought. @param {Now} now @returns {Board} */
export function discuss({ step, texts, activity }) {
  const { cards = {}, notes = {} } = activity;
  const hasNotes = Object.keys(notes).length > 0;
  const entries = [...cardEntries(notes, texts, {}, "notes"), ...cardEntries(cards, texts, {}, hasNotes ? "cards" : "")];
  return {
    above: (of) => html`<h1 lang=${step.lang}>${step.prompt}</h1>
      ${of === "notes" ? html`<h2>${t("Notes")}</h2>` : of === "cards" ? html`<h2>${t("To read")}</h2>` : nothing}`,
    entries,
    below: !entries.length && step.stage === "opening" ? why(texts) : nothing,
  };
}

/** @param {import("../protocol").Step} step @param {boolean} isToRead */
function asked(step, isToRead) {
  return html`<h1 lang=${step.lang}>${step.prompt}</h1>${isToRead ? html`<h2>${t("To read")}</h2>` : nothing}`;
}

/** While people are welcomed, they can read why they are here. @param {Texts} texts */
function why(texts) {
  return html`<section class="why big">
    <h2>${t("Why do we meet?")}</h2><p lang=${texts.langs[0]} dir="auto">${texts.question}</p>
    <h2>${t("What can we decide today?")}</h2><p lang=${texts.langs[0]} dir="auto">${texts.decide}</p>
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
