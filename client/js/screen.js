/** The screen: what the whole room sees. It never leads; it only passes keys on to a console in the same browser. */

import {
  byId, card, cardsWritten, carried, html, isAloud, list, node, nothing, people, render, short, stageName, t, tick, timeOfDay,
  timer, unhurried,
} from "./parts.js";
import { sideName } from "./sides.js";
import { Line } from "./socket.js";

const ON_A_PAGE = 9;
const PAGE_MS = 12000;
/** In hundredths of the screen's height, as in the style sheet. */
const [ROW_VH, GAP_VH] = [0.5, 2.4];
const REPAINT_MS = 1000;
const ANSWER_MS = 700;
const NOTE_MS = 4000;
const CURSOR_MS = 3000;
const SHORTEST = 80;

/** @type {Record<string, string>} */
const PASSED_ON = {
  PageDown: "next", ArrowRight: "next", " ": "next", PageUp: "back", ArrowLeft: "back", r: "reveal",
};

const { place, first, texts } = carried();
const draw = unhurried(drawNow, REPAINT_MS);
const line = new Line(place, first, draw);
const channel = new BroadcastChannel(`talko-${place.workshop}`);
/** The first card that is shown, and how many from it on. */
let page = { from: "", shown: 0 };
let note = "";
let isPaused = false;
let isBlank = false;
let showsDoor = false;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let waiting;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let idle;

node("app").replaceChildren();
drawNow();
line.start();
setInterval(() => tick(line.now()), 1000);
setInterval(turnPage, PAGE_MS);
addEventListener("keydown", press);
addEventListener("resize", draw);
addEventListener("mousemove", showCursor);
document.addEventListener("visibilitychange", stayAwake);
channel.onmessage = (/** @type {MessageEvent} */ { data }) => data.heard && clearTimeout(waiting);
document.fonts.ready.then(draw);
stayAwake();

function drawNow() {
  const now = situation();
  render(face(now), node("app"));
  fit(now);
  tick(line.now());
  document.title = `${texts.title} – Talko`;
}

/** Where the room is, as one value. */
function situation() {
  const { agenda, activities, lobby } = line.state.view;
  const step = texts.activities[agenda.current];
  const { kind = "", life = "waiting", ends = 0, cards = {}, items = {}, reads = {}, written = 0 } = activities[agenda.current] ?? {};
  const isGone = line.connection === "gone";
  const at = isGone ? "gone" : agenda.closed ? "over" : agenda.break_ends ? "break" : step ? "step" : "lobby";
  const isToRead = !Object.keys(cards).length;
  const wall = at === "step" && !showsDoor ? byId(isToRead ? reads : cards) : [];
  return { at: showsDoor && !isGone ? "lobby" : at, step, kind, life, ends, wall, isToRead, items, written, lobby, breakEnds: agenda.break_ends };
}
/** @typedef {ReturnType<typeof situation>} Situation */

/** @param {Situation} now */
function face(now) {
  if (isBlank) return html`<p class="spoken">${t("The screen rests.")}</p>`;
  return html`<div class="face">
    ${now.at === "lobby" ? nothing : bar(now)}
    <main class=${now.at}>${middle(now)}</main>
    ${foot(now)} ${note ? html`<p class="note" role="status">${note}</p>` : nothing}
  </div>`;
}

