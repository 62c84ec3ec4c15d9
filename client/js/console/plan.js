/** How long it lasts by its plan: the minutes of the session that the room is in, and how many of them are left. */

/** @typedef {import("../protocol").View} View */
/** @typedef {import("../protocol").Texts} Texts */
/** @typedef {import("../protocol").Activity} Activity */

/** `slack` belongs to no step: it is there for what takes longer. @param {View} view @param {Texts} texts @param {number} now seconds since 1970 */
export function lasting({ agenda, activities }, { order, activities: steps, slack = 0 }, now) {
  const here = Math.max(0, order.indexOf(agenda.current));
  const session = steps[order[here] ?? ""]?.session;
  const minutes = order.map((id) => (steps[id]?.session === session ? (steps[id]?.minutes ?? 0) : 0));
  const isAll = order.every((id) => steps[id]?.session === session);
  const pause = agenda.break_ends ? Math.max(0, agenda.break_ends - now) / 60 : 0;
  const begun = leftOf(activities[agenda.current], minutes[here] ?? 0, now);
  return { all: sum(minutes), slack: isAll ? slack : 0, left: pause + begun + sum(minutes.slice(here + 1)) };
}

/** @param {Activity | undefined} activity none in the lobby @param {number} minutes @param {number} now */
function leftOf(activity, minutes, now) {
  if (!activity || activity.life === "waiting") return minutes;
  if (activity.life !== "open") return 0;
  return activity.ends ? Math.max(0, activity.ends - now) / 60 : minutes;
}

/** @param {number[]} numbers */
function sum(numbers) {
  return numbers.reduce((a, b) => a + b, 0);
}
