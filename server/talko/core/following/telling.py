"""Telling what became of a record: what is too little or too much, and what it changes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from talko.core import day
from talko.core.following.asking import (
    Confirm,
    DecidePilot,
    DueMoved,
    Event,
    MoveDue,
    PeopleHeard,
    PilotDecided,
    ProgressConfirmed,
    ProgressTold,
    Tell,
    Telling,
    TellPeople,
    WordsRemoved,
)
from talko.core.following.line import (
    Decided,
    Followed,
    Heard,
    Line,
    Moved,
    Part,
    Status,
    due,
    without_words,
)
from talko.core.people import Refused, Request
from talko.core.records.record import Record, text_of

MAX_TEXT = 500
MAX_PLACE = 200
MOST_LINES = 200  # of one record
DAY_OF = {"action": "due", "response": "due", "pilot": "review_date"}  # what is moved, and what can be late


@dataclass(frozen=True, slots=True)
class Place:
    """What is told of: a record, what was told of it, and the part that somebody has in it."""

    record: Record
    followed: Followed
    part: Part


def tell(at: Place, request: Request[object], wish: Telling) -> Sequence[Event] | Refused:
    """Whether this seat may, is asked before."""
    if len(at.followed) >= MOST_LINES:
        return Refused("enough_cards")
    id, today = request.id, request.today
    match wish:
        case Tell(record, status, note, lang):
            note = note.strip()
            return cannot_say(status, note) or [ProgressTold(id, record, today, status, note, lang)]
        case Confirm(record, status, note, lang):
            note = note.strip()
            return cannot_say(status, note) or [ProgressConfirmed(id, record, today, status, note, lang)]
        case MoveDue():
            return move_due(at, request, replace(wish, reason=wish.reason.strip()))
        case TellPeople():
            return tell_people(at, request, replace(wish, how=wish.how.strip()))
        case DecidePilot():
            return decide_pilot(
                at, request, replace(wish, reason=wish.reason.strip(), place=wish.place.strip())
            )
        case _:
            assert_never(wish)


def cannot_say(status: Status, note: str) -> Refused | None:
    if status == "not_done" and not note:
        return Refused("reason_needed")
    return too_long(note)


def too_long(text: str, most: int = MAX_TEXT) -> Refused | None:
    return Refused("too_long") if len(text) > most else None


def move_due(at: Place, request: Request[object], wish: MoveDue) -> Sequence[Event] | Refused:
    before = due_now(at.record, at.followed)
    if refused := day.cannot_be(wish.due, request.today):
        return refused
    if wish.due == before:
        return []
    if not wish.reason:
        return Refused("reason_needed")
    moved = DueMoved(
        request.id, wish.record, request.today, at.part, before, wish.due, wish.reason, wish.lang
    )
    return too_long(wish.reason) or [moved]


def due_now(record: Record, followed: Followed) -> str:
    return due(text_of(record, DAY_OF[record.kind]), followed)


def tell_people(at: Place, request: Request[object], wish: TellPeople) -> Sequence[Event] | Refused:
    if not wish.how:
        return Refused("empty")
    if not day.is_day(wish.when):
        return Refused("date_needed")
    if wish.when > request.today:
        return Refused("date_to_come")
    heard = PeopleHeard(request.id, wish.record, request.today, at.part, wish.how, wish.when, wish.lang)
    return too_long(wish.how) or [heard]


def decide_pilot(at: Place, request: Request[object], wish: DecidePilot) -> Sequence[Event] | Refused:
    if at.record.kind != "pilot":
        return Refused("not_here")
    if not wish.reason:
        return Refused("reason_needed")
    if wish.decision == "spread" and not wish.place:
        return Refused("empty")
    place = wish.place if wish.decision == "spread" else ""
    said = (wish.decision, wish.reason, place, wish.lang)
    decided = PilotDecided(request.id, wish.record, request.today, at.part, *said)
    return too_long(wish.reason) or too_long(place, MAX_PLACE) or [decided]


def told(followed: Followed, event: Event) -> Followed:
    match event:
        case ProgressTold(entry, _, day, status, note, lang):
            return with_line(followed, Line(day, "owner", status, note, lang, entry))
        case ProgressConfirmed(entry, _, day, status, note, lang):
            return with_line(followed, Line(day, "follower", status, note, lang, entry))
        case DueMoved(entry, _, day, part, before, due, reason, lang):
            moved = Moved(day, part, before, due, reason, lang, entry)
            return replace(followed, moved=(*followed.moved, moved))
        case PeopleHeard(entry, _, day, part, how, when, lang):
            heard = Heard(day, part, how, when, lang, entry)
            return replace(followed, heard=(*followed.heard, heard))
        case PilotDecided(entry, _, day, part, decision, reason, place, lang):
            decided = Decided(day, part, decision, reason, place, lang, entry)
            return replace(followed, decided=(*followed.decided, decided))
        case WordsRemoved(entry):
            return without_words(followed, entry)
        case _:
            assert_never(event)


def with_line(followed: Followed, line: Line) -> Followed:
    return replace(followed, lines=(*followed.lines, line))
