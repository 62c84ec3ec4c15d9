/** A decision: what is proposed, what came of each round, and the concerns, which are read aloud before anything is changed. */

import { html, nothing, short, t, tn } from "../parts.js";
import { Reading } from "./cards.js";
import { behind, field, form, problem } from "./fields.js";
import { proposalsOf } from "./next.js";
import { newestFirst } from "./results.js";
import { sign } from "./waiting.js";

/** @typedef {import("../protocol").Consent} Consent */
/** @typedef {import("../protocol").ConsentResult} ConsentResult */
/** @typedef {import("./next.js").Offer} Offer */

const CONCERN = "concern";
const HIGHEST = { five: 5, three: 2 };

export class Deciding {
  /** @param {import("./desk.js").Desk} desk @param {import("./hiding.js").Hiding} hiding */
  constructor(desk, hiding) {
    this.desk = desk;
    this.reading = new Reading(hiding, desk.texts, "concerns");
  }

  /** What goes along with the primary button. @param {Offer | null} offer @param {Consent} consent */
  ahead(offer, { life, round = "", rounds = {} }) {
    const { desk } = this;
    const last = life === "revealed" ? rounds[round] : undefined;
    if (offer?.do === "decide_by") return this.#date(String(offer.form));
    if (offer?.do !== "open_round") return nothing;
    const name = String(offer.form);
    const isAgain = last?.result === "revise" && last.proposal === offer.d?.proposal;
    const wording = field(desk, { form: name, name: "wording", label: isAgain ? t("What was changed?") : t("How is it said?"), as: "long" });
    if (isAgain || desk.forms.isOpen(name)) return html`${problem(desk, name)}${wording}`;
    return html`${problem(desk, name)}<p>${behind(desk, name, t("Say it in other words"), () => wording)}</p>`;
  }

