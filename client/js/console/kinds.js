/** What each kind needs on the console comes when the room is at it, or a little later, so that it is there when the line is not. */

/** @typedef {import("./desk.js").Part} Part */
/** @typedef {import("./desk.js").Desk} Desk */
/** @typedef {import("./hiding.js").Hiding} Hiding */

const AGAIN_MS = 3000;
const REST_MS = 2000;

export class Kinds {
  /** @type {Map<string, Part>} */
  parts = new Map();
  /** @type {Set<string>} */
  asked = new Set();

  /** @param {Desk} desk @param {Hiding} hiding */
  constructor(desk, hiding) {
    this.desk = desk;
    /** @type {Record<string, () => Promise<Part>>} */
    this.makers = {
      discuss: async () => new (await import("./notes.js")).Talk(desk, hiding),
      collect: async () => new (await import("./writing.js")).Writing(desk, hiding),
      cluster: async () => new (await import("./board.js")).Grouping(desk, hiding),
      vote: async () => new (await import("./votes.js")).Voting(desk),
      survey: async () => new (await import("./surveys.js")).Asking(desk, hiding),
      consent: async () => new (await import("./consents.js")).Deciding(desk, hiding),
      plan: async () => new (await import("./planning.js")).Planning(desk),
      gate: async () => new (await import("./gate.js")).AtTheGate(desk),
    };
    setTimeout(() => Object.keys(this.makers).forEach((kind) => this.of(kind)), REST_MS);
  }

  /** Undefined while it is on its way. @param {string} kind */
  of(kind) {
    if (kind in this.makers && !this.asked.has(kind)) this.#load(kind);
    return this.parts.get(kind);
  }

  /** @param {string} kind */
  async #load(kind) {
    this.asked.add(kind);
    try {
      const part = await this.makers[kind]?.();
      if (part) this.parts.set(kind, part);
      this.desk.redraw();
    } catch {
      setTimeout(() => (this.asked.delete(kind), this.desk.redraw()), AGAIN_MS);
    }
  }
}
