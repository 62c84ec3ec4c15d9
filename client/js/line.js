/** The line to the room: what is known of it, and what is said to it. How it holds comes after it, in socket.js. */

import { added, load, newId, save, without } from "./outbox.js";

/** @typedef {import("./protocol").First} First */
/** @typedef {import("./frames.js").State} State */
/** @typedef {"connecting" | "online" | "offline" | "gone"} Connection `gone`: this page is not there any longer */
/** @typedef {(settled?: import("./outbox.js").Item) => void} Listener told of every change, and of a command that is done or refused */

export class Line {
  /** @type {Connection} */
  connection = "connecting";
  /** What is said before it is here waits in the outbox. @type {import("./socket.js").Wire | undefined} */
  wire;

  /** @param {import("./protocol").Place} place @param {First} first @param {Listener} changed */
  constructor(place, first, changed) {
    this.place = place;
    this.changed = changed;
    this.prefix = `talko:${place.workshop}:${place.place}:say:`;
    this.state = begin(first, Date.now());
    this.outbox = load(this.prefix);
  }

  /** @param {typeof import("./socket.js").Wire} Wire */
  start(Wire) {
    this.wire = new Wire(this);
    this.wire.start();
  }

  lose() {
    this.connection = "offline";
    this.changed();
  }

  isReady() {
    return this.wire?.isReady() ?? false;
  }

  /** @param {string} what @param {string} where @param {Record<string, unknown>} [d] @param {string} [guest] */
  say(what, where, d = {}, guest = "") {
    this.add({ do: what, in: where, d, ...(guest && { for: guest }) });
  }

  /**
   * A whole ballot, at each change. What follows within `pause` (ms) is one with it.
   * @param {string} where @param {{round: string, n: number, choice: object}} ballot @param {string} guest @param {number} pause
   */
  cast(where, ballot, guest, pause) {
    this.add({ do: "cast", in: where, d: ballot, ...(guest && { for: guest }), due: Date.now() + pause });
    setTimeout(() => this.wire?.send(), pause + 5);
  }

  /** Says it now or never. @param {string} what @param {string} where @param {Record<string, unknown>} [d] */
  press(what, where, d = {}) {
    const isReady = this.isReady();
    if (isReady) this.add({ do: what, in: where, d, now: true });
    return isReady;
  }

  /** @param {Omit<import("./protocol").Command, "id"> & {id?: string, now?: boolean, due?: number}} command */
  add({ id = newId(), ...command }) {
    this.put(added(this.outbox, { id, ...command }, Date.now()));
    this.wire?.send();
    this.changed();
  }

  /** @param {string} id */
  forget(id) {
    this.put(without(this.outbox, id));
    this.changed();
  }

  /** The server's clock, in seconds. */
  now() {
    return (Date.now() + this.state.offset) / 1000;
  }

  /** @param {import("./outbox.js").Outbox} after */
  put(after) {
    if (after === this.outbox) return;
    save(this.prefix, this.outbox, after);
    this.outbox = after;
  }
}

/** @param {First} first @param {number} now @returns {State} */
export function begin({ now_ms, ...first }, now) {
  return { ...first, offset: now_ms - now, asked: false };
}
