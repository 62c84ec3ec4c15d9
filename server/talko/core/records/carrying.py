"""Who carries a record: its owner, who follows it up, and who helps."""

from collections.abc import Mapping
from dataclasses import replace
from typing import assert_never

from talko.core.people import Seat, SeatKind, person
from talko.core.records.called import is_the_same
from talko.core.records.record import Named, Part, Record


def are_one(one: Named, other: Named) -> bool:
    """Two people can be called alike ("a member of the group"); where one is not known, the name decides."""
    if one.person and other.person:
        return one.person == other.person
    return is_the_same(one.name, other.name)


def carrying(record: Record, part: Part) -> list[Named]:
    match part:
        case "owner":
            return [record.owner] if record.owner else []
        case "follower":
            return [record.follower] if record.follower else []
        case "helper":
            return list(record.helpers.values())
        case _:
            assert_never(part)


def parts_of(record: Record, who: str) -> tuple[Part, ...]:
    parts: tuple[Part, ...] = ("owner", "follower", "helper")
    return tuple(part for part in parts if any(each.person == who for each in carrying(record, part)))


def held(record: Record, seat: Seat) -> tuple[Part, ...]:
    """The parts that a seat has in a record: by the link to it, or taken on with a phone."""
    match seat.kind:
        case SeatKind.OWNER if seat.record == record.id:
            return ("owner",)
        case SeatKind.FOLLOWER if seat.record == record.id:
            return ("follower",)
        case SeatKind.PARTICIPANT:
            return parts_of(record, person(seat.key))
        case _:
            return ()


def carried(record: Record, part: Part, new: Named) -> Record:
    match part:
        case "owner":
            return replace(record, owner=new)
        case "follower":
            return replace(record, follower=new)
        case "helper":
            return replace(record, helpers={**record.helpers, new.naming: new})
        case _:
            assert_never(part)


def carried_no_more(record: Record, part: Part, naming: str) -> Record:
    match part:
        case "owner":
            return replace(record, owner=None)
        case "follower":
            return replace(record, follower=None)
        case "helper":
            staying: Mapping[str, Named] = {id: each for id, each in record.helpers.items() if id != naming}
            return replace(record, helpers=staying)
        case _:
            assert_never(part)
