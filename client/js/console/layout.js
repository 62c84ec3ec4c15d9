/** How much room there is: three columns, two with a strip above, or one. In em, so that large letters count too. */

const WIDE = matchMedia("(min-width: 73.75em)");
const SMALL = matchMedia("(max-width: 47.99em)");

/** @returns {"wide" | "middle" | "small"} */
export function layout() {
  return WIDE.matches ? "wide" : SMALL.matches ? "small" : "middle";
}

/** @param {() => void} changed */
export function onLayout(changed) {
  for (const each of [WIDE, SMALL]) each.addEventListener("change", changed);
}
