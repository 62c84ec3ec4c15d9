// What the rules share: which elements a person sees, and what they are called in a report.
window.seen = (element) => {
  const box = element.getBoundingClientRect();
  if (box.width === 0 || box.height === 0 || element.closest("[hidden], .spoken, .skip, [aria-hidden=true]")) return false;
  return element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
};
window.called = (element) => {
  const { tagName, id, className } = element;
  const words = (element.innerText || element.value || "").trim().replace(/\s+/g, " ").slice(0, 40);
  const of = typeof className === "string" && className ? `.${className.trim().replaceAll(" ", ".")}` : "";
  return `${tagName.toLowerCase()}${id ? `#${id}` : ""}${of} “${words}”`;
};
window.all = (selector) => [...document.querySelectorAll(selector)].filter(window.seen);
