/** Collect: writing cards, and one's own cards. What is being written stays on the page when the room moves on. */

import { list } from "../cards.js";
import { isUnsent } from "../outbox.js";
import { html, node, nothing, t, whenQuiet } from "../parts.js";
import { became } from "./became.js";
import { left } from "./kept.js";
import { canMend, own, standing } from "./own.js";
import { read, section } from "./reading.js";
import { Writing } from "./writing.js";

/** @typedef {import("./here.js").Now} Now */
/** @typedef {import("./own.js").Own} Own */

const SHOWN = ["add_card", "edit_card", "withdraw_card"];
const AGAIN_MS = 3000;

export class Part {
  /** The card that is about to be taken away. */
  leaving = "";
  /** The card that was changed last. */
  mended = "";
  /** @type {Own[]} */
  mine = [];
  /** @type {import("./kept.js").Left[]} */
  behind = [];
  /** How both are shown: it is not needed at first. @type {typeof import("./mycards.js") | undefined} */
  shown;

  /** @param {import("./here.js").Here} here */
  constructor(here) {
    this.here = here;
    this.writing = new Writing(here);
    whenQuiet(() => this.fetchShown());
  }

  isTyping() {
    return this.writing.isTyping();
  }

  /** Where the line is cut before the rest has come, one still sees what is kept. @param {Own} each */
  inShort(each) {
    return html`<div class="card"><p class="text" dir="auto">${each.text}</p><p class="state">${became(this.here, each)}</p></div>`;
  }

  // The step itself

  /** @param {Now} now */
  body({ life, step, shown }) {
    if (life === "waiting") return html`<p>${t("You can write soon. Think in peace.")}</p>`;
    if (life === "closed") return html`<p>${t("Thank you. The cards are shown soon.")}</p>`;
    return life === "revealed" ? html`<p class="quiet" lang=${step?.lang ?? nothing}>${step?.prompt}</p>${cards(shown)}` : nothing;
  }

  /** Nobody is told to write where it is over. @param {Now} now */
  heading({ life }) {
    if (life === "closed") return t("Writing has ended");
    return life === "revealed" ? t("Read the cards") : "";
  }

  /** What is read comes first where nobody writes any longer. @param {Now} now */
  after({ life, shown }) {
    return life === "revealed" ? nothing : cards(shown);
  }

  /** @param {Now} now */
  drawn({ shown: { reads = {}, cards = {}, items } }) {
    read("reads", reads, this.here.texts, items);
    read("cards", cards, this.here.texts, items);
  }

  /** @param {Now} now */
  said({ life }) {
    if (life === "open") return t("You can write now.");
    return life === "closed" ? t("Writing has ended. Thank you.") : t("The cards can be read now.");
  }

  next() {
    return t("When writing ends, everybody can read the cards.");
  }

  // What stays: the form, one's own cards, and texts that were not sent

  /** @param {Now} now @param {unknown} next what comes then */
  beside(now, next) {
    const { here, writing } = this;
    const isOpen = isWritten(now);
    const isMending = canMend(writing, here, now, writing.editing);
    if (!writing.isTyping()) writing.turnTo(now.activity, here.guest, isOpen || isMending ? writing.editing : "");
    this.mine = this.ownCards(now);
    const isAsked = here.isFor && (Boolean(writing.editing) || standing(this.mine) < (writing.asked?.max_per_person ?? 0));
    const isShown = writing.isTyping() || isMending || (isOpen && isAsked);
    const isLate = !(isOpen || isMending) || writing.activity !== now.activity;
    if (isShown) here.drafts.shown.add(writing.key);
    else writing.draft = here.drafts.read(writing.key);
    this.behind = left(here, this.shows(now));
    return html`${isOpen && !isAsked && here.isFor ? this.thanks() : nothing}
      ${isShown || !isOpen ? nothing : writing.became()}
      ${writing.form(isShown, isLate, isOpen ? (now.shown.items ?? {}) : {}, standing(this.mine))}
      ${isOpen ? nothing : this.keptSection()}
      ${next}
      ${section(this.mine, here.isHelper ? t("Their cards") : t("Your cards"), "mine")}
      ${isOpen ? this.keptSection() : nothing}`;
  }

  keptSection() {
    return this.shown?.keptSection(this.behind);
  }

  async fetchShown() {
    this.shown = await import("./mycards.js").catch(() => undefined);
    if (!this.shown) setTimeout(() => this.fetchShown(), AGAIN_MS);
    this.here.draw();
  }

  /** What is said when it has come through, aloud and where it was sent. @param {import("../outbox.js").Item} item @param {string} said */
  became(item, said) {
    const { here, writing } = this;
    if (item.in !== writing.activity || (item.for ?? "") !== here.guest || !SHOWN.includes(item.do)) return said;
    if (item.do === "edit_card") this.mended = String(item.d.card);
    const n = standing(own(here.person.cards?.[item.in] ?? {}, here.items(item.in)));
    return (writing.thanks = item.do === "add_card" && n > 1 ? t("Thank you. You have {n} cards now.", { n }) : said);
  }

  /** A step shows what is said in it while it is open; what is said of the whole workshop has its own place. @param {Now} now */
  shows(now) {
    const { writing, here } = this;
    return (/** @type {import("../outbox.js").Item} */ item) => {
      if (now.isEnded) return false;
      const isOurs = (item.for ?? "") === here.guest;
      const isCard = isOurs && item.in === writing.activity && Boolean(writing.asked);
      return !item.in || isCard || (isOurs && item.in === now.activity && now.kind !== "collect" && now.life === "open");
    };
  }

  thanks() {
    if (this.here.line.outbox.items.some(isUnsent)) return nothing;
    return html`<p class="notice good">${t("Thank you! You wrote all your cards. You can still change them.")}</p>`;
  }

  /** @param {Now} now */
  besideDrawn(now) {
    const { here, writing } = this;
    const isOpen = isWritten(now);
    writing.field?.value || writing.fill();
    if (this.shown) this.shown.fillMine(this, isOpen, now);
    else list(node("mine"), this.mine.map((each) => [each.id, each]), (each) => this.inShort(each));
    const canUse = !node("writing").hidden && !writing.draft.text;
    if (node("kept")) this.shown?.fillKept(here, this.behind, canUse ? (text) => writing.use(text) : null);
  }

  /** Where all has ended, only what was saved. @param {Now} now @returns {Own[]} */
  ownCards({ at, isEnded }) {
    const { here, writing } = this;
    if (at === "gone" || !writing.asked) return [];
    const cards = own(here.person.cards?.[writing.activity] ?? {}, here.items(writing.activity)).filter(({ text }) => text);
    return isEnded ? cards.filter((each) => each.state === "saved") : cards;
  }
}

/** @param {import("../protocol").Activity} shown */
function cards({ reads = {}, cards = {} }) {
  return html`${section(Object.keys(reads), t("To read"), "reads")} ${section(Object.keys(cards), t("What was written"), "cards")}`;
}

/** @param {Now} now */
function isWritten({ at, kind, life }) {
  return at === "step" && kind === "collect" && life === "open";
}
