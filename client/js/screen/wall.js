/** The wall: as many things as fit, never smaller letters. What does not fit comes on the next page. */

import { list, node } from "../parts.js";

/**
 * One thing on the wall. A page holds only things `of` the same heading, and the first of them says how they `look`.
 * @typedef {{draw: (letters: number) => unknown, of?: string, look?: "cards" | "records" | "rows" | "lines"}} Entry
 */
/** @typedef {[string, Entry][]} Entries */
/** The first that is shown, and how many from it on. @typedef {{from: string, shown: number}} Page */

const ON_A_PAGE = 12;
/** In hundredths of the screen's height, as in the style sheet. */
const [ROW_VH, GAP_VH] = [0.5, 2.4];
const SHORTEST = 80;

/** Where the page begins; if its first thing is gone, at the next one. @param {Entries} entries @param {Page} page */
export function begins(entries, { from }) {
  const same = entries.findIndex(([id]) => id === from);
  return Math.max(0, same >= 0 ? same : entries.findIndex(([id]) => id >= from));
}

/** The wall is filled; what comes back is the page as it is now. @param {Entries} entries @param {Page} page @returns {Page} */
export function filled(entries, page) {
  const at = begins(entries, page);
  const most = alike(entries, at);
  const shown = [...Array(most).keys()].map((i) => most - i).find((n) => fits(entries, at, n)) ?? most;
  if (shown === 1 && !fits(entries, at, 1)) shorten(entries, at);
  return { from: entries[at]?.[0] ?? "", shown };
}

/** @param {Entries} entries @param {Page} page @returns {Page} */
export function turned(entries, page) {
  return { ...page, from: entries[begins(entries, page) + page.shown]?.[0] ?? "" };
}

/** How many from here on belong to the same heading. @param {Entries} entries @param {number} at */
function alike(entries, at) {
  const here = entries.slice(at, at + ON_A_PAGE);
  const other = here.findIndex(([, each]) => each.of !== here[0]?.[1].of);
  return other < 0 ? here.length : other;
}

/** @param {Entries} entries @param {number} at @param {number} n @param {number} [letters] */
function fits(entries, at, n, letters = Infinity) {
  const wall = node("wall");
  if (!wall) return true;
  const look = entries[at]?.[1].look ?? "cards";
  wall.className = `wall ${look}`;
  wall.dataset.n = String(n);
  list(wall, entries.slice(at, at + n), (each) => each.draw(letters));
  if (look === "cards" || look === "records") pack(wall);
  const bottom = wall.offsetTop + wall.clientHeight + 1;
  return children(wall).every((each) => each.offsetTop + each.offsetHeight <= bottom);
}

/** Each in the column where it comes highest. @param {HTMLElement} wall */
function pack(wall) {
  for (const each of children(wall)) each.style.setProperty("grid-row-end", `span ${rows(each)}`);
}

/** @param {HTMLElement} each */
function rows(each) {
  return Math.ceil(((100 * each.offsetHeight) / innerHeight + GAP_VH) / ROW_VH);
}

/** @param {HTMLElement} wall */
function children(wall) {
  return /** @type {HTMLElement[]} */ ([...wall.children]);
}

/** One alone that is too long: the phones carry all of it. @param {Entries} entries @param {number} at */
function shorten(entries, at) {
  for (let letters = 500; letters > SHORTEST; letters -= 30) if (fits(entries, at, 1, letters)) return;
}
