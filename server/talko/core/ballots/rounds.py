"""A round: one opening of a vote, a survey or a consent, with a box of its own until it is revealed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeAlias, TypeVar

from talko.core import life
from talko.core.audience import View
from talko.core.ballots.ballot import Boxes, nullifier, show_choice
from talko.core.life import Close, Extend, Life, Open, Phase
from talko.core.people import Refused, Request, Seat

T = TypeVar("T")

MOST_ROUNDS = 20  # of one vote or survey


@dataclass(frozen=True, slots=True)
class Round(Generic[T]):
    id: str
    about: tuple[str, ...]  # ids of the options, of what is asked about, or of the one proposal
    tally: T | None = None  # from the reveal on
    wording: str = ""  # of a consent: how the proposal is worded, or what was changed in it
    lang: str = ""
    run_off: bool = False


Rounds: TypeAlias = dict[str, Round[T]]


@dataclass(frozen=True, slots=True)
class RoundOpened:
    """A new one, with an empty box. `life.Opened` opens a closed one again, with its box as it was."""

    round: str
    about: tuple[str, ...]
    ends: int
    run_off: bool = False


# Closed, Opened (again) and Extended are those of every activity
Event: TypeAlias = RoundOpened | life.Opened | life.Closed | life.Extended


@dataclass(frozen=True, slots=True)
class OpenRunOff:
    """A vote between those that were equal at the cut."""


def latest(rounds: Rounds[T]) -> Round[T] | None:
    return next(reversed(rounds.values()), None)


def cannot_begin(rounds: Rounds[T]) -> Refused | None:
    """All stay beside one another."""
    return Refused("enough_rounds") if len(rounds) >= MOST_ROUNDS else None


def has_box(now: Life) -> bool:
    """Open or closed, a round is not over. Before the first and after each reveal a new one may begin."""
    return now.phase in (Phase.OPEN, Phase.CLOSED)


def cannot_cast(seat: Seat, now: Life, rounds: Rounds[T], round: str) -> Refused | None:
    """A ballot names its round, so that one that comes late does not fall into the next box."""
    if refused := life.cannot_take_part(seat, "vote", now):
        return refused
    last = latest(rounds)
    return None if last and last.id == round else Refused("activity_closed")


def move(
    now: Life, request: Request[object], wish: Open | Close | Extend, minutes: int
) -> Sequence[life.Opened | life.Closed | life.Extended] | Refused:
    """What is closed opens again with its box as it was."""
    moved = life.move(now, request, wish, minutes)
    if isinstance(moved, Refused):
        return moved
    return [each for each in moved if not isinstance(each, life.Revealed)]


def new_round(
    request: Request[object], about: tuple[str, ...], minutes: int, *, run_off: bool = False
) -> RoundOpened:
    return RoundOpened(request.id, about, life.opened(request.at, minutes).ends, run_off)


def begun(rounds: Rounds[T], event: RoundOpened) -> Rounds[T]:
    return {**rounds, event.round: Round(event.round, event.about, run_off=event.run_off)}


def counted(rounds: Rounds[T], id: str, tally: T) -> Rounds[T]:
    return {**rounds, id: replace(rounds[id], tally=tally)}


def show_mine(rounds: Rounds[T], seat: Seat, boxes: Boxes) -> View:
    """One's own ballot, until its round is shown."""
    now = latest(rounds)
    box = boxes.get(now.id, {}) if now and not now.tally else {}
    mine = box.get(nullifier(seat.key, now.id)) if now else None
    return {"round": mine.round, "n": mine.n, "choice": show_choice(mine.choice)} if mine else {}
