"""Small groups: how much of each side may be told at all. Asked once, when something is counted."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from talko.core import template
from talko.core.ballots.tally import Detail
from talko.core.people import Side

ENOUGH = 5


@dataclass(frozen=True, slots=True)
class Care:
    """How careful a count must be."""

    below: int = ENOUGH  # a side of fewer is small
    at_most: Detail = Detail.EXACT  # what is shown together is judged together


def care(rules: template.Rules) -> Care:
    return Care(rules.suppress_below, Detail.EXACT if rules.breakdown == "side" else Detail.NONE)


def detail(sides: Iterable[Side], below: int) -> Detail:
    """From the side of each ballot, not of each person in the room. A side without a ballot is not small."""
    counts = Counter(sides)
    if all(n >= below for n in counts.values()):
        return Detail.EXACT
    if all(counts[side] >= below for side in (Side.USERS, Side.WORKERS)):
        return Detail.ORDER_ONLY  # with numbers, the total minus both sides would tell the few unknown ones
    return Detail.NONE


def strictest(details: Iterable[Detail]) -> Detail:
    return max(details, key=list(Detail).index)


def by_side(sides: Iterable[Side]) -> Mapping[Side, int]:
    """How many of each side, or nothing at all where one of them is so small that it names people."""
    counts = Counter(sides)
    if any(n < ENOUGH for n in counts.values()):
        return {}
    return {side: counts[side] for side in Side if counts[side]}  # a Counter's order tells who came first
