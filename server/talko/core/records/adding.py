"""Adding a record, what it comes from, and dropping it with a reason."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias, assert_never

from talko.core.people import Refused, Request
from talko.core.records.record import Record, Wording
from talko.core.records.wording import FieldWritten, cannot_say
from talko.core.template import RecordKind

MAX_REASON = 300


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
class DropRecord:
    record: str
    reason: str


@dataclass(frozen=True, slots=True)
class RecordAdded:
    record: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourcesSet:
    record: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RecordDropped:
    record: str
    reason: str


Event: TypeAlias = RecordAdded | SourcesSet | RecordDropped


@dataclass(frozen=True, slots=True)
class Sources:
    """The ids of what was handed to the plan, and of all else that a record may come from: nothing hidden."""

    given: Collection[str]
    others: Collection[str] = ()

    def have(self, ids: Collection[str]) -> bool:
        return {*ids} <= {*self.given, *self.others}


def add(
    kind: RecordKind, request: Request[object], wish: AddRecord
) -> Sequence[RecordAdded | FieldWritten] | Refused:
    id, what = request.id, wish.what.strip()
    added = RecordAdded(id, once(wish.sources))
    if not what:
        return [added]
    refused = cannot_say(Record(id, kind), Wording("what", what, wish.lang), request.today)
    return refused or [added, FieldWritten(id, id, "what", what, wish.lang)]


def set_sources(wish: SetSources, sources: Sources) -> Sequence[Event] | Refused:
    """Nothing is its own reason."""
    rests = sources.have(wish.sources) and wish.record not in wish.sources
    return [SourcesSet(wish.record, once(wish.sources))] if rests else Refused("no_such_item")


def drop(wish: DropRecord) -> Sequence[Event] | Refused:
    reason = wish.reason.strip()
    if not reason:
        return Refused("reason_needed")
    return Refused("too_long") if len(reason) > MAX_REASON else [RecordDropped(wish.record, reason)]


def once(ids: Collection[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))


def evolve(record: Record, event: SourcesSet | RecordDropped) -> Record:
    match event:
        case SourcesSet(_, sources):
            return replace(record, sources=sources)
        case RecordDropped(_, reason):
            return replace(record, dropped=reason)
        case _:
            assert_never(event)
