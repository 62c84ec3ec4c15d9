import assert from "node:assert/strict";
import test from "node:test";

import { Forms } from "../../client/js/console/forms.js";

const typed = () => {
  const forms = new Forms();
  forms.turn("note", true);
  forms.type("note", "text", "A bus at nine ");
  forms.sent("note", "c1");
  return forms;
};

test("what is typed is read without spaces around it", () => {
  assert.equal(typed().text("note", "text"), "A bus at nine");
  assert.equal(new Forms().text("note", "text", "as it stands"), "as it stands");
});

test("what is refused stays, with the reason, and what is typed next takes the reason away", () => {
  const forms = typed();
  assert.equal(forms.settled({ id: "c1" }, "The text is too long."), "note");
  assert.deepEqual([forms.of("note").problem, forms.text("note", "text"), forms.isOpen("note")], ["The text is too long.", "A bus at nine", true]);
  forms.type("note", "text", "A bus");
  assert.equal(forms.of("note").problem, "");
});

test("what is done empties and closes its form", () => {
  const forms = typed();
  assert.equal(forms.settled({ id: "c1" }), "note");
  assert.equal(forms.isOpen("note"), false);
  assert.equal(forms.text("note", "text"), "");
});

test("what no form sent is nobody's", () => {
  assert.equal(typed().settled({ id: "c2" }), "");
});

test("a field shows what was typed until the server shows it, and then what the server shows", () => {
  const forms = new Forms();
  forms.type("due", "text", "2026-10-08");
  forms.sent("due", "c1", "");
  assert.equal(forms.fieldText("due", ""), "2026-10-08");
  forms.settled({ id: "c1" });
  assert.equal(forms.fieldText("due", ""), "2026-10-08");
  assert.equal(forms.fieldText("due", "2026-10-08"), "2026-10-08");
  assert.equal(forms.fieldText("due", "2026-11-09"), "2026-11-09");
  assert.equal(forms.of("due").isSaved, true);
});

test("what others write in a field does not take away what is being typed there", () => {
  const forms = new Forms();
  forms.type("what", "text", "Coffee on");
  assert.equal(forms.fieldText("what", "Somebody else's words"), "Coffee on");
});

const ticked = (...ids) => {
  const forms = new Forms();
  forms.type("from", "sources", ids);
  forms.sent("from", "c1", "");
  return forms;
};

test("of two quick ticks the second knows of the first, also when it is done and not shown yet", () => {
  const forms = ticked("a", "b");
  assert.deepEqual(forms.ids("from", "sources", ["a"]), ["a", "b"]);
  forms.settled({ id: "c1" });
  assert.deepEqual(forms.ids("from", "sources", ["a"]), ["a", "b"]);
  assert.deepEqual(forms.ids("from", "sources", ["b", "a"]), ["a", "b"]);
  assert.deepEqual(forms.ids("from", "sources", ["c"]), ["c"]);
});

test("what was ticked and refused is shown as the server has it", () => {
  const forms = ticked("a", "b");
  forms.settled({ id: "c1" }, "This is not there any longer.");
  assert.deepEqual(forms.ids("from", "sources", ["a"]), ["a"]);
  assert.deepEqual(forms.ids("from", "sources", ["a"]), ["a"]);
});
