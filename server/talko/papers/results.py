"""The results of a document: votes, surveys and consents, in numbers that are told to anybody."""

from dataclasses import dataclass
from typing import Literal

from talko.papers.said import Said, Saying


@dataclass(frozen=True, slots=True)
class Count:
    id: str
    name: str
    n: int


@dataclass(frozen=True, slots=True)
class Mean:
    id: str
    name: str
    mean: float | None


@dataclass(frozen=True, slots=True)
class OfSide:
    """A number, or, where some sides are small, a rank alone."""

    id: str
    name: str
    number: float | None
    rank: int | None


@dataclass(frozen=True, slots=True)
class Option:
    name: Said
    rank: int | None
    goes_on: bool
    number: float | None
    means: tuple[Mean, ...]
    by_side: tuple[OfSide, ...]
    before: int | None


@dataclass(frozen=True, slots=True)
class Vote:
    """`ballots` and every number are None where fewer than five people answered."""

    id: str
    round: int
    prompt: Said
    method: Literal["dots", "rank", "rate"]
    highest: float  # of the scale, where things are rated; else 0
    ballots: int | None
    run_off: bool
    compared: bool
    order_only: bool
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Question:
    id: str
    text: Said
    kind: Literal["scale", "choice", "text"]
    n: int
    mean: float | None
    counts: tuple[Count, ...]
    by_side: tuple[OfSide, ...]
    aim: float | None
    met: bool
    texts: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Survey:
    id: str
    round: int
    prompt: Said
    about: Said
    ballots: int | None
    floors: tuple[Mean, ...]
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Round:
    n: int
    result: Saying
    until: str
    changed: Said
    ballots: int | None
    supports: tuple[Count, ...]
    concerns: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Consent:
    """`record` is the id of the record that was asked about, if it is one."""

    id: str
    prompt: Said
    proposal: Said
    record: str
    result: Saying
    rounds: tuple[Round, ...]
