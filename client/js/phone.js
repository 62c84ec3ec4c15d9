/** The phone: what a person sees and does. What a step shows and takes comes with its part, one for each kind. */

import { noChange } from "lit-html";
import { Line } from "./line.js";
import { isUnsent } from "./outbox.js";
import {
  afterDrawing, because, call, carried, chip, html, learnReasons, node, nothing, render, say, sayConnection,
  stageName, t, tick, timeOfDay, tn, unhurried, whenQuiet,
} from "./parts.js";
import { HelpBar } from "./phone/helpbar.js";
import { Here } from "./phone/here.js";

/** @typedef {import("./phone/here.js").Now} Now */
/** @typedef {import("./phone/here.js").Part} Part */

/** What comes when it is needed, and before. @type {Record<string, () => Promise<{Part: new (here: Here) => Part}>>} */
const PARTS = {
  lobby: () => import("./phone/lobby.js"),
  discuss: () => import("./phone/discuss.js"),
  collect: () => import("./phone/collect.js"),
  cluster: () => import("./phone/cluster.js"),
  vote: () => import("./phone/vote.js"),
  consent: () => import("./phone/consent.js"),
  plan: () => import("./phone/plan.js"),
  survey: () => import("./phone/survey.js"),
};
const AGAIN_MS = 3000;
/** Where one writes, and not where one ticks. */
const WRITTEN_IN = "textarea, input:not([type=radio], [type=checkbox])";
/** Who has not written for so long has finished. */
const WRITING_MS = 5000;

const { place, first, texts } = carried();
/** What the server wrote stands until the part of this step is here. */
let isBegun = false;
const draw = unhurried(() => isBegun && drawNow(), 80);
const line = new Line(place, first, (settled) => (settled && sayWhatBecame(settled), draw()));
const here = new Here(line, texts, draw);
/** @type {Record<string, Part | undefined>} */
const parts = {};
/** Those on their way. @type {Set<string>} */
const coming = new Set();
/** @type {import("./phone/collect.js").Part | undefined} */
let collect;
/** @type {import("./phone/helping.js").Helping | undefined} */
let helping;
/** @type {{later: import("./phone/later.js").Later, news: import("./phone/news.js").News, thanks: typeof import("./phone/thanks.js").thanks, ending: typeof import("./phone/ending.js").ending} | undefined} */
let beside;
const helpbar = new HelpBar(here);
let told = "";
/** The body that was drawn last, and the step it was of. */
let drawn = "";
let drawnAt = "";
let writtenAt = 0;

start();

async function start() {
  const { agenda, activities } = line.state.view;
  await Promise.all([here.isHelper && fetchHelping(), fetchPart(activities[agenda.current]?.kind ?? "lobby")]);
  node("app").replaceChildren();
  isBegun = true;
  drawNow();
  afterDrawing(fetchAfter);
  setInterval(() => tick(line.now(), timeLeft), 1000);
  node("app").addEventListener("focusout", draw);
  node("app").addEventListener("input", ({ target }) => isText(target) && (writtenAt = Date.now()));
  if (here.drafts.left().length || unsent()) part("collect");
  whenQuiet(fetchTexts);
  whenQuiet(() => learnReasons().then(draw));
  whenQuiet(fetchBeside);
  addEventListener("load", () => setTimeout(() => document.documentElement.classList.add("lettered"), 3000));
}

/** What was pressed meanwhile is in the outbox. */
async function fetchAfter() {
  const came = await import("./phone/after.js").catch(() => undefined);
  if (came) return line.start(came.Wire), came.fetchLate();
  line.lose();
  setTimeout(fetchAfter, AGAIN_MS);
}

async function fetchHelping() {
  helping = await import("./phone/helping.js").then(({ Helping }) => new Helping(here));
}

/** The page carries the texts of this step and the next; the others come when it is quiet, or when the room is there. */
async function fetchTexts() {
  if (!texts.more) return;
  texts.more = false;
  const all = fetch(`${place.texts}?lang=${place.lang}`).then((answer) => (answer.ok ? answer.json() : { more: true }));
  Object.assign(texts, await all.catch(() => ({ more: true })));
  if (texts.more) setTimeout(fetchTexts, AGAIN_MS);
  else draw();
}

/** What stands beside every step. */
async function fetchBeside() {
  const came = await import("./phone/beside.js").catch(() => undefined);
  if (!came) return void setTimeout(fetchBeside, AGAIN_MS);
  const { Later, News, thanks, ending } = came;
  beside = { later: new Later(here), news: new News(here), thanks, ending };
  part("collect");
  part("lobby");
  draw();
}

