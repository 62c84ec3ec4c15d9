"""Another workshop of the same kind, invented: who comes, what they say and choose, what comes out."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import yaml

from talko.demo.expected.held import with_template
from talko.demo.expected.page import Dumper, written
from talko.demo.expected.votes import vote
from talko.demo.expected.whole import block
from talko.demo.invent import agreed, choices, moments, phrases, wall
from talko.demo.invent.draw import Draw, Thing
from talko.demo.invent.people import people

FEWEST, MOST = 8, len(phrases.NAMES)
TEMPLATE = "codev_workshop_90"
SELECTED = 3
FIRST_DAY = date(2026, 9, 1)


def example(seed: int, how_many: int) -> str:
    """The file: what was drawn, and what follows from it."""
    told = drawn(seed, how_many)
    mine = yaml.dump(told, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=110)
    return mine + written(block(with_template(told)))


def drawn(seed: int, how_many: int) -> Thing:
    draw = Draw(seed)
    told = beginning(draw, seed, how_many)
    day = date.fromisoformat(told["date"])
    steps: Thing = told["activities"]
    steps |= needs(draw, told, day)
    chosen = selection(told, "n4")
    steps |= ideas(draw, told, chosen)
    steps |= agreement(draw, told, day)
    told["events"] = moments.events(draw, told, told.pop("leaver"))
    return told


def beginning(draw: Draw, seed: int, how_many: int) -> Thing:
    come = people(draw, how_many)
    day = FIRST_DAY + timedelta(days=draw.random.randint(0, 60))
    return {
        "id": f"invented_{seed}_{how_many}",
        "note": "Invented. No real persons. All of it is drawn, and most of it fits together.",
        "template": TEMPLATE,
        "template_version": 1,
        "title": draw.one(phrases.TITLES),
        "question": draw.one(phrases.QUESTIONS),
        "date": str(day),
        "start": "13:00",
        "place": draw.one(phrases.PLACES),
        "facilitator": {"name": "Iida", "role": "facilitator"},
        "decision_scope": phrases.SCOPE,
        "ground_rules": draw.some(phrases.RULES, 2, 4),
        "participants": come,
        "field_cards": [],
        "activities": {},
        "questions": moments.questions(draw, come),
        "word_flags": moments.flags(draw, how_many),
        "events": [],
        "leaver": draw.one(come[1:])["id"] if draw.chance(0.5) else "",
    }


def needs(draw: Draw, told: Thing, day: date) -> Thing:
    come, named = told["participants"], wall.themes("T", phrases.THEMES, draw, 5)
    ids = [theme["id"] for theme in named]
    told["field_cards"] = wall.field_cards(draw, day, ids)
    return {
        "o3": choices.pulse(draw, come),
        "n1": {"cards": wall.needs(draw, come, ids)},
        "n2": {"notes": wall.notes(draw, ids)},
        "n3": {"themes": named},
        "n4": {"ballots": clear(draw, told, ("n4", choices.dots), (come, ids, named))},
    }


def clear(
    draw: Draw, told: Thing, how: tuple[str, Any], what: tuple[list[Thing], list[str], list[Thing]]
) -> list[Thing]:
    """Drawn again while a run-off would be needed, which is another workshop."""
    (step, cast), (come, ids, named) = how, what
    source = {"n4": "n3", "i4": "i3"}[step]
    while True:
        ballots: list[Thing] = cast(draw, come, ids)
        found = counted(
            {**told["activities"], source: {"themes": named}, step: {"ballots": ballots}}, told, step
        )
        if "run_off" not in found and len(found["selection"]) == SELECTED:
            return ballots


def counted(activities: Thing, told: Thing, step: str) -> Thing:
    held = with_template({**told, "activities": activities})
    return vote(held, held.steps()[step])


def selection(told: Thing, step: str) -> list[str]:
    found: list[str] = counted(told["activities"], told, step)["selection"]
    return found


def ideas(draw: Draw, told: Thing, about: list[str]) -> Thing:
    come, named = told["participants"], wall.themes("E", phrases.PROPOSALS, draw, 5)
    ids = [theme["id"] for theme in named]
    return {
        "i1": {"cards": wall.ideas(draw, come, about, ids)},
        "i3": {"themes": named},
        "i4": {"ballots": clear(draw, told, ("i4", choices.ratings), (come, ids, named))},
    }


def agreement(draw: Draw, told: Thing, day: date) -> Thing:
    come, steps = told["participants"], told["activities"]
    staying = [person for person in come if person["id"] != told["leaver"]]
    chosen = selection(told, "i4")
    pilots = agreed.pilots(
        draw, staying, [each for each in steps["i3"]["themes"] if each["id"] in chosen], day
    )
    actions = agreed.actions(draw, staying, pilots, day)
    left = [id for step in ("n4", "i4") for id in not_taken(told, step)]
    plan = {"records": actions, "parked": agreed.aside(draw, staying, left, [*pilots, *actions])}
    return {
        "p1": {"records": pilots},
        "p2": {"rounds": agreed.agreement(draw, come, pilots, day)},
        "v1": {"cards": wall.signs(draw, come, [pilot["id"] for pilot in pilots])},
        "c1": {**plan, "next_contact": contact(draw, day)},
        "c2": {"rounds": agreed.commitment(draw, staying, actions)},
        "c3": {"answers": choices.evaluation(draw, staying)},
    }


def not_taken(told: Thing, step: str) -> list[str]:
    themes = told["activities"][{"n4": "n3", "i4": "i3"}[step]]["themes"]
    chosen = selection(told, step)
    return [theme["id"] for theme in themes if theme["id"] not in chosen]


def contact(draw: Draw, day: date) -> Thing:
    return {
        "date": agreed.day_after(day, draw, 30, 60),
        "time": "13:00",
        "place": draw.one(phrases.PLACES),
        "what": "Katsomme, miten kokeilu meni",
    }
