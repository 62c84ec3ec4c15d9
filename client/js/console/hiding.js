/** Hiding: what was written can be hidden from the room, for a reason that its writer reads, and shown again. */

import { html, node, nothing, say, short, t } from "../parts.js";

const OWN_WORDS = "own";
const LETTERS = 60;

export class Hiding {
  /** The card that is asked about. */
  card = "";
  reason = "";
  words = "";
  problem = "";
  /** What the card that is asked about says. */
  text = "";
  /** The card that was hidden last, where, and what it says. */
  last = { card: "", in: "", text: "" };

  /** @param {import("../line.js").Line} line @param {import("../parts.js").Draw} redraw */
  constructor(line, redraw) {
    this.line = line;
    this.redraw = redraw;
  }

  /** In another step there is nothing to undo. */
  forget() {
    this.last = { card: "", in: "", text: "" };
  }

  /** The way back, while the card that was hidden last is one of these, or has gone from among them. @param {Record<string, {hidden?: string}>} cards @param {boolean} [isGone] */
  undo(cards, isGone = Boolean(cards[this.last.card]?.hidden)) {
    if (!this.last.card || !isGone) return nothing;
    return html`<p class="notice row"><span class="grow">${t("The card is hidden.")} <q dir="auto">${short(this.last.text, LETTERS)}</q></span>
      <button type="button" id="undo" @click=${() => this.show(this.last.in, this.last.card)}>${t("Undo")}</button></p>`;
  }

  /** @param {string} where @param {string} id @param {string} [text] */
  control(where, id, text = "") {
    const button = html`<button type="button" @click=${() => this.ask(id, text)}>${t("Hide")}</button>`;
    return html`<div data-hiding=${id}>${this.card === id ? this.#form(where, id) : button}</div>`;
  }

  /** @param {string} id @param {string} text */
  ask(id, text) {
    Object.assign(this, { card: id, text, reason: "", words: "", problem: "" });
    this.#focusOn(id, "input");
  }

  /** @param {string} where @param {string} id */
  #form(where, id) {
    const cancel = () => ((this.card = ""), this.#focusOn(id, "button"));
    return html`<form novalidate @submit=${(/** @type {Event} */ e) => (e.preventDefault(), this.#hide(where, id))}>
      <fieldset>
        <legend>${t("Why is it hidden? Its writer sees the reason.")}</legend>
        <p class="error" ?hidden=${!this.problem}>${this.problem}</p>
        ${[...reasons(), OWN_WORDS].map((each) => this.#choice(each))}
        ${this.reason === OWN_WORDS ? this.#ownWords() : nothing}
      </fieldset>
      <p class="row"><button class="go">${t("Hide the card")}</button>
        <button type="button" @click=${cancel}>${t("Do not hide")}</button></p>
    </form>`;
  }

  #ownWords() {
    const type = (/** @type {InputEvent} */ { target }) => (this.words = /** @type {HTMLInputElement} */ (target).value);
    return html`<label for="words">${t("In your own words")}</label>
      <input id="words" dir="auto" autocomplete="off" .value=${this.words} @input=${type} />`;
  }

  /** @param {string} reason */
  #choice(reason) {
    const choose = () => ((this.reason = reason), this.redraw());
    return html`<label class="choice"><input type="radio" name="reason" .checked=${this.reason === reason} @change=${choose} />
      <span>${reason === OWN_WORDS ? t("Something else") : reason}</span></label>`;
  }

  /** @param {string} where @param {string} id */
  #hide(where, id) {
    const reason = (this.reason === OWN_WORDS ? this.words : this.reason).trim();
    this.problem = reason ? "" : this.reason ? t("Write the reason in your own words.") : t("Choose a reason first.");
    if (!reason) return say(this.problem), this.#focusOn(id, this.reason ? "#words" : "input");
    Object.assign(this, { card: "", last: { card: id, in: where, text: this.text } });
    this.line.say("hide_card", where, { card: id, reason });
    this.redraw.now();
  }

  /** What was pressed is drawn anew, so the focus goes on by hand. @param {string} id @param {string} what */
  #focusOn(id, what) {
    this.redraw.now();
    /** @type {HTMLElement | null} */ (document.querySelector(`[data-hiding="${id}"] ${what}`))?.focus();
  }

  /** @param {string} where @param {string} id */
  show(where, id) {
    this.line.say("show_card", where, { card: id });
    this.redraw.now();
  }
}

/** In the facilitator's language, as the writer will read them. */
function reasons() {
  return [t("There is a name in it"), t("It is a private matter"), t("It may hurt somebody"), t("It is here twice")];
}
