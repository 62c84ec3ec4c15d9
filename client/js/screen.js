/** The screen: what the whole room sees. It never leads; it only passes keys on to a console in the same browser. */

import { Line } from "./line.js";
import { carried, html, node, nothing, render, t, tick, timeOfDay, unhurried } from "./parts.js";
import { bar, foot } from "./screen/bar.js";
import { beside } from "./screen/beside.js";
import { turnRings } from "./screen/clock.js";
import { lobby, next, over } from "./screen/door.js";
import { keys, listen } from "./screen/keys.js";
import { Order } from "./screen/order.js";
import { alsoSaid, follow } from "./screen/second.js";
import { softly } from "./screen/soft.js";
import { asked } from "./screen/told.js";
import { TOP, begins, filled, isCut, toTurn, turned } from "./screen/wall.js";
import { collect, discuss } from "./screen/written.js";
import { Wire } from "./socket.js";

/** @typedef {import("./screen/written.js").Board} Board */
/** What a kind is told, with what is known of its activity. @template [A=import("./protocol").Activity] @typedef {{id: string, step: import("./protocol").Step, activity: A, texts: import("./protocol").Texts, joined: number}} Now */

const PAGE_MS = 12000;
const REPAINT_MS = 1000;
const SOON_MS = 5000;
/** All letters; where one text is longer than the screen, so many, and the phones carry all of it. */
const LETTERS = [Infinity, 300, 220, 160, 120, 90, 60, 40];
/** A wall less high than this part of the screen is none. */
const LEAST_WALL = 0.12;
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
const order = new Order(draw);
const still = matchMedia("(prefers-reduced-motion: reduce)");
let page = TOP;
/** What the wall was about when it was drawn last. */
let about = "";
/** Where the room was when it was drawn last. */
let step = "";
let turn = 0;

node("app").replaceChildren();
drawNow();
line.start(Wire);
listen(place, { redraw: drawNow, turn: turnPage });
setInterval(tickNow, 1000);
setInterval(() => mayMove() && turnPage(1), PAGE_MS);
setTimeout(() => Object.keys(LATER).forEach((kind) => load(kind).catch(() => undefined)), SOON_MS);
addEventListener("resize", draw);
document.fonts.ready.then(draw);

/** From one step to the next it goes softly. */
function drawNow() {
  follow(place, texts, line.state.view, draw);
  const { at, view } = situation();
  const before = step;
  step = `${at} ${view.agenda.current}`;
  softly(paintNow, before !== "" && before !== step && !view.screen?.calm && !still.matches);
}

/** As the room is then, for a step that goes softly is painted a little later. The letters of one text are fewer only where it would else hang out of the screen. */
function paintNow() {
  const now = situation();
  if (about !== aboutOf(now)) [about, page] = [aboutOf(now), TOP];
  now.board.entries = order.settled(now.board.entries, about);
  LETTERS.find((letters) => paint(now, letters));
  document.documentElement.classList.toggle("blank", keys.isBlank);
  tickNow();
  document.title = `${texts.title} – Talko`;
}

/** @param {Situation} now @param {number} letters @returns {boolean} whether all of it is seen */
function paint(now, letters) {
  render(face(now, letters), node("app"));
  const before = page;
  page = filled(now.board.entries, before, (id) => order.isNew(id));
  if (page.from !== before.from || page.shown.length !== before.shown.length) render(face(now, letters), node("app"));
  const parts = [...document.querySelectorAll("main, .panel")];
  return !isCut() && parts.every((each) => each.scrollHeight <= each.clientHeight + 1) && isHighEnough(node("wall"));
}

/** @param {HTMLElement | null} wall */
function isHighEnough(wall) {
  return !wall || wall.clientHeight >= LEAST_WALL * innerHeight;
}

/** A wall of something else is read from its top: a result by its first, not from where the options were. @param {Situation} now */
function aboutOf({ at, view, activity }) {
  const { life, round = "", themes = {} } = /** @type {import("./protocol").Activity & {round?: string, themes?: object}} */ (activity);
  return [at, view.agenda.current, life, round, Object.keys(themes).length > 0, activity.kind in boards].join("/");
}

/** Where the room is, as one value. */
function situation() {
  const { agenda, activities, lobby } = line.state.view;
  const step = texts.activities[agenda.current];
  const isGone = line.connection === "gone";
  const at = isGone ? "gone" : agenda.closed ? "over" : agenda.break_ends ? "break" : step ? "step" : "lobby";
  const activity = activities[agenda.current] ?? NOWHERE;
  const board = at === "step" && !keys.showsDoor ? shownBy({ id: agenda.current, step, activity, texts, joined: lobby.joined }) : { ...NOTHING };
  return { at: keys.showsDoor && !isGone ? "lobby" : at, step, activity, board, view: line.state.view };
}
/** @typedef {ReturnType<typeof situation>} Situation */

/** @param {Now} now @returns {Board} */
function shownBy(now) {
  const { kind } = now.activity;
  const board = boards[kind];
  if (board) return board(now);
  if (LATER[kind]) load(kind).then(drawNow, () => undefined);
  return { above: (_, letters) => asked(now, letters), entries: [] };
}

/** @param {string} kind */
async function load(kind) {
  const come = await LATER[kind]?.();
  if (come) boards[kind] = come.board;
}

/** @param {Situation} now @param {number} letters */
function face(now, letters) {
  if (keys.isBlank) return html`<p class="spoken">${t("The screen rests.")}</p>`;
  return html`<div class="face">
    ${now.at === "lobby" || now.at === "over" ? nothing : bar(now, texts, line.connection === "offline")}
    <main class=${now.at}>${middle(now, letters)}</main>
    ${foot(now, place, texts)} ${keys.note ? html`<p class="note" role="status">${keys.note}</p>` : nothing}
  </div>`;
}

/** @param {Situation} now @param {number} letters */
function middle({ at, step, board, view }, letters) {
  if (at === "lobby") return lobby(place, texts, view, letters);
  if (at === "gone") return html`<h1 class="big">${t("This workshop is not here any longer.")}</h1>`;
  if (at === "over") return over(place, texts, view, letters);
  if (at === "break") return html`<h1>${t("Break until {time}", { time: timeOfDay(view.agenda.break_ends) })}</h1>${alsoSaid("Break until {time}", timeOfDay(view.agenda.break_ends))}${beside(view, turn, letters)}`;
  const { entries } = board;
  const of = entries[begins(entries, page)]?.[1].of ?? "";
  return html`${board.above(of, letters)} ${entries.length ? wall(board) : board.below?.(letters) ?? nothing}
    ${entries.length ? nothing : html`${step?.stage === "closing" ? next(view.contact, letters) : nothing} ${beside(view, turn, letters)}`}`;
}

/** @param {Board} board */
function wall({ entries, aside }) {
  const isPaused = keys.isPaused && entries.length > page.shown.length;
  return html`<div class="hangs"><ul class="wall" id="wall"></ul>${aside ?? nothing}</div>
    <p class="more">${toTurn(entries, page)} ${isPaused ? t("Paused") : nothing}</p>`;
}

function tickNow() {
  tick(line.now());
  turnRings(line.now());
}

/** Pages turn by themselves, but not where the room is to be calm. */
function mayMove() {
  return !keys.isPaused && !line.state.view.screen?.calm && !still.matches;
}

/** @param {1 | -1} way */
function turnPage(way) {
  turn += 1;
  const { board } = situation();
  const entries = order.settled(board.entries, about);
  if (entries.length > page.shown.length) page = turned(entries, page, way);
  draw();
}