  /** @param {string} name the form's */
  #date(name) {
    return html`<p><b>${t("Somebody asked for time.")}</b> ${t("They answer later, on their own phone.")}</p>
      ${problem(this.desk, name)}
      ${field(this.desk, { form: name, name: "date", label: t("Until which day do we wait?"), as: "date" })}`;
  }

  /** @param {string} where @param {Consent} consent */
  section(where, consent) {
    const { life, round = "", rounds = {} } = consent;
    const all = newestFirst(rounds);
    const latest = life === "revealed" ? rounds[round] : undefined;
    return html`
      ${life === "open" || life === "closed" ? this.#asked(where, consent) : nothing}
      ${latest ? html`<section><h2>${this.#nameOf(consent, latest.proposal)}</h2>${this.#counts(where, latest)}</section>` : nothing}
      ${latest?.result === "unresolved" ? this.#settling(where, consent, latest.proposal) : nothing}
      ${latest && Object.keys(latest.concerns ?? {}).length ? this.reading.section({ cards: latest.concerns ?? {}, in: where }, t("Concerns")) : nothing}
      ${round && life !== "waiting" ? this.#concern(where, round) : nothing}
      ${this.#proposals(where, consent)} ${this.#rules(consent)}
      ${all.filter(([id]) => id !== round || !latest).map(([, each]) => html`<details><summary>${t("Round {n}", { n: each.nth })}: ${this.#nameOf(consent, each.proposal)}</summary>
        ${this.#counts(where, each)} ${this.#said(each)}</details>`)}`;
  }

  /** @param {Consent} consent @param {string} where */
  drawn({ life, round = "", rounds = {} }, where) {
    this.reading.fill({ cards: (life === "revealed" && rounds[round]?.concerns) || {}, in: where });
  }

  /** @param {string} where @param {Consent} consent */
  #asked(where, consent) {
    const { proposal = "", wording = "", wording_lang: lang = "" } = consent;
    return html`<section><h2>${this.#nameOf(consent, proposal)}</h2>
      ${wording ? html`<p lang=${lang} dir="auto">${wording}</p>` : nothing}
      <p class="hint">${scaleSaid(this.desk.texts.activities[where]?.consent?.scale)}</p></section>`;
  }

  /** @param {Consent} consent @param {string} id */
  #nameOf({ proposals = {} }, id) {
    const one = proposals[id];
    return one?.text ? html`<span lang=${one.lang} dir="auto">${one.text}</span>` : t("All together");
  }

  /** @param {string} where @param {ConsentResult} result */
  #counts(where, { supports, ballots, result, decide_by: by, wording, wording_lang: lang }) {
    const scale = this.desk.texts.activities[where]?.consent?.scale ?? "five";
    const steps = [...Array(HIGHEST[scale] + 1).keys()].map(String);
    const rows = [...("need_time" in supports ? ["need_time"] : []), ...steps].reverse();
    return html`${wording ? html`<p>${t("Changed:")} <span lang=${lang || nothing} dir="auto">${wording}</span></p>` : nothing}
      <p class="outcome">${sign(result, by)}</p>
      <p>${tn("{n} person answered", "{n} people answered", ballots)}</p>
      <div class="scroll" tabindex="0" role="region" aria-label=${t("Numbers")}><table class="results counts">
        <thead><tr><th scope="col">${t("The answer")}</th><th scope="col" class="number">${t("How many")}</th></tr></thead>
        <tbody>${rows.map((each) => html`<tr><th scope="row">${answerName(each, scale)}</th><td class="number"><b>${supports[each] ?? 0}</b></td></tr>`)}</tbody></table></div>
      <p class="hint">${scaleSaid(scale)}</p>`;
  }

  /** @param {ConsentResult} result */
  #said({ concerns = {} }) {
    const shown = Object.values(concerns).filter((each) => !each.hidden);
    return shown.length ? html`<h3>${t("Concerns")}</h3><ul>${shown.map((each) => html`<li lang=${each.lang} dir="auto">${each.text}</li>`)}</ul>` : nothing;
  }

  /** After the last round: it is said as it is. @param {string} where @param {Consent} consent @param {string} proposal */
  #settling(where, consent, proposal) {
    const { desk } = this;
    const settle = (/** @type {string} */ decision) => () => desk.press("settle", where, { proposal, decision });
    if (!desk.canLead || consent.proposals?.[proposal]?.result !== "unresolved") return nothing;
    return html`<section class="notice" id="settling" role="group" aria-labelledby="settling-name" tabindex="-1"><h3 id="settling-name">${t("What becomes of it?")}</h3>
      <p class="row"><button type="button" @click=${settle("rejected")}><span aria-hidden="true">✕</span> ${t("We do not do this")}</button>
        <button type="button" @click=${settle("differing")}><span aria-hidden="true">≠</span> ${t("We see it in different ways")}</button></p></section>`;
  }

  /** @param {string} where @param {string} round */
  #concern(where, round) {
    const { desk } = this;
    const send = () => {
      const text = desk.forms.text(CONCERN, "text");
      if (!text) return desk.refuse(CONCERN, t("Write something first."));
      desk.write(CONCERN, "note_concern", where, { round, text, lang: desk.lang });
    };
    return html`<p>${behind(desk, CONCERN, t("Write down a concern that was said aloud"), () =>
      form(desk, CONCERN, {
        fields: field(desk, { form: CONCERN, name: "text", label: t("What is the concern?"), as: "long" }),
        label: t("Add the concern"),
        send,
        quit: t("Cancel"),
      }))}</p>`;
  }

  /** @param {string} where @param {Consent} consent */
  #proposals(where, consent) {
    const ids = proposalsOf({ here: where, activity: consent, texts: this.desk.texts });
    if (ids.length < 2) return nothing;
    const isBusy = consent.life === "open" || consent.life === "closed";
    return html`<section><h2>${tn("{n} proposal", "{n} proposals", ids.length)}</h2>
      <ul class="cards list">${ids.map((id) => html`<li class="card row"><span class="grow">${this.#nameOf(consent, id)}</span>
        <span>${sign(consent.proposals?.[id]?.result ?? "", this.#dateOf(consent, id))}</span>
        ${isBusy || !this.desk.canLead ? nothing : this.#askButton(where, consent, id)}</li>`)}</ul></section>`;
  }

  /** Where nothing is proposed the common rules are asked about: whoever leads reads them aloud. @param {Consent} consent */
  #rules({ proposals = {} }) {
    const { rules = [], langs } = this.desk.texts;
    if (Object.keys(proposals).some((id) => id !== "all") || !rules.length) return nothing;
    return html`<section class="aloud"><h2>${t("Read these aloud")}</h2>
      <ol lang=${langs[0] ?? nothing}>${rules.map((each) => html`<li dir="auto">${each}</li>`)}</ol></section>`;
  }

  /** @param {Consent} consent @param {string} id */
  #dateOf({ rounds = {} }, id) {
    return newestFirst(rounds).find(([, each]) => each.proposal === id)?.[1].decide_by ?? "";
  }

  /** In another order than the one that is offered. @param {string} where @param {Consent} consent @param {string} id */
  #askButton(where, { proposals = {}, rounds = {} }, id) {
    const result = proposals[id]?.result ?? "";
    const times = Object.values(rounds).filter((each) => each.proposal === id).length;
    const isLeft = times < (this.desk.texts.activities[where]?.consent?.max_rounds ?? 1);
    if (result && !(result === "revise" && isLeft)) return nothing;
    const label = result ? t("Ask again") : t("Ask now");
    return html`<button type="button" aria-label="${label}: ${short(proposals[id]?.text ?? "", 60)}"
      @click=${() => this.desk.press("open_round", where, { proposal: id })}>${label}</button>`;
  }
}

/** In the words of the phones. @param {string} answer @param {"five" | "three"} scale */
function answerName(answer, scale) {
  const three = [t("No."), t("Yes, but something worries me."), t("Yes.")];
  const five = [
    t("I can not accept this."), t("Much here worries me."), t("Something here worries me."),
    t("This is good enough for now."), t("I support this."), t("I support this fully."),
  ];
  const text = (scale === "three" ? three : five)[Number(answer)];
  return text ? html`<span class="quiet">${answer}</span> ${text}` : t("I need more time.");
}

/** Numbers stand for answers, and the lowest of them is as welcome as the others. @param {string} [scale] */
function scaleSaid(scale = "five") {
  const what = scale === "five" ? t("0 is no. 5 is full support.") : t("0 is no. 1 is yes, with a concern. 2 is yes.");
  return `${what} ${t("0 is a good answer too: it tells what should change.")}`;
}
