/** Grouping: all cards in their groups, side by side. By a drag, by two presses or by a key a card is moved by the same command. */

import { repeat } from "lit-html/directives/repeat.js";
import { html, node, nothing, say, t, tn } from "../parts.js";
import { letter } from "../themes.js";
import { idOf } from "./desk.js";
import { Dragging } from "./dragging.js";
import { behind, field, form } from "./fields.js";
import { following, moved, piles, themeOf } from "./groups.js";
import { keep, menu, steer } from "./menu.js";
import { change } from "./theme.js";

/** @typedef {import("../protocol").Cluster} Cluster */
/** @typedef {import("../protocol").Theme} Theme */
/** @typedef {import("./groups.js").Pile} Pile */
/** @typedef {import("./groups.js").Grouped} Grouped */

const NEW = "new-theme";

export class Grouping {
  /** @type {Map<string, string>} cards that are chosen, with the theme where they lay: one that has moved is chosen no longer */
  chosen = new Map();
  /** @type {Pile[]} as they were drawn last */
  all = [];
  /** @type {Record<string, Grouped>} */
  cards = {};
  /** @type {Record<string, Theme>} */
  themes = {};
  where = "";
  /** The card whose list of groups is open. */
  asking = "";
  /** What was done last, in words. */
  status = "";
  /** Where one reads on when a new group has its name. */
  after = "";

  /** @param {import("./desk.js").Desk} desk @param {import("./hiding.js").Hiding} hiding */
  constructor(desk, hiding) {
    this.desk = desk;
    this.hiding = hiding;
    this.dragging = new Dragging({
      drop: (card, theme) => this.#move(moved(card, [...this.chosen.keys()]), theme),
      stays: (isLeft) => this.#tell(isLeft ? t("The card stays where it was.") : t("There is no group there. The card stays where it was.")),
    });
  }

  /** @param {string} where @param {Cluster} cluster */
  section(where, { life, cards = {}, themes = {}, order, can_undo: canUndo }) {
    this.cards = cards;
    if (where !== this.where) Object.assign(this, { asking: "", status: "", after: "" });
    Object.assign(this, { where, themes, all: piles(cards, themes, order) });
    for (const [id, theme] of this.chosen) if (theme !== (cards[id]?.theme ?? "") || !(id in cards)) this.chosen.delete(id);
    const isOpen = life === "open";
    return html`<section class="board" id="board" tabindex="-1" aria-label=${t("Groups of cards")}>
      ${isOpen ? this.#tools(canUndo) : nothing} ${this.hiding.undo(cards, !(this.hiding.last.card in cards))}
      <div class="piles">${repeat(this.all, (pile) => pile.id, (pile) => this.#pile(pile, isOpen))}</div>
    </section>`;
  }

  drawn() {
    if (!this.after || this.desk.forms.isOpen(NEW)) return;
    node(idOf("card", this.after))?.focus();
    this.after = "";
  }

