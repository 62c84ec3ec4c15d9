/** The screen of this browser: its keys come here, and what only its own window knows is turned from here. */

import { html, nothing, say, t } from "../parts.js";

const ANSWER_MS = 700;

export class Projector {
  shows = { isBlank: false, showsDoor: false, isPaused: false };
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  waiting;

  /** @param {import("./desk.js").Desk} desk @param {(key: string) => string} key that was pressed there; what it answers waits for a second press */
  constructor(desk, key) {
    this.desk = desk;
    this.key = key;
    this.channel = new BroadcastChannel(`talko-${desk.line.place.workshop}`);
    this.channel.onmessage = ({ data }) => this.#hear(data);
    this.channel.postMessage({ turn: "" });
  }

  /** @param {{key?: string, shows?: Projector["shows"]}} said */
  #hear({ key, shows }) {
    if (key) this.channel.postMessage({ heard: true, armed: this.key(key) });
    if (!shows) return;
    clearTimeout(this.waiting);
    this.shows = shows;
    this.desk.redraw();
  }

  /** B blanks it, J shows how to join. @param {"b" | "j"} key */
  turn(key) {
    clearTimeout(this.waiting);
    this.channel.postMessage({ turn: key });
    this.waiting = setTimeout(() => this.desk.tell(t("The screen is not open in this browser. Open it first.")), ANSWER_MS);
  }

  /** Where it is dark by mistake, whoever leads sees it at once. */
  bar() {
    if (!this.shows.isBlank) return nothing;
    return html`<p class="dark-bar row" id="dark-bar"><b class="grow"><span aria-hidden="true">■</span> ${t("The screen is dark.")}</b>
      ${this.desk.canLead ? html`<button type="button" @click=${() => this.turn("b")}>${t("Light it")} <kbd aria-hidden="true">B</kbd></button>` : nothing}</p>`;
  }

  buttons() {
    return html`<div class="row">${this.#button("j", t("Show the code"), this.shows.showsDoor)} ${this.#button("b", t("Blank"), this.shows.isBlank)}</div>`;
  }

  /** @param {"b" | "j"} key @param {string} label @param {boolean} isOn */
  #button(key, label, isOn) {
    const turn = () => (this.turn(key), say(label));
    return html`<button type="button" class="slim" aria-pressed=${isOn} @click=${turn}>${label} <kbd aria-hidden="true">${key.toUpperCase()}</kbd></button>`;
  }
}
