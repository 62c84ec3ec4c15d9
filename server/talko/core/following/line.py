"""What was told of a record when the workshop was over: by its day and a part, never by a name."""

from dataclasses import dataclass, field, replace
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
    entry: str = ""  # under which its words are kept
    removed: bool = False  # its words, by who leads: a name stood in them


@dataclass(frozen=True, slots=True)
class Moved:
    """A new day: the one before stays in sight, with the reason."""

    day: str
    part: Part
    before: str  # "" where there was none
    due: str
    reason: str
    lang: str
    entry: str = ""  # under which its words are kept
    removed: bool = False  # its words, by who leads: a name stood in them


@dataclass(frozen=True, slots=True)
class Heard:
    """People heard of it: how, and on which day."""

    day: str
    part: Part
    how: str
    when: str
    lang: str
    entry: str = ""  # under which its words are kept
    removed: bool = False  # its words, by who leads: a name stood in them


@dataclass(frozen=True, slots=True)
class Decided:
    """What becomes of a pilot; `place` is where it is done too, if it spreads."""

    day: str
    part: Part
    decision: Decision
    reason: str
    place: str
    lang: str
    entry: str = ""  # under which its words are kept
    removed: bool = False  # its words, by who leads: a name stood in them


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


def entries(followed: Followed) -> set[str]:
    every: list[Line | Moved | Heard | Decided] = [*followed.lines, *followed.moved]
    every += [*followed.heard, *followed.decided]
    return {each.entry for each in every if not each.removed}


def words(followed: Followed) -> list[tuple[str, str]]:
    """What people wrote, each with the id that it is kept under."""
    written = [
        *((each.entry, each.note) for each in followed.lines),
        *((each.entry, each.reason) for each in followed.moved),
        *((each.entry, each.how) for each in followed.heard),
        *((each.entry, f"{each.place} {each.reason}".strip()) for each in followed.decided),
    ]
    return [(entry, text) for entry, text in written if text]


def without_words(followed: Followed, entry: str) -> Followed:
    """The day, the part and the status stay."""
    return Followed(
        tuple(replace(it, note="", removed=True) if it.entry == entry else it for it in followed.lines),
        tuple(replace(it, reason="", removed=True) if it.entry == entry else it for it in followed.moved),
        tuple(replace(it, how="", removed=True) if it.entry == entry else it for it in followed.heard),
        tuple(
            replace(it, reason="", place="", removed=True) if it.entry == entry else it
            for it in followed.decided
        ),
    )


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
