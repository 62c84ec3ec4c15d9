// What is chosen differs from what is not by more than its colour: by a border, a weight, a tick or a sign.
() => {
  const looks = (each) => {
    const at = getComputedStyle(each);
    const signs = ["::before", "::after"].map((part) => getComputedStyle(each, part).content);
    return [at.borderTopWidth, at.borderLeftWidth, at.borderTopStyle, at.outlineWidth, at.outlineStyle, at.fontWeight, at.textDecorationLine, ...signs, each.innerText?.replace(/[\p{L}\s]/gu, "")].join("|");
  };
  const box = (each) => each.closest("label") ?? each;
  const shows = (each) => each.matches("input") && seen(each) && getComputedStyle(each).appearance !== "none";
  const found = [];
  for (const [on, off] of [["[aria-pressed=true]", "[aria-pressed=false]"], ["input:checked", "input:not(:checked)"], ["[aria-checked=true]", "[aria-checked=false]"], ["[aria-selected=true]", "[aria-selected=false]"]]) {
    for (const each of [...document.querySelectorAll(on)].filter((each) => seen(box(each)) && !shows(each))) {
      const other = [...document.querySelectorAll(off)].find((one) => one.name === each.name && one.type === each.type && seen(box(one)) && one.className === each.className);
      if (other && looks(box(each)) === looks(box(other))) found.push(`${called(box(each))} is chosen by colour alone`);
    }
  }
  const marks = all("[data-role], .mark").filter((each) => each.matches("svg"));
  for (const mark of marks) {
    const says = mark.getAttribute("aria-label") || mark.parentElement.innerText.trim();
    if (!says) found.push(`a mark without words: ${mark.outerHTML.slice(0, 80)}`);
  }
  return found;
}
