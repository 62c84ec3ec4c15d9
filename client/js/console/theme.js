/** One group of cards: its name now and before, and joining it with another. */

import { html, nothing, t } from "../parts.js";
import { field, form } from "./fields.js";

/** @typedef {import("../protocol").Theme} Theme */
/** @typedef {import("./desk.js").Desk} Desk */
/** A group, where it lies, and the others by name. @typedef {{id: string, theme: Theme, in: string, others: {value: string, text: string}[]}} Group */

/** @param {Desk} desk @param {Group} group */
export function change(desk, { id, theme, in: where, others }) {
  const name = `theme ${id}`;
  const send = () => desk.pressForm(name, "name_theme", where, { theme: id, name: desk.forms.text(name, "name", theme.name), lang: desk.lang });
  return html`<details><summary>${t("Change")}</summary>
    ${form(desk, name, { fields: field(desk, { form: name, name: "name", label: t("Name of the group"), value: theme.name }), label: t("Rename"), send })}
    ${theme.names?.length ? html`<p class="hint">${t("Earlier: {names}", { names: theme.names.join(", ") })}</p>` : nothing}
    ${others.length ? joining(desk, id, where, others) : nothing}</details>`;
}

/** @param {Desk} desk @param {string} theme @param {string} where @param {Group["others"]} others */
function joining(desk, theme, where, others) {
  const name = `into ${theme}`;
  const send = () => {
    const into = desk.forms.text(name, "into");
    if (!into) return desk.refuse(name, t("Choose a group first."));
    desk.pressForm(name, "merge_themes", where, { theme, into });
  };
  const choices = [{ value: "", text: t("Choose") }, ...others];
  return form(desk, name, { fields: field(desk, { form: name, name: "into", label: t("Put all of it into"), as: "choice", choices }), label: t("Join the groups"), send });
}
