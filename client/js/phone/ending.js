/** The end of the workshop: what was agreed, whom to call, and whether anything was left behind. */

import { html, nothing, t } from "../parts.js";

/** @typedef {import("./here.js").Here} Here */

/** @param {Here} here @param {boolean} isAllSent */
export function ending(here, isAllSent) {
  const { texts } = here;
  return html`${texts.plan ? html`<p><a class="button primary block" href=${texts.plan}>${t("Read what we agreed")}</a></p>` : nothing}
    ${here.isHelper ? nothing : thread(here)}
    ${support(here)}
    <p>${t("What you sent is saved.")} ${isAllSent ? t("You can close this page.") : t("Some of your text was not sent. You find it below.")}</p>`;
}

/** What one took on, and what became of each card; found by the key of this phone alone. @param {Here} here */
function thread({ line }) {
  const { workshop, place } = line.place;
  return html`<p><a class="button block" href=${`/w/${workshop}/${place}/thread`}>${t("What became of what you wrote")}</a></p>`;
}

/** Whom to call, if something was hard. @param {Here} here */
export function support({ texts }) {
  return texts.support ? html`<p class="notice"><b>${t("Was something hard today?")}</b> <span lang=${texts.langs[0]} dir="auto">${texts.support}</span></p>` : nothing;
}
