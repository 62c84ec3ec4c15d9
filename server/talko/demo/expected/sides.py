"""What may be told by side: exact numbers, an order without numbers, or nothing. Read in this order."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from talko.demo.expected.held import Held, Thing

SIDES = ("users", "workers", "unknown")
CAREFUL = ("exact", "order_only", "none")  # from the least careful to the most


def mode(sizes: Mapping[str, int], threshold: int) -> str:
    """Of the number of ballots of each side."""
    if all(size >= threshold for size in sizes.values() if size):
        return "exact"
    if min(sizes.get("users", 0), sizes.get("workers", 0)) >= threshold:
        return "order_only"
    return "none"


def mode_of(held: Held, ballots: Sequence[Thing]) -> str:
    settings = held.template["settings"]
    if settings.get("breakdown") != "side":
        return "none"
    sizes = {side: len(each) for side, each in split(held, ballots).items()}
    return mode(sizes, settings.get("suppress_below", 5))


def together(modes: Iterable[str]) -> str:
    """What is shown together is judged together: the most careful of all."""
    return max(modes, key=CAREFUL.index, default="none")


def split(held: Held, ballots: Iterable[Thing]) -> dict[str, list[Thing]]:
    by_side: dict[str, list[Thing]] = {side: [] for side in SIDES}
    for ballot in ballots:
        by_side[held.person(ballot["by"])["side"]].append(ballot)
    return {side: each for side, each in by_side.items() if each}


def figures(held: Held, ballots: Sequence[Thing], count: Callable[[list[Thing]], Any]) -> Thing:
    """The same count for each side by itself."""
    return {side: count(each) for side, each in split(held, ballots).items()}
