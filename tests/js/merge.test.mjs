import assert from "node:assert/strict";
import test from "node:test";

import { merge } from "../../client/js/merge.js";

const APPENDIX = [
  [{ a: "b" }, { a: "c" }, { a: "c" }],
  [{ a: "b" }, { b: "c" }, { a: "b", b: "c" }],
  [{ a: "b" }, { a: null }, {}],
  [{ a: "b", b: "c" }, { a: null }, { b: "c" }],
  [{ a: ["b"] }, { a: "c" }, { a: "c" }],
  [{ a: "c" }, { a: ["b"] }, { a: ["b"] }],
  [{ a: { b: "c" } }, { a: { b: "d", c: null } }, { a: { b: "d" } }],
  [{ a: [{ b: "c" }] }, { a: [1] }, { a: [1] }],
  [["a", "b"], ["c", "d"], ["c", "d"]],
  [{ a: "b" }, ["c"], ["c"]],
  [{ a: "foo" }, null, null],
  [{ a: "foo" }, "bar", "bar"],
  [{ e: null }, { a: 1 }, { e: null, a: 1 }],
  [[1, 2], { a: "b", c: null }, { a: "b" }],
  [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
];

for (const [target, patch, result] of APPENDIX) {
  test(`RFC 7396: ${JSON.stringify(target)} with ${JSON.stringify(patch)}`, () => {
    const before = JSON.stringify(target);
    assert.deepEqual(merge(target, patch), result);
    assert.equal(JSON.stringify(target), before);
  });
}

test("what a patch does not touch stays the same object", () => {
  const before = { cards: { one: { text: "a" }, two: { text: "b" } }, lobby: { joined: 3 } };
  const after = merge(before, { cards: { two: { text: "c" } } });
  assert.equal(after.lobby, before.lobby);
  assert.equal(after.cards.one, before.cards.one);
  assert.notEqual(after.cards.two, before.cards.two);
});

test("a patch that names the prototype spoils no other object", () => {
  merge({}, JSON.parse('{"__proto__": {"spoilt": true}, "constructor": {"prototype": {"spoilt": true}}}'));
  assert.equal({}.spoilt, undefined);
  assert.equal(Object.prototype.spoilt, undefined);
});
