/** The phone: what a person sees and does, and, on the helper's page, for others too. */

import { isUnsent } from "./outbox.js";
import {
  because, byId, call, card, carried, chip, html, languageName, list, node, nothing, people, render, say,
  sayConnection, sign, stageName, t, tick, timeOfDay, timer, unhurried,
} from "./parts.js";
import { own, standing } from "./phone/own.js";
import { Writing } from "./phone/writing.js";
import { Line } from "./socket.js";

const { place, first, texts } = carried();
const draw = unhurried(drawNow, 80);
const line = new Line(place, first, (settled) => (settled && sayWhatBecame(settled), draw()));
const writing = new Writing(line, texts, draw);
/** @type {import("./phone/helping.js").Helping | null} */
let helping = null;
let told = "";

start();

async function start() {
  if (place.seat !== "participant") {
    const { Helping } = await import("./phone/helping.js");
    helping = new Helping(line, draw);
  }
  node("app").replaceChildren();
  drawNow();
  line.start();
  setInterval(() => tick(line.now()), 1000);
  addEventListener("load", () => setTimeout(() => document.documentElement.classList.add("lettered"), 3000));
}

function drawNow() {
  const now = situation();
  if (!writing.isTyping()) writing.turnTo(now.activity, helping?.guest, now.isOpen ? writing.editing : "");
  const mine = ownCards();
  const isLate = !now.isOpen || writing.activity !== now.activity;
  const isShown = writing.isTyping() || (now.isOpen && isAsked(mine));
  render(page(now, mine, isShown, isLate), node("app"));
  writing.field?.value || writing.fill();
  list(node("mine"), mine.map((each) => [each.id, each]), (each) => ownCard(each, now.isOpen));
  list(node("wall"), byId(now.cards), (each) => html`<div class="card">${card(each, texts, now.items)}</div>`);
  list(node("kept"), writing.kept(isShown).map((each) => [each.key, each]), (each) => keptText(each, isShown));
  tick(line.now());
  sayConnection(line.connection, unsent());
  sayWhereWeAre(now);
}

/** Where the room is, as one value. */
function situation() {
  const { agenda, activities } = line.state.view;
  const { kind = "", life = "waiting", ends = 0, cards = {}, items = {}, reads = {} } = activities[agenda.current] ?? {};
  const step = texts.activities[agenda.current];
  const at = agenda.closed ? "over" : agenda.break_ends ? "break" : step ? "step" : "lobby";
  const isOpen = at === "step" && kind === "collect" && life === "open";
  return { at, activity: agenda.current, step, kind, life, ends, cards: at === "step" ? { ...reads, ...cards } : {}, items, isOpen };
}
/** @typedef {ReturnType<typeof situation>} Situation */
/** @typedef {import("./phone/own.js").Own} Own */

function ownCards() {
  const { mine } = line.state;
  const person = writing.guest ? mine.guests?.[writing.guest] : mine;
  const about = line.outbox.items.filter((each) => each.in === writing.activity && (each.for ?? "") === writing.guest);
  return own(person?.cards?.[writing.activity] ?? {}, about);
}

/** @param {Own[]} mine */
function isAsked(mine) {
  if (helping && !helping.guest) return false;
  return Boolean(writing.editing) || standing(mine) < (writing.asked?.max_per_person ?? 0);
}

function unsent() {
  return line.outbox.items.filter(isUnsent).length;
}

// The page

/** @param {Situation} now @param {Own[]} mine @param {boolean} isShown @param {boolean} isLate */
function page(now, mine, isShown, isLate) {
  return html`<header class="bar">
      <p class="room"><b>${texts.title}</b></p>
      <span class="quiet">${texts.phrase}</span> ${chip(line.connection, unsent())}
    </header>
    <main id="main" tabindex="-1">
      ${isStranger() ? stranger() : nothing} ${where(now)}
      <h1 lang=${now.at === "step" ? (now.step?.lang ?? texts.lang) : place.lang}>${heading(now)}</h1>
      ${explained(now, mine)} ${helping && now.at !== "over" ? helping.people() : nothing}
      ${writing.form(isShown, isLate, now.items)}
      <section ?hidden=${!mine.length}>
        <h2 id="own" tabindex="-1">${t("Your cards")}</h2>
        <ul class="cards" id="mine"></ul>
      </section>
      <section ?hidden=${!writing.kept(isShown).length}>
        <h2>${t("Text you did not send")}</h2>
        <ul class="cards" id="kept"></ul>
      </section>
      <section ?hidden=${!Object.keys(now.cards).length}>
        <h2>${t("What was written")}</h2>
        <ul class="cards" id="wall"></ul>
      </section>
      ${helping && now.at !== "over" ? helping.bring() : nothing}
    </main>
    <footer>${texts.langs.filter((each) => each !== place.lang).map(languageLink)}</footer>`;
}

/** @param {string} code */
function languageLink(code) {
  return html`<a class="button plain" href="?lang=${code}" lang=${code} hreflang=${code}>${languageName(code)}</a>`;
}

function isStranger() {
  return line.state.mine.role === "" && !line.state.view.agenda.closed;
}

function stranger() {
  return html`<p class="notice bad">${t("You are not in the workshop.")} <a href=${place.door || "/"}>${t("Join in")}</a></p>`;
}

/** @param {Situation} now */
function where({ at, activity, step, life, ends }) {
  if (at !== "step" || !step) return nothing;
  const n = texts.order.indexOf(activity) + 1;
  const isTimed = step.timer && ends > 0 && life === "open";
  return html`<p class="where">
    <span>${t("{stage} – step {n} / {all}", { stage: stageName(step.stage), n, all: texts.order.length })}</span>
    ${isTimed ? timer(ends) : nothing}
  </p>`;
}

