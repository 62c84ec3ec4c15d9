/** A plan: what is done, who does it, and who follows it up, as it is being written. */

import { fieldsOf, inWords, kindOf, written } from "../fields.js";
import { html, nothing, short, t } from "../parts.js";
import { asked } from "./told.js";
import { cardEntries } from "./written.js";

/** @typedef {import("../screen.js").Now<import("../protocol").Plan>} Now */
/** @typedef {import("./wall.js").Entries} Entries */
/** @typedef {import("../protocol").PlanRecord} PlanRecord */
/** What it is called, and what is said of it in so many letters. @typedef {[string, (letters: number) => unknown]} Fact */

/** Besides the names; the phones carry all of it. */
const READ_FROM_AFAR = ["decision", "due", "start"];
const TIGHT = 80;

/** @param {Now} now @returns {import("./written.js").Board} */
export function board(now) {
  const { texts, activity } = now;
  const above = (/** @type {string} */ _, /** @type {number} */ letters) => asked(now, letters);
  const records = Object.entries(activity.records ?? {}).filter(([, each]) => !each.dropped);
  if (!records.length) return { above, entries: cardEntries(activity.items, texts) };
  return {
    above,
    entries: /** @type {Entries} */ (records.map(([id, each]) => [id, { look: "records", draw: drawn(each, activity) }])),
  };
}

/** @param {PlanRecord} record @param {import("../protocol").Plan} activity */
function drawn(record, { items = {}, kind_of: kind = "action" }) {
  const from = (record.sources ?? []).map((id) => items[id]).find(Boolean);
  const title = [written(record, "what"), written(record, "reason"), from].find((words) => words?.text);
  const { text, lang } = title ?? { text: t("Without words yet"), lang: "" };
  return (/** @type {number} */ letters) => html`<p class="text"><b lang=${lang || nothing} dir="auto">${short(text, letters)}</b></p>
    ${brief(record, kind, letters)}`;
}

/** Who does it, who follows it up, and when; where there is little room, who does it. @param {PlanRecord} record @param {import("../protocol").RecordKind} kind @param {number} letters */
export function brief(record, kind, letters) {
  const all = letters < TIGHT ? names(record).slice(0, 1) : [...said(record, kind, READ_FROM_AFAR), ...names(record)];
  return html`<dl>${all.map(([name, told]) => html`<dt>${name}</dt><dd dir="auto">${told(letters)}${letters < TIGHT ? " …" : nothing}</dd>`)}</dl>`;
}

/** All that a room must know of it before it says yes. @param {PlanRecord} record @returns {Fact[]} */
export function facts(record) {
  const kind = kindOf(record);
  return [...said(record, kind, fieldsOf(kind).map(({ id }) => id).filter((id) => id !== "what")), ...names(record)];
}

/** @param {PlanRecord} record @param {import("../protocol").RecordKind} kind @param {string[]} ids @returns {Fact[]} */
function said(record, kind, ids) {
  const told = fieldsOf(kind).filter(({ id }) => ids.includes(id) && written(record, id).text);
  return told.map((field) => [field.label, (letters) => inWords(shortened(record, field.id, letters), field)]);
}

/** @param {PlanRecord} record @param {string} id @param {number} letters @returns {PlanRecord} */
function shortened(record, id, letters) {
  const { text, lang } = written(record, id);
  return { ...record, [id]: { text: short(text, letters), lang } };
}

/** Who does it and who follows it up stand there also while they are nobody. @param {PlanRecord} record @returns {Fact[]} */
function names({ owner = "", owner_accepted: isAccepted, follower = "", helpers = {} }) {
  const accepted = isAccepted ? " ✓" : owner && ` (${t("has not said yes yet")})`;
  const all = Object.values(helpers).join(", ");
  return [
    [t("Who does it?"), () => (owner ? owner + accepted : "–")],
    ...(all ? [/** @type {Fact} */ ([t("Who helps?"), () => all])] : []),
    [t("Who follows it up?"), () => follower || "–"],
  ];
}
