/** Languages: the same page in another one, and the way back for whoever pressed by mistake. */

import { keep } from "../outbox.js";
import { html, languageName, nothing, t } from "../parts.js";

/** @param {import("./here.js").Here} here */
export function languages({ line, texts, prefix }) {
  const leave = () => keep.set(`${prefix}was`, line.place.lang);
  const others = texts.langs.filter((each) => each !== line.place.lang);
  return others.length ? html`<nav class="row" aria-label=${t("Language")}>${others.map((code) =>
    html`<a class="button" href="?lang=${code}" lang=${code} hreflang=${code} @click=${leave}>${languageName(code)}</a>`)}</nav>` : nothing;
}

/** In the words of the language that one came from, until the room goes on. @param {import("./here.js").Here} here */
export function wayBack({ line, texts, prefix }) {
  const was = keep.get(`${prefix}was`) ?? "";
  if (was === line.place.lang || !texts.langs.includes(was)) return nothing;
  return html`<p><a class="button" href="?lang=${was}" lang=${was} hreflang=${was} @click=${() => stay(prefix)}><span aria-hidden="true">←</span> ${languageName(was)}</a></p>`;
}

/** @param {string} prefix */
export function stay(prefix) {
  keep.drop(`${prefix}was`);
}
