/** Sending: what of the outbox goes now, and what the answers, a broken line and another tab make of it. */

import { changed, filled, isBallotBeside, isUnsent, without } from "./outbox.js";

/** @typedef {import("./protocol").Command} Command */
/** @typedef {import("./outbox.js").Item} Item */
/** @typedef {import("./outbox.js").Outbox} Outbox */

const LATER = ["slow_down", "try_again", "restarting"];
const PAUSE_MS = 2000;
const UNANSWERED_MS = 10000;

/**
 * What to send now. One at a time, so that a card is there before it is changed, and a change of epoch is mended
 * in the order in which things were said.
 * @param {Outbox} outbox @param {number} now @returns {Item | undefined}
 */
export function next(outbox, now) {
  const first = outbox.items.find(isUnsent);
  return first?.state === "queued" && now >= Math.max(outbox.resume, first.due ?? 0) ? first : undefined;
}

/** @param {Item} item @returns {Command} */
export function frame({ do: what, id, in: where, d, for: guest }) {
  return { do: what, id, in: where, d, ...(guest && { for: guest }) };
}

/** @param {Outbox} outbox @param {string} id @param {number} now @returns {Outbox} */
export function sent(outbox, id, now) {
  return { ...changed(outbox, id, { state: "sent" }), resume: now };
}

/** An older ballot that was done says nothing more. @param {Outbox} outbox @param {string} id @param {string} epoch @returns {Outbox} */
export function done(outbox, id, epoch) {
  const after = changed(outbox, id, { state: "done", epoch });
  const item = after.items.find((each) => each.id === id);
  const isOld = (/** @type {Item} */ each) => item && each.state === "done" && isBallotBeside(each, item) && Number(each.d.n) < Number(item.d.n);
  return item?.do === "cast" ? { ...after, items: after.items.filter((each) => !isOld(each)) } : after;
}

/**
 * *Later* is kept and sent again after a pause. *No* is set aside: its text can be read and copied.
 * @param {Outbox} outbox @param {{refused: string, why: string, wait_ms?: number}} answer @param {number} now
 * @returns {Outbox}
 */
export function refused(outbox, { refused: id, why, wait_ms }, now) {
  if (!LATER.includes(why)) return changed(outbox, id, { state: "refused", why });
  return { ...changed(outbox, id, { state: "queued" }), resume: now + (wait_ms ?? PAUSE_MS) };
}

/**
 * The line broke: what was under way is sent again. Sending twice is safe; but what counts only now is set aside,
 * for its moment has passed.
 * @param {Outbox} outbox @returns {Outbox}
 */
export function lost(outbox) {
  return { items: outbox.items.map((each) => (each.state === "sent" || (each.now && isUnsent(each)) ? { ...each, state: each.now ? "refused" : "queued" } : each)), resume: 0 };
}

/** An answer that never came is asked for again. @param {Outbox} outbox @param {number} now @returns {Outbox} */
export function unanswered(outbox, now) {
  return outbox.items.some((each) => each.state === "sent") && now > outbox.resume + UNANSWERED_MS ? lost(outbox) : outbox;
}

/**
 * The log came back from an older copy: everything acknowledged before is said again.
 * @param {Outbox} outbox @param {string} epoch @returns {Outbox}
 */
export function renewed(outbox, epoch) {
  const old = (/** @type {Item} */ each) => each.state === "done" && each.epoch !== epoch;
  if (!outbox.items.some(old)) return outbox;
  return { ...outbox, items: outbox.items.map((each) => (old(each) ? { ...each, state: "queued", now: false } : each)) };
}

/** The workshop is over: what was acknowledged is forgotten. What was not can still be read. @param {Outbox} outbox */
export function forgotten(outbox) {
  const kept = outbox.items.filter((each) => each.state !== "done");
  return kept.length < outbox.items.length ? { ...outbox, items: kept } : outbox;
}

/**
 * What another tab of this browser wrote: `item` is null when it forgot one.
 * @param {Outbox} outbox @param {string} id @param {Item | null} item @returns {Outbox}
 */
export function heard(outbox, id, item) {
  const mine = outbox.items.find((each) => each.id === id);
  if (!item) return mine ? without(outbox, id) : outbox;
  if (!mine) return { ...filled([...outbox.items, item]), resume: outbox.resume };
  return isUnsent(mine) && !isUnsent(item) ? changed(outbox, id, item) : outbox;
}
