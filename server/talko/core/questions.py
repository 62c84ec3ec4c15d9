"""Questions, at any time and without a name. An answer is seen by all; what is still open goes to the plan."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from talko.core import card
from talko.core.card import Cards, HideCard, ShowCard
from talko.core.people import Mark

MAX_CHARS = 300
MOST_UNANSWERED = 5  # of one person


@dataclass(frozen=True, slots=True)
class Answer:
    text: str
    lang: str
    is_open: bool  # said, but not settled: it goes to the plan too


@dataclass(frozen=True, slots=True)
class State:
    cards: Cards = field(default_factory=dict)
    by_mark: Mapping[Mark, str] = field(default_factory=dict)
    answers: Mapping[str, Answer] = field(default_factory=dict)  # by question


@dataclass(frozen=True, slots=True)
class AskQuestion:
    text: str
    lang: str


@dataclass(frozen=True, slots=True)
class AnswerQuestion:
    question: str
    text: str
    lang: str
    is_open: bool = False


Command: TypeAlias = AskQuestion | AnswerQuestion | HideCard | ShowCard


@dataclass(frozen=True, slots=True)
class QuestionAsked:
    card: str
    text: str
    lang: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class QuestionAnswered:
    """`answering` is the id of the command, under which its words are kept."""

    question: str
    answering: str
    text: str
    lang: str
    is_open: bool


Event: TypeAlias = QuestionAsked | QuestionAnswered | card.Event
