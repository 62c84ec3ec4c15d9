/** Help: beside every step one can ask, flag a word, need more time or a break, say how it feels, and leave. */

import { keep } from "../outbox.js";
import { byId, html, node, nothing, say, t, tn } from "../parts.js";
import { became } from "./became.js";

/** @typedef {import("./here.js").Here} Here */
/** @typedef {import("./here.js").Now} Now */
/** What is written here: a command, its field, and in what words it is asked for.
 * @typedef {{what: string, field: string, summary: string, label: string, hint: string, send: string, most: number}} Asking */

export class Help {
  isOpen = false;
  problem = "";
  /** What was sent from here stays in sight. @type {Set<string>} */
  used = new Set();
  /** How many answers there were when the page was drawn last. */
  heard = Infinity;

  /** @param {Here} here */
  constructor(here) {
    this.here = here;
    node("app").addEventListener("focusin", ({ target }) => this.giveWay(/** @type {Element} */ (target)));
  }

  /** It lies over the step, so it closes when somebody goes on there. @param {Element} to */
  giveWay(to) {
    const panel = /** @type {HTMLDetailsElement | null} */ (node("help"));
    if (panel?.open && !panel.contains(to)) panel.open = false;
  }

  /** The room has gone on: what is new is not hidden behind it, unless somebody writes there. */
  roomWentOn() {
    const panel = /** @type {HTMLDetailsElement | null} */ (node("help"));
    const at = /** @type {HTMLTextAreaElement | null} */ (document.activeElement);
    if (!panel?.open || (panel.contains(at) && at?.value)) return;
    if (panel.contains(at)) panel.querySelector("summary")?.focus();
    panel.open = false;
  }

  /** @param {Now} now */
  panel(now) {
    const { here } = this;
    const unseen = this.unseen();
    this.tell();
    const turn = (/** @type {Event} */ { target }) => {
      this.isOpen = /** @type {HTMLDetailsElement} */ (target).open;
      if (this.isOpen) this.see();
      here.draw();
    };
    if (now.isEnded || now.at === "out") return nothing;
    const shut = (/** @type {KeyboardEvent} */ { key, currentTarget }) => {
      const panel = /** @type {HTMLDetailsElement} */ (currentTarget);
      if (key === "Escape") (panel.open = false), panel.querySelector("summary")?.focus();
    };
    return html`<details class="help" id="help" @toggle=${turn} @keydown=${shut}>
      <summary>${this.isOpen ? html`<span aria-hidden="true">✕</span> ` : nothing}${t("Help")} ${unseen ? html`<span class="tag" aria-hidden="true">${unseen}</span><span class="spoken">, ${tn("{n} new answer", "{n} new answers", unseen)}</span>` : nothing}</summary>
      ${this.isOpen ? html`<div class="inside">${here.isFor ? this.said() : nothing} ${this.answers()} ${this.words()} ${here.isHelper ? nothing : this.leaving()}</div>` : nothing}
    </details>`;
  }

  // What has been answered since it was read

  told() {
    const { questions = {}, words = {} } = this.here.line.state.view;
    return [...Object.keys(questions), ...Object.keys(words)];
  }

  get seenKey() {
    return `${this.here.prefix}seen`;
  }

  unseen() {
    const seen = new Set((keep.get(this.seenKey) ?? "").split(" "));
    return this.told().filter((id) => !seen.has(id)).length;
  }

  /** An answer is called out calmly when it comes. */
  tell() {
    const n = this.told().length;
    if (n > this.heard && this.unseen()) say(t("There is a new answer. You find it in Help."));
    this.heard = n;
  }

  see() {
    keep.set(this.seenKey, this.told().join(" "));
  }

  // What one can say

  said() {
    const { ask, words, more_time } = this.here.texts.offers;
    const needs = html`<div class="row">${this.need("more_time", t("I need more time"))} ${this.need("break", t("I need a break"))}</div>`;
    return html`${more_time ? needs : nothing} ${ask ? this.form(question()) : nothing}
      ${words ? this.form(hardWord()) : nothing} ${this.form(feedback())}`;
  }

  /** @param {string} need @param {string} label */
  need(need, label) {
    const { here } = this;
    const isOnItsWay = here.items("").some((each) => each.do === "ask_for" && each.d.need === need && each.state !== "done");
    if (here.person.asked?.includes(need)) return html`<p class="state good">✓ ${label}. ${t("The facilitator knows it now.")}</p>`;
    const ask = () => isOnItsWay || (here.say("ask_for", "", { need }), node("help").querySelector("summary")?.focus());
    return html`<button type="button" aria-disabled=${isOnItsWay} @click=${ask}>${label}${isOnItsWay ? " …" : ""}</button>`;
  }

