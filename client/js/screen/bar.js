/** What stands around the middle: where the room is in its day and how much time there is; and how to come in late. */

import { cardsWritten, html, nothing, people, stageName, t } from "../parts.js";
import { brand, code, isOpen } from "./door.js";
import { clock } from "./clock.js";

/** @typedef {import("../screen.js").Situation} Situation */
/** @typedef {import("../protocol").Texts} Texts */
/** @typedef {import("../protocol").Place} Place */

/** @param {Situation} now @param {Texts} texts @param {boolean} isOffline */
export function bar({ at, step, activity, view }, texts, isOffline) {
  const isTimed = at === "step" && activity.life === "open" && step?.timer;
  const until = at === "break" ? view.agenda.break_ends : isTimed ? activity.ends : 0;
  return html`<header>
    <p class="brand">${brand()} Talko</p>
    ${isOffline ? html`<p class="off">${t("No connection")}</p>` : nothing}
    ${at === "step" || at === "break" ? stages(texts, step?.stage ?? "") : nothing}
    ${until ? clock(until, at === "break" ? 0 : step?.minutes ?? 0) : nothing}
  </header>`;
}

/** @param {Texts} texts @param {string} here */
function stages({ order, activities }, here) {
  const all = [...new Set(order.map((id) => activities[id]?.stage ?? ""))];
  const at = all.indexOf(here);
  return html`<ol class="stages" aria-label=${t("Stages")}>${all.map((each, i) => pill(each, i, at))}</ol>`;
}

/** A number and a word where the room is; a tick where it has been. @param {string} stage @param {number} i @param {number} at */
function pill(stage, i, at) {
  if (i === at) return html`<li aria-current="step">${i + 1} ${stageName(stage)}</li>`;
  return html`<li class=${i < at ? "been" : ""}>${i < at ? "✓" : i + 1}<span class="spoken"> ${stageName(stage)}</span></li>`;
}

/** @param {Situation} now @param {Place} place @param {Texts} texts */
export function foot({ at, board, activity, view }, place, texts) {
  if (at === "lobby" || at === "gone" || at === "over") return nothing;
  const isWritten = activity.kind === "collect" && activity.life === "open" && board.entries.length;
  return html`<footer>
    ${isOpen(place, view) ? lateDoor(place, texts) : html`<p class="room">${texts.title}</p>`}
    <p class="many">${isWritten ? html`<span>${cardsWritten(activity.written ?? 0)}</span> ` : nothing}<span>${people(view.lobby.joined)}</span></p>
  </footer>`;
}

/** @param {Place} place @param {Texts} texts */
function lateDoor({ join }, { phrase }) {
  return html`<p>${t("Join:")} <b>${join?.address}</b><br />${t("Words of this room:")} <b>${phrase}</b></p>${code(join?.code)}`;
}
