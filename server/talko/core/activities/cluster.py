"""Cluster: cards that say the same are put together under a name. No card is ever lost."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias, TypeGuard, assert_never

from talko.core import life, template
from talko.core.audience import Audience, Shown, View
from talko.core.card import Card, Cards
from talko.core.cards import grouping
from talko.core.cards.grouping import AddTheme as AddTheme
from talko.core.cards.grouping import CardsMoved as CardsMoved
from talko.core.cards.grouping import Grouping as Grouping
from talko.core.cards.grouping import MergeThemes as MergeThemes
from talko.core.cards.grouping import MoveCards as MoveCards
from talko.core.cards.grouping import NameTheme as NameTheme
from talko.core.cards.grouping import Theme as Theme
from talko.core.cards.grouping import ThemeAdded as ThemeAdded
from talko.core.cards.grouping import ThemeNamed as ThemeNamed
from talko.core.cards.grouping import ThemesMerged as ThemesMerged
from talko.core.life import Close, Closed, Extend, Extended, Life, Open, Opened, Phase, Reveal, Revealed
from talko.core.people import Refused, Request, Seat, may

MOST_UNDONE = 50
AT_ONCE = 50  # cards that a participant moves together


@dataclass(frozen=True, slots=True)
class State:
    id: str
    settings: template.Cluster
    minutes: int = 0
    life: Life = field(default_factory=Life)
    now: Grouping = field(default_factory=Grouping)
    before: tuple[Grouping, ...] = ()  # what undo goes back to, the latest last


@dataclass(frozen=True, slots=True)
class Undo:
    pass


Command: TypeAlias = grouping.Step | Undo | life.Move


@dataclass(frozen=True, slots=True)
class Undone:
    pass


Event: TypeAlias = grouping.Event | Undone | life.Event


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
            refused = cannot_group(state, request.seat) or are_too_many(request.seat, wish)
            return refused or group(state, request.id, wish, cards)
        case _:
            assert_never(request.command)


def cannot_group(state: State, seat: Seat) -> Refused | None:
    """It is one common wall: whoever may group, groups what others grouped too."""
    is_theirs = state.settings.who != "facilitator" and may(seat, "write")
    return life.cannot_take_part(seat, "write" if is_theirs else "tend", state.life)


def are_too_many(seat: Seat, wish: grouping.Step | Undo) -> Refused | None:
    """Nobody but who leads or helps to lead sweeps the wall with one hand."""
    sweeps = isinstance(wish, AddTheme | MoveCards) and len(wish.cards) > AT_ONCE
    return Refused("enough_cards") if sweeps and not may(seat, "tend") else None


def group(
    state: State, id: str, wish: grouping.Step | Undo, cards: Collection[str]
) -> Sequence[Event] | Refused:
    match wish:
        case Undo():
            return [Undone()] if state.before else Refused("nothing_to_undo")
        case AddTheme():
            return add(state, id, wish, cards)
        case NameTheme() | MoveCards() | MergeThemes():
            return grouping.take(state.now, id, wish, cards)
        case _:
            assert_never(wish)


def add(state: State, id: str, wish: AddTheme, cards: Collection[str]) -> Sequence[Event] | Refused:
    if id in cards or any(id in each.themes for each in (state.now, *state.before)):
        return Refused("id_taken")
    added = grouping.take(state.now, id, wish, cards)
    is_full = len(state.now.themes) >= state.settings.max_themes
    return Refused("enough_themes") if is_full and not isinstance(added, Refused) else added


def evolve(state: State, event: Event) -> State:
    match event:
        case ThemeAdded() | ThemeNamed() | CardsMoved() | ThemesMerged():
            before = (*state.before, state.now)[-MOST_UNDONE:]
            return replace(state, now=grouping.grouped(state.now, event), before=before)
        case Undone():
            return replace(state, now=state.before[-1], before=state.before[:-1])
        case Opened() | Closed() | Revealed() | Extended():
            return replace(state, life=life.live(state.life, event))
        case _:
            assert_never(event)


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
    """`order`: as the themes were made, so that each has the same letter on every face."""
    return {"kind": "cluster", **life.show(state.life), "order": list(state.now.themes)}


def show_theme(theme: Theme, _: Shown) -> View:
    return {"name": theme.name, "lang": theme.lang}


def show_whole(theme: Theme, shown: Shown) -> View:
    """Also the names it had before."""
    return {**show_theme(theme, shown), **({"names": list(theme.names)} if theme.names else {})}
