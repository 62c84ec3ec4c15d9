/** The wall: as many things as fit, never smaller letters. What does not fit comes on the next page. */

import { list } from "../cards.js";
import { html, node, nothing, t, tn } from "../parts.js";
import { cropped } from "./piles.js";

/**
 * One thing on the wall. A page holds only things `of` the same heading, and the first of them says how they `look`.
 * @typedef {{draw: (letters: number) => unknown, of?: string, look?: "cards" | "records" | "rows" | "lines" | "piles", isKnown?: boolean}} Entry
 */
/** @typedef {[string, Entry][]} Entries */
/** Under which heading, from which thing on, and all that are shown. @typedef {{of?: string, from: string, shown: string[]}} Page */

/** More than these are never side by side, even where they would fit. */
const ON_A_PAGE = { cards: 12, records: 4, rows: 12, lines: 12, piles: 9 };
/** Cards come nearer to each other, and then side by side by two, before one has to wait for the next page. */
const HANGINGS = { cards: ["", "near", "near two"], records: [""], rows: [""], lines: [""], piles: [""] };
/** In hundredths of the screen's height, as in the style sheet. */
const [ROW_VH, GAP_VH, NEAR_VH] = [0.5, 2.4, 1.2];
const SHORTEST = 40;
/** How many were on a page, by heading: the last page has fewer. @type {Record<string, number>} */
const sizes = {};

/** @type {Page} */
export const TOP = { from: "", shown: [] };

/**
 * Where the page begins. What was moved under another heading or hidden is not followed: the page goes on from the
 * next that was beside it.
 * @param {Entries} entries @param {Page} page
 */
export function begins(entries, { of, from, shown }) {
  const here = (/** @type {string} */ id) => entries.findIndex(([each, its]) => each === id && its.of === of);
  const still = [from, ...shown].map(here).find((at) => at >= 0);
  return still ?? Math.max(0, entries.findIndex(([, each]) => each.of === of));
}

/** The wall is filled; what comes back is the page as it is now. @param {Entries} entries @param {Page} page @param {(id: string) => boolean} isNew @returns {Page} */
export function filled(entries, page, isNew) {
  const at = begins(entries, page);
  const most = alike(entries, at);
  const fits = (/** @type {number} */ n, letters = Infinity) => hangs(entries.slice(at, at + n), isNew, letters);
  const n = [...Array(most).keys()].map((i) => most - i).find((each) => fits(each)) ?? Math.min(1, most);
  if (n === 1 && !fits(1)) shorten(fits);
  const shown = entries.slice(at, at + n);
  const of = shown[0]?.[1].of ?? "";
  sizes[of] = at === first(entries, of) ? n : Math.max(n, sizes[of] ?? 1);
  return { of: shown[0]?.[1].of, from: shown[0]?.[0] ?? "", shown: shown.map(([id]) => id) };
}

/** Whether what hangs there hangs out of it. */
export function isCut() {
  const wall = node("wall");
  return wall !== null && hangsOut(wall);
}

/** One page on, or back. @param {Entries} entries @param {Page} page @param {1 | -1} way @returns {Page} */
export function turned(entries, page, way = 1) {
  const to = begins(entries, page) + way * page.shown.length;
  const [from, next] = entries[to < 0 ? Math.max(0, entries.length - page.shown.length) : to] ?? entries[0] ?? [""];
  return { of: next?.of, from, shown: [] };
}

/** How many more there are under the same heading. @param {Entries} entries @param {Page} page */
function others(entries, { of, shown }) {
  return entries.filter(([, each]) => each.of === of).length - shown.length;
}

/** What is said of that: how many more, and which page this is. @param {Entries} entries @param {Page} page */
export function toTurn(entries, page) {
  const more = others(entries, page);
  if (more < 1) return "";
  const { of = "", shown } = page;
  const at = begins(entries, page) - first(entries, of);
  const size = sizes[of] ?? shown.length;
  const n = Math.ceil(at / size) + 1;
  const all = n + Math.ceil((more - at) / size);
  return `${tn("+ {n} more", "+ {n} more", more)} · ${t("page {n}/{all}", { n, all })}`;
}

/** @param {Entries} entries @param {string} of */
function first(entries, of) {
  return entries.findIndex(([, each]) => (each.of ?? "") === of);
}

/** How many from here on can hang side by side. @param {Entries} entries @param {number} at */
function alike(entries, at) {
  const here = entries.slice(at, at + ON_A_PAGE[entries[at]?.[1].look ?? "cards"]);
  const other = here.findIndex(([, each]) => each.of !== here[0]?.[1].of);
  return other < 0 ? here.length : other;
}

/** Whether all of it is on the wall. @param {Entries} some @param {(id: string) => boolean} isNew @param {number} letters */
function hangs(some, isNew, letters) {
  const wall = node("wall");
  if (!wall) return true;
  const look = some[0]?.[1].look ?? "cards";
  wall.dataset.n = String(some.length);
  list(wall, some, (each, id) => html`${each.draw(letters)}${isNew(id) ? html`<p class="new">${t("just now")}</p>` : nothing}`);
  for (const each of children(wall)) each.classList.toggle("came", isNew(each.dataset.key ?? ""));
  return HANGINGS[look].some((how) => {
    wall.className = `wall ${look} ${how}`;
    pack(wall, look === "cards" || look === "records");
    return cropped(wall) && !hangsOut(wall);
  });
}

/** @param {HTMLElement} wall */
function hangsOut(wall) {
  const bottom = wall.offsetTop + wall.clientHeight + 1;
  return children(wall).some((each) => each.offsetTop + each.offsetHeight > bottom);
}

/** Each in the column where it comes highest; a row of a result that was a card before is as high as a row. @param {HTMLElement} wall @param {boolean} isPacked */
function pack(wall, isPacked) {
  for (const each of children(wall)) each.style.removeProperty("grid-row-end");
  if (isPacked) for (const each of children(wall)) each.style.setProperty("grid-row-end", `span ${rows(each, wall.classList.contains("near") ? NEAR_VH : GAP_VH)}`);
}

/** @param {HTMLElement} each @param {number} gap */
function rows(each, gap) {
  return Math.ceil(((100 * each.offsetHeight) / innerHeight + gap) / ROW_VH);
}

/** @param {HTMLElement} wall */
function children(wall) {
  return /** @type {HTMLElement[]} */ ([...wall.children]);
}

/** One alone that is too long: the phones carry all of it. @param {(n: number, letters: number) => boolean} fits */
function shorten(fits) {
  for (let letters = 500; letters >= SHORTEST; letters -= 20) if (fits(1, letters)) return;
}
