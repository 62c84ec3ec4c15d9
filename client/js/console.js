/** The console: whoever leads sees everything that may be seen, and moves the room one step at a time. */

import { Reading } from "./console/cards.js";
import { next } from "./console/next.js";
import { Room } from "./console/room.js";
import { isUnsent } from "./outbox.js";
import {
  because, call, cardsWritten, carried, chip, html, isAloud, languageName, node, nothing, people, render, say, sayConnection,
  short, stageName, t, tick, timeOfDay, timer, unhurried,
} from "./parts.js";
import { lasting } from "./console/plan.js";
import { Line } from "./socket.js";

const EXTENSIONS = [1, 5];
const ARMED_MS = 6000;
const PLAN_MS = 30000;

const { place, first, texts } = carried();
const canLead = place.seat === "facilitator";
const draw = unhurried(drawNow, 80);
const line = new Line(place, first, hear);
const reading = new Reading(line, texts, draw);
const room = new Room(line, lead, draw);
const channel = new BroadcastChannel(`talko-${place.workshop}`);
let message = "";
/** Whether the message is that there is no connection. */
let isCutOff = false;
let told = "";
/** The irreversible step that waits for a second press. */
let armed = "";
/** @type {ReturnType<typeof setTimeout> | undefined} */
let disarming;

node("app").replaceChildren();
drawNow();
line.start();
setInterval(() => tick(line.now()), 1000);
setInterval(draw, PLAN_MS);
addEventListener("keydown", press);
channel.onmessage = (/** @type {MessageEvent} */ { data }) => data.key && (channel.postMessage({ heard: true }), hearKey(data.key));

function drawNow() {
  render(page(), node("app"));
  if (here()) reading.fill(strip());
  tick(line.now());
  sayConnection(line.connection, unsent());
  sayWhereWeAre();
}

function unsent() {
  return line.outbox.items.filter(isUnsent).length;
}

function isPressed() {
  return line.outbox.items.some((each) => each.now && isUnsent(each));
}

function here() {
  const { agenda, activities } = line.state.view;
  return agenda.closed ? undefined : activities[agenda.current];
}

function strip() {
  const { agenda } = line.state.view;
  const { cards = {}, items = {} } = here() ?? {};
  return { cards, items, in: agenda.current };
}

/** Moving the room is done now or not at all: done later, it would surprise everybody. @type {import("./console/room.js").Lead} */
function lead(what, where, d) {
  if (isPressed()) return;
  disarm();
  message = "";
  isCutOff = !line.press(what, where, d);
  if (isCutOff) tell(t("No connection. Try again when it is back."));
  draw.now();
}

/** What was refused or lost is told, once. @param {import("./outbox.js").Item} [settled] */
function hear(settled) {
  const failed = line.outbox.items.find((each) => each.state === "refused");
  if (failed) tell(failed.why ? because(failed.why) : t("The connection broke. Press again if nothing happened."));
  if (failed) return line.forget(failed.id);
  if (isCutOff && line.isReady()) [isCutOff, message] = [false, ""];
  if (settled) draw.now();
  else draw();
}

/** @param {string} text */
function tell(text) {
  message = text;
  say(text);
}

// The page

function page() {
  const { agenda } = line.state.view;
  if (line.connection === "gone") return html`<main id="main" tabindex="-1">${gone()}</main>`;
  return html`${header()}
    <div class="columns">
      <nav aria-label=${t("Steps")} tabindex="0">${agendaList()}</nav>
      <main id="main" tabindex="-1">
        <p class="notice" ?hidden=${!message}>${message}</p>
        ${agenda.closed ? over() : agenda.current ? work() : lobby()}
      </main>
      <aside aria-label=${t("The room")}>${room.column()}</aside>
    </div>`;
}

function header() {
  const { join } = place;
  return html`<header class="bar">
    <p class="room"><b>${texts.title}</b><br /><span class="quiet">${texts.phrase}</span></p>
    ${join ? html`<p>${join.address}<br /><span class="code">${join.code}</span></p>` : nothing}
    ${canLead && !line.state.view.agenda.closed ? door() : nothing} ${chip(line.connection, unsent())}
    <p>${texts.langs.filter((each) => each !== place.lang).map(languageLink)}</p>
  </header>`;
}

/** @param {string} code */
function languageLink(code) {
  return html`<a href="?lang=${code}" lang=${code} hreflang=${code}>${languageName(code)}</a> `;
}

function door() {
  const isOpen = line.state.view.lobby.door === "open";
  return html`<button type="button" role="switch" aria-checked=${isOpen} @click=${() => lead(isOpen ? "close_door" : "open_door", "")}>
    <span aria-hidden="true">${isOpen ? "●" : "○"}</span> ${isOpen ? t("The door is open") : t("The door is closed")}</button>`;
}

