"""Whether the sides agree about an option: a word for their numbers, where these are told at all."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Literal, TypeAlias

from talko.core import template
from talko.core.ballots.count_votes import score
from talko.core.ballots.tally import BySide, Detail
from talko.core.people import Side

Agreement: TypeAlias = Literal["agree", "differ", ""]  # "" says neither

DIFFER = Fraction(25, 100)  # so far apart at least
AGREE = Fraction(8, 100)  # closer than this


def agreement(vote: template.Vote, told: BySide, option: str) -> Agreement:
    """From the numbers that are told and nothing else, so that it tells nothing more than they do."""
    if told.told is not Detail.EXACT:
        return ""
    shares = ratings(vote, told, option) if told.ratings else dots(told, option)
    return between(shares) if len(shares) == len(told.ratings or told.dots) else ""


def between(shares: Mapping[Side, Fraction]) -> Agreement:
    if len(shares) < 2:
        return ""
    gap = max(shares.values()) - min(shares.values())
    if gap >= DIFFER:
        return "differ"
    return "agree" if gap < AGREE else ""


def dots(told: BySide, option: str) -> Mapping[Side, Fraction]:
    """How much of all that a side gave went to this one."""
    sums = {side: sum(its.values()) for side, its in told.dots.items()}
    return {side: Fraction(told.dots[side].get(option, 0), n) for side, n in sums.items() if n}


def ratings(vote: template.Vote, told: BySide, option: str) -> Mapping[Side, Fraction]:
    """How far along the scale it is; none of a side that did not rate it."""
    low, high = vote.scale
    rated = {side: its[option] for side, its in told.ratings.items() if its.get(option)}
    scores = {
        side: score(vote, {id: Fraction(each.total, each.n) for id, each in sums.items()})
        for side, sums in rated.items()
    }
    return {side: (each - low) / (high - low) for side, each in scores.items()}
