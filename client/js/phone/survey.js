/** Survey: questions one under another, each answered or left. What was answered is saved at each change. */

import { byId, html, nothing, t } from "../parts.js";
import { cast, mine, state } from "./answering.js";
import { results } from "./answers.js";
import { forWhom } from "./became.js";
import { without } from "./choosing.js";
import { question } from "./question.js";

/** @typedef {import("./here.js").Now} Now */
/** @typedef {import("../protocol").Survey} Survey */
/** @typedef {import("../protocol").Answer} Answer */

export class Part {
  /** @param {import("./here.js").Here} here */
  constructor(here) {
    this.here = here;
  }

  /** @param {Now} now */
  said({ life }) {
    if (life === "open") return t("You can answer now.");
    return life === "closed" ? t("Answering has ended. Thank you.") : t("The result can be read now.");
  }

  /** @param {Now} now */
  next({ step }) {
    return step?.survey?.show === "later" ? t("The results come with the plan.") : t("When answering ends, the result is shown.");
  }

  /** @param {Now} now */
  body(now) {
    const shown = /** @type {Survey} */ (/** @type {unknown} */ (now.shown));
    const settings = now.step?.survey;
    if (!settings) return nothing;
    const isLater = settings.show === "later" && !Object.keys(shown.rounds ?? {}).length;
    return html`${this.task(now, shown)}
      ${now.life === "revealed" && isLater ? html`<p>${t("Thank you. The results come with the plan.")}</p>` : nothing}
      ${results(shown, this.questions(shown), this.here.texts)}`;
  }

  /** @param {Now} now @param {Survey} shown */
  task(now, shown) {
    if (now.life === "waiting") return html`<p>${t("You can answer soon.")}</p>`;
    if (now.life === "closed") return html`<p class="notice">${t("Answering has ended. Thank you.")}</p>`;
    if (now.life === "revealed") return nothing;
    return this.here.isFor ? this.form(now, shown) : forWhom();
  }

  /** In the order of the texts, which are the same for all. @param {Survey} shown */
  questions({ items = {} }) {
    const { texts } = this.here;
    return Object.keys(texts.items ?? {}).filter((id) => items[id]).map((id) => ({ id, ...texts.items[id] })).filter(({ kind }) => kind);
  }

  /** @param {Now} now @param {Survey} shown */
  form({ activity, step }, shown) {
    const { here } = this;
    const questions = this.questions(shown);
    const about = step?.survey?.per_item ? byId(shown.about) : [];
    const own = mine(here, activity, shown.round ?? "");
    const done = Object.values(own.choice.answers ?? {}).reduce((sum, each) => sum + Object.keys(each).length, 0);
    const list = (/** @type {string} */ about) => questions.map((each) => this.question(activity, shown.round ?? "", about, /** @type {import("./question.js").Question} */ (each)));
    return html`<p class="hint">${t("Nobody in the room sees what you answer. You can leave out any question.")}</p>
      <div class="tally"><p>${t("Answered: {n} / {all}", { n: done, all: questions.length * (about.length || 1) })}</p><p>${state(here, own)}</p></div>
      ${about.length ? about.map(([id, { text, lang }]) => html`<section><h2 lang=${lang} dir="auto">${text}</h2>${list(id)}</section>`) : list("all")}
      ${own.state === "saved" ? html`<p>${t("You can go on when you are ready. Your answers are saved.")}</p>` : nothing}`;
  }

  /** @param {string} activity @param {string} round @param {string} about @param {import("./question.js").Question} asked */
  question(activity, round, about, asked) {
    const { here } = this;
    const now = () => mine(here, activity, round).choice.answers ?? {};
    const answer = (/** @type {Answer | undefined} */ given, /** @type {boolean | undefined} */ isTyped) => {
      const answers = now();
      const own = answers[about] ?? {};
      const after = given === undefined ? without(own, asked.id) : { ...own, [asked.id]: given };
      const all = Object.keys(after).length ? { ...answers, [about]: after } : without(answers, about);
      cast(here, activity, round, { answers: all }, isTyped);
    };
    return question({ asked, name: `${about} ${asked.id}`, given: now()[about]?.[asked.id], words: here.texts.answers ?? {}, lang: here.texts.lang, answer });
  }
}
