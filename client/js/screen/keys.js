/** Keys on the screen: some are passed on to a console in the same browser, some change only how it looks. */

import { t } from "../parts.js";

const ANSWER_MS = 700;
const NOTE_MS = 4000;
const CURSOR_MS = 3000;

/** @type {Record<string, string>} */
const PASSED_ON = {
  PageDown: "next", ArrowRight: "next", " ": "next", PageUp: "back", ArrowLeft: "back", r: "reveal",
};

/** What the keys have changed: the screen never leads, so this is all. */
export const keys = { note: "", isPaused: false, isBlank: false, showsDoor: false };

/** @type {ReturnType<typeof setTimeout> | undefined} */
let waiting;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let idle;
/** @type {BroadcastChannel} */
let channel;
/** @type {() => void} */
let draw;

/** A preview, on the console, hears no keys: it shows what the screen tells of itself. @param {{workshop: string, place: string}} where @param {() => void} redraw */
export function listen({ workshop, place }, redraw) {
  draw = redraw;
  channel = new BroadcastChannel(`talko-${workshop}`);
  if (place === "preview") return follow();
  channel.onmessage = ({ data }) => hear(data);
  addEventListener("keydown", press);
  addEventListener("mousemove", showCursor);
  document.addEventListener("visibilitychange", stayAwake);
  stayAwake();
}

function follow() {
  channel.onmessage = ({ data }) => data.shows && (Object.assign(keys, data.shows), draw());
  channel.postMessage({ turn: "" });
}

/** From a console in this browser: an answer, or a key that was pressed there. @param {{heard?: boolean, turn?: string}} said */
function hear({ heard, turn }) {
  if (heard) clearTimeout(waiting);
  if (turn) turned(turn), draw();
  if (turn !== undefined) show();
}

/** What only this window knows, for the preview on the console. */
function show() {
  const { isPaused, isBlank, showsDoor } = keys;
  channel.postMessage({ shows: { isPaused, isBlank, showsDoor } });
}

/** Whether it is a key that changes how the screen looks. @param {string} key */
function turned(key) {
  if (key === "j") keys.showsDoor = !keys.showsDoor;
  else if (key === "b" || key === ".") keys.isBlank = !keys.isBlank;
  else if (key === "p") keys.isPaused = !keys.isPaused;
  else return false;
  return true;
}

/** @param {KeyboardEvent} event */
function press(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (PASSED_ON[key]) passOn(PASSED_ON[key]);
  else if (key === "f") toggleFullScreen();
  else if (turned(key)) show();
  else if (key === "d") document.documentElement.classList.toggle("dark");
  else return;
  event.preventDefault();
  draw();
}

/** A console in this browser decides. Where there is none, the room is told so. @param {string} key */
function passOn(key) {
  clearTimeout(waiting);
  channel.postMessage({ key });
  waiting = setTimeout(() => tell(t("Use the console.")), ANSWER_MS);
}

/** @param {string} text */
function tell(text) {
  keys.note = text;
  draw();
  setTimeout(() => ((keys.note = ""), draw()), NOTE_MS);
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
