/** Grouping: all cards in their themes, side by side, moved by a press or a key. Nothing is ever dragged because it must be. */

import { repeat } from "lit-html/directives/repeat.js";
import { html, node, nothing, say, t, tn } from "../parts.js";
import { idOf } from "./desk.js";
import { behind, field, form } from "./fields.js";
import { following, moved, piles, themeOf } from "./groups.js";

/** @typedef {import("../protocol").Cluster} Cluster */
/** @typedef {import("../protocol").Theme} Theme */
/** @typedef {import("./groups.js").Pile} Pile */
/** @typedef {import("./groups.js").Grouped} Grouped */

const NEW = "new-theme";
const KEYS = 9;

export class Grouping {
  /** @type {Map<string, string>} cards that are chosen, with the theme where they lay: one that has moved is chosen no longer */
  chosen = new Map();
  /** @type {string[]} themes as they came, so that a new one does not change the numbers of the others */
  order = [];
  /** @type {Pile[]} as they were drawn last */
  all = [];
  where = "";

  /** @param {import("./desk.js").Desk} desk */
  constructor(desk) {
    this.desk = desk;
  }

  /** @param {string} where @param {Cluster} cluster */
  section(where, { life, cards = {}, themes = {}, can_undo: canUndo }) {
    this.where = where;
    for (const [id, theme] of this.chosen) if (theme !== (cards[id]?.theme ?? "") || !(id in cards)) this.chosen.delete(id);
    this.order.push(...Object.keys(themes).sort().filter((id) => !this.order.includes(id)));
    this.all = piles(cards, Object.fromEntries(this.order.filter((id) => id in themes).map((id) => [id, themes[id]])));
    const isOpen = life === "open";
    return html`<section class="board" id="board" tabindex="-1" aria-label=${t("Groups of cards")}>
      ${isOpen ? this.#tools(themes, canUndo) : nothing}
      <div class="piles">${repeat(this.all, (pile) => pile.id, (pile, i) => this.#pile(pile, themes[pile.id], i, isOpen))}</div>
    </section>`;
  }

