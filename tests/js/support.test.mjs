import assert from "node:assert/strict";
import test from "node:test";

import { needs, supports, told } from "../../client/js/phone/support.js";

test("below what passes, a reason is needed, written or said aloud", () => {
  assert.equal(needs({ support: 2 }, 3), true);
  assert.equal(needs({ support: 2, text: "  " }, 3), true);
  assert.equal(needs({ support: 2, text: "Who pays?" }, 3), false);
  assert.equal(needs({ support: 2, aloud: true }, 3), false);
  assert.equal(needs({ support: 3 }, 3), false);
  assert.equal(needs({ support: "need_time" }, 3), false);
  assert.equal(needs({}, 3), false);
});

test("nothing is sent but what was said", () => {
  assert.deepEqual(told({ support: 5 }, "fi"), { support: 5 });
  assert.deepEqual(told({ support: 0, text: "Who pays?", aloud: false }, "en"), { support: 0, text: "Who pays?", lang: "en" });
  assert.deepEqual(told({ support: 1, text: " ", aloud: true }, "en"), { support: 1, aloud: true });
  assert.deepEqual(told({ support: "need_time", aloud: true }, "en"), { support: "need_time" });
  assert.deepEqual(told({ support: "need_time", text: "Who pays?" }, "en"), { support: "need_time", text: "Who pays?", lang: "en" });
});

test("every step of a scale has words of its own", () => {
  assert.deepEqual(supports("five").map(([n]) => n), [5, 4, 3, 2, 1, 0]);
  assert.deepEqual(supports("three").map(([n]) => n), [2, 1, 0]);
  assert.equal(new Set(supports("five").map(([, text]) => text)).size, 6);
});
