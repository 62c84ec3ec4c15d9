/** How the screen looks, chosen for the whole room: calm, and with a second language under the first. */

import { html, languageName, t } from "../parts.js";

/** @param {import("./desk.js").Desk} desk @param {import("./room.js").Lead} lead */
export function display(desk, lead) {
  const { calm = false, also = "" } = desk.view.screen ?? {};
  const set = (/** @type {{calm?: boolean, also?: string}} */ wish) => lead("set_screen", "", { calm, also, ...wish });
  const [, ...others] = desk.texts.langs;
  return html`${toggle(calm, t("Calm screen"), () => set({ calm: !calm }))}
    <p class="quiet">${t("Nothing moves by itself, on the screen or on phones.")}</p>
    ${others.map((each) => toggle(also === each, t("Two languages: also {language}", { language: languageName(each) }), () => set({ also: also === each ? "" : each })))}`;
}

/** What it is stands on the server: a press that was not heard changes nothing here. @param {boolean} isOn @param {string} name @param {() => void} press */
function toggle(isOn, name, press) {
  return html`<button type="button" class="block" role="switch" aria-checked=${isOn} @click=${press}><span aria-hidden="true">${isOn ? "●" : "○"}</span> ${name}</button>`;
}
