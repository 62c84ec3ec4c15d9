/** News: what others do, told calmly. A list is never live; one sentence in ten seconds is enough. */

import { keep } from "../outbox.js";
import { cardsWritten, say, t, tn } from "../parts.js";

/** @typedef {import("./here.js").Now} Now */

const PACE_MS = 10000;

export class News {
  /** How many answers there were when the page was drawn last. */
  heard = Infinity;
  /** What was told last, or need not be told. */
  last = "";
  step = "";
  toldAt = 0;
  isWaiting = false;

  /** @param {import("./here.js").Here} here */
  constructor(here) {
    this.here = here;
  }

  // What has been answered since it was read

  told() {
    const { questions = {}, words = {} } = this.here.line.state.view;
    return [...Object.keys(questions), ...Object.keys(words)];
  }

  unseen() {
    const seen = new Set((keep.get(`${this.here.prefix}seen`) ?? "").split(" "));
    return this.told().filter((id) => !seen.has(id)).length;
  }

  /** @param {Now} now */
  tell(now) {
    const n = this.told().length;
    if (n > this.heard && this.unseen()) say(t("There is a new answer. You find it in Help."));
    this.heard = n;
    if (document.documentElement.dataset.aloud !== "important") this.others(now);
  }

  /** What is there when one comes is not new. @param {Now} now */
  others(now) {
    const said = others(now);
    const step = `${now.activity} ${now.life}`;
    if (step !== this.step) Object.assign(this, { step, last: said, toldAt: Date.now() });
    if (said === this.last || !said) return;
    const wait = this.toldAt + PACE_MS - Date.now();
    if (wait > 0) return this.later(wait);
    Object.assign(this, { last: said, toldAt: Date.now() });
    say(said);
  }

  /** @param {number} wait ms */
  later(wait) {
    if (this.isWaiting) return;
    this.isWaiting = true;
    setTimeout(() => ((this.isWaiting = false), this.here.draw()), wait);
  }
}

/** @param {Now} now */
function others({ at, life, shown }) {
  if (at !== "step" || life !== "open") return "";
  const { written, answered } = /** @type {{written?: number, answered?: number}} */ (shown);
  if (written !== undefined) return cardsWritten(written);
  return answered === undefined ? "" : tn("{n} person has answered", "{n} people have answered", answered);
}