/** @param {Situation} now */
function bar({ at, step, life, ends, breakEnds }) {
  const isTimed = at === "step" && life === "open" && step?.timer;
  const until = at === "break" ? breakEnds : isTimed ? ends : 0;
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
function middle(now) {
  if (now.at === "lobby") return lobby(now);
  if (now.at === "gone") return html`<h1 class="big">${t("This workshop is not here any longer.")}</h1>`;
  if (now.at === "over") return html`<h1>${t("The workshop is over. Thank you.")}</h1><p class="big">${texts.title}</p>`;
  if (now.at === "break") return html`<h1>${t("Break until {time}", { time: timeOfDay(now.breakEnds) })}</h1>`;
  return html`${asked(now)} ${now.wall.length ? wall(now) : below(now)}`;
}

/** What people are asked; when it is answered or done aloud, it stands small beside what is. @param {Situation} now */
function asked({ step, kind, life, wall, isToRead }) {
  const lang = step?.lang ?? texts.lang;
  const isWritten = kind === "collect" && (life === "closed" || life === "revealed");
  if (isAloud(kind)) return html`<h1>${t("This step is done by talking.")} ${t("Everybody hears it. You may be silent.")}</h1>
    <blockquote class="big" lang=${lang}>${step?.prompt}</blockquote>`;
  if (isWritten) return html`<p class="big" lang=${lang}>${step?.prompt}</p><h1>${t("Cards")}</h1>`;
  return html`<h1 lang=${lang}>${step?.prompt}</h1>
    ${kind === "collect" && wall.length && isToRead ? html`<h2 class="big">${t("To read")}</h2>` : nothing}`;
}

/** @param {Situation} now */
function wall({ wall }) {
  const more = wall.length - page.shown;
  return html`<ul class="wall" id="wall"></ul>
    <p class="more">${more > 0 ? t("+ {n} more", { n: more }) : nothing} ${more > 0 && isPaused ? t("Paused") : nothing}</p>`;
}

/** @param {Situation} now */
function below({ kind, life, written, step }) {
  if (kind === "collect") return html`<p class="big">${life === "waiting" ? t("You can write soon. Think in peace.") : cardsWritten(written)}</p>`;
  return kind === "discuss" && step?.stage === "opening" ? why() : nothing;
}

/** While people are welcomed, they can read why they are here. */
function why() {
  return html`<section class="why big">
    <h2>${t("Why do we meet?")}</h2><p lang=${texts.lang}>${texts.question}</p>
    <h2>${t("What can we decide today?")}</h2><p lang=${texts.lang}>${texts.decide}</p>
  </section>`;
}

// The lobby

/** @param {Situation} now */
function lobby({ lobby }) {
  const isOpen = lobby.door === "open" && place.join;
  return html`${isOpen ? camera() : nothing}
    <section class="panel">
      <h1>${t("Join in")}</h1>
      <p class="big">${texts.title}</p>
      ${isOpen ? howToJoin() : html`<p class="big">${t("The door is closed.")}</p>`}
      <p class="phrase">${t("Words of this room:")} <b>${texts.phrase}</b></p>
    </section>
    <p class="here"><b>${people(lobby.joined)}</b>
      ${Object.entries(lobby.sides ?? {}).map(([side, n]) => html`<span>${sideName(side)} <b>${n}</b></span>`)}</p>`;
}

function howToJoin() {
  return html`<ol><li>${t("Point your phone's camera at the picture.")}</li>
      <li>${t("Or open on your phone")} <b>${place.join?.address}</b> ${t("and type the code:")}</li></ol>
    <p class="code">${place.join?.code}</p>`;
}

function camera() {
  const { qr = "", qr_size: size = 0 } = place.join ?? {};
  return html`<figure>${symbol(qr, size)}</figure>`;
}

/** Dark modules on a light plate in every theme, with 4 modules of light around. @param {string} path @param {number} size */
function symbol(path, size) {
  return html`<svg class="qr" viewBox="-4 -4 ${size + 8} ${size + 8}" role="img" aria-label=${t("QR code: it opens the same page")}>
    <rect x="-4" y="-4" width=${size + 8} height=${size + 8} fill="#fff" />
    <path d=${path} fill="#10262b" shape-rendering="crispEdges" /></svg>`;
}

/** @param {Situation} now */
function foot({ at, lobby, wall, written, kind, life }) {
  if (at === "lobby" || at === "gone") return nothing;
  const isOpen = lobby.door === "open" && place.join && at !== "over";
  return html`<footer>
    <p>${isOpen ? html`${t("Join:")} <b>${place.join?.address}</b> <b class="code">${place.join?.code}</b> <span>${texts.phrase}</span>` : texts.title}</p>
    <p>${kind === "collect" && wall.length && life === "open" ? html`<span>${cardsWritten(written)}</span>` : nothing}
      <span>${people(lobby.joined)}</span></p>
  </footer>`;
}

// The wall: fewer cards rather than smaller text

/** @param {Situation} now */
function fit(now) {
  const at = Math.max(0, now.wall.findIndex(([id]) => id >= page.from));
  const most = Math.min(ON_A_PAGE, now.wall.length - at);
  const shown = [...Array(Math.max(0, most)).keys()].map((i) => most - i).find((n) => fits(now, at, n)) ?? most;
  if (shown === 1 && !fits(now, at, 1)) shorten(now, at);
  if (page.shown === shown) return;
  page = { from: now.wall[at]?.[0] ?? "", shown };
  render(face(now), node("app"));
}

/** @param {Situation} now @param {number} at @param {number} n @param {number} [letters] */
function fits(now, at, n, letters = Infinity) {
  const wall = node("wall");
  if (!wall) return true;
  wall.dataset.n = String(n);
  list(wall, now.wall.slice(at, at + n), (each) => card({ ...each, text: short(each.text, letters) }, texts, now.items));
  return packed(wall);
}

/** Each card in the column where it comes highest. @param {HTMLElement} wall @returns {boolean} whether none hangs out */
function packed(wall) {
  const cards = /** @type {HTMLElement[]} */ ([...wall.children]);
  const rows = (/** @type {HTMLElement} */ each) => Math.ceil(((100 * each.offsetHeight) / innerHeight + GAP_VH) / ROW_VH);
  for (const each of cards) each.style.setProperty("grid-row-end", `span ${rows(each)}`);
  const bottom = wall.offsetTop + wall.clientHeight + 1;
  return cards.every((each) => each.offsetTop + each.offsetHeight <= bottom);
}

/** One card alone that is too long: the phones carry all of it. @param {Situation} now @param {number} at */
function shorten(now, at) {
  for (let letters = 500; letters > SHORTEST; letters -= 30) if (fits(now, at, 1, letters)) return;
}

function turnPage() {
  const { wall } = situation();
  if (isPaused || wall.length <= page.shown) return;
  const at = Math.max(0, wall.findIndex(([id]) => id >= page.from));
  page = { ...page, from: wall[at + page.shown]?.[0] ?? "" };
  draw();
}

// Keys

/** @param {KeyboardEvent} event */
function press(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (PASSED_ON[key]) passOn(PASSED_ON[key]);
  else if (key === "f") toggleFullScreen();
  else if (key === "j") showsDoor = !showsDoor;
  else if (key === "b" || key === ".") isBlank = !isBlank;
  else if (key === "p") isPaused = !isPaused;
  else if (key === "d") document.documentElement.classList.toggle("dark");
  else return;
  event.preventDefault();
  drawNow();
}

/** A console in this browser decides. Where there is none, the room is told so. @param {string} key */
function passOn(key) {
  clearTimeout(waiting);
  channel.postMessage({ key });
  waiting = setTimeout(() => tell(t("Use the console.")), ANSWER_MS);
}

/** @param {string} text */
function tell(text) {
  note = text;
  drawNow();
  setTimeout(() => ((note = ""), draw()), NOTE_MS);
}

function toggleFullScreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen().catch(() => tell(t("This browser can not fill the screen.")));
}

function showCursor() {
  document.documentElement.classList.remove("idle");
  clearTimeout(idle);
  idle = setTimeout(() => document.documentElement.classList.toggle("idle", Boolean(document.fullscreenElement)), CURSOR_MS);
}

/** Only over https; without it the computer's own settings decide. */
function stayAwake() {
  if (document.visibilityState === "visible") navigator.wakeLock?.request("screen").catch(() => undefined);
}
