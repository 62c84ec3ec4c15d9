"""The form of a workshop's texts, as it was typed, and what is wrong with it."""

from dataclasses import dataclass, field, replace
from datetime import date, time

from talko.pages.language import LANGUAGES
from talko.pages.visit import Fields, Visit
from talko.store.groups import Setup

LONGEST = {"title": 120, "question": 300, "decide": 500}  # these are needed
MAY_BE_LEFT_OUT = {"place": 120, "support": 300}
USUAL = ("rules", "support")  # the form has words of its own for them
MOST_RULES = 10
LONGEST_RULE = 120


@dataclass(frozen=True, slots=True)
class Draft:
    typed: dict[str, str]
    langs: tuple[str, ...]
    errors: dict[str, str] = field(default_factory=dict)


def texts_of(setup: Setup) -> dict[str, str]:
    told = {"title": setup.title, "question": setup.question, "decide": setup.decide, "date": setup.date}
    around = {"start": setup.start, "place": setup.place, "support": setup.support}
    return {**told, **around, "rules": "\n".join(setup.rules)}


def with_texts(setup: Setup, draft: Draft) -> Setup:
    """What was typed, in its place."""
    said = draft.typed
    told = replace(setup, title=said["title"], question=said["question"], decide=said["decide"])
    around = replace(told, start=said["start"], place=said["place"], support=said["support"])
    return replace(around, langs=draft.langs, date=said["date"], rules=rules(said["rules"]))


def rules(text: str) -> tuple[str, ...]:
    """One on each line."""
    return tuple(line for each in text.splitlines() if (line := each.strip()))


def typed(visit: Visit, fields: Fields) -> Draft:
    """Why we meet, and what can be decided, may not be empty: else nobody should be asked to come."""
    found = {name: fields.line(name) for name in (*LONGEST, *MAY_BE_LEFT_OUT, "date", "start")}
    found["rules"] = fields.text("rules")
    langs = spoken(visit, fields.each("langs"))
    wrong = {name: why for name in LONGEST if (why := wrong_line(found[name], LONGEST[name]))}
    wrong |= {name: "too_long" for name, most in MAY_BE_LEFT_OUT.items() if len(found[name]) > most}
    wrong |= {} if is_day(found["date"]) else {"date": "no_date"}
    wrong |= {} if is_time(found["start"]) else {"start": "no_time"}
    wrong |= {"rules": why} if (why := wrong_rules(rules(found["rules"]))) else {}
    return Draft(found, langs, wrong | ({} if langs else {"langs": "no_language"}))


def other_language(fields: Fields) -> str:
    """Which one was pressed at the top of the form, where it was not sent to be kept."""
    asked = fields.line("speak")
    return asked if asked in LANGUAGES else ""


def said_anew(draft: Draft, fields: Fields) -> Draft:
    """As it was typed; but what stood there by itself comes in the other language.

    Nothing is wrong before it was sent to be kept.
    """
    untouched = {name for name in USUAL if draft.typed[name] == fields.text(f"usual_{name}")}
    kept = {name: text for name, text in draft.typed.items() if name not in untouched}
    return replace(draft, typed=kept, errors=draft.errors if fields.line("told") else {})


def spoken(visit: Visit, ticked: list[str]) -> tuple[str, ...]:
    """The facilitator's own language comes first: the screen speaks it."""
    langs = [lang for lang in LANGUAGES if lang in ticked]
    return tuple(sorted(langs, key=lambda lang: lang != visit.lang))


def wrong_line(text: str, longest: int) -> str:
    return "empty" if not text else "too_long" if len(text) > longest else ""


def wrong_rules(rules: tuple[str, ...]) -> str:
    if len(rules) > MOST_RULES:
        return "too_many_rules"
    return "too_long" if any(len(rule) > LONGEST_RULE for rule in rules) else ""


def is_time(text: str) -> bool:
    """13:00, or nothing where it is not yet known."""
    try:
        return not text or time.fromisoformat(text).isoformat("minutes") == text
    except ValueError:
        return False


def is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
