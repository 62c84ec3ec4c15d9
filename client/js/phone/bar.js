/** A bar beside a number: the number says it, the bar shows it. */

import { html } from "../parts.js";

/** @param {number} n @param {number} most */
export function bar(n, most) {
  const width = most > 0 ? Math.max(0, Math.min(100, (100 * n) / most)) : 0;
  return html`<svg class="bar-line" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><rect width=${width} height="1"></rect></svg>`;
}
