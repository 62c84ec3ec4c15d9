"""Cluster: cards that say the same are put together under a name. No card is ever lost."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias, TypeGuard, assert_never

from talko.core import life, template
from talko.core.audience import Audience, Shown, View
from talko.core.card import Card, Cards
from talko.core.life import (
    Close,
    Closed,
    Extend,
    Extended,
    Life,
    Open,
    Opened,
    Phase,
    Reveal,
    Revealed,
    cannot_take_part,
)
from talko.core.people import Refused, Request, Seat, may

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
    lies_in: Mapping[str, str] = field(default_factory=dict)  # card -> theme; in none: among the others


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


Step: TypeAlias = AddTheme | NameTheme | MoveCards | MergeThemes | Undo
Command: TypeAlias = Step | life.Move


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


def takes(request: Request[object]) -> TypeGuard[Request[Command]]:
    return isinstance(request.command, Command)


def decide(state: State, request: Request[Command], cards: Collection[str]) -> Sequence[Event] | Refused:
    """`cards` are the ids of what is on the wall now: what was hidden a moment ago is not."""
    match request.command:
        case Open() | Close() | Extend() as wish:
            return life.move(state.life, request, wish, state.minutes)
        case Reveal():
            return Refused("not_here")
        case AddTheme() | NameTheme() | MoveCards() | MergeThemes() | Undo() as wish:
            return cannot_group(state, request.seat) or group(state, request.id, wish, cards)
        case _:
            assert_never(request.command)


def cannot_group(state: State, seat: Seat) -> Refused | None:
    """It is one common wall: whoever may group, groups what others grouped too."""
    is_theirs = state.settings.who != "facilitator" and may(seat, "write")
    return cannot_take_part(seat, "write" if is_theirs else "tend", state.life)


def group(state: State, id: str, wish: Step, cards: Collection[str]) -> Sequence[Event] | Refused:
    match wish:
        case AddTheme():
            return add(state, id, replace(wish, name=wish.name.strip()), cards)
        case NameTheme():
            return rename(state.now, id, replace(wish, name=wish.name.strip()))
        case MoveCards():
            return move(state.now, wish, cards)
        case MergeThemes():
            return merge(state.now, wish)
        case Undo():
            return [Undone()] if state.before else Refused("nothing_to_undo")
        case _:
            assert_never(wish)


def add(state: State, id: str, wish: AddTheme, cards: Collection[str]) -> Sequence[Event] | Refused:
    if id in cards or any(id in each.themes for each in (state.now, *state.before)):
        return Refused("id_taken")
    refused = cannot_be(wish.name) or cannot_move(wish.cards, cards)
    if refused:
        return refused
    if len(state.now.themes) >= state.settings.max_themes:
        return Refused("enough_themes")
    return [ThemeAdded(id, wish.name, wish.lang, once(wish.cards))]


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


def evolve(state: State, event: Event) -> State:
    match event:
        case ThemeAdded() | ThemeNamed() | CardsMoved() | ThemesMerged():
            before = (*state.before, state.now)[-MOST_UNDONE:]
            return replace(state, now=grouped(state.now, event), before=before)
        case Undone():
            return replace(state, now=state.before[-1], before=state.before[:-1])
        case Opened() | Closed() | Revealed() | Extended():
            return replace(state, life=life.live(state.life, event))
        case _:
            assert_never(event)


def grouped(now: Grouping, event: ThemeAdded | ThemeNamed | CardsMoved | ThemesMerged) -> Grouping:
    match event:
        case ThemeAdded(id, name, lang, cards):
            return put(with_theme(now, Theme(id, name, lang)), cards, id)
        case ThemeNamed(id, _, name, lang):
            theme = now.themes[id]
            return with_theme(now, Theme(id, name, lang, (*theme.names, theme.name)))
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


def theme_of(state: State) -> Mapping[str, str]:
    """By card. One that is hidden keeps its place, and is there when it is shown again."""
    return state.now.lies_in


def taken(state: State) -> Cards:
    """What a later activity works on; the others are no theme."""
    if state.life.phase is Phase.WAITING:
        return {}
    return {id: Card(id, each.name, each.lang) for id, each in sorted(state.now.themes.items())}


def show(state: State, audience: Audience, shown: Shown) -> View:
    themes = dict(sorted(state.now.themes.items()))
    match audience:
        case Audience.SCREEN | Audience.PHONE:
            return {**outline(state), "themes": shown.each("themes", themes, show_theme)}
        case Audience.CONSOLE:
            undo: View = {"can_undo": True} if state.before else {}
            return {**outline(state), **undo, "themes": shown.each("themes", themes, show_whole)}
        case _:
            assert_never(audience)


def outline(state: State) -> View:
    return {"kind": "cluster", **life.show(state.life)}


def show_theme(theme: Theme, _: Shown) -> View:
    return {"name": theme.name, "lang": theme.lang}


def show_whole(theme: Theme, shown: Shown) -> View:
    """Also the names it had before."""
    return {**show_theme(theme, shown), **({"names": list(theme.names)} if theme.names else {})}
