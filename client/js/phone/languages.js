/** Languages: the same page in another one. */

import { html, languageName, nothing, t } from "../parts.js";

/** @param {import("./here.js").Here} here */
export function languages({ line, texts }) {
  const others = texts.langs.filter((each) => each !== line.place.lang);
  return others.length ? html`<nav class="row" aria-label=${t("Language")}>${others.map((code) =>
    html`<a class="button" href="?lang=${code}" lang=${code} hreflang=${code}>${languageName(code)}</a>`)}</nav>` : nothing;
}
