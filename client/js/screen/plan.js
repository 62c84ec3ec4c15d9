/** A plan: what is done, who does it, and who follows it up, as it is being written. */

import { byId, day, html, nothing, short, t } from "../parts.js";
import { prompt } from "./told.js";
import { cardEntries } from "./written.js";

/** @typedef {import("../screen.js").Now<import("../protocol").Plan>} Now */
/** @typedef {import("./wall.js").Entries} Entries */
/** @typedef {{text: string, lang: string}} Words */
/** What it is called, what is said, and in which language. @typedef {[string, string, string?]} Fact */
/**
 * @typedef {import("../protocol").PlanRecord & {what?: Words, reason?: Words, for_whom?: Words, where?: Words, when?: Words, first_step?: Words,
 *   prediction?: Words, stop_if?: Words, decision?: string, due?: string, start?: string, told_when?: string}} PlanRecord
 */

/** @param {Now} now @returns {import("./written.js").Board} */
export function board({ step, texts, activity }) {
  const { records = {}, items = {} } = activity;
  const written = byId(records).filter(([, each]) => !each.dropped);
  if (!written.length) return { above: () => html`<h1 lang=${step.lang}>${step.prompt}</h1>`, entries: cardEntries(activity.items, texts) };
  const draw = (/** @type {PlanRecord} */ each) => (/** @type {number} */ letters) => inShort(each, items, letters);
  return {
    above: () => prompt(step),
    entries: /** @type {Entries} */ (written.map(([id, each]) => [id, { look: "records", draw: draw(/** @type {PlanRecord} */ (each)) }])),
  };
}

/** @param {PlanRecord} record @param {Record<string, Words>} items @param {number} letters */
function inShort(record, items, letters) {
  const from = (record.sources ?? []).map((id) => items[id]).find(Boolean);
  const { text, lang } = record.what ?? from ?? { text: t("Without words yet"), lang: "" };
  return html`<p class="text"><b lang=${lang || nothing} dir="auto">${short(text, letters)}</b></p>
    <dl>${who(record).map(([name, value, spoken]) => html`<dt>${name}</dt><dd lang=${spoken || nothing} dir="auto">${value || "–"}</dd>`)}</dl>`;
}

/** All that a room must know of it before it says yes. @param {import("../protocol").PlanRecord} written @returns {Fact[]} */
export function facts(written) {
  const record = /** @type {PlanRecord} */ (written);
  /** @type {[string, Words | undefined][]} */
  const all = [
    [t("For whom?"), record.for_whom], [t("Where?"), record.where], [t("At what times?"), record.when], [t("What is the first step?"), record.first_step],
    [t("What do we think will happen?"), record.prediction], [t("When do we stop at once?"), record.stop_if],
  ];
  const said = all.flatMap(([name, words]) => (words ? [/** @type {Fact} */ ([name, words.text, words.lang])] : []));
  return [...said, ...who(record).filter(([, value]) => value)];
}

/** What must be read from afar; a response says what is decided, and why. @param {PlanRecord} record @returns {Fact[]} */
function who(record) {
  const helpers = Object.values(record.helpers ?? {}).join(", ");
  const due = record.due ?? record.start ?? record.told_when ?? "";
  const decided = decisions()[record.decision ?? ""];
  /** @type {Fact[]} */
  const told = [
    [t("What becomes of it?"), decided ?? ""],
    [t("Why?"), record.reason?.text ?? "", record.reason?.lang],
    [t("Who does it?"), owner(record)],
    [t("Who helps?"), helpers],
    [t("Who follows it up?"), record.follower ?? ""],
    [record.due || !record.start ? t("When is it ready?") : t("When does it begin?"), due && day(due)],
  ];
  const always = [t("Who does it?"), t("Who follows it up?")];
  return told.filter(([name, value]) => value || always.includes(name));
}

/** @param {PlanRecord} record */
function owner({ owner = "", owner_accepted: isAccepted }) {
  return owner && isAccepted ? `${owner} ✓` : owner && `${owner} (${t("has not said yes yet")})`;
}

/** @returns {Record<string, string>} */
function decisions() {
  return {
    done: t("It is done"),
    doing: t("It is being done"),
    not_doing: t("It is not done"),
    not_ours: t("Others decide on it"),
    keep: t("It goes on"),
    change: t("It is changed"),
    stop: t("It stops"),
    spread: t("It is done elsewhere too"),
  };
}
