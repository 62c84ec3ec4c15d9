/** A vote: what is chosen among while it is open, and then what came of it. It narrows; it never decides. */

import { byId, decimal, html, nothing, t, tn } from "../parts.js";
import { shape } from "../sides.js";
import { plot } from "./plot.js";
import { answered, legend, optionText, prompt, share } from "./told.js";

/** @typedef {import("../screen.js").Now<import("../protocol").Vote>} Now */
/** @typedef {import("./wall.js").Entries} Entries */
/** @typedef {import("../protocol").VoteResult} Result */
/** @typedef {import("../protocol").Counted & {selected?: boolean}} Counted */

/** @param {Now} now @returns {import("./written.js").Board} */
export function board(now) {
  const { activity } = now;
  const result = activity.life === "revealed" ? activity.rounds?.[activity.round ?? ""] : undefined;
  return result ? shown(now, result) : asking(now);
}

/** @param {Now} now */
function asking({ step, texts, activity, joined }) {
  const { life, options = {} } = activity;
  const all = (step.vote?.sides?.length ?? 3) === 3 ? joined : 0;
  return {
    above: () => html`<h1 lang=${step.lang}>${activity.run_off ? t("These were equal. Choose between them.") : step.prompt}</h1>
      ${life === "waiting" ? html`<p class="big">${t("You can choose soon. Think in peace.")}</p>` : answered(activity.answered, all)}
      ${life === "closed" ? html`<p class="big">${t("The vote is closed. The result comes soon.")}</p>` : nothing}`,
    entries: /** @type {Entries} */ (byId(options).map(([id, each]) => [id, { draw: (letters) => html`<p class="text">${optionText(id, each, texts, letters)}</p>` }])),
  };
}

/** @param {Now} now @param {Result} result */
function shown({ step, texts, activity }, result) {
  const { options = {} } = activity;
  const ranked = Object.entries(result.options).sort(([a, x], [b, y]) => rank(x) - rank(y) || (a < b ? -1 : 1));
  const most = Math.max(1, ...ranked.map(([, each]) => each.dots ?? 0));
  const isRated = step.vote?.method === "rate";
  const isPlotted = isRated && step.vote?.display === "matrix" && step.vote.criteria.length === 2;
  return {
    above: () => html`${prompt(step)}${heading(step, result)}${isPlotted ? plot(step, ranked) : nothing}`,
    entries: /** @type {Entries} */ (ranked.map(([id, each]) => [id, {
      look: "rows",
      draw: (letters) => html`<b class="rank">${each.rank ?? "–"}</b>
        <p class="text">${optionText(id, options[id], texts, letters)}</p> ${details(step, id, each, result)}
        ${share(isRated ? (each.score ?? 0) / (step.vote?.scale[1] ?? 5) : (each.dots ?? 0) / most, each.selected)}
        <b class="number">${isRated ? told(each.score) : each.dots ?? 0}</b> ${mark(id, each, result)}`,
    }])),
  };
}

/** @param {Counted} each */
function rank(each) {
  return each.rank ?? Infinity;
}

/** @param {number | undefined} score */
function told(score) {
  return score === undefined ? "–" : decimal(score);
}

/** @param {import("../protocol").Step} step @param {Result} result */
function heading(step, { ballots, by_side: bySide, tied }) {
  const { told: how, ...sides } = bySide ?? {};
  const { criteria = [], method } = step.vote ?? {};
  return html`<div class="heading"><h1>${t("Result")}</h1> <p>${tn("{n} person answered", "{n} people answered", ballots)}</p>
      ${how === "exact" || how === "order_only" ? legend(Object.keys(sides)) : nothing}</div>
    ${tied?.length ? html`<p class="big">${t("Some are equal. We choose once more between them.")}</p>` : nothing}
    ${method === "rate" ? html`<p class="legend">${criteria.map((each, i) => html`<span><b>${letter(i)}</b> ${each.text}</span> `)}</p>` : nothing}`;
}

/** Each criterion, and each side in the same line: numbers, or only the order. @param {import("../protocol").Step} step @param {string} id @param {Counted} each @param {Result} result */
function details(step, id, each, { by_side: bySide }) {
  const { told: how, ...sides } = bySide ?? {};
  const rated = (step.vote?.criteria ?? []).filter(({ id: name }) => each.criteria?.[name]);
  const criteria = rated.map(({ id: name }, i) => html`<span><b>${letter(i)}</b> ${decimal(each.criteria?.[name]?.mean ?? 0)}</span> `);
  const by = how === "exact" || how === "order_only" ? Object.entries(sides) : [];
  const each_side = by.map(([side, options]) => html`<span>${shape(side)} ${ofSide(options?.[id], how)}</span> `);
  return criteria.length || each_side.length ? html`<p class="sides">${criteria}${each_side}</p>` : nothing;
}

/** @param {Counted | undefined} counted @param {string | undefined} how */
function ofSide(counted, how) {
  if (how === "order_only") return counted?.rank ? t("{n}.", { n: counted.rank }) : "–";
  return counted?.score === undefined ? counted?.dots ?? 0 : decimal(counted.score);
}

/** @param {string} id @param {Counted} each @param {Result} result */
function mark(id, each, { tied = [] }) {
  if (tied.includes(id)) return html`<span class="mark"><span aria-hidden="true">=</span> ${t("Equal")}</span>`;
  return html`<span class="mark">${each.selected ? html`<span class="tick" aria-hidden="true">✓</span> ${t("Goes on")}` : nothing}</span>`;
}

/** @param {number} i */
export function letter(i) {
  return String.fromCharCode(65 + i);
}
