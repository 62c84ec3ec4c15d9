/** A cluster: all groups side by side; then, page by page, the cards of those of which not all were seen. */

import { byId, html, nothing, short, t, tn } from "../parts.js";
import { lettered } from "../themes.js";
import { asked } from "./told.js";
import { cut } from "./piles.js";
import { cardEntries } from "./written.js";

/** @typedef {import("../screen.js").Now<import("../protocol").Cluster>} Now */
/** @typedef {import("./wall.js").Entries} Entries */
/** @typedef {import("../protocol").Card & {theme?: string}} Card */

const OTHERS = "others";

/** @param {Now} now @returns {import("./written.js").Board} */
export function board(now) {
  const { texts, activity } = now;
  const { cards = {} } = activity;
  const themes = lettered(activity.themes, activity.order);
  const lie = piles(cards, themes);
  const has = Object.keys(themes).length > 0;
  const groups = [...lie].filter(([id, some]) => id !== OTHERS || some.length);
  const beside = groups.map(([id, some]) => [`pile ${id}`, { of: "groups", look: "piles", draw: (/** @type {number} */ letters) => pile(themes[id], some, letters) }]);
  const inside = groups.filter(([id]) => cut.has(id)).flatMap(([id, some]) => cardEntries(Object.fromEntries(some), texts, {}, id));
  return {
    above: (of, letters) => html`${asked(now, letters)}${has && of !== "groups" ? heading(of, themes, lie.get(of)?.length ?? 0) : nothing}`,
    entries: has ? /** @type {Entries} */ ([...beside, ...inside.map(([id, each]) => [id, { ...each, isKnown: true }])]) : cardEntries(cards, texts),
  };
}

/** By theme in the order of the themes, the others last. @param {Record<string, Card>} cards @param {Record<string, {name: string}>} themes */
function piles(cards, themes) {
  /** @type {Map<string, [string, Card][]>} */
  const lie = new Map([...Object.keys(themes).map((id) => /** @type {[string, [string, Card][]]} */ ([id, []])), [OTHERS, []]]);
  for (const [id, each] of byId(cards)) lie.get(each.theme && each.theme in themes ? each.theme : OTHERS)?.push([id, each]);
  return lie;
}

/** @param {{name: string, lang: string} | undefined} theme @param {[string, Card][]} some @param {number} letters */
function pile(theme, some, letters) {
  return html`<h2><span lang=${theme?.lang ?? nothing} dir="auto">${theme ? short(theme.name, letters) : t("Not yet in a group")}</span>
      <span class="tally">${tn("{n} card", "{n} cards", some.length)}</span></h2>
    <ul>${some.map(([, each]) => html`<li class="text" lang=${each.lang} dir="auto">${short(each.text, letters)}</li>`)}</ul><p class="rest"></p>`;
}

/** @param {string} of @param {Record<string, {name: string, lang: string}>} themes @param {number} n */
function heading(of, themes, n) {
  const theme = themes[of];
  return html`<div class="heading"><h2 lang=${theme?.lang ?? nothing} dir="auto">${theme?.name ?? t("Not yet in a group")}</h2>
    <p>${tn("{n} card", "{n} cards", n)}</p></div>`;
}
