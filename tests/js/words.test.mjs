import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { refusals } from "../../client/js/refusals.js";
import { because, learn, learnReasons, minutesAndSeconds, short, t, tn } from "../../client/js/words.js";

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

test("words are said with their values, and for the number that they are said of", () => {
  learn("fi");
  assert.equal(t("{n} left of {all}", { n: 3 }), "3 left of {all}");
  assert.equal(tn("{n} kortti", "{n} korttia", 1), "1 kortti");
  assert.equal(tn("{n} kortti", "{n} korttia", 0), "0 korttia");
  assert.equal(tn("{n} kortti", "{n} korttia", 3), "3 korttia");
});

test("values are put in as they are, and never read as patterns", () => {
  learn("en");
  assert.equal(t("Not shown: {why}", { why: "{n} $& $1" }), "Not shown: {n} $& $1");
});

test("time is written as the language writes it", () => {
  learn("fi");
  assert.equal(minutesAndSeconds(270), "4.30");
  learn("en");
  assert.equal(minutesAndSeconds(5), "0:05");
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
