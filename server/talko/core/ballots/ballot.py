"""A ballot: what one person chose in a round. It lies in the round's box, and in no event."""

import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, Literal, NewType, TypeAlias, TypeVar, assert_never

from talko.core.audience import Json, View
from talko.core.people import Side

Nullifier = NewType("Nullifier", str)
E = TypeVar("E", covariant=True)
NeedTime: TypeAlias = Literal["need_time"]


@dataclass(frozen=True, slots=True)
class Dots:
    dots: Mapping[str, int]  # by option


@dataclass(frozen=True, slots=True)
class Ranks:
    ranks: tuple[str, ...]  # options, the best first


@dataclass(frozen=True, slots=True)
class Ratings:
    ratings: Mapping[str, Mapping[str, int]]  # by option and criterion


@dataclass(frozen=True, slots=True)
class Support:
    """A concern is written, or said aloud."""

    support: int | NeedTime
    text: str = ""
    lang: str = ""
    aloud: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    text: str
    lang: str


Answer: TypeAlias = int | str | Said  # a number, the id of an option, "na" (I can not say), or a text
ALL = "all"  # what is asked about, or proposed, where it is not each thing by itself


@dataclass(frozen=True, slots=True)
class Answers:
    answers: Mapping[str, Mapping[str, Answer]]  # by what it is about (ALL where it is nothing) and question


Choice: TypeAlias = Dots | Ranks | Ratings | Support | Answers


@dataclass(frozen=True, slots=True)
class CastBallot:
    """`n` counts up on the phone: of two ballots, the larger holds, in whatever order they arrive."""

    round: str
    n: int
    choice: Choice


@dataclass(frozen=True, slots=True)
class Ballot:
    round: str
    nullifier: Nullifier
    side: Side
    n: int
    choice: Choice


Box: TypeAlias = Mapping[Nullifier, Ballot]
Boxes: TypeAlias = Mapping[str, Box]  # by round


def nullifier(key: bytes, round: str) -> Nullifier:
    """Who holds the key can find their ballot again; nobody else can tell whose it is."""
    return Nullifier(hmac.digest(key, f"round {round}".encode(), "sha256").hex())


def put(box: Box, ballot: Ballot) -> Box:
    before = box.get(ballot.nullifier)
    return box if before and before.n >= ballot.n else {**box, ballot.nullifier: ballot}


def says_something(choice: Choice) -> bool:
    """Who chose nothing has not voted, and is not a zero."""
    match choice:
        case Dots(dots):
            return any(dots.values())
        case Ranks(ranks):
            return bool(ranks)
        case Ratings(ratings):
            return any(ratings.values())
        case Support():
            return True
        case Answers(answers):
            return any(answers.values())
        case _:
            assert_never(choice)


def cast_in(box: Box) -> list[Ballot]:
    return [each for each in box.values() if says_something(each.choice)]


def answered(box: Box) -> int:
    """All that leaves an open box."""
    return len(cast_in(box))


def kept(box: Box) -> Box:
    """After a consent is shown: who asked for time, so that they alone can answer later, and no more."""
    return {
        id: Ballot(each.round, id, Side.UNKNOWN, 0, Support("need_time"))
        for id, each in box.items()
        if isinstance(each.choice, Support) and each.choice.support == "need_time"
    }


@dataclass(frozen=True, slots=True)
class Late(Generic[E]):
    """An answer after its round was shown: whoever asked for time is then no longer kept."""

    round: str
    nullifier: Nullifier
    events: tuple[E, ...]


def show_choice(choice: Choice) -> View:
    """As the phone wrote it."""
    match choice:
        case Dots(dots):
            return {"dots": dots}
        case Ranks(ranks):
            return {"ranks": list(ranks)}
        case Ratings(ratings):
            return {"ratings": ratings}
        case Support(support, text, lang, aloud):
            said: View = {"text": text, "lang": lang} if text else {}
            return {"support": support, **said, **({"aloud": True} if aloud else {})}
        case Answers(answers):
            return {"answers": {about: show_answers(each) for about, each in answers.items()}}
        case _:
            assert_never(choice)


def show_answers(answers: Mapping[str, Answer]) -> View:
    return {question: show_answer(answer) for question, answer in answers.items()}


def show_answer(answer: Answer) -> Json:
    return {"text": answer.text, "lang": answer.lang} if isinstance(answer, Said) else answer
