import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { Drafts } from "../../client/js/phone/drafts.js";

class Area {
  getItem(key) {
    return Object.hasOwn(this, key) ? this[key] : null;
  }
  setItem(key, text) {
    this[key] = String(text);
  }
  removeItem(key) {
    delete this[key];
  }
}
const drafts = () => new Drafts("talko:w:phone:draft:");

beforeEach(() => {
  globalThis.localStorage = new Area();
});

test("what was begun is there after a reload, with all that was chosen beside it", () => {
  drafts().put(":i2:note", { text: "Ask first", table: "2" });
  assert.deepEqual(drafts().read(":i2:note"), { text: "Ask first", table: "2" });
});

test("nothing is kept of what says nothing, unless something was chosen", () => {
  drafts().put("a", { text: "  " });
  drafts().put("b", { text: "", support: 1, isBegun: true });
  assert.deepEqual(drafts().read("a"), { text: "" });
  assert.equal(drafts().read("b").support, 1);
});

test("a text without a field on the page is not lost from sight, and one with a field is not shown twice", () => {
  const all = drafts();
  all.put("a", { text: "one" });
  all.put("b", { text: "two" });
  all.put("c", { text: "", isBegun: true });
  all.show("b");
  assert.deepEqual(all.left(), [{ key: "a", text: "one" }]);
});

test("each place has its own, and a broken entry is passed over", () => {
  drafts().put("a", { text: "one" });
  localStorage.setItem("talko:w:phone:draft:b", "{");
  assert.deepEqual(new Drafts("talko:w:phone-2:draft:").left(), []);
  assert.equal(drafts().left().length, 1);
});
