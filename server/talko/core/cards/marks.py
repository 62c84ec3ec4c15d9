"""What somebody wrote, in an activity or beside them all: found again by whoever holds the key alone."""

from collections.abc import Mapping, Sequence
from itertools import count, takewhile

from talko.core.card import Card
from talko.core.people import Mark, mark

MOST_TAKEN_BACK = 100  # or hidden, of one person in one place


def own(by_mark: Mapping[Mark, str], key: bytes, place: str) -> list[str]:
    """The ids of what this key wrote there. A place that is no activity has a space in its name."""
    made = takewhile(by_mark.__contains__, (mark(key, place, nth) for nth in count()))
    return [by_mark[each] for each in made]


def next_mark(by_mark: Mapping[Mark, str], key: bytes, place: str) -> Mark:
    return mark(key, place, len(own(by_mark, key, place)))


def used_up(own: Sequence[Card], most: int) -> bool:
    """What was withdrawn or hidden does not count, but nobody writes and takes back without end."""
    standing = sum(not (each.withdrawn or each.hidden) for each in own)
    return standing >= most or len(own) - standing >= MOST_TAKEN_BACK
