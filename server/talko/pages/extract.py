"""Collect every word of pages, scripts and guides into the catalogues: `python -m talko.pages.extract`."""

import json
import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO, TypeAlias

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

from talko.folders import CHECKOUT
from talko.pages.language import LANGUAGES, catalogue, file

Found: TypeAlias = tuple[int, str, str | tuple[str, ...], list[str]]

TEXT = r'\s*("(?:[^"\\\n]|\\.)*")\s*'
SAID = re.compile(rf"(?<![\w.$])(t\({TEXT}[,)]|tn\({TEXT},{TEXT},)")

PAGES = [("**.html", "jinja2"), ("**.js", "talko.pages.extract:scripts"), ("guide_words.py", "python")]
SPOKEN = {
    "client/pages": PAGES,
    "client/js": PAGES,
    "server/talko/pages": PAGES,
    "server/talko/papers": [("**.py", "python")],
}
ONE_OR_MORE = ("ngettext", "tn", "count")
NAMES = dict.fromkeys(("_", "gettext", "t", "say")) | dict.fromkeys(ONE_OR_MORE, (1, 2))


def main() -> None:
    """What is new has no translation yet; what is no longer said goes."""
    words = found(CHECKOUT)
    for lang in LANGUAGES:
        known = catalogue(lang)
        known.update(words, no_fuzzy_matching=True, update_creation_date=False)
        known.obsolete.clear()
        known.project, known.version, known.last_translator, known.language_team = "talko", "1", "", lang
        with file(lang).open("wb") as out:
            write_po(out, known, width=110, sort_by_file=True, include_lineno=False)


def found(checkout: Path) -> Catalog:
    words = Catalog(domain="talko")
    for folder, methods in SPOKEN.items():
        options = {"**.html": {"trimmed": "true", "newstyle_gettext": "true", "silent": "false"}}
        each = extract_from_dir(checkout / folder, methods, options, NAMES)
        for name, line, message, comments, _ in each:
            words.add(message, None, [(f"{folder}/{name}", line)], auto_comments=comments)
    return words


def scripts(
    script: BinaryIO, names: Collection[str], tags: Collection[str], options: Mapping[str, str]
) -> Iterator[Found]:
    """Babel's own reader loses its way in templates within templates, and all we say is `t("…")`."""
    source = script.read().decode()
    for said in SAID.finditer(source):
        line = source.count("\n", 0, said.start()) + 1
        one, *many = [json.loads(text) for text in said.groups()[1:] if text]
        yield (line, "tn", (one, *many), []) if many else (line, "t", one, [])


if __name__ == "__main__":
    main()
