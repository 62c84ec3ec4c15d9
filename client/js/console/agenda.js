/** The steps of the day: where the room is, what is done and what is to come, and how long it lasts. */

import { html, nothing, short, stageName, t, timeOfDay } from "../parts.js";
import { lasting } from "./plan.js";

/** @typedef {import("./desk.js").Desk} Desk */

const COUNTED = ["collect", "vote", "survey", "consent"];

/** @param {Desk} desk */
export function agendaList(desk) {
  const { agenda } = desk.view;
  const { order } = desk.texts;
  return html`${agenda.closed ? nothing : plan(desk)}<ol class="agenda">
    <li aria-current=${agenda.current ? nothing : "step"}><span class="name">${t("Lobby")}</span></li>
    ${order.map((id, i) => step(desk, id, order[i - 1] ?? ""))}
  </ol>`;
}

/** @param {Desk} desk */
function plan({ view, texts, line }) {
  const { all, left } = lasting(view, texts, line.now());
  return html`<p class="plan">${t("{n} min in all.", { n: all })}<br />
    ${t("By this plan it ends at {time}.", { time: timeOfDay(line.now() + 60 * left) })}</p>`;
}

/** @param {Desk} desk @param {string} id @param {string} before */
function step(desk, id, before) {
  const { texts, view } = desk;
  const [its, last] = [texts.activities[id], texts.activities[before]];
  const isHere = id === view.agenda.current && !view.agenda.closed;
  const isNewStage = its?.stage !== last?.stage || its?.session !== last?.session;
  return html`<li aria-current=${isHere ? "step" : nothing}>
    ${isNewStage ? html`<span class="stage">${stageName(its?.stage ?? "")}</span>` : nothing}
    <span class="name" lang=${its?.lang ?? texts.lang}>${short(its?.prompt ?? "", 56)}</span>
    <span class="quiet">${t("{n} min", { n: its?.minutes ?? 0 })}${lifeName(desk, view.lives?.[id]?.life ?? "waiting", its?.kind ?? "")}</span>
  </li>`;
}

/** After the end nothing is open, and nothing is to come. @param {Desk} desk @param {string} life @param {string} kind */
export function lifeName({ view }, life, kind) {
  const isOver = view.agenda.closed;
  const named = (/** @type {string} */ icon, /** @type {string} */ word) => html` · <span aria-hidden="true">${icon}</span> ${word}`;
  if (life === "waiting") return isOver ? nothing : named("○", t("to come"));
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
