"""Consent: is it good enough for now? Concerns are heard, what is proposed is changed, and asked again."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from talko.core import card, rounds, template
from talko.core.ballot import CastBallot
from talko.core.card import Cards, HideCard, ShowCard
from talko.core.life import Life, Move
from talko.core.loose import TextLoosed
from talko.core.rounds import Rounds
from talko.core.tally import ConsentTally

Settled: TypeAlias = Literal["rejected", "differing"]


@dataclass(frozen=True, slots=True)
class State:
    id: str
    settings: template.Consent
    is_commitment: bool = False  # of the whole plan: never record by record
    minutes: int = 0
    life: Life = field(default_factory=Life)  # of the latest round
    rounds: Rounds[ConsentTally] = field(default_factory=dict)
    concerns: Cards = field(default_factory=dict)  # loose, of all rounds; a card's `item` is its round
    decide_by: Mapping[str, str] = field(default_factory=dict)  # date by round
    passed: frozenset[str] = frozenset()  # rounds whose date went by without an answer
    settled: Mapping[str, Settled] = field(
        default_factory=dict
    )  # by proposal, where the last round came to nothing


@dataclass(frozen=True, slots=True)
class OpenRound:
    proposal: str  # the id of what is proposed, or ALL
    wording: str = ""  # first round: how it is worded; later: what was changed
    lang: str = ""


@dataclass(frozen=True, slots=True)
class NoteConcern:
    """One that was said aloud, typed by whoever leads."""

    round: str
    text: str
    lang: str


@dataclass(frozen=True, slots=True)
class DecideBy:
    """Until when those who asked for time can answer."""

    round: str
    date: str


@dataclass(frozen=True, slots=True)
class Settle:
    """What becomes of a proposal on which the last round came to nothing."""

    proposal: str
    decision: Settled


@dataclass(frozen=True, slots=True)
class LetPass:
    """Asked by the room itself, when the date is over."""

    round: str


Command: TypeAlias = (
    CastBallot | OpenRound | NoteConcern | DecideBy | Settle | LetPass | HideCard | ShowCard | Move
)


@dataclass(frozen=True, slots=True)
class RoundWorded:
    """Beside RoundOpened, where something was said of the proposal."""

    round: str
    wording: str
    lang: str


@dataclass(frozen=True, slots=True)
class ConsentRevealed:
    """The box keeps who asked for time, and nothing else."""

    round: str
    tally: ConsentTally


@dataclass(frozen=True, slots=True)
class AnsweredLater:
    """Completes the round. Whoever answers alone was told that the others can tell who it was."""

    round: str
    support: int


@dataclass(frozen=True, slots=True)
class ToDecideBy:
    round: str
    date: str


@dataclass(frozen=True, slots=True)
class TimePassed:
    round: str


@dataclass(frozen=True, slots=True)
class ProposalSettled:
    proposal: str
    decision: Settled


Event: TypeAlias = (
    rounds.Event | RoundWorded | ConsentRevealed | AnsweredLater | ToDecideBy | TimePassed | ProposalSettled
    | TextLoosed | card.Event
)  # fmt: skip
