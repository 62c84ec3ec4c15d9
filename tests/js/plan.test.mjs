import assert from "node:assert/strict";
import test from "node:test";

import { lasting } from "../../client/js/console/plan.js";

const step = (minutes, session = "evening") => ({ minutes, session });
const TEXTS = { order: ["b1", "o1", "n1", "n2"], activities: { b1: step(30, "before"), o1: step(5), n1: step(10), n2: step(20) } };
const at = (current, activity, break_ends = 0) => ({
  agenda: { current, break_ends, closed: false }, activities: current ? { [current]: activity } : {},
});

test("in the lobby the whole first session is left", () => {
  assert.deepEqual(lasting(at(""), TEXTS, 1000), { all: 30, slack: 0, left: 30 });
});

test("what is to spare is told where all is one session", () => {
  const one = { order: ["o1", "n1"], activities: { o1: step(5), n1: step(10) }, slack: 4 };
  assert.deepEqual(lasting(at(""), one, 1000), { all: 15, slack: 4, left: 15 });
  assert.equal(lasting(at(""), { ...TEXTS, slack: 4 }, 1000).slack, 0);
});

test("what is left of an open step counts, and what is over its time adds nothing", () => {
  assert.deepEqual(lasting(at("o1", { life: "open", ends: 1120 }), TEXTS, 1000), { all: 35, slack: 0, left: 32 });
  assert.deepEqual(lasting(at("o1", { life: "open", ends: 900 }), TEXTS, 1000), { all: 35, slack: 0, left: 30 });
});

test("a step that waits has all its minutes, and one that is closed has none", () => {
  assert.equal(lasting(at("n1", { life: "waiting", ends: 0 }), TEXTS, 1000).left, 30);
  assert.equal(lasting(at("n1", { life: "closed", ends: 0 }), TEXTS, 1000).left, 20);
});

test("a break is added", () => {
  assert.equal(lasting(at("n1", { life: "closed", ends: 0 }, 1600), TEXTS, 1000).left, 30);
});
