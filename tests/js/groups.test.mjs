import assert from "node:assert/strict";
import test from "node:test";

import { following, moved, piles, themeOf } from "../../client/js/console/groups.js";

const CARDS = { d: { text: "D" }, a: { text: "A" }, b: { text: "B", theme: "t1" }, c: { text: "C", theme: "gone" } };
const THEMES = { t2: { name: "Two" }, t1: { name: "One" } };
const all = piles(CARDS, THEMES, ["t2", "t1"]);
const ids = all.map((pile) => [pile.id, ...pile.cards.map(([id]) => id)].join(" ").trim());

test("what is in no group stands first, also when its group is gone, and groups stay in their order", () => {
  assert.deepEqual(ids, ["a c d", "t2", "t1 b"]);
});

test("a number is the group that bears it, and 0 is none", () => {
  assert.deepEqual(["0", "1", "2"].map((key) => themeOf(key, all)), ["", "t2", "t1"]);
  assert.deepEqual(["3", "x", "Enter", "12"].map((key) => themeOf(key, all)), [undefined, undefined, undefined, undefined]);
});

test("a key moves the card alone, or all that are chosen if it is one of them", () => {
  assert.deepEqual(moved("a", ["c", "d"]), ["a"]);
  assert.deepEqual(moved("c", ["c", "d"]), ["c", "d"]);
});

test("one reads on with the next card that stays, else with the one before, else with the card itself", () => {
  assert.equal(following(all, "a", ["a"]), "c");
  assert.equal(following(all, "a", ["a", "c"]), "d");
  assert.equal(following(all, "d", ["d"]), "c");
  assert.equal(following(all, "b", ["b"]), "b");
});
