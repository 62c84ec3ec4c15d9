/** Taking on: somebody says "I do it", by the name they choose; and may let go again. */

import { keep } from "../outbox.js";
import { html, node, nothing, say, t } from "../parts.js";

/** @typedef {import("./here.js").Here} Here */
/** @typedef {import("../protocol").PlanRecord} PlanRecord */
/** @typedef {"owner" | "follower" | "helper"} What */

const PARTS = /** @type {What[]} */ (["owner", "follower", "helper"]);
const MAX_NAME = 60;

export class Taking {
  /** What somebody is about to take on: the record and the part. */
  asked = "";
  problem = "";

  /** @param {Here} here */
  constructor(here) {
    this.here = here;
  }

  get nameKey() {
    return `${this.here.prefix}called:${this.here.guest}`;
  }

  /** Each part keeps its own button, so that none turns into another under a finger. @param {string} activity @param {string} id @param {PlanRecord} record */
  rows(activity, id, record) {
    const mine = this.here.person.records?.[activity]?.[id] ?? [];
    return PARTS.map((part) => {
      if (mine.includes(part)) return this.own(activity, id, part);
      if (!this.isFree(part, record, mine)) return nothing;
      return this.asked === `${id} ${part}` ? this.form(activity, id, part) : this.button(id, part);
    });
  }

  /** One does it, another follows it up; who follows may help too. @param {What} part @param {PlanRecord} record @param {string[]} mine */
  isFree(part, record, mine) {
    if (part === "owner") return !record.owner_accepted && !mine.includes("follower");
    if (part === "follower") return !record.follower && !mine.includes("owner");
    return !mine.includes("owner");
  }

  /** @param {string} id @param {What} part */
  button(id, part) {
    const ask = () => {
      this.asked = `${id} ${part}`;
      this.problem = "";
      this.here.draw.now();
      node("called")?.focus();
    };
    return html`<button type="button" class="block" @click=${ask}>${offer(part)}</button>`;
  }

  /** @param {string} activity @param {string} id @param {What} part */
  form(activity, id, part) {
    const take = (/** @type {SubmitEvent} */ event) => {
      event.preventDefault();
      const name = /** @type {HTMLInputElement} */ (node("called")).value.trim();
      this.problem = name ? ([...name].length > MAX_NAME ? t("The text is too long. Make it shorter.") : "") : t("Write a name first.");
      if (this.problem) return say(this.problem), this.here.draw();
      keep.set(this.nameKey, name);
      this.forget(activity, id);
      this.here.say("take_on", activity, { record: id, part, name });
      this.leave();
    };
    return html`<form class="asked" novalidate @submit=${take}>
      <label for="called">${t("How do you want to be called on the plan?")}</label>
      <p class="hint" id="called-hint">${t("A first name or a nickname is enough.")} ${t("Your role is never shown.")}</p>
      <input id="called" dir="auto" autocomplete="off" aria-describedby="called-hint called-problem" .value=${keep.get(this.nameKey) ?? ""} />
      <p class="error" id="called-problem" ?hidden=${!this.problem}>${this.problem}</p>
      <p class="row"><button class="primary">${offer(part)}</button>
        <button type="button" class="plain" @click=${() => this.leave()}>${t("No, go back")}</button></p>
    </form>`;
  }

  /** What was refused before it. @param {string} activity @param {string} id */
  forget(activity, id) {
    const before = this.here.items(activity).filter((each) => each.state === "refused" && each.do === "take_on" && each.d.record === id);
    before.forEach((each) => this.here.line.forget(each.id));
  }

  leave() {
    this.asked = "";
    this.here.draw.now();
    node("main").focus({ preventScroll: true });
  }

  /** @param {string} activity @param {string} id @param {What} part */
  own(activity, id, part) {
    const letGo = () => this.here.say("let_go", activity, { record: id, part });
    return html`<p class="mine"><b>✓ ${taken(part)}</b> <button type="button" class="plain" @click=${letGo}>${t("Let go")}</button></p>`;
  }
}

/** @param {What} part */
function offer(part) {
  if (part === "owner") return t("I take this on");
  return part === "follower" ? t("I follow this up") : t("I help");
}

/** @param {What} part */
function taken(part) {
  if (part === "owner") return t("You took this on.");
  return part === "follower" ? t("You follow this up.") : t("You help.");
}

/** Where nothing may be taken on. */
export function nobodyYet(/** @type {PlanRecord} */ { owner }) {
  return owner ? nothing : html`<p class="quiet">${t("Nobody has taken this on yet.")}</p>`;
}
