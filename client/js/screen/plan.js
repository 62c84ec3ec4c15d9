/** A plan: what is done, who does it, and who follows it up, as it is being written. */

import { byId, html, nothing, short, t } from "../parts.js";
import { day, prompt } from "./told.js";
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
    above: () => html`<h1 lang=${step.lang}>${step.prompt}</h1>`,
    entries: /** @type {Entries} */ (written.map(([id, each]) => [id, { look: "records", draw: draw(/** @type {PlanRecord} */ (each)) }])),
  };
}

/** @param {PlanRecord} record @param {Record<string, Words>} items @param {number} letters */
function inShort(record, items, letters) {
  const from = (record.sources ?? []).map((id) => items[id]).find(Boolean);
  const { text, lang } = record.what ?? from ?? { text: t("This is being written."), lang: "" };
  return html`<p class="text"><b lang=${lang || nothing} dir="auto">${short(text, letters)}</b></p>${table(who(record))}`;
}

/** All that a room must know of it before it says yes. @param {import("../protocol").PlanRecord} written */
export function facts(written) {
  const record = /** @type {PlanRecord} */ (written);
  /** @type {[string, Words | undefined][]} */
  const all = [
    [t("For whom"), record.for_whom], [t("Where"), record.where], [t("When"), record.when], [t("First step"), record.first_step],
    [t("What we guess"), record.prediction], [t("We stop if"), record.stop_if],
  ];
  const said = all.flatMap(([name, words]) => (words ? [/** @type {Fact} */ ([name, words.text, words.lang])] : []));
  return table([...said, ...who(record)]);
}

/** @param {Fact[]} facts */
function table(facts) {
  return html`<dl>${facts.map(([name, value, lang]) => html`<dt>${name}</dt><dd lang=${lang || nothing} dir="auto">${value || "–"}</dd>`)}</dl>`;
}

/** What must be read from afar; a response says what is decided, and why. @param {PlanRecord} record @returns {Fact[]} */
function who(record) {
  const helpers = Object.values(record.helpers ?? {}).join(", ");
  const due = record.due ?? record.start ?? record.told_when ?? "";
  const decided = decisions()[record.decision ?? ""];
  /** @type {Fact[]} */
  const told = [
    [t("Decision"), decided ?? ""],
    [t("Reason"), record.reason?.text ?? "", record.reason?.lang],
    [t("Who does it"), owner(record)],
    [t("Who helps"), helpers],
    [t("Who follows it up"), record.follower ?? ""],
    [record.due || !record.start ? t("Ready by") : t("Begins"), due && day(due)],
  ];
  const always = [t("Who does it"), t("Who follows it up")];
  return told.filter(([name, value]) => value || always.includes(name));
}

/** @param {PlanRecord} record */
function owner({ owner = "", owner_accepted: isAccepted }) {
  return owner && isAccepted ? `${owner} ✓` : owner && t("{name}, has not said yes yet", { name: owner });
}

/** @returns {Record<string, string>} */
function decisions() {
  return {
    done: t("Done"),
    doing: t("We do it"),
    not_doing: t("We do not do it"),
    not_ours: t("Others decide this"),
    keep: t("We keep it"),
    change: t("We change it"),
    stop: t("We stop it"),
    spread: t("We take it to other places too"),
  };
}
