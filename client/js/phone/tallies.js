/** Tallies: what a vote made together, in words and bars, and side by side where the sides may be told apart. */

import { number } from "../numbers.js";
import { html, nothing, t, tn } from "../parts.js";
import { sideName } from "../sides.js";
import { bar } from "./bar.js";
import { name } from "./option.js";

/** @typedef {import("../protocol").Vote} Vote */
/** @typedef {import("../protocol").VoteResult} Result */
/** @typedef {import("../protocol").VoteSettings} Settings */
/** @typedef {import("../protocol").Choice} Choice */
/** @typedef {import("../protocol").Counted} Counted */
/** @typedef {(id: string) => import("./option.js").Option} Named */

const SIDES = /** @type {const} */ (["users", "workers", "unknown"]);

/** The latest first. @param {Vote} shown @param {Settings} settings @param {Named} named */
export function results({ rounds = {} }, settings, named) {
  const latest = Object.values(rounds).sort((a, b) => b.nth - a.nth);
  return latest.map((result, i) => html`<section>
    <h2>${heading(result, i)}</h2>
    <p>${tn("{n} person voted.", "{n} people voted.", result.ballots)}</p>
    ${result.tied?.length ? html`<p class="notice waiting">${t("These are equal: {names}.", { names: result.tied.map((id) => named(id).text).join("; ") })}
      ${t("We vote between them once more.")}</p>` : nothing}
    <ol class="cards results">${sorted(result).map(([id, counted]) => row(result, settings, named(id), counted))}</ol>
    ${result.by_side?.told === "order_only" ? html`<p class="hint">${t("Some groups are small. Only their order is told.")}</p>` : nothing}
  </section>`);
}

/** @param {Result} result @param {number} i */
function heading({ run_off, nth }, i) {
  if (run_off) return t("The vote between equals");
  return i ? t("Earlier result, round {n}", { n: nth }) : t("The result");
}

/** @param {Result} result */
function sorted({ options }) {
  const place = (/** @type {Counted} */ { rank }) => rank ?? Infinity;
  return Object.entries(options).sort(([a, one], [b, other]) => place(one) - place(other) || (a < b ? -1 : 1));
}

/** @param {Result} result @param {Settings} settings @param {import("./option.js").Option} option @param {Counted & {selected?: boolean}} counted */
function row(result, settings, option, counted) {
  const isRated = settings.method === "rate" && !result.run_off;
  const all = Object.values(result.options).map(value);
  const most = isRated ? settings.scale[1] : Math.max(...all);
  return html`<li class="card ${counted.selected ? "chosen" : ""}">
    <p class="text">${counted.rank ? html`<b>${counted.rank}.</b> ` : nothing}${name(option)}</p>
    ${bar(value(counted), most)}
    <p class="about"><b>${amount(counted, settings, isRated)}</b>
      ${counted.selected ? html`<span class="tag">✓ ${t("Goes on")}</span>` : nothing}</p>
    ${isRated ? criteria(counted, settings) : nothing}
    ${sides(result, option.id)}
  </li>`;
}

/** @param {Counted} counted */
function value({ dots, score }) {
  return dots ?? score ?? 0;
}

/** @param {Counted} counted @param {Settings} settings @param {boolean} isRated */
function amount({ dots, score, ratings }, { method }, isRated) {
  if (isRated) return score === undefined ? t("No numbers") : html`${number(score)} <span class="quiet">${tn("{n} answer", "{n} answers", ratings ?? 0)}</span>`;
  if (method === "rank") return tn("{n} point", "{n} points", dots ?? 0);
  return tn("{n} vote", "{n} votes", dots ?? 0);
}

/** @param {Counted} counted @param {Settings} settings */
function criteria(counted, settings) {
  const told = settings.criteria.filter(({ id }) => counted.criteria?.[id]);
  return html`<dl class="pairs">${told.map(({ id, text }) => html`<div><dt>${text}</dt><dd>${number(counted.criteria?.[id]?.mean ?? 0)}</dd></div>`)}</dl>`;
}

/** @param {Result} result @param {string} id */
function sides({ by_side }, id) {
  if (!by_side || by_side.told === "none") return nothing;
  const told = SIDES.filter((side) => by_side[side]?.[id]);
  return html`<dl class="pairs">${told.map((side) => html`<div><dt>${sideName(side)}</dt><dd>${ofSide(by_side[side]?.[id] ?? {})}</dd></div>`)}</dl>`;
}

/** @param {Counted} counted */
function ofSide(counted) {
  if (counted.dots !== undefined || counted.score !== undefined) return number(value(counted));
  return counted.rank ? t("place {n}", { n: counted.rank }) : t("no votes");
}

/** One's own, when voting has ended. @param {Choice} standing @param {Settings} settings @param {Named} named */
export function chosen(standing, settings, named) {
  const lines = read(standing, settings).map(([id, what]) => html`<li class="card">${name(named(id))} <b>${what}</b></li>`);
  return lines.length ? html`<h2>${t("You chose")}</h2><ul class="cards">${lines}</ul>` : nothing;
}

/** A ballot as it can be read: an option, and what it was given. @param {Choice} choice @param {Settings} settings @returns {[string, string][]} */
function read({ dots = {}, ranks = [], ratings = {} }, { criteria }) {
  const named = (/** @type {Record<string, number>} */ numbers) =>
    criteria.filter(({ id }) => id in numbers).map(({ id, text }) => `${text} ${numbers[id]}`).join(" ");
  return [
    ...Object.entries(dots).map(([id, n]) => /** @type {[string, string]} */ ([id, tn("{n} vote", "{n} votes", n)])),
    ...ranks.map((id, i) => /** @type {[string, string]} */ ([id, `${i + 1}.`])),
    ...Object.entries(ratings).map(([id, numbers]) => /** @type {[string, string]} */ ([id, named(numbers)])),
  ];
}
