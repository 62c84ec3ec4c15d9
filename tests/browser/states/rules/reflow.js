// Nothing is wider than the page, and no text is cut by its box.
(leeway) => {
  const found = [];
  const wide = document.documentElement.scrollWidth - innerWidth;
  const reach = (each) => each.getBoundingClientRect().right;
  const lines = () => {
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (walk.nextNode()) {
      range.selectNodeContents(walk.currentNode);
      if ([...range.getClientRects()].some((each) => each.right > innerWidth)) return called(walk.currentNode.parentElement);
    }
    return "";
  };
  const scrolls = (each) => { for (let at = each; at; at = at.parentElement) if (/auto|scroll/.test(getComputedStyle(at).overflowX)) return true; return false; };
  if (wide > 0) {
    const widest = all("body *").filter((each) => reach(each) > innerWidth + 1 && !scrolls(each)).at(-1);
    found.push(`the page is ${wide} px too wide: ${widest ? called(widest) : lines()}`);
  }
  const cuts = (each, way) => /hidden|clip/.test(getComputedStyle(each)[`overflow${way}`]);
  for (const each of all("body *")) {
    if (each.matches("svg, svg *, input, textarea, select") || !each.innerText?.trim()) continue;
    if (cuts(each, "X") && each.scrollWidth > each.clientWidth + leeway) found.push(`${called(each)} is cut at its side`);
    if (cuts(each, "Y") && each.scrollHeight > each.clientHeight + leeway) found.push(`${called(each)} is cut at its foot`);
  }
  return found;
}
