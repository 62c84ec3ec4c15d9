"""All that a plan tells, as data (docs/protocol.md, section 7): what stays of the workshop, and its texts."""

from collections.abc import Mapping
from typing import TypeGuard

from talko.core import template
from talko.core.audience import View
from talko.core.published import published
from talko.core.template import kind
from talko.live.room import Room
from talko.pages.language import said


def told(room: Room, lang: str) -> View:
    setup, stays = room.setup, published(room.workshop)
    return {
        "title": setup.title,
        "question": setup.question,
        "decide": setup.decide,
        "rules": list(setup.rules),
        "date": setup.date,
        "start": setup.start,
        "place": setup.place,
        "langs": list(setup.langs),
        **stays,
        "activities": with_prompts(room, parts(stays, "activities"), lang),
    }


def to_come(room: Room) -> View:
    """Before the end: what it will be, and when."""
    setup = room.setup
    return {"title": setup.title, "date": setup.date, "langs": list(setup.langs), "to_come": True}


def with_prompts(room: Room, activities: Mapping[str, View], lang: str) -> View:
    steps = template.activities(room.template)
    return {
        id: {"kind": kind(steps[id].settings), **prompt(steps[id], lang), **its}
        for id, its in activities.items()
    }


def prompt(step: template.Activity, lang: str) -> View:
    words, spoken = said(step.prompt, lang)
    return {"prompt": words, "lang": spoken}


# Reading a view


def parts(view: View, name: str) -> dict[str, View]:
    """What lies under a name, by id; nothing where there is no such name."""
    found = view.get(name)
    return {id: each for id, each in found.items() if isinstance(each, Mapping)} if is_view(found) else {}


def part(view: View, name: str) -> View:
    found = view.get(name)
    return found if is_view(found) else {}


def text(view: View, name: str) -> str:
    found = view.get(name)
    return found if isinstance(found, str) else ""


def number(view: View, name: str) -> float:
    found = view.get(name)
    return found if isinstance(found, int | float) else 0


def is_view(found: object) -> TypeGuard[View]:
    return isinstance(found, Mapping)


def held(told: View) -> list[tuple[str, View]]:
    """Activities that were not passed over."""
    return [(id, each) for id, each in parts(told, "activities").items() if not each.get("passed_over")]


def of_kind(told: View, kind: str) -> list[tuple[str, View]]:
    return [(id, each) for id, each in held(told) if each.get("kind") == kind]


def in_turn(activity: View) -> list[View]:
    """The rounds of an activity, the first one first."""
    return sorted(parts(activity, "rounds").values(), key=lambda each: number(each, "nth"))
