// Whatever can be pressed is large enough for a finger. A link within a sentence is as high as its line.
(high) => {
  const pressed = "a[href], button, input, select, textarea, summary, [role=button], [role=switch], [role=tab]";
  const box = (each) => (each.matches("input[type=radio], input[type=checkbox]") ? each.closest("label") ?? each : each).getBoundingClientRect();
  const isWithin = (each) => each.matches("a") && getComputedStyle(each).display === "inline"
    && each.parentElement.innerText.trim().length > each.innerText.trim().length;
  const isSmall = ({ width, height }) => width < 43.5 || height < high - 0.5;
  return all(pressed).filter((each) => !isWithin(each) && isSmall(box(each)))
    .map((each) => `${called(each)} is ${Math.round(box(each).width)} × ${Math.round(box(each).height)}`);
}
