"""Closing: what is put aside and why, when people hear next, and what only a person can say is done."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from talko.core.template import ClosingRule

PutAside: TypeAlias = Literal["later", "part_of", "not_ours", "no"]
Report: TypeAlias = Literal["done", "doing", "late", "not_done", "keep", "change", "stop", "spread"]

# Nobody but a person in the room can know these: whoever leads says that it is so.
ATTESTED: tuple[ClosingRule, ...] = (
    "results_returned_to_place", "names_removed", "sensitive_text_deleted", "answer_in_preferred_form",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Parked:
    decision: PutAside
    reason: str
    lang: str
    owner: str = ""  # a name
    target: str = ""  # the record or thing it is part of


@dataclass(frozen=True, slots=True)
class Contact:
    date: str  # 2026-11-19
    time: str
    place: str
    what: str


@dataclass(frozen=True, slots=True)
class Reported:
    report: Report
    note: str
    lang: str


@dataclass(frozen=True, slots=True)
class State:
    parked: Mapping[str, Parked] = field(default_factory=dict)  # by the id of what was not taken
    contact: Contact | None = None
    attested: frozenset[ClosingRule] = frozenset()
    reported: Mapping[str, Reported] = field(
        default_factory=dict
    )  # by the id of what was brought from last time


@dataclass(frozen=True, slots=True)
class Park:
    item: str
    decision: PutAside
    reason: str
    lang: str
    owner: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True)
class Unpark:
    item: str


@dataclass(frozen=True, slots=True)
class SetContact:
    date: str
    time: str = ""
    place: str = ""
    what: str = ""


@dataclass(frozen=True, slots=True)
class Attest:
    rule: ClosingRule
    holds: bool


@dataclass(frozen=True, slots=True)
class ReportItem:
    """What became of something that was agreed last time."""

    card: str
    report: Report
    note: str = ""
    lang: str = ""


Command: TypeAlias = Park | Unpark | SetContact | Attest | ReportItem


@dataclass(frozen=True, slots=True)
class ItemParked:
    """`parking` is the id of the command, under which its words are kept."""

    parking: str
    item: str
    decision: PutAside
    reason: str
    lang: str
    owner: str
    target: str


@dataclass(frozen=True, slots=True)
class ItemUnparked:
    item: str


@dataclass(frozen=True, slots=True)
class ContactSet:
    contact: str  # the id of the command, under which its words are kept
    date: str
    time: str
    place: str
    what: str


@dataclass(frozen=True, slots=True)
class RuleAttested:
    rule: ClosingRule
    holds: bool


@dataclass(frozen=True, slots=True)
class ItemReported:
    reporting: str  # the id of the command, under which its words are kept
    card: str
    report: Report
    note: str
    lang: str


Event: TypeAlias = ItemParked | ItemUnparked | ContactSet | RuleAttested | ItemReported
