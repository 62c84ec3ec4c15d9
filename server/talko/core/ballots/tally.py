"""What a box came to. What a tally does not hold will never exist anywhere."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal, TypeAlias

from talko.core.ballots.figures import Counts
from talko.core.people import Side

Groups: TypeAlias = tuple[tuple[str, ...], ...]  # equal results stand together
Result: TypeAlias = Literal["accepted", "revise", "pending", "unresolved", "rejected", "differing"]


class Detail(StrEnum):
    """From the least careful to the most."""

    EXACT = "exact"
    ORDER_ONLY = "order_only"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Sum:
    """A mean before it is divided."""

    total: int
    n: int


@dataclass(frozen=True, slots=True)
class BySide:
    told: Detail = Detail.NONE
    dots: Mapping[Side, Mapping[str, int]] = field(default_factory=dict)  # by side and option
    ratings: Mapping[Side, Mapping[str, Mapping[str, Sum]]] = field(default_factory=dict)  # … and criterion
    order: Mapping[Side, Groups] = field(default_factory=dict)  # down to the cut, without a number


@dataclass(frozen=True, slots=True)
class VoteTally:
    ballots: int
    dots: Mapping[str, int]  # dots, or points of a ranking, by option; empty for a rating
    spread: Mapping[str, Mapping[str, Counts]]  # of a rating, by option and criterion
    rated: Mapping[str, int]  # how many rated the option
    order: Groups  # without what nobody chose
    selection: tuple[str, ...]
    run_off: tuple[str, ...]  # equal at the cut, and too many to go on without one
    by_side: BySide = field(default_factory=BySide)


@dataclass(frozen=True, slots=True)
class ItemTally:
    n: int  # without "na"
    counts: Counts  # by number or option, with "na" where somebody said so; empty for a text
    by_side: Mapping[Side, Sum] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SurveyTally:
    ballots: int
    items: Mapping[str, Mapping[str, ItemTally]]  # by what it is about (ALL) and question


@dataclass(frozen=True, slots=True)
class ConsentTally:
    ballots: int
    supports: Mapping[str, int]  # "0" … the highest, and "need_time" where it may be asked for
    result: Result
