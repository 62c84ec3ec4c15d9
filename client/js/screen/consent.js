/** A consent: what is proposed and what was changed, how many have answered, and then what came of it. */

import { html, nothing, short, t, tn } from "../parts.js";
import { kindOf } from "../fields.js";
import { outcome } from "../outcome.js";
import { brief, facts } from "./plan.js";
import { column } from "./survey.js";
import { alsoSaid } from "./second.js";
import { answered, asked, askedBeside } from "./told.js";
import { cardEntries } from "./written.js";

/** @typedef {import("../screen.js").Now<import("../protocol").Consent>} Now */
/** @typedef {import("./wall.js").Entries} Entries */
/** @typedef {import("../protocol").ConsentResult} Result */

/** In English, for the words of the second language. @type {Record<string, string>} */
const OUTCOMES = {
  accepted: "Accepted", revise: "We change it and ask again", pending: "Waits for an answer",
  unresolved: "Stays open", rejected: "We do not do this", differing: "We see it in different ways",
};

/** With fewer letters of each text than this, there is little room. */
const TIGHT = 160;

/** @param {Now} now @returns {import("./written.js").Board} */
export function board(now) {
  const { activity } = now;
  const result = activity.life === "revealed" ? activity.rounds?.[activity.round ?? ""] : undefined;
  if (result) return shown(now, result);
  return activity.life === "waiting" ? waiting(now) : asking(now);
}

/** @param {Now} now */
function waiting(now) {
  const { texts, activity } = now;
  return { above: (/** @type {string} */ _, /** @type {number} */ letters) => asked(now, letters), entries: everything(activity, texts) };
}

/** @param {Now} now */
function asking(now) {
  const { texts, activity, joined } = now;
  return {
    above: (/** @type {string} */ _, /** @type {number} */ letters) => html`${about(now, activity, letters)} ${changed(activity, letters)} ${answered(activity.answered, joined)}
      ${activity.life === "closed" ? html`<p class="big">${t("The round is closed. The result comes soon.")} ${alsoSaid("The round is closed. The result comes soon.")}</p>` : nothing}`,
    entries: activity.proposal === "all" ? everything(activity, texts) : inFull(activity),
  };
}

/** Of a record, all that one must know to say yes. @param {import("../protocol").Consent} activity @returns {Entries} */
function inFull({ proposals = {}, proposal = "" }) {
  const { record } = proposals[proposal] ?? {};
  if (!record) return [];
  return facts(record).map(([name, told]) => [name, { look: "lines", draw: (letters) => html`<b>${name}</b> <span dir="auto">${told(letters)}</span>` }]);
}

/** What one is asked about, large; where it is everything, the prompt says so. @param {Now} now @param {{proposal?: string}} round @param {number} letters */
function about(now, { proposal = "" }, letters) {
  const one = now.activity.proposals?.[proposal];
  return one?.text ? html`${askedBeside(now, letters)}<h1 lang=${one.lang} dir="auto">${short(one.text, letters)}</h1>` : asked(now, letters);
}

/** @param {{wording?: string, wording_lang?: string}} round @param {number} letters */
function changed({ wording = "", wording_lang: lang = "" }, letters) {
  return wording ? html`<p class="big"><b>${t("Changed:")}</b> <span lang=${lang} dir="auto">${short(wording, letters)}</span></p>` : nothing;
}

/** Each proposal, and what came of it; where there is none, the rules of the room. @param {import("../protocol").Consent} activity @param {import("../protocol").Texts} texts @returns {Entries} */
function everything({ proposals = {}, life }, texts) {
  /** @type {[string, {text: string, lang: string, result?: string, record?: import("../protocol").PlanRecord}][]} */
  const rules = (texts.rules ?? []).map((text, i) => [String(i), { text, lang: texts.langs[0] }]);
  const single = Object.entries(proposals).filter(([id]) => id !== "all");
  const all = single.length ? single : rules;
  return all.map(([id, { text, lang, result, record }]) => [id, {
    of: "all",
    ...(record && { look: /** @type {const} */ ("records") }),
    draw: (letters) => html`<p class="text" lang=${lang} dir="auto">${short(text, letters)}</p>
      ${record && life !== "revealed" ? brief(record, kindOf(record), letters) : nothing}${result ? html`<p class="about">${sign(result)}</p>` : nothing}`,
  }]);
}

/** @param {Now} now @param {Result} result */
function shown(now, result) {
  const { step, texts, activity } = now;
  const { proposal } = result;
  const hasAll = proposal === "all" || Object.keys(activity.proposals ?? {}).length > 2;
  return {
    above: (/** @type {string} */ of, /** @type {number} */ letters) => html`${about(now, result, letters)} ${changed(result, letters)}
      <div class="outcome"><p class="result">${sign(result.result, result.decide_by)}</p>${supports(result, step.consent?.scale === "three" ? 2 : 5, letters < TIGHT)}</div>
      ${of === "concerns" ? html`<h2>${t("Concerns")} ${alsoSaid("Concerns")}</h2>` : of === "all" ? html`<h2>${proposal === "all" ? t("This was asked about") : t("All together")}</h2>` : nothing}`,
    entries: [...cardEntries(result.concerns, texts, {}, "concerns"), ...(hasAll ? everything(activity, texts) : [])],
  };
}

/** As columns; in one line where there is little room. @param {Result} result @param {number} highest @param {boolean} isTight */
function supports({ supports: counts, ballots }, highest, isTight) {
  const most = Math.max(1, ...Object.values(counts));
  const steps = [...Array(highest + 1).keys()].map((n) => /** @type {[string, string]} */ ([String(n), String(n)]));
  const all = "need_time" in counts ? [...steps, /** @type {[string, string]} */ (["need_time", t("Needs time")])] : steps;
  const columns = () => html`<ol class="steps">${all.map(([key, name]) => html`<li class=${key === "need_time" ? "apart" : ""}><b>${counts[key] || nothing}</b>${column((counts[key] ?? 0) / most)}<span>${name} ${key === "need_time" ? alsoSaid("Needs time") : nothing}</span></li>`)}</ol>`;
  const counted = all.filter(([key]) => counts[key]).map(([key, name]) => html`<span>${name}${key === "need_time" ? html` ${alsoSaid("Needs time")}` : nothing}: <b>${counts[key]}</b></span> `);
  return html`${isTight ? html`<p class="legend">${counted}</p>` : columns()}
    <p>${tn("{n} person answered", "{n} people answered", ballots)} · ${highest === 2 ? t("0 is no. 1 is yes, with a concern. 2 is yes.") : t("0 is no. 5 is full support.")}</p>`;
}

/** What came of it, by shape and word. @param {string} result @param {string} [by] */
function sign(result, by) {
  const [shape, word] = outcome(result, by);
  return html`<span class="tick" aria-hidden="true">${shape}</span> ${word} ${alsoSaid(OUTCOMES[result] ?? "")}`;
}
