"""The agenda: which activity the room is at, breaks, and the end. Only who leads moves it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias, TypeGuard, assert_never

from talko.core.audience import View
from talko.core.people import Refused, Request, may


@dataclass(frozen=True, slots=True)
class State:
    order: tuple[str, ...] = ()
    current: str = ""  # "" is the lobby, before the first activity
    break_ends: int = 0  # 0 while there is no break
    closed: bool = False
    finished: bool = False  # closed with nothing missing


@dataclass(frozen=True, slots=True)
class GoOn:
    """From the activity that the request names: a second press, or a second facilitator, moves nothing."""


@dataclass(frozen=True, slots=True)
class GoBack:
    pass


@dataclass(frozen=True, slots=True)
class StartBreak:
    minutes: int


@dataclass(frozen=True, slots=True)
class EndBreak:
    pass


@dataclass(frozen=True, slots=True)
class CloseWorkshop:
    """When nothing is missing."""


@dataclass(frozen=True, slots=True)
class CloseUnfinished:
    """The meeting can always end; what is missing is then said."""


@dataclass(frozen=True, slots=True)
class WentTo:
    activity: str


@dataclass(frozen=True, slots=True)
class BreakStarted:
    ends: int


@dataclass(frozen=True, slots=True)
class BreakEnded:
    pass


@dataclass(frozen=True, slots=True)
class ClosedUnfinished:
    pass


@dataclass(frozen=True, slots=True)
class WorkshopClosed:
    pass


Command: TypeAlias = GoOn | GoBack | StartBreak | EndBreak | CloseWorkshop | CloseUnfinished
Event: TypeAlias = WentTo | BreakStarted | BreakEnded | ClosedUnfinished | WorkshopClosed


def takes(request: Request[object]) -> TypeGuard[Request[Command]]:
    return isinstance(request.command, Command)


def decide(
    state: State, request: Request[Command], missing: tuple[str, ...] = ()
) -> Sequence[Event] | Refused:
    """`missing` is what keeps the workshop from being finished."""
    if not may(request.seat, "lead"):
        return Refused("may_not")
    match request.command:
        case GoOn():
            return go(state, request.activity, step=1)
        case GoBack():
            return go(state, request.activity, step=-1)
        case StartBreak(minutes):
            return Refused("not_now") if state.break_ends else [BreakStarted(request.at + 60 * minutes)]
        case EndBreak():
            return [BreakEnded()] if state.break_ends else Refused("not_now")
        case CloseWorkshop():
            return Refused("not_finished", missing) if missing else [closed(missing)]
        case CloseUnfinished():
            return [closed(missing)]
        case _:
            assert_never(request.command)


def go(state: State, current: str, *, step: int) -> Sequence[Event] | Refused:
    if current != state.current:
        return Refused("moved_on")
    places = ("", *state.order)
    place = places.index(current) + step
    if place < 0:
        return Refused("first_step")
    return [WentTo(places[place])] if place < len(places) else Refused("last_step")


def closed(missing: tuple[str, ...]) -> Event:
    return ClosedUnfinished() if missing else WorkshopClosed()


def evolve(state: State, event: Event) -> State:
    match event:
        case WentTo(activity):
            return replace(state, current=activity, break_ends=0)
        case BreakStarted(ends):
            return replace(state, break_ends=ends)
        case BreakEnded():
            return replace(state, break_ends=0)
        case ClosedUnfinished():
            return replace(state, closed=True, break_ends=0)
        case WorkshopClosed():
            return replace(state, closed=True, finished=True, break_ends=0)
        case _:
            assert_never(event)


def show(state: State) -> View:
    return {"current": state.current, "break_ends": state.break_ends, "closed": state.closed}
