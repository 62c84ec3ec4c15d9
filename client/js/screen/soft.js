/** From one step to the next: the middle of the screen fades over, shorter than anybody waits for. */

/** @param {() => void} paint @param {boolean} isSoft not where the room is to be calm, nor where nobody looks; nor in the small picture on the console, where old and new lay over each other */
export function softly(paint, isSoft) {
  if (!isSoft || document.hidden || window !== top || !document.startViewTransition) return paint();
  const fade = document.startViewTransition(paint);
  for (const each of [fade.ready, fade.finished]) each.catch(() => undefined); // another came before it was done
}
