"""The life of an activity: waiting, open, closed, revealed, and when its time ends. Who leads moves it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeAlias, assert_never

from talko.core.audience import View
from talko.core.people import Act, Refused, Request, Seat, may


class Phase(StrEnum):
    WAITING = "waiting"
    OPEN = "open"
    CLOSED = "closed"
    REVEALED = "revealed"


@dataclass(frozen=True, slots=True)
class Life:
    phase: Phase = Phase.WAITING
    ends: int = 0  # whole seconds since 1970; 0 where no time is set


@dataclass(frozen=True, slots=True)
class Open:
    """What waits opens, and what is closed opens again as it was."""


@dataclass(frozen=True, slots=True)
class Close:
    pass


@dataclass(frozen=True, slots=True)
class Reveal:
    pass


@dataclass(frozen=True, slots=True)
class Extend:
    minutes: int


Move: TypeAlias = Open | Close | Reveal | Extend

POSSIBLE: dict[type[Move], set[Phase]] = {
    Open: {Phase.WAITING, Phase.CLOSED},
    Close: {Phase.OPEN},
    Reveal: {Phase.CLOSED},
    Extend: {Phase.OPEN},
}


@dataclass(frozen=True, slots=True)
class Opened:
    ends: int


@dataclass(frozen=True, slots=True)
class Closed:
    pass


@dataclass(frozen=True, slots=True)
class Revealed:
    pass


@dataclass(frozen=True, slots=True)
class Extended:
    ends: int


Event: TypeAlias = Opened | Closed | Revealed | Extended


def move(life: Life, request: Request[object], wish: Move, minutes: int) -> Sequence[Event] | Refused:
    """`minutes` is the time that an opening gets, 0 for none."""
    if not may(request.seat, "lead"):
        return Refused("may_not")
    if life.phase not in POSSIBLE[type(wish)]:
        return Refused("not_now")
    return [moved(life, wish, request.at, minutes)]


def moved(life: Life, wish: Move, at: int, minutes: int) -> Event:
    match wish:
        case Open():
            return opened(at, minutes)
        case Close():
            return Closed()
        case Reveal():
            return Revealed()
        case Extend(more):
            return Extended(max(life.ends, at) + 60 * more)  # from now, if the end has passed: never shorter
        case _:
            assert_never(wish)


def opened(at: int, minutes: int) -> Opened:
    return Opened(at + 60 * minutes if minutes else 0)


def live(life: Life, event: Event) -> Life:
    match event:
        case Opened(ends):
            return Life(Phase.OPEN, ends)
        case Closed():
            return Life(Phase.CLOSED)
        case Revealed():
            return Life(Phase.REVEALED)
        case Extended(ends):
            return replace(life, ends=ends)
        case _:
            assert_never(event)


def cannot_take_part(seat: Seat, act: Act, life: Life) -> Refused | None:
    if not may(seat, act):
        return Refused("may_not")
    if life.phase is Phase.WAITING:
        return Refused("not_open_yet")
    return None if life.phase is Phase.OPEN else Refused("activity_closed")


def show(life: Life) -> View:
    return {"life": life.phase, "ends": life.ends}
