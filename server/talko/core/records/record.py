"""A record: an action, a pilot or a response, with a named owner, and somebody else who follows it up."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from talko.core.audience import Json, Shown, View
from talko.core.template import FIELDS, RecordKind

Part: TypeAlias = Literal["owner", "follower", "helper"]

TEXTS = ("what", "first_step", "follow_how", "told_how", "for_whom", "where", "when", "prediction", "measure",
         "stop_if", "reason")  # fmt: skip
DATES = ("due", "start", "end", "review_date", "told_when")  # 2026-10-08
CHOICES: Mapping[RecordKind, Mapping[str, tuple[str, ...]]] = {
    "action": {"reach": ("own", "team", "network")},
    "pilot": {"decision": ("keep", "change", "stop", "spread")},
    "response": {"decision": ("done", "doing", "not_doing", "not_ours")},
}
NOT_WRITTEN = ("owner", "owner_accepted", "helpers", "follower", "sources", "heard", "status")
TITLES: Mapping[RecordKind, str] = {"action": "what", "pilot": "what", "response": "reason"}


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody by the name they chose. `person` is who they are in the lobby, "" where it was said aloud."""

    name: str
    person: str = ""
    accepted: bool = False
    outside: bool = False  # not in the room: their acceptance is pending
    naming: str = ""  # the id of the command, under which the name is kept


@dataclass(frozen=True, slots=True)
class Wording:
    """`field` as somebody wrote or proposed it. Its id is that of the command."""

    field: str
    text: str
    lang: str
    proposed: bool = False  # waits for whoever writes the record


@dataclass(frozen=True, slots=True)
class Record:
    id: str
    kind: RecordKind
    sources: tuple[str, ...] = ()  # ids of what it comes from, or "field", "previous", "feedback"
    wordings: Mapping[str, Wording] = field(default_factory=dict)  # the whole history
    shown: Mapping[str, str] = field(default_factory=dict)  # field -> wording
    owner: Named | None = None
    follower: Named | None = None
    helpers: Mapping[str, Named] = field(default_factory=dict)  # by the id of the command that named them
    dropped: str = ""  # the reason


def writable(kind: RecordKind) -> tuple[str, ...]:
    """The fields that are written as text, date or choice; a pilot also says at what hours."""
    written = tuple(each for each in FIELDS[kind] if each not in NOT_WRITTEN)
    return (*written, "when") if kind == "pilot" else written


def said(record: Record, name: str) -> Wording | None:
    """How a field stands now; none where it was never written, or was emptied."""
    wording = record.wordings.get(record.shown.get(name, ""))
    return wording if wording and wording.text else None


def text_of(record: Record, name: str) -> str:
    wording = said(record, name)
    return wording.text if wording else ""


def title(record: Record) -> str:
    return text_of(record, TITLES[record.kind])


def title_lang(record: Record) -> str:
    wording = said(record, TITLES[record.kind])
    return wording.lang if wording else ""


def waiting(record: Record) -> dict[str, Wording]:
    """Wordings that were proposed, while nobody chose between them."""
    return {id: each for id, each in record.wordings.items() if each.proposed}


def show_record(record: Record, _: Shown) -> View:
    sources: Json = list(record.sources)
    proposed = show_wordings("proposed", waiting(record))
    return {
        "sources": sources,
        **show_fields(record),
        **show_people(record),
        **proposed,
        **show_status(record),
    }


def show_with_history(record: Record, shown: Shown) -> View:
    """For the console: also every earlier wording."""
    return {**show_record(record, shown), **show_wordings("history", record.wordings)}


def show_fields(record: Record) -> View:
    written = {name: said(record, name) for name in writable(record.kind)}
    return {name: show_wording(each) for name, each in written.items() if each}


def show_wording(wording: Wording) -> Json:
    return {"text": wording.text, "lang": wording.lang} if wording.field in TEXTS else wording.text


def show_people(record: Record) -> View:
    """By the names they chose. Who they are in the room stands in no view."""
    owner, follower = record.owner, record.follower
    accepted: View = {"owner_accepted": True} if owner and owner.accepted else {}
    outside: View = {"owner_outside": True} if owner and owner.outside else {}
    helpers: View = {id: each.name for id, each in record.helpers.items()}
    return {
        **({"owner": owner.name} if owner else {}),
        **accepted,
        **outside,
        **({"follower": follower.name} if follower else {}),
        **({"helpers": helpers} if helpers else {}),
    }


def show_wordings(part: str, wordings: Mapping[str, Wording]) -> View:
    every: View = {
        id: {"field": each.field, "text": each.text, "lang": each.lang} for id, each in wordings.items()
    }
    return {part: every} if every else {}


def show_status(record: Record) -> View:
    """A pilot's status is what the consent on it came to, which is not known here."""
    if record.dropped:
        return {"dropped": record.dropped}
    return {"status": "open"} if record.kind == "action" else {}
