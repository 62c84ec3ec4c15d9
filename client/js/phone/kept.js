/** Kept: texts that did not come through, and stand nowhere else on the page. They can be read, copied and used again. */

import { list } from "../cards.js";
import { html, node, nothing, t } from "../parts.js";
import { textsOf } from "./ballot.js";
import { became } from "./became.js";
import { section } from "./reading.js";

/** @typedef {import("./here.js").Here} Here */
/** @typedef {{key: string, text: string, state?: string, why?: string, drop: () => void}} Left */
/** @typedef {(item: import("../outbox.js").Item) => boolean} Shown whether a command's text stands on the page already */

/** @param {Here} here @param {Shown} isShown @returns {Left[]} */
export function left(here, isShown) {
  const begun = here.drafts.left().map(({ key, text }) => ({ key, text, drop: () => (here.drafts.drop(key), here.draw()) }));
  const said = here.line.outbox.items.filter((each) => each.state !== "done" && !isShown(each));
  const texts = said.flatMap((each) =>
    textsOf(each).map((text, i) => ({ key: `${each.id} ${i}`, text, state: each.state, why: each.why, drop: () => here.line.forget(each.id) })),
  );
  return [...begun, ...texts];
}

/** @param {Left[]} all */
export function keptSection(all) {
  return section(all, t("Text you did not send"), "kept", t("You did not have time to send this. It is only on this phone."));
}

/** @param {Here} here @param {Left[]} all @param {((text: string) => void) | null} use where a text can be used again */
export function fillKept(here, all, use) {
  list(node("kept"), all.map((each) => [each.key, each]), (each) => keptText(here, each, use));
}

/** @param {Here} here @param {Left} each @param {((text: string) => void) | null} use */
function keptText(here, { text, state, why, drop }, use) {
  const isOnItsWay = state === "queued" || state === "sent";
  const remove = () => (drop(), here.draw.now(), node("main").focus());
  return html`<div class="card unsent">
    <p class="text" dir="auto">${text}</p>
    ${state ? html`<p class="state">${became(here, { state, why })}</p>` : nothing}
    ${isOnItsWay ? nothing : html`<p class="row">
      ${use ? html`<button type="button" @click=${() => (drop(), use(text))}>${t("Use it here")}</button>` : nothing}
      <button type="button" @click=${remove}>${t("Remove")}</button>
    </p>`}
  </div>`;
}
