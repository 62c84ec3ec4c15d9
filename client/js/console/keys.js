/** Keys: those of a presentation remote, a few letters that can be turned off, and the list of them all. */

import { keep } from "../outbox.js";
import { html, node, t } from "../parts.js";

const OFF = "talko:no-letter-keys";
const FIELDS = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]";

export class Keys {
  /** @param {import("./pressing.js").Pressing} pressing @param {import("./projector.js").Projector} projector @param {(event: KeyboardEvent) => boolean} ofTheWork keys of the step */
  constructor(pressing, projector, ofTheWork) {
    this.pressing = pressing;
    this.projector = projector;
    this.ofTheWork = ofTheWork;
    addEventListener("keydown", (event) => this.#press(event) && event.preventDefault());
  }

  get areLettersOn() {
    return keep.get(OFF) !== "1";
  }

  /** What was done with it, if anything. @param {KeyboardEvent} event */
  #press(event) {
    const at = event.target instanceof Element ? event.target : null;
    if (event.defaultPrevented || at?.closest(FIELDS) || document.querySelector("dialog[open]")) return false;
    if (this.ofTheWork(event)) return true;
    if (document.querySelector(".menu")) return false;
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    if (event.key === "PageDown" || event.key === "PageUp") return this.pressing.key(event.key === "PageDown" ? "next" : "back"), true;
    return this.areLettersOn && this.#letter(event.key.toLowerCase());
  }

  /** @param {string} key */
  #letter(key) {
    if (key === "r") this.pressing.key("reveal");
    else if (key === "j") this.projector.turn("j");
    else if (key === "b" || key === ".") this.projector.turn("b");
    else if (key === "f") fillOrLeave();
    else if (key === "?") this.open();
    else return false;
    return true;
  }

  open() {
    /** @type {HTMLDialogElement} */ (node("keys")).showModal();
    node("keys-name").focus();
  }

  dialog() {
    const turn = (/** @type {Event} */ { target }) => keep.set(OFF, /** @type {HTMLInputElement} */ (target).checked ? "" : "1");
    return html`<dialog id="keys" aria-labelledby="keys-name"><h2 id="keys-name" tabindex="-1">${t("Keys")}</h2>
      ${group(t("Anywhere but in a field"), always())} ${group(t("On a card, in grouping"), onCard())}
      <label class="tick"><input type="checkbox" .checked=${this.areLettersOn} @change=${turn} /> <span>${t("Letters work as keys: R, J, B, F and ?")}</span></label>
      <form method="dialog"><button class="go">${t("Close")}</button></form></dialog>`;
  }
}

/** @returns {[string, string][]} */
function always() {
  return [
    ["Page Down", t("The next step")], ["Page Up", t("Go back")], ["R", t("Show to everybody. Press twice.")],
    ["J", t("Code on the screen")], ["B", t("Blank the screen")], ["F", t("This window fills the display")], ["?", t("This list")],
  ];
}

/** @returns {[string, string][]} */
function onCard() {
  return [
    ["1–9", t("To group A–I")], ["0", t("Out of the groups")], ["N", t("Into a new group")], [t("Space"), t("Choose the card")],
    ["Enter", t("Move: the list of groups")], ["A B C …", t("In the list: to that group")], ["Ctrl Z", t("Undo")],
  ];
}

/** @param {string} name @param {[string, string][]} keys */
function group(name, keys) {
  return html`<h3>${name}</h3><dl class="keys">${keys.map(([key, what]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${what}</dd></div>`)}</dl>`;
}

function fillOrLeave() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen().catch(() => undefined);
}
