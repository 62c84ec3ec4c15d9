/** Writing a card. The text is kept as it is typed, and nothing that happens in the room touches the text field. */

import { live } from "lit-html/directives/live.js";
import { feelings } from "../feelings.js";
import { isUnsent } from "../outbox.js";
import { html, node, nothing, say, sign, t, tn } from "../parts.js";
import { counter, left, sayCount, tooLong } from "./limit.js";

/** @typedef {import("../protocol").Collect} Collect */
/** @typedef {import("../protocol").Cards} Cards */
/** @typedef {{bucket?: string, item?: string, feeling?: number, nickname?: string}} About */
/** @typedef {About & {text: string, entry?: string, permission?: boolean}} Draft */

/** A second tap so soon belongs to the first. */
const TAP_MS = 1000;

export class Writing {
  activity = "";
  guest = "";
  editing = "";
  problem = "";
  /** What is said beside the button when a card has come through. */
  thanks = "";
  isAboutItems = false;
  sentAt = 0;
  /** @type {Draft} */
  draft = { text: "" };

  /** @param {import("./here.js").Here} here */
  constructor({ line, texts, draw, drafts }) {
    this.line = line;
    this.texts = texts;
    this.redraw = draw;
    this.drafts = drafts;
    drafts.emptied = () => ((this.draft = { text: "" }), this.fill());
  }

  /** @returns {Collect | undefined} */
  get asked() {
    return this.texts.activities[this.activity]?.collect;
  }

  get field() {
    return /** @type {HTMLTextAreaElement | null} */ (node("text"));
  }

  isTyping() {
    return document.activeElement === this.field && Boolean(this.draft.text.trim());
  }

  /** Never while somebody types. @param {string} activity @param {string} [guest] @param {string} [editing] */
  turnTo(activity, guest = "", editing = "") {
    if (this.activity === activity && this.guest === guest && this.editing === editing) return;
    Object.assign(this, { activity, guest, editing, problem: "", thanks: "" });
    this.draft = this.drafts.read(this.key);
    this.fill();
  }

  fill() {
    if (this.field) this.field.value = this.draft.text;
  }

  // Drafts

  get key() {
    return `${this.guest}:${this.activity}:${this.editing}`;
  }

  /** @param {Partial<Draft>} change */
  put(change) {
    this.draft = { ...this.draft, ...change };
    this.problem = this.thanks = "";
    this.drafts.put(this.key, this.draft);
    this.redraw();
  }

  /** @param {string} text */
  use(text) {
    this.put({ text });
    this.fill();
    this.redraw.now();
    node("writing").scrollIntoView();
    this.field?.focus({ preventScroll: true });
  }

  // Gestures

  /** @param {string} card @param {string} text */
  change(card, text) {
    this.turnTo(this.activity, this.guest, card);
    this.use(this.draft.text || text);
  }

  stopChanging() {
    this.drafts.drop(this.key);
    this.turnTo(this.activity, this.guest);
    this.goOn();
  }

  /** Ready for the next card: the focus goes back to the field, but never opens the keyboard of a phone. */
  goOn() {
    this.redraw.now();
    if (node("writing").hidden) node("main").focus({ preventScroll: true });
    else if (matchMedia("(pointer: fine)").matches) this.field?.focus();
  }

  /** @param {Event} event */
  submit(event) {
    event.preventDefault();
    if (!this.draft.text && Date.now() - this.sentAt < TAP_MS) return;
    const [problem, field] = this.missing();
    this.problem = problem;
    if (problem) {
      say(problem);
      /** @type {HTMLElement | null} */ (node("writing").querySelector(field))?.focus();
      return this.redraw();
    }
    if (this.editing) this.sendChange();
    else this.sendCard();
    if (this.line.connection === "offline") say(t("No connection. Your card is kept."));
  }

