/** News: what others do, told calmly. A list is never live; one sentence in ten seconds is enough. */

import { keep } from "../outbox.js";
import { cardsWritten, html, nothing, say, t, tn } from "../parts.js";
import { stay, wayBack } from "./languages.js";

/** @typedef {import("./here.js").Now} Now */

const PACE_MS = 10000;

export class News {
  /** How many answers there were when the page was drawn last. */
  heard = Infinity;
  /** What was told last, or need not be told. */
  last = "";
  step = "";
  /** Where the room was before. @type {Now | undefined} */
  before;
  /** What it passed over on its way here. @type {Now | undefined} */
  passed;
  /** When what came meanwhile is told (ms), 0 while nothing has come. */
  due = 0;

  /** @param {import("./here.js").Here} here */
  constructor(here) {
    this.here = here;
    const seen = `${here.prefix}seen`;
    if (keep.get(seen) === null) keep.set(seen, this.told().join(" ")); // what was answered before one came is not news
  }

  // What became of the step before, and of the language before

  /** @param {Now} now */
  beforeTask(now) {
    const { passed } = this;
    return html`${passed?.step && now.at === "step" ? html`<p class="notice">${notNow(passed)} <span lang=${passed.step.lang} dir="auto">${passed.step.prompt}</span></p>` : nothing}
      ${wayBack(this.here)}`;
  }

  /** A step that was announced and never opened is not left out without a word. @param {Now} now */
  goOn(now) {
    const { here, before } = this;
    if (now.at !== "step" || before?.activity === now.activity) return void (now.at === "step" && (this.before = now));
    this.before = now;
    if (!before) return;
    const { order } = here.texts;
    const { life } = here.line.state.view.activities[before.activity] ?? before;
    const isPassed = life === "waiting" && order.indexOf(before.activity) < order.indexOf(now.activity);
    this.passed = isPassed ? before : undefined;
    stay(here.prefix);
    if (isPassed) say(`${notNow(before)} ${before.step?.prompt}`);
    here.draw();
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
    this.goOn(now);
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

/** @param {Now} passed */
function notNow({ kind }) {
  return kind === "vote" ? t("We do not vote on this:") : t("We leave this out:");
}

/** @param {Now} now */
function others({ at, life, shown }) {
  if (at !== "step" || life !== "open") return "";
  const { written, answered } = /** @type {{written?: number, answered?: number}} */ (shown);
  if (written !== undefined) return cardsWritten(written);
  return answered === undefined ? "" : tn("{n} person has answered", "{n} people have answered", answered);
}
