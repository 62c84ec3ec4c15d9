/** A rating by two criteria, drawn: each number is that of a row beside it, which says the same in numbers. */

import { html, svg } from "../parts.js";

/** @typedef {import("./vote.js").Counted} Counted */

/** The first criterion upwards, the second to the right. @param {import("../protocol").Step} step @param {[string, Counted][]} ranked */
export function plot(step, ranked) {
  const [up, right] = (step.vote?.criteria ?? []).map(({ id }) => id);
  const rated = ranked.filter(([, { criteria }]) => criteria?.[up] && criteria[right]);
  const means = (/** @type {string} */ name) => rated.map(([, { criteria }]) => criteria?.[name].mean ?? 0);
  const [x, y] = [axis(means(right)), axis(means(up))];
  return html`<svg class="plot" viewBox="-20 -10 134 132" aria-hidden="true">
    <path d="M0 0v100h100" fill="none" stroke="currentColor" stroke-width="0.8" />
    <text x="-20" y="4">A</text><text x="-9" y="4">${y.high}</text><text x="-9" y="103">${y.low}</text>
    <text x="-2" y="113">${x.low}</text><text x="90" y="113">${x.high}</text><text x="100" y="113">B</text>
    ${rated.map(([, each], i) => svg`<g class=${each.selected ? "full" : ""} transform="translate(${x.at(means(right)[i])} ${100 - y.at(means(up)[i])})">
      <circle r="6" /><text text-anchor="middle" y="3.2">${i + 1}</text></g>`)}</svg>`;
}

/** From the whole number below all to that above, so that they do not lie on one another. @param {number[]} values */
function axis(values) {
  const [low, high] = [Math.floor(Math.min(...values)), Math.ceil(Math.max(...values))];
  return { low, high, at: (/** @type {number} */ value) => ((value - low) / Math.max(1, high - low)) * 100 };
}
