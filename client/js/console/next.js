/** What the console offers: the next sensible step, and what it does to others. The server decides whether it may. */

import { short, t } from "../words.js";

/** @typedef {import("../protocol").View} View */
/** @typedef {import("../protocol").Texts} Texts */
/** @typedef {import("../protocol").Life} Life */
/**
 * `isFinal`: cannot be undone. `form`: whose fields go along, by name. `not`: why it cannot be done now.
 * @typedef {{do: string, in: string, label: string, effect: string, d?: Record<string, unknown>, isFinal?: boolean, form?: string, not?: string}} Offer
 */
/** @typedef {{here: string, activity: any, texts: Texts}} Place the activity is read as its kind says */

const LABEL_LETTERS = 48;

/** Null at the end. @param {View} view @param {Texts} texts @returns {Offer | null} */
export function next({ agenda, activities }, texts) {
  const here = agenda.current;
  if (agenda.closed) return null;
  if (agenda.break_ends) return offer("end_break", "", t("End the break"), t("Everybody comes back to this step."));
  const activity = activities[here];
  return (activity && stepOf(activity.kind, { here, activity, texts })) ?? onwards(here, texts);
}

const COUNTED = ["collect", "vote", "survey", "consent"];

/** What else is sensible: quiet buttons. Back is first, so that it never slides under a finger. @param {View} view @param {Texts} texts @returns {Offer[]} */
export function others({ agenda, activities }, texts) {
  const here = agenda.current;
  const activity = activities[here];
  if (agenda.closed || agenda.break_ends || !activity) return [];
  const place = { here, activity, texts };
  return [back(place), again(place), around(place), past(place)].filter((each) => each !== null);
}

/** @param {string} kind @param {Place} place @returns {Offer | null} */
function stepOf(kind, place) {
  if (kind === "collect") return collecting(place);
  if (kind === "vote") return voting(place);
  if (kind === "discuss") return reading(place);
  if (kind === "survey") return asking(place);
  return kind === "consent" ? agreeing(place) : null;
}

/** @param {Place} place @returns {Offer | null} */
function collecting({ here, activity, texts }) {
  const isLive = texts.activities[here]?.collect?.reveal === "live";
  const after = isLive ? t("Nobody can write any more.") : t("Nobody can write any more. Only you see the cards.");
  if (activity.life === "waiting") return offer("open", here, t("Open for writing"), t("Everybody can write at once."));
  if (activity.life === "open") return offer("close", here, t("Close the writing"), after);
  if (activity.life === "revealed") return null;
  return final(offer("reveal", here, t("Show to everybody"), t("All cards go to the screen and the phones.")));
}

/** What was brought along is shown by whoever leads, when they have read it. @param {Place} place @returns {Offer | null} */
function reading({ here, activity }) {
  if (activity.life !== "waiting") return null;
  return offer("open", here, t("Show the cards"), t("The screen and the phones show the cards that were brought."));
}

/** @param {Place} place @returns {Offer | null} */
function voting({ here, activity }) {
  const { life, options = {}, round = "", rounds = {} } = activity;
  if (life === "waiting" && Object.keys(options).length < 2) return null;
  if (life === "waiting") return offer("open", here, t("Open the vote"), t("Everybody can vote at once. Nobody sees the result yet."));
  if (life === "open") return offer("close", here, t("Close the vote"), t("Nobody can vote any more. The result is still secret."));
  if (life === "closed") return final(offer("reveal", here, t("Show the result"), t("The result goes to the screen and the phones.")));
  if (!rounds[round]?.tied?.length) return null;
  return offer("open_run_off", here, t("Run-off between the equal ones"), t("Everybody votes once more, between these only."));
}

/** @param {Place} place @returns {Offer | null} */
function asking({ here, activity, texts }) {
  const { life, items = {} } = activity;
  const isLater = texts.activities[here]?.survey?.show === "later";
  if (life === "waiting" && !Object.keys(items).length) return null;
  if (life === "waiting") return offer("open", here, t("Open the questions"), t("Everybody can answer at once."));
  if (life === "open") return offer("close", here, t("Close the questions"), t("Nobody can answer any more."));
  if (life === "revealed") return null;
  return isLater
    ? final(offer("reveal", here, t("Count the answers"), t("Only you see them today. The plan tells them later.")))
    : final(offer("reveal", here, t("Show the answers"), t("The answers go to the screen and the phones.")));
}

// A decision: each proposal by itself, or all of it together

