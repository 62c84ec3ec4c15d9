"""Needs: "I need more time", "I need a break", and how the meeting itself feels. Said at any time, by nobody's name."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from talko.core import card
from talko.core.card import Cards, HideCard, ShowCard
from talko.core.people import Mark

Need: TypeAlias = Literal["more_time", "break"]
MAX_CHARS = 300
MOST_FEEDBACK = 5  # of one person


@dataclass(frozen=True, slots=True)
class State:
    asked: Mapping[Need, frozenset[Mark]] = field(default_factory=dict)  # since the room came here
    feedback: Cards = field(default_factory=dict)
    by_mark: Mapping[Mark, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AskFor:
    need: Need


@dataclass(frozen=True, slots=True)
class GiveFeedback:
    text: str
    lang: str


Command: TypeAlias = AskFor | GiveFeedback | HideCard | ShowCard


@dataclass(frozen=True, slots=True)
class AskedFor:
    need: Need
    mark: Mark


@dataclass(frozen=True, slots=True)
class FeedbackGiven:
    card: str
    text: str
    lang: str
    mark: Mark


Event: TypeAlias = AskedFor | FeedbackGiven | card.Event
