"""The languages there are, a folder of client/locale each; which a visitor reads, and the words in it."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from starlette.requests import Request

from talko.folders import folder

LOCALE = folder("client") / "locale"
COOKIE = "talko-lang"


@dataclass(frozen=True, slots=True)
class Language:
    """What its language.toml says. A draft has not yet been read by a reader of the language."""

    code: str
    name: str
    order: int
    locale: str  # how dates and numbers are written: sv-FI is not sv
    draft: bool = False


def languages_in(locale: Path) -> dict[str, Language]:
    """In the order in which they are offered."""
    each = [
        Language(file.parent.name, **tomllib.loads(file.read_text("utf-8")))
        for file in locale.glob("*/language.toml")
    ]
    return {language.code: language for language in sorted(each, key=lambda its: (its.order, its.code))}


ALL = languages_in(LOCALE)
LANGUAGES = tuple(ALL)  # the first is spoken to whoever asks for none of them
NAMES = {code: its.name for code, its in ALL.items()}


def choose(request: Request, langs: Sequence[str] = LANGUAGES) -> str:
    """What they chose, else what their browser prefers, else the first."""
    return chosen(request, langs) or next((lang for lang in accepted(request) if lang in langs), langs[0])


def chosen(request: Request, langs: Sequence[str]) -> str | None:
    asked = (request.query_params.get("lang"), request.cookies.get(COOKIE))
    return next((lang for lang in asked if lang in langs), None)


def accepted(request: Request) -> list[str]:
    """`fi-FI,fi;q=0.9,en;q=0.8` -> fi, fi, en. What cannot be read comes last."""
    weighed = [
        part.strip().partition(";q=") for part in request.headers.get("accept-language", "").split(",")
    ]
    weighed.sort(key=lambda part: -weight(part[2]))
    return [tag.partition("-")[0].lower() for tag, _, _ in weighed]


def weight(text: str) -> float:
    try:
        return float(text) if text else 1.0
    except ValueError:
        return 0.0


def said(text: Mapping[str, str], lang: str) -> tuple[str, str]:
    """The words, and the language they are really in, where a translation is missing."""
    spoken = lang if lang in text else next(iter(text), lang)
    return text.get(spoken, ""), spoken


@cache
def translations(lang: str) -> GNUTranslations:
    compiled = BytesIO()
    write_mo(compiled, catalogue(lang))
    compiled.seek(0)
    return GNUTranslations(compiled)


@cache
def catalogue(lang: str) -> Catalog:
    with file(lang).open("rb") as written:
        return read_po(written, locale=lang, domain="talko")


def file(lang: str) -> Path:
    return LOCALE / lang / "LC_MESSAGES" / "talko.po"


def beside(lang: str, name: str) -> tuple[str, ...]:
    """The lines of a list that lies beside the catalogue, if it does. # begins a comment."""
    its = LOCALE / lang / name
    lines = its.read_text("utf-8").splitlines() if its.is_file() else []
    return tuple(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def locale(lang: str) -> str:
    """As Babel calls it: for dates and numbers."""
    return ALL[lang].locale.replace("-", "_")


def name_in_english(lang: str) -> str:
    return name_in(lang, "en")


def name_in(lang: str, reader: str) -> str:
    """What a reader of the other language calls it."""
    return Locale.parse(lang).get_language_name(reader) or lang


def spoken_by(lang: str) -> dict[str, tuple[str, ...]]:
    """By the English words: one text, or one for each form of the plural. Without what is not translated."""
    return {english(each): texts(each) for each in catalogue(lang) if each.id and is_translated(each)}


def is_translated(message: Message) -> bool:
    return not message.fuzzy and all(texts(message))


def texts(message: Message) -> tuple[str, ...]:
    """One text, or one for each form of the plural."""
    match message.string:
        case None:
            return ("",)
        case str(text):
            return (text,)
        case forms:
            return tuple(forms)


def english(message: Message) -> str:
    """The words of one thing; those of many stand beside them in the catalogue."""
    return message.id if isinstance(message.id, str) else message.id[0]
