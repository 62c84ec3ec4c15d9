/** Beside every step: questions, hard words, what people need, and how the meeting itself feels. Seen, never heard. */

import { repeat } from "lit-html/directives/repeat.js";
import { byId, html, nothing, t, tn } from "../parts.js";
import { behind, field, form, tick } from "./fields.js";

/** @typedef {import("../protocol").Question} Question */
/** @typedef {import("../protocol").Word} Word */
/** @typedef {import("../protocol").Card} Card */

const NEW_WORD = "new-word";

export class Beside {
  /** Questions and words as they came: a new one moves nothing under a hand that is about to press. @type {string[]} */
  came = [];

  /** @param {import("./desk.js").Desk} desk @param {import("./hiding.js").Hiding} hiding */
  constructor(desk, hiding) {
    this.desk = desk;
    this.hiding = hiding;
  }

  section() {
    const { questions = {}, words = {}, feedback = {} } = this.desk.view;
    const [asked, unclear, felt] = this.#counts();
    return html`${folded("questions", t("Questions"), asked, this.#questions(questions))}
      ${folded("hard-words", t("Hard words"), unclear, this.#words(words))}
      ${folded("feedback", t("How the meeting feels"), felt, this.#feedback(feedback))}`;
  }

  /** Where the room lies below the work: what waits there. */
  badges() {
    const [asked, unclear] = this.#counts();
    return html`<div class="badges row">${asked ? html`<a href="#questions-all">${t("Questions")} <span class="count">${asked}</span></a>` : nothing}
      ${unclear ? html`<a href="#hard-words-all">${t("Hard words")} <span class="count">${unclear}</span></a>` : nothing}</div>`;
  }

