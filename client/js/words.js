/**
 * Words: what the interface says. They stand here in English; whoever loads the scripts gets them with the words of
 * one language in their place (talko.pages.speak).
 */

let lang = "en";

/** @param {string} language */
export function learn(language) {
  lang = language;
}

/** @param {string} text @param {Record<string, unknown>} [values] */
export function t(text, values = {}) {
  return put(text, values);
}

/** @param {string} one @param {string} other @param {number} n @param {Record<string, string | number>} [values] */
export function tn(one, other, n, values = {}) {
  return put(new Intl.PluralRules(lang).select(n) === "one" ? one : other, { n, ...values });
}

/** @param {string} text @param {Record<string, unknown>} values */
function put(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

/** 14.10 or 2:10 pm, as the language writes it. @param {number} seconds since 1970 */
export function timeOfDay(seconds) {
  return new Intl.DateTimeFormat(lang, { hour: "numeric", minute: "2-digit" }).format(seconds * 1000);
}

/** @param {number} seconds */
export function minutesAndSeconds(seconds) {
  const [m, s] = [Math.floor(seconds / 60), String(seconds % 60).padStart(2, "0")];
  return lang === "en" ? `${m}:${s}` : `${m}.${s}`;
}

/** @param {string} code */
export function languageName(code) {
  return new Intl.DisplayNames(code, { type: "language" }).of(code) ?? code;
}

/** Cut where a word ends, if one does. @param {string} text @param {number} most */
export function short(text, most) {
  const letters = [...text];
  if (letters.length <= most) return text;
  const cut = letters.slice(0, most - 1).join("");
  const words = letters[most - 1] === " " ? cut : cut.replace(/\s+\S*$/, "");
  return `${words.replace(/[\s.,:;–]+$/, "")}…`;
}

/** @param {string} stage */
export function stageName(stage) {
  const names = {
    opening: t("Opening"),
    needs: t("Needs"),
    ideation: t("Ideas"),
    piloting: t("Trying out"),
    evaluation: t("Evaluation"),
    closing: t("Closing"),
  };
  return names[/** @type {keyof typeof names} */ (stage)] ?? stage;
}

/** From −2 to 2. */
export function feelings() {
  return [
    { value: -2, text: t("Very bad") },
    { value: -1, text: t("Bad") },
    { value: 0, text: t("In between") },
    { value: 1, text: t("Good") },
    { value: 2, text: t("Very good") },
  ];
}

/** @param {number} feeling */
export function feelingName(feeling) {
  return feelings().find(({ value }) => value === feeling)?.text ?? "";
}

/** Why not, in words. @param {string} why */
export function because(why) {
  return refusals()[why] ?? t("That did not work.");
}

/** @returns {Record<string, string>} */
export function refusals() {
  return {
    slow_down: t("That was fast. It will be sent soon."),
    try_again: t("It could not be saved yet. It will be sent again."),
    restarting: t("A short stop. It will be sent again."),
    malformed: t("This could not be read. Load the page again."),
    not_open_yet: t("This step has not opened yet."),
    activity_closed: t("It came too late. This step has closed."),
    not_now: t("This is not possible just now."),
    still_open: t("This step is still open. Close it first."),
    moved_on: t("Somebody has already moved the workshop."),
    last_step: t("This is the last step."),
    first_step: t("This is the first step."),
    door_closed: t("The door is closed. Nobody more can come in."),
    room_full: t("The room is full."),
    workshop_over: t("The workshop is over."),
    may_not: t("This page may not do that."),
    not_yours: t("This card is somebody else's."),
    id_taken: t("This could not be saved. Write it again."),
    not_joined: t("You are not in the workshop. Join again."),
    no_such_activity: t("This step is not there any longer."),
    no_such_card: t("This card is not there any longer."),
    no_such_item: t("What you wrote about is not there."),
    no_such_bucket: t("This choice is not there any longer."),
    not_here: t("This does not belong to this step."),
    empty: t("Write something first."),
    too_long: t("The text is too long. Make it shorter."),
    enough_cards: t("You have written all your cards here."),
    reason_needed: t("Choose a reason first."),
    bucket_needed: t("Choose first where this belongs."),
    item_needed: t("Choose first what you write about."),
    no_feelings: t("This does not belong to this step."),
    no_nicknames: t("This does not belong to this step."),
    permission_needed: t("Ask for permission first. Then mark it here."),
    not_this_way: t("This does not belong to this step."),
  };
}
