"""What people chose: each vote, the best first, with what may be told of each side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from talko.core.audience import View
from talko.core.people import Side
from talko.papers.view import Told, in_turn, number, of_kind, part, parts, text

LAST = 10**6


@dataclass(frozen=True, slots=True)
class Row:
    """One option."""

    text: str
    lang: str
    its: View
    by_side: Mapping[str, View]
    before: int  # its rank in the vote that this one is compared with, 0 for none


@dataclass(frozen=True, slots=True)
class Vote:
    step: View
    settings: Told
    result: View
    rows: Sequence[Row]

    @property
    def sides(self) -> list[str]:
        """None where nothing is told of them."""
        by_side = part(self.result, "by_side")
        return [side for side in Side if side in by_side and by_side.get("told") != "none"]


def votes(told: View, texts: Told) -> list[Vote]:
    """Each round by itself, in the order of the agenda."""
    held = of_kind(told, "vote")
    return [
        Vote(each, settings, result, rows(each, result, (earlier(told, settings), texts)))
        for id, each in held
        for settings in [settings_of(texts, id)]
        for result in in_turn(each)
    ]


def settings_of(texts: Told, id: str) -> Told:
    steps = texts["activities"]
    assert isinstance(steps, Mapping)
    found: Told = steps[id]["vote"]
    return found


def earlier(told: View, settings: Told) -> Mapping[str, View]:
    """The options of the vote that is compared with."""
    rounds = in_turn(parts(told, "activities").get(str(settings["compare_with"]), {}))
    return parts(rounds[0], "options") if rounds else {}


def rows(step: View, result: View, beside: tuple[Mapping[str, View], Told]) -> list[Row]:
    before, texts = beside
    by_side = parts(result, "by_side")
    return [
        Row(
            *named(id, step, texts),
            its,
            {side: part(options, id) for side, options in by_side.items()},
            int(number(before.get(id, {}), "rank")),
        )
        for id, its in sorted(parts(result, "options").items(), key=place)
    ]


def place(option: tuple[str, View]) -> tuple[float, bool, str]:
    """Where few voted no rank is told: then what goes on comes first."""
    id, its = option
    return number(its, "rank") or LAST, "selected" not in its, id


def named(id: str, step: View, texts: Told) -> tuple[str, str]:
    """An option is a thing with words, or a question whose words are in the texts."""
    option, items = parts(step, "options").get(id, {}), texts["items"]
    assert isinstance(items, Mapping)
    words = option if text(option, "text") else items.get(id, {})
    return text(words, "text"), text(words, "lang")
