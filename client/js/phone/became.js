/** What became of something that was said: saved, on its way, kept here, or refused. */

import { because, html, sign, t } from "../parts.js";
import { textsOf } from "./ballot.js";

/** @typedef {{state?: string, hidden?: string, why?: string}} Said */

/** @param {import("./here.js").Here} here @param {Said} said */
export function became(here, { state, hidden, why = "" }) {
  if (state === "refused") return sign("bad", "!", t("Not saved: {why}", { why: because(why) }));
  if (hidden) return sign("waiting", "!", t("Not shown: {why}", { why: hidden }));
  if (state === "saved" || state === "done") return sign("good", "✓", t("Saved"));
  return sign("waiting", "…", here.isCutOff ? t("Kept on this phone") : t("Sending"));
}

/**
 * What was refused in an activity, to be read and put away: beside what it is about, where somebody still looks.
 * @param {import("./here.js").Here} here @param {string} where @param {string[]} whats @param {(item: import("../outbox.js").Item) => boolean} [isHere]
 */
export function refused(here, where, whats, isHere = () => true) {
  const all = here.items(where).filter((each) => each.state === "refused" && whats.includes(each.do) && isHere(each));
  return all.map((each) => html`<div class="notice bad">
    <p>${because(each.why ?? "")}</p>
    ${textsOf(each).map((text) => html`<p class="text" dir="auto">${text}</p>`)}
    <button type="button" @click=${() => here.line.forget(each.id)}>${t("Remove")}</button>
  </div>`);
}

/** Before a helper has chosen for whom. */
export function forWhom() {
  return html`<p class="notice">${t("Choose first for whom you answer.")}</p>`;
}
