import assert from "node:assert/strict";
import test from "node:test";

import { dotted, full, given, moved, pressed, rated, shuffled, without } from "../../client/js/phone/choosing.js";

const IDS = ["a", "b", "c", "d", "e", "f", "g", "h"];
const MOST = { budget: 3, max_per_item: 2 };

test("each person sees the options in an order of their own, and always the same", () => {
  assert.deepEqual(shuffled(IDS, "one"), shuffled([...IDS].reverse(), "one"));
  assert.deepEqual([...shuffled(IDS, "one")].sort(), IDS);
  const orders = new Set(Array.from({ length: 50 }, (_, n) => shuffled(IDS, `seed ${n}`).join("")));
  assert.ok(orders.size > 45);
});

test("no place in the list is anybody's: over many people each option comes first about as often", () => {
  const first = Object.fromEntries(IDS.map((id) => [id, 0]));
  for (let n = 0; n < 4000; n++) first[shuffled(IDS, `seed ${n}`)[0]] += 1;
  for (const times of Object.values(first)) assert.ok(times > 400 && times < 600, `${times}`);
});

test("a dot more than there are, or than one may have, is not given, and it is told which", () => {
  assert.equal(full({}, "a", MOST), "");
  assert.equal(full({ a: 2 }, "a", MOST), "enough_here");
  assert.equal(full({ a: 2 }, "b", MOST), "");
  assert.equal(full({ a: 2, b: 1 }, "c", MOST), "all_given");
});

test("dots are given and taken away, and nothing is left where none is", () => {
  assert.deepEqual(dotted({}, "a", 1), { a: 1 });
  assert.deepEqual(dotted({ a: 1, b: 1 }, "a", 1), { a: 2, b: 1 });
  assert.deepEqual(dotted({ a: 1, b: 1 }, "a", -1), { b: 1 });
  assert.deepEqual(dotted({ b: 1 }, "a", -1), { b: 1 });
  assert.equal(given({ a: 2, b: 1 }), 3);
});

test("what is pressed is chosen next, and pressed again it is taken away and the others move up", () => {
  assert.deepEqual(pressed(pressed([], "a"), "b"), ["a", "b"]);
  assert.deepEqual(pressed(["a", "b", "c"], "b"), ["a", "c"]);
});

test("what was chosen is moved earlier and later, but not over the ends", () => {
  assert.deepEqual(moved(["a", "b", "c"], "c", -1), ["a", "c", "b"]);
  assert.deepEqual(moved(["a", "b", "c"], "a", 1), ["b", "a", "c"]);
  assert.deepEqual(moved(["a", "b"], "a", -1), ["a", "b"]);
  assert.deepEqual(moved(["a", "b"], "b", 1), ["a", "b"]);
});

test("a number is given to one question about one thing, and a ballot is never changed", () => {
  const before = { a: { ease: 2 } };
  assert.deepEqual(rated(before, "a", "benefit", 5), { a: { ease: 2, benefit: 5 } });
  assert.deepEqual(rated(before, "b", "ease", 1), { a: { ease: 2 }, b: { ease: 1 } });
  assert.deepEqual(without(before, "a"), {});
  assert.deepEqual(before, { a: { ease: 2 } });
});
