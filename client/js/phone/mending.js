/** Mending: one's own card that is hidden, for a name in it, is written anew, also when nobody else writes any more. */

import { html, nothing, sign, t } from "../parts.js";

/** @typedef {import("./writing.js").Writing} Writing */

/** @param {boolean} isMended */
export function whatThen(isMended) {
  if (!isMended) return html`<p>${t("You can change it. The facilitator can then show it.")}</p>`;
  return html`<p class="state">${sign("good", "✓", t("Changed. The facilitator reads it and can show it."))}</p>`;
}

/** Whoever leads said why: mostly, that there is a name. @param {Writing} writing @param {import("./own.js").Own} its @param {boolean} isMended */
export function mendButton(writing, { id, text, hidden }, isMended) {
  if (writing.editing === id) return nothing;
  const label = isMended ? t("Change") : hidden === t("There is a name in it") ? t("Write it again without the name") : t("Write it again");
  return html`<p class="row"><button type="button" @click=${() => writing.change(id, text)}>${label}</button></p>`;
}
