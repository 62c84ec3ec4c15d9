"""Discuss: people listen, read or talk. Also how a step is done aloud that has no face of its own yet."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias, TypeGuard, assert_never

from talko.core import life
from talko.core.audience import View
from talko.core.life import Close, Extend, Life, Move, Open, Reveal
from talko.core.people import Refused, Request


@dataclass(frozen=True, slots=True)
class State:
    id: str
    kind: str  # "discuss", or the kind of the activity that is done aloud
    minutes: int = 0
    life: Life = field(default_factory=Life)


Command: TypeAlias = Move
Event: TypeAlias = life.Event


def takes(request: Request[object]) -> TypeGuard[Request[Command]]:
    return isinstance(request.command, Command)


def decide(state: State, request: Request[Command]) -> Sequence[Event] | Refused:
    match request.command:
        case Open() | Close() | Extend() as wish:
            return life.move(state.life, request, wish, state.minutes)
        case Reveal():
            return Refused("not_here")
        case _:
            assert_never(request.command)


def evolve(state: State, event: Event) -> State:
    return replace(state, life=life.live(state.life, event))


def show(state: State) -> View:
    return {"kind": state.kind, **life.show(state.life)}
