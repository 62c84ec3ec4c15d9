/** Dragging a card by its handle; a whole column takes it. Anywhere else a finger scrolls the page as ever. */

const BEGINS_PX = 6;
const EDGE_PX = 72;
const SCROLL_PX = 14;

/** @typedef {{card: string, x: number, y: number, ghost: HTMLElement | null}} Drag */

export class Dragging {
  /** @type {Drag | null} */
  now = null;
  /** The click that ends a drag opens no menu. */
  isOver = false;

  /** @param {(card: string, theme: string) => void} drop */
  constructor(drop) {
    this.drop = drop;
  }

  /** What the handle listens to. @param {string} card */
  of(card) {
    return {
      /** @param {Event} event */
      handleEvent: (event) => this.#hear(card, /** @type {PointerEvent} */ (event)),
    };
  }

  /** @param {string} card @param {PointerEvent} event */
  #hear(card, event) {
    if (event.type === "pointerdown") this.#take(card, event);
    else if (!this.now) return;
    else if (event.type === "pointermove") this.#move(event);
    else if (event.type === "pointerup") this.#end(pileAt(event));
    else this.#end(null);
  }

  /** @param {string} card @param {PointerEvent} event */
  #take(card, { button, clientX: x, clientY: y, pointerId, currentTarget }) {
    this.isOver = false;
    if (button) return;
    /** @type {Element} */ (currentTarget).setPointerCapture(pointerId);
    this.now = { card, x, y, ghost: null };
  }

  /** @param {PointerEvent} event */
  #move(event) {
    const drag = /** @type {Drag} */ (this.now);
    const { clientX, clientY } = event;
    if (!drag.ghost && Math.hypot(clientX - drag.x, clientY - drag.y) < BEGINS_PX) return;
    drag.ghost ??= lifted(/** @type {Element} */ (event.currentTarget));
    drag.ghost.style.setProperty("translate", `${clientX}px ${clientY}px`);
    mark(pileAt(event));
    if (clientY < EDGE_PX) scrollBy(0, -SCROLL_PX);
    if (clientY > innerHeight - EDGE_PX) scrollBy(0, SCROLL_PX);
  }

  /** @param {HTMLElement | null} pile where it is put down, if anywhere */
  #end(pile) {
    const { card, ghost } = /** @type {Drag} */ (this.now);
    this.now = null;
    mark(null);
    if (!ghost) return;
    ghost.remove();
    document.querySelectorAll(".lifted").forEach((each) => each.classList.remove("lifted"));
    this.isOver = true;
    if (pile) this.drop(card, pile.dataset.pile ?? "");
  }
}

/** What follows the pointer; the card itself stays, faint, where it lies. @param {Element} handle */
function lifted(handle) {
  const card = /** @type {HTMLElement} */ (handle.closest("li"));
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
