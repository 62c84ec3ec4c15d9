/** How the console names what has a key: fields of a record, what becomes of things, rules of the closing. */

import { fieldsOf } from "../fields.js";
import { t } from "../words.js";

/** @typedef {import("../protocol").RecordKind} RecordKind */
/** @typedef {Record<string, string>} Names */

/** What stands in a record, and who takes it on. @param {string} field @param {RecordKind} kind */
export function fieldName(field, kind) {
  /** @type {Names} */
  const names = {
    owner: t("Who does it?"), follower: t("Who follows it up?"), helpers: t("Who helps?"), owner_accepted: t("Has who does it said yes?"),
    sources: t("What does it come from?"), heard: t("What does it answer?"),
  };
  return fieldsOf(kind).find(({ id }) => id === field)?.label ?? names[field] ?? field;
}

/** What may become of what was not taken. @returns {Names} */
export function putAside() {
  return {
    later: t("Later"), part_of: t("It is part of something else"), not_ours: t("Others decide on it"), no: t("No"),
  };
}

/** What became of what was agreed last time. @returns {Names} */
export function reports() {
  return {
    done: t("It is done"), doing: t("It is being done"), late: t("It is late"), not_done: t("It is not done"), keep: t("It goes on"),
    change: t("It is changed"), stop: t("It stops"), spread: t("It is done elsewhere too"),
  };
}

/** What is missing, as a sentence that says what to do. @param {string} rule */
export function ruleName(rule) {
  /** @type {Names} */
  const names = {
    min_actions: t("There are too few things in the plan."),
    owner_is_person: t("Each thing in the plan needs one person who does it."),
    owner_is_not_follower: t("Who does it and who follows it up must be two people."),
    users_side_in_plan: t("Somebody from the clients' side takes something on, on their own phone."),
    manager_owns_at_least_one: t("Somebody from the management takes something on, on their own phone."),
    commitment_check_done: t("It has not been asked yet if people stand behind the plan."),
    unselected_have_reason: t("What was not taken needs a decision and a reason."),
    every_selected_has_response: t("Each thing that was chosen needs a response."),
    every_pilot_has_decision: t("Each trial of last time is kept, changed, stopped or taken to other places."),
    pilot_has_review_date: t("Each trial needs a day when we look at it together."),
    previous_items_reported: t("Tell what became of the things of last time."),
    next_contact_date: t("Choose the day when people hear from you next."),
    results_returned_to_place: t("The results are told where the cards were collected."),
    names_removed: t("There are no names of people in the texts."),
    sensitive_text_deleted: t("Private texts are deleted, or their writers let them stay."),
    answer_in_preferred_form: t("Each person gets the answer in the way they asked for."),
  };
  return names[rule] ?? rule;
}
