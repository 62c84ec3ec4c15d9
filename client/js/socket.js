/** The line to the room: a WebSocket, or the plain way where those are blocked. It comes back by itself. */

import { afterClose, begin, hello, receive, reread, wait } from "./frames.js";
import * as outbox from "./outbox.js";

/** @typedef {import("./protocol").Place} Place */
/** @typedef {import("./protocol").First} First */
/** @typedef {import("./protocol").Frame} Frame */
/** @typedef {import("./protocol").Said} Answer */
/** @typedef {"connecting" | "online" | "offline" | "gone"} Connection `gone`: this page is not there any longer */
/** @typedef {(settled?: outbox.Item) => void} Listener told of every change, and of a command that is done or refused */

const SILENCE_MS = 25000;
const OFFLINE_AFTER_MS = 2000;
const POLL_MS = 3000;
const TRY_SOCKET_MS = 60000;
const HANDSHAKES = 3;
const RELOAD_MS = 60000;

export class Line {
  /** @type {Connection} */
  connection = "connecting";
  /** @type {WebSocket | null} */
  socket = null;
  isPlain = false;
  etag = "";
  heardAt = 0;
  triedAt = 0;
  times = 0;
  unopened = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  losing;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  polling;

  /** @param {Place} place @param {First} first @param {Listener} changed */
  constructor(place, first, changed) {
    this.place = place;
    this.changed = changed;
    this.prefix = `talko:${place.workshop}:${place.place}:say:`;
    this.state = begin(first, Date.now());
    this.outbox = outbox.load(this.prefix);
  }

  start() {
    addEventListener("storage", (event) => this.hearTab(event));
    addEventListener("online", () => (this.isPlain ? this.poll() : this.open()));
    setInterval(() => this.look(), 1000);
    this.settle();
    this.open();
    this.losing = setTimeout(() => this.lose(), OFFLINE_AFTER_MS);
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
    setTimeout(() => this.send(), pause + 5);
  }

  /** Says it now or never. @param {string} what @param {string} where @param {Record<string, unknown>} [d] */
  press(what, where, d = {}) {
    const isReady = this.isReady();
    if (isReady) this.add({ do: what, in: where, d, now: true });
    return isReady;
  }

  /** @param {Omit<import("./protocol").Command, "id"> & {id?: string, now?: boolean, due?: number}} command */
  add({ id = outbox.newId(), ...command }) {
    this.put(outbox.added(this.outbox, { id, ...command }, Date.now()));
    this.send();
    this.changed();
  }

  /** @param {string} id */
  forget(id) {
    this.put(outbox.without(this.outbox, id));
    this.changed();
  }

  /** The server's clock, in seconds. */
  now() {
    return (Date.now() + this.state.offset) / 1000;
  }

  // The socket

  open() {
    if (this.socket) return;
    this.triedAt = Date.now();
    const url = new URL(this.place.live, location.href);
    url.protocol = url.protocol.replace("http", "ws");
    const socket = (this.socket = new WebSocket(url));
    let opened = false;
    socket.onopen = () => {
      opened = true;
      this.heardAt = Date.now();
      this.tell(hello(this.state, this.place.lang));
    };
    socket.onmessage = ({ data }) => this.hear(JSON.parse(data));
    socket.onclose = ({ code }) => this.closed(opened, code);
  }

  /** @param {object} frame */
  tell(frame) {
    if (this.isOpen()) this.socket?.send(JSON.stringify(frame));
  }

  isOpen() {
    return this.socket?.readyState === WebSocket.OPEN;
  }

  isReady() {
    return this.connection === "online" && (this.isPlain || this.isOpen());
  }

  /** @param {Frame} frame */
  hear(frame) {
    this.heardAt = Date.now();
    if (frame.done || frame.refused) return this.answered(/** @type {Answer} */ (frame));
    const { state, ask } = receive(this.state, frame, Date.now());
    this.state = state;
    if (ask) this.tell(hello(state, this.place.lang));
    if (frame.hello) this.welcomed();
    if (frame.beat === undefined) this.settle();
  }

  welcomed() {
    this.times = this.unopened = 0;
    this.isPlain = false;
    this.win();
  }

  /** @param {boolean} opened @param {number} code */
  closed(opened, code) {
    this.socket = null;
    this.unopened = opened ? 0 : this.unopened + 1;
    const next = afterClose(code);
    if (next === "door") return this.knock();
    if (this.isPlain) return;
    this.put(outbox.lost(this.outbox));
    this.losing ??= setTimeout(() => this.lose(), OFFLINE_AFTER_MS);
    this.changed();
    if (next === "reload" && reload()) return;
    if (this.unopened >= HANDSHAKES) return this.goPlain();
    setTimeout(() => this.open(), wait(next, this.times++, Math.random()));
  }

