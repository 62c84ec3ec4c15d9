/** The outbox: what was said stays on this device until the server has it on its disk, and a little longer. */

/** @typedef {import("./protocol").Command} Command */
/**
 * `now`: counts only at the moment it is said, as moving the room does; it is never sent later. `due`: not sent before (ms).
 * @typedef {Command & {at: number, state: "queued" | "sent" | "done" | "refused", why?: string, epoch?: string, now?: boolean, due?: number}} Item
 */
/** @typedef {{items: Item[], resume: number}} Outbox `resume`: nothing is sent before this moment (ms) */

const LATER = ["slow_down", "try_again", "restarting"];
const PAUSE_MS = 2000;
const UNANSWERED_MS = 10000;

/** 128 random bits, as letters, digits, - and _. Works without https. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** @param {Item[]} [items] @returns {Outbox} */
export function filled(items = []) {
  return { items: [...items].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)), resume: 0 };
}

/**
 * A ballot is whole, so of those that wait only the newest is sent. What is under way can not be called back.
 * @param {Outbox} outbox @param {Command & {now?: boolean, due?: number}} command @param {number} now @returns {Outbox}
 */
export function added(outbox, command, now) {
  const at = Math.max(now, (outbox.items.at(-1)?.at ?? 0) + 1);
  const isOld = (/** @type {Item} */ each) => isBallotBeside(each, command) && (each.state === "queued" || each.state === "refused");
  return { ...outbox, items: [...outbox.items.filter((each) => !isOld(each)), { ...command, at, state: "queued" }] };
}

/** Of the same person, in the same round. @param {Command} each @param {Command} command */
function isBallotBeside(each, command) {
  const isBallot = each.do === "cast" && command.do === "cast" && each.id !== command.id;
  return isBallot && each.in === command.in && each.d.round === command.d.round && each.for === command.for;
}

/**
 * What to send now. One at a time, so that a card is there before it is changed, and a change of epoch is mended
 * in the order in which things were said.
 * @param {Outbox} outbox @param {number} now @returns {Item | undefined}
 */
export function next(outbox, now) {
  const first = outbox.items.find(isUnsent);
  return first?.state === "queued" && now >= Math.max(outbox.resume, first.due ?? 0) ? first : undefined;
}

/** @param {Item} item */
export function isUnsent(item) {
  return item.state === "queued" || item.state === "sent";
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

/** @param {Outbox} outbox @param {string} id @returns {Outbox} */
export function without(outbox, id) {
  return { ...outbox, items: outbox.items.filter((each) => each.id !== id) };
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

/** @param {Outbox} outbox @param {string} id @param {Partial<Item>} change @returns {Outbox} */
function changed(outbox, id, change) {
  return { ...outbox, items: outbox.items.map((each) => (each.id === id ? { ...each, ...change } : each)) };
}

// On the device: one entry for each command, so that two tabs never write over each other.

/** @param {string} prefix @param {typeof keep} shelf @returns {Outbox} */
export function load(prefix, shelf = keep) {
  const ids = shelf.keys().filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
  return filled(ids.map((id) => read(id, shelf.get(prefix + id))).filter((item) => item !== null));
}

/** Nothing, where the entry is gone or broken. @param {string} id @param {string | null} text @returns {Item | null} */
export function read(id, text) {
  try {
    const item = JSON.parse(text ?? "null");
    return item?.id === id && item.do && typeof item.in === "string" && item.d && item.at && item.state ? item : null;
  } catch {
    return null;
  }
}

/** Writes down what differs, but for what counts only now. @param {string} prefix @param {Outbox} before @param {Outbox} after @param {typeof keep} shelf */
export function save(prefix, before, after, shelf = keep) {
  const kept = new Set(before.items);
  const ids = new Set(after.items.map((each) => each.id));
  for (const item of after.items) {
    const stored = item.state === "sent" ? { ...item, state: "queued" } : item;
    if (!kept.has(item) && !(item.now && isUnsent(item))) shelf.set(prefix + item.id, JSON.stringify(stored));
  }
  for (const item of before.items) if (!ids.has(item.id)) shelf.drop(prefix + item.id);
}

// The shelf: what this device keeps by name. One that is full, broken or forbidden never breaks anything.

/** @type {Map<string, string>} */
const memory = new Map();

/** @type {{get(key: string): string | null, set(key: string, text: string): void, drop(key: string): void, keys(): string[]}} */
export const keep = {
  get: (key) => memory.get(key) ?? attempt(() => localStorage.getItem(key), null),
  set(key, text) {
    const written = attempt(() => (localStorage.setItem(key, text), true), false);
    if (written) memory.delete(key);
    else memory.set(key, text);
  },
  drop(key) {
    memory.delete(key);
    attempt(() => localStorage.removeItem(key), undefined);
  },
  keys: () => [...new Set([...memory.keys(), ...attempt(() => Object.keys(localStorage), [])])],
};

/** @template T @param {() => T} act @param {T} otherwise @returns {T} */
export function attempt(act, otherwise) {
  try {
    return act();
  } catch {
    return otherwise;
  }
}
