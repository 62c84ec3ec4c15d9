import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { added, filled, isUnsent, keep, load, newId, save, without } from "../../client/js/outbox.js";
import {
  done, forgotten, frame, heard, lost, next, refused, renewed, sent, unanswered,
} from "../../client/js/sending.js";

const PREFIX = "talko:q7m2x9ka:phone:say:";
const card = (id, text = "A bus at nine") => ({ do: "add_card", id, in: "n1", d: { text, lang: "en" } });
const boxOf = (...ids) => ids.reduce((box, id) => added(box, card(id), 1000), filled());
const states = (box) => box.items.map((each) => `${each.id} ${each.state}`);

class Area {
  constructor(entries = {}) {
    Object.assign(this, entries);
  }
  getItem(key) {
    return Object.hasOwn(this, key) ? this[key] : null;
  }
  setItem(key, text) {
    this[key] = String(text);
  }
  removeItem(key) {
    delete this[key];
  }
}

beforeEach(() => {
  globalThis.localStorage = new Area();
});
afterEach(() => {
  for (const key of keep.keys()) keep.drop(key);
});

test("an id is 128 random bits in 22 letters that the protocol allows", () => {
  const ids = Array.from({ length: 200 }, newId);
  assert.ok(ids.every((id) => /^[A-Za-z0-9_-]{22}$/.test(id)));
  assert.equal(new Set(ids).size, 200);
});

test("what is said waits until it is sent, one at a time and in order", () => {
  const box = boxOf("a", "b");
  assert.equal(next(box, 2000).id, "a");
  const under = sent(box, "a", 2000);
  assert.equal(next(under, 2000), undefined);
  assert.equal(next(done(under, "a", "e1"), 2000).id, "b");
});

test("a frame holds what the protocol asks for and nothing else", () => {
  const box = added(boxOf("a"), { ...card("g"), for: "1" }, 2000);
  assert.deepEqual(frame(box.items[0]), card("a"));
  assert.deepEqual(frame(box.items[1]), { ...card("g"), for: "1" });
});

test("no is set aside with its text, and the next one goes", () => {
  const box = refused(sent(boxOf("a", "b"), "a", 2000), { refused: "a", why: "activity_closed" }, 2100);
  assert.deepEqual(states(box), ["a refused", "b queued"]);
  assert.equal(box.items[0].why, "activity_closed");
  assert.equal(box.items[0].d.text, "A bus at nine");
  assert.equal(next(box, 2100).id, "b");
});

for (const why of ["slow_down", "try_again", "restarting"]) {
  test(`${why} is kept, and sent again after the pause that was asked for, before all that follows`, () => {
    const box = refused(sent(boxOf("a", "b"), "a", 2000), { refused: "a", why, wait_ms: 1500 }, 2100);
    assert.deepEqual(states(box), ["a queued", "b queued"]);
    assert.equal(next(box, 3599), undefined);
    assert.equal(next(box, 3600).id, "a");
  });
}

test("later without a number is two seconds", () => {
  const box = refused(sent(boxOf("a"), "a", 2000), { refused: "a", why: "try_again" }, 2100);
  assert.equal(next(box, 4099), undefined);
  assert.equal(next(box, 4100).id, "a");
});

test("when the line breaks, what was under way is sent again with the same id", () => {
  const box = lost(sent(boxOf("a", "b"), "a", 2000));
  assert.equal(next(box, 2000).id, "a");
});

test("what counts only now is set aside when the line breaks, sent or not, and never kept on the shelf", () => {
  const box = added(boxOf("a"), { ...card("c"), do: "close", now: true }, 2000);
  save(PREFIX, filled(), box);
  assert.deepEqual(states(load(PREFIX)), ["a queued"]);
  assert.deepEqual(states(lost(box)), ["a queued", "c refused"]);
  assert.deepEqual(states(lost(sent(done(box, "a", "e1"), "c", 2000))), ["a done", "c refused"]);
  assert.deepEqual(frame(box.items[1]), { ...card("c"), do: "close" });
});

test("what counted only then, and was done, is said again when the epoch changes, whatever the line does", () => {
  const box = done(added(filled(), { ...card("c"), now: true }, 2000), "c", "e1");
  save(PREFIX, filled(), box);
  assert.deepEqual(states(lost(renewed(load(PREFIX), "e2"))), ["c queued"]);
});

test("an answer that never comes is asked for again after ten seconds", () => {
  const box = sent(boxOf("a"), "a", 2000);
  assert.equal(unanswered(box, 12000), box);
  assert.equal(next(unanswered(box, 12001), 12001).id, "a");
});

test("what was acknowledged is kept, and said again in order when the epoch changes", () => {
  const box = done(done(boxOf("a", "b", "c"), "a", "e1"), "b", "e1");
  assert.equal(renewed(box, "e1"), box);
  const again = renewed(box, "e2");
  assert.deepEqual(states(again), ["a queued", "b queued", "c queued"]);
  assert.equal(next(again, 3000).id, "a");
  assert.deepEqual(states(done(again, "a", "e2")), ["a done", "b queued", "c queued"]);
});

test("what was refused is not said again when the epoch changes", () => {
  const box = refused(boxOf("a"), { refused: "a", why: "too_long" }, 2000);
  assert.deepEqual(states(renewed(box, "e2")), ["a refused"]);
});

