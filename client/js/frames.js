/** What a frame means: the state of the line, and a frame that came, make the next state and what to say. */

import { begin } from "./line.js";
import { merge } from "./merge.js";

/** @typedef {import("./protocol").Frame} Frame */
/** @typedef {import("./protocol").First} First */
/** @typedef {Omit<First, "now_ms"> & {offset: number, asked: boolean}} State `offset`: the server's clock less ours, ms */
/** @typedef {"door" | "reload" | "slowly" | "again"} Next */

/** @param {State} state @param {string} lang */
export function hello(state, lang) {
  return { hello: { protocol: 1, epoch: state.epoch, run: state.run, v: state.v, lang } };
}

/**
 * `ask` is true when something was lost, and hello must be said again.
 * @param {State} before @param {Frame} frame @param {number} now @returns {{state: State, ask: boolean}}
 */
export function receive(before, frame, now) {
  const state = frame.now_ms ? { ...before, offset: frame.now_ms - now } : before;
  if (frame.hello) return calm({ ...state, epoch: frame.hello.epoch, offset: frame.hello.now_ms - now, asked: false });
  if (frame.view) return calm(whole(state, frame));
  if (frame.patch) return follows(state, frame) ? calm(patched(state, frame)) : asking(state);
  if (frame.mine) return calm({ ...state, mine: frame.mine });
  return frame.beat === undefined || frame.beat === state.v ? calm(state) : asking(state);
}

/** What the plain way reads. @param {State} state @param {First} read @param {number} now @returns {State} */
export function reread(state, read, now) {
  return { ...state, ...begin(read, now), view: read.v === state.v && read.run === state.run ? state.view : read.view };
}

/** @param {State} state @param {Frame} frame @returns {State} */
function whole(state, { view = state.view, run = "", v = 0 }) {
  return { ...state, view, run, v, asked: false };
}

/** @param {State} state @param {Frame} frame */
function follows(state, frame) {
  return frame.run === state.run && frame.from === state.v;
}

/** @param {State} state @param {Frame} frame @returns {State} */
function patched(state, frame) {
  return { ...state, view: merge(state.view, frame.patch), v: frame.v ?? state.v };
}

/** @param {State} state */
function calm(state) {
  return { state, ask: false };
}

/** Once is enough until it is answered. @param {State} state */
function asking(state) {
  return { state: { ...state, asked: true }, ask: !state.asked };
}

/** @param {number} code of the close event @returns {Next} */
export function afterClose(code) {
  if (code === 4401) return "door";
  if (code === 4409) return "reload";
  return code === 1008 || code === 1009 ? "slowly" : "again";
}

/**
 * How long to wait before coming back: by chance, so that a room does not come all at once, and longer each time.
 * @param {Next} how @param {number} times in a row @param {number} random 0–1 @returns {number} ms
 */
export function wait(how, times, random) {
  const most = how === "slowly" ? 60000 : Math.min(8000, 6000 + 2000 * times);
  const least = how === "slowly" ? 20000 : 500;
  return Math.round(least + random * (most - least));
}
