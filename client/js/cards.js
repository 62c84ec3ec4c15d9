/** Cards, as what people wrote is shown; and lists that keep their nodes. */

import { feelingName } from "./feelings.js";
import { html, nothing, render } from "./parts.js";

/** @typedef {import("./protocol").Card} Card */
/** @typedef {import("./protocol").Texts} Texts */

/** @param {Card} card @param {Texts} texts @param {Record<string, Card>} [items] what cards are written about */
export function card(card, texts, items = {}) {
  const { text = "", lang } = items[card.item ?? ""] ?? {};
  const about = [
    { text, lang },
    { text: card.bucket && bucketName(texts, card.bucket) },
    { text: card.feeling !== undefined && feelingName(card.feeling) },
    { text: card.nickname },
    { text: card.origin },
  ].filter((each) => each.text);
  return html`<p class="text" lang=${card.lang} dir="auto">${card.text}</p>
    ${about.length ? html`<p class="about">${about.map((each) => html`<span class="tag" lang=${each.lang ?? nothing} dir="auto">${each.text}</span> `)}</p>` : nothing}`;
}

/** @param {Texts} texts @param {string} id */
function bucketName(texts, id) {
  const all = Object.values(texts.activities).flatMap((step) => step.collect?.buckets ?? []);
  return all.find((bucket) => bucket.id === id)?.text ?? "";
}

/**
 * Children that keep their node while their key is there, so that nothing loses its focus because others come and go.
 * @template T @param {HTMLElement | null} parent @param {[string, T][]} entries @param {(item: T, key: string) => unknown} template
 */
export function list(parent, entries, template, tag = "li") {
  if (!parent) return;
  const children = /** @type {HTMLElement[]} */ ([...parent.children]);
  const old = new Map(children.map((child) => [child.dataset.key ?? "", child]));
  const keys = new Set(entries.map(([key]) => key));
  for (const [key, child] of old) if (!keys.has(key)) child.remove();
  let place = parent.firstElementChild;
  for (const [key, item] of entries) {
    const child = old.get(key) ?? born(tag, key);
    if (child === place) place = place.nextElementSibling;
    else parent.insertBefore(child, place);
    render(template(item, key), child);
  }
}

/** @param {string} tag @param {string} key */
function born(tag, key) {
  const child = document.createElement(tag);
  child.dataset.key = key;
  return child;
}
