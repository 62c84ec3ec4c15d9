"""Cluster: cards that say the same are put together under a name. No card is ever lost."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from talko.core import life, template
from talko.core.life import Close, Extend, Life, Open, Reveal

MAX_NAME = 60
MOST_UNDONE = 50


@dataclass(frozen=True, slots=True)
class Theme:
    id: str
    name: str
    lang: str
    names: tuple[str, ...] = ()  # earlier ones, the oldest first


@dataclass(frozen=True, slots=True)
class Grouping:
    themes: Mapping[str, Theme] = field(default_factory=dict)
    lies_in: Mapping[str, str] = field(
        default_factory=dict
    )  # card -> theme; a card in none is among the others


@dataclass(frozen=True, slots=True)
class State:
    id: str
    settings: template.Cluster
    minutes: int = 0
    life: Life = field(default_factory=Life)
    now: Grouping = field(default_factory=Grouping)
    before: tuple[Grouping, ...] = ()  # what undo goes back to, the latest last


@dataclass(frozen=True, slots=True)
class AddTheme:
    """With cards, also those of another theme: so a theme is split."""

    name: str
    lang: str
    cards: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NameTheme:
    theme: str
    name: str
    lang: str


@dataclass(frozen=True, slots=True)
class MoveCards:
    cards: tuple[str, ...]
    theme: str  # "" is among the others


@dataclass(frozen=True, slots=True)
class MergeThemes:
    theme: str
    into: str


@dataclass(frozen=True, slots=True)
class Undo:
    pass


Command: TypeAlias = AddTheme | NameTheme | MoveCards | MergeThemes | Undo | Open | Close | Reveal | Extend


@dataclass(frozen=True, slots=True)
class ThemeAdded:
    theme: str
    name: str
    lang: str
    cards: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ThemeNamed:
    """`naming` is the command's own id, so that an earlier name is not lost with its words."""

    theme: str
    naming: str
    name: str
    lang: str


@dataclass(frozen=True, slots=True)
class CardsMoved:
    cards: tuple[str, ...]
    theme: str


@dataclass(frozen=True, slots=True)
class ThemesMerged:
    theme: str
    into: str


@dataclass(frozen=True, slots=True)
class Undone:
    pass


Event: TypeAlias = ThemeAdded | ThemeNamed | CardsMoved | ThemesMerged | Undone | life.Event
