"""The example's plan as a document, and documents with other texts in them."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from talko.folders import folder
from talko.pages.plan.speech import speech
from talko.pages.texts import texts
from talko.papers.compose import compose
from talko.papers.document import Document
from talko.store.groups import Setup
from talko.store.template_files import shipped

FILE = Path(__file__).parent / "palvelukahvila.json"  # the plan's data after `talko demo --check`, days later
ADDRESS = "https://talko.example/plan/q7m2x9ka-AAAA"
TODAY = "2026-10-15"


def told() -> dict[str, Any]:
    data: dict[str, Any] = json.loads(FILE.read_text("utf-8"))
    return data


@cache
def expected() -> dict[str, Any]:
    """What must come out of the example, worked out by a program of its own."""
    file = folder("workshop_templates") / "examples" / "palvelukahvila.yaml"
    found: dict[str, Any] = yaml.load(file.read_text("utf-8"), yaml.CSafeLoader)["expected"]
    return found


def document(lang: str = "fi", today: str = TODAY, **other: Any) -> Document:
    """With other values in the plan's data, where they are given."""
    return of(told() | other, lang, today)


def of(data: dict[str, Any], lang: str = "fi", today: str = TODAY) -> Document:
    return compose(data, words_of(data, lang), speech(lang), (today, ADDRESS))


def words_of(data: dict[str, Any], lang: str) -> dict[str, object]:
    about = (data["title"], data["question"], data["decide"], tuple(data["langs"]), data["date"])
    room = (tuple(data["rules"]), "09 2525 0111", data["start"], data["place"])
    setup = Setup("q7m2x9ka", "g", "", *about, "", "", "", "ended", 0, *room)
    return dict(texts(setup, shipped()["codev_workshop_90"], lang))


def empty(lang: str = "fi") -> Document:
    """A workshop that was closed before anything happened in it."""
    begun = told()
    passed = {
        id: {"kind": its["kind"], "prompt": its["prompt"], "lang": its["lang"], "passed_over": True}
        for id, its in begun["activities"].items()
    }
    still_open: dict[str, Any] = {"pending": {}, "questions": {}}
    nothing: dict[str, Any] = {"questions": {}, "words": {}, "targets": {}, "rules": []}
    nothing["brought"] = {"field": {}, "previous": {}, "feedback": {}}
    nothing["closing"] = {"ticks": {}, "parked": {}, "previous": {}, "open": still_open}
    nothing["people"] = {"came": 0, "left": 0}
    missing = {"finished": False, "missing": ["min_actions", "next_contact_date"]}
    return of(begun | {"activities": passed} | nothing | missing, lang)
