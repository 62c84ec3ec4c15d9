import assert from "node:assert/strict";
import test from "node:test";

import { inOrder, letter, lettered } from "../../client/js/themes.js";

const THEMES = { t1: { name: "One" }, t2: { name: "Two" }, a3: { name: "Three" } };

test("groups stand in the order that the server tells, and one that it does not know yet stands last", () => {
  assert.deepEqual(inOrder(THEMES, ["t2", "t1"]).map(([id]) => id), ["t2", "t1", "a3"]);
});

test("each has its letter, also the twenty-seventh", () => {
  assert.deepEqual([0, 1, 25, 26, 27].map(letter), ["A", "B", "Z", "AA", "AB"]);
  assert.deepEqual(Object.values(lettered(THEMES, ["t2", "t1", "a3"])).map(({ name }) => name), ["A · Two", "B · One", "C · Three"]);
});
