/** What several kinds tell in the same way on the screen: by shape and word, never by colour alone. */

import { html, short, t } from "../parts.js";
import { shape, sideName } from "../sides.js";
import { alsoAsked, alsoSaid } from "./second.js";

/** In English, for the words of the second language. @type {Record<string, string>} */
const SIDES = { users: "Clients and close ones", workers: "Workers", unknown: "Not told" };

/** @typedef {import("../protocol").Card} Card */
/** @typedef {import("../protocol").Texts} Texts */

/** Which shape is whose. @param {string[]} sides */
export function legend(sides) {
  return html`<p class="legend">${sides.map((side) => html`<span>${shape(side)} ${sideName(side)} ${alsoSaid(SIDES[side] ?? "")}</span> `)}</p>`;
}

/** A bar that is full where something goes on, and hollow where not. @param {number} part 0–1 */
export function share(part, isFull = true) {
  const width = Math.max(0, Math.min(1, part)) * 100;
  return html`<svg class="share${isFull ? " full" : ""}" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
    <rect width=${width} height="10" /></svg>`;
}

/** How many have answered: all that is told of an open box. Who left may be among them. @param {number | undefined} n @param {number} joined 0 where not all may answer */
export function answered(n = 0, joined = 0) {
  return html`<p class="count"><b>${joined && n <= joined ? `${n} / ${joined}` : n}</b> ${t("have answered")} ${alsoSaid("have answered")}</p>`;
}

/** What is chosen among: a card, or a question of a survey; of a card that was hidden meanwhile nothing. @param {string} id @param {Card | undefined} option @param {Texts} texts @param {number} [letters] */
export function optionText(id, option, texts, letters = Infinity) {
  const { text, lang } = option?.text ? option : texts.items?.[id] ?? { text: "–", lang: texts.lang };
  return html`<span lang=${lang} dir="auto">${short(text, letters)}</span>`;
}

/** A prompt is cut last: the facilitator wrote it, and all answer it. */
const PROMPT_LETTERS = 120;

/** What the step asks, and the same in the second language. @param {{id: string, step: import("../protocol").Step}} now @param {number} letters */
export function asked({ id, step }, letters) {
  return html`<h1 lang=${step.lang}>${short(step.prompt, Math.max(letters, PROMPT_LETTERS))}</h1>${alsoAsked(id)}`;
}

/** The same, small, where something else is what is asked about. @param {{id: string, step: import("../protocol").Step}} now @param {number} letters */
export function askedBeside({ id, step }, letters) {
  return html`<p class="big" lang=${step.lang}>${short(step.prompt, Math.max(letters, PROMPT_LETTERS))}</p>${alsoAsked(id)}`;
}
