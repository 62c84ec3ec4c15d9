"""What people answered: each question by itself, and what was written in own words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from talko.core.audience import View
from talko.papers.view import Told, in_turn, number, of_kind, part, parts, text

FLOORS = ("attic", "rooms", "foundation")


@dataclass(frozen=True, slots=True)
class Question:
    """One question, about one thing or about nothing."""

    id: str
    item: Told
    answers: View
    target: View
    texts: Sequence[View]


@dataclass(frozen=True, slots=True)
class Survey:
    step: View
    result: View
    about: View  # the thing that was asked about, or nothing
    questions: Sequence[Question]
    floors: Mapping[str, float]  # the mean of the means of a floor's questions, from the attic down


def surveys(told: View, texts: Told) -> list[Survey]:
    """Each round by itself, and in it each thing that was asked about."""
    return [
        one(told, each, result, (about, texts))
        for _, each in of_kind(told, "survey")
        for result in in_turn(each)
        for about in parts(result, "results") or {"all": {}}
    ]


def one(told: View, step: View, result: View, of: tuple[str, Told]) -> Survey:
    about, texts = of
    answers, items = parts(part(result, "results"), about), texts["items"]
    assert isinstance(items, Mapping)
    asked = {id: item for id, item in items.items() if id in part(step, "items")}
    loose = [each for each in parts(step, "texts").values() if text(each, "about") in ("", about)]
    questions = [
        Question(
            id,
            item,
            answers.get(id, {}),
            part(part(told, "targets"), id),
            [each for each in loose if text(each, "item") == id],
        )
        for id, item in asked.items()
    ]
    return Survey(step, result, parts(step, "about").get(about, {}), questions, floors(asked, answers))


def floors(asked: Mapping[str, Told], answers: Mapping[str, View]) -> Mapping[str, float]:
    """From the counts, because a mean of rounded means is another number."""
    means: dict[str, list[Fraction]] = {floor: [] for floor in FLOORS}
    for id, item in asked.items():
        mean = mean_of(part(answers.get(id, {}), "counts"))
        if item["floor"] and mean is not None:
            means[str(item["floor"])].append(mean)
    return {floor: float(sum(some) / len(some)) for floor, some in means.items() if some}


def mean_of(counts: View) -> Fraction | None:
    numbers = {int(value): int(number(counts, value)) for value in counts if value.isdecimal()}
    n = sum(numbers.values())
    return Fraction(sum(value * times for value, times in numbers.items()), n) if n else None
