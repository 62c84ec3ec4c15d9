/** An option: one thing that can be chosen. Its words may have been hidden since the vote began. */

import { html, t } from "../parts.js";

/** @typedef {{id: string, text: string, lang: string, gone?: boolean}} Option */

/** @param {Option} option */
export function name({ text, lang }) {
  return html`<span lang=${lang} dir="auto">${text || t("Not shown any longer")}</span>`;
}
