import assert from "node:assert/strict";
import test from "node:test";

import { afterClose, hello, receive, reread, wait } from "../../client/js/frames.js";
import { begin } from "../../client/js/line.js";

const VIEW = { agenda: { current: "n1", break_ends: 0, closed: false }, activities: { n1: { written: 12, ends: 5 } } };
const FIRST = { view: VIEW, mine: { role: "client", cards: {} }, run: "k3f9", v: 41, epoch: "e1", now_ms: 5000 };
const line = begin(FIRST, 2000);

test("the server's clock is what the page said", () => {
  assert.equal(line.offset, 3000);
});

test("hello says what is here", () => {
  assert.deepEqual(hello(line, "fi"), { hello: { protocol: 1, epoch: "e1", run: "k3f9", v: 41, lang: "fi" } });
});

test("a patch of what is here is merged", () => {
  const { state, ask } = receive(line, { patch: { activities: { n1: { written: 13 } } }, run: "k3f9", from: 41, v: 42 }, 2000);
  assert.equal(ask, false);
  assert.equal(state.v, 42);
  assert.deepEqual(state.view.activities, { n1: { written: 13, ends: 5 } });
  assert.equal(state.view.agenda, VIEW.agenda);
});

for (const [name, gap] of [
  ["a later version", { run: "k3f9", from: 42 }],
  ["an earlier version, come twice", { run: "k3f9", from: 40 }],
  ["another run", { run: "other", from: 41 }],
]) {
  test(`a patch from ${name} changes nothing and asks once for the whole view`, () => {
    const frame = { patch: { activities: { n1: { written: 99 } } }, v: 43, ...gap };
    const once = receive(line, frame, 2000);
    assert.equal(once.ask, true);
    assert.equal(once.state.view, VIEW);
    assert.equal(receive(once.state, frame, 2000).ask, false);
    const mended = receive(once.state, { view: VIEW, run: "k3f9", v: 50, now_ms: 5000 }, 2000).state;
    assert.equal(mended.v, 50);
    assert.equal(receive(mended, frame, 2000).ask, true);
  });
}

test("a whole view takes the place of what is here, with its run and version", () => {
  const view = { ...VIEW, activities: {} };
  const { state } = receive(line, { view, run: "new", v: 1, now_ms: 9000 }, 2000);
  assert.deepEqual([state.view, state.run, state.v, state.offset], [view, "new", 1, 7000]);
});

test("mine is taken whole", () => {
  const mine = { role: "client", cards: { n1: { c1: { text: "a", lang: "en" } } } };
  assert.deepEqual(receive(line, { mine }, 2000).state.mine, mine);
});

test("hello brings the epoch, and lets the client ask again", () => {
  const asked = receive(line, { beat: 44 }, 2000).state;
  const { state } = receive(asked, { hello: { protocol: 1, epoch: "e2", run: "k3f9", v: 44, now_ms: 6000 } }, 2000);
  assert.deepEqual([state.epoch, state.asked, state.offset], ["e2", false, 4000]);
});

test("a beat with the same number is quiet, with another one something was lost", () => {
  assert.equal(receive(line, { beat: 41, now_ms: 5500 }, 2000).ask, false);
  assert.equal(receive(line, { beat: 41, now_ms: 5500 }, 2000).state.offset, 3500);
  assert.equal(receive(line, { beat: 42, now_ms: 5500 }, 2000).ask, true);
});

test("what the plain way reads keeps the view that is already here", () => {
  assert.equal(reread(line, structuredClone(FIRST), 2000).view, VIEW);
  const newer = reread(line, { ...structuredClone(FIRST), v: 42, epoch: "e2" }, 2000);
  assert.deepEqual([newer.v, newer.epoch], [42, "e2"]);
  assert.notEqual(newer.view, VIEW);
});

test("each close code has its answer", () => {
  assert.deepEqual([4401, 4409, 1008, 1009, 1012, 1013, 1006, 1000].map(afterClose), [
    "door", "reload", "slowly", "slowly", "again", "again", "again", "again",
  ]);
});

test("coming back takes 0.5 to 8 seconds, by chance and longer each time", () => {
  assert.deepEqual([0, 1, 2, 9].map((times) => wait("again", times, 0)), [500, 500, 500, 500]);
  assert.deepEqual([0, 1, 2, 9].map((times) => wait("again", times, 1)), [6000, 8000, 8000, 8000]);
});

test("two hundred phones of a server that went down do not come back all at once, and none comes late", () => {
  const back = Array.from({ length: 200 }, (_, n) => wait("again", 0, n / 199));
  assert.ok(Math.max(...back) - Math.min(...back) >= 5000 && Math.max(...back) < 30000);
});

test("after what cannot be read nobody comes back quickly", () => {
  assert.ok(wait("slowly", 0, 0) >= 20000);
});
