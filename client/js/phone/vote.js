/** Vote: dots, an order or numbers, secret until they are shown, and what they made together. */

import { html, nothing, say, t, tn, whenQuiet } from "../parts.js";
import { sideName, sideOf } from "../sides.js";
import { cast, mine, state } from "./answering.js";
import { forWhom } from "./became.js";
import { given, shuffled } from "./choosing.js";
import { dots } from "./dots.js";

/** @typedef {import("./here.js").Now} Now */
/** @typedef {import("../protocol").Vote} Vote */
/** @typedef {import("../protocol").Choice} Choice */
/** @typedef {import("../protocol").VoteSettings} Settings */
/** @typedef {import("./option.js").Option} Option */
/**
 * What a way of voting works with: the choice as it is at the moment of a press, which may be quicker than a drawing;
 * `choose` saves a ballot and says what it means, `refuse` tells why a press does nothing.
 * @typedef {{settings: Settings, options: Option[], readonly choice: Choice, choose(choice: Choice, said?: string): void, refuse(why: string): void}} Booth
 */

/** @typedef {typeof import("./tallies.js").results} Results */
/** What only some votes need, so it comes apart. @type {{[name: string]: () => Promise<any>}} */
const APART = {
  rank: () => import("./ranks.js").then(({ ranks }) => ranks),
  rate: () => import("./ratings.js").then(({ ratings }) => ratings),
  chosen: () => import("./tallies.js").then(({ chosen }) => chosen),
  results: () => import("./tallies.js").then(({ results }) => results),
};
const AGAIN_MS = 3000;

export class Part {
  /** Why the last press did nothing. */
  problem = "";
  /** In which round, and for whom. */
  at = "";

  /** @param {import("./here.js").Here} here */
  constructor(here) {
    this.here = here;
    /** @type {{[name: string]: any}} */
    this.came = { dots };
    whenQuiet(() => this.piece("results"));
  }

  /** @param {string} name @returns {any} nothing, until it has come */
  piece(name) {
    if (!(name in this.came)) this.fetchPiece(name);
    return this.came[name];
  }

  /** @param {string} name */
  async fetchPiece(name) {
    this.came[name] = undefined;
    const came = await APART[name]?.().catch(() => undefined);
    if (!came) return setTimeout(() => (delete this.came[name], this.here.draw()), AGAIN_MS);
    this.came[name] = came;
    this.here.draw();
  }

  /** @param {Now} now */
  said({ life }) {
    if (life === "open") return t("You can vote now.");
    return life === "closed" ? t("Voting has ended. Thank you.") : t("The result can be read now.");
  }

  next() {
    return t("When voting ends, the result is shown.");
  }

  /** @param {Now} now */
  body(now) {
    const shown = /** @type {Vote} */ (now.shown);
    const settings = now.step?.vote;
    if (!settings) return nothing;
    const results = Object.keys(shown.rounds ?? {}).length ? /** @type {Results | undefined} */ (this.piece("results")) : undefined;
    return html`${this.task(now, shown, settings)} ${results?.(shown, settings, (id) => this.option(shown, id))}`;
  }

  /** @param {Now} now @param {Vote} shown @param {Settings} settings */
  task(now, shown, settings) {
    const { here } = this;
    if (now.life === "waiting") return html`<p>${t("You can vote soon. Think in peace.")}</p>`;
    if (now.life === "revealed") return nothing;
    if (!here.isFor) return forWhom();
    if (!settings.sides.includes(sideOf(here.person.role ?? ""))) return this.notForYou(settings);
    return now.life === "open" ? this.booth(now, shown, settings) : this.ended(now, shown, settings);
  }

  /** @param {Settings} settings */
  notForYou({ sides }) {
    return html`<p class="notice">${t("This vote is for: {sides}.", { sides: sides.map(sideName).join(", ") })}
      ${t("You will see the result.")}</p>`;
  }

  /** @param {Now} now @param {Vote} shown @param {Settings} settings */
  booth({ activity, step }, shown, settings) {
    const { here } = this;
    const { options = {}, round = "", run_off } = shown;
    const own = mine(here, activity, round);
    if (this.at !== `${round} ${here.guest}`) Object.assign(this, { at: `${round} ${here.guest}`, problem: "" });
    const assigned = here.person.assigned?.[activity];
    const ids = shuffled(Object.keys(options).filter((id) => !assigned || assigned.includes(id)), here.seed);
    const asked = run_off ? runOff(shown, settings) : settings;
    const booth = {
      settings: asked, options: ids.map((id) => this.option({ options }, id)),
      get choice() {
        return mine(here, activity, round).choice;
      },
      choose: (/** @type {Choice} */ choice, said = "") => {
        this.problem = "";
        cast(here, activity, round, choice);
        if (said) say(said);
      },
      refuse: (/** @type {string} */ why) => {
        this.problem = why;
        say(why);
        here.draw();
      },
    };
    return html`${run_off ? html`<p class="notice">${t("These were equal. Choose between them.")}</p>` : nothing}
      ${assigned ? html`<p>${t("These were given to you by lot.")}</p>` : nothing}
      <p class="hint">${step?.think_seconds ? t("Think first in peace. There is time.") : nothing}
        ${t("Nobody in the room sees what you choose. You can change it until voting ends.")}</p>
      <div class="tally"><p>${left(asked, own.choice, ids.length)}</p><p>${state(here, own)}</p>
        ${this.problem ? html`<p class="error">${this.problem}</p>` : nothing}</div>
      ${this.piece(asked.method)?.(booth) ?? html`<p class="quiet">${t("Loading")} …</p>`}`;
  }

  /** @param {Now} now @param {Vote} shown @param {Settings} settings */
  ended({ activity }, shown, settings) {
    const { standing } = mine(this.here, activity, shown.round ?? "");
    return html`<p class="notice">${t("Voting has ended. The result is shown soon.")}</p>
      ${this.piece("chosen")?.(standing, settings, (/** @type {string} */ id) => this.option(shown, id))}`;
  }

  /** Of a survey's questions the words stand in the texts. @param {Pick<Vote, "options">} shown @param {string} id @returns {Option} */
  option({ options = {} }, id) {
    const { text = "", lang = "", ...more } = options[id] ?? {};
    const item = this.here.texts.items?.[id];
    return { id, ...more, text: text || (item?.text ?? ""), lang: lang || (item?.lang ?? "") };
  }
}

/** One vote for each place that is still free, and not more than one for each. @param {Vote} shown @param {Settings} settings @returns {Settings} */
function runOff({ rounds = {} }, settings) {
  const first = Object.values(rounds).find((each) => each.tied?.length);
  const taken = Object.values(first?.options ?? {}).filter((each) => each.selected).length;
  return { ...settings, method: "dots", budget: Math.max(1, settings.select_top - taken), max_per_item: 1 };
}

/** @param {Settings} settings @param {Choice} choice @param {number} all */
function left({ method, budget, top_k }, choice, all) {
  if (method === "rank") return t("You have chosen {n} of {all}.", { n: choice.ranks?.length ?? 0, all: Math.min(top_k, all) });
  if (method === "rate") return t("Rated: {n} / {all}", { n: Object.keys(choice.ratings ?? {}).length, all });
  const n = budget - given(choice.dots ?? {});
  const drawn = "●".repeat(Math.max(0, budget - n)) + "○".repeat(Math.max(0, n));
  return html`<span class="drawn" aria-hidden="true">${drawn}</span> ${tn("{n} vote left", "{n} votes left", n)}`;
}
