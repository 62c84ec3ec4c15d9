"""Survey: questions answered without a name, counted question by question and never person by person."""

from dataclasses import dataclass, field
from typing import TypeAlias

from talko.core import card, rounds, template
from talko.core.ballot import CastBallot
from talko.core.card import Cards, HideCard, ShowCard
from talko.core.life import Life, Move
from talko.core.loose import TextLoosed
from talko.core.rounds import Rounds
from talko.core.tally import SurveyTally


@dataclass(frozen=True, slots=True)
class State:
    id: str
    settings: template.Survey
    rules: template.Rules
    bank: template.ItemBank
    minutes: int = 0
    items: tuple[template.Item, ...] = ()  # as in the template, or as chosen
    life: Life = field(default_factory=Life)  # of the latest round
    rounds: Rounds[SurveyTally] = field(default_factory=dict)
    texts: Cards = field(default_factory=dict)  # loose, of all rounds


@dataclass(frozen=True, slots=True)
class ChooseItems:
    """Before it opens, where the template leaves the questions to whoever leads."""

    items: tuple[str, ...]


Command: TypeAlias = CastBallot | ChooseItems | HideCard | ShowCard | Move


@dataclass(frozen=True, slots=True)
class ItemsChosen:
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SurveyRevealed:
    """The store empties the round's box in the same transaction."""

    round: str
    tally: SurveyTally


Event: TypeAlias = rounds.Event | ItemsChosen | SurveyRevealed | TextLoosed | card.Event
