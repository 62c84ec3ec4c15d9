/** My ballot: what the server has of it, and what still lies in the outbox. */

import { isUnsent } from "../outbox.js";

/** @typedef {import("../outbox.js").Item} Item */
/** @typedef {import("../protocol").Ballot} Ballot */
/** @typedef {import("../protocol").Choice} Choice */
/** `choice`: as it was chosen last, `standing`: what holds where that was refused. */
/** @typedef {{n: number, choice: Choice, standing: Choice, state: "" | "saved" | "unsent" | "refused", why: string}} Mine */

/**
 * The larger `n` holds, wherever it lies.
 * @param {string} round @param {Ballot | undefined} saved @param {Item[]} items commands of this activity, for this person
 * @returns {Mine}
 */
export function ballot(round, saved, items) {
  const casts = items.filter((each) => each.do === "cast" && each.d.round === round).map(cast);
  const all = [...(saved?.round === round ? [{ ...saved, state: "saved", why: "" }] : []), ...casts];
  const sorted = all.sort((a, b) => a.n - b.n);
  const last = sorted.at(-1) ?? { n: 0, choice: {}, state: "", why: "" };
  const standing = sorted.filter((each) => each.state !== "refused").at(-1)?.choice ?? {};
  const { n, choice, state, why } = last;
  return { n, choice, standing, state: /** @type {Mine["state"]} */ (state), why };
}

/** @param {Item} item */
function cast(item) {
  const { n, choice } = /** @type {Ballot} */ (item.d);
  return { n, choice, state: isUnsent(item) ? "unsent" : item.state === "done" ? "saved" : "refused", why: item.why ?? "" };
}

/** A day is chosen, not written. */
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** The texts in a command that somebody wrote, so that they can be read when it did not come through. @param {Item} item @returns {string[]} */
export function textsOf({ d }) {
  const choice = /** @type {Choice} */ (d.choice ?? {});
  const answers = Object.values(choice.answers ?? {}).flatMap((each) => Object.values(each));
  const texts = answers.map((each) => (typeof each === "object" ? each.text : ""));
  return [d.text, d.word, choice.text, ...texts].map((text) => String(text ?? "")).filter((text) => text.trim() && !DATE.test(text));
}
