"""The form of a workshop's texts, as it was typed, and what is wrong with it."""

from dataclasses import dataclass, field
from datetime import date

from talko.pages.language import LANGUAGES
from talko.pages.visit import Fields, Visit
from talko.store.groups import Setup

LONGEST = {"title": 120, "question": 300, "decide": 500}


@dataclass(frozen=True, slots=True)
class Draft:
    typed: dict[str, str]
    langs: tuple[str, ...]
    errors: dict[str, str] = field(default_factory=dict)


def texts_of(setup: Setup) -> dict[str, str]:
    return {"title": setup.title, "question": setup.question, "decide": setup.decide, "date": setup.date}


def typed(visit: Visit, fields: Fields) -> Draft:
    """Why we meet, and what can be decided, may not be empty: else nobody should be asked to come."""
    found = {name: fields.line(name) for name in (*LONGEST, "date")}
    langs = spoken(visit, fields.each("langs"))
    wrong = {name: why for name in LONGEST if (why := wrong_line(found[name], LONGEST[name]))}
    wrong |= {} if is_day(found["date"]) else {"date": "no_date"}
    return Draft(found, langs, wrong | ({} if langs else {"langs": "no_language"}))


def spoken(visit: Visit, ticked: list[str]) -> tuple[str, ...]:
    """The facilitator's own language comes first: the screen speaks it."""
    langs = [lang for lang in LANGUAGES if lang in ticked]
    return tuple(sorted(langs, key=lambda lang: lang != visit.lang))


def wrong_line(text: str, longest: int) -> str:
    return "empty" if not text else "too_long" if len(text) > longest else ""


def is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
