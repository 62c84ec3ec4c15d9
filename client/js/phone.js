/** The phone: what a person sees and does, and, on the helper's page, for others too. */

import { isUnsent } from "./outbox.js";
import {
  because, byId, call, card, carried, chip, html, isAloud, languageName, list, node, nothing, people, render, say,
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
/** The card that is about to be taken away. */
let leaving = "";

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
  const mine = ownCards(now).filter(({ text }) => text);
  const isLate = !now.isOpen || writing.activity !== now.activity;
  const isShown = writing.isTyping() || (now.isOpen && isAsked(mine));
  const behind = leftBehind(now, isShown);
  render(page(now, mine, behind, writing.form(isShown, isLate, now.items, standing(mine))), node("app"));
  writing.field?.value || writing.fill();
  list(node("mine"), mine.map((each) => [each.id, each]), (each) => ownCard(each, now.isOpen));
  const read = (/** @type {import("./protocol").Card} */ each) => html`<div class="card">${card(each, texts, now.items)}</div>`;
  list(node("reads"), byId(now.reads), read);
  list(node("cards"), byId(now.cards), read);
  list(node("kept"), behind.map((each) => [each.key, each]), (each) => keptText(each, isShown));
  tick(line.now());
  sayConnection(line.connection, unsent());
  sayWhereWeAre(now);
}

/** Where the room is, as one value. */
function situation() {
  const { agenda, activities } = line.state.view;
  const { kind = "", life = "waiting", ends = 0, cards = {}, items = {}, reads = {} } = activities[agenda.current] ?? {};
  const step = texts.activities[agenda.current];
  const at = line.connection === "gone" ? "gone" : agenda.closed ? "over" : agenda.break_ends ? "break" : step ? "step" : "lobby";
  const isStep = at === "step";
  return {
    at, activity: agenda.current, step, kind, life, ends, items,
    reads: isStep ? reads : {},
    cards: isStep ? cards : {},
    isAloud: isStep && isAloud(kind),
    isOpen: isStep && kind === "collect" && life === "open",
    isEnded: at === "gone" || at === "over",
  };
}
/** @typedef {ReturnType<typeof situation>} Situation */
/** @typedef {import("./phone/own.js").Own} Own */

/** Where all has ended, only what was saved. @param {Situation} now */
function ownCards(now) {
  const { mine } = line.state;
  const person = writing.guest ? mine.guests?.[writing.guest] : mine;
  const about = line.outbox.items.filter((each) => each.in === writing.activity && (each.for ?? "") === writing.guest);
  const cards = now.at === "gone" ? [] : own(person?.cards?.[writing.activity] ?? {}, about);
  return now.isEnded ? cards.filter((each) => each.state === "saved") : cards;
}

