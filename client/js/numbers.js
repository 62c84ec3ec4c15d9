/** Numbers and days, as the language writes them. */

import { locales } from "./language.js";

/** 3,85 or 3.85. @param {number} n */
export function number(n) {
  return new Intl.NumberFormat(locales, { maximumFractionDigits: 2 }).format(n);
}

/** @param {string} date 2026-10-08 */
export function day(date) {
  const at = new Date(`${date}T12:00:00Z`);
  const form = /** @type {const} */ ({ day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  return Number.isNaN(at.getTime()) ? date : new Intl.DateTimeFormat(locales, form).format(at);
}

/** A mean, always with two decimals. @param {number} mean */
export function decimal(mean) {
  return new Intl.NumberFormat(locales, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(mean);
}
