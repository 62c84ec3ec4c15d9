"""What a workshop brings with it: field cards, cards of an earlier workshop, feedback. None has an author."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias, TypeGuard, assert_never

from talko.core import card
from talko.core.audience import Shown, View
from talko.core.card import (
    NOBODYS,
    Card,
    CardHidden,
    Cards,
    CardShown,
    HideCard,
    ShowCard,
    show_whole,
    with_card,
)
from talko.core.people import Mark, Refused, Request, may

Source: TypeAlias = Literal["field", "previous", "feedback"]

MAX_CHARS = 500
MOST = 2000


@dataclass(frozen=True, slots=True)
class State:
    cards: Cards = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class BringCard:
    """Its words were given for this use: the permission stands for the person who is not here to say so."""

    source: Source
    text: str
    lang: str
    permission: bool
    origin: str = ""  # where and when it was said, or the earlier workshop's title
    feeling: int | None = None
    mark: Mark = NOBODYS  # kept from an earlier workshop, so that its writer can still find it


@dataclass(frozen=True, slots=True)
class CardBrought:
    source: Source
    card: str
    text: str
    lang: str
    origin: str
    feeling: int | None
    mark: Mark


Command: TypeAlias = BringCard | HideCard | ShowCard
Event: TypeAlias = CardBrought | card.Event


def takes(request: Request[object]) -> TypeGuard[Request[Command]]:
    return isinstance(request.command, Command)


def decide(state: State, request: Request[Command]) -> Sequence[Event] | Refused:
    match request.command:
        case BringCard() as wish:
            return bring(state, request, replace(wish, text=wish.text.strip(), origin=wish.origin.strip()))
        case HideCard() | ShowCard() as wish:
            return card.hide_or_show(state.cards, request.seat, wish)
        case _:
            assert_never(request.command)


def bring(state: State, request: Request[Command], wish: BringCard) -> Sequence[Event] | Refused:
    if not may(request.seat, "bring"):
        return Refused("may_not")
    if request.id in state.cards:
        return Refused("id_taken")
    if not wish.permission:
        return Refused("permission_needed")
    return cannot_be(state, wish) or [
        CardBrought(wish.source, request.id, wish.text, wish.lang, wish.origin, wish.feeling, wish.mark)
    ]


def cannot_be(state: State, wish: BringCard) -> Refused | None:
    if not wish.text:
        return Refused("empty")
    if len(state.cards) >= MOST:
        return Refused("enough_cards")
    return Refused("too_long") if max(len(wish.text), len(wish.origin)) > MAX_CHARS else None


def evolve(state: State, event: Event) -> State:
    match event:
        case CardBrought():
            new = Card(
                event.card, event.text, event.lang, event.mark, feeling=event.feeling, origin=event.origin
            )
            sources = {**state.sources, event.card: event.source}
            return State(with_card(state.cards, new), sources)
        case CardHidden() | CardShown():
            return replace(state, cards=card.mended(state.cards, event))
        case _:
            assert_never(event)


def of(state: State, source: str) -> Cards:
    """What was brought from one source, hidden ones too."""
    return {id: state.cards[id] for id in sorted(state.cards) if state.sources[id] == source}


def forget_hidden(state: State) -> State:
    return replace(state, cards=card.forget_hidden(state.cards))


def show_counts(state: State, _: Shown) -> View:
    counts = [(source, len(of(state, source))) for source in ("field", "previous", "feedback")]
    return {source: n for source, n in counts if n}


def show_ahead(state: State, shown: Shown) -> View:
    """For who leads, before it begins: what may name somebody is read, and hidden, in time."""
    return {id: show_whole(each, shown) for id, each in sorted(state.cards.items())}
