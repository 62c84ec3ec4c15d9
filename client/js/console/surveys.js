/** A survey: its questions, then what they came to, one by one, and what people wrote in their own words. */

import { byId, html, nothing, t, tn } from "../parts.js";
import { shape, sideName } from "../sides.js";
import { decimal } from "../numbers.js";
import { Reading } from "./cards.js";
import { form, ticks } from "./fields.js";
import { answersOf, newestFirst, sidesOf } from "./results.js";

/** @typedef {import("../protocol").Survey} Survey */
/** @typedef {import("../protocol").SurveyResult} SurveyResult */

const SCALE = [1, 2, 3, 4, 5];
const CHOOSING = "choose-items";

export class Asking {
  /** @param {import("./desk.js").Desk} desk @param {import("./hiding.js").Hiding} hiding */
  constructor(desk, hiding) {
    this.desk = desk;
    this.own = new Reading(hiding, desk.texts, "own-words");
  }

  /** @param {string} where @param {Survey} survey */
  section(where, { life, items = {}, about = {}, rounds = {}, texts = {} }) {
    const results = newestFirst(rounds).map(([, each]) => each);
    const [latest, earlier] = life === "revealed" ? [results[0], results.slice(1)] : [undefined, results];
    return html`
      ${life === "waiting" && this.desk.canLead && this.#isFree(where) ? this.#choosing(where, items) : nothing}
      ${latest ? html`<section><h2>${t("Answers")}</h2>${this.#result(latest, about)}</section>` : this.#questions(items)}
      ${Object.keys(texts).length ? this.own.section({ cards: texts, in: where }, t("In own words")) : nothing}
      ${earlier.map((each) => html`<details><summary>${t("Answers, round {n}", { n: each.nth })}</summary>${this.#result(each, about)}</details>`)}`;
  }

  /** @param {Survey} survey @param {string} where */
  drawn({ texts = {} }, where) {
    const questions = Object.entries(this.desk.texts.items ?? {}).map(([id, { text, lang }]) => [id, { text, lang }]);
    this.own.fill({ cards: texts, items: Object.fromEntries(questions), in: where });
  }

  /** @param {Record<string, true>} items */
  #questions(items) {
    const all = Object.entries(this.desk.texts.items ?? {}).filter(([id]) => items[id]);
    return all.length ? html`<section><h2>${tn("{n} question", "{n} questions", all.length)}</h2>
      <ol class="plain-list">${all.map(([, { text, lang }]) => html`<li lang=${lang}>${text}</li>`)}</ol></section>` : nothing;
  }

  /** The template leaves the questions to whoever leads. @param {string} where */
  #isFree(where) {
    return !this.desk.texts.activities[where]?.survey?.items?.length;
  }

  /** @param {string} where @param {Record<string, true>} items */
  #choosing(where, items) {
    const { desk } = this;
    const of = Object.entries(desk.texts.items ?? {}).map(([id, { text, lang }]) => /** @type {[string, unknown]} */ ([id, html`<span lang=${lang}>${text}</span>`]));
    const chosen = Object.keys(items);
    const send = () => {
      const ids = /** @type {string[]} */ (desk.forms.of(CHOOSING).values.items ?? chosen);
      if (!ids.length) return desk.refuse(CHOOSING, t("Choose at least one question."));
      desk.pressForm(CHOOSING, "choose_items", where, { items: ids });
    };
    return html`<section><h2>${t("Choose what is asked")}</h2>
      ${form(desk, CHOOSING, {
        fields: ticks(desk, { form: CHOOSING, name: "items", legend: t("Questions"), of, chosen }),
        label: t("Ask these questions"),
        send,
      })}</section>`;
  }

  /** @param {SurveyResult} result @param {import("../protocol").Cards} about */
  #result(result, about) {
    return html`<p>${tn("{n} person answered", "{n} people answered", result.ballots)}</p>
      ${byId(result.results).map(([id]) => html`${about[id] ? html`<h3 lang=${about[id].lang} dir="auto">${about[id].text}</h3>` : nothing}
        ${this.#scales(result, id)} ${this.#choices(result, id)}`)}`;
  }

  /** @param {SurveyResult} result @param {string} about */
  #scales(result, about) {
    const rows = answersOf(result, about, this.desk.texts).filter(({ item }) => item.kind === "scale");
    const sides = sidesOf(result);
    if (!rows.length) return nothing;
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${t("Numbers")}><table class="results">
      <thead><tr><th scope="col">${t("Question")}</th><th scope="col" class="number">${t("Mean")}</th>
        ${SCALE.map((n) => html`<th scope="col" class="number">${n}</th>`)}
        <th scope="col" class="number">${this.desk.texts.answers?.na}</th>
        ${sides.map((side) => html`<th scope="col" class="number">${shape(side)} ${sideName(side)}</th>`)}</tr></thead>
      <tbody>${rows.map(({ item, answers }) => html`<tr><th scope="row" lang=${item.lang}>${item.text}</th>
        <td class="number"><b>${told(answers.mean)}</b></td>
        ${[...SCALE, "na"].map((n) => html`<td class="number">${answers.counts?.[n] || "–"}</td>`)}
        ${sides.map((side) => html`<td class="number">${told(/** @type {Record<string, number>} */ (answers.by_side)?.[side])}</td>`)}</tr>`)}</tbody>
    </table></div><p class="hint">${["1", "5"].filter((n) => this.desk.texts.answers?.[n]).map((n) => `${n} = ${this.desk.texts.answers?.[n]}`).join(" · ")}</p>`;
  }

  /** @param {SurveyResult} result @param {string} about */
  #choices(result, about) {
    const rows = answersOf(result, about, this.desk.texts).filter(({ item }) => item.kind === "choice");
    return rows.map(({ item, answers }) => html`<table class="results">
      <thead><tr><th scope="col" lang=${item.lang}>${item.text}</th><th scope="col" class="number">${tn("{n} answer", "{n} answers", answers.n)}</th></tr></thead>
      <tbody>${item.options.map(({ id, text }) => html`<tr><th scope="row" lang=${item.lang}>${text}</th><td class="number">${answers.counts?.[id] ?? 0}</td></tr>`)}</tbody></table>`);
  }
}

/** @param {number | undefined} mean */
function told(mean) {
  return mean === undefined ? "–" : decimal(mean);
}
