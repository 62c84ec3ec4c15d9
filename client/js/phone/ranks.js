/** Ranks: the best first. What is pressed is chosen next; pressed again it is taken away. */

import { html, nothing, t } from "../parts.js";
import { moved, pressed } from "./choosing.js";
import { row } from "./option.js";

/** @typedef {import("./vote.js").Booth} Booth */
/** @typedef {import("./option.js").Option} Option */

/** Everything keeps its place in the list, so that nothing moves under a finger. @param {Booth} booth */
export function ranks(booth) {
  return html`<p>${t("Press the most important first.")}</p>
    <ul class="cards">${booth.options.map((option) => html`<li>${place(booth, option)}</li>`)}</ul>`;
}

/** @param {Booth} booth @param {Option} option */
function place(booth, option) {
  const chosen = booth.choice.ranks ?? [];
  const at = chosen.indexOf(option.id);
  const isChosen = at >= 0;
  return html`<button type="button" class="option pick ${isChosen ? "chosen" : ""}" aria-pressed=${isChosen} @click=${() => press(booth, option)}>
      ${row(option, isChosen, isChosen ? `${at + 1}.` : "")}${isChosen ? html`<span class="spoken">, ${t("number {n}", { n: at + 1 })}</span>` : nothing}</button>
    ${isChosen && chosen.length > 1 ? html`<div class="row shift">
      ${shift(booth, option, -1, "↑", t("Earlier: {text}", { text: option.text }), at === 0)}
      ${shift(booth, option, 1, "↓", t("Later: {text}", { text: option.text }), at === chosen.length - 1)}
    </div>` : nothing}`;
}

/** @param {Booth} booth @param {Option} option @param {number} by @param {string} arrow @param {string} label @param {boolean} isEnd */
function shift(booth, option, by, arrow, label, isEnd) {
  const move = () => isEnd || put(booth, option, moved(booth.choice.ranks ?? [], option.id, by));
  return html`<button type="button" aria-label=${label} aria-disabled=${isEnd} @click=${move}>${arrow}</button>`;
}

/** @param {Booth} booth @param {Option} option */
function press(booth, option) {
  const { ranks = [] } = booth.choice;
  const isFull = !ranks.includes(option.id) && ranks.length >= booth.settings.top_k;
  if (isFull) return booth.refuse(t("You have chosen enough. Take one away first."));
  put(booth, option, pressed(ranks, option.id));
}

/** @param {Booth} booth @param {Option} option @param {string[]} ranks */
function put(booth, option, ranks) {
  const at = ranks.indexOf(option.id);
  booth.choose({ ranks }, at < 0 ? t("Taken away: {text}", { text: option.text }) : t("Number {n}: {text}", { n: at + 1, text: option.text }));
}
