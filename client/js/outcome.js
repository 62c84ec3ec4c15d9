/** Outcomes: what came of a proposal, in a shape and a word, the same on every face. */

import { day } from "./numbers.js";
import { t } from "./words.js";

/** What came of a proposal: a shape and a word. @param {string} result @param {string} [by] a date @returns {[string, string]} */
export function outcome(result, by = "") {
  /** @type {Record<string, [string, string]>} */
  const outcomes = {
    accepted: ["✓", t("Accepted")],
    revise: ["↻", t("We change it and ask again")],
    pending: ["◷", by ? t("Waits until {day}", { day: day(by) }) : t("Waits for an answer")],
    unresolved: ["?", t("Stays open")],
    rejected: ["✕", t("We do not do this")],
    differing: ["≠", t("We see it in different ways")],
  };
  return outcomes[result] ?? ["○", t("Not asked yet")];
}
