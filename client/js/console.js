/** The console: whoever leads sees everything that may be seen, and moves the room one step at a time. */

import { agendaList, kindName, lifeName } from "./console/agenda.js";
import { Desk } from "./console/desk.js";
import { Ending } from "./console/ending.js";
import { keepingFocus } from "./console/focus.js";
import { Hiding } from "./console/hiding.js";
import { Kinds } from "./console/kinds.js";
import { Pressing } from "./console/pressing.js";
import { Room } from "./console/room.js";
import { concerns, waiting } from "./console/waiting.js";
import { isUnsent } from "./outbox.js";
import {
  because, call, cardsWritten, carried, chip, html, languageName, node, nothing, people, render, say, sayConnection, stageName, t,
  tick, timeOfDay, timer, tn, unhurried,
} from "./parts.js";
import { Line } from "./socket.js";

const EXTENSIONS = [1, 5];
const PLAN_MS = 30000;
/** Where the cards themselves need the room's width. */
const WIDE = ["cluster"];

const { place, first, texts } = carried();
const draw = unhurried(drawNow, 80);
const line = new Line(place, first, hear);
const desk = new Desk(line, texts, draw, tell);
const hiding = new Hiding(line, draw);
const kinds = new Kinds(desk, hiding);
const pressing = new Pressing(desk);
const lead = (/** @type {string} */ what, /** @type {string} */ where, /** @type {Record<string, unknown>} */ d = {}) => pressing.lead(what, where, d);
const ending = new Ending(desk, lead);
const room = new Room(desk, hiding, lead, ending);
const channel = new BroadcastChannel(`talko-${place.workshop}`);
let message = "";
/** Whether the message is that there is no connection. */
let isCutOff = false;
let told = "";

node("app").replaceChildren();
drawNow();
line.start();
setInterval(() => tick(line.now()), 1000);
setInterval(draw, PLAN_MS);
addEventListener("keydown", press);
channel.onmessage = (/** @type {MessageEvent} */ { data }) => data.key && (channel.postMessage({ heard: true }), pressing.key(data.key));

function drawNow() {
  keepingFocus(() => {
    render(page(), node("app"));
    const activity = here();
    if (activity) kinds.of(activity.kind)?.drawn?.(activity, desk.view.agenda.current);
  });
  tick(line.now());
  sayConnection(line.connection, unsent());
  sayWhereWeAre();
}

function unsent() {
  return line.outbox.items.filter(isUnsent).length;
}

function here() {
  const { agenda, activities } = desk.view;
  return agenda.closed ? undefined : activities[agenda.current];
}

/** What was refused or lost is told, once: in the form it came from, or above the work. @param {import("./outbox.js").Item} [settled] */
function hear(settled) {
  const failed = line.outbox.items.find((each) => each.state === "refused");
  if (failed) return fail(failed);
  if (isCutOff && line.isReady()) tell("");
  if (!settled) return draw();
  const form = desk.forms.settled(settled);
  draw.now();
  if (form) desk.refocus(form);
}

/** @param {import("./outbox.js").Item} item */
function fail(item) {
  const why = item.why ? because(item.why) : t("The connection broke. Press again if nothing happened.");
  const form = desk.forms.settled(item, why);
  if (form && desk.isShown(form)) say(why);
  else tell(why);
  line.forget(item.id);
}

/** @param {string} text "" takes away what was told */
function tell(text) {
  isCutOff = Boolean(text) && !line.isReady();
  if (text !== message && text) say(text);
  message = text;
  draw();
}

// The page

function page() {
  const { agenda } = desk.view;
  if (line.connection === "gone") return html`<main id="main" tabindex="-1">${gone()}</main>`;
  return html`${header()}
    <div class="columns ${WIDE.includes(here()?.kind ?? "") ? "wide" : ""}">
      <nav aria-label=${t("Steps")} tabindex="0">${agendaList(desk)}</nav>
      <main id="main" tabindex="-1">
        <p class="notice told" ?hidden=${!message}>${message}</p>
        ${agenda.closed ? nothing : room.beside.badges()}
        ${agenda.closed ? over() : agenda.current ? work() : lobby()}
      </main>
      <aside aria-label=${t("The room")} tabindex="-1">${room.column()}</aside>
    </div>`;
}

function header() {
  const { join } = place;
  return html`<header class="bar">
    <p class="room"><b>${texts.title}</b><br /><span class="quiet">${texts.phrase}</span></p>
    ${join ? html`<p>${join.address}<br /><span class="code">${join.code}</span></p>` : nothing}
    ${desk.canLead && !desk.view.agenda.closed ? door() : nothing} ${chip(line.connection, unsent())}
    <p>${texts.langs.filter((each) => each !== place.lang).map(languageLink)}</p>
  </header>`;
}

/** @param {string} code */
function languageLink(code) {
  return html`<a href="?lang=${code}" lang=${code} hreflang=${code}>${languageName(code)}</a> `;
}

function door() {
  const isOpen = desk.view.lobby.door === "open";
  return html`<button type="button" role="switch" aria-checked=${isOpen} @click=${() => lead(isOpen ? "close_door" : "open_door", "")}>
    <span aria-hidden="true">${isOpen ? "●" : "○"}</span> ${isOpen ? t("The door is open") : t("The door is closed")}</button>`;
}

