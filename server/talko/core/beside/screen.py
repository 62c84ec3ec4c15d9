"""The screen, as whoever leads chose it for the room: calm, and with a second language under the first."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias, TypeGuard, assert_never

from talko.core.audience import Audience, View
from talko.core.people import Refused, Request, may


@dataclass(frozen=True, slots=True)
class State:
    langs: tuple[str, ...] = ()  # those of the workshop, the first one first
    calm: bool = False  # nothing moves, on the screen and on the phones
    also: str = ""  # the second language, "" for none


@dataclass(frozen=True, slots=True)
class SetScreen:
    calm: bool
    also: str


@dataclass(frozen=True, slots=True)
class ScreenSet:
    calm: bool
    also: str


Command: TypeAlias = SetScreen
Event: TypeAlias = ScreenSet


def takes(request: Request[object]) -> TypeGuard[Request[Command]]:
    return isinstance(request.command, Command)


def decide(state: State, request: Request[Command]) -> Sequence[Event] | Refused:
    if not may(request.seat, "tend"):
        return Refused("may_not")
    wished = request.command
    if wished.also and wished.also not in state.langs[1:]:
        return Refused("not_a_choice")
    is_so = (state.calm, state.also) == (wished.calm, wished.also)
    return [] if is_so else [ScreenSet(wished.calm, wished.also)]


def evolve(state: State, event: Event) -> State:
    return replace(state, calm=event.calm, also=event.also)


def show(state: State, audience: Audience) -> View:
    """Only what was chosen; a phone has a language of its own."""
    calm: View = {"calm": True} if state.calm else {}
    also: View = {"also": state.also} if state.also in state.langs[1:] else {}
    match audience:
        case Audience.PHONE:
            told = calm
        case Audience.SCREEN | Audience.CONSOLE:
            told = {**calm, **also}
        case _:
            assert_never(audience)
    return {"screen": told} if told else {}
