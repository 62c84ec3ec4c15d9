"""The document: all that a plan says, once, in one language. Every paper is made from it and nothing else."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from talko.papers.results import Consent, Survey, Vote
from talko.papers.said import Said, Saying

Kind: TypeAlias = Literal["action", "pilot", "response"]
Thing: TypeAlias = Literal["need", "idea", "card", "action", "pilot", "response", "brought", "gone"]


@dataclass(frozen=True, slots=True)
class Side:
    id: str
    name: str
    n: int


@dataclass(frozen=True, slots=True)
class People:
    """By side only where that may be told."""

    came: int
    left: int
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Card:
    text: Said
    feeling: str
    nickname: str


@dataclass(frozen=True, slots=True)
class Why:
    """A knot of the thread from needs through ideas and pilots to actions, and what it rests on."""

    id: str
    kind: Thing
    name: Said
    cards: tuple[Card, ...]
    because: tuple["Why", ...]


@dataclass(frozen=True, slots=True)
class Owner:
    """By the name they chose."""

    name: str
    accepted: bool
    outside: bool


@dataclass(frozen=True, slots=True)
class Fact:
    """A field of a record; `date` where it is a day."""

    field: str
    term: str
    said: Said
    date: str


@dataclass(frozen=True, slots=True)
class Entry:
    """What was told of it since: by its owner, or confirmed by its follower."""

    day: str
    part: Literal["owner", "follower"]
    status: Saying
    note: Said


@dataclass(frozen=True, slots=True)
class Moved:
    """A new day; the one before stays in sight."""

    day: str
    before: str
    due: str
    reason: Said


@dataclass(frozen=True, slots=True)
class Heard:
    """How and when people heard of it."""

    how: Said
    when: str


@dataclass(frozen=True, slots=True)
class Decided:
    """What became of a pilot after its review."""

    day: str
    decision: Saying
    reason: Said
    place: str


@dataclass(frozen=True, slots=True)
class Record:
    """An action, a pilot or a response. `status` is the follower's last word, else what was agreed."""

    id: str
    kind: Kind
    n: int
    title: Said
    status: Saying
    status_since: str
    late: bool
    owner: Owner | None
    helpers: tuple[str, ...]
    follower: str
    due: str
    review: str
    facts: tuple[Fact, ...]
    told: tuple[Entry, ...]
    moved: tuple[Moved, ...]
    heard: tuple[Heard, ...]
    decided: tuple[Decided, ...]
    because: tuple[Why, ...]


@dataclass(frozen=True, slots=True)
class Parked:
    """What was put aside, and why; `part_of` is what takes it up."""

    name: Said
    decision: Saying
    reason: Said
    owner: str
    part_of: Said


@dataclass(frozen=True, slots=True)
class Reported:
    """What became of what was agreed last time."""

    text: Said
    report: Saying
    note: Said


@dataclass(frozen=True, slots=True)
class Asked:
    text: Said
    answer: Said
    open: bool


@dataclass(frozen=True, slots=True)
class Pending:
    """What waits for an answer, until a day."""

    proposal: Said
    until: str


@dataclass(frozen=True, slots=True)
class Pile:
    name: Said
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Wall:
    """What people wrote in one step."""

    id: str
    prompt: Said
    piles: tuple[Pile, ...]


@dataclass(frozen=True, slots=True)
class Word:
    word: Said
    plain: Said


@dataclass(frozen=True, slots=True)
class Target:
    """What the evaluation was to reach."""

    question: Said
    aim: float
    mean: float | None
    met: bool


@dataclass(frozen=True, slots=True)
class Contact:
    """When and how people hear again."""

    date: str
    time: str
    place: str
    what: str


@dataclass(frozen=True, slots=True)
class Tick:
    """What had to be there at the end."""

    rule: Saying
    holds: bool


@dataclass(frozen=True, slots=True)
class Document:
    format: Literal["talko.plan.1"]
    lang: str
    address: str
    title: Said
    question: Said
    promise: Said
    decide: Said
    date: str
    start: str
    place: Said
    finished: bool
    missing: tuple[str, ...]
    people: People
    next_contact: Contact | None
    records: tuple[Record, ...]
    consents: tuple[Consent, ...]
    passed_over: tuple[Said, ...]
    votes: tuple[Vote, ...]
    surveys: tuple[Survey, ...]
    evaluation: tuple[Target, ...]
    parked: tuple[Parked, ...]
    reported: tuple[Reported, ...]
    questions: tuple[Asked, ...]
    pending: tuple[Pending, ...]
    written: tuple[Wall, ...]
    brought: tuple[Pile, ...]
    words: tuple[Word, ...]
    rules: tuple[Said, ...]
    ticks: tuple[Tick, ...]
    support: Said
    legal_basis: str
    kept: tuple[str, ...]


def of_kind(document: Document, kind: Kind) -> list[Record]:
    return [each for each in document.records if each.kind == kind]


def title_of(document: Document, id: str) -> Said | None:
    return next((each.title for each in document.records if each.id == id), None)
