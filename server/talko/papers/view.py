"""Reading a view: nothing where there is no such name."""

from collections.abc import Mapping
from typing import TypeAlias, TypeGuard

from talko.core.audience import View

Told: TypeAlias = Mapping[str, object]  # texts, in one language


def parts(view: View, name: str) -> dict[str, View]:
    """What lies under a name, by id."""
    found = view.get(name)
    return {id: each for id, each in found.items() if isinstance(each, Mapping)} if is_view(found) else {}


def part(view: View, name: str) -> View:
    found = view.get(name)
    return found if is_view(found) else {}


def text(view: View, name: str) -> str:
    found = view.get(name)
    return found if isinstance(found, str) else ""


def number(view: View, name: str) -> float:
    found = view.get(name)
    return found if isinstance(found, int | float) else 0


def is_view(found: object) -> TypeGuard[View]:
    return isinstance(found, Mapping)


def held(told: View) -> list[tuple[str, View]]:
    """Activities that were not passed over."""
    return [(id, each) for id, each in parts(told, "activities").items() if not each.get("passed_over")]


def of_kind(told: View, kind: str) -> list[tuple[str, View]]:
    return [(id, each) for id, each in held(told) if each.get("kind") == kind]


def in_turn(activity: View) -> list[View]:
    """The rounds of an activity, the first one first."""
    return sorted(parts(activity, "rounds").values(), key=lambda each: number(each, "nth"))
