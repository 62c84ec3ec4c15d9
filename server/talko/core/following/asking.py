"""What can be told of a record when the workshop is over, and what the log keeps of it: by day and part."""

from dataclasses import dataclass
from typing import TypeAlias

from talko.core.following.line import Decision, Part, Status, Told


@dataclass(frozen=True, slots=True)
class Tell:
    """By its owner. It is told, and does not count as followed."""

    record: str
    status: Told
    note: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Confirm:
    """By its follower alone. The last one decides."""

    record: str
    status: Status
    note: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class MoveDue:
    record: str
    due: str
    reason: str
    lang: str


@dataclass(frozen=True, slots=True)
class TellPeople:
    """That people heard of it."""

    record: str
    how: str
    when: str
    lang: str


@dataclass(frozen=True, slots=True)
class DecidePilot:
    """After its review."""

    record: str
    decision: Decision
    reason: str
    lang: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class RemoveWords:
    """By who leads, where a name stands in what was told. For good."""

    record: str
    entry: str


Telling: TypeAlias = Tell | Confirm | MoveDue | TellPeople | DecidePilot
Command: TypeAlias = Telling | RemoveWords


@dataclass(frozen=True, slots=True)
class ProgressTold:
    """`entry` is the id of the command, under which its words are kept."""

    entry: str
    record: str
    day: str
    status: Told
    note: str
    lang: str


@dataclass(frozen=True, slots=True)
class ProgressConfirmed:
    entry: str
    record: str
    day: str
    status: Status
    note: str
    lang: str


@dataclass(frozen=True, slots=True)
class DueMoved:
    entry: str
    record: str
    day: str
    part: Part
    before: str
    due: str
    reason: str
    lang: str


@dataclass(frozen=True, slots=True)
class PeopleHeard:
    entry: str
    record: str
    day: str
    part: Part
    how: str
    when: str
    lang: str


@dataclass(frozen=True, slots=True)
class PilotDecided:
    entry: str
    record: str
    day: str
    part: Part
    decision: Decision
    reason: str
    place: str
    lang: str


@dataclass(frozen=True, slots=True)
class WordsRemoved:
    entry: str
    record: str


Event: TypeAlias = ProgressTold | ProgressConfirmed | DueMoved | PeopleHeard | PilotDecided | WordsRemoved
