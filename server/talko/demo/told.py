"""What stands in the file of an example, as it is written there."""

from __future__ import annotations

from typing import Any, NotRequired, TypeAlias, TypedDict

Texts: TypeAlias = "dict[str, str]"  # by language
Support: TypeAlias = "int | str"  # 0 … 5, or need_time
Answer: TypeAlias = "int | str"


class Person(TypedDict):
    id: str
    name: str
    role: str
    join: str  # qr, code, helper, shared_tablet
    lang: str


class FieldCard(TypedDict):
    id: str
    text: str
    lang: str
    feeling: int
    place: str
    date: str  # 2026-09-24
    collector: str
    permission: bool
    theme: NotRequired[str]


class Written(TypedDict):
    """A card of a collect, and what becomes of it."""

    id: str
    by: str
    text: str
    about: NotRequired[str]
    lang: NotRequired[str]
    status: NotRequired[str]  # hidden, withdrawn
    hidden_reason: NotRequired[str]
    theme: NotRequired[str]
    merged_into: NotRequired[str]


class Note(TypedDict):
    id: str
    text: str
    table: NotRequired[int]
    lang: NotRequired[str]
    by: NotRequired[str]  # where a table's own people write; else it is the host
    theme: NotRequired[str]


class Theme(TypedDict):
    id: str
    name: str


class Ballot(TypedDict):
    by: str
    dots: NotRequired[dict[str, int]]
    ratings: NotRequired[dict[str, dict[str, int]]]
    earlier: NotRequired[dict[str, int]]  # the dots before somebody thought again


class Level(TypedDict):
    by: str
    level: Support


class Concern(TypedDict):
    by: str
    text: str


class Round(TypedDict):
    round: int
    proposal: NotRequired[str]
    change: NotRequired[str]
    ballots: list[Level]
    concerns: list[Concern]
    decide_by: NotRequired[str]
    after_session: NotRequired[str]


class Answers(TypedDict):
    by: str
    answers: dict[str, Answer]


Record: TypeAlias = "dict[str, Any]"  # its fields, and who took it on, by the ids of the file


class Parked(TypedDict):
    id: str
    decision: str
    reason: str
    owner: NotRequired[str]
    target: NotRequired[str]


class Contact(TypedDict):
    date: str
    time: str
    place: str
    what: str


class Activity(TypedDict, total=False):
    cards: list[Written]
    notes: list[Note]
    themes: list[Theme]
    ballots: list[Ballot]
    records: list[Record]
    rounds: list[Round]
    parked: list[Parked]
    next_contact: Contact
    item: str
    answers: dict[str, Answer] | list[Answers]


class Question(TypedDict):
    id: str
    by: str
    text: str
    answer: str | None
    open: NotRequired[bool]


class Flagged(TypedDict):
    word: str
    count: int
    plain: str


class Event(TypedDict):
    t: str  # 13:17:40
    type: str
    who: NotRequired[str]
    card: NotRequired[str]
    activity: NotRequired[str]
    minutes: NotRequired[int]


class FollowUp(TypedDict):
    """What a follower says of an action, weeks later."""

    date: str
    action: str
    status: str
    by: str
    note: str