function lobby() {
  return html`<h1>${t("Lobby")}</h1>
    <p>${people(desk.view.lobby.joined)}</p>
    ${pressing.section(() => nothing, () => nothing)}
    <h2>${t("Why do we meet?")}</h2><p lang=${texts.lang}>${texts.question}</p>
    <h2>${t("What can we decide today?")}</h2><p lang=${texts.lang}>${texts.decide}</p>`;
}

function over() {
  const { home } = place;
  return html`<h1>${t("The workshop is over. Thank you.")}</h1>
    ${texts.plan ? html`<p><a class="button primary" href=${texts.plan}>${t("What we agreed")}</a></p>` : nothing}
    ${waiting(desk)} ${concerns(desk, hiding)}
    ${home ? html`<p><a class="button" href="${home}/cards">${t("What was written")}</a></p>
      <p><a href="/home">${t("All your workshops")}</a></p>` : nothing}`;
}

function gone() {
  return html`<h1>${t("This workshop is not here any longer.")}</h1>
    <p><a href=${place.home ? "/home" : "/"}>${place.home ? t("All your workshops") : t("To the front page")}</a></p>`;
}

function work() {
  const { agenda, gate } = desk.view;
  const step = texts.activities[agenda.current];
  const activity = here();
  const { kind = "", life = "waiting", cards = {} } = activity ?? {};
  const part = kinds.of(kind);
  return html`<p class="where"><span>${stageName(step?.stage ?? "")} · ${kindName(kind, Object.keys(cards).length > 0)}${lifeName(desk, life, kind)}</span></p>
    <h1 lang=${step?.lang ?? texts.lang}>${step?.prompt}</h1>
    ${agenda.break_ends ? pause(agenda.break_ends) : nothing}
    ${howMany()} ${time()}
    ${pressing.section((offer) => part?.ahead?.(offer, activity) ?? nothing, () => ending.section("last"))}
    ${part ? part.section(agenda.current, activity) : html`<p class="quiet">${t("Loading …")}</p>`}
    ${gate ? beforeTheEnd(gate) : nothing}`;
}

/** All that is told of a box while it is shut. */
function howMany() {
  const { kind, written = 0, cards = {}, answered } = /** @type {import("./protocol").Activity & {answered?: number}} */ (here() ?? {});
  const hidden = Object.values(cards).filter((each) => each.hidden).length;
  if (answered !== undefined) return html`<p class="many"><b>${tn("{n} of {all} has answered", "{n} of {all} have answered", answered, { all: desk.view.lobby.joined })}</b></p>`;
  return kind === "collect" ? html`<p class="many">${cardsWritten(written)}${hidden ? html`, ${t("{n} of them hidden", { n: hidden })}` : nothing}</p>` : nothing;
}

/** Folded until the last step: it is looked at in time, and met at the end. @param {import("./protocol").Gate} gate */
function beforeTheEnd(gate) {
  const missing = gate.missing?.length ?? 0;
  const isLast = texts.order.at(-1) === desk.view.agenda.current;
  return html`<details class="gate" id="gate" tabindex="-1" ?open=${isLast}>
    <summary>${t("Before the end")}: ${missing ? tn("{n} thing is missing", "{n} things are missing", missing) : t("nothing is missing")}</summary>
    ${kinds.of("gate")?.section("", gate)}</details>`;
}

/** @param {number} ends */
function pause(ends) {
  return html`<p class="notice waiting">${t("Break until {time}", { time: timeOfDay(ends) })} ${timer(ends)}</p>`;
}

function time() {
  const activity = here();
  if (activity?.life !== "open" || desk.view.agenda.break_ends) return nothing;
  return html`<p class="row time">${activity.ends ? html`<span class="timer">${timer(activity.ends)}</span>` : nothing}
    ${desk.canLead ? EXTENSIONS.map(longer) : nothing}</p>`;
}

/** @param {number} n */
function longer(n) {
  const extend = () => lead("extend", desk.view.agenda.current, { minutes: n });
  return html`<button type="button" @click=${extend}>${t("+{n} min", { n })}</button>`;
}

// Keys, of this window and of a screen in the same browser

/** @param {KeyboardEvent} event */
function press(event) {
  const isTyping = event.target instanceof Element && event.target.closest("input:not([type=checkbox], [type=radio]), textarea, select");
  if (isTyping) return;
  const activity = here();
  if (activity && kinds.of(activity.kind)?.press?.(event)) return event.preventDefault();
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key !== "PageDown" && event.key !== "PageUp") return;
  event.preventDefault();
  pressing.key(event.key === "PageDown" ? "next" : "back");
}

// Where the room is, said once

function whereWeAre() {
  const { agenda } = desk.view;
  if (line.connection === "gone") return t("This workshop is not here any longer.");
  if (agenda.closed) return t("The workshop is over. Thank you.");
  return texts.activities[agenda.current]?.prompt ?? t("Lobby");
}

function sayWhereWeAre() {
  const name = whereWeAre();
  document.title = `${name} – ${texts.title}`;
  if (told && told !== name) call(name);
  if (told !== name) showStep(), hiding.forget(), ending.forget();
  told = name;
}

/** The list of steps scrolls, and never the page. */
function showStep() {
  const step = /** @type {HTMLElement | null} */ (document.querySelector("nav [aria-current]"));
  const steps = step?.closest("nav");
  if (step && steps) steps.scrollTop = step.offsetTop - steps.clientHeight / 3;
}
