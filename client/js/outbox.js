/**
 * The outbox: what was said stays on this device until the server has it on its disk, and a little longer. What becomes
 * of it there is in sending.js.
 */

/** @typedef {import("./protocol").Command} Command */
/**
 * `now`: counts only at the moment it is said, as moving the room does; it is never sent later. `due`: not sent before (ms).
 * @typedef {Command & {at: number, state: "queued" | "sent" | "done" | "refused", why?: string, epoch?: string, now?: boolean, due?: number}} Item
 */
/** @typedef {{items: Item[], resume: number}} Outbox `resume`: nothing is sent before this moment (ms) */

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
export function isBallotBeside(each, command) {
  const isBallot = each.do === "cast" && command.do === "cast" && each.id !== command.id;
  return isBallot && each.in === command.in && each.d.round === command.d.round && each.for === command.for;
}

/** @param {Item} item */
export function isUnsent(item) {
  return item.state === "queued" || item.state === "sent";
}

/** @param {Outbox} outbox @param {string} id @returns {Outbox} */
export function without(outbox, id) {
  return { ...outbox, items: outbox.items.filter((each) => each.id !== id) };
}

/** @param {Outbox} outbox @param {string} id @param {Partial<Item>} change @returns {Outbox} */
export function changed(outbox, id, change) {
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
