"""What is on a ballot, from a phone's words to a typed choice."""

from collections.abc import Callable
from functools import partial

from talko.core.ballots.ballot import Answer, Answers, Choice, Dots, Ranks, Ratings, Said, Support
from talko.live.read import Read, Wrong, between, by_id, ids, lang, line, made, number, words, yes_no

MOST_DOTS = 1000
LAST = "need_time"


def choice(value: object) -> Choice:
    """It says by its only, or first, key what it is."""
    if not isinstance(value, dict):
        raise Wrong
    for key, read in READ.items():
        if key in value:
            return read(value)
    raise Wrong


def how_much(value: object) -> int | str:
    return LAST if value == LAST else number(value)


def answer(value: object) -> Answer:
    if isinstance(value, dict):
        return made(Said, value, {"text": words, "lang": lang})
    return line(value) if isinstance(value, str) else number(value)


def reader(make: Callable[..., Choice], **needed: Read) -> Callable[..., Callable[[object], Choice]]:
    return lambda **allowed: lambda value: made(make, value, needed, allowed)


READ: dict[str, Callable[[object], Choice]] = {
    "dots": reader(Dots, dots=partial(by_id, partial(between, 0, MOST_DOTS)))(),
    "ranks": reader(Ranks, ranks=ids)(),
    "ratings": reader(Ratings, ratings=partial(by_id, partial(by_id, number)))(),
    "support": reader(Support, support=how_much)(text=words, lang=lang, aloud=yes_no),
    "answers": reader(Answers, answers=partial(by_id, partial(by_id, answer)))(),
}
