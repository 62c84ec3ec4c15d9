/** A second language, shown under the first where whoever leads has chosen one for the room. */

import { html, nothing } from "../parts.js";

/** @typedef {import("../protocol").Place} Place */
/** @typedef {import("../protocol").Texts} Texts */
/** @typedef {import("../protocol").View} View */

const AGAIN_MS = 5000;

/** What it is, and the texts in it once they have come. @type {{lang: string, texts: Record<string, Texts | null>}} */
const second = { lang: "", texts: {} };
/** @type {Record<string, string>} */
let words = {};

/** Where the screen itself speaks the second one, the workshop's first is the other. @param {Place} place @param {Texts} texts @param {View} view @param {() => void} redraw */
export function follow(place, texts, view, redraw) {
  const also = view.screen?.also ?? "";
  second.lang = also && also === texts.lang ? texts.langs[0] : also;
  words = place.said?.[second.lang] ?? {};
  if (second.lang && second.texts[second.lang] === undefined) fetchTexts(place, second.lang).then(redraw);
}

/** @param {Place} place @param {string} lang */
async function fetchTexts(place, lang) {
  second.texts[lang] = null;
  try {
    second.texts[lang] = await fetch(`${place.texts}?lang=${lang}`).then((answer) => (answer.ok ? answer.json() : Promise.reject()));
  } catch {
    setTimeout(() => delete second.texts[lang], AGAIN_MS);
  }
}

/** The prompt of a step, where it is really in that language. @param {string} step */
export function alsoAsked(step) {
  const other = second.texts[second.lang]?.activities[step];
  return other && other.lang === second.lang ? html`<p class="also" lang=${other.lang}>${other.prompt}</p>` : nothing;
}

/** What the interface says, by the English words. @param {string} english @param {string} [time] put in where the words have one */
export function alsoSaid(english, time = "") {
  const said = words[english]?.replace("{time}", time);
  return said ? html`<span class="also" lang=${second.lang}>${said}</span>` : nothing;
}
