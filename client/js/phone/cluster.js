/** Cluster: cards that say the same lie together. Where people group, one chooses a card, and then where it goes. */

import { card, list } from "../cards.js";
import { html, node, nothing, say, t, tn } from "../parts.js";
import { letter } from "../themes.js";
import { forWhom, refused } from "./became.js";
import { expected, grouped } from "./grouping.js";

/** @typedef {import("./here.js").Now} Now */
/** @typedef {import("./grouping.js").Group} Group */
/** @typedef {import("../protocol").Cluster} Cluster */

const MAX_NAME = 60;
const SAID = ["move_cards", "add_theme", "name_theme"];

export class Part {
  /** The card that looks for its place. */
  card = "";
  /** The group that gets another name; "new" is one for the card that was chosen. */
  naming = "";
  problem = "";
  canGroup = false;
  /** @type {Group[]} */
  groups = [];

  /** @param {import("./here.js").Here} here */
  constructor(here) {
    this.here = here;
  }

  /** @param {Now} now */
  said({ life }) {
    return life === "closed" ? t("The cards are grouped.") : "";
  }

  next() {
    return t("We go on with these groups.");
  }

  /** @param {Now} now */
  body(now) {
    const { here } = this;
    const isForAll = now.step?.cluster?.who !== "facilitator" && now.life === "open";
    this.canGroup = isForAll && here.isFor;
    this.groups = grouped(expected(/** @type {Cluster} */ (now.shown), here.items(now.activity)));
    const told = this.groups.filter(({ id, cards }) => id || cards.length);
    return html`${isForAll && !here.isFor ? forWhom() : nothing}
      ${this.canGroup ? html`<p>${t("Choose a card. Then choose where it belongs.")}</p>` : nothing}
      ${now.life === "open" && !isForAll ? html`<p class="notice">${t("The facilitator groups the cards on the big screen. Say your ideas aloud.")}</p>` : nothing}
      ${now.life === "closed" ? html`<p>${t("The cards are grouped.")}</p>` : nothing}
      ${refused(here, now.activity, SAID)}
      ${told.map((group) => this.group(now.activity, group))}`;
  }

  /** @param {string} activity @param {Group} group */
  group(activity, { id, theme, cards }) {
    return html`<section class="theme">
      <h2 id="theme ${id}" tabindex="-1" lang=${theme?.lang ?? nothing} dir="auto">${theme ? this.lettered(id, theme.name) : this.others()}</h2>
      ${this.canGroup ? html`<p class="quiet">${tn("{n} card", "{n} cards", cards.length)}
        ${theme && this.canGroup && this.naming !== id ? html`<button type="button" class="plain" @click=${() => this.ask("", id)}>${t("Rename")}<span class="spoken" lang=${theme.lang}>: ${theme.name}</span></button>` : nothing}</p>` : nothing}
      ${theme && this.canGroup && this.naming === id ? this.name(activity, theme.name) : nothing}
      ${this.canGroup ? html`<ul class="cards" id="cards ${id}"></ul>` : html`<details><summary>${tn("{n} card", "{n} cards", cards.length)}</summary><ul class="cards" id="cards ${id}"></ul></details>`}
    </section>`;
  }

  others() {
    return this.groups.length > 1 ? t("Not in a group") : t("All cards");
  }

  /** With the letter that it has on the screen too. @param {string} id @param {string} name */
  lettered(id, name) {
    return `${letter(this.groups.findIndex((group) => group.id === id))} · ${name}`;
  }

  /** @param {Now} now */
  drawn({ activity }) {
    for (const { id, cards } of this.groups) list(node(`cards ${id}`), cards, (each, key) => this.carded(activity, each, key));
  }

