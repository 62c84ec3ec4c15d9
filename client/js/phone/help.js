/** Help: beside every step one can ask, flag a word, need more time or a break, say how it feels, see what is kept, and leave. */

import { keep } from "../outbox.js";
import { byId, html, node, nothing, say, t } from "../parts.js";
import { AboutMe } from "./aboutme.js";
import { became } from "./became.js";
import { support } from "./ending.js";
import { languages } from "./languages.js";
import { canListen } from "./helpbar.js";
import { counter, sayCount, tooLong } from "./limit.js";

/** @typedef {import("./here.js").Here} Here */
/** @typedef {import("./here.js").Now} Now */
/** What is written here: a command, its field, and in what words it is asked for.
 * @typedef {{what: string, field: string, summary: string, label: string, hint: string, send: string, most: number}} Asking */

export class Help {
  problem = "";
  /** What was sent from here stays in sight. @type {Set<string>} */
  used = new Set();

  /** @param {Here} here */
  constructor(here) {
    this.here = here;
    this.about = new AboutMe(here);
  }

  /** @param {Now} now */
  inside({ isEnded, at }) {
    const { here } = this;
    const isHere = here.isFor && !isEnded && at !== "out";
    const kept = part(t("What is kept"), at === "gone" ? nothing : this.about.section(isEnded));
    return html`${isEnded ? kept : nothing}
      ${part(t("Help now"), isHere ? this.needs() : nothing, isEnded ? support(here) : nothing, this.words())}
      ${part(t("Ask or tell"), isHere ? this.questions() : nothing, this.answers())}
      ${isEnded ? nothing : kept}
      ${part(t("Language and reading aloud"), html`${languages(here)} ${canListen(langNow(here)) ? nothing : html`<p>${t("This phone can not read aloud. It has no voice for this language.")}</p>`}
        ${aloud(here)} <p><a class="way" href="/accessibility" target="_blank">${t("Accessibility")}</a></p>`)}
      ${here.isHelper || !isHere ? nothing : part(t("Leaving"), this.leaving())}
      ${isEnded && at !== "gone" ? part(t("Leaving"), html`<p>${t("The workshop is over. You can close this page.")}</p>`) : nothing}`;
  }

  /** What has been answered is read now. */
  see() {
    const { questions = {}, words = {} } = this.here.line.state.view;
    keep.set(`${this.here.prefix}seen`, [...Object.keys(questions), ...Object.keys(words)].join(" "));
  }

  // What one can say

  needs() {
    const { words, more_time } = this.here.texts.offers;
    const needs = html`<div class="row">${this.need("more_time", t("I need more time"))} ${this.need("break", t("I need a break"))}</div>`;
    return html`${words ? this.form(hardWord()) : nothing} ${more_time ? needs : nothing}`;
  }

  questions() {
    return html`${this.here.texts.offers.ask ? this.form(question()) : nothing} ${this.form(feedback())}`;
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
    const type = (/** @type {InputEvent} */ { target }) => {
      const { value } = /** @type {HTMLInputElement} */ (target);
      here.drafts.put(key, { text: value });
      sayCount(value, asking.most);
      here.draw();
    };
    const submit = (/** @type {SubmitEvent} */ event) => (event.preventDefault(), this.send(asking, key));
    return html`<details id="about ${what}" ?open=${Boolean(draft.text) || this.used.has(what)}>
      <summary>${summary}</summary>
      <form novalidate @submit=${submit}><div class="field">
        <label for=${what}>${label}</label><p class="hint" id="${what}-hint">${hint}</p>
        ${this.problem.startsWith(`${what} `) ? html`<p class="error">${this.problem.slice(what.length + 1)}</p>` : nothing}
        <textarea id=${what} rows=${asking.most > 60 ? 3 : 1} dir="auto" autocomplete="off" aria-describedby="${what}-hint" .value=${draft.text} @input=${type}></textarea>
        ${counter(draft.text, asking.most)}</div>
        <button>${send}</button></form>
      ${this.own(asking)}
    </details>`;
  }

  /** @param {Asking} asking @param {string} key */
  send({ what, field, most }, key) {
    const { here } = this;
    const { text } = here.drafts.read(key);
    const problem = !text.trim() ? t("Write something first.") : tooLong(text, most);
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
    return html`<h3>${t("Questions and answers")}</h3>
      ${answered.map(([, { text, lang, answer, answer_lang, open }]) => html`<div class="card">
        <p class="text" lang=${lang} dir="auto">${text}</p>
        <p class="text" lang=${answer_lang ?? ""} dir="auto"><b>${answer}</b></p>
        ${open ? html`<p class="about"><span class="tag">${t("This goes on after the workshop")}</span></p>` : nothing}</div>`)}`;
  }

  words() {
    const explained = byId(this.here.line.state.view.words).filter(([, { plain }]) => plain);
    if (!explained.length) return nothing;
    return html`<h3>${t("What words mean")}</h3>
      <dl>${explained.map(([, { word, lang, plain }]) => html`<dt lang=${lang} dir="auto">${word}</dt><dd lang=${lang} dir="auto">${plain}</dd>`)}</dl>`;
  }

  leaving() {
    const { here } = this;
    const leave = () => (here.drafts.empty(here.guest), here.say("leave", ""), node("main").focus());
    return html`<details><summary>${t("I want to leave")}</summary>
      <p>${t("You may leave whenever you like. Nobody asks why.")} ${t("What you wrote stays.")}</p>
      ${support(here)}
      <p>${t("You can come back with the same link.")}</p>
      <button type="button" class="danger" @click=${leave}>${t("Leave the workshop")}</button>
    </details>`;
  }
}

/** No heading stands over nothing. @param {string} heading @param {unknown[]} inside */
function part(heading, ...inside) {
  return inside.every((each) => each === nothing) ? nothing : html`<section><h2>${heading}</h2>${inside}</section>`;
}

/** What is read aloud now. @param {Here} here */
function langNow({ line, texts }) {
  return texts.activities[line.state.view.agenda.current]?.lang ?? texts.lang;
}

/** How much a screen reader is told by itself. @param {Here} here */
function aloud(here) {
  const now = document.documentElement.dataset.aloud ?? "";
  const all = [["", t("Everything")], ["important", t("Only what is important")], ["none", t("Nothing")]];
  const choose = (/** @type {Event} */ { target }) => {
    const { value } = /** @type {HTMLSelectElement} */ (target);
    document.documentElement.dataset.aloud = value;
    keep.set("talko:aloud", value);
    here.draw();
  };
  return html`<div class="field"><label for="aloud">${t("Does your phone read the page to you? What does it tell by itself?")}</label>
    <select id="aloud" @change=${choose}>${all.map(([value, word]) => html`<option value=${value} ?selected=${value === now}>${word}</option>`)}</select></div>`;
}

/** @returns {Asking} */
function question() {
  const hint = t("The facilitator answers. You find the answer here in Help. All can read it, without your name.");
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
