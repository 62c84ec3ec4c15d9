"""The lobby: who has come in, and whether the door is open. Nobody needs a name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count, takewhile
from typing import TypeAlias, TypeGuard, assert_never

from talko.core.audience import Audience, View
from talko.core.ballots.privacy import by_side
from talko.core.people import SIDE_OF, Refused, Request, Role, Seat, Side, helped, may, person

MOST_GUESTS = 60  # for whom one helper can ask


@dataclass(frozen=True, slots=True)
class State:
    most: int = 1000
    is_open: bool = True
    people: dict[str, Role] = field(default_factory=dict)
    left: frozenset[str] = frozenset()
    came: dict[str, Role] = field(
        default_factory=dict
    )  # all who ever came, in their order, with their last role
    sides: Mapping[Side, int] | None = None  # None until they are counted


@dataclass(frozen=True, slots=True)
class Join:
    role: Role


@dataclass(frozen=True, slots=True)
class Leave:
    pass


@dataclass(frozen=True, slots=True)
class OpenDoor:
    pass


@dataclass(frozen=True, slots=True)
class CloseDoor:
    pass


@dataclass(frozen=True, slots=True)
class PersonJoined:
    person: str
    role: Role


@dataclass(frozen=True, slots=True)
class PersonLeft:
    person: str


@dataclass(frozen=True, slots=True)
class DoorOpened:
    pass


@dataclass(frozen=True, slots=True)
class DoorClosed:
    pass


Command: TypeAlias = Join | Leave | OpenDoor | CloseDoor
Event: TypeAlias = PersonJoined | PersonLeft | DoorOpened | DoorClosed


def takes(request: Request[object]) -> TypeGuard[Request[Command]]:
    return isinstance(request.command, Command)


def decide(state: State, request: Request[Command]) -> Sequence[Event] | Refused:
    match request.command:
        case Join(role):
            return join(state, request.seat, role)
        case Leave():
            return leave(state, request.seat)
        case OpenDoor():
            return [DoorOpened()] if may(request.seat, "lead") else Refused("may_not")
        case CloseDoor():
            return [DoorClosed()] if may(request.seat, "lead") else Refused("may_not")
        case _:
            assert_never(request.command)


def join(state: State, seat: Seat, role: Role) -> Sequence[Event] | Refused:
    if not may(seat, "join"):
        return Refused("may_not")
    if is_in(state, seat):
        return []
    if not state.is_open and not has_come(state, seat):
        return Refused("door_closed")
    own = (
        role if seat.helped else seat.role
    )  # a helper says it for a guest; all others have said it at the door
    return Refused("room_full") if len(state.people) >= state.most else [PersonJoined(person(seat.key), own)]


def leave(state: State, seat: Seat) -> Sequence[Event] | Refused:
    if not may(seat, "join"):
        return Refused("may_not")
    return [PersonLeft(person(seat.key))] if is_in(state, seat) else []


def is_in(state: State, seat: Seat) -> bool:
    return person(seat.key) in state.people


def evolve(state: State, event: Event) -> State:
    match event:
        case PersonJoined(who, role):
            came = {**state.came, who: role}
            return replace(state, people={**state.people, who: role}, left=state.left - {who}, came=came)
        case PersonLeft(who):
            staying = {id: role for id, role in state.people.items() if id != who}
            return replace(state, people=staying, left=state.left | {who})
        case DoorOpened():
            return replace(state, is_open=True)
        case DoorClosed():
            return replace(state, is_open=False)
        case _:
            assert_never(event)


def count_sides(state: State) -> State:
    """Once: a count that moved as people come and go would tell the side of each."""
    if state.sides is not None:
        return state
    return replace(state, sides=by_side(SIDE_OF[role] for role in state.people.values()))


def guests(state: State, helper: Seat) -> dict[str, Seat]:
    """Those for whom this helper asks now, by number."""
    came = {number: helped(helper, number) for number in numbers(state, helper)}
    return {
        number: replace(seat, role=state.people[person(seat.key)])
        for number, seat in came.items()
        if is_in(state, seat)
    }


def can_be_number(state: State, helper: Seat, number: str) -> bool:
    """The next one is given, or one is given again to whoever had it: what it wrote is theirs."""
    given = numbers(state, helper)
    return number in given or (number == str(len(given) + 1) and len(given) < MOST_GUESTS)


def numbers(state: State, helper: Seat) -> list[str]:
    """From 1 on, also of guests who have left."""
    return list(takewhile(lambda number: has_come(state, helped(helper, number)), map(str, count(1))))


def has_come(state: State, seat: Seat) -> bool:
    return is_in(state, seat) or person(seat.key) in state.left


def show(state: State, audience: Audience) -> View:
    """People by side as they were counted; phones are told the total alone."""
    door = "open" if state.is_open else "closed"
    sides: View = {side: n for side, n in (state.sides or {}).items()}
    told: View = {} if audience is Audience.PHONE or not sides else {"sides": sides}
    return {"door": door, "joined": len(state.people), **told}
