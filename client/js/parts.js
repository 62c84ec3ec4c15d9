/** What the faces share: a timer, the state of the line, and the announcer. */

import { html, nothing, render, svg } from "lit-html";
import { minutesAndSeconds, t, tn } from "./words.js";

export { html, nothing, render, svg };
export * from "./words.js";

/** @typedef {import("./protocol").Texts} Texts */

const QUIET_MS = 100;
const UNSEEN_MS = 1000;

/** What the page carries. @returns {{place: import("./protocol").Place, first: import("./protocol").First, texts: Texts}} */
export function carried() {
  return { place: embedded("place"), first: embedded("first"), texts: embedded("texts") };
}

/** When the page has been drawn, and nobody waits for anything. @param {() => void} act */
export function whenQuiet(act) {
  const then = () => ("requestIdleCallback" in window ? requestIdleCallback(act, { timeout: 3000 }) : act());
  setTimeout(then, QUIET_MS);
}

/** When what was drawn stands on the glass; where nobody looks at it, a little later. @param {() => void} act */
export function afterDrawing(act) {
  const seen = new Promise((then) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(then))));
  const unseen = new Promise((then) => setTimeout(then, UNSEEN_MS));
  Promise.race([seen, unseen]).then(act);
}

/** @param {string} id */
function embedded(id) {
  return JSON.parse(node(id).textContent ?? "");
}

/** @param {string} id */
export function node(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

/** However often it is asked for, once a frame, and not more often than every `ms`; or `now`. @param {() => void} draw */
export function unhurried(draw, ms = 0) {
  let drawnAt = 0;
  let isDue = false;
  const now = () => {
    isDue = false;
    drawnAt = Date.now();
    draw();
  };
  const later = () => {
    if (isDue) return;
    isDue = true;
    setTimeout(() => requestAnimationFrame(now), Math.max(0, drawnAt + ms - Date.now()));
  };
  return Object.assign(later, { now });
}
/** @typedef {ReturnType<typeof unhurried>} Draw */

// The announcer. Lists are never live: these two regions speak, one sentence at a time.

/** For what you did yourself, and for what can wait. @param {string} text */
export function say(text) {
  speak(node("polite"), text);
}

/** For a new task, and for the end. @param {string} text @param {string} [lang] */
export function call(text, lang = document.documentElement.lang) {
  node("urgent").lang = lang;
  speak(node("urgent"), text);
}

/** Nothing, where somebody wants to hear nothing. @param {HTMLElement} region @param {string} text */
function speak(region, text) {
  if (document.documentElement.dataset.aloud === "none") return;
  region.textContent = region.textContent === text ? `${text}\u00a0` : text;
}

let wasOffline = false;

/** @param {string} connection @param {number} unsent */
export function sayConnection(connection, unsent) {
  if (connection === "offline" && !wasOffline) say(t("No connection. You can go on. Your answers are saved here."));
  if (connection === "online" && wasOffline && unsent) return;
  if (connection === "online" && wasOffline) say(t("Connected again. Everything has been sent."));
  wasOffline = connection === "offline" || (wasOffline && connection !== "online");
}

/** @param {string} connection @param {number} unsent */
export function chip(connection, unsent) {
  if (connection === "gone") return nothing;
  if (connection === "offline") return sign("waiting", "!", t("No connection"));
  if (unsent) return sign("waiting", "…", t("Sending ({n})", { n: unsent }));
  if (connection === "connecting") return sign("quiet", "…", t("Connecting"));
  return sign("good", "✓", t("Connected"));
}

/** @param {string} look @param {string} icon @param {unknown} word */
export function sign(look, icon, word) {
  return html`<span class="sign ${look}"><span aria-hidden="true">${icon}</span> ${word}</span>`;
}

// Time

/** Counts down alone. It is not announced. @param {number} ends seconds since 1970 */
export function timer(ends) {
  return html`<span role="timer"><span class="spoken">${t("Time left")}</span> <span data-ends=${ends}></span></span>`;
}

/** Puts the time that is left into every timer. @param {number} now seconds since 1970, on the server's clock
 * @param {(time: string) => string} said "" when it is over */
export function tick(now, said = (time) => time || t("Time is up")) {
  for (const each of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-ends]"))) {
    const left = Math.ceil(Number(each.dataset.ends) - now);
    const text = said(left > 0 ? minutesAndSeconds(left) : "");
    if (each.textContent !== text) each.textContent = text;
  }
}

/** @param {number} n */
export function people(n) {
  return tn("{n} person is here", "{n} people are here", n);
}

/** @param {number} n */
export function cardsWritten(n) {
  return tn("{n} card written", "{n} cards written", n);
}

/** @template T @param {Record<string, T> | undefined} things @returns {[string, T][]} */
export function byId(things = {}) {
  return Object.entries(things).sort(([a], [b]) => (a < b ? -1 : 1));
}
