/** Behind: how texts that were not sent are shown, with what can be done about them. */

import { list } from "../cards.js";
import { html, node, nothing, say, t } from "../parts.js";
import { became } from "./became.js";
import { section } from "./reading.js";

/** @typedef {import("./here.js").Here} Here */
/** @typedef {import("./kept.js").Left} Left */

/** @param {Left[]} all */
export function keptSection(all) {
  return section(all, t("Text you did not send"), "kept", t("You did not have time to send this. It is only on this phone."));
}

/** @param {Here} here @param {Left[]} all @param {((text: string) => void) | null} use where a text can be used again */
export function fillKept(here, all, use) {
  list(node("kept"), all.map((each) => [each.key, each]), (each) => keptText(here, each, use));
}

/** @param {Here} here @param {Left} each @param {((text: string) => void) | null} use */
function keptText(here, { text, state, why, drop }, use) {
  const isOnItsWay = state === "queued" || state === "sent";
  const copy = (/** @type {Event} */ { target }) => copied(text, /** @type {Element} */ (target));
  const remove = () => (drop(), here.draw.now(), node("main").focus());
  return html`<div class="card unsent">
    <p class="text" dir="auto">${text}</p>
    ${state ? html`<p class="state">${became(here, { state, why })}</p>` : nothing}
    ${isOnItsWay ? nothing : html`<p class="row">
      <button type="button" @click=${copy}>${t("Copy")}</button>
      ${use ? html`<button type="button" @click=${() => (drop(), use(text))}>${t("Use it here")}</button>` : nothing}
      <button type="button" @click=${remove}>${t("Remove")}</button>
    </p>`}
  </div>`;
}

/** Where the browser does not let us copy, the text is marked, for a long press. @param {string} text @param {Element} at */
async function copied(text, at) {
  const isDone = await navigator.clipboard?.writeText(text).then(() => true, () => false);
  const words = at.closest(".card")?.querySelector(".text");
  if (!isDone && words) getSelection()?.selectAllChildren(words);
  say(isDone ? t("Copied.") : t("The text is marked. Copy it."));
}
