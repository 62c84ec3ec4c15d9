/** The weave: who is in this room, one thread for each person, and room for those who are still to come. */

import { html, people, svg, t } from "../parts.js";

const LEAST = 40;
const STEP = 20;
const THREAD = 10;
const HIGH = 60;
/** Where a weft goes across. */
const WEFTS = [4, 18, 32, 46];

/** @param {number} n how many have come */
export function weave(n) {
  const wide = THREAD * room(n);
  const threads = [...Array(n).keys()];
  const free = [...Array(room(n) - n).keys()].map((i) => n + i);
  return html`<svg class="weave" viewBox="0 0 ${wide} ${HIGH}" preserveAspectRatio="none" role="img"
      aria-label="${people(n)}. ${t("There is one thread for each person.")}">
    ${svg`<path class="warp" d=${free.map(warp).join("")} /><path class="thread" d=${threads.map(thread).join("")} />
    <path class="weft" d=${threads.map(wefts).join("")} />`}</svg>`;
}

/** So many threads fit; there is always room for some more. @param {number} n */
function room(n) {
  return Math.max(LEAST, Math.ceil((n + STEP / 2) / STEP) * STEP);
}

/** @param {number} i */
function thread(i) {
  return `M${i * THREAD + 0.8} 0h${THREAD - 1.6}v${HIGH}h-${THREAD - 1.6}z`;
}

/** Over every second thread, under the others. @param {number} i */
function wefts(i) {
  return WEFTS.map((y, row) => ((i + row) % 2 ? "" : `M${i * THREAD - 0.4} ${y}h${THREAD + 0.8}v7h-${THREAD + 0.8}z`)).join("");
}

/** An empty place. @param {number} i */
function warp(i) {
  return `M${(i + 0.5) * THREAD} 0v${HIGH}${WEFTS.map((y, row) => ((i + row) % 2 ? "" : `M${i * THREAD + 1} ${y + 3.5}h8`)).join("")}`;
}
