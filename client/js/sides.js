/** The sides of the room, in words, where people are counted. */

import { html } from "lit-html";
import { t } from "./words.js";

/** @type {Record<string, string>} */
const SHAPES = { users: "M12 2a10 10 0 1 1 0 20a10 10 0 1 1 0-20z", workers: "M3 3h18v18h-18z", unknown: "M12 2l11 20h-22z" };

/** @param {string} side */
export function sideName(side) {
  if (side === "users") return t("Clients and close ones");
  return side === "workers" ? t("Workers") : t("Not told");
}

/** @param {string} role @returns {import("./protocol").Side} */
export function sideOf(role) {
  if (role === "not_told" || !role) return "unknown";
  return ["professional", "manager", "partner"].includes(role) ? "workers" : "users";
}

/** The path of a side's shape, 24 wide and high. @param {string} side */
export function outline(side) {
  return SHAPES[side];
}

/** The shape of a side beside its numbers, with its name for who does not see it. @param {string} side */
export function shape(side) {
  return html`<svg class="shape ${side}" viewBox="0 0 24 24" role="img" aria-label=${sideName(side)}><path d=${SHAPES[side]} /></svg>`;
}
