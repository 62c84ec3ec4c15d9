"""Plan: what is done, by whom, and who follows it up. Written together, on the wall, by the last wording shown."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from talko.core import life, template
from talko.core.life import Close, Extend, Life, Open, Reveal
from talko.core.record import Part, Record


@dataclass(frozen=True, slots=True)
class State:
    id: str
    settings: template.Plan
    minutes: int = 0
    life: Life = field(default_factory=Life)
    records: Mapping[str, Record] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AddRecord:
    sources: tuple[str, ...]
    what: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class SetSources:
    record: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WriteField:
    """By whose hands may fill the record: shown at once. A date is 2026-10-08, a choice its key; "" empties it."""

    record: str
    field: str
    text: str
    lang: str = ""


@dataclass(frozen=True, slots=True)
class ProposeWording:
    record: str
    field: str
    text: str
    lang: str


@dataclass(frozen=True, slots=True)
class UseWording:
    """One that was proposed, or an earlier one again."""

    record: str
    wording: str


@dataclass(frozen=True, slots=True)
class TakeOn:
    """On one's own phone: accepted by that, also what was named aloud before."""

    record: str
    part: Part
    name: str


@dataclass(frozen=True, slots=True)
class LetGo:
    """On one's own phone."""

    record: str
    part: Part


@dataclass(frozen=True, slots=True)
class NameFor:
    """Said aloud, typed by whoever writes the record; "" takes the owner or follower away."""

    record: str
    part: Part
    name: str
    outside: bool = False


@dataclass(frozen=True, slots=True)
class RemoveHelper:
    record: str
    helper: str


@dataclass(frozen=True, slots=True)
class AcceptAloud:
    """The owner said yes before all; ticked by whoever leads or helps to lead."""

    record: str


@dataclass(frozen=True, slots=True)
class DropRecord:
    record: str
    reason: str


Command: TypeAlias = (
    AddRecord | SetSources | WriteField | ProposeWording | UseWording | TakeOn | LetGo | NameFor | RemoveHelper
    | AcceptAloud | DropRecord | Open | Close | Reveal | Extend
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class RecordAdded:
    record: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourcesSet:
    record: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FieldWritten:
    """`wording` is the id of the command; of a new record's `what`, that of the record."""

    record: str
    wording: str
    field: str
    text: str
    lang: str


@dataclass(frozen=True, slots=True)
class WordingProposed:
    record: str
    wording: str
    field: str
    text: str
    lang: str


@dataclass(frozen=True, slots=True)
class WordingUsed:
    record: str
    wording: str


@dataclass(frozen=True, slots=True)
class TakenOn:
    """`naming` is the id of the command, under which the name is kept apart from the log."""

    record: str
    part: Part
    naming: str
    name: str
    person: str
    accepted: bool
    outside: bool


@dataclass(frozen=True, slots=True)
class LetGoOf:
    record: str
    part: Part
    naming: str  # of a helper; "" for owner and follower


@dataclass(frozen=True, slots=True)
class OwnerAccepted:
    record: str


@dataclass(frozen=True, slots=True)
class RecordDropped:
    record: str
    reason: str


Event: TypeAlias = (
    RecordAdded | SourcesSet | FieldWritten | WordingProposed | WordingUsed | TakenOn | LetGoOf | OwnerAccepted
    | RecordDropped | life.Event
)  # fmt: skip
