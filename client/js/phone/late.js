/** Late: what the page names for later. Each link is put beside the first one, which goes when the new one is here. */

const AGAIN_MS = 3000;

/** Nothing is undressed meanwhile. */
export function fetchLate() {
  for (const link of /** @type {NodeListOf<HTMLLinkElement>} */ (document.querySelectorAll("link[data-late]"))) replace(link);
}

/** @param {HTMLLinkElement} link */
function replace(link) {
  const late = document.createElement("link");
  late.rel = link.rel;
  late.href = link.dataset.late ?? "";
  if (link.rel === "icon") return link.replaceWith(late);
  late.onload = () => link.remove();
  late.onerror = () => (late.remove(), setTimeout(replace, AGAIN_MS, link));
  link.after(late);
}
