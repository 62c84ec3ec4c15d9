/** The help bar: in the same place on every page. What lies behind its buttons comes when one of them is pressed. */

import { keep } from "../outbox.js";
import { html, node, nothing, say, t, tn } from "../parts.js";

/** @typedef {import("./here.js").Here} Here */
/** @typedef {import("./here.js").Now} Now */

const SIZES = [100, 125, 150];
const SIZE = "talko:size";
/** So long it can be taken back with one press. */
const UNDO_MS = 10000;

export class HelpBar {
  isOpen = false;
  undoUntil = 0;
  /** @type {import("./help.js").Help | undefined} */
  help;
  /** @type {import("./listening.js").Listening | undefined} */
  listening;

  /** @param {Here} here */
  constructor(here) {
    this.here = here;
    this.grow(0);
    document.documentElement.dataset.aloud = keep.get("talko:aloud") ?? "";
    node("app").addEventListener("focusin", ({ target }) => this.giveWay(/** @type {Element} */ (target)));
    window.speechSynthesis?.addEventListener?.("voiceschanged", () => here.draw());
  }

  /** @param {Now} now @param {number} unseen answers */
  bar(now, unseen) {
    const { here } = this;
    const isAsked = here.isFor && !now.isEnded && now.at !== "out";
    const isTold = this.isTold();
    return html`<nav class="helpbar" aria-label=${t("Help")}>
      ${isTold && this.undoUntil > Date.now() ? html`<p class="told">${t("Thank you for telling. The facilitator sees how many, not who.")}
        <button type="button" @click=${() => this.takeBack()}>${t("Take back")}</button></p>` : nothing}
      ${isAsked ? html`<button type="button" id="unclear" aria-pressed=${isTold} @click=${() => this.tell()}>
        <span class="icon" aria-hidden="true">${isTold ? "✓" : "?"}</span> ${t("I don't understand")}</button>` : nothing}
      ${this.canListen(now) ? html`<button type="button" id="listen" @click=${() => this.listen()}>
        <span class="icon" aria-hidden="true">${this.listening?.isSpeaking ? "■" : "▶"}</span> ${this.listening?.isSpeaking ? t("Stop") : t("Listen")}</button>` : nothing}
      <button type="button" id="size" @click=${() => this.grow(1)}><span aria-hidden="true">A<big>A</big></span>
        <span class="spoken">${this.sizeName()}</span></button>
      <details class="help" id="help" @toggle=${(/** @type {Event} */ e) => this.turn(e)} @keydown=${(/** @type {KeyboardEvent} */ e) => e.key === "Escape" && this.shut()}>
        <summary>${t("Help")} ${unseen ? html`<span class="tag" aria-hidden="true">${unseen}</span><span class="spoken">, ${tn("{n} new answer", "{n} new answers", unseen)}</span>` : nothing}</summary>
        ${this.isOpen ? html`<div class="inside"><button type="button" class="shut" @click=${() => this.shut()}>✕ ${t("Close help")}</button>
          ${this.help?.inside(now) ?? html`<p>${t("Loading")} …</p>`}</div>` : nothing}
      </details>
    </nav>`;
  }

  // I do not understand: nobody learns who, and one press takes it back

  /** As it will be when what was said has come through. */
  isTold() {
    const { here } = this;
    const last = here.items("").filter((each) => each.d.need === "unclear" && each.state !== "done" && each.state !== "refused").at(-1);
    return last ? last.do === "ask_for" : Boolean(here.person.asked?.includes("unclear"));
  }

  tell() {
    const { here } = this;
    if (!this.isTold()) here.say("ask_for", "", { need: "unclear" });
    this.undoUntil = Date.now() + UNDO_MS;
    setTimeout(here.draw, UNDO_MS + 50);
    here.draw();
  }

  takeBack() {
    this.here.say("take_back", "", { need: "unclear" });
    this.undoUntil = 0;
    this.here.draw.now();
    node("unclear")?.focus();
  }

  // Listening

  /** @param {Now} now */
  canListen({ step }) {
    const lang = step?.lang ?? this.here.texts.lang;
    return Boolean(window.speechSynthesis?.getVoices().some((each) => each.lang.startsWith(lang)));
  }

  /** A first word within the press itself, for some phones speak only then. */
  async listen() {
    if (this.listening?.isSpeaking) return this.listening.stop();
    if (!this.listening) speechSynthesis.speak(new SpeechSynthesisUtterance(""));
    this.listening ??= await import("./listening.js").then(({ Listening }) => new Listening(this.here.draw), () => undefined);
    this.listening?.start(node("main"));
  }

  // The size of the text

  sizeName() {
    return t("Text size {n} %", { n: this.size });
  }

  /** @param {number} by */
  grow(by) {
    const at = SIZES.indexOf(Number(keep.get(SIZE)));
    this.size = SIZES[(Math.max(0, at) + by) % SIZES.length] ?? 100;
    document.documentElement.style.fontSize = `${this.size}%`;
    document.documentElement.dataset.size = String(this.size);
    if (!by) return;
    keep.set(SIZE, String(this.size));
    say(this.sizeName());
    this.here.draw();
  }

  // The rest of help, over the step

  /** @param {Event} event */
  async turn({ target }) {
    const panel = /** @type {HTMLDetailsElement} */ (target);
    if (panel.id !== "help") return;
    this.isOpen = panel.open;
    this.here.draw();
    if (this.isOpen) this.help ??= await import("./help.js").then(({ Help }) => new Help(this.here), () => undefined);
    if (this.isOpen) this.help?.see();
    this.here.draw();
  }

  /** @param {boolean} [isLeft] the focus is elsewhere already */
  shut(isLeft) {
    const panel = /** @type {HTMLDetailsElement} */ (node("help"));
    panel.open = false;
    if (!isLeft) panel.querySelector("summary")?.focus();
  }

  /** It closes when somebody goes on with the step. @param {Element} to */
  giveWay(to) {
    if (this.isOpen && !node("help").contains(to)) this.shut(true);
  }

  /** The room has gone on: what is new is not hidden behind help, unless somebody writes there, and nobody reads on what is over. */
  roomWentOn() {
    this.listening?.stop();
    const panel = node("help");
    const at = /** @type {HTMLTextAreaElement | null} */ (document.activeElement);
    if (this.isOpen && !(panel.contains(at) && at?.value)) this.shut(!panel.contains(at));
  }
}