  sendChange() {
    this.line.say("edit_card", this.activity, { card: this.editing, text: this.draft.text }, this.guest);
    this.stopChanging();
  }

  sendCard() {
    this.line.say("add_card", this.activity, { ...this.told(), lang: this.texts.lang }, this.guest);
    this.put({ text: "", item: undefined, feeling: undefined, permission: undefined });
    this.sentAt = Date.now();
    this.fill();
    this.goOn();
  }

  /** As asked, and nothing else. */
  told() {
    const { entry: _, permission, ...draft } = this.draft;
    const told = Object.entries(draft).filter(([, value]) => value !== undefined && value !== "");
    const entry = this.entry();
    return { ...Object.fromEntries(told), entry, ...(entry === "proxy" && { permission: Boolean(permission) }) };
  }

  entry() {
    if (this.guest) return "proxy";
    return this.asked?.entry === "any" ? (this.draft.entry ?? "self") : (this.asked?.entry ?? "self");
  }

  /** What to say before it is sent, rather than after, and the field that it is about. @returns {[string, string]} */
  missing() {
    const { text, bucket, item, permission } = this.draft;
    if (!text.trim()) return [t("Write something first."), "#text"];
    if (this.tooLong()) return [this.tooLong(), "#text"];
    if (this.editing) return ["", ""];
    if (this.isAboutItems && !item) return [t("Choose first what you write about."), "[name=item]"];
    if (this.asked?.buckets.length && !bucket) return [t("Choose first where this belongs."), "[name=bucket]"];
    if (this.entry() === "proxy" && !permission) return [t("Ask for permission first. Then mark it here."), "[name=permission]"];
    return ["", ""];
  }

  get most() {
    return this.asked?.max_chars ?? 0;
  }

  tooLong() {
    return tooLong(this.draft.text, this.most);
  }

  /** @param {string} text */
  type(text) {
    this.put({ text });
    sayCount(text, this.most);
  }

  /** @param {number} written */
  howMany(written) {
    const all = this.asked?.max_per_person ?? 0;
    return tn("{n} card left.", "{n} cards left.", Math.max(0, all - written));
  }

  // The form

  /** @param {boolean} isShown @param {boolean} isLate @param {Cards} items @param {number} written */
  form(isShown, isLate, items, written) {
    const problem = this.problem || (isShown ? this.tooLong() : "");
    const isWrong = Boolean(problem) && this.missing()[1] === "#text";
    this.isAboutItems = Object.keys(items).length > 0;
    return html`<form id="writing" ?hidden=${!isShown} novalidate @submit=${(/** @type {Event} */ e) => this.submit(e)}>
      ${isLate ? html`<p class="notice waiting">${t("You did not have time to send this. It is only on this phone.")}</p>` : nothing}
      ${this.editing || isLate ? nothing : this.choices(items)}
      <div class="field">
        <label for="text">${this.isAboutItems && !this.editing && !isLate ? "2 " : ""}${this.editing ? t("Change your card") : this.guest ? t("Their card") : t("Your card")}</label>
        <p class="hint" id="hint">${this.asked?.nickname ? t("Write one thing.") : t("Write one thing. Your name is not shown.")}
          ${isLate || this.editing ? nothing : this.howMany(written)}</p>
        <textarea id="text" rows="4" dir="auto" autocomplete="off" aria-describedby="hint problem" aria-invalid=${isWrong}
          @input=${(/** @type {InputEvent} */ e) => this.type(/** @type {HTMLTextAreaElement} */ (e.target).value)}
          @blur=${() => this.redraw()}></textarea>
        ${left(this.draft.text, this.most) >= 0 ? counter(this.draft.text, this.most) : nothing}
      </div>
      ${isLate || this.editing ? nothing : this.permission()}
      <p class="error" id="problem" ?hidden=${!problem}>${problem}</p>
      ${isLate ? nothing : this.send()} ${isLate || this.editing ? nothing : this.whose()}
    </form>`;
  }

