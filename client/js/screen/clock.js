/** The clock: a ring that empties, and the time that is left. Amber in the last minute, never red, and it does not hurry. */

import { html, svg, timer } from "../parts.js";

const AROUND = 100;
const SOON = 60;
/** The longest time that was left of each, for a time may be made longer. @type {Record<number, number>} */
const longest = {};

/** @param {number} ends @param {number} minutes 0 where it is not known */
export function clock(ends, minutes) {
  longest[ends] ??= 60 * minutes;
  return html`<p class="timer"><svg class="ring" viewBox="0 0 40 40" aria-hidden="true" data-until=${ends}>${svg`<circle cx="20" cy="20" r="16" />
    <circle class="left" cx="20" cy="20" r="16" pathLength=${AROUND} transform="rotate(-90 20 20)" />`}</svg> ${timer(ends)}</p>`;
}

/** Once a second. @param {number} now seconds since 1970, on the server's clock */
export function turnRings(now) {
  for (const ring of /** @type {NodeListOf<SVGElement>} */ (document.querySelectorAll("[data-until]"))) {
    const ends = Number(ring.dataset.until);
    const left = Math.max(0, ends - now);
    longest[ends] = Math.max(longest[ends] ?? 1, left, 1);
    ring.querySelector(".left")?.setAttribute("stroke-dasharray", `${(AROUND * left) / longest[ends]} ${AROUND}`);
    ring.parentElement?.classList.toggle("soon", left <= SOON);
  }
}
