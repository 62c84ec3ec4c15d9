import assert from "node:assert/strict";
import test from "node:test";

import { missingOf, sorted, titleOf, wordingsOf } from "../../client/js/console/records.js";

const RECORD = {
  sources: ["t1"], what: { text: "A bus at nine", lang: "en" }, due: "2026-10-08", owner: "Aino",
  proposed: { w3: { field: "what", text: "A bus at eight", lang: "en" } },
  history: {
    w1: { field: "what", text: "A bus", lang: "en" }, w2: { field: "what", text: "A bus at nine", lang: "en" },
    w0: { field: "due", text: "2026-10-01", lang: "" },
  },
};

test("what is needed and empty is missing, a yes that was not said too", () => {
  assert.deepEqual(missingOf(RECORD, ["what", "due", "owner", "owner_accepted", "follower", "sources", "helpers"]), ["owner_accepted", "follower", "helpers"]);
});

test("a record without words is called as what it comes from", () => {
  assert.equal(titleOf(RECORD, {}).text, "A bus at nine");
  assert.equal(titleOf({ sources: ["field", "t1"] }, { t1: { text: "Buses", lang: "en" } }).text, "Buses");
  assert.equal(titleOf({}, {}).text, "");
});

test("a wording is offered if it was proposed, or was there before and differs from what stands", () => {
  const { proposed, earlier } = wordingsOf(RECORD, "what");
  assert.deepEqual([proposed.map(([id]) => id), earlier.map(([id]) => id)], [["w3"], ["w1"]]);
});

test("what the gate misses is sorted into rules, and the fields of each record", () => {
  const { rules, fields } = sorted(["min_actions", "a.due", "b.owner", "a.owner"]);
  assert.deepEqual([rules, fields], [["min_actions"], [["a", ["due", "owner"]], ["b", ["owner"]]]]);
});
