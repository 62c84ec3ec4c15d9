"""What a new workshop brings along: cards of an earlier one, and lines that somebody pastes."""

import re
from dataclasses import dataclass, field
from typing import get_args

from talko.core.activities import collect, plan
from talko.core.beside.brought import MAX_CHARS, BringCard, Source
from talko.core.card import Card, wall
from talko.core.template import Template, activities
from talko.pages.visit import Fields, Visit
from talko.store.groups import Setup

MOST_LINES = 200
LIST_MARK = re.compile(r"^(?:[-–•*]|\d{1,3}[.)])\s+")  # what a list was pasted with
SOURCES: tuple[Source, ...] = get_args(Source)


@dataclass(frozen=True, slots=True)
class Brought:
    cards: tuple[BringCard, ...] = ()
    errors: dict[str, str] = field(default_factory=dict)


def needed(template: Template) -> list[Source]:
    """What the activities of a template work on that no activity of it gives."""
    asked = {source.brought for step in activities(template).values() for source in step.sources}
    return [source for source in SOURCES if source in asked]


async def brought(visit: Visit, fields: Fields, template: Template, earlier: list[Setup]) -> Brought:
    """Each is brought under a permission that was given for this use."""
    allowed = bool(fields.line("permission"))
    cards: list[BringCard] = []
    errors: dict[str, str] = {}
    for source in needed(template):
        written = lines(fields.text(f"lines_{source}"))
        if why := wrong(written):
            errors[f"lines_{source}"] = why
        cards += [BringCard(source, line, visit.lang, allowed) for line in written]
        for setup in earlier:
            if setup.id == fields.line(f"from_{source}"):
                cards += [again(card, source, setup, allowed) for card in await left_by(visit, setup, source)]
    return Brought(
        tuple(cards), errors | ({"permission": "permission_needed"} if cards and not allowed else {})
    )


def asked_for(fields: Fields, template: Template) -> dict[str, str]:
    """What was typed about it, to be shown again."""
    names = [f"{kind}_{source}" for source in needed(template) for kind in ("lines", "from")]
    return {name: fields.text(name) for name in [*names, "permission"]}


def lines(text: str) -> list[str]:
    return [line for each in text.splitlines() if (line := LIST_MARK.sub("", each.strip()))]


def wrong(written: list[str]) -> str:
    if len(written) > MOST_LINES:
        return "too_many_lines"
    return "line_too_long" if any(len(line) > MAX_CHARS for line in written) else ""


def too_long(text: str) -> list[tuple[int, str]]:
    """Number and text of each line that is, as people count them: empty lines too."""
    return [(n, line) for n, line in enumerate(text.splitlines(), 1) if len(line.strip()) > MAX_CHARS]


def again(card: Card, source: Source, setup: Setup, allowed: bool) -> BringCard:
    """It keeps its mark, so that its writer can still find it."""
    return BringCard(source, card.text, card.lang, allowed, setup.title, card.feeling, card.mark)


async def left_by(visit: Visit, setup: Setup, source: Source) -> list[Card]:
    """Of what was agreed last time the records of its plan; else what its room could read."""
    room = await visit.house.rooms.room(setup.id)
    steps = room.workshop.activities.values() if room else ()
    if source == "previous":
        return [each for step in steps if isinstance(step, plan.State) for each in agreed(step)]
    return [
        card
        for step in steps
        if isinstance(step, collect.State)
        for card in wall(collect.taken(step)).values()
    ]


def agreed(step: plan.State) -> list[Card]:
    """Those that have words."""
    return [each for each in plan.taken(step).values() if each.text]
