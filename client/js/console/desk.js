/** The desk: what every part of the console works with. */

import { node, say, t } from "../parts.js";
import { Forms } from "./forms.js";

/** @typedef {import("../line.js").Line} Line */
/** @typedef {import("../protocol").Texts} Texts */
/** @typedef {import("../parts.js").Draw} Draw */
/** @typedef {import("./next.js").Offer} Offer */
/**
 * The part of the page that belongs to a kind. `ahead`: what is filled in before the primary button is pressed.
 * @typedef {{section(where: string, activity: any): unknown, ahead?(offer: Offer | null, activity: any): unknown,
 *   drawn?(activity: any, where: string): void, press?(event: KeyboardEvent): boolean}} Part
 */

export class Desk {
  forms = new Forms();

  /** @param {Line} line @param {Texts} texts @param {Draw} redraw @param {(text: string) => void} tell */
  constructor(line, texts, redraw, tell) {
    this.line = line;
    this.texts = texts;
    this.redraw = redraw;
    this.tell = tell;
    this.canLead = line.place.seat === "facilitator";
  }

  get view() {
    return this.line.state.view;
  }

  get lang() {
    return this.line.place.lang;
  }

  /** Now or never, for what would surprise if it came later. @param {string} what @param {string} where @param {Record<string, unknown>} [d] */
  press(what, where, d = {}) {
    const isSent = this.line.press(what, where, d);
    this.tell(isSent ? "" : t("No connection. Try again when it is back."));
    return isSent;
  }

  /** As `press`; if it is refused, the form says why. @param {string} form @param {string} what @param {string} where @param {Record<string, unknown>} d */
  pressForm(form, what, where, d) {
    if (this.press(what, where, d)) this.#under(form);
    this.redraw.now();
  }

  /**
   * What was typed waits for the line if it must, and stands in its form until it is done.
   * @param {string} form @param {string} what @param {string} where @param {Record<string, unknown>} d @param {string} [base]
   */
  write(form, what, where, d, base) {
    this.line.say(what, where, d);
    this.#under(form, base);
    this.redraw.now();
  }

  /** @param {string} form @param {string} [base] */
  #under(form, base) {
    this.forms.sent(form, this.line.outbox.items.at(-1)?.id ?? "", base);
  }

  /** What can be seen without asking the server. @param {string} form @param {string} text */
  refuse(form, text) {
    this.forms.of(form).problem = text;
    say(text);
    this.redraw.now();
    (fieldIn(node(idOf(form))) ?? node(idOf(form)))?.focus();
  }

  /** Whether its problem would be seen. @param {string} form */
  isShown(form) {
    return Boolean(document.querySelector(`[id="${idOf(form)}"], [id^="${idOf(form)}-"]`));
  }

  /** Where one writes on when a form was sent and stays. @param {string} form */
  refocus(form) {
    const its = node(idOf(form));
    if (its?.contains(document.activeElement)) fieldIn(its)?.focus();
  }

  /** @param {string} form @param {boolean} isOpen */
  turn(form, isOpen) {
    this.forms.turn(form, isOpen);
    this.redraw.now();
    if (isOpen) fieldIn(node(idOf(form)))?.focus();
  }
}

/** @param {HTMLElement | null} form @returns {HTMLElement | null | undefined} */
function fieldIn(form) {
  return form?.querySelector("input, textarea, select");
}

/** Of a form or a field in the page. @param {string[]} names */
export function idOf(...names) {
  return names.join("-").replace(/[^\w-]/g, "-");
}
