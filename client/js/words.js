/**
 * Words: what the interface says. They stand here in English; whoever loads the scripts gets them with the words of
 * one language in their place (talko.pages.speak).
 */

import { form, locales, names } from "./language.js";

/** @param {string} text @param {Record<string, unknown>} [values] */
export function t(text, values = {}) {
  return put(text, values);
}

/**
 * One, and the others: as many as the language has, which is one or more where it has been put in.
 * @param {string} one @param {string | string[]} others @param {number} n @param {Record<string, string | number>} [values]
 */
export function tn(one, others, n, values = {}) {
  const forms = [one, ...[others].flat()];
  return put(forms[form(n)] ?? one, { n, ...values });
}

/** @param {string} text @param {Record<string, unknown>} values */
function put(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

/** 14.10 or 14:10, as the language writes it. @param {number} seconds since 1970 */
export function timeOfDay(seconds) {
  return new Intl.DateTimeFormat(locales, { hour: "numeric", minute: "2-digit" }).format(seconds * 1000);
}

/** With the sign that the language writes between hours and minutes. @param {number} seconds */
export function minutesAndSeconds(seconds) {
  const [m, s] = [Math.floor(seconds / 60), String(seconds % 60).padStart(2, "0")];
  return `${m}${/[.:]/.exec(timeOfDay(0))?.[0] ?? ":"}${s}`;
}

/** @param {string} code */
export function languageName(code) {
  return names[code] ?? code;
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

/** @type {Record<string, string>} */
let reasons = {};

/** The sentences of refusals: seldom needed, so they come a little later than the page. */
export async function learnReasons() {
  reasons = await import("./refusals.js").then(({ refusals }) => refusals(), () => reasons);
}

/** Why not, in words. @param {string} why */
export function because(why) {
  return reasons[why] ?? t("That did not work.");
}
