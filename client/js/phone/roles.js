/** Roles, by the words in which people chose them. */

import { t } from "../parts.js";

/** @param {string} role */
export function roleName(role) {
  return roles()[role] ?? t("Not told");
}

/** @returns {Record<string, string>} */
export function roles() {
  return {
    client: t("Client"),
    developer_client: t("Client-developer"),
    experience_expert: t("Expert by experience"),
    peer: t("Peer"),
    relative: t("Relative or close person"),
    panelist: t("Panelist"),
    professional: t("Professional"),
    manager: t("Manager"),
    partner: t("Partner"),
    not_told: t("I'd rather not say"),
  };
}
