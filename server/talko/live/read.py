"""Reading the fields of what a phone sent: each by its kind, or not at all."""

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeAlias, TypeVar

from talko.live.letters import clean

LANG = re.compile(r"[a-z]{2,3}")
MOST = 2000  # of one list: so many cards can be moved together

T = TypeVar("T")

Object: TypeAlias = Mapping[str, object]
Read: TypeAlias = Callable[[object], object]
Reads: TypeAlias = Mapping[str, Read]

NOTHING_MORE: Reads = {}


class Wrong(Exception):
    """A field is missing, unknown or of another kind: the command is refused, if its id can be read."""


def fields(given: object, needed: Mapping[str, Read], allowed: Mapping[str, Read]) -> dict[str, object]:
    if not isinstance(given, dict) or not needed.keys() <= given.keys() <= needed.keys() | allowed.keys():
        raise Wrong
    return {key: (needed.get(key) or allowed[key])(value) for key, value in given.items()}


def line(value: object) -> str:
    if not isinstance(value, str) or len(value) > 200:
        raise Wrong
    return value


def made(make: Callable[..., T], given: object, needed: Reads, allowed: Reads = NOTHING_MORE) -> T:
    """A value whose fields have the names of those that were sent."""
    return make(**fields(given, needed, allowed))


def words(value: object) -> str:
    if not isinstance(value, str):
        raise Wrong
    return clean(value)


def number(value: object) -> int:
    if type(value) is not int or abs(value) > 2**53:
        raise Wrong
    return value


def between(least: int, most: int, value: object) -> int:
    if not least <= number(value) <= most:
        raise Wrong
    return number(value)


def yes_no(value: object) -> bool:
    if type(value) is not bool:
        raise Wrong
    return value


def like(pattern: re.Pattern[str], value: object) -> str:
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise Wrong
    return value


def one_of(known: tuple[str, ...], value: object) -> str:
    if value not in known:
        raise Wrong
    return str(value)


def ids(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or len(value) > MOST:
        raise Wrong
    return tuple(line(each) for each in value)


def by_id(read: Callable[[object], T], value: object) -> Mapping[str, T]:
    """An object whose keys are ids."""
    if not isinstance(value, dict) or len(value) > MOST:
        raise Wrong
    return {line(key): read(each) for key, each in value.items()}


lang = partial(like, LANG)
