/** A question of a survey: words to choose from, or a field to write in. */

import { live } from "lit-html/directives/live.js";
import { html, t } from "../parts.js";
import { counter, sayCount } from "./limit.js";

const MAX_CHARS = 500;

/** @typedef {import("../protocol").Item & {id: string}} Question */
/** @typedef {import("../protocol").Answer} Answer */
/**
 * `words`: those of the answers 1 to 5 and "na" (I can not say). Answering nothing takes the answer away.
 * @typedef {{asked: Question, name: string, given: Answer | undefined, words: Record<string, string>, lang: string,
 *   answer: (given: Answer | undefined, isTyped?: boolean) => void}} Asking
 */

/** @param {Asking} asking */
export function question(asking) {
  if (asking.asked.kind === "text") return field(asking);
  return html`<fieldset class="rows">
    <legend lang=${asking.asked.lang}>${asking.asked.text}</legend>
    ${choices(asking.asked, asking.words).map(([value, text]) => choice(asking, value, text))}
  </fieldset>`;
}

/** @param {Pick<Question, "kind" | "options">} asked @param {Record<string, string>} words @returns {[number | string, string][]} */
export function choices({ kind, options }, words) {
  const na = /** @type {[string, string]} */ (["na", words.na || t("I can not say")]);
  if (kind === "choice") return [...options.map(({ id, text }) => /** @type {[string, string]} */ ([id, text])), na];
  return [...[1, 2, 3, 4, 5].map((n) => /** @type {[number, string]} */ ([n, words[n] || String(n)])), na];
}

/** @param {Asking} asking @param {number | string} value @param {string} text */
function choice({ name, given, answer }, value, text) {
  return html`<label class="choice ${value === given ? "chosen" : ""}">
    <input type="radio" name=${name} .checked=${live(value === given)} @change=${() => answer(value)} />
    <span>${text}</span></label>`;
}

/** @param {Asking} asking */
function field({ asked, name, given, lang, answer }) {
  const text = typeof given === "object" ? given.text : "";
  const type = (/** @type {InputEvent} */ { target }) => {
    const { value } = /** @type {HTMLTextAreaElement} */ (target);
    sayCount(value, MAX_CHARS);
    answer(value.trim() ? { text: value, lang } : undefined, true);
  };
  return html`<div class="field">
    <label for="of ${name}" lang=${asked.lang}>${asked.text}</label>
    <p class="hint" id="hint ${name}">${t("Do not write names.")}</p>
    <textarea id="of ${name}" rows="3" dir="auto" autocomplete="off" .value=${text} @input=${type}></textarea>
    ${counter(text, MAX_CHARS)}
  </div>`;
}
