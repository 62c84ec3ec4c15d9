/** The reading strip: the facilitator reads along, and can hide a card before or after the room sees it. */

import { byId, card, html, list, node, nothing, say, t, tn } from "../parts.js";

/** @typedef {import("../protocol").Card} Card */
/** @typedef {import("../protocol").Cards} Cards */
/** `in`: where a card lies that does not say so itself. @typedef {{cards: Cards, items: Cards, in: string}} Strip */

const OWN_WORDS = "own";

export class Reading {
  hiding = "";
  reason = "";
  words = "";
  problem = "";
  /** The card that was hidden last, and where. */
  last = { card: "", in: "" };

  /** @param {import("../socket.js").Line} line @param {import("../protocol").Texts} texts @param {import("../parts.js").Draw} redraw */
  constructor(line, texts, redraw) {
    this.line = line;
    this.texts = texts;
    this.redraw = redraw;
  }

  /** @param {Strip} strip */
  section({ cards }) {
    const hidden = Object.values(cards).filter((each) => each.hidden).length;
    const shown = Object.keys(cards).length - hidden;
    return html`<section>
      <h2 id="reading" tabindex="-1">${tn("{n} card", "{n} cards", shown)}</h2>
      ${this.undo(cards)}
      <ul class="cards strip" id="strip"></ul>
      <details ?hidden=${!hidden}><summary>${tn("{n} hidden card", "{n} hidden cards", hidden)}</summary>
        <ul class="cards strip" id="hidden"></ul></details>
    </section>`;
  }

  /** After the page is drawn. @param {Strip} strip */
  fill(strip) {
    const all = byId(strip.cards);
    list(node("strip"), all.filter(([, each]) => !each.hidden), (each, id) => this.shown(strip, id, each));
    list(node("hidden"), all.filter(([, each]) => each.hidden), (each, id) => this.hidden(strip, id, each));
  }

  /** @param {Cards} cards */
  undo(cards) {
    if (!cards[this.last.card]?.hidden) return nothing;
    return html`<p class="notice row">${t("The card is hidden.")}
      <button type="button" id="undo" @click=${() => this.show(this.last.in, this.last.card)}>${t("Undo")}</button></p>`;
  }

  /** @param {Strip} strip @param {string} id @param {Card} each */
  shown(strip, id, each) {
    return html`<div class="card ${each.waits ? "unsent" : ""}">
      ${card(each, this.texts, strip.items)}
      ${each.waits ? html`<p class="state waiting">${t("The room does not see this yet")}</p>` : nothing}
      ${this.hiding === id ? this.form(each.in ?? strip.in, id) : this.hideButton(id)}
    </div>`;
  }

  /** @param {string} id */
  hideButton(id) {
    const ask = () => (Object.assign(this, { hiding: id, reason: "", words: "", problem: "" }), this.focusOn(id, "input"));
    return html`<button type="button" @click=${ask}>${t("Hide")}</button>`;
  }

  /** @param {Strip} strip @param {string} id @param {Card} each */
  hidden(strip, id, each) {
    return html`<div class="card"><p class="quiet">${t("Hidden: {why}", { why: each.hidden ?? "" })}</p>
      ${card(each, this.texts, strip.items)}
      <button type="button" @click=${() => this.show(each.in ?? strip.in, id)}>${t("Show again")}</button></div>`;
  }

  /** @param {string} where @param {string} id */
  form(where, id) {
    const cancel = () => ((this.hiding = ""), this.focusOn(id, "button"));
    return html`<form novalidate @submit=${(/** @type {Event} */ e) => (e.preventDefault(), this.hide(where, id))}>
      <fieldset>
        <legend>${t("Why is it hidden? Its writer sees the reason.")}</legend>
        <p class="error" ?hidden=${!this.problem}>${this.problem}</p>
        ${[...reasons(), OWN_WORDS].map((each) => this.choice(each))}
        ${this.reason === OWN_WORDS ? this.ownWords() : nothing}
      </fieldset>
      <p class="row"><button class="primary">${t("Hide the card")}</button>
        <button type="button" @click=${cancel}>${t("Do not hide")}</button></p>
    </form>`;
  }

  ownWords() {
    const type = (/** @type {InputEvent} */ { target }) => (this.words = /** @type {HTMLInputElement} */ (target).value);
    return html`<label for="words">${t("In your own words")}</label>
      <input id="words" dir="auto" autocomplete="off" .value=${this.words} @input=${type} />`;
  }

  /** @param {string} reason */
  choice(reason) {
    const choose = () => ((this.reason = reason), this.redraw());
    return html`<label class="choice"><input type="radio" name="reason" .checked=${this.reason === reason} @change=${choose} />
      <span>${reason === OWN_WORDS ? t("Something else") : reason}</span></label>`;
  }

  /** @param {string} where @param {string} id */
  hide(where, id) {
    const reason = (this.reason === OWN_WORDS ? this.words : this.reason).trim();
    this.problem = reason ? "" : this.reason ? t("Write the reason in your own words.") : t("Choose a reason first.");
    if (!reason) return say(this.problem), this.focusOn(id, this.reason ? "#words" : "input");
    Object.assign(this, { hiding: "", last: { card: id, in: where } });
    this.line.say("hide_card", where, { card: id, reason });
    this.redraw.now();
    node("reading").focus();
  }

  /** What was pressed is drawn anew, so the focus goes on by hand. @param {string} id @param {string} what */
  focusOn(id, what) {
    this.redraw.now();
    const card = [.../** @type {HTMLCollectionOf<HTMLElement>} */ (node("strip").children)].find((each) => each.dataset.key === id);
    /** @type {HTMLElement | null | undefined} */ (card?.querySelector(what))?.focus();
  }

  /** @param {string} where @param {string} id */
  show(where, id) {
    this.line.say("show_card", where, { card: id });
    node("reading").focus();
  }
}

/** In the facilitator's language, as the writer will read them. */
function reasons() {
  return [t("There is a name in it"), t("It is a private matter"), t("It may hurt somebody"), t("It is here twice")];
}
