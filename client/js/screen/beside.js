/** A quiet strip for moments when nothing else is read: a question that was answered, or a word explained. */

import { byId, html, nothing, t } from "../parts.js";

/** @param {import("../protocol").View} view @param {number} turn which of them, round and round */
export function beside({ questions, words }, turn) {
  const asked = byId(questions).filter(([, each]) => each.answer);
  const explained = byId(words).filter(([, each]) => each.plain);
  const all = [...explained.map(([, each]) => word(each)), ...asked.map(([, each]) => question(each))];
  return all.length ? html`<aside class="beside">${all[turn % all.length]}</aside>` : nothing;
}

/** @param {{word: string, lang: string, plain?: string}} word */
function word({ word, lang, plain }) {
  return html`<p><b lang=${lang} dir="auto">${word}</b> ${t("means:")} <span lang=${lang} dir="auto">${plain}</span></p>`;
}

/** @param {import("../protocol").Question} question */
function question({ text, lang, answer, answer_lang: answered }) {
  return html`<p><b>${t("Question:")}</b> <span lang=${lang} dir="auto">${text}</span></p><p lang=${answered ?? lang} dir="auto">${answer}</p>`;
}
