/** What the console offers: the next sensible step, and what it does to others. The server decides whether it may. */

import { short, t } from "../words.js";

/** @typedef {import("../protocol").View} View */
/** @typedef {import("../protocol").Texts} Texts */
/**
 * `isFinal`: cannot be undone.
 * @typedef {{do: string, in: string, label: string, effect: string, isFinal?: boolean}} Offer
 */

const LABEL_LETTERS = 48;

/** Null at the end. @param {View} view @param {Texts} texts @returns {Offer | null} */
export function next({ agenda, activities }, texts) {
  const here = agenda.current;
  if (agenda.closed) return null;
  if (agenda.break_ends) return offer("end_break", "", t("End the break"), t("Everybody comes back to this step."));
  const activity = activities[here];
  const collecting = activity?.kind === "collect" ? lifeStep(here, activity.life, texts) : null;
  return collecting ?? onwards(here, texts);
}

/** @param {string} here @param {import("../protocol").Life} life @param {Texts} texts @returns {Offer | null} */
function lifeStep(here, life, texts) {
  const isLive = texts.activities[here]?.collect?.reveal === "live";
  const after = isLive ? t("Nobody can write any more.") : t("Nobody can write any more. Only you see the cards.");
  if (life === "waiting") return offer("open", here, t("Open for writing"), t("Everybody can write at once."));
  if (life === "open") return offer("close", here, t("Close the writing"), after);
  if (life === "revealed") return null;
  const shown = offer("reveal", here, t("Show to everybody"), t("All cards go to the screen and the phones."));
  return { ...shown, isFinal: true };
}

/** @param {string} here @param {Texts} texts @returns {Offer | null} */
function onwards(here, texts) {
  const to = texts.order[texts.order.indexOf(here) + 1];
  if (!to) return null;
  const name = short(texts.activities[to]?.prompt ?? "", LABEL_LETTERS);
  const label = here ? t("Go on: {name}", { name }) : t("Begin: {name}", { name });
  return offer("go_on", here, label, t("The screen and the phones move on at once."));
}

/** @param {string} what @param {string} where @param {string} label @param {string} effect @returns {Offer} */
function offer(what, where, label, effect) {
  return { do: what, in: where, label, effect };
}
