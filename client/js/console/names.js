/** How the console names what has a key: fields of a record, what came of a question, rules of the closing. */

import { day } from "../screen/told.js";
import { t } from "../words.js";

/** @typedef {import("../protocol").RecordKind} RecordKind */
/** @typedef {Record<string, string>} Names */

/** @param {string} field */
export function fieldName(field) {
  /** @type {Names} */
  const names = {
    what: t("What we do"),
    first_step: t("The first step"),
    owner: t("Who does it"),
    owner_accepted: t("Who does it has said yes"),
    follower: t("Who follows it up"),
    helpers: t("Who helps"),
    due: t("Ready by"),
    follow_how: t("How it is followed up"),
    told_how: t("How people are told"),
    told_when: t("When people are told"),
    reach: t("How far it reaches"),
    for_whom: t("For whom"),
    where: t("Where"),
    when: t("When"),
    start: t("Begins"),
    end: t("Ends"),
    prediction: t("What we think will happen"),
    measure: t("How we notice if it helps"),
    stop_if: t("When we stop"),
    review_date: t("When we look at it together"),
    decision: t("Decision"),
    reason: t("Reason"),
    sources: t("What it comes from"),
    heard: t("What was heard"),
    status: t("How it is going"),
  };
  return names[field] ?? field;
}

/** What can be chosen in a field, by its key. @param {string} field @param {RecordKind} kind @returns {Names} */
export function choicesOf(field, kind) {
  if (field === "reach") return { own: t("My own work"), team: t("Our team"), network: t("Many services") };
  if (field !== "decision") return {};
  if (kind === "pilot") {
    return {
      keep: t("We keep it"), change: t("We change it"), stop: t("We stop it"), spread: t("We take it to other places too"),
    };
  }
  return { done: t("Done"), doing: t("We do it"), not_doing: t("We do not do it"), not_ours: t("Others decide this") };
}

/** What may become of what was not taken. @returns {Names} */
export function putAside() {
  return {
    later: t("Later"), part_of: t("It is part of something else"), not_ours: t("Others decide this"), no: t("No"),
  };
}

/** What became of what was agreed last time. @returns {Names} */
export function reports() {
  return {
    done: t("Done"), doing: t("We do it"), late: t("It is late"), not_done: t("Not done"), keep: t("We keep it"),
    change: t("We change it"), stop: t("We stop it"), spread: t("We take it to other places too"),
  };
}

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
