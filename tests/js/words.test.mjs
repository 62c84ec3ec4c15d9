import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { day, decimal } from "../../client/js/numbers.js";
import { refusals } from "../../client/js/refusals.js";
import { because, learnReasons, minutesAndSeconds, short, t, timeOfDay, tn } from "../../client/js/words.js";

const PROTOCOL = readFileSync(new URL("../../docs/protocol.md", import.meta.url), "utf8");

/** The first column of the table of refusals, and the last one of the table of commands. */
function reasonsInTheProtocol() {
  const rows = PROTOCOL.split("\n").filter((line) => line.startsWith("|")).map((line) => line.split("|").map((cell) => cell.trim()));
  const why = rows.slice(rows.findIndex((row) => row[1] === "why") + 2);
  const words = why.slice(0, why.findIndex((row) => row[1] === "close code")).map((row) => row[1]);
  const commands = rows.slice(rows.findIndex((row) => row[1] === "do") + 2, rows.findIndex((row) => row[1] === "why")).map((row) => (row[5] ?? "").split(/;| where| with/)[0]);
  return new Set([...words, ...commands].flatMap((cell) => [...cell.matchAll(/`([a-z_ ]+)`/g)]).flatMap((found) => found[1].split(" ")));
}

test("every reason in the protocol has a sentence, and every sentence a reason", () => {
  const reasons = reasonsInTheProtocol();
  assert.ok(reasons.size > 25);
  assert.deepEqual(Object.keys(refusals()).sort(), [...reasons].sort());
});

test("every sentence of a refusal is short and plain", () => {
  for (const text of Object.values(refusals())) {
    for (const sentence of text.split(". ")) assert.ok(sentence.split(" ").length <= 10, sentence);
  }
});

test("an unknown reason still has words, and so has a known one before the sentences have come", async () => {
  assert.equal(because("taken"), "That did not work.");
  await learnReasons();
  assert.equal(because("taken"), "Somebody else has taken this on.");
  assert.equal(because("new_in_version_2"), "That did not work.");
});

const said = async (/** @type {string} */ lang, /** @type {string} */ file) => import(new URL(`../../.cache/said/${lang}/${file}`, import.meta.url).href);
const [finnish, swedish] = await Promise.all(
  ["fi", "sv"].map(async (lang) => ({ ...(await said(lang, "words.js")), ...(await said(lang, "numbers.js")) })),
);

test("words are said with their values, and for the number that they are said of", () => {
  assert.equal(t("{n} left of {all}", { n: 3 }), "3 left of {all}");
  assert.equal(tn("{n} card", "{n} cards", 1), "1 card");
  assert.equal(tn("{n} card", "{n} cards", 0), "0 cards");
  assert.equal(finnish.tn("{n} kortti", "{n} korttia", 3), "3 korttia");
});

test("values are put in as they are, and never read as patterns", () => {
  assert.equal(t("Not shown: {why}", { why: "{n} $& $1" }), "Not shown: {n} $& $1");
});

test("time, dates and numbers are written as the language writes them", () => {
  const afternoon = new Date(2026, 9, 8, 14, 10).getTime() / 1000;
  for (const [words, time, left, date, mean] of [
    [finnish, "14.10", "4.30", "8. lokakuuta 2026", "3,50"],
    [swedish, "14.10", "4.30", "8 oktober 2026", "3,50"],
    [{ timeOfDay, minutesAndSeconds, day, decimal }, "14:10", "4:30", "8 October 2026", "3.50"],
  ]) {
    assert.deepEqual([words.timeOfDay(afternoon), words.minutesAndSeconds(270), words.day("2026-10-08"), words.decimal(3.5)], [time, left, date, mean]);
  }
});

test("a language is called what it calls itself", () => {
  assert.deepEqual(["fi", "sv", "en", "xx"].map(finnish.languageName), ["Suomi", "Svenska", "English", "xx"]);
});

test("a shortened text ends where a word does, without a dot before the dots", () => {
  assert.equal(short("Kirjoita yksi asia. Yhdelle kortille.", 24), "Kirjoita yksi asia…");
  assert.equal(short("Mitä tarvitset? Kirjoita yksi", 16), "Mitä tarvitset?…");
  assert.equal(short("Kirjoita yksi", 11), "Kirjoita…");
});

test("a shortened text is cut between letters", () => {
  assert.equal(short("👩‍🦽 ab", 50), "👩‍🦽 ab");
  assert.equal(short("abcdef", 4), "abc…");
});
