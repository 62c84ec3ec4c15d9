/** Dots: votes are given one by one, and taken away again. */

import { html, t, tn } from "../parts.js";
import { dotted, full, given } from "./choosing.js";
import { name, row } from "./option.js";

/** @typedef {import("./vote.js").Booth} Booth */
/** @typedef {import("./option.js").Option} Option */

/** @param {Booth} booth */
export function dots(booth) {
  const isOneEach = booth.settings.max_per_item === 1;
  return html`<ul class="cards">${booth.options.map((option) => html`<li>${isOneEach ? whole(booth, option) : stepped(booth, option)}</li>`)}</ul>`;
}

/** Where each can have one vote only, the whole row is pressed. @param {Booth} booth @param {Option} option */
function whole(booth, option) {
  const isChosen = Boolean(booth.choice.dots?.[option.id]);
  return html`<button type="button" class="option pick ${isChosen ? "chosen" : ""}" aria-pressed=${isChosen}
    @click=${() => (booth.choice.dots?.[option.id] ? less(booth, option) : more(booth, option))}>
    ${row(option, isChosen, isChosen ? "✓" : "")}</button>`;
}

/** @param {Booth} booth @param {Option} option */
function stepped(booth, option) {
  const n = booth.choice.dots?.[option.id] ?? 0;
  const most = booth.settings.max_per_item;
  return html`<div class="option ${n ? "chosen" : ""}">
    <p class="text">${name(option)}</p>
    <div class="steps">
      <button type="button" aria-label=${t("Take a vote away: {text}", { text: option.text })} @click=${() => less(booth, option)}>−</button>
      <p><span class="drawn" aria-hidden="true">${"●".repeat(n)}${"○".repeat(Math.max(0, Math.min(most, 10) - n))}</span> <b>${n}</b></p>
      <button type="button" aria-label=${t("Give a vote: {text}", { text: option.text })} @click=${() => more(booth, option)}>+</button>
    </div>
  </div>`;
}

/** @param {Booth} booth @param {Option} option */
function more(booth, option) {
  const why = full(booth.choice.dots ?? {}, option.id, booth.settings);
  if (why === "all_given") return booth.refuse(t("You have given all your votes. Take one away first."));
  if (why) return booth.refuse(tn("You can give {n} vote to one.", "You can give {n} votes to one.", booth.settings.max_per_item));
  give(booth, option, 1);
}

/** @param {Booth} booth @param {Option} option */
function less(booth, option) {
  if (booth.choice.dots?.[option.id]) give(booth, option, -1);
}

/** @param {Booth} booth @param {Option} option @param {number} by */
function give(booth, option, by) {
  const dots = dotted(booth.choice.dots ?? {}, option.id, by);
  const left = booth.settings.budget - given(dots);
  booth.choose({ dots }, `${tn("{n} vote", "{n} votes", dots[option.id] ?? 0)}. ${tn("{n} vote left", "{n} votes left", left)}.`);
}
