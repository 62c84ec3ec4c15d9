/** The steps of the day, stage by stage: where the room is, what is done and what is to come, and how long it lasts. */

import { html, nothing, short, stageName, t, timeOfDay } from "../parts.js";
import { lasting } from "./plan.js";

/** @typedef {import("./desk.js").Desk} Desk */
/** @typedef {import("../protocol").Texts} Texts */
/** Steps that stand under one heading. @typedef {{stage: string, ids: string[], minutes: number}} Stage */

const COUNTED = ["collect", "vote", "survey", "consent"];
const LETTERS = 56;

/** @param {Desk} desk */
export function agendaList(desk) {
  const { agenda } = desk.view;
  const stages = stagesOf(desk.texts);
  return html`${agenda.closed ? nothing : plan(desk)}<ol class="agenda">
    <li class="lobby" aria-current=${agenda.current ? nothing : "step"}><span class="at" aria-hidden="true">${agenda.current ? "✓" : "•"}</span> ${t("Lobby")}</li>
    ${stages.map((stage, i) => part(desk, stage, i + 1))}
  </ol>`;
}

/** The same stage may come again, in another session. @param {Texts} texts @returns {Stage[]} */
export function stagesOf({ order, activities }) {
  /** @type {Stage[]} */
  const all = [];
  order.forEach((id, i) => {
    const [its, last] = [activities[id], activities[order[i - 1] ?? ""]];
    if (!i || its?.stage !== last?.stage || its?.session !== last?.session) all.push({ stage: its?.stage ?? "", ids: [], minutes: 0 });
    all.at(-1)?.ids.push(id);
    Object.assign(all.at(-1) ?? {}, { minutes: (all.at(-1)?.minutes ?? 0) + (its?.minutes ?? 0) });
  });
  return all;
}

/** @param {Desk} desk */
function plan({ view, texts, line }) {
  const { all, left, slack } = lasting(view, texts, line.now());
  return html`<p class="plan">${slack ? t("{n} min of steps, {slack} min to spare.", { n: all, slack }) : t("{n} min in all.", { n: all })}<br />
    ${t("By this plan it ends at {time}.", { time: timeOfDay(line.now() + 60 * left) })}</p>`;
}

/** The one where the room is lies open; the others can be opened. @param {Desk} desk @param {Stage} stage @param {number} n */
function part(desk, { stage, ids, minutes }, n) {
  const { agenda } = desk.view;
  const isHere = ids.includes(agenda.current) && !agenda.closed;
  const isDone = agenda.closed || isBehind(desk, ids.at(-1) ?? "");
  return html`<li class="stage ${isHere ? "here" : isDone ? "done" : ""}"><details ?open=${isHere}>
    <summary><span class="at" aria-hidden="true">${isDone ? "✓" : n}</span> <span class="name">${stageName(stage)}${isDone ? html`<span class="spoken">, ${t("done")}</span>` : nothing}</span>
      <span class="minutes">${t("{n} min", { n: minutes })}</span></summary>
    <ol>${ids.map((id) => step(desk, id))}</ol></details></li>`;
}

/** @param {Desk} desk @param {string} id */
function isBehind({ view, texts }, id) {
  return texts.order.indexOf(id) < texts.order.indexOf(view.agenda.current);
}

/** @param {Desk} desk @param {string} id */
function step(desk, id) {
  const { texts, view } = desk;
  const its = texts.activities[id];
  const isHere = id === view.agenda.current && !view.agenda.closed;
  const life = view.lives?.[id]?.life ?? "waiting";
  return html`<li aria-current=${isHere ? "step" : nothing}>
    <span class="name" lang=${its?.lang ?? texts.lang}>${short(its?.prompt ?? "", LETTERS)}</span>
    <span class="info">${t("{n} min", { n: its?.minutes ?? 0 })}${life === "waiting" && isBehind(desk, id) ? named("–", t("passed over")) : lifeName(desk, life, its?.kind ?? "", isHere)}</span>
  </li>`;
}

/** @param {string} icon @param {string} word */
function named(icon, word) {
  return html` · <span aria-hidden="true">${icon}</span> ${word}`;
}

/** After the end nothing is open, and nothing is to come. @param {Desk} desk @param {string} life @param {string} kind @param {boolean} [isHere] */
export function lifeName({ view }, life, kind, isHere = true) {
  const isOver = view.agenda.closed;
  if (life === "waiting") return isOver ? nothing : named("○", isHere ? t("now – not opened yet") : t("to come"));
  if (life === "open" && !isOver) return named("◐", t("open"));
  if (!COUNTED.includes(kind)) return named("✓", t("done"));
  return life === "revealed" ? named("✓", t("shown")) : named("●", t("closed"));
}

/** What people do in a step. @param {string} kind @param {boolean} isToRead */
export function kindName(kind, isToRead) {
  const names = {
    discuss: isToRead ? t("reading and talk") : t("talk"), collect: t("writing"), cluster: t("grouping"), vote: t("vote"),
    consent: t("decision"), plan: t("plan"), survey: t("questions"),
  };
  return names[/** @type {keyof typeof names} */ (kind)] ?? kind;
}
