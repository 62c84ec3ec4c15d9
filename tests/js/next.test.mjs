import assert from "node:assert/strict";
import test from "node:test";

import { next, others } from "../../client/js/console/next.js";

const TEXTS = {
  order: ["o1", "n1", "v1", "s1", "p1", "z1"],
  activities: {
    o1: { kind: "discuss", prompt: "Welcome" },
    n1: { kind: "collect", prompt: "What helps?", collect: { reveal: "on_close", buckets: [] } },
    v1: { kind: "vote", prompt: "Choose" },
    s1: { kind: "survey", prompt: "Questions", survey: { show: "on_close" } },
    p1: { kind: "consent", prompt: "May we?", consent: { max_rounds: 2, commitment: false } },
    z1: { kind: "discuss", prompt: "Thanks" },
  },
};
const at = (current, activity, more = {}) => ({
  agenda: { current, break_ends: 0, closed: false, ...more },
  activities: current ? { [current]: { kind: TEXTS.activities[current].kind, ...activity } } : {},
});
const asked = (view, texts = TEXTS) => {
  const offer = next(view, texts);
  return offer && `${offer.do} ${offer.in}`.trim();
};
const quiet = (view) => others(view, TEXTS).map((each) => each.label);

test("from the lobby it begins", () => {
  assert.equal(asked(at("")), "go_on");
  assert.equal(next(at(""), TEXTS).label, "Begin: Welcome");
});

test("a talk, grouping and a plan open by themselves, so it only goes on", () => {
  assert.equal(asked(at("o1", { life: "open" })), "go_on o1");
  assert.equal(next(at("o1", { life: "open" }), TEXTS).label, "Next: What helps?");
  assert.equal(asked(at("o1", { kind: "cluster", life: "open" })), "go_on o1");
  assert.equal(asked(at("o1", { kind: "plan", life: "open" })), "go_on o1");
});

test("collecting opens, closes and is shown; only the showing cannot be undone", () => {
  const step = (life) => next(at("n1", { life }), TEXTS);
  assert.deepEqual(["waiting", "open", "closed"].map((life) => step(life).do), ["open", "close", "reveal"]);
  assert.deepEqual(["waiting", "open", "closed"].map((life) => Boolean(step(life).isFinal)), [false, false, true]);
});

test("after the last step, and when all is over, nothing is offered", () => {
  assert.equal(asked(at("z1", { life: "open" })), null);
  assert.equal(asked(at("n1", { life: "open" }, { closed: true })), null);
});

test("a break is ended first, and nothing stands beside it", () => {
  const view = at("n1", { life: "open" }, { break_ends: 99 });
  assert.equal(asked(view), "end_break");
  assert.deepEqual(quiet(view), []);
});

test("what has not begun can be skipped, and what is closed can be opened again", () => {
  assert.deepEqual(quiet(at("n1", { life: "waiting" })), ["Go back", "Skip this step"]);
  assert.deepEqual(quiet(at("n1", { life: "open" })), ["Go back"]);
  assert.equal(others(at("n1", { life: "open" }), TEXTS)[0].not, "Close this step first. Then you can go back.");
  assert.deepEqual(quiet(at("n1", { life: "closed" })), ["Go back", "Open again"]);
});

// Votes and surveys

const options = { a: {}, b: {}, c: {} };

test("a talk with brought cards waits until they are shown", () => {
  const view = at("o1", { kind: "discuss", life: "waiting" });
  assert.equal(asked(view), "open o1");
  assert.equal(next(view, TEXTS).label, "Show the cards");
});

test("a vote between fewer than two is not offered", () => {
  assert.equal(asked(at("v1", { life: "waiting", options: { a: {} } })), "go_on v1");
  assert.equal(asked(at("v1", { life: "waiting", options })), "open v1");
});

test("a vote opens, closes, is shown, and goes on", () => {
  const step = (life) => asked(at("v1", { life, options, round: "r", rounds: { r: {} } }));
  assert.deepEqual(["waiting", "open", "closed", "revealed"].map(step), ["open v1", "close v1", "reveal v1", "go_on v1"]);
});

