/** Limits: how many letters are left, shown before the end comes, and read aloud only after a pause. */

import { html, nothing, say, tn } from "../parts.js";

const COUNT_BELOW = 40;
const PAUSE_MS = 1000;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let pause;

/** Counted as the server counts: in code points. @param {string} text @param {number} most */
export function left(text, most) {
  return most - [...text.normalize("NFC").trim()].length;
}

/** What is wrong with it, or "". @param {string} text @param {number} most */
export function tooLong(text, most) {
  const n = left(text, most);
  return n < 0 ? tn("{n} letter too many. Make it shorter.", "{n} letters too many. Make it shorter.", -n) : "";
}

/** For the eye; the ear is told by `sayCount`. @param {string} text @param {number} most */
export function counter(text, most) {
  const said = count(text, most);
  return said ? html`<p class=${left(text, most) < 0 ? "error" : "hint"} aria-hidden="true">${said}</p>` : nothing;
}

/** @param {string} text @param {number} most */
export function sayCount(text, most) {
  clearTimeout(pause);
  const said = count(text, most);
  if (said) pause = setTimeout(() => say(said), PAUSE_MS);
}

/** @param {string} text @param {number} most */
function count(text, most) {
  const n = left(text, most);
  return n >= COUNT_BELOW ? "" : tooLong(text, most) || tn("{n} letter left", "{n} letters left", n);
}
