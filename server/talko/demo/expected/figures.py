"""Numbers as they are published: exact until the end, then rounded half away from zero."""

import math
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from statistics import median as middle


def mean(values: Sequence[int]) -> Fraction:
    return Fraction(sum(values), len(values))


def median(values: Sequence[int]) -> float:
    exact: Fraction = middle(map(Fraction, values))
    return two(exact)


def share(part: int, whole: int) -> float:
    return rounded(Fraction(part, whole), 3)


def two(value: Fraction) -> float:
    return rounded(value, 2)


def rounded(value: Fraction, decimals: int) -> float:
    whole = math.floor(abs(value) * 10**decimals + Fraction(1, 2))
    shown: float = math.copysign(whole, value) / 10**decimals
    return shown


def spread(values: Iterable[int], scale: Iterable[int]) -> dict[int, int]:
    """How many chose each value, from the lowest to the highest."""
    chosen = list(values)
    return {value: chosen.count(value) for value in scale}


def groups(totals: Mapping[str, Fraction]) -> list[list[str]]:
    """The options from most to least; those that are equal stand together, in the order of the list."""
    amounts = sorted(set(totals.values()), reverse=True)
    return [[option for option, total in totals.items() if total == amount] for amount in amounts]


def cut(order: Sequence[Sequence[str]], seats: int) -> tuple[list[str], list[str]]:
    """Who goes on, and between whom a run-off is needed. Equals all go on if that adds at most one."""
    taken: list[str] = []
    for equals in order:
        if len(taken) >= seats:
            break
        if len(taken) + len(equals) > seats + 1:
            return taken, list(equals)
        taken += equals
    return taken, []


def top(order: Sequence[Sequence[str]], seats: int) -> list[list[str]]:
    """The groups of equal rank down to the cut, the one that crosses it whole."""
    before = [sum(map(len, order[:place])) for place in range(len(order))]
    return [list(equals) for equals, above in zip(order, before, strict=True) if above < seats]
