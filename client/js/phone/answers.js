/** Answers: what a survey made together, question by question. */

import { number } from "../numbers.js";
import { html, nothing, t, tn } from "../parts.js";
import { sideName } from "../sides.js";
import { bar } from "./bar.js";
import { choices } from "./question.js";

/** @typedef {import("../protocol").Survey} Survey */
/** @typedef {import("../protocol").SurveyResult} Result */
/** @typedef {import("../protocol").Answered} Answered */
/** @typedef {import("../protocol").Texts} Texts */
/** @typedef {import("../protocol").Item & {id: string}} Question */

const SIDES = /** @type {const} */ (["users", "workers", "unknown"]);

/** The latest first. @param {Survey} shown @param {Question[]} questions @param {Texts} texts */
export function results(shown, questions, texts) {
  const rounds = Object.entries(shown.rounds ?? {}).sort(([, a], [, b]) => b.nth - a.nth);
  return rounds.map(([id, result], i) => html`<section>
    <h2>${i ? t("Earlier result, round {n}", { n: result.nth }) : t("The result")}</h2>
    <p>${tn("{n} person answered.", "{n} people answered.", result.ballots)}</p>
    ${Object.keys(result.results).map((about) => html`
      ${shown.about?.[about] ? html`<h3 lang=${shown.about[about].lang}>${shown.about[about].text}</h3>` : nothing}
      ${questions.map((each) => answered(each, result.results[about]?.[each.id], texts))}
      ${questions.map((each) => said(each, shown, id, about))}`)}
  </section>`);
}

/** @param {Question} asked @param {Answered | undefined} told @param {Texts} texts */
function answered(asked, told, texts) {
  if (!told || asked.kind === "text") return nothing;
  const { counts = {} } = told;
  const most = Math.max(1, ...Object.values(counts));
  return html`<div class="card">
    <p class="text" lang=${asked.lang}>${asked.text}</p>
    <p>${told.mean === undefined ? nothing : html`<b>${t("Mean {n}", { n: number(told.mean) })}</b>. `}${tn("{n} answer", "{n} answers", told.n)}</p>
    <ul class="counts">${choices(asked, texts.answers ?? {}).filter(([value]) => value !== "na" || counts.na).map(([value, text]) => html`<li>
      <span>${text}</span> <b>${counts[value] ?? 0}</b> ${bar(counts[value] ?? 0, most)}</li>`)}</ul>
    ${sides(told)}
  </div>`;
}

/** @param {Answered} told */
function sides({ by_side = {} }) {
  const told = SIDES.filter((side) => by_side[side] !== undefined);
  return told.length ? html`<dl class="pairs">${told.map((side) => html`<div><dt>${sideName(side)}</dt><dd>${number(by_side[side] ?? 0)}</dd></div>`)}</dl>` : nothing;
}

/** What people wrote themselves. @param {Question} asked @param {Survey} shown @param {string} round @param {string} about */
function said(asked, shown, round, about) {
  const texts = Object.values(shown.texts ?? {}).filter((each) => each.item === asked.id && each.round === round && (each.about || "all") === about);
  if (!texts.length) return nothing;
  return html`<h3 lang=${asked.lang}>${asked.text}</h3>
    <ul class="cards">${texts.map(({ text, lang }) => html`<li class="card"><p class="text" lang=${lang} dir="auto">${text}</p></li>`)}</ul>`;
}
