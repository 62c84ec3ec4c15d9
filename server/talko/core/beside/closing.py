"""Closing: what is put aside and why, when people hear next, and what only a person can say is done."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias, TypeGuard, assert_never

from talko.core import day
from talko.core.audience import View
from talko.core.people import Refused, Request, may
from talko.core.records.called import MAX_NAME
from talko.core.template import ClosingRule

PutAside: TypeAlias = Literal["later", "part_of", "not_ours", "no"]
Report: TypeAlias = Literal["done", "doing", "late", "not_done", "keep", "change", "stop", "spread"]

# Nobody but a person in the room can know these: whoever leads says that it is so.
ATTESTED: tuple[ClosingRule, ...] = (
    "results_returned_to_place", "names_removed", "sensitive_text_deleted", "answer_in_preferred_form",
)  # fmt: skip

MAX_REASON = 300  # and of a note
MAX_PLACE = 200


@dataclass(frozen=True, slots=True)
class Parked:
    decision: PutAside
    reason: str
    lang: str
    owner: str = ""  # a name
    target: str = ""  # the record or thing it is part of


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
class Park:
    item: str
    decision: PutAside
    reason: str
    lang: str
    owner: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True)
class Unpark:
    item: str


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


Command: TypeAlias = Park | Unpark | SetContact | Attest | ReportItem


@dataclass(frozen=True, slots=True)
class ItemParked:
    """`parking` is the id of the command, under which its words are kept."""

    parking: str
    item: str
    decision: PutAside
    reason: str
    lang: str
    owner: str
    target: str


@dataclass(frozen=True, slots=True)
class ItemUnparked:
    item: str


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


Event: TypeAlias = ItemParked | ItemUnparked | ContactSet | RuleAttested | ItemReported


def takes(request: Request[object]) -> TypeGuard[Request[Command]]:
    return isinstance(request.command, Command)


def decide(
    state: State, request: Request[Command], items: Collection[str], previous: Collection[str]
) -> Sequence[Event] | Refused:
    """`items` are the ids of what can be put aside, `previous` of what was brought from last time."""
    if not may(request.seat, "lead" if isinstance(request.command, Attest) else "tend"):
        return Refused("may_not")
    match request.command:
        case Park() as wish:
            return park(
                request.id, replace(wish, reason=wish.reason.strip(), owner=wish.owner.strip()), items
            )
        case Unpark(item):
            return [ItemUnparked(item)] if item in state.parked else Refused("no_such_item")
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


def park(id: str, wish: Park, items: Collection[str]) -> Sequence[Event] | Refused:
    aside = (wish.item, wish.decision, wish.reason, wish.lang, wish.owner, wish.target)
    return cannot_park(wish, items) or [ItemParked(id, *aside)]


def cannot_park(wish: Park, items: Collection[str]) -> Refused | None:
    if wish.item not in items or wish.target not in ("", *items):
        return Refused("no_such_item")
    if wish.target == wish.item:
        return Refused("itself")
    if not wish.reason:
        return Refused("reason_needed")
    return cannot_fit(MAX_REASON, wish.reason) or cannot_fit(MAX_NAME, wish.owner)


def cannot_fit(most: int, *texts: str) -> Refused | None:
    return Refused("too_long") if any(len(text) > most for text in texts) else None


def attest(state: State, rule: ClosingRule, *, holds: bool) -> Sequence[Event] | Refused:
    if rule not in ATTESTED:
        return Refused("no_such_item")
    return [] if holds == (rule in state.attested) else [RuleAttested(rule, holds)]


def report(id: str, wish: ReportItem, previous: Collection[str]) -> Sequence[Event] | Refused:
    if wish.card not in previous:
        return Refused("no_such_card")
    too_long = cannot_fit(MAX_REASON, wish.note)
    return too_long or [ItemReported(id, wish.card, wish.report, wish.note, wish.lang)]


def evolve(state: State, event: Event) -> State:
    match event:
        case ItemParked(_, item, decision, reason, lang, owner, target):
            aside = Parked(decision, reason, lang, owner, target)
            return replace(state, parked={**state.parked, item: aside})
        case ItemUnparked(item):
            return replace(state, parked={id: each for id, each in state.parked.items() if id != item})
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
