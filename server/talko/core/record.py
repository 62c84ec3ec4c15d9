"""A record: an action, a pilot or a response, with a named owner, and somebody else who follows it up."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from talko.core.template import RecordKind

Part: TypeAlias = Literal["owner", "follower", "helper"]

TEXTS = ("what", "first_step", "follow_how", "told_how", "for_whom", "where", "when", "prediction", "measure",
         "stop_if", "reason")  # fmt: skip
DATES = ("due", "start", "end", "review_date", "told_when")  # 2026-10-08
CHOICES: Mapping[RecordKind, Mapping[str, tuple[str, ...]]] = {
    "action": {"reach": ("own", "team", "network")},
    "pilot": {"decision": ("keep", "change", "stop", "spread")},
    "response": {"decision": ("done", "doing", "not_doing", "not_ours")},
}


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody by the name they chose. `person` is who they are in the lobby, "" where only a name was said."""

    name: str
    person: str = ""
    accepted: bool = False
    outside: bool = False  # not in the room: their acceptance is pending


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
