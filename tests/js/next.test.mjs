import assert from "node:assert/strict";
import test from "node:test";

import { next } from "../../client/js/console/next.js";

const collect = { reveal: "on_close", buckets: [] };
const TEXTS = {
  order: ["o1", "n1"],
  activities: { o1: { prompt: "Welcome" }, n1: { prompt: "What helps?", collect } },
};
const at = (current, activity, more = {}) => ({
  agenda: { current, break_ends: 0, closed: false, ...more },
  activities: current ? { [current]: activity } : {},
});
const asked = (view) => {
  const offer = next(view, TEXTS);
  return offer && `${offer.do} ${offer.in}`.trim();
};

test("from the lobby it begins", () => {
  assert.equal(asked(at("")), "go_on");
  assert.equal(next(at(""), TEXTS).label, "Begin: Welcome");
});

test("from a talk it goes on to the next step by name", () => {
  assert.equal(asked(at("o1", { kind: "discuss", life: "open" })), "go_on o1");
  assert.equal(next(at("o1", { kind: "discuss", life: "open" }), TEXTS).label, "Go on: What helps?");
});

test("collecting opens, closes and is shown; only the showing cannot be undone", () => {
  const step = (life) => next(at("n1", { kind: "collect", life }), TEXTS);
  assert.deepEqual(["waiting", "open", "closed"].map((life) => step(life).do), ["open", "close", "reveal"]);
  assert.deepEqual(["waiting", "open", "closed"].map((life) => Boolean(step(life).isFinal)), [false, false, true]);
});

test("after the last step, and when all is over, nothing is offered", () => {
  assert.equal(asked(at("n1", { kind: "collect", life: "revealed" })), null);
  assert.equal(asked(at("n1", { kind: "collect", life: "open" }, { closed: true })), null);
});

test("a break is ended first", () => {
  assert.equal(asked(at("n1", { kind: "collect", life: "open" }, { break_ends: 99 })), "end_break");
});
