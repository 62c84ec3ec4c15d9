import assert from "node:assert/strict";
import test from "node:test";

import { expected, grouped } from "../../client/js/phone/grouping.js";

const card = (theme) => ({ text: "x", lang: "en", ...(theme !== undefined && { theme }) });
const SHOWN = { cards: { k1: card("t1"), k2: card("t1"), k3: card() }, themes: { t1: { name: "Bus", lang: "en" }, t2: { name: "Money", lang: "en" } } };
const say = (what, d, state = "queued", id = "x1") => ({ do: what, id, in: "i3", at: 1, state, d });
const told = (groups) => groups.map(({ id, cards }) => `${id}: ${cards.map(([card]) => card).join(" ")}`);

test("each card lies in one group, and those in none are among the others, last", () => {
  assert.deepEqual(told(grouped(expected(SHOWN, []))), ["t1: k1 k2", "t2: ", ": k3"]);
});

test("groups stand in the order in which they were made, and one on its way stands last", () => {
  const wall = expected({ ...SHOWN, order: ["t2", "t1"] }, [say("add_theme", { name: "Letters", lang: "en", cards: [] }, "queued", "a1")]);
  assert.deepEqual(told(grouped(wall)), ["t2: ", "t1: k1 k2", "a1: ", ": k3"]);
});

test("a card whose group is gone is among the others", () => {
  assert.deepEqual(told(grouped({ cards: { k1: card("t9") }, themes: {} })), [": k1"]);
});

test("a card lies in its new place from the press on", () => {
  const move = say("move_cards", { cards: ["k1", "k9"], theme: "t2" });
  assert.deepEqual(told(grouped(expected(SHOWN, [move]))), ["t1: k2", "t2: k1", ": k3"]);
  assert.deepEqual(told(grouped(expected(SHOWN, [say("move_cards", { cards: ["k1"], theme: "" })]))), ["t1: k2", "t2: ", ": k1 k3"]);
});

test("a new group has the id of what was said, so that it stays the same when it has come", () => {
  const { themes, cards } = expected(SHOWN, [say("add_theme", { name: "Letters", lang: "en", cards: ["k3"] })]);
  assert.equal(themes.x1.name, "Letters");
  assert.equal(cards.k3.theme, "x1");
});

test("a new name is shown, and not that of a group that is gone", () => {
  assert.equal(expected(SHOWN, [say("name_theme", { theme: "t1", name: "Travel", lang: "en" })]).themes.t1.name, "Travel");
  assert.equal(expected(SHOWN, [say("name_theme", { theme: "t9", name: "Travel", lang: "en" })]).themes.t9, undefined);
});

test("what was done or refused is as the server shows it", () => {
  for (const state of ["done", "refused"]) {
    assert.deepEqual(expected(SHOWN, [say("move_cards", { cards: ["k1"], theme: "t2" }, state)]), { ...SHOWN, order: [] });
  }
});
