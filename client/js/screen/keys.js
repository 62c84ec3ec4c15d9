/** Keys on the screen: some are passed on to a console in the same browser, some change only how it looks. */

import { t } from "../parts.js";
import { stayAwake } from "./awake.js";

const ANSWER_MS = 700;
const NOTE_MS = 4000;
const ARMED_MS = 6000;
const CURSOR_MS = 3000;

/** @type {Record<string, string>} */
const PASSED_ON = {
  PageDown: "next", ArrowRight: "next", " ": "next", PageUp: "back", ArrowLeft: "back", r: "reveal",
};
/** @type {Record<string, 1 | -1>} */
const TURNS = { ArrowDown: 1, ArrowUp: -1 };

/** What the keys have changed: the screen never leads, so this is all. */
export const keys = { note: "", isPaused: false, isBlank: false, showsDoor: false };

/** @typedef {{redraw: () => void, turn: (way: 1 | -1) => void}} Page */

/** @type {ReturnType<typeof setTimeout> | undefined} */
let waiting;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let fading;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let idle;
/** @type {BroadcastChannel} */
let channel;
/** @type {Page} */
let page;

/** A preview, on the console, hears no keys: it shows what the screen tells of itself. @param {{workshop: string, place: string}} where @param {Page} its */
export function listen({ workshop, place }, its) {
  page = its;
  channel = new BroadcastChannel(`talko-${workshop}`);
  if (place === "preview") return followScreen();
  channel.onmessage = ({ data }) => hear(data);
  addEventListener("keydown", press);
  addEventListener("mousemove", showCursor);
  document.addEventListener("fullscreenchange", showCursor);
  document.addEventListener("visibilitychange", stayAwake);
  addEventListener("pointerdown", stayAwake);
  stayAwake();
}

function followScreen() {
  channel.onmessage = ({ data }) => data.shows && (Object.assign(keys, data.shows), page.redraw());
  channel.postMessage({ turn: "" });
}

/** From a console in this browser: an answer, or a key that was pressed there. @param {{heard?: boolean, armed?: string, turn?: string}} said */
function hear({ heard, armed, turn }) {
  if (heard) answered(armed);
  if (turn) turned(turn), page.redraw();
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
  stayAwake();
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (PASSED_ON[key]) passOn(PASSED_ON[key]);
  else if (TURNS[key]) page.turn(TURNS[key]);
  else if (key === "f") toggleFullScreen();
  else if (turned(key)) show();
  else if (key === "d") document.documentElement.classList.toggle("dark");
  else return;
  event.preventDefault();
  page.redraw();
}

/** @param {EventTarget | null} target */
function isTyping(target) {
  return target instanceof Element && Boolean(target.closest("input, textarea, select, [contenteditable]"));
}

/** A console in this browser decides. Where there is none, the room is told so. @param {string} key */
function passOn(key) {
  clearTimeout(waiting);
  channel.postMessage({ key });
  waiting = setTimeout(() => tell(t("Use the console.")), ANSWER_MS);
}

/** What cannot be undone waits for a second press, and who holds the remote sees only the screen. @param {string} [armed] */
function answered(armed) {
  clearTimeout(waiting);
  if (armed) tell(t("Press again: {label}", { label: armed }), ARMED_MS);
  else if (keys.note) tell("");
}

/** @param {string} text */
function tell(text, ms = NOTE_MS) {
  clearTimeout(fading);
  keys.note = text;
  page.redraw();
  if (text) fading = setTimeout(() => tell(""), ms);
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
