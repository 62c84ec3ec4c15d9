"""Counting a survey, question by question and never person by person. What was written comes out loose."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias, assert_never

from talko.core import template
from talko.core.ballots import privacy
from talko.core.ballots.answering import NOT_SAID, SCALE
from talko.core.ballots.ballot import Answer, Answers, Ballot, Said
from talko.core.ballots.loose import TextLoosed
from talko.core.ballots.privacy import Care
from talko.core.ballots.tally import Detail, ItemTally, Sum, SurveyTally
from talko.core.people import Side

Given: TypeAlias = Sequence[tuple[Side, Answer]]  # to one question


def count(
    items: Sequence[template.Item], about: Sequence[str], cast: Sequence[Ballot], care: Care
) -> SurveyTally:
    def about_one(thing: str) -> Mapping[str, ItemTally]:
        return {each.id: one_item(each, given(cast, thing, each.id), care) for each in items}

    return SurveyTally(len(cast), {thing: about_one(thing) for thing in about})


def given(cast: Sequence[Ballot], about: str, item: str) -> Given:
    chosen = [(each.side, each.choice.answers) for each in cast if isinstance(each.choice, Answers)]
    asked = [(side, answers.get(about, {})) for side, answers in chosen]
    return [(side, answers[item]) for side, answers in asked if item in answers]


def one_item(item: template.Item, given: Given, care: Care) -> ItemTally:
    answers = [answer for _, answer in given]
    n = len(answers) - answers.count(NOT_SAID)
    match item.kind:
        case "scale":
            return ItemTally(n, counts(answers, SCALE), by_side(given, care))
        case "choice":
            return ItemTally(n, counts(answers, [each.id for each in item.options]))
        case "text":
            return ItemTally(n, {})
        case _:
            assert_never(item.kind)


def counts(answers: Sequence[Answer], possible: Sequence[Answer]) -> Mapping[str, int]:
    not_said = answers.count(NOT_SAID)
    told = {str(each): answers.count(each) for each in possible}
    return told | ({NOT_SAID: not_said} if not_said else {})


def by_side(given: Given, care: Care) -> Mapping[Side, Sum]:
    """Numbers or nothing: an order has no meaning inside one question. Judged on those that gave a number."""
    numbers = [(side, answer) for side, answer in given if isinstance(answer, int)]
    told = privacy.strictest([care.at_most, privacy.detail((side for side, _ in numbers), care.below)])
    if told is not Detail.EXACT:
        return {}
    of_sides = {side: [number for its, number in numbers if its is side] for side in Side}
    return {side: Sum(sum(its), len(its)) for side, its in of_sides.items() if its}


def texts(round: str, cast: Sequence[Ballot]) -> list[TextLoosed]:
    """In the order of the texts themselves, so that nothing ties two of one person together."""
    answers = [each.choice.answers for each in cast if isinstance(each.choice, Answers)]
    said = sorted(
        (answer.text, answer.lang, about, item)
        for each in answers
        for about, given in each.items()
        for item, answer in given.items()
        if isinstance(answer, Said)
    )
    return [TextLoosed(f"{round}.{n}", round, *each) for n, each in enumerate(said, start=1)]
