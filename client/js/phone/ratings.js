/** Ratings: a number for each question about each thing. */

import { live } from "lit-html/directives/live.js";
import { html, nothing, t } from "../parts.js";
import { rated, without } from "./choosing.js";
import { name } from "./option.js";

/** @typedef {import("./vote.js").Booth} Booth */
/** @typedef {import("./option.js").Option} Option */

/** @param {Booth} booth */
export function ratings(booth) {
  return html`<p class="hint">${t("You can leave some without a number.")}</p>
    <ul class="cards">${booth.options.map((option) => html`<li class="option">${rows(booth, option)}</li>`)}</ul>`;
}

/** @param {Booth} booth @param {Option} option */
function rows(booth, option) {
  const { ratings = {} } = booth.choice;
  const clear = () => booth.choose({ ratings: without(booth.choice.ratings ?? {}, option.id) }, t("Taken away: {text}", { text: option.text }));
  return html`<h2 class="text">${name(option)}</h2>
    ${booth.settings.criteria.map((criterion) => scale(booth, option, criterion))}
    ${ratings[option.id] ? html`<button type="button" class="plain" @click=${clear}>${t("Take my numbers away")}</button>` : nothing}`;
}

/** @param {Booth} booth @param {Option} option @param {{id: string, text: string}} criterion */
function scale(booth, option, criterion) {
  const [low, high] = booth.settings.scale;
  const numbers = Array.from({ length: high - low + 1 }, (_, i) => low + i);
  const given = booth.choice.ratings?.[option.id]?.[criterion.id];
  const rate = (/** @type {number} */ n) => booth.choose({ ratings: rated(booth.choice.ratings ?? {}, option.id, criterion.id, n) });
  return html`<fieldset>
    <legend><span class="spoken" lang=${option.lang}>${option.text}.</span> ${criterion.text}</legend>
    <div class="numbers">${numbers.map((n) => html`<label class="number ${n === given ? "chosen" : ""}">
      <input type="radio" name="${option.id} ${criterion.id}" .checked=${live(n === given)} @change=${() => rate(n)} />
      <span>${n}</span></label>`)}</div>
    <p class="ends" aria-hidden="true"><span>${t("a little")}</span><span>${t("a lot")}</span></p>
  </fieldset>`;
}
