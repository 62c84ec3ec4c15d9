/** Pressed: what the buttons of the help bar do. */

import { keep } from "../outbox.js";
import { html, node, nothing, say, t } from "../parts.js";
import { Help } from "./help.js";
import { Listening } from "./listening.js";

/** @typedef {import("./here.js").Now} Now */

const SIZES = ["100", "125", "150"];
/** So long the thanks stand there; it can be taken back while it is lit. */
const THANKS_MS = 10000;

export class Pressed {
  thanksUntil = 0;
  /** The room went on while help was open. */
  hasGoneOn = false;

  /** @param {import("./here.js").Here} here */
  constructor(here) {
    this.here = here;
    this.help = new Help(here);
    this.listening = new Listening(here.draw);
    node("app").addEventListener("focusin", ({ target }) => this.giveWay(/** @type {Element} */ (target)));
    node("help").addEventListener("keydown", ({ key }) => key === "Escape" && this.shut());
  }

  // I do not understand: nobody learns who, and one press takes it back

  /** As it will be when what was said has come through. */
  isTold() {
    const { here } = this;
    const last = here.items("").filter((each) => each.d.need === "unclear" && each.state !== "done" && each.state !== "refused").at(-1);
    return last ? last.do === "ask_for" : Boolean(here.person.asked?.includes("unclear"));
  }

  told() {
    if (!this.isTold() || Date.now() > this.thanksUntil) return nothing;
    return html`<p class="told"><span>${t("Thank you. Somebody will explain soon. Nobody sees who asked.")}</span>
      ${this.here.texts.offers.words ? html`<button type="button" @click=${() => this.askWord()}>${t("Which word do you not understand?")}</button>` : nothing}</p>`;
  }

  /** Which word it is can be told in help. */
  askWord() {
    this.panel.open = true;
    this.thanksUntil = 0;
    this.here.draw.now();
    /** @type {HTMLDetailsElement} */ (node("about flag_word")).open = true;
    node("flag_word").focus();
  }

  tell() {
    const { here } = this;
    if (!this.isTold()) here.say("ask_for", "", { need: "unclear" });
    this.thanksUntil = Date.now() + THANKS_MS;
    setTimeout(here.draw, THANKS_MS + 50);
    here.draw();
  }

  takeBack() {
    this.here.say("take_back", "", { need: "unclear" });
    this.here.draw.now();
    node("unclear")?.focus();
  }

  // Listening, and the size of the text

  get isSpeaking() {
    return this.listening.isSpeaking;
  }

  listen() {
    if (this.isSpeaking) this.listening.stop();
    else this.listening.start(node("main"));
  }

  grow() {
    const { dataset, style } = document.documentElement;
    const size = SIZES[(SIZES.indexOf(dataset.size ?? "") + 1) % SIZES.length] ?? "100";
    dataset.size = size;
    style.fontSize = `${size}%`;
    keep.set("talko:size", size);
    document.cookie = `talko-size=${size}; path=/; max-age=31536000; samesite=lax`; // for the plan, which has no script
    say(t("Text size {n} %", { n: size }));
    this.here.draw();
  }

  // The rest of help, over the step

  get panel() {
    return /** @type {HTMLDetailsElement} */ (node("help"));
  }

  turn() {
    if (this.panel.open) this.help.see();
    else this.hasGoneOn = false;
    this.here.draw();
  }

  /** @param {Now} now */
  inside(now) {
    if (!this.panel.open) return nothing;
    return html`<div class="inside"><button type="button" class="shut" @click=${() => this.shut()}><span aria-hidden="true">✕</span> ${t("Close help")}</button>
      ${this.hasGoneOn ? html`<p class="notice"><b>${t("A new step has begun.")}</b> <button type="button" @click=${() => this.goAlong()}>${t("Go to it")}</button></p>` : nothing}
      ${this.help.inside(now)}</div>`;
  }

  shut() {
    this.panel.open = false;
    this.panel.querySelector("summary")?.focus();
  }

  /** It closes when somebody goes on with the step. @param {Element} to */
  giveWay(to) {
    if (this.panel.open && !this.panel.contains(to)) this.panel.open = false;
  }

  /** Nobody reads on aloud what is over; but help stays open, and tells that the room has gone on. */
  roomWentOn() {
    if (this.isSpeaking) this.listening.stop();
    this.hasGoneOn = this.panel.open;
    this.here.draw();
  }

  goAlong() {
    this.panel.open = false;
    scrollTo(0, 0);
    node("main").focus();
  }
}