/** Of a kind, if it has come. @param {string} kind @returns {Part | undefined} */
function part(kind) {
  if (PARTS[kind] && !parts[kind] && !coming.has(kind)) fetchPart(kind);
  return parts[kind];
}

/** @param {string} kind */
async function fetchPart(kind) {
  if (!PARTS[kind]) return;
  coming.add(kind);
  const came = await PARTS[kind]().catch(() => undefined);
  if (!came) return setTimeout(() => (coming.delete(kind), draw()), AGAIN_MS);
  parts[kind] = new came.Part(here);
  if (kind === "collect") collect = /** @type {import("./phone/collect.js").Part} */ (parts.collect);
  draw();
}

/** So that the next step does not wait. @param {Now} now */
function fetchNext({ activity }) {
  const next = texts.order[texts.order.indexOf(activity) + 1] ?? "";
  whenQuiet(() => part(texts.activities[next]?.kind ?? ""));
}

function drawNow() {
  const now = situation();
  document.documentElement.classList.toggle("calm", Boolean(line.state.view.screen?.calm));
  here.drafts.shown.clear();
  const isHeld = isWritingElsewhere(now);
  render(page(now, isHeld), node("app"));
  if (!isHeld && now.at === "step") parts[now.kind]?.drawn?.(now);
  collect?.besideDrawn(now);
  tick(line.now(), timeLeft);
  sayConnection(line.connection, unsent());
  sayWhereWeAre(now);
  beside?.news.tell(now);
}

/** Where the room is, as one value. @returns {Now} */
function situation() {
  const { agenda, activities } = line.state.view;
  const shown = activities[agenda.current] ?? { kind: "", life: "waiting", ends: 0 };
  const step = texts.activities[agenda.current];
  const at = line.connection === "gone" ? "gone" : agenda.closed ? "over" : line.state.mine.role === "" ? "out" : agenda.break_ends ? "break" : agenda.current ? "step" : "lobby";
  const { kind, life, ends } = shown;
  return { at, activity: agenda.current, step, kind, life, ends, shown, isEnded: at === "gone" || at === "over" };
}

/** What somebody writes in is not taken from under their hands: it goes when they leave it, or pause. @param {Now} now */
function isWritingElsewhere(now) {
  const isWriting = Date.now() - writtenAt < WRITING_MS && Boolean(document.activeElement?.closest("#step")) && isText(document.activeElement);
  const isHeld = isWriting && drawn !== bodyOf(now);
  if (isHeld) setTimeout(draw, WRITING_MS);
  else [drawn, drawnAt] = [bodyOf(now), now.activity];
  return isHeld;
}

/** @param {EventTarget | null} at */
function isText(at) {
  return /** @type {Element | null} */ (at)?.matches(WRITTEN_IN) ?? false;
}

/** @param {Now} now */
function bodyOf({ at, activity, life }) {
  return `${at}/${activity}/${life}/${here.guest}`;
}

function unsent() {
  return line.outbox.items.filter(isUnsent).length;
}

// The page

/** @param {Now} now @param {boolean} isHeld */
function page(now, isHeld) {
  return html`<header class="bar">
      <p class="room">${now.at === "lobby" ? html`<b>${t("Words of this room: {phrase}", { phrase: texts.phrase })}</b>` : html`<b lang=${texts.langs[0]} dir="auto">${texts.title}</b>`}</p> ${chip(line.connection, unsent())}
    </header>
    ${helpbar.bar(now, beside?.news.unseen() ?? 0)}
    <main id="main" tabindex="-1">
      ${where(now)}
      ${beside?.news.beforeTask(now)}
      <h1 lang=${headingLang(now)} dir="auto">${heading(now)}</h1>
      ${helping && !now.isEnded ? helping.people() : nothing}
      ${now.at === "over" ? beside?.later.section() : nothing}
      ${line.connection === "offline" && !now.isEnded ? html`<p class="notice waiting">${t("No connection. You can go on. Your answers are saved here.")}</p>` : nothing}
      ${isHeld ? html`<p class="notice waiting">${held(now)}</p>` : nothing}
      <div id="step">${isHeld ? noChange : body(now)}</div>
      ${now.kind === "collect" ? nothing : next(now)}
      ${collect?.beside(now, now.kind === "collect" ? next(now) : nothing)}
      ${now.kind === "collect" && now.at === "step" ? collect?.after(now) : nothing}
      ${now.isEnded ? nothing : beside?.later.section()}
      ${helping && !now.isEnded ? helping.bring() : nothing}
    </main>`;
}

