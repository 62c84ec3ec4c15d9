/** The computer stays awake while the screen is seen. Only over https; without it the computer's own settings decide. */

/** @type {WakeLockSentinel | undefined} */
let held;

/** Asked for again when the screen comes back into sight, and at the next press: some browsers want a gesture. */
export async function stayAwake() {
  if (document.visibilityState !== "visible" || (held && !held.released)) return;
  held = await navigator.wakeLock?.request("screen").catch(() => undefined);
}
