/** The lobby: what a person reads before the first step; and where they are told how to come back. */

import { html, nothing, people, t } from "../parts.js";
import { languages } from "./languages.js";

/** @typedef {import("./here.js").Now} Now */

export class Part {
  /** @param {import("./here.js").Here} here */
  constructor(here) {
    this.here = here;
  }

  /** @param {Now} now */
  body({ at }) {
    return at === "out" ? this.comeBack() : this.why();
  }

  comeBack() {
    const { line, texts } = this.here;
    const { workshop, place } = line.place;
    return html`<p>${t("You can come back with the same link.")} <a href=${`/w/${workshop}/${place}/door`}>${t("Join in")}</a></p>
      ${texts.support ? html`<p class="notice" lang=${texts.langs[0]} dir="auto">${texts.support}</p>` : nothing}`;
  }

  why() {
    const { isHelper, line, texts } = this.here;
    return html`<p>${isHelper ? nothing : t("You are in.")} ${t("We begin soon. Wait in peace.")}</p>
      <p class="quiet">${people(line.state.view.lobby.joined)}</p>
      ${languages(this.here)}
      <h2>${t("Why do we meet?")}</h2>
      <p lang=${texts.langs[0]} dir="auto">${texts.question}</p>
      <h2>${t("What can we decide today?")}</h2>
      <p lang=${texts.langs[0]} dir="auto">${texts.decide}</p>
      <h2>${t("What we promise")}</h2>
      <p lang=${texts.lang}>${texts.promise}</p>`;
  }
}
