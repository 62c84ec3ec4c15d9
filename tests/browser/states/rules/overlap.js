// What stands beside each other does not lie over each other, and nothing is taller than what holds it.
() => {
  const found = [];
  const lies = (each) => /static|relative/.test(getComputedStyle(each).position) && getComputedStyle(each).display !== "inline" && getComputedStyle(each).display !== "contents";
  const shared = (a, b) => [Math.min(a.right, b.right) - Math.max(a.left, b.left), Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)];
  for (const parent of all("body, body *")) {
    if (parent.matches("svg, svg *, select, details:not([open])")) continue;
    const children = [...parent.children].filter((each) => seen(each) && lies(each) && !each.matches("svg, script"));
    if (children.length > 60) continue;
    const boxes = children.map((each) => each.getBoundingClientRect());
    boxes.forEach((a, i) => boxes.slice(i + 1).forEach((b, j) => {
      const [x, y] = shared(a, b);
      if (x > 4 && y > 4) found.push(`${called(children[i])} lies over ${called(children[i + 1 + j])}`);
    }));
  }
  const words = (each) => [...each.childNodes].some((child) => child.nodeType === 3 && child.textContent.trim());
  for (const each of all("body *").filter((each) => words(each) && each.clientHeight > 0 && !each.matches("textarea, select"))) {
    if (each.scrollHeight > each.clientHeight + 20) found.push(`the words of ${called(each)} leave their box`);
  }
  return found;
}
