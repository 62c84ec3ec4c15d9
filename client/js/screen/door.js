/** The door, as large as the screen; and at the end the way to the plan. */

import { day, html, nothing, people, t } from "../parts.js";
import { sideName } from "../sides.js";

/** @typedef {import("../protocol").Place} Place */
/** @typedef {import("../protocol").Texts} Texts */
/** @typedef {import("../protocol").View} View */

/** @param {Place} place @param {View} view */
export function isOpen({ join }, { agenda, lobby }) {
  return Boolean(join) && lobby.door === "open" && !agenda.closed;
}

/** @param {Place} place @param {Texts} texts @param {View} view */
export function lobby(place, texts, view) {
  const opened = isOpen(place, view);
  return html`${opened ? camera(place.join) : nothing}
    <section class="panel">
      <h1>${t("Join in")}</h1>
      <p class="big" lang=${texts.langs[0]} dir="auto">${texts.title}</p>
      ${opened ? howToJoin(place) : html`<p class="big">${t("The door is closed.")}</p>`}
      <p class="phrase">${t("Words of this room:")} <b lang=${texts.langs[0]}>${texts.phrase}</b></p>
    </section>
    <p class="here"><b>${people(view.lobby.joined)}</b>
      ${Object.entries(view.lobby.sides ?? {}).map(([side, n]) => html`<span>${sideName(side)} <b>${n}</b></span>`)}</p>`;
}

/** @param {Place} place */
function howToJoin({ join }) {
  return html`<ol><li>${t("Point your phone's camera at the picture.")}</li>
      <li>${t("Or open on your phone")} <b>${join?.address}</b> ${t("and type the code:")}</li></ol>
    <p class="code">${join?.code}</p>`;
}

/** The end: thanks, when people meet again, where the plan is, and whom to call. @param {Place} place @param {Texts} texts @param {View} view */
export function over(place, texts, { contact }) {
  return html`${place.plan ? camera(place.plan) : nothing}
    <section class="panel">
      <h1>${t("The workshop is over. Thank you.")}</h1>
      <p class="big" lang=${texts.langs[0]} dir="auto">${texts.title}</p>
      ${place.plan ? html`<p class="big">${t("Read what we agreed:")} <b class="address">${place.plan.address}</b></p>` : nothing}
      ${next(contact)}
      ${texts.support ? html`<p>${t("Was something hard?")} <span lang=${texts.langs[0]} dir="auto">${texts.support}</span></p>` : nothing}
    </section>`;
}

/** When people hear next, once it is set. @param {import("../protocol").Contact | undefined} contact */
export function next(contact) {
  if (!contact) return nothing;
  const where = [contact.time, contact.place].filter(Boolean).join(", ");
  return html`<p class="big">${t("You will hear from us again:")} <b>${day(contact.date)}</b>${where ? html`, <span dir="auto">${where}</span>` : nothing}
    ${contact.what ? html`<br /><span dir="auto">${contact.what}</span>` : nothing}</p>`;
}

/** @param {{qr: string, qr_size: number} | undefined} code */
function camera({ qr, qr_size: size } = { qr: "", qr_size: 0 }) {
  return html`<figure>${symbol(qr, size)}</figure>`;
}

/** Dark modules on a light plate in every theme, with 4 modules of light around. @param {string} path @param {number} size */
function symbol(path, size) {
  return html`<svg class="qr" viewBox="-4 -4 ${size + 8} ${size + 8}" role="img" aria-label=${t("QR code: it opens the same page")}>
    <rect x="-4" y="-4" width=${size + 8} height=${size + 8} fill="#fff" />
    <path d=${path} fill="#10262b" shape-rendering="crispEdges" /></svg>`;
}
