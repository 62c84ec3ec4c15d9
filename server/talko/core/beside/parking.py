"""What is put aside, and why: nothing that was not taken goes away without a word."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias, assert_never

from talko.core.people import Refused, Request
from talko.core.records.called import MAX_NAME

PutAside: TypeAlias = Literal["later", "part_of", "not_ours", "no"]
MAX_REASON = 300


@dataclass(frozen=True, slots=True)
class Parked:
    decision: PutAside
    reason: str
    lang: str
    owner: str = ""  # a name
    target: str = ""  # the record or thing it is part of
    parking: str = ""  # the id of the command, under which its words are kept


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


Command: TypeAlias = Park | Unpark


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
    """Also where other words take the place: `parking` says which ones nobody needs any more."""

    item: str
    parking: str = ""


Event: TypeAlias = ItemParked | ItemUnparked


def decide(
    parked: Mapping[str, Parked], request: Request[object], wish: Command, items: Collection[str]
) -> Sequence[Event] | Refused:
    """`items` are the ids of what can be put aside, or be what something is part of."""
    match wish:
        case Park(item, decision, reason, lang, owner, target):
            said = ItemParked(request.id, item, decision, reason.strip(), lang, owner.strip(), target)
            return cannot_park(said, items) or [*unparking(parked, item), said]
        case Unpark(item):
            return unparking(parked, item) or Refused("no_such_item")
        case _:
            assert_never(wish)


def unparking(parked: Mapping[str, Parked], item: str) -> list[Event]:
    return [ItemUnparked(item, parked[item].parking)] if item in parked else []


def cannot_park(said: ItemParked, items: Collection[str]) -> Refused | None:
    if said.item not in items or said.target not in ("", *items):
        return Refused("no_such_item")
    if said.target == said.item:
        return Refused("itself")
    if not said.reason:
        return Refused("reason_needed")
    too_long = len(said.reason) > MAX_REASON or len(said.owner) > MAX_NAME
    return Refused("too_long") if too_long else None


def evolve(parked: Mapping[str, Parked], event: Event) -> Mapping[str, Parked]:
    match event:
        case ItemParked(parking, item, decision, reason, lang, owner, target):
            return {**parked, item: Parked(decision, reason, lang, owner, target, parking)}
        case ItemUnparked(item):
            return {id: each for id, each in parked.items() if id != item}
        case _:
            assert_never(event)
