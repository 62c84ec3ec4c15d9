/** Forms: what is typed stays while views arrive, when the line breaks and when it is refused, until the server has it. */

/** @typedef {import("../outbox.js").Item} Item */
/** @typedef {string | boolean | string[]} Value */
/**
 * `sending`: the command that is under way. `base`: what stood on the server when a field was sent by itself, which
 * then shows what was typed until the server shows something else.
 * @typedef {{values: Record<string, Value>, isOpen: boolean, problem: string, sending: string, base?: string, isSaved: boolean}} Form
 */

export class Forms {
  /** @type {Map<string, Form>} */
  all = new Map();

  /** @param {string} name @returns {Form} */
  of(name) {
    const form = this.all.get(name) ?? { values: {}, isOpen: false, problem: "", sending: "", isSaved: false };
    this.all.set(name, form);
    return form;
  }

  /** @param {string} name */
  isOpen(name) {
    return this.all.get(name)?.isOpen ?? false;
  }

  /** @param {string} name @param {string} field @param {string} [otherwise] */
  text(name, field, otherwise = "") {
    return String(this.all.get(name)?.values[field] ?? otherwise).trim();
  }

  /** @param {string} name @param {string} field @param {Value} value */
  type(name, field, value) {
    const form = this.of(name);
    Object.assign(form, { isSaved: false, problem: "", values: { ...form.values, [field]: value } });
  }

  /** Nothing is lost by this but the fact that it is open. @param {string} name @param {boolean} isOpen */
  turn(name, isOpen) {
    Object.assign(this.of(name), { isOpen, problem: "" });
  }

  /** @param {string} name @param {string} command its id @param {string} [base] of a field that is sent by itself */
  sent(name, command, base) {
    Object.assign(this.of(name), { sending: command, problem: "", base });
  }

  /** What the server shows now, or what was typed and is not there yet. @param {string} name @param {string} shown */
  fieldText(name, shown) {
    const form = this.all.get(name);
    if (form?.isSaved && form.base !== shown) form.values = {};
    return String(form?.values.text ?? shown);
  }

  /** As `fieldText`, of several of many: what was ticked, until the server shows the same or refuses it. @param {string} name @param {string} field @param {string[]} shown */
  ids(name, field, shown) {
    const form = this.all.get(name);
    const ticked = /** @type {string[] | undefined} */ (form?.values[field]);
    if (!form || !ticked) return shown;
    const isShown = ticked.length === shown.length && ticked.every((each) => shown.includes(each));
    if (form.problem || (isShown && !form.sending)) form.values = {};
    return form.problem ? shown : ticked;
  }

  /** @param {Item} item a command that was done or refused @param {string} [problem] in words @returns {string} the form's name */
  settled(item, problem = "") {
    const [name, form] = [...this.all].find(([, each]) => each.sending === item.id) ?? ["", null];
    if (!form) return "";
    form.sending = "";
    if (problem) form.problem = problem;
    else if (form.base !== undefined) form.isSaved = true;
    else this.all.delete(name);
    return name;
  }
}