/** @param {Place} place @returns {Offer | null} */
function agreeing(place) {
  const { here, activity } = place;
  if (activity.life === "open") return offer("close", here, t("Close the answering"), t("Nobody can answer any more. Only you see how many did."));
  if (activity.life === "closed") return final(offer("reveal", here, t("Show the answers"), t("The counts and concerns go to the screen and the phones.")));
  return unfinished(place) ?? ask(place, toAsk(place));
}

/** What the last round leaves to be done at once. @param {Place} place @returns {Offer | null} */
function unfinished({ here, activity, texts }) {
  const { round = "", rounds = {}, proposal = "" } = activity;
  const last = activity.life === "revealed" ? rounds[round] : null;
  const result = last && (activity.proposals?.[proposal]?.result ?? last.result);
  if (result === "pending" && !last.decide_by) {
    const save = offer("decide_by", here, t("Save the date"), t("Until then the phones of those who asked for time stay open to this."));
    return { ...save, d: { round }, form: `decide ${round}` };
  }
  if (result !== "revise" || last.nth >= (texts.activities[here]?.consent?.max_rounds ?? 1)) return null;
  const once = offer("open_round", here, t("Ask again"), t("Everybody answers anew. The earlier answers stay to be seen."));
  return { ...once, d: { proposal }, form: `again ${proposal}` };
}

/** Those one asks about here, in their order. @param {Place} place @returns {string[]} */
export function proposalsOf({ here, activity, texts }) {
  const single = Object.keys(activity.proposals ?? {}).filter((id) => id !== "all");
  return texts.activities[here]?.consent?.commitment || !single.length ? ["all"] : single;
}

/** @param {Place} place @returns {string} "" where all have been asked about */
function toAsk(place) {
  return proposalsOf(place).find((id) => !place.activity.proposals?.[id]?.result) ?? "";
}

/** @param {Place} place @param {string} proposal @returns {Offer | null} */
function ask({ here, activity }, proposal) {
  if (!proposal) return null;
  const text = activity.proposals?.[proposal]?.text ?? "";
  const label = text ? t("Ask about: {name}", { name: short(text, LABEL_LETTERS) }) : t("Ask everybody");
  const round = offer("open_round", here, label, t("Everybody can answer at once. Nobody sees who says what."));
  return { ...round, d: { proposal }, form: `again ${proposal}` };
}

// Beside it

/** Not while something is open: what is secret is closed by hand. @param {Place} place @returns {Offer} */
function back({ here, activity: { kind, life } }) {
  const isOpen = COUNTED.includes(kind) && life === "open";
  return { ...offer("go_back", here, t("Go back"), ""), ...(isOpen && { not: t("Close this step first. Then you can go back.") }) };
}

/** @param {Place} place @returns {Offer | null} */
function again({ here, activity: { kind, life } }) {
  if (COUNTED.includes(kind) && life === "closed") return offer("open", here, t("Open again"), "");
  if (life !== "revealed" || (kind !== "vote" && kind !== "survey")) return null;
  return final(offer("open", here, t("A new round"), t("Everybody answers anew. The earlier result stays beside it.")));
}

/** Past what the last round left. @param {Place} place @returns {Offer | null} */
function around(place) {
  if (place.activity.kind !== "consent" || place.activity.life !== "revealed" || !unfinished(place)) return null;
  return ask(place, toAsk(place));
}

/** To the next step, where the primary button does something else. @param {Place} place @returns {Offer | null} */
function past(place) {
  const { here, activity, texts } = place;
  const isBegun = activity.life !== "waiting";
  if (!onwards(here, texts) || !stepOf(activity.kind, place)) return null;
  if (!isBegun) return offer("go_on", here, t("Skip this step"), "");
  return activity.life === "revealed" ? offer("go_on", here, t("To the next step, leave this as it is"), "") : null;
}

/** @param {string} here @param {Texts} texts @returns {Offer | null} */
function onwards(here, texts) {
  const to = texts.order[texts.order.indexOf(here) + 1];
  if (!to) return null;
  const name = short(texts.activities[to]?.prompt ?? "", LABEL_LETTERS);
  const label = here ? t("Next: {name}", { name }) : t("Begin: {name}", { name });
  return offer("go_on", here, label, t("The screen and the phones move on at once."));
}

/** @param {string} what @param {string} where @param {string} label @param {string} effect @returns {Offer} */
function offer(what, where, label, effect) {
  return { do: what, in: where, label, effect };
}

/** @param {Offer} each @returns {Offer} */
function final(each) {
  return { ...each, isFinal: true };
}
