/** The console: whoever leads sees everything that may be seen, and moves the room one step at a time. */

import { Reading } from "./console/cards.js";
import { next } from "./console/next.js";
import { Room } from "./console/room.js";
import { isUnsent } from "./outbox.js";
import {
  because, call, cardsWritten, carried, chip, html, languageName, node, nothing, people, render, say, sayConnection,
  short, stageName, t, tick, timeOfDay, timer, unhurried,
} from "./parts.js";
import { Line } from "./socket.js";

const EXTENSIONS = [1, 5];
const ARMED_MS = 6000;

const { place, first, texts } = carried();
const canLead = place.seat === "facilitator";
const draw = unhurried(drawNow, 80);
const line = new Line(place, first, (settled) => (settled && hearBack(settled), draw()));
const reading = new Reading(line, texts, draw);
const room = new Room(line, lead, draw);
const channel = new BroadcastChannel(`talko-${place.workshop}`);
let message = "";
let told = "";
/** The irreversible step that waits for a second press. */
let armed = "";
/** @type {ReturnType<typeof setTimeout> | undefined} */
let disarming;

node("app").replaceChildren();
drawNow();
line.start();
setInterval(() => tick(line.now()), 1000);
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

function here() {
  const { agenda, activities } = line.state.view;
  return agenda.closed ? undefined : activities[agenda.current];
}

function strip() {
  const { agenda } = line.state.view;
  const { cards = {}, items = {} } = here() ?? {};
  return { cards, items, in: agenda.current };
}

/** @param {string} what @param {string} where @param {Record<string, unknown>} [d] */
function lead(what, where, d) {
  disarm();
  message = "";
  line.say(what, where, d);
}

/** @param {import("./outbox.js").Item} item */
function hearBack(item) {
  if (item.state !== "refused") return;
  message = because(item.why ?? "");
  say(message);
  line.forget(item.id);
}

// The page

function page() {
  const { agenda } = line.state.view;
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
    <span aria-hidden="true">${isOpen ? "●" : "○"}</span> ${t("People can come in")}</button>`;
}

function agendaList() {
  const { agenda } = line.state.view;
  return html`<ol class="agenda">
    <li aria-current=${agenda.current ? nothing : "step"}><span class="name">${t("Lobby")}</span></li>
    ${texts.order.map((id, i) => agendaStep(id, i, id === agenda.current))}
  </ol>`;
}

/** @param {string} id @param {number} i @param {boolean} isHere */
function agendaStep(id, i, isHere) {
  const step = texts.activities[id];
  const isNewStage = step?.stage !== texts.activities[texts.order[i - 1] ?? ""]?.stage;
  return html`<li aria-current=${isHere ? "step" : nothing}>
    ${isNewStage ? html`<span class="stage">${stageName(step?.stage ?? "")}</span>` : nothing}
    <span class="name" lang=${step?.lang ?? texts.lang}>${short(step?.prompt ?? "", 70)}</span>
    <span class="quiet">${t("{n} min", { n: step?.minutes ?? 0 })} · ${lifeName(line.state.view.lives?.[id]?.life ?? "waiting", step?.kind ?? "")}</span>
  </li>`;
}

/** @param {string} life @param {string} kind */
function lifeName(life, kind) {
  const named = (/** @type {string} */ icon, /** @type {string} */ word) =>
    html`<span aria-hidden="true">${icon}</span> ${word}`;
  if (life === "waiting") return named("○", t("to come"));
  if (life === "open") return named("◐", t("open"));
  if (kind !== "collect") return named("✓", t("done"));
  return life === "closed" ? named("●", t("closed")) : named("✓", t("shown"));
}

function lobby() {
  return html`<h1>${t("Lobby")}</h1>
    <p>${people(line.state.view.lobby.joined)}</p>
    ${steps()}
    <h2>${t("Why do we meet?")}</h2><p lang=${texts.lang}>${texts.question}</p>
    <h2>${t("What can we decide today?")}</h2><p lang=${texts.lang}>${texts.decide}</p>`;
}

function over() {
  return html`<h1>${t("The workshop is over. Thank you.")}</h1>
    <p><a href="/home">${t("All your workshops")}</a></p>`;
}

function work() {
  const { agenda } = line.state.view;
  const step = texts.activities[agenda.current];
  const { kind = "", life = "waiting", written = 0, cards = {} } = here() ?? {};
  const isBreak = agenda.break_ends > 0;
  return html`<p class="where"><span>${stageName(step?.stage ?? "")} · ${lifeName(life, kind)}</span></p>
    <h1 lang=${step?.lang ?? texts.lang}>${step?.prompt}</h1>
    ${isBreak ? pause(agenda.break_ends) : nothing}
    ${kind === "collect" ? html`<p>${cardsWritten(written)}</p>` : nothing}
    ${kind !== "collect" && kind !== "discuss" ? html`<p>${t("We do this together, aloud.")}</p>` : nothing}
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
    ? html`<button type="button" class="primary block" @click=${() => lead(offer.do, offer.in)}>${offer.label}</button>
        <p class="effect">${armed === offer.do ? html`<b>${t("Press again: {label}", offer)}</b>` : offer.effect}</p>`
    : html`<p>${t("This is the last step.")}</p>${room.ending()}`;
  const canGoBack = agenda.current && !agenda.break_ends;
  return html`<div class="next">${main}
    <p class="row">${isClosed() ? again() : nothing} ${canGoBack ? back() : nothing}</p></div>`;
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

function sayWhereWeAre() {
  const { agenda } = line.state.view;
  const name = agenda.closed ? t("The workshop is over. Thank you.") : (texts.activities[agenda.current]?.prompt ?? t("Lobby"));
  document.title = `${name} – ${texts.title}`;
  if (told && told !== name) call(name);
  if (told !== name) document.querySelector("nav [aria-current]")?.scrollIntoView({ block: "nearest" });
  told = name;
}
