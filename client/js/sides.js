/** The sides of the room, in words, where people are counted. */

import { t } from "./words.js";

/** @param {string} side */
export function sideName(side) {
  if (side === "users") return t("Clients and close ones");
  return side === "workers" ? t("Workers") : t("Not told");
}
