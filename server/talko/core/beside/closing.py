"""Closing: what is put aside and why, when people hear next, and what only a person can say is done."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias, TypeGuard, assert_never

from talko.core import day
from talko.core.audience import View
from talko.core.beside import parking
from talko.core.beside.parking import ItemParked as ItemParked
from talko.core.beside.parking import ItemUnparked as ItemUnparked
from talko.core.beside.parking import Park as Park
from talko.core.beside.parking import Parked as Parked
from talko.core.beside.parking import PutAside as PutAside
from talko.core.beside.parking import Unpark as Unpark
from talko.core.people import Refused, Request, may
from talko.core.template import ClosingRule

Report: TypeAlias = Literal["done", "doing", "late", "not_done", "keep", "change", "stop", "spread"]

# Nobody but a person in the room can know these: whoever leads says that it is so.
ATTESTED: tuple[ClosingRule, ...] = (
    "results_returned_to_place", "names_removed", "sensitive_text_deleted", "answer_in_preferred_form",
)  # fmt: skip

MAX_NOTE = 300
MAX_PLACE = 200


@dataclass(frozen=True, slots=True)
class Contact:
    date: str  # 2026-11-19
    time: str
    place: str
    what: str


@dataclass(frozen=True, slots=True)
class Reported:
    report: Report
    note: str
    lang: str


@dataclass(frozen=True, slots=True)
class State:
    parked: Mapping[str, Parked] = field(default_factory=dict)  # by the id of what was not taken
    contact: Contact | None = None
    attested: frozenset[ClosingRule] = frozenset()
    reported: Mapping[str, Reported] = field(default_factory=dict)  # by what was brought from last time


@dataclass(frozen=True, slots=True)
class SetContact:
    date: str
    time: str = ""
    place: str = ""
    what: str = ""


@dataclass(frozen=True, slots=True)
class Attest:
    rule: ClosingRule
    holds: bool


@dataclass(frozen=True, slots=True)
class ReportItem:
    """What became of something that was agreed last time."""

    card: str
    report: Report
    note: str = ""
    lang: str = ""


Command: TypeAlias = parking.Command | SetContact | Attest | ReportItem


@dataclass(frozen=True, slots=True)
class ContactSet:
    contact: str  # the id of the command, under which its words are kept
    date: str
    time: str
    place: str
    what: str


@dataclass(frozen=True, slots=True)
class RuleAttested:
    rule: ClosingRule
    holds: bool


@dataclass(frozen=True, slots=True)
class ItemReported:
    reporting: str  # the id of the command, under which its words are kept
    card: str
    report: Report
    note: str
    lang: str


Event: TypeAlias = parking.Event | ContactSet | RuleAttested | ItemReported


def takes(request: Request[object]) -> TypeGuard[Request[Command]]:
    return isinstance(request.command, Command)


def decide(
    state: State, request: Request[Command], items: Collection[str], previous: Collection[str]
) -> Sequence[Event] | Refused:
    """`items` are the ids of what can be put aside, `previous` of what was brought from last time."""
    if not may(request.seat, "lead" if isinstance(request.command, Attest) else "tend"):
        return Refused("may_not")
    match request.command:
        case Park() | Unpark() as wish:
            return parking.decide(state.parked, request, wish, items)
        case SetContact(date, time, place, what):
            said = (time.strip(), place.strip(), what.strip())
            refused = day.cannot_be(date, request.today) or cannot_fit(MAX_PLACE, *said)
            return refused or [ContactSet(request.id, date, *said)]
        case Attest(rule, holds):
            return attest(state, rule, holds=holds)
        case ReportItem() as wish:
            return report(request.id, replace(wish, note=wish.note.strip()), previous)
        case _:
            assert_never(request.command)


def cannot_fit(most: int, *texts: str) -> Refused | None:
    return Refused("too_long") if any(len(text) > most for text in texts) else None


def attest(state: State, rule: ClosingRule, *, holds: bool) -> Sequence[Event] | Refused:
    if rule not in ATTESTED:
        return Refused("no_such_item")
    return [] if holds == (rule in state.attested) else [RuleAttested(rule, holds)]


def report(id: str, wish: ReportItem, previous: Collection[str]) -> Sequence[Event] | Refused:
    if wish.card not in previous:
        return Refused("no_such_card")
    too_long = cannot_fit(MAX_NOTE, wish.note)
    return too_long or [ItemReported(id, wish.card, wish.report, wish.note, wish.lang)]


def evolve(state: State, event: Event) -> State:
    match event:
        case ItemParked() | ItemUnparked():
            return replace(state, parked=parking.evolve(state.parked, event))
        case ContactSet(_, date, time, place, what):
            return replace(state, contact=Contact(date, time, place, what))
        case RuleAttested(rule, holds):
            attested = state.attested | {rule} if holds else state.attested - {rule}
            return replace(state, attested=attested)
        case ItemReported(_, card, told, note, lang):
            return replace(state, reported={**state.reported, card: Reported(told, note, lang)})
        case _:
            assert_never(event)


def show_contact(state: State) -> View:
    """Once it is set."""
    if not (told := state.contact):
        return {}
    return {"contact": {"date": told.date, "time": told.time, "place": told.place, "what": told.what}}
