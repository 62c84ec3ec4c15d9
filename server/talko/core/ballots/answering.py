"""What a ballot of a survey may say: a number, an option, "I can not say", or a text of one's own."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from itertools import chain
from typing import assert_never

from talko.core import template
from talko.core.ballots.ballot import Answer, Answers, Said
from talko.core.people import Refused

SCALE = range(1, 6)
NOT_SAID = "na"
MAX_CHARS = 500


def cannot_be(items: Collection[template.Item], about: Collection[str], answers: Answers) -> Refused | None:
    """A ballot is taken whole or refused whole: the valid one before it then stands."""
    known = {each.id: each for each in items}
    if not answers.answers.keys() <= set(about):
        return Refused("no_such_item")
    given = chain.from_iterable(each.items() for each in answers.answers.values())
    found = (cannot_answer(known.get(item), answer) for item, answer in given)
    return next(filter(None, found), None)


def cannot_answer(item: template.Item | None, answer: Answer) -> Refused | None:
    if not item:
        return Refused("no_such_item")
    match item.kind:
        case "scale":
            return None if answer == NOT_SAID or answer in SCALE else Refused("not_on_the_scale")
        case "choice":
            named = {NOT_SAID, *(each.id for each in item.options)}
            return None if answer in named else Refused("no_such_option")
        case "text":
            return cannot_say(answer)
        case _:
            assert_never(item.kind)


def cannot_say(answer: Answer) -> Refused | None:
    if not isinstance(answer, Said):
        return Refused("not_on_the_scale")
    return Refused("too_long") if len(answer.text) > MAX_CHARS else None


def trimmed(answers: Answers) -> Answers:
    """An empty text is no answer."""
    told = {about: without_empty(each) for about, each in answers.answers.items()}
    return Answers({about: each for about, each in told.items() if each})


def without_empty(answers: Mapping[str, Answer]) -> Mapping[str, Answer]:
    told = {item: without_spaces(answer) for item, answer in answers.items()}
    return {item: answer for item, answer in told.items() if not isinstance(answer, Said) or answer.text}


def without_spaces(answer: Answer) -> Answer:
    return replace(answer, text=answer.text.strip()) if isinstance(answer, Said) else answer
