/** Dragging a card by any part of it; a whole column takes it. A finger scrolls as ever, but on the handle or after a long press. */

const BEGINS_PX = 6;
const LONG_PRESS_MS = 450;
const OWN_PRESS = "input, button:not(.handle), a, form, .menu";

/** @typedef {{card: string, of: HTMLElement, x: number, y: number, ghost: HTMLElement | null}} Drag */
/** `stays`: it was put down where nothing takes it, or left with Esc. @typedef {{drop: (card: string, theme: string) => void, stays: (isLeft: boolean) => void}} Does */

export class Dragging {
  /** @type {Drag | null} */
  now = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  pressing;

  /** @param {Does} does */
  constructor(does) {
    this.does = does;
    addEventListener("pointermove", (event) => this.now && this.#move(this.now, event));
    addEventListener("pointerup", (event) => this.#end(pileAt(event)));
    addEventListener("pointercancel", () => this.#end(null));
    addEventListener("keydown", (event) => event.key === "Escape" && this.now?.ghost && (event.preventDefault(), this.#end(null, true)), true);
    for (const each of ["touchmove", "contextmenu", "selectstart"]) {
      addEventListener(each, (event) => this.now?.ghost && event.preventDefault(), { passive: false });
    }
  }

  /** @param {string} card @param {PointerEvent} event */
  take(card, { button, clientX: x, clientY: y, target, currentTarget, pointerType }) {
    const at = /** @type {Element} */ (target);
    if (button || at.closest(OWN_PRESS)) return;
    this.now = { card, of: /** @type {HTMLElement} */ (currentTarget), x, y, ghost: null };
    clearTimeout(this.pressing);
    if (pointerType !== "touch" || at.closest(".handle")) return;
    this.pressing = setTimeout(() => this.now && this.#lift(this.now, x, y), LONG_PRESS_MS);
  }

  /** A finger that moves before its long press scrolls the page. @param {Drag} drag @param {PointerEvent} event */
  #move(drag, event) {
    const { clientX: x, clientY: y, pointerType } = event;
    if (!drag.ghost && Math.hypot(x - drag.x, y - drag.y) < BEGINS_PX) return;
    if (!drag.ghost && pointerType === "touch" && this.#isByText(event)) return this.#forget();
    this.#lift(drag, x, y);
    mark(pileAt(event));
  }

  /** @param {PointerEvent} event */
  #isByText({ target }) {
    return !(target instanceof Element && target.closest(".handle"));
  }

  /** @param {Drag} drag @param {number} x @param {number} y */
  #lift(drag, x, y) {
    drag.ghost ??= lifted(drag.of);
    drag.ghost.style.setProperty("translate", `${x}px ${y}px`);
  }

  #forget() {
    clearTimeout(this.pressing);
    this.now = null;
  }

  /** @param {HTMLElement | null} pile where it is put down, if anywhere @param {boolean} [isLeft] */
  #end(pile, isLeft = false) {
    const drag = this.now;
    this.#forget();
    if (!drag?.ghost) return;
    mark(null);
    drag.ghost.remove();
    document.querySelectorAll(".lifted").forEach((each) => each.classList.remove("lifted"));
    noClick();
    if (pile) this.does.drop(drag.card, pile.dataset.pile ?? "");
    else this.does.stays(isLeft);
  }
}

/** The click that ends a drag chooses no card and opens no list. */
function noClick() {
  const stop = (/** @type {Event} */ event) => (event.preventDefault(), event.stopPropagation());
  addEventListener("click", stop, { capture: true, once: true });
  setTimeout(() => removeEventListener("click", stop, { capture: true }), 50);
}

/** What follows the pointer; the card itself stays, faint, where it lies. @param {HTMLElement} card */
function lifted(card) {
  card.classList.add("lifted");
  const ghost = document.createElement("div");
  ghost.className = "ghost";
  ghost.textContent = card.querySelector("label")?.textContent?.trim() ?? "";
  ghost.setAttribute("aria-hidden", "true");
  document.body.append(ghost);
  return ghost;
}

/** @param {PointerEvent} event @returns {HTMLElement | null} */
function pileAt({ clientX, clientY }) {
  return document.elementFromPoint(clientX, clientY)?.closest("[data-pile]") ?? null;
}

/** @param {HTMLElement | null} pile */
function mark(pile) {
  for (const each of document.querySelectorAll(".takes")) if (each !== pile) each.classList.remove("takes");
  pile?.classList.add("takes");
}
