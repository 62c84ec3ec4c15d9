"""The unhurried strip: in a live collect cards wait, and come out together, so that no new one stands out."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from talko.core.card import Cards
from talko.core.people import Refused, Seat, may

AT_ONCE = 5  # so many come out together


@dataclass(frozen=True, slots=True)
class ReleaseCards:
    """Asked by the room itself, when five cards wait or one has waited long enough."""


@dataclass(frozen=True, slots=True)
class CardsReleased:
    cards: tuple[str, ...]


def release(cards: Cards, seat: Seat) -> Sequence[CardsReleased] | Refused:
    """By random id, so that what comes out together tells nothing of the order in which it came in."""
    if not may(seat, "release"):
        return Refused("may_not")
    due = tuple(sorted(waiting(cards))[:AT_ONCE])
    return [CardsReleased(due)] if due else []


def waiting(cards: Cards) -> list[str]:
    """What the room does not see yet."""
    return [each.id for each in cards.values() if not (each.released or each.hidden or each.withdrawn)]


def released(cards: Cards, ids: Collection[str]) -> Cards:
    return {**cards, **{id: replace(cards[id], released=True) for id in ids}}
