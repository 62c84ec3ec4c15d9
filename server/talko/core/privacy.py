"""Small groups: when people may be counted by side at all."""

from collections import Counter
from collections.abc import Iterable, Mapping

from talko.core.people import Side

ENOUGH = 5


def by_side(sides: Iterable[Side]) -> Mapping[Side, int]:
    """How many of each side, or nothing at all where one of them is so small that it names people."""
    counts = Counter(sides)
    if any(n < ENOUGH for n in counts.values()):
        return {}
    return {side: counts[side] for side in Side if counts[side]}  # a Counter's order tells who came first