  /** @param {string} activity @param {import("../protocol").Card & {theme?: string}} each @param {string} id */
  carded(activity, each, id) {
    const isChosen = this.canGroup && this.card === id;
    return html`<div class="card ${isChosen ? "chosen" : ""}">${card(each, this.here.texts)}
      ${this.canGroup && !isChosen ? html`<p class="row"><button type="button" @click=${() => this.ask(id, "")}>${t("Move")}<span class="spoken" lang=${each.lang}>: ${each.text}</span></button></p>` : nothing}
      ${isChosen ? this.places(activity, each, id) : nothing}</div>`;
  }

  /** @param {string} activity @param {{theme?: string}} each @param {string} id */
  places(activity, each, id) {
    const others = this.groups.filter((group) => group.id !== (each.theme ?? ""));
    if (this.naming === "new") return this.name(activity, "");
    return html`<div class="asked" role="group" aria-label=${t("Where does it belong?")}>
      <p><b>${t("Where does it belong?")}</b></p>
      ${others.map(({ id: theme, theme: its }) => html`<button type="button" class="block" lang=${its?.lang ?? nothing} dir="auto" @click=${() => this.move(activity, id, theme)}>${its ? this.lettered(theme, its.name) : t("Out of the group")}</button>`)}
      <button type="button" class="block" @click=${() => this.ask(id, "new")}>${t("Begin a new group with this card")}</button>
      <button type="button" class="plain" @click=${() => this.leave()}>${t("Leave the card where it is")}</button>
    </div>`;
  }

  /** @param {string} activity @param {string} before */
  name(activity, before) {
    const { here } = this;
    const key = here.key(activity, `theme ${this.naming}`);
    const draft = here.drafts.show(key);
    const type = (/** @type {InputEvent} */ { target }) => here.drafts.put(key, { text: /** @type {HTMLInputElement} */ (target).value });
    const save = (/** @type {SubmitEvent} */ event) => {
      event.preventDefault();
      const name = /** @type {HTMLInputElement} */ (node("theme-name")).value.trim();
      this.problem = name ? ([...name].length > MAX_NAME ? t("The text is too long. Make it shorter.") : "") : t("Write a name first.");
      if (this.problem) return say(this.problem), here.draw();
      here.drafts.drop(key);
      this.named(activity, name);
    };
    return html`<form class="asked" novalidate @submit=${save}>
      <div class="field"><label for="theme-name">${t("Name of the group")}</label>
        <p class="error" ?hidden=${!this.problem}>${this.problem}</p>
        <input id="theme-name" dir="auto" autocomplete="off" .value=${draft.text || before} @input=${type} /></div>
      <p class="row"><button class="primary">${t("Save")}</button>
        <button type="button" class="plain" @click=${() => this.leave()}>${t("Go back without saving")}</button></p>
    </form>`;
  }

  // Gestures

  /** @param {string} card @param {string} naming */
  ask(card, naming) {
    Object.assign(this, { card, naming, problem: "" });
    this.here.draw.now();
    /** @type {HTMLElement | null} */ (document.querySelector("#step .asked input, #step .asked button"))?.focus();
  }

  /** @param {string} activity @param {string} name */
  named(activity, name) {
    const { here, card, naming } = this;
    const told = { name, lang: here.texts.lang };
    if (naming === "new") here.say("add_theme", activity, { ...told, cards: [card] });
    else here.say("name_theme", activity, { ...told, theme: naming });
    say(naming === "new" ? t("A new group: {name}", { name }) : t("Saved"));
    this.leave();
  }

  /** @param {string} activity @param {string} card @param {string} theme */
  move(activity, card, theme) {
    this.here.say("move_cards", activity, { cards: [card], theme });
    say(t("Moved: {name}", { name: this.groups.find(({ id }) => id === theme)?.theme?.name ?? t("Not in a group") }));
    this.leave();
  }

  /** The focus stays with the card, where it lies now, or with the group. */
  leave() {
    const { card, naming } = this;
    Object.assign(this, { card: "", naming: "", problem: "" });
    this.here.draw.now();
    const place = document.querySelector(`[data-key="${CSS.escape(card)}"] button`) ?? node(`theme ${naming}`) ?? node("main");
    /** @type {HTMLElement} */ (place).focus();
  }
}
