/** A vote: what is chosen among while it is open, and then what came of it. It narrows; it never decides. */

import { decimal } from "../numbers.js";
import { byId, html, nothing, t, tn } from "../parts.js";
import { shape } from "../sides.js";
import { plot } from "./plot.js";
import { alsoSaid } from "./second.js";
import { answered, asked, legend, optionText, share } from "./told.js";
import { dumbbell } from "./dumbbell.js";

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
function asking(now) {
  const { step, texts, activity, joined } = now;
  const { life, options = {} } = activity;
  const all = (step.vote?.sides?.length ?? 3) === 3 ? joined : 0;
  return {
    above: (/** @type {string} */ _, /** @type {number} */ letters) => html`${activity.run_off ? html`<h1>${t("These were equal. Choose between them.")}</h1>` : asked(now, letters)}
      ${life === "waiting" ? html`<p class="big">${t("You can choose soon. Think in peace.")} ${alsoSaid("You can choose soon. Think in peace.")}</p>` : answered(activity.answered, all)}
      ${life === "closed" ? html`<p class="big">${t("The vote is closed. The result comes soon.")} ${alsoSaid("The vote is closed. The result comes soon.")}</p>` : nothing}`,
    entries: /** @type {Entries} */ (byId(options).map(([id, each]) => [id, { draw: (letters) => html`<p class="text">${optionText(id, each, texts, letters)}</p>` }])),
  };
}

/** @param {Now} now @param {Result} result */
function shown(now, result) {
  const { step, texts, activity: { options = {} } } = now;
  const ranked = Object.entries(result.options).sort(([a, x], [b, y]) => rank(x) - rank(y) || (a < b ? -1 : 1));
  const isRated = step.vote?.method === "rate";
  const isPlotted = isRated && step.vote?.display === "matrix" && step.vote.criteria.length === 2;
  return {
    above: (/** @type {string} */ _, /** @type {number} */ letters) => html`${asked(now, letters)}${heading(step, result)}`,
    aside: isPlotted ? plot(step, ranked) : undefined,
    entries: /** @type {Entries} */ (ranked.map(([id, each]) => [id, {
      look: "rows",
      draw: (letters) => html`<b class="rank">${each.rank ?? "–"}</b>
        <p class="text">${optionText(id, options[id], texts, letters)}</p> ${picture(step, id, result)} ${details(step, id, each, result)}
        <b class="number">${isRated ? told(each.score) : each.dots ?? 0}</b> ${mark(id, each, result)} ${agreement(each)}`,
    }])),
  };
}

/** Both sides on one line where their numbers may be told; else how much it is of all. @param {import("../protocol").Step} step @param {string} id @param {Result} result */
function picture(step, id, result) {
  const { told: how, ...sides } = result.by_side ?? {};
  const [low, high] = step.vote?.method === "rate" ? step.vote.scale : [0, most(how === "exact" ? Object.values(sides) : [result.options])];
  const value = (/** @type {Counted | undefined} */ counted) => counted?.score ?? counted?.dots ?? low;
  if (how !== "exact") return share((value(result.options[id]) - low) / (high - low), result.options[id].selected);
  return dumbbell(Object.entries(sides).map(([side, options]) => [side, value(options?.[id])]), low, high);
}

/** @param {(Record<string, Counted> | undefined)[]} counts */
function most(counts) {
  return Math.max(1, ...counts.flatMap((each) => Object.values(each ?? {})).map(({ dots = 0 }) => dots));
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
  return html`<div class="heading"><h2>${t("Result")} ${alsoSaid("Result")}</h2> <p>${tn("{n} person answered", "{n} people answered", ballots)}</p>
      ${how === "order_only" ? html`<p>${t("Order by group:")}</p>` : nothing}
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
  return criteria.length || each_side.length ? html`<p class="sides${criteria.length ? " criteria" : ""}">${criteria}${each_side}</p>` : nothing;
}

/** Only where the server says so. @param {Counted} each */
function agreement({ sides }) {
  if (!sides) return nothing;
  const isSame = sides === "agree";
  return html`<span class="agreement ${sides}"><span aria-hidden="true">${isSame ? "=" : "≠"}</span> ${isSame ? t("The sides agree") : t("The sides differ")}</span>`;
}

/** @param {Counted | undefined} counted @param {string | undefined} how */
function ofSide(counted, how) {
  if (how === "order_only") return counted?.rank ? t("{n}.", { n: counted.rank }) : "–";
  return counted?.score === undefined ? counted?.dots ?? 0 : decimal(counted.score);
}

/** @param {string} id @param {Counted} each @param {Result} result */
function mark(id, each, { tied = [] }) {
  if (tied.includes(id)) return html`<span class="mark"><span aria-hidden="true">=</span> ${t("Equal")}</span>`;
  return each.selected ? html`<span class="mark"><span class="tick" aria-hidden="true">✓</span> ${t("Goes on")}</span>` : nothing;
}

/** @param {number} i */
export function letter(i) {
  return String.fromCharCode(65 + i);
}
