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
  /** When what came meanwhile is told (ms), 0 while nothing has come. */
  due = 0;

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

  /** What is there when one comes is not new; and what comes one by one is told together. @param {Now} now */
  others(now) {
    const said = others(now);
    const step = `${now.activity} ${now.life}`;
    if (step !== this.step) Object.assign(this, { step, last: said, due: 0 });
    if (said === this.last || !said) return;
    if (!this.due) return this.wait();
    if (Date.now() < this.due) return;
    Object.assign(this, { last: said, due: 0 });
    say(said);
  }

  wait() {
    this.due = Date.now() + PACE_MS;
    setTimeout(this.here.draw, PACE_MS + 50);
  }
}

/** @param {Now} now */
function others({ at, life, shown }) {
  if (at !== "step" || life !== "open") return "";
  const { written, answered } = /** @type {{written?: number, answered?: number}} */ (shown);
  if (written !== undefined) return cardsWritten(written);
  return answered === undefined ? "" : tn("{n} person has answered", "{n} people have answered", answered);
}
