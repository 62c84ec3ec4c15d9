import assert from "node:assert/strict";
import test from "node:test";

import { ballot, textsOf } from "../../client/js/phone/ballot.js";

const cast = (n, choice, state = "queued", round = "r1", why) => ({ do: "cast", id: `c${n}`, in: "n4", at: n, state, why, d: { round, n, choice } });
const one = { dots: { a: 1 } };
const two = { dots: { a: 2 } };

test("before anything is chosen there is nothing", () => {
  assert.deepEqual(ballot("r1", undefined, []), { n: 0, choice: {}, standing: {}, state: "", why: "" });
});

test("a ballot is mine from the press on, before the server has it", () => {
  const { n, choice, state } = ballot("r1", { round: "r1", n: 1, choice: one }, [cast(2, two)]);
  assert.deepEqual([n, choice, state], [2, two, "unsent"]);
});

test("the larger number holds, wherever it lies", () => {
  assert.equal(ballot("r1", { round: "r1", n: 3, choice: one }, [cast(2, two, "done")]).choice, one);
  assert.equal(ballot("r1", { round: "r1", n: 1, choice: one }, [cast(2, two, "done")]).choice, two);
});

test("of the same number, the words as they were typed stay under the fingers that type them", () => {
  const [typed, saved] = [{ support: 1, text: "Later, " }, { support: 1, text: "Later," }];
  const { choice, state } = ballot("r1", { round: "r1", n: 2, choice: saved }, [cast(2, typed, "done")]);
  assert.deepEqual([choice, state], [typed, "saved"]);
});

test("a ballot of another round says nothing in this one", () => {
  assert.equal(ballot("r2", { round: "r1", n: 7, choice: one }, [cast(8, two, "done")]).n, 0);
});

test("what was refused is told, the earlier one stands, and the next one has a larger number", () => {
  const mine = ballot("r1", { round: "r1", n: 1, choice: one }, [cast(2, two, "refused", "r1", "activity_closed")]);
  assert.deepEqual(mine, { n: 2, choice: two, standing: one, state: "refused", why: "activity_closed" });
});

test("texts in a ballot that did not come through can be read", () => {
  assert.deepEqual(textsOf(cast(1, { support: 0, text: "Who pays?", lang: "en" })), ["Who pays?"]);
  const answers = { all: { good: { text: "The coffee", lang: "en" }, say: 4 }, i1: { fix: { text: " ", lang: "en" } } };
  assert.deepEqual(textsOf(cast(1, { answers })), ["The coffee"]);
  assert.deepEqual(textsOf({ do: "flag_word", d: { word: "agency", lang: "en" } }), ["agency"]);
  assert.deepEqual(textsOf(cast(1, one)), []);
});
