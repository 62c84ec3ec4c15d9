/** The plain way, where WebSockets are blocked: read by GET, speak by POST. */

/** @typedef {import("./protocol").First} First */
/** @typedef {import("./protocol").Command} Command */
/** @typedef {import("./protocol").Said} Answer */
/** @typedef {"gone" | "shut"} Failed `gone`: nobody answers; `shut`: the key is not valid */

/** Null where nothing is new. @param {string} path @param {string} etag @returns {Promise<{first: First, etag: string} | null | Failed>} */
export async function read(path, etag) {
  const answer = await ask(path, { headers: etag ? { "If-None-Match": etag } : {}, cache: "no-store" });
  if (answer === "gone" || answer.status === 304) return answer === "gone" ? answer : null;
  if (answer.status === 403 || answer.status === 404) return "shut";
  const first = await body(answer);
  return first ? { first, etag: answer.headers.get("ETag") ?? "" } : "gone";
}

/** @param {string} path @param {Command} command @returns {Promise<Answer | Failed>} */
export async function say(path, command) {
  const headers = { "Content-Type": "application/json" };
  const answer = await ask(path, { method: "POST", headers, body: JSON.stringify(command) });
  if (answer === "gone" || answer.status >= 500) return "gone";
  if (answer.status === 403 || answer.status === 404) return "shut";
  return (await body(answer)) ?? { refused: command.id, why: "malformed" };
}

/** @param {string} path @param {RequestInit} request @returns {Promise<Response | "gone">} */
async function ask(path, request) {
  try {
    return await fetch(path, { ...request, signal: AbortSignal.timeout?.(10000) });
  } catch {
    return "gone";
  }
}

/** @param {Response} answer @returns {Promise<any>} */
async function body(answer) {
  if (!answer.ok) return null;
  try {
    return await answer.json();
  } catch {
    return null;
  }
}
