/** Plan: what is agreed, who takes it on, and, where people fill it themselves, writing it. */

import { card } from "../cards.js";
import { fields, written } from "../fields.js";
import { byId, html, nothing, t } from "../parts.js";
import { forWhom, refused } from "./became.js";
import { Filling } from "./filling.js";
import { nobodyYet, Taking } from "./taking.js";

/** @typedef {import("./here.js").Now} Now */
/** @typedef {import("../protocol").Plan} Plan */
/** @typedef {import("../protocol").PlanRecord} PlanRecord */

const SAID = ["take_on", "let_go", "propose_wording", "write_field", "add_record", "use_wording"];

export class Part {
  /** @param {import("./here.js").Here} here */
  constructor(here) {
    this.here = here;
    this.taking = new Taking(here);
    this.filling = new Filling(here);
  }

  /** @param {Now} now */
  said({ life }) {
    return life === "open" ? t("The plan is written now.") : "";
  }

  next() {
    return t("Everybody can read the plan when the workshop is over.");
  }

  /** @param {Now} now */
  body(now) {
    const shown = /** @type {Plan} */ (/** @type {unknown} */ (now.shown));
    const records = Object.entries(shown.records ?? {}).filter(([, each]) => !each.dropped);
    const canFill = this.here.isFor && now.life === "open" && now.step?.plan?.who_fills !== "facilitator";
    if (now.life === "waiting") return html`<p>${t("The plan is written soon.")}</p>${this.items(shown, false, now)}`;
    const who = canFill ? t("You may write the plan here. So may the others.") : t("The facilitator writes the plan.");
    return html`${this.here.isFor ? nothing : forWhom()}
      ${now.life === "open" && this.here.isFor ? html`<p class="notice">${who} ${t("Say aloud what to do, who does it and when.")}</p>` : nothing}
      ${refused(this.here, now.activity, SAID, ({ d }) => !records.some(([id]) => id === d.record))}
      ${records.length ? nothing : html`<p>${t("Nothing has been written yet.")}</p>`}
      ${records.map(([id, each]) => this.record(now, shown, id, each, canFill))}
      ${this.items(shown, canFill, now)}`;
  }

  /** @param {Now} now @param {Plan} shown @param {string} id @param {PlanRecord} record @param {boolean} canFill */
  record(now, shown, id, record, canFill) {
    const { here, filling } = this;
    const kind = shown.kind_of ?? "action";
    const head = kind === "response" ? "reason" : "what";
    const { text, lang } = written(record, head);
    return html`<article class="card record" id="record ${id}">
      <h2 lang=${lang} dir="auto">${kind === "response" ? this.heard(shown, record) : text || this.heard(shown, record)}</h2>
      ${filling.record === id && canFill ? filling.form(now.activity, id, record, kind) : fields(record, kind, kind === "response" ? [] : ["what"])}
      ${nobodyYet(record)}
      ${here.isFor ? this.taking.rows(now.activity, id, record) : nothing}
      ${refused(here, now.activity, SAID, (each) => each.d.record === id && !(each.do === "write_field" && filling.record === id && canFill))}
      ${here.isFor && now.life === "open" ? filling.offers(now.activity, id, record, kind, canFill) : nothing}
    </article>`;
  }

  /** What it comes from. @param {Plan} shown @param {PlanRecord} record */
  heard({ items = {} }, { sources = [] }) {
    return sources.map((id) => items[id]?.text).filter(Boolean).join("; ") || t("Without words so far");
  }

  /** What the plan rests on. @param {Plan} shown @param {boolean} canFill @param {Now} now */
  items({ items = {}, records = {} }, canFill, { activity }) {
    const used = new Set(Object.values(records).filter((each) => !each.dropped).flatMap(({ sources = [] }) => sources));
    const all = byId(items);
    if (!all.length) return nothing;
    return html`<section><h2>${t("The plan rests on these")}</h2>
      <ul class="cards">${all.map(([id, each]) => html`<li class="card">${card(each, this.here.texts)}
        ${canFill && !used.has(id) ? html`<p class="row"><button type="button" @click=${() => this.filling.begin(activity, id)}>${t("Plan this")}</button></p>` : nothing}
      </li>`)}</ul></section>`;
  }
}
