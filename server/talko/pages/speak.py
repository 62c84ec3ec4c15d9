"""The scripts in each language: `python -m talko.pages.speak FOLDER`. A phone loads the words of one only."""

import json
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from talko.folders import CHECKOUT
from talko.pages.extract import SAID
from talko.pages.language import ALL, LANGUAGES, NAMES, catalogue, spoken_by

SCRIPTS = CHECKOUT / "client" / "js"


def main(folder: Path) -> None:
    for lang in LANGUAGES:
        for script in SCRIPTS.rglob("*.js"):
            said = folder / lang / script.relative_to(SCRIPTS)
            said.parent.mkdir(parents=True, exist_ok=True)
            said.write_text(translated(script.read_text("utf-8"), lang), "utf-8")
        (folder / lang / "language.js").write_text(of_itself(lang), "utf-8")


def of_itself(lang: str) -> str:
    """The rule of the catalogue's head is written in C, and means the same in JavaScript."""
    locales = [ALL[lang].locale, ALL[LANGUAGES[0]].locale]
    return (
        f"export const locales = {json.dumps(locales)};\n"
        f"export const names = {json.dumps(NAMES, ensure_ascii=False)};\n"
        f"export const form = (n) => Number({catalogue(lang).plural_expr});\n"
    )


def translated(source: str, lang: str) -> str:
    """What has no translation yet is said in English."""
    words = spoken_by(lang)

    def instead(found: re.Match[str]) -> str:
        english = [text for text in found.groups()[1:] if text]
        forms = words.get(json.loads(english[0]), ())
        call = found[0]
        for before, after in zip(english, arguments(forms), strict=False):
            call = call.replace(before, json.dumps(after, ensure_ascii=False), 1)
        return call

    return SAID.sub(instead, source)


def arguments(forms: Sequence[str]) -> tuple[str | list[str], ...]:
    """Of `t("…")`, or of `tn("…", "…", n)`, where more forms than two stand in one list."""
    return tuple(forms) if len(forms) < 3 else (forms[0], list(forms[1:]))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
