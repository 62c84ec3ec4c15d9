import assert from "node:assert/strict";
import test from "node:test";

import { own, standing } from "../../client/js/phone/own.js";

const say = (what, id, d, state = "queued", at = Number(id.slice(1))) => ({ do: what, id, in: "n1", d, state, at, why: state === "refused" ? "activity_closed" : undefined });
const add = (id, text, state) => say("add_card", id, { text, lang: "en" }, state);
const saved = (text, more = {}) => ({ text, lang: "en", ...more });
const told = (cards) => cards.map((each) => `${each.id} ${each.text} ${each.state}`);

test("a card is mine from the moment it is written", () => {
  assert.deepEqual(told(own({}, [add("c1", "bus")])), ["c1 bus unsent"]);
  assert.deepEqual(told(own({}, [add("c1", "bus", "sent")])), ["c1 bus unsent"]);
  assert.deepEqual(told(own({}, [add("c1", "bus", "done")])), ["c1 bus saved"]);
  assert.deepEqual(told(own({ c1: saved("bus") }, [add("c1", "bus", "done")])), ["c1 bus saved"]);
});

test("cards stay in the order in which they were written", () => {
  const items = [add("c3", "third", "done"), add("c4", "fourth")];
  assert.deepEqual(told(own({ c3: saved("third"), c9: saved("from another tab") }, items)), [
    "c9 from another tab saved", "c3 third saved", "c4 fourth unsent",
  ]);
});

test("a change that is on its way is shown, and the server's text when it has come", () => {
  const change = (state) => say("edit_card", "e2", { card: "c1", text: "tram" }, state);
  assert.deepEqual(told(own({ c1: saved("bus") }, [change("queued")])), ["c1 tram unsent"]);
  assert.deepEqual(told(own({ c1: saved("bus, by me") }, [change("done")])), ["c1 bus, by me saved"]);
});

test("what is taken away is not shown, before the answer and after it", () => {
  const away = (state) => say("withdraw_card", "w2", { card: "c1" }, state);
  for (const state of ["queued", "sent", "done"]) assert.deepEqual(own({ c1: saved("bus") }, [add("c1", "bus", "done"), away(state)]), []);
});

test("a card that was refused keeps its text and the reason", () => {
  const [card] = own({}, [add("c1", "bus", "refused")]);
  assert.deepEqual([card.text, card.state, card.why, card.say], ["bus", "refused", "activity_closed", "c1"]);
});

test("a change that was refused stands beside the card, with its text", () => {
  const cards = own({ c1: saved("bus") }, [say("edit_card", "e2", { card: "c1", text: "tram" }, "refused")]);
  assert.deepEqual(told(cards), ["c1 bus saved", "e2 tram refused"]);
  assert.equal(cards[1].say, "e2");
});

test("a hidden card tells its reason, and does not count", () => {
  const cards = own({ c1: saved("bus"), c2: saved("a name", { hidden: "There is a name in it" }) }, [add("c3", "no", "refused")]);
  assert.equal(cards.find((each) => each.id === "c2").hidden, "There is a name in it");
  assert.equal(standing(cards), 1);
});
