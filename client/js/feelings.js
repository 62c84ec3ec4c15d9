/** Feelings: five, from very bad to very good. */

import { t } from "./words.js";

/** From −2 to 2. */
export function feelings() {
  return [
    { value: -2, text: t("Very bad") },
    { value: -1, text: t("Bad") },
    { value: 0, text: t("In between") },
    { value: 1, text: t("Good") },
    { value: 2, text: t("Very good") },
  ];
}

/** @param {number} feeling */
export function feelingName(feeling) {
  return feelings().find(({ value }) => value === feeling)?.text ?? "";
}
