/** The console: whoever leads sees everything that may be seen, and moves the room one step at a time. */

import { Desk } from "./console/desk.js";
import { Ending } from "./console/ending.js";
import { keepingFocus } from "./console/focus.js";
import { Hiding } from "./console/hiding.js";
import { Keys } from "./console/keys.js";
import { Kinds } from "./console/kinds.js";
import { layout, onLayout } from "./console/layout.js";
import { Now } from "./console/now.js";
import { foot, head, steps } from "./console/panel.js";
import { Pressing } from "./console/pressing.js";
import { Preview } from "./console/preview.js";
import { Projector } from "./console/projector.js";
import { Room } from "./console/room.js";
import { Work } from "./console/work.js";
import { Line } from "./line.js";
import { isUnsent } from "./outbox.js";
import {
  because, call, carried, html, learnReasons, node, render, say, sayConnection, t, tick, tn, unhurried,
} from "./parts.js";
import { Wire } from "./socket.js";

const PLAN_MS = 30000;

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
const projector = new Projector(desk, (key) => (pressing.key(key), pressing.armed));
const now = new Now(desk, lead, new Preview(desk, projector), projector, () => room.beside.needs());
const work = new Work(desk, kinds, hiding, room);
const keys = new Keys(pressing, projector, (event) => part()?.press?.(event) ?? false);
let message = "";
/** Whether the message is that there is no connection. */
let isCutOff = false;
let told = "";
/** In which step it was said that somebody does not understand. */
let unclearIn = "";

learnReasons();
node("app").replaceChildren();
drawNow();
line.start(Wire);
setInterval(() => tick(line.now()), 1000);
setInterval(draw, PLAN_MS);
onLayout(() => draw.now());

function drawNow() {
  keepingFocus(() => {
    render(page(), node("app"));
    const activity = here();
    work.drawn();
    if (activity) part()?.drawn?.(activity, desk.view.agenda.current);
  });
  measure();
  tick(line.now());
  sayConnection(line.connection, unsent());
  sayWhereWeAre();
  sayUnclear();
}

function unsent() {
  return line.outbox.items.filter(isUnsent).length;
}

function here() {
  const { agenda, activities } = desk.view;
  return agenda.closed ? undefined : activities[agenda.current];
}

function part() {
  return kinds.of(here()?.kind ?? "");
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

// The page: what is read first stands first, in each of the three layouts

function page() {
  if (line.connection === "gone") return html`<main id="main" class="alone" tabindex="-1">${gone()}</main>`;
  const all = layout();
  if (all === "wide") return html`<div class="columns console wide">${panel()} ${main()} <div class="side">${now.time()} ${aside(html`${now.section()} ${room.section()}`)} ${next()}</div></div>${keys.dialog()}`;
  if (all === "middle") return html`<div class="columns console middle"><div class="strip hold">${now.section()} ${next()}</div> ${panel()} ${main()} ${aside(html`${titled()} ${room.section()}`)}</div>${keys.dialog()}`;
  return html`<div class="columns console small">${head(desk, lead, unsent())} <div class="strip first">${now.section()}</div>
    <div class="strip hold">${projector.bar()} ${now.time()} ${next()}</div> <div class="strip last">${pressing.beside()} ${room.breaks()}</div> ${main()} ${aside(html`${titled()} ${room.section()}`)}
    <details class="panel"><summary>${t("Steps")}</summary>${steps(desk)} ${foot(desk, keys)}</details></div>${keys.dialog()}`;
}

function panel() {
  return html`<div class="panel">${head(desk, lead, unsent())} ${steps(desk)} ${foot(desk, keys)}</div>`;
}

function main() {
  return html`<main id="main" aria-label=${whereWeAre()} tabindex="-1">${layout() === "small" ? "" : projector.bar()} <p class="notice told" ?hidden=${!message}>${message}</p>${work.section()}</main>`;
}

/** @param {unknown} inside */
function aside(inside) {
  return html`<aside aria-label=${t("The room")} tabindex="-1">${inside}</aside>`;
}

/** Where what is on now stands elsewhere. */
function titled() {
  return html`<h2 class="spoken">${t("The room")}</h2>`;
}

function next() {
  if (desk.view.agenda.closed) return "";
  const activity = here();
  return pressing.section((offer) => part()?.ahead?.(offer, activity) ?? "", () => ending.section("last"));
}

function gone() {
  return html`<h1>${t("This workshop is not here any longer.")}</h1>
    <p><a class="way" href=${place.home ? "/home" : "/"}>${place.home ? t("All your workshops") : t("To the front page")}</a></p>`;
}

/** What stays in sight above the work covers nothing that is gone to. */
function measure() {
  const height = document.querySelector(".hold")?.getBoundingClientRect().height ?? 0;
  document.documentElement.style.setProperty("--held", `${Math.ceil(height)}px`);
}

// What is said aloud, once

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

/** The first in a step is told aloud too; the others are seen. */
function sayUnclear() {
  const { needs, agenda } = desk.view;
  if (!needs?.unclear || unclearIn === agenda.current) return;
  unclearIn = agenda.current;
  say(tn("{n} does not understand", "{n} do not understand", needs.unclear));
}

/** The list of steps scrolls, and never the page. */
function showStep() {
  const step = /** @type {HTMLElement | null} */ (document.querySelector("nav [aria-current]"));
  const steps = step?.closest("nav");
  if (step && steps) steps.scrollTop += step.getBoundingClientRect().top - steps.getBoundingClientRect().top - steps.clientHeight / 3;
}
