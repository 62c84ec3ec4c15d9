/** After: what is fetched right after the first drawing, with one request. */

export { Wire } from "../socket.js";
export { fetchLate } from "./late.js";
