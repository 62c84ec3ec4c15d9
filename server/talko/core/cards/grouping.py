"""How cards lie in themes: what is done to them, step by step. No card is ever lost."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias, assert_never

from talko.core.people import Refused

MAX_NAME = 60
MOST_NAMES = 20  # earlier ones of one theme


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
    )  # card -> theme, also hidden ones; else among the others


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


Step: TypeAlias = AddTheme | NameTheme | MoveCards | MergeThemes


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


Event: TypeAlias = ThemeAdded | ThemeNamed | CardsMoved | ThemesMerged


def take(now: Grouping, id: str, wish: Step, cards: Collection[str]) -> Sequence[Event] | Refused:
    """One step, under the id of its command. `cards` are the ids of what is on the wall."""
    match wish:
        case AddTheme():
            return add(id, replace(wish, name=wish.name.strip()), cards)
        case NameTheme():
            return rename(now, id, replace(wish, name=wish.name.strip()))
        case MoveCards():
            return move(now, wish, cards)
        case MergeThemes():
            return merge(now, wish)
        case _:
            assert_never(wish)


def add(id: str, wish: AddTheme, cards: Collection[str]) -> Sequence[Event] | Refused:
    refused = cannot_be(wish.name) or cannot_move(wish.cards, cards)
    return refused or [ThemeAdded(id, wish.name, wish.lang, once(wish.cards))]


def rename(now: Grouping, id: str, wish: NameTheme) -> Sequence[Event] | Refused:
    if wish.theme not in now.themes:
        return Refused("no_such_theme")
    if refused := cannot_be(wish.name):
        return refused
    theme = now.themes[wish.theme]
    is_same = (theme.name, theme.lang) == (wish.name, wish.lang)
    return [] if is_same else [ThemeNamed(theme.id, id, wish.name, wish.lang)]


def move(now: Grouping, wish: MoveCards, cards: Collection[str]) -> Sequence[Event] | Refused:
    if refused := cannot_move(wish.cards, cards):
        return refused
    if wish.theme and wish.theme not in now.themes:
        return Refused("no_such_theme")
    moving = once(each for each in wish.cards if now.lies_in.get(each, "") != wish.theme)
    return [CardsMoved(moving, wish.theme)] if moving else []


def merge(now: Grouping, wish: MergeThemes) -> Sequence[Event] | Refused:
    if not {wish.theme, wish.into} <= now.themes.keys():
        return Refused("no_such_theme")
    return Refused("itself") if wish.theme == wish.into else [ThemesMerged(wish.theme, wish.into)]


def cannot_be(name: str) -> Refused | None:
    if not name:
        return Refused("empty")
    return Refused("too_long") if len(name) > MAX_NAME else None


def cannot_move(ids: Iterable[str], cards: Collection[str]) -> Refused | None:
    return None if all(each in cards for each in ids) else Refused("no_such_card")


def once(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))


def grouped(now: Grouping, event: Event) -> Grouping:
    match event:
        case ThemeAdded(id, name, lang, cards):
            return put(with_theme(now, Theme(id, name, lang)), cards, id)
        case ThemeNamed(id, _, name, lang):
            theme = now.themes[id]
            return with_theme(now, Theme(id, name, lang, (*theme.names, theme.name)[-MOST_NAMES:]))
        case CardsMoved(cards, theme):
            return put(now, cards, theme)
        case ThemesMerged(gone, into):
            there = [each for each, theme in now.lies_in.items() if theme == gone]
            return without_theme(put(now, there, into), gone)
        case _:
            assert_never(event)


def with_theme(now: Grouping, theme: Theme) -> Grouping:
    return replace(now, themes={**now.themes, theme.id: theme})


def without_theme(now: Grouping, gone: str) -> Grouping:
    return replace(now, themes={id: each for id, each in now.themes.items() if id != gone})


def put(now: Grouping, cards: Iterable[str], theme: str) -> Grouping:
    lies_in = {**now.lies_in, **dict.fromkeys(cards, theme)}
    return replace(now, lies_in={card: its for card, its in lies_in.items() if its})
