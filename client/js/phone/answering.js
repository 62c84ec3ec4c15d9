/** Answering: a ballot is saved at each change, and what is saved is told. */

import { html, nothing, t } from "../parts.js";
import { ballot } from "./ballot.js";
import { became } from "./became.js";

/** @typedef {import("./here.js").Here} Here */
/** @typedef {import("./ballot.js").Mine} Mine */
/** @typedef {import("../protocol").Choice} Choice */

const QUICK_MS = 400;
/** Of somebody who writes. */
const PAUSE_MS = 1200;

/** @param {Here} here @param {string} activity @param {string} round */
export function mine(here, activity, round) {
  return ballot(round, here.person.ballots?.[activity], here.items(activity));
}

/** @param {Here} here @param {string} activity @param {string} round @param {Choice} choice @param {boolean} [isTyped] */
export function cast(here, activity, round, choice, isTyped) {
  const n = mine(here, activity, round).n + 1;
  here.line.cast(activity, { round, n, choice }, here.guest, isTyped ? PAUSE_MS : QUICK_MS);
}

/** @param {Here} here @param {Mine} mine */
export function state(here, { state, why, standing }) {
  const whose = here.isHelper ? html`<span class="tag">${here.called}</span> ` : nothing;
  if (!state) return html`${whose}<span class="state quiet">${t("Nothing chosen yet")}</span>`;
  const holds = state === "refused" && Object.keys(standing).length ? html` ${t("What you chose before holds.")}` : nothing;
  return html`${whose}<span class="state">${became(here, { state, why })}${holds}</span>`;
}
