/** One's own cards as they are shown, with what can be done to each; and beside them what was not sent. */

import { card, list } from "../cards.js";
import { html, node, nothing, say, t } from "../parts.js";
import { became } from "./became.js";
import { mendButton, whatThen } from "./mending.js";
import { canMend } from "./own.js";

export { fillKept, keptSection } from "./behind.js";

/** @typedef {import("./collect.js").Part} Part */
/** @typedef {import("./here.js").Now} Now */
/** @typedef {import("./own.js").Own} Own */

/** @param {Part} part @param {boolean} isOpen @param {Now} now */
export function fillMine(part, isOpen, now) {
  list(node("mine"), part.mine.map((each) => [each.id, each]), (each) => ownCard(part, each, isOpen, now));
}

/** @param {Part} part @param {Own} each @param {boolean} isOpen @param {Now} now */
function ownCard(part, each, isOpen, now) {
  const isUnsent = each.state === "unsent";
  const isToMend = canMend(part.writing, part.here, now, each.id);
  return html`<div class="card ${isUnsent ? "unsent" : ""}">
    ${card(each, part.here.texts, now.shown.items)}
    <p class="state">${became(part.here, isUnsent ? { state: each.state } : each)}</p>
    ${(isOpen || isToMend) && each.hidden && !isUnsent ? whatThen(each.id === part.mended) : nothing}
    ${each.say ? refusedButtons(part, each, each.say, isOpen) : isOpen ? buttons(part, each) : isToMend ? mendButton(part.writing, each, each.id === part.mended) : nothing}
  </div>`;
}

/** A second press on the same place takes nothing away. @param {Part} part @param {Own} each */
function buttons(part, { id, text }) {
  const { here, writing } = part;
  const isLeaving = part.leaving === id;
  const turn = () => ((part.leaving = isLeaving ? "" : id), part.leaving && say(t("Take this card away?")), here.draw.now(), node(`buttons ${id}`)?.scrollIntoView({ block: "nearest" }));
  return html`${isLeaving ? html`<p><b>${t("Take this card away?")}</b> ${t("Nobody can read it then.")}</p>` : nothing}<p class="row" id="buttons ${id}">
    <button type="button" @click=${() => (isLeaving ? withdraw(part, id) : writing.change(id, text))}>${isLeaving ? t("Yes, take it away") : t("Change")}</button>
    <button type="button" @click=${turn}>${isLeaving ? t("Keep the card") : t("Take away")}</button>
  </p>`;
}

/** @param {Part} part @param {Own} each @param {string} said @param {boolean} isOpen */
function refusedButtons(part, { text, why }, said, isOpen) {
  const { line } = part.here;
  const item = line.outbox.items.find((each) => each.id === said);
  const again = () => (line.forget(said), part.writing.use(text));
  const send = () => remove(part, () => (line.forget(said), item && line.say(item.do, item.in, item.d, item.for)));
  const isReopened = isOpen && why === "activity_closed";
  return html`${isReopened ? html`<p>${t("This step is open again.")}</p>` : nothing}<p class="row">
    ${isReopened ? html`<button type="button" @click=${send}>${t("Send again")}</button>` : nothing}
    ${isOpen && !isReopened && !part.writing.draft.text ? html`<button type="button" @click=${again}>${t("Write it again")}</button>` : nothing}
    <button type="button" @click=${() => remove(part, () => line.forget(said))}>${t("Remove")}</button>
  </p>`;
}

/** @param {Part} part @param {string} id */
function withdraw(part, id) {
  if (part.writing.editing === id) part.writing.stopChanging();
  remove(part, () => part.here.say("withdraw_card", part.writing.activity, { card: id }));
}

/** What is pressed goes away, so the focus goes to what stays. @param {Part} part @param {() => void} act */
function remove(part, act) {
  act();
  part.here.draw.now();
  (node("mine").closest("[hidden]") ? node("main") : node("of-mine")).focus();
}
