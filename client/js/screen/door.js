/** The door, as large as the screen; and at the end the way to the plan. */

import { day } from "../numbers.js";
import { html, nothing, people, short, svg, t } from "../parts.js";
import { shape, sideName } from "../sides.js";
import { alsoSaid } from "./second.js";
import { weave } from "./weave.js";

/** @typedef {import("../protocol").Place} Place */
/** @typedef {import("../protocol").Texts} Texts */
/** @typedef {import("../protocol").View} View */

/** @param {Place} place @param {View} view */
export function isOpen({ join }, { agenda, lobby }) {
  return Boolean(join) && lobby.door === "open" && !agenda.closed;
}

/** @param {Place} place @param {Texts} texts @param {View} view @param {number} letters */
export function lobby(place, texts, view, letters) {
  const opened = isOpen(place, view);
  return html`<section class="panel">
      <p class="brand">${brand()} Talko</p>
      <h1>${t("Join in")}</h1>
      ${inOthers(place, texts)}
      <p class="big" lang=${texts.langs[0]} dir="auto">${short(texts.title, letters)}</p>
      ${opened ? howToJoin(place) : html`<p class="big">${t("The door is closed.")}</p>`}
      <p class="phrase">${t("Words of this room:")} <b lang=${texts.langs[0]}>${texts.phrase}</b></p>
    </section>
    ${opened ? camera(place.join) : nothing}
    <p class="here"><b>${people(view.lobby.joined)}</b>
      ${Object.entries(view.lobby.sides ?? {}).map(([side, n]) => html`<span>${shape(side)} ${sideName(side)} <b>${n}</b></span>`)}</p>
    ${weave(view.lobby.joined)}`;
}

/** The same in the other languages of the workshop. @param {Place} place @param {Texts} texts */
function inOthers({ said = {} }, { lang, langs }) {
  const others = langs.flatMap((each) => (each !== lang && said[each]?.["Join in"] ? [[each, said[each]["Join in"]]] : []));
  return others.length ? html`<p class="others">${others.map(([each, words], i) => html`${i ? " · " : nothing}<span lang=${each}>${words}</span>`)}</p>` : nothing;
}

/** @param {Place} place */
function howToJoin({ join }) {
  return html`<ol><li>${t("Point your phone's camera at the picture.")} ${alsoSaid("Point your phone's camera at the picture.")}</li>
      <li>${t("Or open on your phone")} <b class="address">${join?.address}</b> ${t("and type the code:")}
        ${alsoSaid("and type the code:")}</li></ol>
    ${code(join?.code)}`;
}

/** Three by three, closer together than words. @param {string | undefined} code */
export function code(code = "") {
  return html`<p class="code">${code.split(" ").map((three) => html`<span>${three}</span> `)}</p>`;
}

/** The end: thanks, when people meet again, where the plan is, and whom to call. @param {Place} place @param {Texts} texts @param {View} view @param {number} letters */
export function over(place, texts, { contact }, letters) {
  return html`<section class="panel">
      <p class="brand">${brand()} Talko</p>
      <h1>${t("The workshop is over. Thank you.")}</h1>
      <p class="big" lang=${texts.langs[0]} dir="auto">${short(texts.title, letters)}</p>
      ${place.plan ? html`<p class="big">${t("Read what we agreed:")} <b class="address">${place.plan.address}</b></p>` : nothing}
      ${next(contact, letters)}
      ${texts.support ? html`<p>${t("Was something hard?")} <span lang=${texts.langs[0]} dir="auto">${short(texts.support, letters)}</span></p>` : nothing}
    </section>
    ${place.plan ? camera(place.plan) : nothing}`;
}

/** When people hear next, once it is set. @param {import("../protocol").Contact | undefined} contact @param {number} letters */
export function next(contact, letters) {
  if (!contact) return nothing;
  const where = [contact.time, contact.place].filter(Boolean).join(", ");
  return html`<p class="big">${t("You will hear from us again:")} <b>${day(contact.date)}</b>${where ? html`, <span dir="auto">${short(where, letters)}</span>` : nothing}
    ${contact.what ? html`<br /><span dir="auto">${short(contact.what, letters)}</span>` : nothing}</p>`;
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

/** A piece of the weave. */
export function brand() {
  return html`<svg class="mark-of-talko" viewBox="2 2 28 28" aria-hidden="true">${svg`<g stroke-width="5" stroke-linecap="round">
    <path class="weft" d="M5 11.5h22M5 21h22" /><path class="a" d="M8.5 5v22" /><path class="b" d="M16 5v22" /><path class="c" d="M23.5 5v22" />
    <path class="weft" d="M13.5 11.5h5M6 21h5M21 21h5" stroke-linecap="butt" /></g>`}</svg>`;
}
