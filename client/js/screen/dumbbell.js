/** A dumbbell: where each side stands on one line, by shape. The numbers beside it say the same. */

import { html, nothing, svg } from "../parts.js";
import { outline } from "../sides.js";

/** @typedef {[side: string, value: number][]} Stands */

const [WIDE, HIGH, EDGE] = [200, 28, 14];

/** @param {Stands} stands @param {number} lowest @param {number} highest what the ends of the line mean */
export function dumbbell(stands, lowest, highest) {
  const x = (/** @type {number} */ value) => EDGE + ((WIDE - 2 * EDGE) * (value - lowest)) / Math.max(1e-9, highest - lowest);
  const at = stands.map(([, value]) => x(value));
  return html`<svg class="dumbbell" viewBox="0 0 ${WIDE} ${HIGH}" aria-hidden="true">${svg`
    <path class="axis" d="M${EDGE} ${HIGH / 2}H${WIDE - EDGE}" />
    ${at.length > 1 ? svg`<path class="between" d="M${Math.min(...at)} ${HIGH / 2}H${Math.max(...at)}" />` : nothing}
    ${stands.map(([side, value]) => svg`<path class="shape ${side}" d=${outline(side)} transform="translate(${x(value) - 12} ${HIGH / 2 - 12})" />`)}`}</svg>`;
}
