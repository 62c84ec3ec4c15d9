/** Consent: is it good enough for now? One says how far one can go along, and what would have to change. */

import { card } from "../cards.js";
import { fields, fieldsOf, kindOf, written } from "../fields.js";
import { day } from "../numbers.js";
import { byId, html, node, nothing, say, t, tn } from "../parts.js";
import { cast, mine, state } from "./answering.js";
import { bar } from "./bar.js";
import { forWhom } from "./became.js";
import { form, inSight, needs, supports, told as toSend } from "./support.js";

/** @typedef {import("./here.js").Now} Now */
/** @typedef {import("../protocol").Consent} Consent */
/** @typedef {import("../protocol").ConsentResult} Result */
/** @typedef {import("../protocol").Support} Support */

const ALL = "all";
/** What stands on a proposal already, and what of the rest is read first. */
const STANDS = ["what", "reason"];
const FIRST = ["where", "when", "start", "due"];

export class Part {
  /** What is said at the button. */
  problem = "";

  /** @param {import("./here.js").Here} here */
  constructor(here) {
    this.here = here;
  }

  /** @param {Now} now */
  said({ life }) {
    if (life === "open") return t("You can answer now.");
    return life === "closed" ? t("Answering has ended. Thank you.") : t("The result can be read now.");
  }

  next() {
    return t("When answering ends, the result is shown.");
  }

  /** @param {Now} now */
  body(now) {
    const shown = /** @type {Consent} */ (now.shown);
    return html`${this.task(now, shown)} ${this.results(shown, now)}`;
  }

  /** @param {Now} now @param {Consent} shown */
  task(now, shown) {
    if (now.life === "waiting") return html`<p>${t("Read in peace. You can answer soon.")}</p>${heading()}${this.everything(shown)}`;
    if (now.life === "revealed") return nothing;
    if (!this.here.isFor) return html`${this.asked(shown)}${forWhom()}`;
    if (now.life === "closed") return html`${this.asked(shown)}${this.ended(now, shown)}`;
    return html`${this.asked(shown, true)}${this.form(now, shown)}`;
  }

  /** What is asked about now, and how it is worded or was changed. @param {Consent} shown @param {boolean} [isAnswered] here */
  asked(shown, isAnswered) {
    const { proposal = "", proposals = {}, rounds = {} } = shown;
    const isAgain = Object.values(rounds).some((each) => each.proposal === proposal);
    const one = proposal === ALL ? undefined : proposals[proposal];
    return html`${heading()} ${isAnswered ? toTheAnswers() : nothing} ${one ? this.proposal(one) : this.everything(shown)}
      ${shown.wording ? html`<div class="notice">${wording(shown, isAgain)}</div>` : nothing}`;
  }

  /** @param {Consent} shown */
  everything({ proposals = {} }) {
    const all = Object.entries(proposals).filter(([id]) => id !== ALL);
    return all.length ? all.map(([, each]) => this.proposal(each)) : this.rules();
  }

  /** Where nothing was handed on, the common rules are asked about. */
  rules() {
    const { rules = [], langs } = this.here.texts;
    return html`<ul lang=${langs[0]}>${rules.map((each) => html`<li dir="auto">${each}</li>`)}</ul>`;
  }

  /** @param {NonNullable<Consent["proposals"]>[string]} proposal */
  proposal(proposal) {
    return html`<div class="card proposal">${card(proposal, this.here.texts)}${proposal.record ? inShort(proposal.record) : nothing}
      ${proposal.result ? html`<p class="about"><span class="tag">${resultName(proposal.result)}</span></p>` : nothing}</div>`;
  }

  /** @param {Now} now @param {Consent} shown */
  form({ activity, step }, { round = "" }) {
    const { here } = this;
    const settings = step?.consent;
    if (!settings) return nothing;
    const own = mine(here, activity, round);
    const key = here.key(activity, `support ${round}`);
    here.drafts.show(key);
    const now = () => /** @type {Partial<Support>} */ (here.drafts.read(key).isBegun ? here.drafts.read(key) : mine(here, activity, round).choice);
    const given = now();
    const isNeeded = needs(given, settings.pass_min);
    const put = (/** @type {Partial<Support>} */ change, isTyped = false) => {
      const after = { ...now(), ...change };
      this.problem = "";
      const isSaid = !needs(after, settings.pass_min);
      if (isSaid) here.drafts.drop(key);
      else here.drafts.put(key, { text: "", ...after, isBegun: true });
      if (isSaid) cast(here, activity, round, toSend(after, here.texts.lang), isTyped);
      if ("support" in change) inSight(here, round);
      else here.draw();
    };
    const send = () => this.send(now().text, put, round);
    const became = isNeeded ? html`<span class="state waiting">${t("Not saved yet")}</span>` : state(here, own);
    const told = this.problem ? html`<p class="error">${this.problem}</p>` : html`<p>${became}</p>`;
    return html`<div class="tally"><p>${t("Your answer")}</p><p>${became}</p></div>
      <p class="hint" id="answers" tabindex="-1">${step?.think_seconds ? t("Think first in peace. There is time.") : nothing}
        ${t("Nobody in the room sees what you answer. You can change it until answering ends.")}</p>
      ${form({ id: round, scale: settings.scale, passMin: settings.pass_min, canWait: settings.need_time, canSpeak: true, given, isCommitment: settings.commitment, send, told, put })}
      ${given.support === "need_time" ? html`<p class="notice">${t("You can answer later on this phone.")} ${t("If you answer alone, others can tell it was you.")}</p>` : nothing}`;
  }

