/** Support: how far one can go along with a proposal, and what would have to change. */

import { live } from "lit-html/directives/live.js";
import { html, node, nothing, t } from "../parts.js";
import { counter, sayCount } from "./limit.js";

const MAX_CHARS = 300;

/** @typedef {import("../protocol").Support} Support */
/**
 * `put` takes what changed. `canWait`: more time may be asked for; `canSpeak`: it can be said aloud; `id` tells apart forms on one page;
 * `send` and what is `told` beside it: where the page has no other button.
 * @typedef {{id: string, scale: "five" | "three", passMin: number, canWait: boolean, canSpeak: boolean, given: Partial<Support>, isCommitment: boolean,
 *   send?: () => void, told?: unknown, put: (change: Partial<Support>, isTyped?: boolean) => void}} Asked
 */

/** @param {string} scale @returns {[number, string][]} */
export function supports(scale) {
  if (scale === "three") return [[2, t("Yes.")], [1, t("Yes, but something worries me.")], [0, t("No.")]];
  return [
    [5, t("I support this fully.")],
    [4, t("I support this.")],
    [3, t("This is good enough for now.")],
    [2, t("Something here worries me.")],
    [1, t("Much here worries me.")],
    [0, t("I can not accept this.")],
  ];
}

/** What is still needed before it can be saved. @param {Partial<Support>} given @param {number} passMin */
export function needs({ support, text = "", aloud }, passMin) {
  return typeof support === "number" && support < passMin && !text.trim() && !aloud;
}

/** As it is sent: nothing but what was said. @param {Partial<Support>} given @param {string} lang @returns {Support} */
export function told({ support = 0, text = "", aloud }, lang) {
  const isAloud = aloud && support !== "need_time";
  return { support, ...(text.trim() && { text, lang }), ...(isAloud && { aloud }) };
}

/** Where to tell why, and its button, are seen as soon as it is asked for. @param {import("./here.js").Here} here @param {string} id */
export function inSight(here, id) {
  here.draw.now();
  node(`because ${id}`)?.scrollIntoView({ block: "nearest" });
}

/** @param {Asked} asked */
export function form(asked) {
  const { given, canWait, id } = asked;
  const rows = /** @type {[number | "need_time", string][]} */ ([...supports(asked.scale), ...(canWait ? [["need_time", t("I need more time.")]] : [])]);
  return html`<fieldset class="supports">
      <legend>${question(asked)}</legend>
      ${rows.map(([value, text]) => html`<label class="choice ${value === given.support ? "chosen" : ""}">
        <input type="radio" name="support ${id}" .checked=${live(value === given.support)} @change=${() => asked.put({ support: value })} />
        ${typeof value === "number" ? html`<b class="mark" aria-hidden="true">${value}</b>` : nothing}<span>${text}</span></label>
        ${value === given.support ? concern(asked) : nothing}`)}
    </fieldset>`;
}

/** @param {Asked} asked */
function question({ isCommitment, scale }) {
  if (isCommitment) return t("Can you commit to this?");
  return scale === "three" ? t("Is this fine for you?") : t("Do you support this?");
}

/** Under what was chosen. Who needs time can tell why; what was written stays when one thinks again. @param {Asked} asked */
function concern({ given, passMin, scale, id, put, canSpeak, send, told }) {
  const { support, text = "", aloud = false } = given;
  const isFull = support === (scale === "five" ? 5 : 2);
  if (support === undefined || (isFull && !text)) return nothing;
  const isNeeded = typeof support === "number" && support < passMin;
  const type = (/** @type {InputEvent} */ { target }) => {
    const { value } = /** @type {HTMLTextAreaElement} */ (target);
    sayCount(value, MAX_CHARS);
    put({ text: value }, true);
  };
  return html`<div class="because" id="because ${id}"><div class="field">
      <label for="concern ${id}">${concernLabel(support, isNeeded)}</label>
      <p class="hint" id="names ${id}">${t("Do not write names. The others can read this later.")}</p>
      <textarea id="concern ${id}" rows="3" dir="auto" autocomplete="off" .value=${text} @input=${type}></textarea>
      ${counter(text, MAX_CHARS)}
    </div>
    ${send ? html`<button type="button" class="primary block" @click=${send}>${t("Send")}</button> ${told}` : nothing}
    ${isNeeded && canSpeak ? html`<label class="choice ${aloud ? "chosen" : ""}">
      <input type="checkbox" .checked=${live(aloud)} @change=${() => put({ aloud: !aloud })} /><span>${t("I say it aloud.")}</span></label>` : nothing}</div>`;
}

/** @param {Support["support"]} support @param {boolean} isNeeded */
function concernLabel(support, isNeeded) {
  if (support === "need_time") return t("Do you want to tell why? You can write it.");
  return isNeeded ? t("Tell also what should change") : t("Does something worry you? You can write it.");
}