function agendaList() {
  const { agenda } = line.state.view;
  return html`${agenda.closed ? nothing : plan()}<ol class="agenda">
    <li aria-current=${agenda.current ? nothing : "step"}><span class="name">${t("Lobby")}</span></li>
    ${texts.order.map((id, i) => agendaStep(id, i, id === agenda.current && !agenda.closed))}
  </ol>`;
}

function plan() {
  const { all, left } = lasting(line.state.view, texts, line.now());
  return html`<p class="plan">${t("{n} min in all.", { n: all })}<br />
    ${t("By this plan it ends at {time}.", { time: timeOfDay(line.now() + 60 * left) })}</p>`;
}

/** @param {string} id @param {number} i @param {boolean} isHere */
function agendaStep(id, i, isHere) {
  const step = texts.activities[id];
  const isNewStage = step?.stage !== texts.activities[texts.order[i - 1] ?? ""]?.stage;
  return html`<li aria-current=${isHere ? "step" : nothing}>
    ${isNewStage ? html`<span class="stage">${stageName(step?.stage ?? "")}</span>` : nothing}
    <span class="name" lang=${step?.lang ?? texts.lang}>${short(step?.prompt ?? "", 56)}</span>
    <span class="quiet">${t("{n} min", { n: step?.minutes ?? 0 })}${lifeName(line.state.view.lives?.[id]?.life ?? "waiting", step?.kind ?? "")}</span>
  </li>`;
}

/** After the end nothing is open, and nothing is to come. @param {string} life @param {string} kind */
function lifeName(life, kind) {
  const isOver = line.state.view.agenda.closed;
  const named = (/** @type {string} */ icon, /** @type {string} */ word) =>
    html` · <span aria-hidden="true">${icon}</span> ${word}`;
  if (life === "waiting") return isOver ? nothing : named("○", t("to come"));
  if (life === "open" && !isOver) return named("◐", t("open"));
  if (kind !== "collect") return named("✓", t("done"));
  return life === "revealed" ? named("✓", t("shown")) : named("●", t("closed"));
}

/** What people do in a step. @param {string} kind @param {boolean} isToRead */
function kindName(kind, isToRead) {
  if (kind === "collect") return t("writing");
  if (kind === "discuss") return isToRead ? t("reading and talk") : t("talk");
  const aloud = { cluster: t("grouping"), vote: t("vote"), consent: t("decision"), plan: t("plan"), survey: t("questions") };
  return t("{what} – done aloud", { what: aloud[/** @type {keyof typeof aloud} */ (kind)] });
}

function lobby() {
  return html`<h1>${t("Lobby")}</h1>
    <p>${people(line.state.view.lobby.joined)}</p>
    ${steps()}
    <h2>${t("Why do we meet?")}</h2><p lang=${texts.lang}>${texts.question}</p>
    <h2>${t("What can we decide today?")}</h2><p lang=${texts.lang}>${texts.decide}</p>`;
}

function over() {
  const { home } = place;
  return html`<h1>${t("The workshop is over. Thank you.")}</h1>
    ${home ? html`<p><a class="button" href="${home}/cards">${t("What was written")}</a></p>
      <p><a href="/home">${t("All your workshops")}</a></p>` : nothing}`;
}

function gone() {
  return html`<h1>${t("This workshop is not here any longer.")}</h1>
    <p><a href=${place.home ? "/home" : "/"}>${place.home ? t("All your workshops") : t("To the front page")}</a></p>`;
}

function work() {
  const { agenda } = line.state.view;
  const step = texts.activities[agenda.current];
  const { kind = "", life = "waiting", written = 0, cards = {} } = here() ?? {};
  const isBreak = agenda.break_ends > 0;
  const hidden = Object.values(cards).filter((each) => each.hidden).length;
  const what = kindName(kind, Object.keys(cards).length > 0);
  return html`<p class="where"><span>${stageName(step?.stage ?? "")} · ${what}${lifeName(life, kind)}</span></p>
    ${isAloud(kind) ? html`<p><b>${t("This step is done by talking. You guide it.")}</b></p>` : nothing}
    <h1 lang=${step?.lang ?? texts.lang}>${step?.prompt}</h1>
    ${isBreak ? pause(agenda.break_ends) : nothing}
    ${kind === "collect" ? html`<p>${cardsWritten(written)}${hidden ? html`, ${t("{n} of them hidden", { n: hidden })}` : nothing}</p>` : nothing}
    ${time()} ${steps()}
    ${kind === "collect" || Object.keys(cards).length ? reading.section(strip()) : nothing}`;
}

