"""What people wrote: groups with their cards, and what was not grouped."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from talko.core.audience import View
from talko.papers.view import held, parts, text

NAMELESS: View = {}


@dataclass(frozen=True, slots=True)
class Pile:
    """Cards under the name of a theme, or of what they were written about; some have none."""

    name: View
    cards: Sequence[View]


@dataclass(frozen=True, slots=True)
class Wall:
    step: View
    piles: Sequence[Pile]


def walls(told: View) -> list[Wall]:
    """In the order of the agenda; a card that was grouped lies in its group only."""
    every = [each for _, each in held(told)]
    grouped = {id for each in every if each.get("kind") == "cluster" for id in parts(each, "cards")}
    found = [Wall(each, piles(each, grouped)) for each in every]
    return [wall for wall in found if wall.piles]


def piles(activity: View, grouped: set[str]) -> list[Pile]:
    match activity.get("kind"):
        case "cluster":
            return themes(activity)
        case "collect":
            items, left = parts(activity, "items"), not_in(parts(activity, "cards"), grouped)
            about = [Pile(its, lying(left, "item", id)) for id, its in items.items()]
            return with_others(about, [card for card in left if text(card, "item") not in items])
        case "discuss":
            return with_others([], not_in(parts(activity, "notes"), grouped))
        case _:
            return []


def themes(cluster: View) -> list[Pile]:
    cards = list(parts(cluster, "cards").values())
    named = [
        Pile({"text": text(its, "name"), "lang": text(its, "lang")}, lying(cards, "theme", id))
        for id, its in parts(cluster, "themes").items()
    ]
    return with_others(named, lying(cards, "theme", ""))


def lying(cards: Sequence[View], key: str, id: str) -> list[View]:
    return [card for card in cards if text(card, key) == id]


def not_in(cards: Mapping[str, View], grouped: set[str]) -> list[View]:
    return [card for id, card in cards.items() if id not in grouped]


def with_others(named: list[Pile], others: Sequence[View]) -> list[Pile]:
    """What is empty is not shown."""
    return [pile for pile in (*named, Pile(NAMELESS, others)) if pile.cards]