/** @param {Situation} now */
function heading({ at, step }) {
  if (at === "over") return t("The workshop is over. Thank you.");
  if (at === "break") return t("Break until {time}", { time: timeOfDay(line.state.view.agenda.break_ends) });
  return at === "lobby" ? texts.title : step?.prompt;
}

/** @param {Situation} now @param {Own[]} mine */
function explained(now, mine) {
  if (now.at === "over") return html`<p>${t("What you wrote is saved. You can close this page.")}</p>`;
  if (now.at === "break") return html`<p>${t("This page goes on by itself.")}</p>`;
  if (now.at === "lobby") return lobby();
  if (now.kind === "collect") return collecting(now, mine);
  return now.kind === "discuss" ? nothing : html`<p>${t("We do this together, aloud.")}</p>`;
}

function lobby() {
  return html`<p>${helping ? nothing : t("You are in.")} ${t("We begin soon. Wait in peace.")}</p>
    <p class="quiet">${people(line.state.view.lobby.joined)}</p>
    <h2>${t("Why do we meet?")}</h2>
    <p lang=${texts.lang}>${texts.question}</p>
    <h2>${t("What can we decide today?")}</h2>
    <p lang=${texts.lang}>${texts.decide}</p>
    <h2>${t("What we promise")}</h2>
    <p lang=${texts.lang}>${texts.promise}</p>`;
}

/** @param {Situation} now @param {Own[]} mine */
function collecting({ life }, mine) {
  if (life === "waiting") return html`<p>${t("You can write soon. Think in peace.")}</p>`;
  if (life === "closed") return html`<p>${t("Thank you. The cards are shown soon.")}</p>`;
  if (life === "revealed") return html`<p>${t("Thank you.")}</p>`;
  if (isAsked(mine) || (helping && !helping.guest)) return nothing;
  return html`<p class="notice good">${t("Thank you, that is enough. You can still change your cards.")}</p>`;
}

// Own cards, and texts that were never sent

/** @param {Own} each @param {boolean} isOpen */
function ownCard(each, isOpen) {
  return html`<div class="card ${each.state === "unsent" ? "unsent" : ""}">
    ${card(each, texts, situation().items)}
    <p class="state">${stateOf(each)}</p>
    ${each.say ? refusedButtons(each, each.say, isOpen) : isOpen && !each.hidden ? buttons(each) : nothing}
  </div>`;
}

/** @param {Own} each */
function stateOf({ state, hidden, why = "" }) {
  if (state === "refused") return sign("bad", "!", t("Not saved: {why}", { why: because(why) }));
  if (hidden) return sign("waiting", "!", t("Not shown: {why}", { why: hidden }));
  if (state === "saved") return sign("good", "✓", t("Saved"));
  return line.connection === "offline" ? sign("waiting", "…", t("Kept on this phone")) : sign("waiting", "…", t("Sending"));
}

/** @param {Own} each */
function buttons({ id, text }) {
  return html`<p class="row">
    <button type="button" @click=${() => writing.change(id, text)}>${t("Change")}</button>
    <button type="button" @click=${() => withdraw(id)}>${t("Take away")}</button>
  </p>`;
}

/** @param {Own} each @param {string} say @param {boolean} isOpen */
function refusedButtons({ text }, say, isOpen) {
  const again = () => (line.forget(say), writing.use(text));
  return html`<p class="row">
    ${isOpen && !writing.draft.text ? html`<button type="button" @click=${again}>${t("Write it again")}</button>` : nothing}
    <button type="button" @click=${() => remove(() => line.forget(say))}>${t("Remove")}</button>
  </p>`;
}

/** @param {import("./phone/writing.js").Kept} each @param {boolean} isShown */
function keptText({ key, text }, isShown) {
  const use = () => (writing.drop(key), writing.use(text));
  const canUse = isShown && !writing.draft.text;
  return html`<div class="card unsent">
    <p class="text">${text}</p>
    <p class="row">
      ${canUse ? html`<button type="button" @click=${use}>${t("Use it here")}</button>` : nothing}
      <button type="button" @click=${() => remove(() => writing.drop(key))}>${t("Remove")}</button>
    </p>
  </div>`;
}

/** @param {string} id */
function withdraw(id) {
  if (writing.editing === id) writing.stopChanging();
  remove(() => line.say("withdraw_card", writing.activity, { card: id }, writing.guest));
}

/** What is pressed goes away, so the focus goes to what stays. @param {() => void} act */
function remove(act) {
  act();
  (node("own").closest("[hidden]") ? node("main") : node("own")).focus();
}

// What is said aloud by screen readers

/** @param {import("./outbox.js").Item} item */
function sayWhatBecame(item) {
  const { do: what, state, why = "" } = item;
  if (state === "refused") return say(because(why));
  if (line.outbox.items.some(isUnsent)) return;
  if (what === "add_card" || what === "bring_card") say(t("Thank you. Your card is saved."));
  if (what === "edit_card") say(t("Your change is saved."));
  if (what === "withdraw_card") say(t("Your card is taken away."));
}

/** A new task is called out once; what changes within it is said calmly. @param {Situation} now */
function sayWhereWeAre(now) {
  const task = `${now.at}/${now.activity}`;
  const state = `${task}/${now.life}`;
  document.title = `${heading(now)} – ${texts.title}`;
  const stage = now.at === "step" && now.step ? `${stageName(now.step.stage)}. ` : "";
  if (told && !told.startsWith(`${task}/`)) call(`${stage}${heading(now)}`);
  else if (told && told !== state && now.kind === "collect") say(lifeSentence(now.life));
  told = state;
}

/** @param {string} life */
function lifeSentence(life) {
  if (life === "open") return t("You can write now.");
  return life === "closed" ? t("Writing has ended. Thank you.") : t("The cards can be read now.");
}