/** Texts that did not come through, and do not stand among the own cards. @param {Situation} now @param {boolean} isShown */
function leftBehind(now, isShown) {
  const isHere = (/** @type {import("./outbox.js").Item} */ each) =>
    !now.isEnded && (!each.in || (each.in === writing.activity && (each.for ?? "") === writing.guest));
  const said = line.outbox.items.filter((each) => each.d.text && each.state !== "done" && !isHere(each));
  const texts = said.map(({ id, d, state, why }) => ({ key: id, text: String(d.text), state, why, drop: () => line.forget(id) }));
  return [...writing.kept(isShown), ...texts];
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

/** @param {Situation} now @param {Own[]} mine @param {import("./phone/writing.js").Kept[]} behind @param {unknown} form */
function page(now, mine, behind, form) {
  return html`<header class="bar">
      <p class="room">${now.at === "lobby" ? nothing : html`<b>${texts.title}</b>`}</p>
      <span class="quiet">${texts.phrase}</span> ${chip(line.connection, unsent())}
    </header>
    <main id="main" tabindex="-1">
      ${isStranger() ? stranger() : nothing} ${where(now)}
      <h1 lang=${now.at === "step" && !now.isAloud ? (now.step?.lang ?? texts.lang) : place.lang}>${heading(now)}</h1>
      ${explained(now, mine, behind)} ${helping && !now.isEnded ? helping.people() : nothing}
      ${form}
      ${section(mine, helping ? t("Their cards") : t("Your cards"), "mine")}
      ${section(behind, t("Text you did not send"), "kept", t("You did not have time to send this. It is only on this phone."))}
      ${section(Object.keys(now.reads), t("To read"), "reads")}
      ${section(Object.keys(now.cards), t("What was written"), "cards")}
      ${helping && !now.isEnded ? helping.bring() : nothing}
    </main>
    <footer>${texts.langs.filter((each) => each !== place.lang).map(languageLink)}</footer>`;
}

/** @param {unknown[]} all @param {string} heading @param {string} id @param {string} [explained] */
function section(all, heading, id, explained) {
  return html`<section ?hidden=${!all.length}>
    <h2 id="of-${id}" tabindex="-1">${heading}</h2>
    ${explained ? html`<p>${explained}</p>` : nothing}
    <ul class="cards" id=${id}></ul>
  </section>`;
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
function heading({ at, step, isAloud }) {
  if (at === "gone") return t("This workshop is not here any longer.");
  if (at === "over") return t("The workshop is over. Thank you.");
  if (at === "break") return t("Break until {time}", { time: timeOfDay(line.state.view.agenda.break_ends) });
  if (isAloud) return t("This step is done by talking.");
  return at === "lobby" ? texts.title : step?.prompt;
}

/** @param {Situation} now @param {Own[]} mine @param {unknown[]} behind */
function explained(now, mine, behind) {
  if (now.at === "gone") return html`<p><a href="/">${t("To the front page")}</a></p>`;
  if (now.at === "over") return behind.length || writing.isTyping() ? nothing : html`<p>${t("What you wrote is saved. You can close this page.")}</p>`;
  if (now.at === "break") return html`<p>${t("This page goes on by itself.")}</p>`;
  if (now.at === "lobby") return lobby();
  if (now.kind === "collect") return collecting(now, mine);
  if (!now.isAloud) return nothing;
  return html`<p>${t("Everybody hears it. You may be silent.")}</p><blockquote lang=${now.step?.lang ?? ""}>${now.step?.prompt}</blockquote>`;
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
  if (isAsked(mine) || unsent() || (helping && !helping.guest)) return nothing;
  return html`<p class="notice good">${t("Thank you! You wrote all your cards. You can still change them.")}</p>`;
}

// Own cards, and texts that were never sent

/** @param {Own} each @param {boolean} isOpen */
function ownCard(each, isOpen) {
  return html`<div class="card ${each.state === "unsent" ? "unsent" : ""}">
    ${card(each, texts, situation().items)}
    <p class="state">${stateOf(each)}</p>
    ${isOpen && each.hidden ? html`<p>${t("You can change it. The facilitator can then show it.")}</p>` : nothing}
    ${each.say ? refusedButtons(each, each.say, isOpen) : isOpen ? buttons(each) : nothing}
  </div>`;
}

/** @param {{state?: string, hidden?: string, why?: string}} each */
function stateOf({ state, hidden, why = "" }) {
  if (state === "refused") return sign("bad", "!", t("Not saved: {why}", { why: because(why) }));
  if (hidden) return sign("waiting", "!", t("Not shown: {why}", { why: hidden }));
  if (state === "saved") return sign("good", "✓", t("Saved"));
  const isAway = line.connection === "offline" || line.connection === "gone";
  return sign("waiting", "…", isAway ? t("Kept on this phone") : t("Sending"));
}

/** A second press on the same place takes nothing away. @param {Own} each */
function buttons({ id, text }) {
  const isLeaving = leaving === id;
  const turn = () => ((leaving = isLeaving ? "" : id), leaving && say(t("Take this card away?")), draw.now());
  return html`${isLeaving ? html`<p><b>${t("Take this card away?")}</b></p>` : nothing}<p class="row">
    <button type="button" @click=${() => (isLeaving ? withdraw(id) : writing.change(id, text))}>${isLeaving ? t("Take away") : t("Change")}</button>
    <button type="button" @click=${turn}>${isLeaving ? t("Keep the card") : t("Take away")}</button>
  </p>`;
}

/** @param {Own} each @param {string} say @param {boolean} isOpen */
function refusedButtons({ text, why }, say, isOpen) {
  const item = line.outbox.items.find((each) => each.id === say);
  const again = () => (line.forget(say), writing.use(text));
  const send = () => remove(() => (line.forget(say), item && line.say(item.do, item.in, item.d, item.for)));
  const isReopened = isOpen && why === "activity_closed";
  return html`${isReopened ? html`<p>${t("This step is open again.")}</p>` : nothing}<p class="row">
    ${isReopened ? html`<button type="button" @click=${send}>${t("Send again")}</button>` : nothing}
    ${isOpen && !isReopened && !writing.draft.text ? html`<button type="button" @click=${again}>${t("Write it again")}</button>` : nothing}
    <button type="button" @click=${() => remove(() => line.forget(say))}>${t("Remove")}</button>
  </p>`;
}

/** @param {import("./phone/writing.js").Kept} each @param {boolean} isShown */
function keptText({ text, state, why, drop }, isShown) {
  const use = () => (drop(), writing.use(text));
  const canUse = isShown && !writing.draft.text;
  return html`<div class="card unsent">
    <p class="text" dir="auto">${text}</p>
    ${state ? html`<p class="state">${stateOf({ state, why })}</p>` : nothing}
    ${state === "queued" || state === "sent" ? nothing : html`<p class="row">
      ${canUse ? html`<button type="button" @click=${use}>${t("Use it here")}</button>` : nothing}
      <button type="button" @click=${() => remove(drop)}>${t("Remove")}</button>
    </p>`}
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
  draw.now();
  (node("mine").closest("[hidden]") ? node("main") : node("of-mine")).focus();
}

// What is said aloud by screen readers

/** @param {import("./outbox.js").Item} item */
function sayWhatBecame(item) {
  const { do: what, state, why = "" } = item;
  if (state === "refused") return say(because(why));
  if (line.outbox.items.some(isUnsent)) return;
  if (what === "add_card") writing.thanks = t("Thank you. Your card is saved.");
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
  if (told && !told.startsWith(`${task}/`)) {
    call(`${stage}${heading(now)}`);
    if (!writing.isTyping()) scrollTo(0, 0);
  } else if (told && told !== state && now.kind === "collect") say(lifeSentence(now.life));
  told = state;
}

/** @param {string} life */
function lifeSentence(life) {
  if (life === "open") return t("You can write now.");
  return life === "closed" ? t("Writing has ended. Thank you.") : t("The cards can be read now.");
}
