/** The screen: what the whole room sees. It never leads; it only passes keys on to a console in the same browser. */

import { carried, cardsWritten, html, node, nothing, people, render, stageName, t, tick, timeOfDay, timer, unhurried } from "./parts.js";
import { beside } from "./screen/beside.js";
import { isOpen, lobby, next, over } from "./screen/door.js";
import { keys, listen } from "./screen/keys.js";
import { begins, filled, turned } from "./screen/wall.js";
import { collect, discuss } from "./screen/written.js";
import { Line } from "./socket.js";

/** @typedef {import("./screen/written.js").Board} Board */
/** What a kind is told, with what is known of its activity. @template [A=import("./protocol").Activity] @typedef {{step: import("./protocol").Step, activity: A, texts: import("./protocol").Texts, joined: number}} Now */

const PAGE_MS = 12000;
const REPAINT_MS = 1000;
const SOON_MS = 5000;
/** @type {import("./protocol").Activity} */
const NOWHERE = { kind: "", life: "waiting", ends: 0 };
const NOTHING = /** @type {Board} */ ({ above: () => nothing, entries: [] });

/** What each kind shows; some come a little later, and long before the line may be cut. @type {Record<string, (now: Now<any>) => Board>} */
const boards = { collect, discuss };
/** @type {Record<string, () => Promise<{board: (now: Now<any>) => Board}>>} */
const LATER = {
  vote: () => import("./screen/vote.js"),
  survey: () => import("./screen/survey.js"),
  consent: () => import("./screen/consent.js"),
  cluster: () => import("./screen/cluster.js"),
  plan: () => import("./screen/plan.js"),
};

const { place, first, texts } = carried();
const draw = unhurried(drawNow, REPAINT_MS);
const line = new Line(place, first, draw);
const TOP = { from: "", shown: 0 };
let page = TOP;
/** What the wall was about when it was drawn last. */
let about = "";
let turn = 0;

node("app").replaceChildren();
drawNow();
line.start();
listen(place, drawNow);
setInterval(() => tick(line.now()), 1000);
setInterval(turnPage, PAGE_MS);
setTimeout(() => Object.keys(LATER).forEach((kind) => load(kind).catch(() => undefined)), SOON_MS);
addEventListener("resize", draw);
document.fonts.ready.then(draw);

function drawNow() {
  const now = situation();
  const { entries } = now.board;
  if (about !== aboutOf(now)) [about, page] = [aboutOf(now), TOP];
  render(face(now), node("app"));
  const before = page;
  page = filled(entries, before);
  if (page.from !== before.from || page.shown !== before.shown) render(face(now), node("app"));
  tick(line.now());
  document.title = `${texts.title} – Talko`;
}

/** A wall of something else is read from its top: a result by its first, not from where the options were. @param {Situation} now */
function aboutOf({ at, view, activity }) {
  const { life, round = "", themes = {} } = /** @type {import("./protocol").Activity & {round?: string, themes?: object}} */ (activity);
  return [at, view.agenda.current, life, round, Object.keys(themes).length].join("/");
}

/** Where the room is, as one value. */
function situation() {
  const { agenda, activities, lobby } = line.state.view;
  const step = texts.activities[agenda.current];
  const isGone = line.connection === "gone";
  const at = isGone ? "gone" : agenda.closed ? "over" : agenda.break_ends ? "break" : step ? "step" : "lobby";
  const activity = activities[agenda.current] ?? NOWHERE;
  const board = at === "step" && !keys.showsDoor ? shownBy({ step, activity, texts, joined: lobby.joined }) : NOTHING;
  return { at: keys.showsDoor && !isGone ? "lobby" : at, step, activity, board, view: line.state.view };
}
/** @typedef {ReturnType<typeof situation>} Situation */

/** @param {Now} now @returns {Board} */
function shownBy(now) {
  const { kind } = now.activity;
  const board = boards[kind];
  if (board) return board(now);
  if (LATER[kind]) load(kind).then(drawNow, () => undefined);
  return { above: () => html`<h1 lang=${now.step.lang}>${now.step.prompt}</h1>`, entries: [] };
}

