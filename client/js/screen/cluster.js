/** A cluster: first all groups by name, then the cards of each, page by page. */

import { byId, html, nothing, short, t, tn } from "../parts.js";
import { lettered } from "../themes.js";
import { asked } from "./told.js";
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
  const names = Object.entries(themes).map(([id, each]) => [`name ${id}`, { of: "names", look: "lines", draw: (/** @type {number} */ letters) => name(each, lie.get(id), letters) }]);
  const inside = [...lie].flatMap(([theme, some]) => cardEntries(Object.fromEntries(some), texts, {}, theme));
  return {
    above: (of, letters) => html`${asked(now, letters)}${has ? heading(of, themes, lie.get(of)?.length ?? 0) : nothing}`,
    entries: has ? /** @type {Entries} */ ([...names, ...inside]) : cardEntries(cards, texts),
  };
}

/** By theme in the order of the themes, the others last. @param {Record<string, Card>} cards @param {Record<string, {name: string}>} themes */
function piles(cards, themes) {
  /** @type {Map<string, [string, Card][]>} */
  const lie = new Map([...Object.keys(themes).map((id) => /** @type {[string, [string, Card][]]} */ ([id, []])), [OTHERS, []]]);
  for (const [id, each] of byId(cards)) lie.get(each.theme && each.theme in themes ? each.theme : OTHERS)?.push([id, each]);
  return lie;
}

/** @param {{name: string, lang: string}} theme @param {unknown[] | undefined} some @param {number} letters */
function name({ name, lang }, some = [], letters) {
  return html`<span>${tn("{n} card", "{n} cards", some.length)}</span> <b lang=${lang} dir="auto">${short(name, letters)}</b>`;
}

/** @param {string} of @param {Record<string, {name: string, lang: string}>} themes @param {number} n */
function heading(of, themes, n) {
  if (of === "names") return html`<h2>${t("Groups of cards")}</h2>`;
  const theme = themes[of];
  return html`<div class="heading"><h2 lang=${theme?.lang ?? nothing} dir="auto">${theme?.name ?? t("Not yet in a group")}</h2>
    <p>${tn("{n} card", "{n} cards", n)}</p></div>`;
}
