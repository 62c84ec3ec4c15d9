/** Thanks: what is said when something has come through. */

import { t } from "../parts.js";

/** @param {import("../outbox.js").Item} item that was done @returns {string} */
export function thanks({ do: what, d }) {
  if (d.need === "unclear" && what === "ask_for") return t("Thank you. Somebody will explain soon. Nobody sees who asked.");
  /** @type {Record<string, string>} */
  const said = {
    add_card: t("Thank you. Your card is saved."),
    bring_card: t("Thank you. Your card is saved."),
    edit_card: t("Your change is saved."),
    withdraw_card: t("Your card is taken away."),
    add_note: t("Thank you. Your note is saved."),
    cast: t("Saved"),
    ask_question: t("Thank you. Your question was sent."),
    flag_word: t("Thank you. It will be explained if many ask."),
    ask_for: t("Thank you. The facilitator knows it now."),
    take_back: t("Taken back."),
    give_feedback: t("Thank you. The facilitator can read it."),
    propose_wording: t("Thank you. Your wording was sent."),
    take_on: t("Thank you. Your name is on the plan."),
    let_go: t("Your name is taken away."),
  };
  return said[what] ?? "";
}
