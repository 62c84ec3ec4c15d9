/** What holds the line: a WebSocket, or the plain way where those are blocked. It comes back by itself. */

import { afterClose, hello, receive, reread, wait } from "./frames.js";
import * as outbox from "./outbox.js";
import * as sending from "./sending.js";

/** @typedef {import("./protocol").First} First */
/** @typedef {import("./protocol").Frame} Frame */
/** @typedef {import("./protocol").Said} Answer */

const SILENCE_MS = 25000;
const OFFLINE_AFTER_MS = 2000;
const NO_ANSWER_MS = 5000;
const POLL_MS = 3000;
const TRY_SOCKET_MS = 60000;
const HANDSHAKES = 3;
const RELOAD_MS = 60000;

export class Wire {
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

  /** @param {import("./line.js").Line} line */
  constructor(line) {
    this.line = line;
  }

  start() {
    addEventListener("storage", (event) => this.hearTab(event));
    addEventListener("online", () => (this.isPlain ? this.poll() : this.isOpen() ? this.greet() : this.open()));
    addEventListener("offline", () => this.line.connection === "online" && this.line.lose());
    setInterval(() => this.look(), 1000);
    this.settle();
    this.open();
    this.losing = setTimeout(() => this.line.lose(), OFFLINE_AFTER_MS);
  }

  // The socket

  open() {
    if (this.socket) return;
    this.triedAt = Date.now();
    const url = new URL(this.line.place.live, location.href);
    url.protocol = url.protocol.replace("http", "ws");
    const socket = (this.socket = new WebSocket(url));
    let opened = false;
    socket.onopen = () => {
      opened = true;
      this.heardAt = Date.now();
      this.greet();
    };
    socket.onmessage = ({ data }) => this.hear(JSON.parse(data));
    socket.onclose = ({ code }) => this.closed(opened, code);
  }

  greet() {
    this.tell(hello(this.line.state, this.line.place.lang));
  }

  /** @param {object} frame */
  tell(frame) {
    if (this.isOpen()) this.socket?.send(JSON.stringify(frame));
  }

  isOpen() {
    return this.socket?.readyState === WebSocket.OPEN;
  }

  isReady() {
    return this.line.connection === "online" && (this.isPlain || this.isOpen());
  }

  /** @param {Frame} frame */
  hear(frame) {
    this.heardAt = Date.now();
    if (this.line.connection === "offline" && this.isOpen() && frame.hello === undefined) this.win();
    if (frame.done || frame.refused) return this.answered(/** @type {Answer} */ (frame));
    const { state, ask } = receive(this.line.state, frame, Date.now());
    this.line.state = state;
    if (ask) this.tell(hello(state, this.line.place.lang));
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
    this.line.put(sending.lost(this.line.outbox));
    this.losing ??= setTimeout(() => this.line.lose(), OFFLINE_AFTER_MS);
    this.line.changed();
    if (next === "reload" && reload()) return;
    if (this.unopened >= HANDSHAKES) return this.goPlain();
    setTimeout(() => this.open(), wait(next, this.times++, Math.random()));
  }

  /** Once a second: what waited is sent, and a line that has gone silent is given up. */
  look() {
    if (this.isOpen() && Date.now() - this.heardAt > SILENCE_MS) this.giveUp();
    if (this.isMute()) this.line.lose();
    const asked = sending.unanswered(this.line.outbox, Date.now());
    if (asked !== this.line.outbox) this.line.put(asked), this.line.changed();
    this.send();
  }

  /** It still looks open, but nothing has been heard since something was said. */
  isMute() {
    const { connection, outbox: { items, resume } } = this.line;
    const isAsked = connection === "online" && this.isOpen() && items.some((each) => each.state === "sent");
    return isAsked && this.heardAt < resume && Date.now() > resume + NO_ANSWER_MS;
  }

  giveUp() {
    if (this.socket) this.socket.onclose = null;
    this.socket?.close();
    this.closed(true, 1006);
  }

  win() {
    clearTimeout(this.losing);
    this.losing = undefined;
    this.line.connection = "online";
    this.settle();
    this.send();
  }

  /** The key opens nothing: either the page is there still, with another key, or it is gone for good. */
  async knock() {
    clearTimeout(this.losing);
    const status = await fetch(location.href, { method: "HEAD", cache: "no-store" }).then((answer) => answer.status, () => 0);
    if (status === 200 && reload()) return;
    const isGone = status === 403 || status === 404;
    this.line.connection = isGone ? "gone" : "offline";
    this.line.changed();
    if (!isGone) setTimeout(() => this.knock(), wait("slowly", 0, Math.random()));
  }

  // The outbox

  send() {
    const item = this.isReady() && sending.next(this.line.outbox, Date.now());
    if (!item) return;
    this.line.put(sending.sent(this.line.outbox, item.id, Date.now()));
    if (this.isPlain) this.post(item);
    else this.tell(sending.frame(item));
  }

  /** @param {Answer} answer */
  answered(answer) {
    const id = "done" in answer ? answer.done : answer.refused;
    const before = this.line.outbox;
    this.line.put("done" in answer ? sending.done(before, id, this.line.state.epoch) : sending.refused(before, answer, Date.now()));
    const item = this.line.outbox.items.find((each) => each.id === id);
    this.line.changed(item && !outbox.isUnsent(item) ? item : undefined);
    this.send();
  }

  /** After a new epoch everything is said again; after the end nothing is kept. */
  settle() {
    const over = this.line.state.view.agenda.closed;
    this.line.put(over ? sending.forgotten(this.line.outbox) : sending.renewed(this.line.outbox, this.line.state.epoch));
    this.line.changed();
  }

  /** @param {StorageEvent} event */
  hearTab({ key, newValue }) {
    if (!key?.startsWith(this.line.prefix)) return;
    const id = key.slice(this.line.prefix.length);
    this.line.put(sending.heard(this.line.outbox, id, outbox.read(id, newValue)));
    this.line.changed();
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
    const read = plain ? await plain.read(this.line.place.view, this.etag) : "gone";
    if (read === "shut") return this.knock();
    if (read === "gone") this.line.lose();
    else this.reread(read);
    clearTimeout(this.polling);
    this.polling = setTimeout(() => this.poll(), POLL_MS * (0.8 + 0.4 * Math.random()));
  }

  /** @param {{first: First, etag: string} | null} read null where nothing is new */
  reread(read) {
    const isBack = this.line.connection !== "online";
    if (read) this.line.state = reread(this.line.state, read.first, Date.now());
    if (read) this.etag = read.etag;
    this.win();
    if (isBack || Date.now() - this.triedAt > TRY_SOCKET_MS) this.open();
  }

  /** @param {outbox.Item} item */
  async post(item) {
    const plain = await plainWay();
    const answer = plain ? await plain.say(this.line.place.command, sending.frame(item)) : "gone";
    if (answer === "shut") return this.knock();
    if (answer !== "gone") return this.answered(answer);
    this.line.put(sending.lost(this.line.outbox));
    this.line.lose();
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
