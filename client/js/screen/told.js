/** What several kinds tell in the same way on the screen: by shape and word, never by colour alone. */

import { html, short, t } from "../parts.js";
import { shape, sideName } from "../sides.js";

/** @typedef {import("../protocol").Card} Card */
/** @typedef {import("../protocol").Texts} Texts */

/** Which shape is whose. @param {string[]} sides */
export function legend(sides) {
  return html`<p class="legend">${sides.map((side) => html`<span>${shape(side)} ${sideName(side)}</span> `)}</p>`;
}

/** A bar that is full where something goes on, and hollow where not. @param {number} part 0–1 */
export function share(part, isFull = true) {
  const width = Math.max(0, Math.min(1, part)) * 100;
  return html`<svg class="share${isFull ? " full" : ""}" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
    <rect width=${width} height="10" /></svg>`;
}

/** How many have answered: all that is told of an open box. Who left may be among them. @param {number | undefined} n @param {number} joined 0 where not all may answer */
export function answered(n = 0, joined = 0) {
  return html`<p class="count"><b>${joined && n <= joined ? `${n} / ${joined}` : n}</b> ${t("have answered")}</p>`;
}

/** What is chosen among: a card, or a question of a survey; of a card that was hidden meanwhile nothing. @param {string} id @param {Card | undefined} option @param {Texts} texts @param {number} [letters] */
export function optionText(id, option, texts, letters = Infinity) {
  const { text, lang } = option?.text ? option : texts.items?.[id] ?? { text: "–", lang: texts.lang };
  return html`<span lang=${lang} dir="auto">${short(text, letters)}</span>`;
}

/** The step's prompt, small, where something else is read first. @param {import("../protocol").Step} step */
export function prompt(step) {
  return html`<p class="big asked" lang=${step.lang}>${step.prompt}</p>`;
}