  /** @param {string | undefined} text @param {(change: Partial<Support>) => void} put @param {string} round */
  send(text = "", put, round) {
    if (text.trim()) return put({ text });
    this.problem = t("Write something first.");
    say(this.problem);
    this.here.draw.now();
    node(`concern ${round}`).focus();
  }

  /** @param {Now} now @param {Consent} shown */
  ended({ activity, step }, { round = "" }) {
    const { support } = mine(this.here, activity, round).standing;
    return html`<p class="notice">${t("Answering has ended. The result is shown soon.")}</p>
      ${support === undefined ? nothing : html`<p>${t("You answered: {answer}", { answer: supportName(step?.consent?.scale ?? "five", support) })}</p>`}`;
  }

  /** The latest first. @param {Consent} shown @param {Now} now */
  results({ rounds = {}, proposals = {} }, { step }) {
    const latest = Object.entries(rounds).reverse();
    const isOfMany = Object.keys(proposals).some((id) => id !== ALL);
    const name = (/** @type {Result} */ { proposal }) => proposals[proposal]?.text || (isOfMany ? t("Everything together") : t("The result"));
    return latest.map(([, result]) => html`<section>
      <h2 dir="auto">${name(result)}</h2>
      ${latest.filter(([, each]) => each.proposal === result.proposal).length > 1 ? html`<p class="quiet">${t("Round {n}", { n: result.nth })}</p>` : nothing}
      ${result.wording ? wording(result, result.nth > 1) : nothing}
      <p class="notice"><b>${resultName(result.result)}</b>
        ${result.result === "pending" && result.decide_by ? t("An answer comes by {day}.", { day: day(result.decide_by) }) : nothing}</p>
      ${counts(result, step?.consent?.scale ?? "five")} ${this.concerns(result)}
    </section>`);
  }

  /** @param {Result} result */
  concerns({ concerns = {} }) {
    if (!Object.keys(concerns).length) return nothing;
    return html`<h3>${t("What worries people")}</h3>
      <ul class="cards">${byId(concerns).map(([, each]) => html`<li class="card">${card(each, this.here.texts)}</li>`)}</ul>`;
  }
}

/** Where, when and who; all else can be opened. @param {NonNullable<NonNullable<Consent["proposals"]>[string]["record"]>} record */
function inShort(record) {
  const kind = kindOf(record);
  const told = fieldsOf(kind).map(({ id }) => id).filter((id) => written(record, id).text && !STANDS.includes(id));
  const rest = told.filter((id) => !FIRST.includes(id));
  return html`${fields(record, kind, [...STANDS, ...rest])}
    ${rest.length ? html`<details><summary>${t("More about this")}</summary>${fields(record, kind, [...STANDS, ...FIRST], false)}</details>` : nothing}`;
}

/** What "this" is. */
function heading() {
  return html`<h2 class="first">${t("This is what we decide on")}</h2>`;
}

/** A proposal may be long. */
function toTheAnswers() {
  const go = () => (node("answers").scrollIntoView(), node("answers").focus({ preventScroll: true }));
  return html`<button type="button" class="plain" @click=${go}>${t("To the answers")} <span aria-hidden="true">↓</span></button>`;
}

/** What was asked in other words, or what was changed before it was asked again. @param {{wording?: string, wording_lang?: string}} of @param {boolean} isAgain */
function wording({ wording = "", wording_lang: lang = "" }, isAgain) {
  return html`<p><b>${isAgain ? t("What was changed:") : t("In these words:")}</b> <span lang=${lang} dir="auto">${wording}</span></p>`;
}

/** @param {Result} result @param {string} scale */
function counts({ supports: counted, ballots }, scale) {
  const most = Math.max(1, ...Object.values(counted));
  const rows = [...supports(scale).map(([value, text]) => ({ n: counted[value] ?? 0, text })), { n: counted.need_time ?? 0, text: t("I need more time.") }];
  return html`<p>${tn("{n} person answered.", "{n} people answered.", ballots)}</p>
    <ul class="counts">${rows.filter(({ n }, i) => n || i < rows.length - 1).map(({ n, text }) => html`<li><span>${text}</span> <b>${n}</b> ${bar(n, most)}</li>`)}</ul>`;
}

/** @param {string} scale @param {number | string} support */
function supportName(scale, support) {
  return supports(scale).find(([value]) => value === support)?.[1] ?? t("I need more time.");
}

/** @param {string} result */
export function resultName(result) {
  const names = {
    accepted: t("Accepted."),
    revise: t("This is changed and asked again."),
    pending: t("Somebody needs more time."),
    unresolved: t("No answer came in time."),
    rejected: t("Not accepted."),
    differing: t("We see this differently."),
  };
  return names[/** @type {keyof typeof names} */ (result)] ?? result;
}
