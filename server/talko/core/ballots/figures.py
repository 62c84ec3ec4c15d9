"""Figures as they are told: exact until the end, then rounded half away from zero."""

from collections.abc import Mapping
from fractions import Fraction
from math import copysign, floor
from statistics import median as middle
from typing import TypeAlias

Counts: TypeAlias = Mapping[str, int]  # how many gave each number


def given(counts: Counts) -> int:
    return sum(counts.values())


def total(counts: Counts) -> int:
    return sum(int(number) * n for number, n in counts.items())


def mean(counts: Counts) -> Fraction:
    return Fraction(total(counts), given(counts))


def median(counts: Counts) -> Fraction:
    """Between two middle ones, half way."""
    exact: Fraction = middle(Fraction(number) for number, n in counts.items() for _ in range(n))
    return exact


def share(counts: Counts, numbers: range) -> Fraction:
    """Of all that were given, those that are one of these numbers."""
    return Fraction(sum(n for number, n in counts.items() if int(number) in numbers), given(counts))


def two(value: Fraction) -> float:
    return rounded(value, 2)


def three(value: Fraction) -> float:
    return rounded(value, 3)


def rounded(value: Fraction, decimals: int) -> float:
    whole = floor(abs(value) * 10**decimals + Fraction(1, 2))
    return copysign(whole / 10**decimals, value)
