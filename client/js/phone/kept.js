/** Kept: texts that did not come through, and stand nowhere else on the page. What they look like is in behind.js. */

import { textsOf } from "./ballot.js";

/** @typedef {import("./here.js").Here} Here */
/** @typedef {{key: string, text: string, state?: string, why?: string, drop: () => void}} Left */
/** @typedef {(item: import("../outbox.js").Item) => boolean} Shown whether a command's text stands on the page already */

/** @param {Here} here @param {Shown} isShown @returns {Left[]} */
export function left(here, isShown) {
  const begun = here.drafts.left().map(({ key, text }) => ({ key, text, drop: () => (here.drafts.drop(key), here.draw()) }));
  const said = here.line.outbox.items.filter((each) => each.state !== "done" && !isShown(each));
  const texts = said.flatMap((each) =>
    textsOf(each).map((text, i) => ({ key: `${each.id} ${i}`, text, state: each.state, why: each.why, drop: () => here.line.forget(each.id) })),
  );
  return [...begun, ...texts];
}
