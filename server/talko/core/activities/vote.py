"""Vote: dots, ranks or ratings, secret until they are shown. A vote narrows; it never decides."""

from dataclasses import dataclass, field
from typing import TypeAlias

from talko.core import rounds, template
from talko.core.ballot import CastBallot
from talko.core.life import Life, Move
from talko.core.rounds import OpenRunOff, Rounds
from talko.core.tally import VoteTally


@dataclass(frozen=True, slots=True)
class State:
    id: str
    settings: template.Vote
    rules: template.Rules
    minutes: int = 0
    life: Life = field(default_factory=Life)  # of the latest round
    rounds: Rounds[VoteTally] = field(default_factory=dict)


Command: TypeAlias = CastBallot | OpenRunOff | Move


@dataclass(frozen=True, slots=True)
class VoteRevealed:
    """The store empties the round's box in the same transaction."""

    round: str
    tally: VoteTally


Event: TypeAlias = rounds.Event | VoteRevealed