  #counts() {
    const { questions = {}, words = {}, feedback = {} } = this.desk.view;
    const count = (/** @type {object} */ all, /** @type {string} */ done) => Object.values(all).filter((each) => !isDone(each, done)).length;
    return [count(questions, "answer"), count(words, "plain"), count(feedback, "hidden")];
  }

  needs() {
    const { more_time: time = 0, break: pause = 0 } = this.desk.view.needs ?? {};
    return html`${time ? html`<p class="need">${tn("{n} asks for more time", "{n} ask for more time", time)}</p>` : nothing}
      ${pause ? html`<p class="need">${tn("{n} asks for a break", "{n} ask for a break", pause)}</p>` : nothing}`;
  }

  /** @param {Record<string, Question>} questions */
  #questions(questions) {
    const all = this.#asTheyCame(questions);
    const [open, done] = [all.filter(([, each]) => !isDone(each, "answer")), all.filter(([, each]) => isDone(each, "answer"))];
    return html`${this.hiding.undo(questions)}
      ${open.length ? repeat(open, ([id]) => id, ([id, each]) => this.#question(id, each)) : html`<p class="quiet">${t("Nothing waits here.")}</p>`}
      ${done.length ? html`<details><summary>${t("Answered")}: ${done.length}</summary>
        ${done.map(([id, each]) => (each.hidden ? this.#hidden(id, each) : this.#question(id, each)))}</details>` : nothing}`;
  }

  /** @template T @param {Record<string, T>} all @returns {[string, T][]} */
  #asTheyCame(all) {
    this.came.push(...byId(all).map(([id]) => id).filter((id) => !this.came.includes(id)));
    return this.came.filter((id) => id in all).map((id) => [id, /** @type {T} */ (all[id])]);
  }

  /** @param {string} id @param {Question} each */
  #question(id, each) {
    const { desk } = this;
    const name = `answer ${id}`;
    return html`<div class="card"><p lang=${each.lang} dir="auto">${each.text}</p>
      ${each.answer ? html`<p lang=${each.answer_lang ?? nothing} dir="auto"><b>${t("Answer:")}</b> ${each.answer}
        ${each.open ? html`<span class="tag">${t("stays open, goes to the plan")}</span>` : nothing}</p>` : nothing}
      <div class="row">${behind(desk, name, each.answer ? t("Change the answer") : t("Answer"), () => this.#answering(name, id, each))}
        ${desk.forms.isOpen(name) ? nothing : this.hiding.control("", id, each.text)}</div></div>`;
  }

  /** @param {string} name @param {string} id @param {Question} each */
  #answering(name, id, { answer = "" }) {
    const { desk } = this;
    const send = () => {
      const text = desk.forms.text(name, "text", answer);
      if (!text) return desk.refuse(name, t("Write something first."));
      const isOpen = desk.forms.of(name).values.open === true;
      desk.write(name, "answer_question", "", { question: id, text, lang: desk.lang, ...(isOpen && { open: true }) });
    };
    return form(desk, name, {
      fields: html`${field(desk, { form: name, name: "text", label: t("Your answer. Everybody sees it."), as: "long", value: answer })}
        ${tick(desk, name, "open", t("It stays open. It goes to the plan too."))}`,
      label: t("Send the answer"), send, quit: t("Cancel"),
    });
  }

  /** @param {Record<string, Word>} words */
  #words(words) {
    const { desk } = this;
    const all = this.#asTheyCame(words);
    const done = all.filter(([, each]) => isDone(each, "plain"));
    return html`${repeat(all.filter(([, each]) => !isDone(each, "plain")), ([id]) => id, ([id, each]) => this.#word(id, each))}
      ${done.length ? html`<details><summary>${t("Explained")}: ${done.length}</summary>${done.map(([id, each]) => this.#word(id, each))}</details>` : nothing}
      ${behind(desk, NEW_WORD, t("Explain another word"), () => form(desk, NEW_WORD, {
        fields: html`${field(desk, { form: NEW_WORD, name: "word", label: t("The hard word") })} ${plainField(desk, NEW_WORD, "")}`,
        label: t("Explain to everybody"), send: () => this.#explain(NEW_WORD, ""), quit: t("Cancel"),
      }))}`;
  }

  /** @param {string} id @param {Word} each */
  #word(id, { word, lang, plain = "", flags = 0 }) {
    const { desk } = this;
    const name = `word ${id}`;
    return html`<div class="card"><p><b lang=${lang} dir="auto">${word}</b> ${flags ? html`<span class="quiet">${tn("{n} person does not understand", "{n} people do not understand", flags)}</span>` : nothing}</p>
      ${plain ? html`<p lang=${lang} dir="auto">${plain}</p>` : nothing}
      ${behind(desk, name, plain ? t("Change") : t("Explain"), () => form(desk, name, {
        fields: plainField(desk, name, plain), label: t("Explain to everybody"), send: () => this.#explain(name, id), quit: t("Cancel"),
      }))}</div>`;
  }

  /** @param {string} name @param {string} id "" for a word that nobody flagged */
  #explain(name, id) {
    const { desk } = this;
    const [plain, word] = [desk.forms.text(name, "plain", desk.view.words?.[id]?.plain), desk.forms.text(name, "word")];
    if (!plain || !(id || word)) return desk.refuse(name, t("Write something first."));
    desk.write(name, "explain_word", "", { word: id, plain, ...(id ? {} : { new: word, lang: desk.lang }) });
  }

  /** @param {Record<string, Card>} feedback */
  #feedback(feedback) {
    const all = byId(feedback);
    if (!all.length) return html`<p class="quiet">${t("Nothing waits here.")}</p>`;
    return html`${this.hiding.undo(feedback)}${all.map(([id, each]) => (each.hidden ? this.#hidden(id, each) :
      html`<div class="card"><p lang=${each.lang} dir="auto">${each.text}</p>${this.hiding.control("", id, each.text)}</div>`))}`;
  }

  /** @param {string} id @param {Card} each */
  #hidden(id, each) {
    return html`<div class="card"><p class="quiet">${t("Hidden: {why}", { why: each.hidden ?? "" })}</p>
      <button type="button" @click=${() => this.hiding.show("", id)}>${t("Show again")}</button></div>`;
  }
}

/** @param {any} each @param {string} done the field that says so */
function isDone(each, done) {
  return Boolean(each[done] || each.hidden);
}

/** @param {import("./desk.js").Desk} desk @param {string} name @param {string} value */
function plainField(desk, name, value) {
  return field(desk, { form: name, name: "plain", label: t("In plain words"), as: "long", value });
}

/** A quiet count beside the name; what is inside is there when one wants it. @param {string} id @param {string} name @param {number} n @param {unknown} inside */
function folded(id, name, n, inside) {
  return html`<details class="folded" id=${id}><summary>${name} ${n ? html`<span class="count">${n}</span>` : nothing}</summary><div tabindex="-1" id="${id}-all">${inside}</div></details>`;
}
