/** An option: one thing that can be chosen. Its words may have been hidden since the vote began. */

import { html, nothing, t } from "../parts.js";

/** @typedef {{id: string, text: string, lang: string, gone?: boolean}} Option */

/** What a whole row says: its words, and, beside shape and border, the word for chosen. @param {Option} option @param {boolean} isChosen @param {string} mark */
export function row(option, isChosen, mark) {
  return html`<span class="words">${name(option)}${isChosen ? html`<span class="picked" aria-hidden="true">${t("Chosen")}</span>` : nothing}</span>
    <span class="mark" aria-hidden="true">${mark}</span>`;
}

/** @param {Option} option */
export function name({ text, lang }) {
  return html`<span lang=${lang} dir="auto">${text || t("Not shown any longer")}</span>`;
}
