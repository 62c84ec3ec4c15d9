/** What a record holds, and what is still missing from it. */

/** @typedef {import("../protocol").PlanRecord} PlanRecord */
/** @typedef {import("../protocol").RecordKind} RecordKind */
/** @typedef {{text: string, lang: string}} Words */

const HELPED = ["action", "pilot"];

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

/** What the gate says is missing: rules, and the fields of each record. @param {string[]} missing @returns {{rules: string[], fields: [string, string[]][]}} */
export function sorted(missing) {
  /** @type {Map<string, string[]>} */
  const fields = new Map();
  for (const key of missing.filter((each) => each.includes("."))) {
    const [id = "", field = ""] = key.split(".");
    fields.set(id, [...(fields.get(id) ?? []), field]);
  }
  return { rules: missing.filter((key) => !key.includes(".")), fields: [...fields] };
}