/** @param {Now} now */
function held({ activity }) {
  return activity === drawnAt ? t("Answering has ended. Your text stays on this phone.") : t("The room has gone on. Your text stays on this phone.");
}

/** What this person waits for. @param {Now} now */
function next(now) {
  if (now.at !== "step" || !parts[now.kind]) return nothing;
  return html`<p class="next"><b>${t("And then?")}</b> ${(now.life === "open" && parts[now.kind]?.next?.(now)) || t("This page goes on by itself.")}</p>`;
}

/** Nobody has to stop with the clock. @param {string} time */
function timeLeft(time) {
  return time ? t("{time} left", { time }) : t("Time is up. You may still go on.");
}

/** @param {Now} now */
function where({ at, step, life, ends }) {
  if (at !== "step" || !step) return nothing;
  const [n, all] = step.at;
  const isTimed = step.timer && ends > 0 && life === "open";
  return html`<ol class="progress" aria-hidden="true">${Array.from({ length: all }, (_, i) => html`<li class=${i + 1 === n ? "now" : i < n ? "done" : ""}></li>`)}</ol>
    <p class="where">
      <span>${t("Stage {n} / {all} · {stage}", { stage: stageName(step.stage), n, all })}</span>
      ${isTimed ? html`<span role="timer" data-ends=${ends}></span>` : life === "revealed" || !step.minutes ? nothing : tn("About {n} minute", "About {n} minutes", step.minutes)}
    </p>`;
}

/** The title is in the language of whoever wrote it. @param {Now} now */
function headingLang(now) {
  const { at, step } = now;
  if (task(now)) return place.lang;
  return at === "lobby" ? texts.langs[0] : at === "step" ? (step?.lang ?? texts.lang) : place.lang;
}

/** What there is to do instead of what the step was begun with. @param {Now} now */
function task(now) {
  return now.at === "step" && parts[now.kind]?.heading?.(now);
}

/** @param {Now} now */
function heading(now) {
  const { at, step } = now;
  if (at === "gone") return t("This workshop is not here any longer.");
  if (at === "over") return t("The workshop is over. Thank you.");
  if (at === "out") return t("You are not in the workshop.");
  if (at === "break") return t("Break until {time}", { time: timeOfDay(line.state.view.agenda.break_ends) });
  return at === "lobby" ? texts.title : task(now) || step?.prompt;
}

/** @param {Now} now */
function body(now) {
  if (now.at === "gone") return html`<p><a class="way" href="/">${t("To the front page")}</a></p>`;
  if (now.at === "over") return beside?.ending(here, !collect?.behind.length && !collect?.isTyping());
  if (now.at === "break") return html`<p>${t("This page goes on by itself.")}</p>`;
  if (now.at === "step" && !now.step) fetchTexts();
  return (now.at !== "step" ? part("lobby") : now.step && part(now.kind))?.body(now) ?? html`<p class="quiet">${t("Loading")} …</p>`;
}

/** On https the page stays on the phone, to be opened without a network; not after the end. */
async function keepOrLetGo() {
  if (location.protocol !== "https:") return;
  const { at, isEnded } = situation();
  const act = import("./phone/keeping.js").then(({ keepPage, letGo }) => (isEnded || at === "out" ? letGo() : keepPage()));
  await act.catch(() => setTimeout(keepOrLetGo, 10 * AGAIN_MS));
}

// What is said aloud by screen readers

/** @param {import("./outbox.js").Item} item */
function sayWhatBecame(item) {
  if (item.state === "refused") return say(because(item.why ?? ""));
  if (line.outbox.items.some(isUnsent)) return;
  const said = beside?.thanks(item);
  if (said) say(collect?.became(item, said) ?? said);
}

/** A new task is called out once; what changes within it is said calmly. @param {Now} now */
function sayWhereWeAre(now) {
  const task = `${now.at}/${now.activity}`;
  const state = `${task}/${now.life}`;
  if (told === state) return;
  if (!told.startsWith(`${task}/`)) whenQuiet(keepOrLetGo);
  if (told) helpbar.acts?.roomWentOn();
  document.title = `${heading(now)} – ${texts.title}`;
  if (!told.startsWith(`${task}/`)) fetchNext(now);
  const stage = now.at === "step" && now.step ? `${stageName(now.step.stage)}. ` : "";
  if (told && !told.startsWith(`${task}/`)) {
    call(`${stage}${heading(now)}`, now.at === "step" ? now.step?.lang : place.lang);
    if (!collect?.isTyping()) scrollTo(0, 0);
  } else if (told && now.at === "step") say(parts[now.kind]?.said?.(now) ?? "");
  told = state;
}
