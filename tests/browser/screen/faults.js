() => {
  const [w, h] = [innerWidth, innerHeight], faults = [];
  const LARGE = "h1, .number, .rank, .code, .result, .count b", READ = ".wall .text, .wall dd, .wall dt, .lines span, .lines b, .big, p.also";
  const INK = ["rgb(16, 38, 43)"], ON_DARK = ["rgb(255, 255, 255)", "rgb(255, 185, 56)"], ON_INK = ["rgb(244, 246, 243)"];
  const tell = (what, each) => faults.push(`${what}: ${each.textContent.trim().slice(0, 40)}`);
  for (const each of document.querySelectorAll("#app *")) {
    const own = [...each.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim());
    if (!own.length || each.closest(".spoken")) continue;
    const style = getComputedStyle(each), size = (100 * parseFloat(style.fontSize)) / h;
    const range = document.createRange();
    range.setStartBefore(own[0]);
    range.setEndAfter(own.at(-1));
    const at = range.getBoundingClientRect();
    if (!at.width && !at.height) continue;
    if (each.closest("svg")) {
      const high = (100 * each.getBoundingClientRect().height) / h;
      if (high < 2.99) tell(`small ${high}`, each);
      continue;
    }
    const least = each.matches(LARGE) || each.closest("h1") ? 7 : each.closest(READ) ? 4.2 : 3;
    if (size < least - 0.01) tell(`small ${size.toFixed(1)} < ${least}`, each);
    if (least > 3 && Number(style.fontWeight) < 500) tell("thin", each);
    const allowed = each.closest(".panel, footer") ? ON_DARK : each.closest("[aria-current], .note, .tick") ? ON_INK : INK;
    if (!allowed.includes(style.color)) tell(`in ${style.color}`, each);
    if (at.left < -1 || at.top < -1 || at.right > w + 1 || at.bottom > h + 1) tell("outside", each);
    for (let box = each.parentElement; box && box.id !== "app"; box = box.parentElement) {
      const around = box.getBoundingClientRect();
      if (getComputedStyle(box).overflow !== "visible" && (at.bottom > around.bottom + 2 || at.right > around.right + 2)) tell("cut", each);
    }
    const panel = each.closest(".panel")?.getBoundingClientRect();
    if (panel && at.bottom > panel.bottom + 1) tell("hangs out of the panel", each);
  }
  for (const row of document.querySelectorAll(".steps")) {
    const words = [...row.querySelectorAll(":scope > li > span")].map((each) => ({ each, at: each.getBoundingClientRect() }));
    const lines = [...row.querySelectorAll(".column")].map((each) => each.getBoundingClientRect());
    words.forEach(({ each, at }, i) => {
      const lies = (other, n) => n !== i && at.left < other.right + 0.01 * h && other.left < at.right + 0.01 * h;
      if (words.some(({ at: other }, n) => lies(other, n)) || lines.some(lies)) tell("under its neighbour", each);
    });
  }
  const { scrollWidth, scrollHeight } = document.documentElement;
  return scrollWidth > w || scrollHeight > h ? [...faults, "the page scrolls"] : faults;
}
