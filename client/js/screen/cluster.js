/** A cluster: first all groups by name, then the cards of each, page by page. */

import { byId, html, nothing, t, tn } from "../parts.js";
import { lettered } from "../themes.js";
import { prompt } from "./told.js";
import { cardEntries } from "./written.js";

/** @typedef {import("../screen.js").Now<import("../protocol").Cluster>} Now */
/** @typedef {import("./wall.js").Entries} Entries */
/** @typedef {import("../protocol").Card & {theme?: string}} Card */

const OTHERS = "others";

/** @param {Now} now @returns {import("./written.js").Board} */
export function board({ step, texts, activity }) {
  const { cards = {} } = activity;
  const themes = lettered(activity.themes, activity.order);
  const lie = piles(cards, themes);
  const has = Object.keys(themes).length > 0;
  const names = Object.entries(themes).map(([id, each]) => [`name ${id}`, { of: "names", look: "lines", draw: () => name(each, lie.get(id)) }]);
  const inside = [...lie].flatMap(([theme, some]) => cardEntries(Object.fromEntries(some), texts, {}, theme));
  return {
    above: (of) => (has ? html`${prompt(step)}${heading(of, themes, lie.get(of)?.length ?? 0)}` : html`<h1 lang=${step.lang}>${step.prompt}</h1>`),
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

/** @param {{name: string, lang: string}} theme @param {unknown[] | undefined} some */
function name({ name, lang }, some = []) {
  return html`<span>${tn("{n} card", "{n} cards", some.length)}</span> <b lang=${lang} dir="auto">${name}</b>`;
}

/** @param {string} of @param {Record<string, {name: string, lang: string}>} themes @param {number} n */
function heading(of, themes, n) {
  if (of === "names") return html`<h1>${t("Groups of cards")}</h1>`;
  const theme = themes[of];
  return html`<div class="heading"><h1 lang=${theme?.lang ?? nothing} dir="auto">${theme?.name ?? t("Not yet in a group")}</h1>
    <p>${tn("{n} card", "{n} cards", n)}</p></div>`;
}
