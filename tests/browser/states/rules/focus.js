// Wherever the focus goes it is seen: a ring of 3 px, and nothing that stays in place lies over it.
() => {
  const focusable = "a[href], button, input, select, textarea, summary, [tabindex='0']";
  const found = [];
  const points = ({ left, top, right, bottom }) => {
    const [x, y] = [Math.min(6, (right - left) / 3), Math.min(6, (bottom - top) / 3)];
    return [[(left + right) / 2, (top + bottom) / 2], [left + x, top + y], [right - x, top + y], [left + x, bottom - y], [right - x, bottom - y]];
  };
  const isIn = ([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight;
  const holds = (each, at) => each.contains(at) || at?.closest("label")?.contains(each) || at?.contains(each);
  for (const each of all(focusable).filter((each) => !each.disabled && each.tabIndex >= 0)) {
    each.focus({ focusVisible: true });
    if (document.activeElement !== each) continue;
    const rings = [each, each.closest("label"), each.parentElement].filter(Boolean).map((at) => getComputedStyle(at));
    if (!rings.some((ring) => ring.outlineStyle !== "none" && parseFloat(ring.outlineWidth) >= 2.9)) found.push(`${called(each)} has no ring`);
    const box = each.getClientRects().length > 1 ? each.getClientRects()[0] : each.getBoundingClientRect();
    const hidden = points(box).filter(isIn).filter(([x, y]) => !holds(each, document.elementFromPoint(x, y)));
    const over = hidden.length && document.elementFromPoint(...hidden[0]);
    if (hidden.length) found.push(`${called(each)} is hidden by ${over ? called(over) : "nothing"}`);
    if (!points(box).some(isIn)) found.push(`${called(each)} is not in the view`);
  }
  document.activeElement?.blur?.();
  scrollTo(0, 0);
  return found;
}
