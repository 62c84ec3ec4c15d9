/** A survey: its questions while people answer, then each by itself, with how many answered. Never a person. */

import { decimal } from "../numbers.js";
import { byId, html, nothing, short, t, tn } from "../parts.js";
import { shape } from "../sides.js";
import { alsoSaid } from "./second.js";
import { answered, asked, legend, share } from "./told.js";
import { cardEntries } from "./written.js";

/** @typedef {import("../screen.js").Now<import("../protocol").Survey>} Now */
/** @typedef {import("./wall.js").Entries} Entries */
/** @typedef {import("../protocol").SurveyResult} Result */
/** @typedef {import("../protocol").Answered} Answered */
/** @typedef {import("../protocol").Item} Item */

/** @param {Now} now @returns {import("./written.js").Board} */
export function board(now) {
  const { texts, activity } = now;
  const result = activity.life === "revealed" ? activity.rounds?.[activity.round ?? ""] : undefined;
  if (result) return shown(now, result);
  return {
    above: (_, letters) => html`${asked(now, letters)}${said(now)}`,
    entries: activity.life === "open" ? questions(activity.items, texts) : [],
  };
}

/** @param {Now} now */
function said({ step, activity, joined }) {
  if (activity.life === "waiting") return html`<p class="big">${t("You can answer soon.")} ${alsoSaid("You can answer soon.")}</p>`;
  const later = step.survey?.show === "later" ? t("The answers are in the plan, when we are done.") : html`${t("The answers come soon.")} ${alsoSaid("The answers come soon.")}`;
  return html`${activity.life === "revealed" ? html`<p class="big">${t("Thank you.")} ${later}</p>` : answered(activity.answered, joined)}
    ${activity.life === "closed" ? html`<p class="big">${later}</p>` : nothing}`;
}

/** @param {Record<string, true> | undefined} items @param {import("../protocol").Texts} texts @returns {Entries} */
function questions(items, texts) {
  return inOrder(items, texts).map(([id, item]) => [id, { draw: () => html`<p class="text" lang=${item.lang}>${item.text}</p>` }]);
}

/** In the order of the texts, which is that of the template. @param {Record<string, unknown> | undefined} items @param {import("../protocol").Texts} texts @returns {[string, Item][]} */
function inOrder(items = {}, texts) {
  return Object.entries(texts.items ?? {}).filter(([id]) => id in items);
}

/** @param {Now} now @param {Result} result */
function shown(now, result) {
  const { texts, activity } = now;
  const about = activity.about ?? {};
  const sides = new Set(Object.values(result.results).flatMap((items) => Object.values(items)).flatMap((each) => Object.keys(each.by_side ?? {})));
  const rows = byId(result.results).flatMap(([id, items]) =>
    inOrder(items, texts).filter(([, item]) => item.kind !== "text").map(([item, question]) => [`${id} ${item}`, {
      look: "rows", of: about[id]?.text ?? "", draw: () => row(question, items[item], texts),
    }]));
  const notes = cardEntries(activity.texts, texts, asCards(texts), "texts");
  return {
    above: (/** @type {string} */ of, /** @type {number} */ letters) => html`${asked(now, letters)}
      <div class="heading"><h2 dir="auto">${of === "texts" ? html`${t("In own words")} ${alsoSaid("In own words")}` : short(of, letters) || html`${t("Answers")} ${alsoSaid("Answers")}`}</h2>
        <p>${tn("{n} person answered", "{n} people answered", result.ballots)}</p>
        ${sides.size && of !== "texts" ? legend([...sides]) : nothing}</div>
      ${of !== "texts" && hasScale(result, texts) ? html`<p>${ends(texts)}</p>` : nothing}`,
    entries: /** @type {Entries} */ ([...rows, ...notes]),
  };
}

/** @param {Result} result @param {import("../protocol").Texts} texts */
function hasScale(result, texts) {
  return Object.values(result.results).flatMap(Object.keys).some((id) => texts.items?.[id]?.kind === "scale");
}

/** What the lowest and the highest number mean, and the large one. @param {import("../protocol").Texts} texts */
function ends({ answers = {} }) {
  return [answers["1"] && `1 = ${answers["1"]}`, answers["5"] && `5 = ${answers["5"]}`, t("The large number is the mean.")].filter(Boolean).join(" · ");
}

/** The question stands beside each answer. @param {import("../protocol").Texts} texts */
function asCards(texts) {
  return Object.fromEntries(Object.entries(texts.items ?? {}).map(([id, { text, lang }]) => [id, { text, lang }]));
}

/** @param {Item} question @param {Answered | undefined} result @param {import("../protocol").Texts} texts */
function row(question, result, texts) {
  const { n = 0, mean, counts = {}, by_side: sides = {} } = result ?? {};
  const isScale = question.kind === "scale";
  return html`<p class="text" lang=${question.lang}>${question.text}</p>
    <p class="sides">${tn("{n} answer", "{n} answers", n)} ${counts.na ? html`· ${texts.answers?.na} ${counts.na}` : nothing}
        ${Object.entries(sides).map(([side, value]) => html`<span>${shape(side)} ${decimal(value)}</span> `)}</p>
    ${isScale ? steps(counts) : choices(question, counts)}
    ${isScale ? html`<b class="number">${mean === undefined ? "–" : decimal(mean)}</b>` : nothing}`;
}

/** How many gave each number, 1–5. @param {Record<string, number>} counts */
function steps(counts) {
  const most = Math.max(1, ...[1, 2, 3, 4, 5].map((n) => counts[n] ?? 0));
  return html`<ol class="steps">${[1, 2, 3, 4, 5].map((n) => html`<li><b>${counts[n] || nothing}</b>${column((counts[n] ?? 0) / most)}<span>${n}</span></li>`)}</ol>`;
}

/** @param {number} share 0–1 */
export function column(share) {
  return html`<svg class="column" viewBox="0 0 10 100" preserveAspectRatio="none" aria-hidden="true">
    <rect y=${100 - 100 * share} width="10" height=${100 * share} /></svg>`;
}

/** @param {Item} question @param {Record<string, number>} counts */
function choices(question, counts) {
  const most = Math.max(1, ...question.options.map(({ id }) => counts[id] ?? 0));
  return html`<ul class="choices">${question.options.map(({ id, text }) => html`<li><span>${text}</span> ${share((counts[id] ?? 0) / most)} <b>${counts[id] ?? 0}</b></li>`)}</ul>`;
}
