"""A round: one opening of a vote, a survey or a consent, with a box of its own until it is revealed."""

from dataclasses import dataclass
from typing import Generic, TypeAlias, TypeVar

from talko.core import life

T = TypeVar("T")


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
