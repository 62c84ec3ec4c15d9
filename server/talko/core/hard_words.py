"""Hard words: who does not understand one flags it, and from three people on it is explained to all."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from talko.core.people import Mark

MAX_WORD = 60
MAX_PLAIN = 200
ENOUGH = 3  # people, before whoever leads is told


@dataclass(frozen=True, slots=True)
class HardWord:
    id: str
    word: str
    lang: str
    flags: frozenset[Mark] = frozenset()
    plain: str = ""


@dataclass(frozen=True, slots=True)
class State:
    words: Mapping[str, HardWord] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FlagWord:
    word: str
    lang: str


@dataclass(frozen=True, slots=True)
class ExplainWord:
    """`word` is its id, or, where nobody flagged it yet, "" with the word itself in `new`."""

    word: str
    plain: str
    new: str = ""
    lang: str = ""


Command: TypeAlias = FlagWord | ExplainWord


@dataclass(frozen=True, slots=True)
class WordAdded:
    """`word` is its id: that of the command which said it first."""

    word: str
    text: str
    lang: str


@dataclass(frozen=True, slots=True)
class WordFlagged:
    """One for each person: mark(key, "word " + the id of the word, 0)."""

    word: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class WordExplained:
    word: str
    plain: str


Event: TypeAlias = WordAdded | WordFlagged | WordExplained
