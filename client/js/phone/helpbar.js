/** The help bar: in the same place on every page. What its buttons do comes when one of them is pressed. */

import { keep } from "../outbox.js";
import { html, nothing, t, tn } from "../parts.js";

/** @typedef {import("./here.js").Now} Now */
/** @typedef {import("./pressed.js").Pressed} Pressed */

export class HelpBar {
  /** @type {Pressed | undefined} */
  acts;

  /** @param {import("./here.js").Here} here */
  constructor(here) {
    this.here = here;
    const { dataset, style } = document.documentElement;
    dataset.aloud = keep.get("talko:aloud") ?? "";
    dataset.size = keep.get("talko:size") ?? "100";
    style.fontSize = `${dataset.size}%`;
    window.speechSynthesis?.addEventListener?.("voiceschanged", () => here.draw());
  }

  /** @param {Now} now @param {number} unseen answers */
  bar(now, unseen) {
    const { acts, here } = this;
    const isTold = acts?.isTold() ?? Boolean(here.person.asked?.includes("unclear"));
    const press = (/** @type {(acts: Pressed) => void} */ act) => () => this.press(act);
    return html`<nav class="helpbar" aria-label=${t("Help")}>
      ${acts?.told()}
      <div class="keys">${here.isFor && !now.isEnded && now.at !== "out" ? html`<button type="button" id="unclear" aria-pressed=${isTold} @click=${press((acts) => acts.tell())}>
        <span class="icon" aria-hidden="true">${isTold ? "✓" : "?"}</span> ${t("I don't understand")}</button>
      ${isTold ? html`<button type="button" id="undo" @click=${press((acts) => acts.takeBack())}><span class="icon" aria-hidden="true">↶</span> ${t("Take back")}</button>` : nothing}` : nothing}
      ${canListen(now.step?.lang ?? here.texts.lang) ? html`<button type="button" id="listen" @click=${() => this.listen()}>
        <span class="icon" aria-hidden="true">${acts?.isSpeaking ? "■" : "▶"}</span> <span class="word">${acts?.isSpeaking ? t("Stop") : t("Listen")}</span></button>` : nothing}
      <button type="button" id="size" @click=${press((acts) => acts.grow())}><span aria-hidden="true">A<big>A</big></span>
        <span class="spoken">${t("Text size {n} %", { n: document.documentElement.dataset.size })}</span></button>
      <details class="help" id="help" @toggle=${press((acts) => acts.turn())}>
        <summary><span class="icon" aria-hidden="true">i</span> ${t("Help")} ${unseen ? html`<span class="tag" aria-hidden="true">${unseen}</span><span class="spoken">, ${tn("{n} new answer", "{n} new answers", unseen)}</span>` : nothing}</summary>
        ${acts?.inside(now)}
      </details></div>
    </nav>`;
  }

  /** A first word within the press itself, for some phones speak only then. */
  listen() {
    if (!this.acts) speechSynthesis.speak(new SpeechSynthesisUtterance(""));
    this.press((acts) => acts.listen());
  }

  /** @param {(acts: Pressed) => void} act */
  async press(act) {
    const came = this.acts ?? (await import("./pressed.js").then(({ Pressed }) => new Pressed(this.here), () => undefined));
    this.acts ??= came;
    if (this.acts) act(this.acts);
  }
}

/** On this phone. @param {string} lang */
export function canListen(lang) {
  return window.speechSynthesis?.getVoices().some((each) => each.lang.startsWith(lang));
}
