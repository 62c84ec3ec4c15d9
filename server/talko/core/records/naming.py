"""Who takes a record on: each on their own phone, or named aloud. A team is nobody; two people are needed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias, assert_never

from talko.core.people import Refused, Request, Seat, may, person
from talko.core.records.called import cannot_be_called
from talko.core.records.carrying import are_one, carried, carried_no_more, carrying, held
from talko.core.records.record import Named, Part, Record

MOST_HELPERS = 20  # of one record


@dataclass(frozen=True, slots=True)
class TakeOn:
    """On one's own phone: accepted by that, also what was named aloud before."""

    record: str
    part: Part
    name: str


@dataclass(frozen=True, slots=True)
class LetGo:
    """On one's own phone."""

    record: str
    part: Part


@dataclass(frozen=True, slots=True)
class NameFor:
    """Said aloud, typed by whoever writes the record; "" takes the owner or follower away."""

    record: str
    part: Part
    name: str
    outside: bool = False


@dataclass(frozen=True, slots=True)
class RemoveHelper:
    record: str
    helper: str


@dataclass(frozen=True, slots=True)
class AcceptAloud:
    """The owner said yes before all; ticked by whoever leads or helps to lead."""

    record: str


@dataclass(frozen=True, slots=True)
class Accept:
    """By the link of an owner who was not asked in the room; with a name, where the plan has none."""

    record: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Decline:
    """Likewise: the plan then has nobody for it."""

    record: str


@dataclass(frozen=True, slots=True)
class TakenOn:
    """`naming` is the id of the command, under which the name is kept apart from the log."""

    record: str
    part: Part
    naming: str
    name: str
    person: str
    accepted: bool
    outside: bool


@dataclass(frozen=True, slots=True)
class LetGoOf:
    """Also where another name takes the place: `naming` says which name nobody needs any more."""

    record: str
    part: Part
    naming: str


@dataclass(frozen=True, slots=True)
class OwnerAccepted:
    record: str


ByLink: TypeAlias = Accept | Decline
Command: TypeAlias = TakeOn | LetGo | NameFor | RemoveHelper | AcceptAloud | ByLink
Event: TypeAlias = TakenOn | LetGoOf | OwnerAccepted


def decide(record: Record, request: Request[object], wish: Command) -> Sequence[Event] | Refused:
    """Whether this seat may, is for the plan to say."""
    match wish:
        case TakeOn(_, part, name):
            me = Named(name.strip(), person(request.seat.key), accepted=True, naming=request.id)
            return take_on(record, part, me)
        case LetGo(_, part):
            return let_go(record, part, request.seat)
        case NameFor(_, part, name, outside):
            new = Named(name.strip(), outside=outside, naming=request.id)
            return name_for(record, part, new, request.seat)
        case RemoveHelper(_, helper):
            return remove_helper(record, helper, request.seat)
        case AcceptAloud():
            return accept_aloud(record)
        case Accept() | Decline():
            return answer_by_link(record, request, wish)
        case _:
            assert_never(wish)


def take_on(record: Record, part: Part, me: Named) -> Sequence[Event] | Refused:
    holders = carrying(record, part)
    if part != "helper" and any(each.accepted and not are_one(each, me) for each in holders):
        return Refused("taken")
    if refused := cannot_carry(record, part, me):
        return refused
    if any(replace(each, naming=me.naming) == me for each in holders):
        return []
    mine = [each for each in holders if part != "helper" or are_one(each, me)]
    if part == "helper" and not mine and len(holders) >= MOST_HELPERS:
        return Refused("enough_cards")
    return [*letting_go(record, part, mine), taken_on(record, part, me)]


def let_go(record: Record, part: Part, seat: Seat) -> Sequence[Event] | Refused:
    mine = [each for each in carrying(record, part) if each.person == person(seat.key)]
    return letting_go(record, part, mine) or Refused("not_yours")


def name_for(record: Record, part: Part, new: Named, seat: Seat) -> Sequence[Event] | Refused:
    holders = carrying(record, part)
    before = [] if part == "helper" else holders
    if not all(may_remove(seat, each) for each in before):
        return Refused("taken")
    if not new.name and part != "helper":
        return letting_go(record, part, before)
    if refused := cannot_carry(record, part, new):
        return refused
    if any((each.name, each.outside) == (new.name, new.outside) for each in holders):
        return []
    if part == "helper" and len(holders) >= MOST_HELPERS:
        return Refused("enough_cards")
    return [*letting_go(record, part, before), taken_on(record, part, new)]


def remove_helper(record: Record, helper: str, seat: Seat) -> Sequence[Event] | Refused:
    if not (named := record.helpers.get(helper)):
        return Refused("no_such_item")
    return letting_go(record, "helper", [named]) if may_remove(seat, named) else Refused("taken")


def accept_aloud(record: Record) -> Sequence[Event] | Refused:
    if not record.owner:
        return Refused("name_needed")
    return [] if record.owner.accepted else [OwnerAccepted(record.id)]


def answer_by_link(record: Record, request: Request[object], wish: ByLink) -> Sequence[Event] | Refused:
    if "owner" not in held(record, request.seat):
        return Refused("not_yours")
    match wish:
        case Accept(_, name):
            new = Named(name.strip(), accepted=True, outside=True, naming=request.id)
            return accept_aloud(record) if record.owner else name_oneself(record, new)
        case Decline():
            return decline(record)
        case _:
            assert_never(wish)


def name_oneself(record: Record, new: Named) -> Sequence[Event] | Refused:
    return cannot_carry(record, "owner", new) or [taken_on(record, "owner", new)]


def decline(record: Record) -> Sequence[Event] | Refused:
    """Who has said yes has to say so to the others."""
    if not record.owner or record.owner.accepted:
        return Refused("not_now")
    return letting_go(record, "owner", [record.owner])


def may_remove(seat: Seat, named: Named) -> bool:
    """What somebody took on themselves, only who leads gives to another: when they have left, say."""
    return named.person in ("", person(seat.key)) or may(seat, "tend")


def cannot_carry(record: Record, part: Part, new: Named) -> Refused | None:
    if refused := cannot_be_called(new.name):
        return refused
    others = {"owner": record.follower, "follower": record.owner, "helper": None}
    other = others[part]
    return Refused("same_person") if other and are_one(other, new) else None


def letting_go(record: Record, part: Part, holders: Sequence[Named]) -> list[Event]:
    return [LetGoOf(record.id, part, each.naming) for each in holders]


def taken_on(record: Record, part: Part, new: Named) -> TakenOn:
    return TakenOn(record.id, part, new.naming, new.name, new.person, new.accepted, new.outside)


def evolve(record: Record, event: Event) -> Record:
    match event:
        case TakenOn(_, part, naming, name, who, accepted, outside):
            return carried(record, part, Named(name, who, accepted, outside, naming))
        case LetGoOf(_, part, naming):
            return carried_no_more(record, part, naming)
        case OwnerAccepted():
            return replace(record, owner=replace(record.owner, accepted=True)) if record.owner else record
        case _:
            assert_never(event)
