/** About me: what is kept, who sees it and how long; and taking back what can still be taken back. */

import { isUnsent } from "../outbox.js";
import { html, node, nothing, say, t, tn } from "../parts.js";
import { roleName } from "./roles.js";

/** @typedef {import("./here.js").Here} Here */

const WRITTEN = ["add_card", "edit_card", "add_note"];

export class AboutMe {
  /** One is asked once. */
  isAsked = false;

  /** @param {Here} here */
  constructor(here) {
    this.here = here;
  }

  /** @param {boolean} isEnded */
  section(isEnded) {
    return html`<details id="about-me"><summary>${t("What is kept about me")}</summary>
      <dl>${this.kept().map(([what, who]) => html`<dt>${what}</dt><dd>${who}</dd>`)}</dl>
      <p>${t("Texts and names stay until the facilitator deletes the workshop.")} ${t("Answers are deleted when they are counted.")}</p>
      ${this.here.isFor || isEnded ? this.taking(isEnded) : nothing}
    </details>`;
  }

  /** What, and who sees it. @returns {[string, string][]} */
  kept() {
    const { person } = this.here;
    const names = Object.values(person.records ?? {}).flatMap(Object.values).length;
    const asked = Object.keys(person.questions ?? {}).length;
    return [
      [t("Your role: {role}", { role: roleName(person.role ?? "") }), t("It is only counted. It is shown beside nothing you write.")],
      [tn("{n} card or note", "{n} cards and notes", this.cards().length), t("Everybody can read them. Your name is not there.")],
      [t("Your answers and votes"), `${t("Nobody in the room sees who answered what. Texts are shown without a name.")} ${t("Who looks after Talko's computer could see them before counting.")}`],
      ...(asked ? [/** @type {[string, string]} */ ([tn("{n} question", "{n} questions", asked), t("The facilitator reads it. Everybody sees the answer.")])] : []),
      ...(names ? [/** @type {[string, string]} */ ([t("Your name on the plan"), t("Everybody sees it. You can let go of it on the plan.")])] : []),
      [t("On this phone"), t("Which cards are yours, and texts you began. Nobody else sees them.")],
    ];
  }

  cards() {
    return Object.values(this.here.person.cards ?? {}).flatMap(Object.keys);
  }

  // Taking back: what has been used already is said before, not after

  get current() {
    return this.here.line.state.view.agenda.current;
  }

  /** What lies in a step that is still open. */
  free() {
    const { activities } = this.here.line.state.view;
    return activities[this.current]?.life === "open" ? Object.keys(this.here.person.cards?.[this.current] ?? {}) : [];
  }

  /** What can be done about what one wrote: deleting, or else asking. @param {boolean} isEnded */
  taking(isEnded) {
    const isUsed = this.cards().length > 0 && !this.free().length && !this.hasBegun();
    if (isEnded || isUsed) return this.cards().length ? this.tooLate() : nothing;
    return this.isAsked ? this.asked() : html`<button type="button" @click=${() => this.ask(true)}>${t("Delete what I wrote")}</button>`;
  }

  /** What nobody else has yet: begun, or still on its way. */
  hasBegun() {
    return this.here.drafts.left().length > 0 || this.here.items(this.current).some((each) => WRITTEN.includes(each.do) && each.state !== "done");
  }

  tooLate() {
    return html`<p class="notice"><b>${t("What you wrote is in use already.")}</b> ${t("You can not delete it any more.")} ${t("Ask the facilitator to hide your card.")}</p>`;
  }

  asked() {
    const [free, used] = [this.free().length, this.cards().length - this.free().length];
    return html`<div class="notice" role="group" aria-labelledby="delete-what">
      <p id="delete-what"><b>${tn("Delete {n} card or note, and the texts you began?", "Delete {n} cards and notes, and the texts you began?", free)}</b></p>
      <p>${used ? tn("{n} is in use already. It stays.", "{n} are in use already. They stay.", used) : nothing}
        ${t("Answers that were counted stay as numbers.")} ${t("Ask the facilitator to hide what must not be seen.")}</p>
      <p class="row"><button type="button" class="danger" @click=${() => this.remove()}>${t("Delete")}</button>
        <button type="button" @click=${() => this.ask(false)}>${t("No, go back")}</button></p></div>`;
  }

  /** @param {boolean} isAsked */
  ask(isAsked) {
    this.isAsked = isAsked;
    this.here.draw.now();
    /** @type {HTMLElement | null} */ (document.querySelector("#about-me button:not(.danger)"))?.focus();
  }

  /** What waits on this phone was never sent; what is under way is taken back after it. */
  remove() {
    const { here } = this;
    const free = this.free();
    const mine = here.items(this.current).filter((each) => WRITTEN.includes(each.do) && (isUnsent(each) || each.state === "refused"));
    const begun = mine.filter((each) => each.state === "sent" && each.do !== "edit_card").map(({ id }) => id);
    mine.filter((each) => each.state !== "sent").forEach((each) => here.line.forget(each.id));
    new Set([...free, ...begun]).forEach((card) => here.say("withdraw_card", this.current, { card }));
    here.drafts.empty(here.guest);
    if (!free.length && !begun.length) say(t("What you had begun is deleted."));
    this.isAsked = false;
    here.draw.now();
    node("about-me")?.querySelector("summary")?.focus();
  }
}
