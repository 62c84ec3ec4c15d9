import assert from "node:assert/strict";
import test from "node:test";

import { answersOf, bySide, newestFirst, ranked, sidesOf } from "../../client/js/console/results.js";

test("the best stands first, equal ones in a fixed order, and what nobody chose last", () => {
  const options = { n: { dots: 0 }, b: { rank: 2, dots: 3 }, a: { rank: 2, dots: 3 }, c: { rank: 1, dots: 5 } };
  assert.deepEqual(ranked({ options }).map(([id]) => id), ["c", "a", "b", "n"]);
});

test("the newest round stands first", () => {
  assert.deepEqual(newestFirst({ x: { nth: 1 }, y: { nth: 2 } }).map(([id]) => id), ["y", "x"]);
  assert.deepEqual(newestFirst(undefined), []);
});

test("where sides may not be told, there are none", () => {
  assert.deepEqual(bySide({ by_side: { told: "none" } }), { told: "none", sides: [] });
  assert.deepEqual(bySide({}), { told: "none", sides: [] });
  assert.deepEqual(bySide({ by_side: { told: "order_only", users: { a: { rank: 1 } } } }).sides, [["users", { a: { rank: 1 } }]]);
});

test("questions stand in the order of the texts, and texts in own words are not counted", () => {
  const texts = { items: { say: { kind: "scale" }, heard: { kind: "scale" }, why: { kind: "text" } } };
  const result = { results: { all: { heard: { n: 5, by_side: { users: 4 } }, say: { n: 6 }, why: { n: 3 } } } };
  assert.deepEqual(answersOf(result, "all", texts).map(({ id }) => id), ["say", "heard"]);
  assert.deepEqual(sidesOf(result), ["users"]);
});
