/** Later: who asked for time answers on this phone, in peace, also when the workshop is over. */

import { card } from "../cards.js";
import { day } from "../numbers.js";
import { html, nothing, say, t } from "../parts.js";
import { ballot } from "./ballot.js";
import { became } from "./became.js";
import { form, inSight, needs, told } from "./support.js";

/** @typedef {import("../protocol").LaterRound} LaterRound */
/** @typedef {import("../protocol").Support} Support */

export class Later {
  problem = "";
  isAnswered = false;

  /** @param {import("./here.js").Here} here */
  constructor(here) {
    this.here = here;
  }

  /** Rounds in which this person may still answer. @returns {[string, string, LaterRound][]} */
  waiting() {
    const { view } = this.here.line.state;
    const mine = Object.entries(this.here.person.later ?? {});
    return mine.flatMap(([activity, rounds]) => Object.keys(rounds).flatMap((round) => {
      const asked = view.later?.[activity]?.[round];
      return asked ? [/** @type {[string, string, LaterRound]} */ ([activity, round, asked])] : [];
    }));
  }

  section() {
    const all = this.waiting();
    if (!all.length) return this.isAnswered ? html`<p class="notice good">${t("Thank you. Your answer is saved.")}</p>` : nothing;
    return html`<section class="later"><h2>${t("You asked for time")}</h2>${all.map((each) => this.asked(...each))}</section>`;
  }

  /** @param {string} activity @param {string} round @param {LaterRound} asked */
  asked(activity, round, asked) {
    const { here } = this;
    const key = here.key(activity, `later ${round}`);
    const given = /** @type {Partial<Support>} */ (here.drafts.show(key));
    const sent = ballot(round, undefined, here.items(activity));
    const put = (/** @type {Partial<Support>} */ change) => ((this.problem = ""), here.drafts.put(key, { ...here.drafts.read(key), ...change, isBegun: true }), "support" in change ? inSight(here, round) : here.draw());
    const settings = { id: round, scale: asked.scale, passMin: asked.pass_min, canWait: false, canSpeak: false, isCommitment: false };
    const isOnItsWay = sent.state === "unsent" && sent.choice.support !== "need_time";
    return html`<div class="card">
      ${card({ ...asked, text: asked.text || t("Everything together") }, here.texts)}
      <p>${asked.decide_by ? t("You can answer until {day}.", { day: day(asked.decide_by) }) : t("You can answer in peace.")}</p>
      <p class="notice"><b>${t("If you answer alone, others can tell it was you.")}</b></p>
      ${form({ ...settings, given, put })}
      ${this.problem ? html`<p class="error">${this.problem}</p>` : nothing}
      ${isOnItsWay || sent.state === "refused" ? html`<p class="state">${became(here, sent)}</p>` : nothing}
      <button type="button" class="primary block" aria-disabled=${isOnItsWay} @click=${() => isOnItsWay || this.answer(activity, round, asked.pass_min)}>${t("Send my answer")}</button>
    </div>`;
  }

  /** There is one answer, so any number above the earlier ones will do. @param {string} activity @param {string} round @param {number} passMin */
  answer(activity, round, passMin) {
    const { here } = this;
    const given = /** @type {Partial<Support>} */ (here.drafts.read(here.key(activity, `later ${round}`)));
    this.problem = given.support === undefined ? t("Choose an answer first.") : needs(given, passMin) ? t("Write what would have to change.") : "";
    if (this.problem) return say(this.problem), here.draw();
    this.isAnswered = true;
    here.line.cast(activity, { round, n: Math.floor(Date.now() / 1000), choice: told(given, here.texts.lang) }, here.guest, 0);
    here.drafts.drop(here.key(activity, `later ${round}`));
  }
}