  /** @param {Record<string, Theme>} themes @param {boolean | undefined} canUndo */
  #tools(themes, canUndo) {
    const n = this.chosen.size;
    return html`<div class="tools">
      <p class="row" role="group" aria-label=${t("Move to")}>
        <span class="grow">${n ? tn("{n} card chosen. Move to:", "{n} cards chosen. Move to:", n) : t("Choose cards, or press a number on a card.")}</span>
        ${n ? html`<button type="button" @click=${() => this.#clear()}>${t("Choose none")}</button>` : nothing}
        ${this.desk.forms.isOpen(NEW) ? nothing : this.#naming()}
        <button type="button" aria-disabled=${!canUndo} @click=${() => canUndo && this.#undo()}>${t("Undo")} <kbd>Ctrl Z</kbd></button></p>
      <p class="ways">${this.all.map((pile, i) => this.#way(pile, html`${key(i)} <span>${nameOf(themes[pile.id])}</span>`))}</p>
      ${this.desk.forms.isOpen(NEW) ? this.#naming() : nothing}</div>
      ${this.#left()}`;
  }

  /** Before a vote between the groups: what lies in none is not chosen from. */
  #left() {
    const { order, activities } = this.desk.texts;
    const n = this.all.find(({ id }) => !id)?.cards.length ?? 0;
    const isVote = activities[order[order.indexOf(this.where) + 1]]?.kind === "vote";
    if (!n || !isVote || this.all.length < 2) return nothing;
    return html`<p class="notice waiting">${tn("{n} card is in no group.", "{n} cards are in no group.", n)} ${t("Next people choose between the groups only. One card alone can be a group too.")}</p>`;
  }

  /** To a group: for the cards that are chosen, else for the eyes. @param {Pile} pile @param {unknown} name */
  #way({ id, cards }, name) {
    if (!this.chosen.size) return html`<a class="button" href="#${idOf("pile", id)}">${name} <span class="count">${cards.length}</span></a>`;
    return html`<button type="button" @click=${() => this.#move([...this.chosen.keys()], id)}>${name}</button>`;
  }

  #naming() {
    const { desk } = this;
    const label = this.chosen.size ? t("A new group of these") : t("A new group");
    const send = () => {
      const name = desk.forms.text(NEW, "name");
      if (!name) return desk.refuse(NEW, t("Write a name first."));
      desk.pressForm(NEW, "add_theme", this.where, { name, lang: desk.lang, ...(this.chosen.size && { cards: [...this.chosen.keys()] }) });
    };
    return behind(desk, NEW, label, () => form(desk, NEW, {
      fields: field(desk, { form: NEW, name: "name", label: t("Name of the group") }), label, send, quit: t("Cancel"),
    }));
  }

  /** @param {Pile} pile @param {Theme | undefined} theme @param {number} i @param {boolean} isOpen */
  #pile({ id, cards }, theme, i, isOpen) {
    const title = html`${key(i)} <span lang=${theme?.lang ?? nothing} dir="auto">${nameOf(theme)}</span>`;
    return html`<section class="pile ${id ? "" : "others"}" aria-labelledby=${idOf("pile", id)}>
      <h2 id=${idOf("pile", id)}>${title} <span class="count">${cards.length}</span></h2>
      ${theme && isOpen ? this.#change(id, theme) : nothing}
      <ul>${repeat(cards, ([card]) => card, ([card, each]) => html`<li>${isOpen ? this.#card(card, each) : text(each)}</li>`)}</ul>
    </section>`;
  }

  /** @param {string} id @param {Grouped} each */
  #card(id, each) {
    return html`<label class="tick" data-card=${id}>
      <input type="checkbox" id=${idOf("card", id)} .checked=${this.chosen.has(id)} @change=${() => this.#choose(id, each)} />${text(each)}</label>`;
  }

  /** @param {string} id @param {Theme} theme */
  #change(id, theme) {
    const { desk } = this;
    const [name, into] = [`theme ${id}`, `into ${id}`];
    const others = this.all.filter((pile) => pile.id && pile.id !== id);
    return html`<details><summary>${t("Change")}</summary>
      ${form(desk, name, {
        fields: field(desk, { form: name, name: "name", label: t("Name of the group"), value: theme.name }),
        label: t("Rename"),
        send: () => desk.pressForm(name, "name_theme", this.where, { theme: id, name: desk.forms.text(name, "name", theme.name), lang: desk.lang }),
      })}
      ${theme.names?.length ? html`<p class="hint">${t("Earlier: {names}", { names: theme.names.join(", ") })}</p>` : nothing}
      ${others.length ? form(desk, into, {
        fields: field(desk, {
          form: into, name: "into", label: t("Put all of it into"), as: "choice",
          choices: [{ value: "", text: t("Choose") }, ...others.map((pile) => ({ value: pile.id, text: this.#nameById(pile.id) }))],
        }),
        label: t("Join the groups"),
        send: () => this.#merge(into, id),
      }) : nothing}</details>`;
  }

  /** @param {string} id */
  #nameById(id) {
    const { activities } = this.desk.view;
    return nameOf(/** @type {Cluster} */ (activities[this.where])?.themes?.[id]);
  }

  /** @param {string} form @param {string} theme */
  #merge(form, theme) {
    const into = this.desk.forms.text(form, "into");
    if (!into) return this.desk.refuse(form, t("Choose a group first."));
    this.desk.pressForm(form, "merge_themes", this.where, { theme, into });
  }

  /** @param {string} id @param {Grouped} each */
  #choose(id, { theme = "" }) {
    if (!this.chosen.delete(id)) this.chosen.set(id, theme);
    this.desk.redraw();
  }

  #clear() {
    this.chosen.clear();
    this.desk.redraw.now();
    node("board").focus();
  }

  #undo() {
    if (this.desk.press("undo", this.where)) say(t("Taken back."));
  }

  /** @param {string[]} cards @param {string} theme */
  #move(cards, theme) {
    if (!this.desk.press("move_cards", this.where, { cards, theme })) return;
    say(tn("{n} card moved to {name}.", "{n} cards moved to {name}.", cards.length, { name: theme ? this.#nameById(theme) : nameOf(undefined) }));
    this.desk.redraw.now();
  }

  /** @param {string} card */
  #nameNew(card) {
    const theme = this.all.find((pile) => pile.cards.some(([id]) => id === card))?.id ?? "";
    if (!this.chosen.size) this.chosen.set(card, theme);
    this.desk.turn(NEW, true);
  }

  /** Keys on a card: 1–9 to a theme, 0 among the others, N to a new one; anywhere on the page: Ctrl Z. @param {KeyboardEvent} event */
  press(event) {
    if (event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey)) return this.#undo(), true;
    const card = event.target instanceof Element ? event.target.closest("label")?.dataset.card : "";
    if (!card || event.ctrlKey || event.metaKey || event.altKey) return false;
    if (event.key.toLowerCase() === "n") return this.#nameNew(card), true;
    const theme = themeOf(event.key, this.all);
    if (theme === undefined) return false;
    const going = moved(card, [...this.chosen.keys()]);
    node(idOf("card", following(this.all, card, going)))?.focus();
    this.#move(going, theme);
    return true;
  }
}

/** @param {Grouped} each */
function text(each) {
  return html`<span lang=${each.lang} dir="auto">${each.text}</span>`;
}

/** @param {number} i */
function key(i) {
  return i <= KEYS ? html`<kbd>${i}</kbd>` : nothing;
}

/** @param {Theme | undefined} theme */
function nameOf(theme) {
  return theme?.name ?? t("Not yet in a group");
}
