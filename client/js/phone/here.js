/** Here: what every part of the phone works with – the line, the texts, and for whom it speaks. */

import { keep, newId } from "../outbox.js";
import { Drafts } from "./drafts.js";

/** @typedef {import("../outbox.js").Item} Item */
/** @typedef {import("../protocol").Person} Person */
/**
 * What a step shows and takes: `body` stands under the heading, `drawn` fills what was drawn, `said` is read aloud
 * when the life of the step changes, `next` tells what comes when it is no longer open, `heading` what to do instead
 * of what the step was begun with.
 * @typedef {{body(now: Now): unknown, drawn?(now: Now): void, said?(now: Now): string, next?(now: Now): string, heading?(now: Now): string}} Part
 */
/** Where the room is; `out`: this person is not in it. @typedef {{at: "gone" | "over" | "out" | "break" | "step" | "lobby", activity: string, step: import("../protocol").Step | undefined,
 * kind: string, life: import("../protocol").Life, ends: number, shown: import("../protocol").Activity, isEnded: boolean}} Now */

export class Here {
  /** The number of somebody without a phone, for whom a helper speaks. */
  guest = "";
  /** What a helper calls them. */
  called = "";

  /** @param {import("../line.js").Line} line @param {import("../protocol").Texts} texts @param {import("../parts.js").Draw} draw */
  constructor(line, texts, draw) {
    this.line = line;
    this.texts = texts;
    this.draw = draw;
    this.isHelper = line.place.seat !== "participant";
    this.prefix = `talko:${line.place.workshop}:${line.place.place}:`;
    this.drafts = new Drafts(`${this.prefix}draft:`);
  }

  /** Of whom this phone speaks. @returns {Partial<Person>} */
  get person() {
    const { mine } = this.line.state;
    return (this.guest ? mine.guests?.[this.guest] : mine) ?? {};
  }

  /** A helper chooses first for whom. */
  get isFor() {
    return !this.isHelper || Boolean(this.guest);
  }

  get isCutOff() {
    return this.line.connection === "offline" || this.line.connection === "gone";
  }

  /** By chance, and the same for ever: in which order this person sees what they choose from. */
  get seed() {
    const key = `${this.prefix}seed:${this.guest}`;
    const seed = keep.get(key) ?? newId();
    keep.set(key, seed);
    return seed;
  }

  /** What was said about an activity, for this person. @param {string} where @returns {Item[]} */
  items(where) {
    return this.line.outbox.items.filter((each) => each.in === where && (each.for ?? "") === this.guest);
  }

  /** @param {string} what @param {string} where @param {Record<string, unknown>} [d] */
  say(what, where, d = {}) {
    this.line.say(what, where, d, this.guest);
  }

  /** @param {string} where @param {string} what */
  key(where, what) {
    return `${this.guest}:${where}:${what}`;
  }
}
