/** Drafts: what was begun and not sent stays on this phone, through a reload and through every change of the room. */

import { attempt, keep } from "../outbox.js";

/** @typedef {{text: string, [more: string]: any}} Draft */

export class Drafts {
  /** The fields that are on the page: what stands in them need not be shown a second time. @type {Set<string>} */
  shown = new Set();
  /** Who holds one in hand hears that it is gone. */
  emptied = () => {};

  /** @param {string} prefix */
  constructor(prefix) {
    this.prefix = prefix;
  }

  /** @param {string} key `guest:activity:what` @returns {Draft} */
  read(key) {
    const draft = attempt(() => JSON.parse(keep.get(this.prefix + key) ?? ""), null);
    return typeof draft?.text === "string" ? draft : { text: "" };
  }

  /** The same, of a field that is on the page. @param {string} key */
  show(key) {
    this.shown.add(key);
    return this.read(key);
  }

  /** Nothing is kept of what says nothing. @param {string} key @param {Draft} draft */
  put(key, draft) {
    if (draft.text.trim() || draft.isBegun) keep.set(this.prefix + key, JSON.stringify(draft));
    else this.drop(key);
  }

  /** @param {string} key */
  drop(key) {
    keep.drop(this.prefix + key);
  }

  /** Everything that was begun for this person. @param {string} guest */
  empty(guest) {
    for (const key of keep.keys()) if (key.startsWith(`${this.prefix}${guest}:`)) keep.drop(key);
    this.emptied();
  }

  /** Texts without a field on the page. @returns {{key: string, text: string}[]} */
  left() {
    const keys = keep.keys().filter((key) => key.startsWith(this.prefix)).map((key) => key.slice(this.prefix.length));
    const others = keys.filter((key) => !this.shown.has(key)).sort();
    return others.map((key) => ({ key, text: this.read(key).text })).filter(({ text }) => text.trim());
  }
}