  /** @param {boolean | undefined} canUndo */
  #tools(canUndo) {
    const n = this.chosen.size;
    const said = n ? tn("{n} card chosen. Move to:", "{n} cards chosen. Move to:", n) : this.status || t("Drag a card onto the name of a group, or press its move button.");
    return html`<div class="tools">
      <p class="row" role="group" aria-label=${t("Move to")}>
        <span class="grow status">${said}</span>
        ${n ? html`<button type="button" class="slim" @click=${() => this.#clear()}>${t("Choose none")}</button>` : nothing}
        ${this.desk.forms.isOpen(NEW) ? nothing : this.#naming()}
        <button type="button" aria-disabled=${!canUndo} @click=${() => canUndo && this.#undo()}>${t("Undo")} <kbd aria-hidden="true">Ctrl Z</kbd></button></p>
      <p class="ways">${this.all.map((pile) => this.#way(pile))}</p>
      ${this.desk.forms.isOpen(NEW) ? this.#naming() : nothing}</div>
      ${this.#left()}`;
  }

  /** Before a vote between the groups: what lies in none is not chosen from. */
  #left() {
    const { order, activities } = this.desk.texts;
    const cards = this.all.find(({ id }) => !id)?.cards.map(([id]) => id) ?? [];
    const isVote = activities[order[order.indexOf(this.where) + 1]]?.kind === "vote";
    if (!cards.length || !isVote || this.all.length < 2) return nothing;
    const gather = () => this.desk.press("add_theme", this.where, { name: t("The rest"), lang: this.desk.lang, cards }) && this.#tell(t("The rest is a group now."));
    return html`<div class="notice waiting" id="rest" tabindex="-1"><p><b>${tn("{n} card is in no group.", "{n} cards are in no group.", cards.length)}</b>
        ${t("Next people choose between groups. What is in no group can not be chosen, and is kept.")}</p>
      <p><button type="button" @click=${gather}>${t("Gather the rest into one group")}</button></p></div>`;
  }

  /** Before the step that comes next: two groups at least, or there is nothing to choose from. @param {unknown} _ @param {Cluster} cluster */
  ahead(_, { themes = {} }) {
    const { order, activities } = this.desk.texts;
    const next = activities[order[order.indexOf(this.desk.view.agenda.current) + 1] ?? ""];
    if (next?.kind !== "vote" || Object.keys(themes).length >= 2) return nothing;
    return html`<p class="notice waiting"><b>${t("Make two groups first.")}</b> ${t("Next people choose between groups.")}</p>`;
  }

  /** To a group: for the cards that are chosen, else for the eyes; and to drop on. @param {Pile} pile */
  #way({ id, cards }) {
    const name = html`${this.#tile(id)} <span>${this.#name(id)}</span>`;
    if (!this.chosen.size) return html`<a class="button" data-pile=${id} href="#${idOf("pile", id)}">${name} <span class="count">${cards.length}</span></a>`;
    return html`<button type="button" data-pile=${id} @click=${() => this.#move([...this.chosen.keys()], id)}>${name}</button>`;
  }

  #naming() {
    const { desk } = this;
    const label = this.chosen.size ? t("A new group of these") : t("A new group");
    const send = () => {
      const name = desk.forms.text(NEW, "name");
      if (!name) return desk.refuse(NEW, t("Write a name first."));
      const cards = [...this.chosen.keys()];
      this.after = cards[0] ? following(this.all, cards[0], cards) : "";
      desk.pressForm(NEW, "add_theme", this.where, { name, lang: desk.lang, ...(cards.length && { cards }) });
      this.#tell(t("A new group: {name}", { name }));
    };
    return behind(desk, NEW, label, () => form(desk, NEW, {
      fields: field(desk, { form: NEW, name: "name", label: t("Name of the group") }), label: t("Save the group"), send, quit: t("Cancel"),
    }));
  }

  /** @param {Pile} pile @param {boolean} isOpen */
  #pile({ id, cards }, isOpen) {
    const theme = this.themes[id];
    const others = this.all.filter((pile) => pile.id && pile.id !== id).map((pile) => ({ value: pile.id, text: this.#name(pile.id) }));
    return html`<section class="pile ${id ? "" : "others"}" data-pile=${id} aria-labelledby=${idOf("pile", id)}>
      <h2 id=${idOf("pile", id)}>${this.#tile(id)} <span lang=${theme?.lang ?? nothing} dir="auto">${this.#name(id)}</span> <span class="count">${cards.length}</span></h2>
      ${theme && isOpen ? change(this.desk, { id, theme, in: this.where, others }) : nothing}
      <ul>${repeat(cards, ([card]) => card, ([card, each]) => html`<li data-card=${card} @pointerdown=${(/** @type {PointerEvent} */ event) => isOpen && this.dragging.take(card, event)}>${isOpen ? this.#card(card, each) : text(each)}</li>`)}</ul>
    </section>`;
  }

  /** @param {string} id @param {Grouped} each */
  #card(id, each) {
    const isAsking = this.asking === id;
    const ways = this.all.filter((pile) => pile.id !== (each.theme ?? "")).map((pile) => ({ id: pile.id, tile: this.#tile(pile.id), name: this.#name(pile.id), lang: this.themes[pile.id]?.lang }));
    if (this.hiding.card === id) return html`<div class="hides-it">${text(each)} ${this.hiding.control(each.in ?? "", id, each.text)}</div>`;
    return html`<label class="tick" data-card=${id}>
        <input type="checkbox" id=${idOf("card", id)} .checked=${this.chosen.has(id)} @change=${() => this.#choose(id, each)} />${text(each)}</label>
      <button type="button" class="handle" id=${idOf("move", id)} aria-expanded=${isAsking} aria-label="${t("Move")}: ${each.text}" @click=${() => this.#ask(id)}><span aria-hidden="true">⠿</span></button>
      ${isAsking ? menu(ways, { move: (theme) => this.#go(id, theme, "move"), makeNew: () => this.#nameNew(id), hide: () => this.#hide(id, each), fold: () => this.#fold(id) }) : nothing}`;
  }

  /** @param {string} id */
  #tile(id) {
    return html`<span class="tile" aria-hidden=${id ? nothing : "true"}>${id ? letter(this.all.findIndex((pile) => pile.id === id) - 1) : "–"}</span>`;
  }

  /** @param {string} id */
  #name(id) {
    return this.themes[id]?.name ?? t("Not yet in a group");
  }

  // Gestures

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

  /** The list of groups, on the card: the first of them has the focus. @param {string} card */
  #ask(card) {
    this.asking = this.asking === card ? "" : card;
    this.desk.redraw.now();
    if (this.asking) keep(node("ways"));
  }

  /** @param {string} card */
  #fold(card) {
    if (this.asking === card) this.asking = "";
    this.desk.redraw();
  }

  /** @param {string} card */
  #leave(card) {
    this.asking = "";
    this.desk.redraw.now();
    node(idOf("move", card))?.focus();
  }

  #undo() {
    if (this.desk.press("undo", this.where)) this.#tell(t("Taken back."));
  }

  /** One reads on with the next card. @param {string} card @param {string} theme @param {"card" | "move"} what had the focus */
  #go(card, theme, what) {
    const going = moved(card, [...this.chosen.keys()]);
    this.asking = "";
    node(idOf(what, following(this.all, card, going)))?.focus();
    this.#move(going, theme);
  }

  /** @param {string[]} cards @param {string} theme */
  #move(cards, theme) {
    const there = this.all.find((pile) => pile.id === theme);
    const coming = cards.filter((card) => !there?.cards.some(([id]) => id === card));
    if (!there || !coming.length || !this.desk.press("move_cards", this.where, { cards, theme })) return this.desk.redraw.now();
    const n = there.cards.length + coming.length;
    const values = { letter: letter(this.all.indexOf(there) - 1) };
    this.#tell(theme ? tn("Moved to group {letter}, {n} card", "Moved to group {letter}, {n} cards", n, values) : t("Moved out of the groups"));
  }

  /** @param {string} what was done */
  #tell(what) {
    this.status = what;
    say(what);
    this.desk.redraw.now();
  }

  /** @param {string} card @param {Grouped} each */
  #hide(card, { text }) {
    this.asking = "";
    this.hiding.ask(card, text);
  }

  /** @param {string} card */
  #nameNew(card) {
    const theme = this.all.find((pile) => pile.cards.some(([id]) => id === card))?.id ?? "";
    this.asking = "";
    if (!this.chosen.size) this.chosen.set(card, theme);
    this.desk.turn(NEW, true);
  }

  /** Keys on a card: 1–9 to a group, 0 to none, N to a new one, Enter for the list; anywhere on the page: Ctrl Z. @param {KeyboardEvent} event */
  press(event) {
    if (event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey)) return this.#undo(), true;
    const at = event.target instanceof Element ? event.target : null;
    const card = /** @type {HTMLElement | null | undefined} */ (at?.closest("li[data-card]"))?.dataset.card;
    if (!card || event.ctrlKey || event.metaKey || event.altKey) return false;
    if (at && steer(event, at, () => this.#leave(card))) return true;
    if (event.key.toLowerCase() === "n") return this.#nameNew(card), true;
    if (event.key === "Enter" && at?.matches("input")) return this.#ask(card), true;
    const theme = themeOf(event.key, this.all);
    if (theme !== undefined) this.#go(card, theme, at?.matches("input") ? "card" : "move");
    return theme !== undefined;
  }
}

/** @param {Grouped} each */
function text(each) {
  return html`<span lang=${each.lang} dir="auto">${each.text}</span>`;
}
