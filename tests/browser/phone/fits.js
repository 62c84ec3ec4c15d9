// What is wrong with a page: too wide, too small to press or to read, too close together, cut.
() => {
    const wrong = [];
    const name = (each) => `${each.tagName.toLowerCase()}.${each.className} ${each.textContent.trim().slice(0, 30)}`;
    const isSeen = (each) => each.checkVisibility() && !each.closest(".spoken, [hidden]");
    if (document.documentElement.scrollWidth > innerWidth) wrong.push(`wider than ${innerWidth}`);
    const pressed = "button, a.button, summary, select, textarea, label.choice, label.number, input:not([type=radio], [type=checkbox])";
    const boxes = [...document.querySelectorAll(pressed)].filter(isSeen)
        .map((each) => ({ each, box: each.getBoundingClientRect() }));
    for (const { each, box } of boxes) {
        if (box.height < 47.5) wrong.push(`${Math.round(box.height)} high: ${name(each)}`);
        if (box.width < 43.5) wrong.push(`${Math.round(box.width)} wide: ${name(each)}`);
        if (each.matches(".pick") && box.height < 67.5) wrong.push(`a row ${Math.round(box.height)} high: ${name(each)}`);
    }
    const apart = (a, b) => Math.max(a.left - b.right, b.left - a.right, a.top - b.bottom, b.top - a.bottom);
    const layer = (each) => each.closest(".inside, .helpbar, .tally");
    for (const [i, one] of boxes.entries()) for (const other of boxes.slice(i + 1)) {
        if (one.each.contains(other.each) || other.each.contains(one.each)) continue;
        if (layer(one.each) !== layer(other.each)) continue;
        if (apart(one.box, other.box) < 7.5) wrong.push(`${name(one.each)} is close to ${name(other.each)}`);
    }
    for (const each of document.querySelectorAll("main *, .helpbar *")) {
        if (!isSeen(each) || each.matches("textarea, select, svg, svg *")) continue;
        const isCut = each.scrollWidth > each.clientWidth + 1 && /hidden|clip/.test(getComputedStyle(each).overflowX);
        if (isCut) wrong.push(`cut: ${name(each)}`);
    }
    const small = [...document.querySelectorAll("#app *")].filter((each) => isSeen(each) && parseFloat(getComputedStyle(each).fontSize) < 15.9
        && [...each.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim()) && !each.closest("[aria-hidden]"));
    wrong.push(...small.map((each) => `small letters: ${name(each)}`));
    return wrong;
}
