/**
 * What a language says of itself. This one is English, for whoever runs the sources as they stand; what a face loads
 * is written for each language from its folder in client/locale (talko.pages.speak).
 */

/** For dates and numbers: the language's own, and what comes instead where the browser has never heard of it. */
export const locales = ["en-GB"];

/** What each language calls itself. @type {Record<string, string>} */
export const names = {};

/** Which form of a plural goes with a number, as the head of the catalogue says it. @param {number} n @returns {number} */
export const form = (n) => Number(n !== 1);
