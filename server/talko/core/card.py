"""A card: a thing somebody wrote or brought. Whoever leads can hide one, with a reason, and show it again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias, assert_never

from talko.core.audience import Shown, View
from talko.core.people import Mark, Refused, Seat, may

Entry: TypeAlias = Literal["self", "proxy", "group"]
Cards: TypeAlias = dict[str, "Card"]

MAX_REASON = 200
NOBODYS = Mark("")  # nobody can ask for it as theirs


@dataclass(frozen=True, slots=True)
class Card:
    id: str
    text: str
    lang: str
    mark: Mark = NOBODYS
    bucket: str = ""
    item: str = ""
    feeling: int | None = None  # -2 … +2, None where none was told
    nickname: str = ""
    entry: Entry = "self"
    origin: str = ""  # where a card that was brought comes from
    table: int = 0  # of a note: the table where it was said, 0 where none was told
    hidden: str = ""  # the reason, "" while it is not hidden
    withdrawn: bool = False
    released: bool = True  # False while it waits in the unhurried strip


@dataclass(frozen=True, slots=True)
class WithdrawCard:
    """By its writer."""

    card: str


@dataclass(frozen=True, slots=True)
class HideCard:
    card: str
    reason: str


@dataclass(frozen=True, slots=True)
class ShowCard:
    card: str


@dataclass(frozen=True, slots=True)
class CardWithdrawn:
    card: str


@dataclass(frozen=True, slots=True)
class CardHidden:
    card: str
    reason: str


@dataclass(frozen=True, slots=True)
class CardShown:
    card: str


Command: TypeAlias = HideCard | ShowCard
Event: TypeAlias = CardHidden | CardShown


def hide_or_show(cards: Mapping[str, Card], seat: Seat, wish: Command) -> Sequence[Event] | Refused:
    match wish:
        case HideCard():
            return hide(cards, seat, wish)
        case ShowCard(id):
            return show_again(cards, seat, id)
        case _:
            assert_never(wish)


def hide(cards: Mapping[str, Card], seat: Seat, wish: HideCard) -> Sequence[Event] | Refused:
    reason = wish.reason.strip()
    if refused := cannot_hide(cards, seat, wish.card):
        return refused
    if not reason:
        return Refused("reason_needed")
    return Refused("too_long") if len(reason) > MAX_REASON else [CardHidden(wish.card, reason)]


def show_again(cards: Mapping[str, Card], seat: Seat, card: str) -> Sequence[Event] | Refused:
    refused = cannot_hide(cards, seat, card)
    return refused or ([CardShown(card)] if cards[card].hidden else Refused("not_now"))


def cannot_hide(cards: Mapping[str, Card], seat: Seat, card: str) -> Refused | None:
    if not may(seat, "hide"):
        return Refused("may_not")
    return None if find(cards, card) else Refused("no_such_card")


def find(cards: Mapping[str, Card], id: str) -> Card | None:
    card = cards.get(id)
    return card if card and not card.withdrawn else None


def withdrawn(cards: Cards, id: str) -> Cards:
    """Its place is kept, its words are not."""
    return with_card(cards, replace(without_words(cards[id]), withdrawn=True))


def mended(cards: Cards, event: Event) -> Cards:
    match event:
        case CardHidden(id, reason):
            return with_card(cards, replace(cards[id], hidden=reason))
        case CardShown(id):
            return with_card(cards, replace(cards[id], hidden=""))
        case _:
            assert_never(event)


def with_card(cards: Cards, card: Card) -> Cards:
    return {**cards, card.id: card}


def forget_hidden(cards: Cards) -> Cards:
    """At closing what was written on a hidden card is deleted; that it was hidden, and why, is kept."""
    return {id: without_words(card) if card.hidden else card for id, card in cards.items()}


def without_words(card: Card) -> Card:
    """The name for which it was hidden, or that its writer took back, may stand in any of them."""
    return replace(card, text="", nickname="", origin="")


def wall(cards: Mapping[str, Card]) -> Cards:
    """What a room may read, by random id, so that the order tells nothing of who came first."""
    return {id: cards[id] for id in sorted(cards) if on_the_wall(cards[id])}


def on_the_wall(card: Card) -> bool:
    return card.released and not card.hidden and not card.withdrawn


def show_card(card: Card, _: Shown) -> View:
    feeling: View = {} if card.feeling is None else {"feeling": card.feeling}
    told = {"bucket": card.bucket, "item": card.item, "nickname": card.nickname, "origin": card.origin}
    words = {key: text for key, text in told.items() if text}
    table: View = {"table": card.table} if card.table else {}
    return {"text": card.text, "lang": card.lang, **feeling, **words, **table}


def show_cards(cards: Cards) -> View:
    """As the room may read them."""
    return {id: show_card(each, Shown()) for id, each in wall(cards).items()}


def show_whole(card: Card, shown: Shown) -> View:
    """For its writer, and for the console, which reads along so that a name can be hidden in time."""
    waits: View = {} if card.released else {"waits": True}
    return {**show_card(card, shown), **waits, **({"hidden": card.hidden} if card.hidden else {})}
