"""All that a plan tells, as data (docs/protocol.md, section 7): what stays of the workshop, and its texts."""

from collections.abc import Mapping

from talko.core import template
from talko.core.audience import View
from talko.core.published import published
from talko.core.template import kind
from talko.live.room import Room
from talko.pages.language import said
from talko.papers.view import parts


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
