// Many phones in one process, each with the line of the real phone: says when each is there, and when each is back.
import { createInterface } from "node:readline";

import { Line } from "../../client/js/line.js";
import { Wire } from "../../client/js/socket.js";

const { server, phones } = JSON.parse(await new Promise((heard) => createInterface({ input: process.stdin }).once("line", heard)));

const Real = globalThis.WebSocket;
globalThis.addEventListener ??= () => undefined;
globalThis.location = { href: `http://${server}/` };
/** A browser sends its cookies and its origin by itself, and says `close` also where nobody answered. */
globalThis.WebSocket = class extends Real {
  constructor(url) {
    super(url, { headers: { cookie: phones[Number(url.searchParams.get("n"))].cookie, origin: `http://${server}` } });
    let isClosed = false;
    this.addEventListener("close", () => (isClosed = true));
    this.addEventListener("error", () => setTimeout(() => isClosed || this.onclose({ code: 1006 })));
  }
};

const first = { view: { agenda: { current: "", break_ends: 0, closed: false } }, mine: {}, epoch: "", run: "", v: 0, now_ms: Date.now() };
/** @type {Map<number, number>} */
const back = new Map();
let began = 0;

class Counted extends Wire {
  welcomed() {
    super.welcomed();
    back.set(this.line.n, Date.now() - began);
    if (back.size === phones.length) all();
  }

  closed(opened, code) {
    if (opened && !began) began = Date.now();
    super.closed(opened, code);
  }
}

function all() {
  console.log(JSON.stringify([...back.values()]));
  back.clear();
}

phones.forEach(({ place }, n) => {
  const line = new Line({ workshop: "w", place: `phone-${n}`, lang: "fi", live: `${place}/live?n=${n}` }, first, () => undefined);
  line.n = n;
  line.start(Counted);
});