test("equal ones at the cut are voted on once more, or left", () => {
  const view = at("v1", { life: "revealed", options, round: "r", rounds: { r: { tied: ["a", "b"] } } });
  assert.equal(asked(view), "open_run_off v1");
  assert.deepEqual(quiet(view), ["Go back", "A new round", "To the next step, leave this as it is"]);
});

test("a tie of an earlier round is over", () => {
  const rounds = { r: { tied: ["a", "b"] }, q: { run_off: true } };
  assert.equal(asked(at("v1", { life: "revealed", options, round: "q", rounds })), "go_on v1");
});

test("a new round of a vote or a survey needs a second press", () => {
  for (const view of [at("v1", { life: "revealed", options }), at("s1", { life: "revealed", items: { say: true } })]) {
    const again = others(view, TEXTS).find((each) => each.do === "open");
    assert.equal(again.isFinal, true);
  }
});

test("a survey without questions is not opened", () => {
  assert.equal(asked(at("s1", { life: "waiting", items: {} })), "go_on s1");
  assert.equal(asked(at("s1", { life: "waiting", items: { say: true } })), "open s1");
});

test("a survey that is told later is counted, for whoever leads alone", () => {
  const texts = { ...TEXTS, activities: { ...TEXTS.activities, s1: { ...TEXTS.activities.s1, survey: { show: "later" } } } };
  assert.equal(next(at("s1", { life: "closed", items: { say: true } }), texts).label, "Count the answers");
});

// Decisions

const P = { text: "Coffee on Thursdays" };
const Q = { text: "Letters in plain words" };
const consent = (activity) => at("p1", activity);
const shown = (proposals, proposal, round) => consent({ life: "revealed", proposals, proposal, round: "r", rounds: { r: { proposal, nth: 1, ...round } } });
const offered = (view) => {
  const { do: what, d, form } = next(view, TEXTS);
  return [what, d?.proposal ?? d?.round, form].filter(Boolean).join(" ");
};

test("one proposal is asked about after another, in their order", () => {
  const first = consent({ life: "waiting", proposals: { all: { text: "" }, p: P, q: Q }, round: "" });
  assert.equal(offered(first), "open_round p again p");
  assert.equal(next(first, TEXTS).label, "Ask about: Coffee on Thursdays");
  assert.equal(offered(shown({ all: { text: "" }, p: { ...P, result: "accepted" }, q: Q }, "p", { result: "accepted" })), "open_round q again q");
});

test("when all have been asked about it goes on", () => {
  const all = { all: { text: "" }, p: { ...P, result: "accepted" }, q: { ...Q, result: "rejected" } };
  assert.equal(offered(shown(all, "q", { result: "rejected" })), "go_on");
});

test("a concern makes it change and ask again, and then the next one stands beside", () => {
  const view = shown({ all: { text: "" }, p: { ...P, result: "revise" }, q: Q }, "p", { result: "revise" });
  assert.equal(offered(view), "open_round p again p");
  assert.deepEqual(quiet(view), ["Go back", "Ask about: Letters in plain words", "To the next step, leave this as it is"]);
});

test("after the last round nothing is asked again", () => {
  const view = shown({ p: { ...P, result: "unresolved" } }, "p", { result: "unresolved", nth: 2 });
  assert.equal(offered(view), "go_on");
});

test("who asked for time is waited for until a day, which is chosen first", () => {
  const all = { p: { ...P, result: "pending" }, q: Q };
  assert.equal(offered(shown(all, "p", { result: "pending" })), "decide_by r decide r");
  assert.equal(offered(shown(all, "p", { result: "pending", decide_by: "2026-10-15" })), "open_round q again q");
});

test("a whole plan, and common rules, are asked about at once", () => {
  const texts = structuredClone(TEXTS);
  texts.activities.p1.consent.commitment = true;
  const whole = consent({ life: "waiting", proposals: { all: { text: "" }, p: P, q: Q } });
  assert.equal(next(whole, texts).d.proposal, "all");
  assert.equal(next(consent({ life: "waiting", proposals: { all: { text: "" } } }), TEXTS).label, "Ask everybody");
});