  /** @param {Asking} asking */
  form(asking) {
    const { here } = this;
    const { what, summary, label, hint, send } = asking;
    const key = here.key("", what);
    const draft = here.drafts.show(key);
    const type = (/** @type {InputEvent} */ { target }) => here.drafts.put(key, { text: /** @type {HTMLInputElement} */ (target).value });
    const submit = (/** @type {SubmitEvent} */ event) => (event.preventDefault(), this.send(asking, key));
    return html`<details ?open=${Boolean(draft.text) || this.used.has(what)}>
      <summary>${summary}</summary>
      <form novalidate @submit=${submit}><div class="field">
        <label for=${what}>${label}</label><p class="hint" id="${what}-hint">${hint}</p>
        ${this.problem.startsWith(`${what} `) ? html`<p class="error">${this.problem.slice(what.length + 1)}</p>` : nothing}
        <textarea id=${what} rows=${asking.most > 60 ? 3 : 1} dir="auto" autocomplete="off" aria-describedby="${what}-hint" .value=${draft.text} @input=${type}></textarea></div>
        <button>${send}</button></form>
      ${this.own(asking)}
    </details>`;
  }

  /** @param {Asking} asking @param {string} key */
  send({ what, field, most }, key) {
    const { here } = this;
    const { text } = here.drafts.read(key);
    const problem = !text.trim() ? t("Write something first.") : [...text.trim()].length > most ? t("The text is too long. Make it shorter.") : "";
    this.problem = problem && `${what} ${problem}`;
    if (problem) return say(problem), here.draw();
    here.drafts.drop(key);
    this.used.add(what);
    /** @type {HTMLTextAreaElement} */ (node(what)).value = "";
    here.say(what, "", { [field]: text, lang: here.texts.lang });
    here.draw.now();
  }

  /** One's own questions, and whatever is on its way or was refused. @param {Asking} asking */
  own({ what, field }) {
    const { here } = this;
    const items = here.items("").filter((each) => each.do === what && (each.state !== "done" || what !== "ask_question"));
    const asked = what === "ask_question" ? Object.entries(here.person.questions ?? {}) : [];
    const forget = (/** @type {string} */ id) => () => here.line.forget(id);
    return html`<ul class="cards">
      ${asked.map(([, { text, hidden }]) => html`<li class="card"><p class="text" dir="auto">${text}</p><p class="state">${became(here, { state: "saved", hidden })}</p></li>`)}
      ${items.map((each) => html`<li class="card"><p class="text" dir="auto">${each.d[field]}</p><p class="state">${became(here, each)}</p>
        ${each.state === "refused" ? html`<button type="button" @click=${forget(each.id)}>${t("Remove")}</button>` : nothing}</li>`)}
    </ul>`;
  }

  // What was answered, and leaving

  answers() {
    const answered = byId(this.here.line.state.view.questions);
    if (!answered.length) return nothing;
    return html`<h2>${t("Questions and answers")}</h2>
      ${answered.map(([, { text, lang, answer, answer_lang, open }]) => html`<div class="card">
        <p class="text" lang=${lang} dir="auto">${text}</p>
        <p class="text" lang=${answer_lang ?? ""} dir="auto"><b>${answer}</b></p>
        ${open ? html`<p class="about"><span class="tag">${t("This goes on after the workshop")}</span></p>` : nothing}</div>`)}`;
  }

  words() {
    const explained = byId(this.here.line.state.view.words).filter(([, { plain }]) => plain);
    if (!explained.length) return nothing;
    return html`<h2>${t("What words mean")}</h2>
      <dl>${explained.map(([, { word, lang, plain }]) => html`<dt lang=${lang} dir="auto">${word}</dt><dd lang=${lang} dir="auto">${plain}</dd>`)}</dl>`;
  }

  leaving() {
    const { here } = this;
    const leave = () => (here.say("leave", ""), node("main").focus());
    return html`<details><summary>${t("I want to leave")}</summary>
      <p>${t("You may leave whenever you like. Nobody asks why.")} ${t("What you wrote stays.")}</p>
      ${support(here)}
      <p>${t("You can come back with the same link.")}</p>
      <button type="button" class="danger" @click=${leave}>${t("Leave the workshop")}</button>
    </details>`;
  }

  /** The end of the workshop. @param {boolean} isAllSent */
  ending(isAllSent) {
    const { texts } = this.here;
    return html`${texts.plan ? html`<p><a class="button primary block" href=${texts.plan}>${t("Read what we agreed")}</a></p>` : nothing}
      ${support(this.here)}
      ${isAllSent ? html`<p>${t("What you wrote is saved. You can close this page.")}</p>` : nothing}`;
  }
}

/** Whom to call, if something was hard. @param {Here} here */
function support({ texts }) {
  return texts.support ? html`<p class="notice"><b>${t("Was something hard today?")}</b> <span lang=${texts.lang}>${texts.support}</span></p>` : nothing;
}

/** @returns {Asking} */
function question() {
  const hint = t("All can read the answer. Your name is not shown.");
  return { what: "ask_question", field: "text", summary: t("Ask a question"), label: t("Your question"), hint, send: t("Ask this"), most: 300 };
}

/** @returns {Asking} */
function hardWord() {
  const hint = t("The facilitator sees how many ask, not who.");
  return { what: "flag_word", field: "word", summary: t("I do not understand a word"), label: t("Which word?"), hint, send: t("Tell this"), most: 60 };
}

/** @returns {Asking} */
function feedback() {
  const hint = t("The facilitator reads it. Your name is not shown.");
  return { what: "give_feedback", field: "text", summary: t("How does this meeting feel?"), label: t("Your thoughts"), hint, send: t("Send this"), most: 300 };
}
