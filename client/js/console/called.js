/** What looks like a person's name in a card: it is pointed out before the room sees it. A person decides, this only helps to look. */

/** First names that are common here, also in a case of Finnish, where a sentence begins with one. */
const COMMON = "aino|anna|antti|anne|arja|eeva|eino|elina|eva|hanna|heikki|jari|johan|juha|jukka|kari|katja|kirsi|lars|laura|leena|liisa|maria|mari|marja|marjatta|matti|mia|mikko|minna|niina|outi|pekka|pirjo|päivi|riitta|ritva|sanna|sari|satu|seppo|tapio|tarja|tiina|timo|ulla|ville";
const FIRST = new RegExp(`^(${COMMON})(n|lla|llä|lle|lta|ltä|a|ä|sta|ssa|s)?$`, "i");
const WORD = /\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?/gu;
const BEGINS = /(^|[.!?:–—\n])["”'(]*\s*["”'(]*$/u;

/** @param {string} text @returns {string[]} */
export function calledIn(text) {
  const found = [...text.matchAll(WORD)].filter(({ 0: word, index = 0 }) => !BEGINS.test(text.slice(0, index)) || FIRST.test(word));
  return [...new Set(found.map(([word]) => word))];
}

/** Those with a name first. @template {{text: string}} T @param {[string, T][]} cards @returns {[string, T][]} */
export function namedFirst(cards) {
  const place = (/** @type {[string, T]} */ [, { text }]) => (calledIn(text).length ? 0 : 1);
  return [...cards].sort((a, b) => place(a) - place(b));
}
