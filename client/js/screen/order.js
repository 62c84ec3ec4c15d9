/** In which order things hang on the wall: what hangs there stays where it is, what comes hangs after it, and is new for a while. */

/** @typedef {import("./wall.js").Entries} Entries */
/** @typedef {import("./wall.js").Entry} Entry */

const NEW_MS = 6000;

export class Order {
  about = "";
  /** By id, in the order in which they came here. @type {Map<string, number>} */
  places = new Map();
  /** When each came that was not there from the beginning. @type {Map<string, number>} */
  came = new Map();

  /** @param {() => void} redraw */
  constructor(redraw) {
    this.redraw = redraw;
  }

  /** Those of one heading stay together, in the order of the headings; rows of a result are in an order already. @param {Entries} entries @param {string} about @returns {Entries} */
  settled(entries, about) {
    this.#receive(entries, about);
    const headings = [...new Set(entries.map(([, each]) => each.of))];
    const place = (/** @type {[string, Entry]} */ [id, { of, look }], /** @type {number} */ i) => [headings.indexOf(of), isInOrder(look) ? i : this.places.get(id) ?? i];
    const placed = entries.map((each, i) => ({ each, at: place(each, i) }));
    return placed.sort(({ at: [a, x] }, { at: [b, y] }) => a - b || x - y).map(({ each }) => each);
  }

  /** @param {string} id */
  isNew(id) {
    return Date.now() - (this.came.get(id) ?? 0) < NEW_MS;
  }

  /** @param {Entries} entries @param {string} about */
  #receive(entries, about) {
    const isBegun = about === this.about;
    if (!isBegun) [this.about, this.places, this.came] = [about, new Map(), new Map()];
    for (const [id, { look, isKnown }] of entries) {
      if (this.places.has(id)) continue;
      this.places.set(id, this.places.size);
      if (isBegun && !isKnown && !isInOrder(look)) this.#mark(id);
    }
  }

  /** @param {string} id */
  #mark(id) {
    this.came.set(id, Date.now());
    setTimeout(this.redraw, NEW_MS + 20);
  }
}

/** Rows, lines and groups come in an order already, and are never new. @param {Entry["look"]} look */
function isInOrder(look) {
  return look === "rows" || look === "lines" || look === "piles";
}
