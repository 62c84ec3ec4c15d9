/** A quiet strip for moments when nothing else is read: a question that was answered, or a word explained. */

import { byId, html, nothing, short, t } from "../parts.js";

/** @param {import("../protocol").View} view @param {number} turn which of them, round and round @param {number} letters */
export function beside({ questions, words }, turn, letters) {
  const asked = byId(questions).filter(([, each]) => each.answer);
  const explained = byId(words).filter(([, each]) => each.plain);
  const all = [...explained.map(([, each]) => word(each, letters)), ...asked.map(([, each]) => question(each, letters))];
  return all.length ? html`<aside class="beside">${all[turn % all.length]}</aside>` : nothing;
}

/** @param {{word: string, lang: string, plain?: string}} word @param {number} letters */
function word({ word, lang, plain = "" }, letters) {
  return html`<p><b lang=${lang} dir="auto">${word}</b> ${t("means:")} <span lang=${lang} dir="auto">${short(plain, letters)}</span></p>`;
}

/** @param {import("../protocol").Question} question @param {number} letters */
function question({ text, lang, answer = "", answer_lang: answered }, letters) {
  return html`<p><b>${t("Question:")}</b> <span lang=${lang} dir="auto">${short(text, letters)}</span></p><p lang=${answered ?? lang} dir="auto">${short(answer, letters)}</p>`;
}
