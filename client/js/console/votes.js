/** A vote: nothing but the number of answers until it is shown, then a table. */

import { byId, html, nothing, short, t, tn } from "../parts.js";
import { shape, sideName } from "../sides.js";
import { decimal } from "../numbers.js";
import { bySide, newestFirst, ranked } from "./results.js";

/** @typedef {import("../protocol").Vote} Vote */
/** @typedef {import("../protocol").VoteResult} VoteResult */
/** @typedef {import("../protocol").Counted & {selected?: boolean}} Counted */
/** @typedef {{criteria: {id: string, text: string}[], options: import("../protocol").Cards}} About */

export class Voting {
  /** @param {import("./desk.js").Desk} desk */
  constructor(desk) {
    this.desk = desk;
  }

  /** @param {string} where @param {Vote} vote */
  section(where, { life, options = {}, rounds = {} }) {
    const about = { options, criteria: this.desk.texts.activities[where]?.vote?.criteria ?? [] };
    const results = newestFirst(rounds).map(([, each]) => each);
    const [latest, earlier] = life === "revealed" ? [results[0], results.slice(1)] : [undefined, results];
    return html`
      ${life === "waiting" && Object.keys(options).length < 2 ? html`<p class="notice">${t("A vote needs two or more things to choose from.")} ${t("Go back and make more groups, or go on.")}</p>` : nothing}
      ${life === "waiting" ? this.#allGoOn(where, Object.keys(options).length) : nothing}
      ${latest ? html`<section><h2>${title(latest)}</h2>${this.#table(latest, about)}</section>` : this.#choices(options)}
      ${earlier.map((each) => html`<details><summary>${title(each)}</summary>${this.#table(each, about)}</details>`)}`;
  }

  /** A vote that leaves nothing out is told of before it is opened. @param {string} where @param {number} n */
  #allGoOn(where, n) {
    const top = this.desk.texts.activities[where]?.vote?.select_top ?? 0;
    if (n < 2 || n > top) return nothing;
    return html`<p class="notice waiting"><b>${t("All of them go on.")}</b> ${t("There are {n} to choose from, and up to {top} go on.", { n, top })}</p>`;
  }

  /** @param {import("../protocol").Cards} options */
  #choices(options) {
    return html`<section><h2>${tn("{n} thing to choose from", "{n} things to choose from", Object.keys(options).length)}</h2>
      <p class="hint">${t("Each phone shows these in an order of its own, so that no place helps.")}</p>
      <ul class="plain-list">${byId(options).map(([id]) => html`<li>${this.#name(options, id)}</li>`)}</ul></section>`;
  }

  /** A question of a survey has its words in the texts. @param {import("../protocol").Cards} options @param {string} id */
  #name(options, id) {
    const { text, lang } = options[id]?.text ? options[id] : this.desk.texts.items?.[id] ?? { text: t("(hidden)"), lang: "" };
    return html`<span lang=${lang || nothing} dir="auto">${text}</span>`;
  }

  /** @param {VoteResult} result @param {About} about */
  #table(result, { options, criteria }) {
    const { told, sides } = bySide(result);
    const rated = Object.values(result.options).some((each) => each.score !== undefined) ? criteria : [];
    return html`<p>${tn("{n} person answered", "{n} people answered", result.ballots)}</p>
      ${result.tied?.length ? html`<p class="notice">${t("Some are equal at the cut. A run-off decides between them.")}</p>` : nothing}
      <div class="scroll" tabindex="0" role="region" aria-label=${t("Numbers")}><table class="results">
        <thead><tr><th scope="col">${t("Rank")}</th><th scope="col">${t("What")}</th>
          <th scope="col" class="number">${rated.length ? t("Together") : t("Votes")}</th>
          ${rated.map((each) => html`<th scope="col" class="number">${short(each.text, 40)}</th>`)}
          ${sides.map(([side]) => html`<th scope="col" class="number">${shape(side)} ${sideName(side)}</th>`)}
        </tr></thead>
        <tbody>${ranked(result).map(([id, each]) => html`<tr class=${each.selected ? "selected" : nothing}>
          <td>${each.rank ?? "–"}</td><th scope="row">${this.#name(options, id)} ${mark(each, id, result)}</th>
          <td class="number"><b>${amount(each)}</b></td>
          ${rated.map(({ id: name }) => html`<td class="number">${mean(each, name)}</td>`)}
          ${sides.map(([, counts]) => html`<td class="number">${told === "order_only" ? place(counts[id]) : amount(counts[id])}</td>`)}</tr>`)}</tbody>
      </table></div>
      ${told === "order_only" ? html`<p class="hint">${t("Some groups are small. Only their order is told.")}</p>` : nothing}`;
  }
}

/** @param {VoteResult} result */
function title(result) {
  if (result.run_off) return t("Result of the run-off");
  return result.nth > 1 ? t("Result, round {n}", { n: result.nth }) : t("Result");
}

/** @param {Counted} each @param {string} criterion */
function mean({ criteria }, criterion) {
  const its = criteria?.[criterion]?.mean;
  return its === undefined ? "–" : decimal(its);
}

/** A side's order, without its numbers. @param {Counted | undefined} counted */
function place(counted) {
  return counted?.rank ? `${counted.rank}.` : "–";
}

/** Dots are whole; a mean has two decimals. @param {Counted | undefined} counted */
function amount(counted) {
  return counted?.score === undefined ? (counted?.dots ?? "–") : decimal(counted.score);
}

/** @param {Counted} each @param {string} id @param {VoteResult} result */
function mark(each, id, { tied = [] }) {
  if (tied.includes(id)) return html`<span class="mark waiting"><span aria-hidden="true">=</span> ${t("Equal")}</span>`;
  return each.selected ? html`<span class="mark good"><span aria-hidden="true">✓</span> ${t("Goes on")}</span>` : nothing;
}