test("when the workshop closes, what was acknowledged is forgotten and the rest can still be read", () => {
  const box = refused(done(boxOf("a", "b", "c"), "a", "e1"), { refused: "b", why: "workshop_over" }, 2000);
  assert.deepEqual(states(forgotten(box)), ["b refused", "c queued"]);
});

test("the outbox survives a reload, and what was under way goes again", () => {
  const before = sent(done(boxOf("a", "b", "c"), "a", "e1"), "b", 2000);
  save(PREFIX, filled(), before);
  const after = load(PREFIX);
  assert.deepEqual(states(after), ["a done", "b queued", "c queued"]);
  assert.equal(after.items[0].epoch, "e1");
  assert.deepEqual(frame(after.items[1]), card("b"));
});

test("each workshop and place has its own", () => {
  save(PREFIX, filled(), boxOf("a"));
  assert.deepEqual(load("talko:q7m2x9ka:phone-2:say:").items, []);
});

test("what is forgotten is forgotten on the shelf too", () => {
  const box = boxOf("a", "b");
  save(PREFIX, filled(), box);
  save(PREFIX, box, without(box, "a"));
  assert.deepEqual(states(load(PREFIX)), ["b queued"]);
});

test("two tabs never write over each other's commands", () => {
  save(PREFIX, filled(), added(filled(), card("a"), 1000));
  save(PREFIX, filled(), added(filled(), card("b"), 1001));
  assert.deepEqual(states(load(PREFIX)), ["a queued", "b queued"]);
});

test("a tab takes over what another tab said, how it ended, and that it was forgotten", () => {
  const [mine, other] = [boxOf("a"), added(filled(), card("b"), 1500)];
  const both = heard(mine, "b", other.items[0]);
  assert.deepEqual(states(both), ["a queued", "b queued"]);
  const ended = heard(both, "b", done(other, "b", "e1").items[0]);
  assert.deepEqual(states(ended), ["a queued", "b done"]);
  assert.deepEqual(states(heard(ended, "b", other.items[0])), ["a queued", "b done"]);
  assert.deepEqual(states(heard(ended, "b", null)), ["a queued"]);
});

test("broken entries are passed over", () => {
  save(PREFIX, filled(), boxOf("a"));
  Object.assign(localStorage, {
    [`${PREFIX}x`]: "{", [`${PREFIX}y`]: "null", [`${PREFIX}z`]: '{"id":"other"}', [`${PREFIX}w`]: "7",
  });
  assert.deepEqual(states(load(PREFIX)), ["a queued"]);
});

test("where nothing can be kept, it is kept in memory", () => {
  localStorage.setItem = () => {
    throw new Error("full");
  };
  save(PREFIX, filled(), boxOf("a"));
  assert.deepEqual(states(load(PREFIX)), ["a queued"]);
  Object.defineProperty(globalThis, "localStorage", {
    configurable: true,
    get() {
      throw new Error("forbidden");
    },
  });
  assert.deepEqual(states(load(PREFIX)), ["a queued"]);
  save(PREFIX, boxOf("a"), filled());
  assert.deepEqual(load(PREFIX).items, []);
  Object.defineProperty(globalThis, "localStorage", { configurable: true, writable: true, value: undefined });
});

test("what is not yet answered counts as unsent", () => {
  const box = sent(boxOf("a", "b"), "a", 2000);
  assert.equal(box.items.filter(isUnsent).length, 2);
  assert.equal(done(box, "a", "e1").items.filter(isUnsent).length, 1);
});

// Ballots

const cast = (id, n, more = {}) => ({ do: "cast", id, in: "n4", d: { round: "r1", n, choice: { dots: { a: n } } }, ...more });

test("of a round's ballots that wait, only the newest is sent", () => {
  const box = added(added(boxOf("a"), cast("v1", 1), 2000), cast("v2", 2), 2100);
  assert.deepEqual(states(box), ["a queued", "v2 queued"]);
});

test("a ballot that is under way stays, and one that was refused makes way for the next", () => {
  const under = added(sent(added(filled(), cast("v1", 1), 2000), "v1", 2000), cast("v2", 2), 2100);
  assert.deepEqual(states(under), ["v1 sent", "v2 queued"]);
  const no = refused(under, { refused: "v1", why: "too_many_dots" }, 2200);
  assert.deepEqual(states(added(no, cast("v3", 3), 2300)), ["v3 queued"]);
});

test("ballots of another round, of another step and of another person stay", () => {
  const others = [cast("v1", 1, { for: "1" }), cast("v2", 1, { in: "n5" }), cast("v3", 1, { d: { round: "r2", n: 1, choice: {} } })];
  const box = [...others, cast("v4", 1)].reduce((box, each) => added(box, each, 2000), filled());
  assert.equal(box.items.length, 4);
});

test("an earlier ballot that was done is forgotten when a later one is done, and not before", () => {
  const box = added(done(added(filled(), cast("v1", 1), 2000), "v1", "e1"), cast("v2", 2), 2100);
  assert.deepEqual(states(box), ["v1 done", "v2 queued"]);
  assert.deepEqual(states(done(box, "v2", "e1")), ["v2 done"]);
});

test("quick presses are one ballot: it waits a little, also over a reload", () => {
  const box = added(filled(), cast("v1", 1, { due: 2400 }), 2000);
  save(PREFIX, filled(), box);
  for (const each of [box, load(PREFIX)]) {
    assert.equal(next(each, 2399), undefined);
    assert.equal(next(each, 2400).id, "v1");
  }
  assert.deepEqual(frame(box.items[0]), cast("v1", 1));
});
