/** Beside: what stands beside every step, and is fetched with one request. */

export { Help } from "./help.js";
export { Later } from "./later.js";
export { thanks } from "./thanks.js";