/** @param {string} kind */
async function load(kind) {
  const come = await LATER[kind]?.();
  if (come) boards[kind] = come.board;
}

/** @param {Situation} now */
function face(now) {
  if (keys.isBlank) return html`<p class="spoken">${t("The screen rests.")}</p>`;
  return html`<div class="face">
    ${now.at === "lobby" || now.at === "over" ? nothing : bar(now)}
    <main class=${now.at}>${middle(now)}</main>
    ${foot(now)} ${keys.note ? html`<p class="note" role="status">${keys.note}</p>` : nothing}
  </div>`;
}

/** @param {Situation} now */
function bar({ at, step, activity, view }) {
  const isTimed = at === "step" && activity.life === "open" && step?.timer;
  const until = at === "break" ? view.agenda.break_ends : isTimed ? activity.ends : 0;
  return html`<header>
    ${at === "step" || at === "break" ? chips(step?.stage) : nothing}
    ${line.connection === "offline" ? html`<p class="off">${t("No connection")}</p>` : nothing}
    ${until ? html`<p class="timer">${timer(until)}</p>` : nothing}
  </header>`;
}

/** @param {string | undefined} here */
function chips(here) {
  const stages = [...new Set(texts.order.map((id) => texts.activities[id]?.stage ?? ""))];
  return html`<ol class="stages" aria-label=${t("Stages")}>${stages.map((each, i) => pill(each, i + 1, each === here))}</ol>`;
}

/** @param {string} stage @param {number} n @param {boolean} isHere */
function pill(stage, n, isHere) {
  if (isHere) return html`<li aria-current="step">${n} ${stageName(stage)}</li>`;
  return html`<li>${n}<span class="spoken"> ${stageName(stage)}</span></li>`;
}

/** @param {Situation} now */
function middle({ at, step, board, view }) {
  if (at === "lobby") return lobby(place, texts, view);
  if (at === "gone") return html`<h1 class="big">${t("This workshop is not here any longer.")}</h1>`;
  if (at === "over") return over(place, texts, view);
  if (at === "break") return html`<h1>${t("Break until {time}", { time: timeOfDay(view.agenda.break_ends) })}</h1>${beside(view, turn)}`;
  const of = board.entries[begins(board.entries, page)]?.[1].of ?? "";
  return html`${board.above(of)} ${board.entries.length ? wall(board, of) : board.below ?? nothing}
    ${board.entries.length ? nothing : html`${step?.stage === "closing" ? next(view.contact) : nothing} ${beside(view, turn)}`}`;
}

/** How many more there are is told of those under the same heading. @param {Board} board @param {string} of */
function wall({ entries }, of) {
  const more = entries.filter(([, each]) => (each.of ?? "") === of).length - page.shown;
  const isPaused = keys.isPaused && entries.length > page.shown;
  return html`<ul class="wall" id="wall"></ul>
    <p class="more">${more > 0 ? t("+ {n} more", { n: more }) : nothing} ${isPaused ? t("Paused") : nothing}</p>`;
}

/** @param {Situation} now */
function foot({ at, board, activity, view }) {
  if (at === "lobby" || at === "gone" || at === "over") return nothing;
  const written = activity.kind === "collect" && activity.life === "open" && board.entries.length;
  return html`<footer>
    <p>${isOpen(place, view) ? html`${t("Join:")} <b>${place.join?.address}</b> <b class="code">${place.join?.code}</b> <span lang=${texts.langs[0]}>${texts.phrase}</span>` : html`<span lang=${texts.langs[0]} dir="auto">${texts.title}</span>`}</p>
    <p>${written ? html`<span>${cardsWritten(activity.written ?? 0)}</span>` : nothing} <span>${people(view.lobby.joined)}</span></p>
  </footer>`;
}

function turnPage() {
  turn += 1;
  const { entries } = situation().board;
  if (!keys.isPaused && entries.length > page.shown) page = turned(entries, page);
  draw();
}
