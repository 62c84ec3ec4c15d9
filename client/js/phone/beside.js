/** Beside: what stands beside every step, and is fetched with one request. */

export { ending } from "./ending.js";
export { Later } from "./later.js";
export { News } from "./news.js";
export { thanks } from "./thanks.js";
