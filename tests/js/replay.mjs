/** Frames that a server sent, through the client's own code: what comes out must be what a newcomer would be sent. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { receive } from "../../client/js/frames.js";
import { begin } from "../../client/js/line.js";
import { merge } from "../../client/js/merge.js";

/** @type {{name: string, frames: string[], fresh: object}[]} */
const recordings = JSON.parse(readFileSync(process.env.TALKO_FRAMES ?? "", "utf8"));

test("there is something to replay", () => assert.ok(recordings.length));

for (const { name, frames, fresh } of recordings) {
  test(`${name}: the patches merge to the fresh view`, () => {
    const seen = frames.map((text) => JSON.parse(text)).reduce(follow, {});
    assert.deepEqual(seen, fresh);
  });
  test(`${name}: the phone's own way to read frames asks for nothing again and ends at the fresh view`, () => {
    let state = begin({ view: {}, mine: {}, epoch: "", run: "", v: 0, now_ms: 0 }, 0);
    for (const text of frames) {
      const next = receive(state, JSON.parse(text), 0);
      assert.equal(next.ask, false);
      state = next.state;
    }
    assert.deepEqual(state.view, fresh);
  });
}

function follow(view, frame) {
  return frame.patch ? merge(view, frame.patch) : (frame.view ?? view);
}
