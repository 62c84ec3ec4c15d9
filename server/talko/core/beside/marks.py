"""What somebody wrote, in an activity or beside them all: found again by whoever holds the key alone."""

from collections.abc import Mapping
from itertools import count, takewhile

from talko.core.people import Mark, mark


def own(by_mark: Mapping[Mark, str], key: bytes, place: str) -> list[str]:
    """The ids of what this key wrote there. A place that is no activity has a space in its name."""
    made = takewhile(by_mark.__contains__, (mark(key, place, nth) for nth in count()))
    return [by_mark[each] for each in made]


def next_mark(by_mark: Mapping[Mark, str], key: bytes, place: str) -> Mark:
    return mark(key, place, len(own(by_mark, key, place)))
