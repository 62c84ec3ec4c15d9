/** The focus: what had it and is drawn away leaves it to itself in its new place, or to the nearest part that is still there. */

/** @param {() => void} draw */
export function keepingFocus(draw) {
  const before = document.activeElement;
  const places = before ? around(before) : [];
  draw();
  if (document.activeElement !== document.body || before === document.body) return;
  const again = before?.id ? document.getElementById(before.id) : null;
  (again ?? places.find((each) => each.isConnected))?.focus({ preventScroll: !again });
}

/** What can have the focus, from near to far. @param {Element} element @returns {HTMLElement[]} */
function around(element) {
  const parent = element.parentElement?.closest("[tabindex]");
  return parent instanceof HTMLElement ? [parent, ...around(parent)] : [];
}
