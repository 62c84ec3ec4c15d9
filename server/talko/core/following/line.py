"""What was told of a record when the workshop was over: by its day and a part, never by a name."""

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Part: TypeAlias = Literal["owner", "follower"]
Told: TypeAlias = Literal["doing", "done", "not_done"]
Status: TypeAlias = Literal["doing", "done", "late", "not_done"]
Decision: TypeAlias = Literal["keep", "change", "stop", "spread"]


@dataclass(frozen=True, slots=True)
class Line:
    day: str
    part: Part
    status: Status
    note: str
    lang: str


@dataclass(frozen=True, slots=True)
class Moved:
    """A new day: the one before stays in sight, with the reason."""

    day: str
    part: Part
    before: str  # "" where there was none
    due: str
    reason: str
    lang: str


@dataclass(frozen=True, slots=True)
class Heard:
    """People heard of it: how, and on which day."""

    day: str
    part: Part
    how: str
    when: str
    lang: str


@dataclass(frozen=True, slots=True)
class Decided:
    """What becomes of a pilot; `place` is where it is done too, if it spreads."""

    day: str
    part: Part
    decision: Decision
    reason: str
    place: str
    lang: str


@dataclass(frozen=True, slots=True)
class Followed:
    """Of one record, the first of each first."""

    lines: tuple[Line, ...] = field(default=())
    moved: tuple[Moved, ...] = ()
    heard: tuple[Heard, ...] = ()
    decided: tuple[Decided, ...] = ()

    def __len__(self) -> int:
        return sum(map(len, (self.lines, self.moved, self.heard, self.decided)))


NOTHING = Followed()


def status(followed: Followed) -> str:
    """Only what the follower says counts, and the last of it; "" while they have said nothing."""
    confirmed = confirmed_lines(followed)
    return confirmed[-1].status if confirmed else ""


def confirmed_lines(followed: Followed) -> list[Line]:
    return [each for each in followed.lines if each.part == "follower"]


def due(first: str, followed: Followed) -> str:
    """The day as it stands now."""
    return followed.moved[-1].due if followed.moved else first


def is_late(due: str, status: str, today: str) -> bool:
    """Never an event: the day has passed, and the follower has not said that it is over."""
    return status == "late" or (bool(due) and due < today and status not in ("done", "not_done"))
