/** Writing: the cards as they come, to be read along. */

import { Reading } from "./cards.js";

/** @typedef {import("../protocol").Activity} Activity */

export class Writing {
  /** @param {import("./desk.js").Desk} desk @param {import("./hiding.js").Hiding} hiding */
  constructor(desk, hiding) {
    this.reading = new Reading(hiding, desk.texts);
  }

  /** @param {string} where @param {Activity} activity */
  section(where, { cards = {}, items = {} }) {
    return this.reading.section({ cards, items, in: where });
  }

  /** @param {Activity} activity @param {string} where */
  drawn({ life, cards = {}, items = {} }, where) {
    this.reading.fill({ cards, items, in: where, isAhead: life !== "revealed" });
  }
}