  send() {
    if (!this.editing) return html`<button class="primary block">${t("Send")}</button> ${this.became()}`;
    return html`<button class="primary block">${t("Save the change")}</button>
      <button type="button" class="plain block" @click=${() => this.stopChanging()}>${t("Do not change")}</button>`;
  }

  /** What became of what was sent last, at the button. */
  became() {
    const isOurs = (/** @type {import("../outbox.js").Item} */ each) => each.in === this.activity && (each.for ?? "") === this.guest;
    const isOut = this.line.outbox.items.some((each) => isOurs(each) && isUnsent(each) && each.do !== "withdraw_card");
    const out = () => (this.line.connection === "offline" ? sign("waiting", "!", t("No connection. Your card is kept.")) : sign("waiting", "…", t("Sending")));
    const told = isOut ? out() : this.thanks && sign("good", "✓", this.thanks);
    return told ? html`<p class="state" id="told">${told}</p>` : nothing;
  }

  /** @param {Cards} items */
  choices(items) {
    const { asked, draft } = this;
    if (!asked) return nothing;
    const about = Object.entries(items).map(([id, { text, lang }]) => ({ value: id, text, lang }));
    const buckets = asked.buckets.map(({ id, text }) => ({ value: id, text }));
    return html`
      ${about.length ? this.radios("item", `1 ${t("What do you write about?")}`, about, draft.item) : nothing}
      ${buckets.length ? this.radios("bucket", t("Where does it belong?"), buckets, draft.bucket) : nothing}
      ${asked.feeling ? this.radios("feeling", t("How does it feel?"), feelings(), draft.feeling) : nothing}
      ${asked.nickname ? this.nickname() : nothing}`;
  }

  /**
   * @param {string} name @param {string} legend @param {{value: string | number, text: string, lang?: string}[]} choices
   * @param {string | number | undefined} chosen
   */
  radios(name, legend, choices, chosen) {
    return html`<fieldset class=${name}>
      <legend>${legend}</legend>
      ${choices.map(
        ({ value, text, lang }) => html`<label class="choice ${value === chosen ? "chosen" : ""}">
          <input type="radio" name=${name} .checked=${live(value === chosen)} @change=${() => this.put({ [name]: value })} />
          <span lang=${lang ?? nothing} dir="auto">${text}</span></label>`,
      )}
    </fieldset>`;
  }

  /** Mostly one's own, so the question waits folded. */
  whose() {
    if (this.asked?.entry !== "any" || this.guest) return nothing;
    return html`<details>
      <summary>${this.entry() === "self" ? t("Do you write for somebody else?") : entries().find(({ value }) => value === this.entry())?.text}</summary>
      ${this.radios("entry", t("Whose words?"), entries(), this.entry())}
    </details>`;
  }

  nickname() {
    return html`<div class="field">
      <label for="nickname">${t("Nickname")}</label>
      <p class="hint" id="nickname-hint">${t("It is shown with your card. You can leave it empty.")}</p>
      <input id="nickname" dir="auto" autocomplete="off" aria-describedby="nickname-hint" .value=${this.draft.nickname ?? ""}
        @input=${(/** @type {InputEvent} */ e) => this.put({ nickname: /** @type {HTMLInputElement} */ (e.target).value })} />
    </div>`;
  }

  permission() {
    if (this.entry() !== "proxy") return nothing;
    const isGiven = Boolean(this.draft.permission);
    return html`<label class="choice ${isGiven ? "chosen" : ""}">
      <input type="checkbox" name="permission" .checked=${live(isGiven)} @change=${() => this.put({ permission: !isGiven })} />
      <span>${t("I may write down these words. I asked.")}</span></label>`;
  }
}

function entries() {
  return [
    { value: "self", text: t("My own words") },
    { value: "proxy", text: t("Another person's words") },
    { value: "group", text: t("Our group's words") },
  ];
}
