/** The sides of the room, in words, where people are counted. */

import { t } from "./words.js";

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