/** @param {number} ends */
function pause(ends) {
  return html`<p class="notice waiting">${t("Break until {time}", { time: timeOfDay(ends) })} ${timer(ends)}</p>`;
}

function time() {
  const { agenda } = line.state.view;
  const activity = here();
  if (activity?.life !== "open" || agenda.break_ends) return nothing;
  return html`<p class="row time">${activity.ends ? html`<span class="timer">${timer(activity.ends)}</span>` : nothing}
    ${canLead ? EXTENSIONS.map(longer) : nothing}</p>`;
}

/** @param {number} n */
function longer(n) {
  const extend = () => lead("extend", line.state.view.agenda.current, { minutes: n });
  return html`<button type="button" @click=${extend}>${t("+{n} min", { n })}</button>`;
}

/** One primary button, which is always the next sensible step, and quiet ones beside it. */
function steps() {
  const { agenda } = line.state.view;
  const offer = next(line.state.view, texts);
  if (!canLead) return nothing;
  const main = offer
    ? html`<button type="button" class="primary block" aria-disabled=${isPressed()} @click=${() => lead(offer.do, offer.in)}>
          ${offer.label}${isPressed() ? " …" : nothing}</button>
        <p class="effect">${armed === offer.do ? html`<b>${t("Press again: {label}", offer)}</b>` : offer.effect}</p>`
    : html`<p>${t("This is the last step.")}</p>${room.ending()}`;
  const canGoBack = agenda.current && !agenda.break_ends;
  return html`<div class="next">${main}
    <p class="row">${isClosed() ? again() : nothing} ${canSkip() ? skip() : nothing} ${canGoBack ? back() : nothing}</p></div>`;
}

/** A step that has not begun. */
function canSkip() {
  const { agenda } = line.state.view;
  const isLast = texts.order.at(-1) === agenda.current;
  return !agenda.break_ends && !isLast && here()?.kind === "collect" && here()?.life === "waiting";
}

function skip() {
  return html`<button type="button" @click=${() => lead("go_on", line.state.view.agenda.current)}>${t("Skip this step")}</button>`;
}

function isClosed() {
  const activity = here();
  return activity?.kind === "collect" && activity.life === "closed";
}

function again() {
  return html`<button type="button" @click=${() => lead("open", line.state.view.agenda.current)}>${t("Open again")}</button>`;
}

function back() {
  return html`<button type="button" @click=${() => lead("go_back", line.state.view.agenda.current)}>${t("Go back")}</button>`;
}

// Keys, of this window and of a screen in the same browser

/** @param {KeyboardEvent} event */
function press(event) {
  const isInField = event.target instanceof Element && event.target.closest("input, textarea, select");
  if (isInField || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key !== "PageDown" && event.key !== "PageUp") return;
  event.preventDefault();
  hearKey(event.key === "PageDown" ? "next" : "back");
}

/** @param {string} key */
function hearKey(key) {
  const { view } = line.state;
  const offer = next(view, texts);
  if (!canLead) return;
  if (key === "back" && view.agenda.current && !view.agenda.break_ends) lead("go_back", view.agenda.current);
  if (offer && (key === "next" || (key === "reveal" && offer.do === "reveal"))) pressNext(offer);
}

/** What cannot be undone needs a second press. @param {import("./console/next.js").Offer} offer */
function pressNext(offer) {
  if (!offer.isFinal || armed === offer.do) return lead(offer.do, offer.in);
  armed = offer.do;
  clearTimeout(disarming);
  disarming = setTimeout(() => (disarm(), draw()), ARMED_MS);
  say(t("Press again: {label}", offer));
  draw();
}

function disarm() {
  armed = "";
  clearTimeout(disarming);
}

function whereWeAre() {
  const { agenda } = line.state.view;
  if (line.connection === "gone") return t("This workshop is not here any longer.");
  if (agenda.closed) return t("The workshop is over. Thank you.");
  return texts.activities[agenda.current]?.prompt ?? t("Lobby");
}

function sayWhereWeAre() {
  const name = whereWeAre();
  document.title = `${name} – ${texts.title}`;
  if (told && told !== name) call(name);
  if (told !== name) showStep();
  told = name;
}

/** The list of steps scrolls, and never the page. */
function showStep() {
  const step = /** @type {HTMLElement | null} */ (document.querySelector("nav [aria-current]"));
  const steps = step?.closest("nav");
  if (step && steps) steps.scrollTop = step.offsetTop - steps.clientHeight / 3;
}
