/** The screen, small: the same page in a frame, for the eyes only. What it shows is also said in words. */

import { html, nothing, people, t } from "../parts.js";
import { layout } from "./layout.js";

/** @typedef {import("./desk.js").Desk} Desk */

const REST_MS = 1500;

export class Preview {
  /** Not before the console itself is there. */
  isDue = false;

  /** @param {Desk} desk @param {import("./projector.js").Projector} projector */
  constructor(desk, projector) {
    this.desk = desk;
    this.projector = projector;
    setTimeout(() => ((this.isDue = true), desk.redraw()), REST_MS);
  }

  section() {
    const { workshop, lang } = this.desk.line.place;
    if (layout() === "small") return nothing;
    return html`<section class="preview" aria-labelledby="preview"><h2 id="preview">${t("The screen now")}</h2>
      <p class="spoken">${this.#words()}</p>
      <div class="small-screen" inert aria-hidden="true">
        ${this.isDue ? html`<iframe src="/w/${workshop}/console/screen?lang=${lang}" title=${t("The screen now")} tabindex="-1"></iframe>` : nothing}</div></section>`;
  }

  #words() {
    const { shows } = this.projector;
    if (shows.isBlank) return t("The screen is blank.");
    return shows.showsDoor ? t("How to join: address, code and picture code.") : onScreen(this.desk);
  }
}

/** @param {Desk} desk */
export function onScreen({ view, texts }) {
  const { agenda, activities, lobby } = view;
  if (agenda.closed) return t("Thanks, and the way to the plan.");
  if (!agenda.current) return `${t("How to join: address, code and picture code.")} ${people(lobby.joined)}`;
  if (agenda.break_ends) return t("A break, and when it ends.");
  const { kind = "", life = "waiting" } = activities[agenda.current] ?? {};
  return `${texts.activities[agenda.current]?.prompt ?? ""} ${below(kind, life)}`;
}

/** What stands under the question. @param {string} kind @param {string} life */
function below(kind, life) {
  if (kind === "cluster") return t("Below it are the groups and their cards.");
  if (kind === "plan") return t("Below it is the plan, as far as it is written.");
  if (kind === "discuss") return t("Below it is what there is to read, and notes.");
  if (life === "waiting") return t("It is not open yet.");
  if (kind === "collect") return life === "revealed" ? t("Below it are the cards.") : t("Below it is how many cards there are.");
  return life === "revealed" ? t("Below it is the result.") : t("Below it is how many have answered.");
}
