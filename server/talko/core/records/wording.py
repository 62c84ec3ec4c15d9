"""What stands in a record's fields. Anybody may propose a wording; the last one shown is the accepted one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias, assert_never

from talko.core import day
from talko.core.people import Refused, Request, Seat, may
from talko.core.records.record import CHOICES, DATES, TEXTS, Record, Wording, said, text_of, waiting, writable

MAX_TEXT = 500
MOST_PROPOSED = 20  # of one field, until one of them is chosen
MOST_WORDINGS = 200  # of one record; then only who leads goes on

# A review may come before a pilot's end, never before its start
IN_ORDER = (("start", "end"), ("start", "review_date"))


@dataclass(frozen=True, slots=True)
class WriteField:
    """By who may fill the record: shown at once. A date is 2026-10-08, a choice its key; "" empties it."""

    record: str
    field: str
    text: str
    lang: str = ""


@dataclass(frozen=True, slots=True)
class ProposeWording:
    record: str
    field: str
    text: str
    lang: str


@dataclass(frozen=True, slots=True)
class UseWording:
    """One that was proposed, or an earlier one again. The field's other proposals then wait no longer."""

    record: str
    wording: str


@dataclass(frozen=True, slots=True)
class FieldWritten:
    """`wording` is the id of the command; of a new record's `what`, that of the record."""

    record: str
    wording: str
    field: str
    text: str
    lang: str


@dataclass(frozen=True, slots=True)
class WordingProposed:
    record: str
    wording: str
    field: str
    text: str
    lang: str


@dataclass(frozen=True, slots=True)
class WordingUsed:
    record: str
    wording: str


Command: TypeAlias = WriteField | ProposeWording | UseWording
Event: TypeAlias = FieldWritten | WordingProposed | WordingUsed


def decide(record: Record, request: Request[object], wish: Command) -> Sequence[Event] | Refused:
    """Whether this seat may, is for the plan to say."""
    match wish:
        case WriteField(_, field, text, lang):
            return write(record, request, Wording(field, text.strip(), lang))
        case ProposeWording(_, field, text, lang):
            return propose(record, request, Wording(field, text.strip(), lang))
        case UseWording(_, wording):
            return use(record, request, wording)
        case _:
            assert_never(wish)


def write(record: Record, request: Request[object], new: Wording) -> Sequence[Event] | Refused:
    if says_already(record, new):
        return []
    refused = cannot_say(record, new, request.today) or has_enough(record, request.seat)
    return refused or [FieldWritten(record.id, request.id, new.field, new.text, new.lang)]


def propose(record: Record, request: Request[object], new: Wording) -> Sequence[Event] | Refused:
    if new.field not in TEXTS:
        return Refused("no_such_field")
    if refused := cannot_say(record, new, request.today) or has_enough(record, request.seat):
        return refused
    if not new.text:
        return Refused("empty")
    if sum(each.field == new.field for each in waiting(record).values()) >= MOST_PROPOSED:
        return Refused("enough_cards")
    return [WordingProposed(record.id, request.id, new.field, new.text, new.lang)]


def use(record: Record, request: Request[object], id: str) -> Sequence[Event] | Refused:
    """The one that is shown already may be used again: so the room keeps it, and lets the proposals go."""
    if not (wording := record.wordings.get(id)):
        return Refused("no_such_item")
    is_shown = record.shown.get(wording.field) == id
    refused = None if is_shown else cannot_say(record, wording, request.today)
    return refused or [WordingUsed(record.id, id)]


def has_enough(record: Record, seat: Seat) -> Refused | None:
    """The whole history is kept, so it has an end."""
    is_full = len(record.wordings) >= MOST_WORDINGS and not may(seat, "tend")
    return Refused("enough_cards") if is_full else None


def says_already(record: Record, new: Wording) -> bool:
    now = said(record, new.field)
    if not now:
        return not new.text and new.field in writable(record.kind)
    return (now.text, now.lang) == (new.text, new.lang)


def cannot_say(record: Record, new: Wording, today: str) -> Refused | None:
    if new.field not in writable(record.kind):
        return Refused("no_such_field")
    if not new.text:
        return None
    if new.field in DATES:
        return day.cannot_be(new.text, today) or cannot_follow(record, new)
    if choices := CHOICES[record.kind].get(new.field):
        return None if new.text in choices else Refused("not_a_choice")
    return Refused("too_long") if len(new.text) > MAX_TEXT else None


def cannot_follow(record: Record, new: Wording) -> Refused | None:
    def date(name: str) -> str:
        return new.text if name == new.field else text_of(record, name)

    pairs = [(date(first), date(second)) for first, second in IN_ORDER]
    crossed = any(first and second and second < first for first, second in pairs)
    return Refused("date_order") if crossed else None


def evolve(record: Record, event: Event) -> Record:
    match event:
        case FieldWritten(_, id, field, text, lang):
            return shown(with_wording(record, id, Wording(field, text, lang)), id)
        case WordingProposed(_, id, field, text, lang):
            return with_wording(record, id, Wording(field, text, lang, proposed=True))
        case WordingUsed(_, id):
            return shown(settled(record, record.wordings[id].field), id)
        case _:
            assert_never(event)


def with_wording(record: Record, id: str, wording: Wording) -> Record:
    return replace(record, wordings={**record.wordings, id: wording})


def shown(record: Record, id: str) -> Record:
    return replace(record, shown={**record.shown, record.wordings[id].field: id})


def settled(record: Record, field: str) -> Record:
    """Who wrote while others still thought has not chosen: only a choice ends the waiting of the others."""
    wordings = {
        id: replace(each, proposed=False) if each.field == field else each
        for id, each in record.wordings.items()
    }
    return replace(record, wordings=wordings)
