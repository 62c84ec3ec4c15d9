"""Mine: what only one person is sent – all that their phone needs to be itself after a reload."""

from collections.abc import Iterator
from typing import assert_never

from talko.core.activities import cluster, collect, consent, discuss, plan, survey, vote
from talko.core.assigned import assigned
from talko.core.audience import Json, View
from talko.core.ballots.ballot import Boxes
from talko.core.beside import hard_words, lobby, needs, questions
from talko.core.people import Seat, may, person
from talko.core.whole import Activity, Workshop


def mine(workshop: Workshop, boxes: Boxes, seat: Seat) -> View:
    """A helper's: all guests'."""
    if may(seat, "join"):
        return mine_alone(workshop, boxes, seat)
    guests = lobby.guests(workshop.lobby, seat) if may(seat, "help") else {}
    return {"guests": {number: mine_alone(workshop, boxes, guest) for number, guest in guests.items()}}


def mine_alone(workshop: Workshop, boxes: Boxes, seat: Seat) -> View:
    parts: dict[str, dict[str, Json]] = {"cards": {}}
    for id, state in workshop.activities.items():
        for part, own in of_activity(workshop, boxes, (state, seat)):
            if own:
                parts.setdefault(part, {})[id] = own
    role = workshop.lobby.people.get(person(seat.key))
    return {"role": role or "", **parts, **beside(workshop, seat)}


def of_activity(workshop: Workshop, boxes: Boxes, asks: tuple[Activity, Seat]) -> Iterator[tuple[str, Json]]:
    state, seat = asks
    match state:
        case collect.State():
            yield "cards", collect.show_mine(state, seat)
        case discuss.State():
            yield "cards", discuss.show_mine(state, seat)
        case vote.State():
            yield "ballots", vote.show_mine(state, seat, boxes)
            yield "assigned", list(assigned(workshop, state, seat))
        case survey.State():
            yield "ballots", survey.show_mine(state, seat, boxes)
        case consent.State():
            yield "ballots", consent.show_mine(state, seat, boxes)
            yield "later", {round: True for round in consent.later_of(state, seat, boxes)}
        case plan.State():
            yield "records", plan.show_mine(state, seat)
        case cluster.State():
            pass  # it is one common wall
        case _:
            assert_never(state)


def beside(workshop: Workshop, seat: Seat) -> View:
    asked = needs.asked_by(workshop.needs, seat)
    own: dict[str, Json] = {
        "questions": questions.show_mine(workshop.questions, seat),
        "words": hard_words.show_mine(workshop.hard_words, seat),
        "asked": asked,
    }
    return {part: its for part, its in own.items() if its}
