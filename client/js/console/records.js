/** What a record holds, by its kind, and what is still missing from it. */

/** @typedef {import("../protocol").PlanRecord} PlanRecord */
/** @typedef {import("../protocol").RecordKind} RecordKind */
/** @typedef {{text: string, lang: string}} Words */

/** @type {Record<RecordKind, string[]>} */
const FIELDS = {
  action: ["what", "first_step", "due", "reach", "follow_how", "told_how"],
  pilot: ["what", "for_whom", "where", "when", "start", "end", "prediction", "measure", "stop_if", "review_date", "decision"],
  response: ["decision", "reason", "due", "told_how", "told_when"],
};
const DATES = ["due", "start", "end", "review_date", "told_when"];
const CHOICES = ["decision", "reach"];
const HELPED = ["action", "pilot"];

/** Those one writes, in the order in which one thinks of them. @param {RecordKind} kind */
export function fieldsOf(kind) {
  return FIELDS[kind];
}

/** @param {string} field @returns {"date" | "choice" | "long"} */
export function shapeOf(field) {
  if (DATES.includes(field)) return "date";
  return CHOICES.includes(field) ? "choice" : "long";
}

/** @param {RecordKind} kind */
export function hasHelpers(kind) {
  return HELPED.includes(kind);
}

/** A text with its language; a date or a choice alone. @param {PlanRecord} record @param {string} field @returns {Words} */
export function written(record, field) {
  const value = record[field];
  if (typeof value === "object" && value) return /** @type {Words} */ (value);
  return { text: typeof value === "string" ? value : "", lang: "" };
}

/** What it is called: by its own words, or by what it comes from. @param {PlanRecord} record @param {Record<string, {text: string, lang: string}>} items @returns {Words} */
export function titleOf(record, items) {
  const own = written(record, "what");
  return own.text ? own : (record.sources ?? []).map((id) => items[id]).find(Boolean) ?? own;
}

/** Which of the fields that are needed are still empty. @param {PlanRecord} record @param {string[]} required */
export function missingOf(record, required) {
  return required.filter((field) => {
    if (field === "sources" || field === "heard") return !record.sources?.length;
    if (field === "helpers") return !Object.keys(record.helpers ?? {}).length;
    return !record[field];
  });
}

/** Proposed wordings, and earlier ones that differ from what stands there. @param {PlanRecord} record @param {string} field */
export function wordingsOf(record, field) {
  const of = (/** @type {PlanRecord["proposed"]} */ all) => Object.entries(all ?? {}).filter(([, each]) => each.field === field);
  const now = written(record, field).text;
  return { proposed: of(record.proposed), earlier: of(record.history).filter(([, each]) => each.text && each.text !== now) };
}
