/** What waits: those who asked for time, and until when they are waited for. */

import { outcome } from "../outcome.js";
import { html, nothing, t } from "../parts.js";
import { behind, field, form } from "./fields.js";

/** By shape and word. @param {string} result @param {string} [by] */
export function sign(result, by) {
  const [shape, word] = outcome(result, by);
  return html`<span class="sign"><span aria-hidden="true">${shape}</span> ${word}</span>`;
}

/** Those who asked for time, and until when they are waited for. @param {import("./desk.js").Desk} desk */
export function waiting(desk) {
  const all = Object.entries(desk.view.later ?? {}).flatMap(([where, rounds]) => Object.entries(rounds).map(([round, each]) => ({ where, round, ...each })));
  if (!all.length) return nothing;
  return html`<section id="waiting" role="group" aria-labelledby="waiting-name" tabindex="-1"><h2 id="waiting-name">${t("Waits for an answer")}</h2>
    <ul class="cards list">${all.map((each) => html`<li class="card">
      <p lang=${each.lang || nothing} dir="auto">${each.text || desk.texts.activities[each.where]?.prompt}</p>
      ${each.decide_by ? html`<p>${sign("pending", each.decide_by)}</p>` : nothing}
      ${desk.canLead && !desk.view.agenda.closed ? dateForm(desk, each) : nothing}</li>`)}</ul></section>`;
}

/** After the end: one may come with a late answer. What is hidden now is gone for good. @param {import("./desk.js").Desk} desk @param {import("./hiding.js").Hiding} hiding */
export function concerns(desk, hiding) {
  const all = Object.entries(desk.view.concerns ?? {}).flatMap(([where, cards]) => Object.entries(cards).map(([id, each]) => ({ where, id, ...each })));
  if (!all.length) return nothing;
  return html`<section><h2>${t("Concerns that stand in the plan")}</h2>
    <p class="quiet">${t("What you hide now is gone for good.")}</p>
    <ul class="cards list">${all.map(({ where, id, text, lang }) => html`<li class="card"><p lang=${lang} dir="auto">${text}</p>${hiding.control(where, id, text)}</li>`)}</ul></section>`;
}

/** @param {import("./desk.js").Desk} desk @param {{where: string, round: string, decide_by: string}} of */
function dateForm(desk, { where, round, decide_by: by }) {
  const name = `wait ${round}`;
  const send = () => desk.write(name, "decide_by", where, { round, date: desk.forms.text(name, "date", by) });
  const fields = field(desk, { form: name, name: "date", label: t("Until which day do we wait?"), as: "date", value: by });
  const opened = () => form(desk, name, { fields, label: t("Save the date"), send, quit: by ? t("Cancel") : undefined });
  return by ? behind(desk, name, t("Another day"), opened) : opened();
}