  /** Once a second: what waited is sent, and a line that has gone silent is given up. */
  look() {
    if (this.isOpen() && Date.now() - this.heardAt > SILENCE_MS) this.giveUp();
    const asked = outbox.unanswered(this.outbox, Date.now());
    if (asked !== this.outbox) this.put(asked), this.changed();
    this.send();
  }

  giveUp() {
    if (this.socket) this.socket.onclose = null;
    this.socket?.close();
    this.closed(true, 1006);
  }

  win() {
    clearTimeout(this.losing);
    this.losing = undefined;
    this.connection = "online";
    this.settle();
    this.send();
  }

  lose() {
    this.connection = "offline";
    this.changed();
  }

  /** The key opens nothing: either the page is there still, with another key, or it is gone for good. */
  async knock() {
    clearTimeout(this.losing);
    const status = await fetch(location.href, { method: "HEAD", cache: "no-store" }).then((answer) => answer.status, () => 0);
    if (status === 200 && reload()) return;
    const isGone = status === 403 || status === 404;
    this.connection = isGone ? "gone" : "offline";
    this.changed();
    if (!isGone) setTimeout(() => this.knock(), wait("slowly", 0, Math.random()));
  }

  // The outbox

  send() {
    const item = this.isReady() && outbox.next(this.outbox, Date.now());
    if (!item) return;
    this.put(outbox.sent(this.outbox, item.id, Date.now()));
    if (this.isPlain) this.post(item);
    else this.tell(outbox.frame(item));
  }

  /** @param {Answer} answer */
  answered(answer) {
    const id = "done" in answer ? answer.done : answer.refused;
    const before = this.outbox;
    this.put("done" in answer ? outbox.done(before, id, this.state.epoch) : outbox.refused(before, answer, Date.now()));
    const item = this.outbox.items.find((each) => each.id === id);
    this.changed(item && !outbox.isUnsent(item) ? item : undefined);
    this.send();
  }

  /** After a new epoch everything is said again; after the end nothing is kept. */
  settle() {
    const over = this.state.view.agenda.closed;
    this.put(over ? outbox.forgotten(this.outbox) : outbox.renewed(this.outbox, this.state.epoch));
    this.changed();
  }

  /** @param {outbox.Outbox} after */
  put(after) {
    if (after === this.outbox) return;
    outbox.save(this.prefix, this.outbox, after);
    this.outbox = after;
  }

  /** @param {StorageEvent} event */
  hearTab({ key, newValue }) {
    if (!key?.startsWith(this.prefix)) return;
    const id = key.slice(this.prefix.length);
    this.put(outbox.heard(this.outbox, id, outbox.read(id, newValue)));
    this.changed();
  }

  // The plain way

  goPlain() {
    this.isPlain = true;
    this.poll();
  }

  async poll() {
    clearTimeout(this.polling);
    if (!this.isPlain) return;
    const plain = await plainWay();
    const read = plain ? await plain.read(this.place.view, this.etag) : "gone";
    if (read === "shut") return this.knock();
    if (read === "gone") this.lose();
    else this.reread(read);
    clearTimeout(this.polling);
    this.polling = setTimeout(() => this.poll(), POLL_MS * (0.8 + 0.4 * Math.random()));
  }

  /** @param {{first: First, etag: string} | null} read null where nothing is new */
  reread(read) {
    const isBack = this.connection !== "online";
    if (read) this.state = reread(this.state, read.first, Date.now());
    if (read) this.etag = read.etag;
    this.win();
    if (isBack || Date.now() - this.triedAt > TRY_SOCKET_MS) this.open();
  }

  /** @param {outbox.Item} item */
  async post(item) {
    const plain = await plainWay();
    const answer = plain ? await plain.say(this.place.command, outbox.frame(item)) : "gone";
    if (answer === "shut") return this.knock();
    if (answer !== "gone") return this.answered(answer);
    this.put(outbox.lost(this.outbox));
    this.lose();
  }
}

/** Few phones need it, so it comes when it is needed; null when it does not come. */
async function plainWay() {
  try {
    return await import("./plain.js");
  } catch {
    return null;
  }
}

/** Once, for a page that is not the server's any longer. @returns {boolean} whether it is loaded again */
function reload() {
  const last = outbox.attempt(() => Number(sessionStorage.getItem("talko:reloaded")), Date.now());
  if (Date.now() - last < RELOAD_MS) return false;
  outbox.attempt(() => sessionStorage.setItem("talko:reloaded", String(Date.now())), undefined);
  location.reload();
  return true;
}
