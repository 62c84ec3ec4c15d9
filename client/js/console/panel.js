/** The brand panel: which workshop this is, how people come in, the steps, and what one opens beside it. */

import { chip, html, languageName, nothing, t } from "../parts.js";
import { agendaList } from "./agenda.js";

/** @typedef {import("./desk.js").Desk} Desk */

/** @param {Desk} desk @param {import("./room.js").Lead} lead @param {number} unsent */
export function head(desk, lead, unsent) {
  const { line, texts, view } = desk;
  const { join } = line.place;
  return html`<header class="head">
    <p class="brand"><svg class="weave" viewBox="0 0 32 32" aria-hidden="true"><g stroke-width="5" stroke-linecap="round"><path d="M5 11.5h22M5 21h22" stroke="#fff" /><path d="M8.5 5v22" stroke="#7fd3df" /><path d="M16 5v22" stroke="#ffb938" /><path d="M23.5 5v22" stroke="#f0a8e2" /></g></svg> Talko</p>
    <p class="line">${chip(line.connection, unsent)}</p>
    <p class="title"><b lang=${texts.langs[0]} dir="auto">${texts.title}</b></p>
    ${join && !view.agenda.closed ? html`<p class="door">${join.address}<br />${t("Code")} <b class="code">${join.code}</b><br /><span lang=${texts.langs[0]}>${texts.phrase}</span></p>` : nothing}
    ${desk.canLead && !view.agenda.closed ? door(desk, lead) : nothing}</header>`;
}

/** @param {Desk} desk @param {import("./room.js").Lead} lead */
function door({ view }, lead) {
  const isOpen = view.lobby.door === "open";
  return html`<button type="button" class="slim" role="switch" aria-checked=${isOpen} @click=${() => lead(isOpen ? "close_door" : "open_door", "")}>
    <span aria-hidden="true">${isOpen ? "●" : "○"}</span> ${isOpen ? t("The door is open") : t("The door is closed")}</button>`;
}

/** @param {Desk} desk */
export function steps(desk) {
  return html`<nav aria-label=${t("Steps")} tabindex="0">${agendaList(desk)}</nav>`;
}

/** @param {Desk} desk @param {import("./keys.js").Keys} keys */
export function foot({ line, texts, view, canLead }, keys) {
  const { place } = line;
  return html`<footer class="foot">
    ${canLead ? html`<form method="post" action="/w/${place.workshop}/console/screen" target="_blank"><button class="block">${t("Open the screen")}</button></form>` : nothing}
    ${place.door && !view.agenda.closed ? html`<a class="button block" href="${place.door}?new" target="_blank">${t("Trial phone")}</a>` : nothing}
    <button type="button" class="block" @click=${() => keys.open()}>${t("Keys")} <kbd aria-hidden="true">?</kbd></button>
    <p>${texts.langs.filter((each) => each !== place.lang).map(languageLink)}<a href="/accessibility" target="_blank">${t("Accessibility")}</a></p></footer>`;
}

/** @param {string} code */
function languageLink(code) {
  return html`<a href="?lang=${code}" lang=${code} hreflang=${code}>${languageName(code)}</a> `;
}
