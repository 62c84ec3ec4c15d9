/** What the console offers: the next sensible step, and what it does to others. The server decides whether it may. */

import { short, t } from "../words.js";

/** @typedef {import("../protocol").View} View */
/** @typedef {import("../protocol").Texts} Texts */
/** @typedef {{do: string, in: string, label: string, effect: string, isFinal?: boolean}} Offer `isFinal`: cannot be undone */

const LABEL_LETTERS = 48;

/** Null at the end. @param {View} view @param {Texts} texts @returns {Offer | null} */
export function next({ agenda, activities }, texts) {
  const here = agenda.current;
  if (agenda.closed) return null;
  if (agenda.break_ends) return { do: "end_break", in: "", label: t("End the break"), effect: t("Everybody comes back to this step.") };
  const activity = activities[here];
  const collecting = activity?.kind === "collect" ? lifeStep(here, activity.life, texts) : null;
  return collecting ?? onwards(here, texts);
}

/** @param {string} here @param {import("../protocol").Life} life @param {Texts} texts @returns {Offer | null} */
function lifeStep(here, life, texts) {
  const isLive = texts.activities[here]?.collect?.reveal === "live";
  if (life === "waiting") return { do: "open", in: here, label: t("Open for writing"), effect: t("Everybody can write at once.") };
  if (life === "open" && isLive) return { do: "close", in: here, label: t("Close the writing"), effect: t("Nobody can write any more.") };
  if (life === "open") return { do: "close", in: here, label: t("Close the writing"), effect: t("Nobody can write any more. Only you see the cards.") };
  if (life === "closed") return { do: "reveal", in: here, label: t("Show to everybody"), effect: t("All cards go to the screen and the phones."), isFinal: true };
  return null;
}

/** @param {string} here @param {Texts} texts @returns {Offer | null} */
function onwards(here, texts) {
  const to = texts.order[texts.order.indexOf(here) + 1];
  if (!to) return null;
  const name = short(texts.activities[to]?.prompt ?? "", LABEL_LETTERS);
  const label = here ? t("Go on: {name}", { name }) : t("Begin: {name}", { name });
  return { do: "go_on", in: here, label, effect: t("The screen and the phones move on at once.") };
}
