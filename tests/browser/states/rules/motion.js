// Who wants no motion gets none.
() => {
  const length = (each) => { const { duration, iterations } = each.effect.getComputedTiming(); return duration * iterations; };
  const running = document.getAnimations().filter((each) => length(each) > 10);
  const seconds = (list) => Math.max(...list.split(",").map((each) => parseFloat(each) * (each.trim().endsWith("ms") ? 1 : 1000)));
  const slow = all("body *").filter((each) => seconds(getComputedStyle(each).transitionDuration) > 10);
  return [
    ...running.map((each) => `${each.animationName ?? each.transitionProperty} moves ${called(each.effect.target)}`),
    ...slow.map((each) => `${called(each)} would move`),
  ];
}
