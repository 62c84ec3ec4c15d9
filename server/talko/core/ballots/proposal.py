"""What is proposed in a consent: the rounds in which it was asked about, and what came of it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import reduce
from typing import Literal

from talko.core import template
from talko.core.ballots import rounds, support
from talko.core.ballots.ballot import ALL, Boxes, nullifier
from talko.core.ballots.rounds import Round, Rounds
from talko.core.ballots.tally import ConsentTally, Result
from talko.core.card import Cards
from talko.core.life import Life
from talko.core.people import Seat

TAKEN: tuple[Result, ...] = ("accepted", "pending")  # what waits for an answer goes on too


@dataclass(frozen=True, slots=True)
class State:
    """What became of a proposal stands in the tally of its latest round."""

    id: str
    settings: template.Consent
    is_commitment: bool = False  # of the whole plan: never record by record
    minutes: int = 0
    life: Life = field(default_factory=Life)  # of the latest round
    rounds: Rounds[ConsentTally] = field(default_factory=dict)  # a round is `about` one proposal, or ALL
    concerns: Cards = field(default_factory=dict)  # loose, of all rounds; a card's `item` is its round
    decide_by: Mapping[str, str] = field(default_factory=dict)  # date by round


def rounds_on(state: State, proposal: str) -> list[Round[ConsentTally]]:
    return [each for each in state.rounds.values() if each.about == (proposal,)]


def nth(state: State, round: str) -> int:
    """Rounds are counted proposal by proposal."""
    same = rounds_on(state, state.rounds[round].about[0])
    return [each.id for each in same].index(round) + 1


def is_last(state: State, round: str) -> bool:
    return nth(state, round) >= state.settings.max_rounds


def pending(state: State) -> list[str]:
    return [each.id for each in state.rounds.values() if each.tally and each.tally.result == "pending"]


def result_of(state: State, proposal: str) -> Result | Literal[""]:
    """Of its latest round, "" while that is not shown and before the first."""
    asked = rounds_on(state, proposal)
    return asked[-1].tally.result if asked and asked[-1].tally else ""


def came_of(state: State, proposal: str) -> Result | Literal[""]:
    """Of what was said of it by itself, or of everything together: what took it on, else what did not."""
    told = [each for each in (result_of(state, proposal), result_of(state, ALL)) if each]
    taken = [each for each in told if each in TAKEN]
    return next(iter(taken or told), "")


def accepted(state: State, proposals: Collection[str]) -> list[str]:
    """What goes on."""
    return [each for each in proposals if came_of(state, each) in TAKEN]


def not_accepted(state: State, proposals: Collection[str]) -> list[str]:
    """What was asked about, and does not go on: neither does what waits without a date, in the end."""
    over = reduce(lambda now, round: came_to(now, round, "unresolved"), undated(state), state)
    return [each for each in proposals if came_of(over, each) not in ("", *TAKEN)]


def needs_time_until(state: State) -> Mapping[str, str]:
    """By round that waits for an answer: the date, "" where none is set."""
    return {round: state.decide_by.get(round, "") for round in pending(state)}


def undated(state: State) -> list[str]:
    """Rounds that wait for an answer now, and will not when it is over."""
    return [round for round, date in needs_time_until(state).items() if not date]


def later_of(state: State, seat: Seat, boxes: Boxes) -> list[str]:
    """Rounds in which this person asked for time, and may still answer."""
    return [each for each in pending(state) if nullifier(seat.key, each) in boxes.get(each, {})]


# How a round changes


def with_round(state: State, round: Round[ConsentTally]) -> State:
    return replace(state, rounds={**state.rounds, round.id: round})


def answered_later(state: State, id: str, answer: int) -> State:
    """The worst of what was counted and what is said now."""
    tally, last = tally_of(state, id), is_last(state, id)
    return with_tally(state, id, support.answered_later(state.settings, tally, answer, is_last=last))


def came_to(state: State, id: str, result: Result) -> State:
    return with_tally(state, id, replace(tally_of(state, id), result=result))


def tally_of(state: State, id: str) -> ConsentTally:
    tally = state.rounds[id].tally
    assert tally, "only a round that was shown has a result"
    return tally


def with_tally(state: State, id: str, tally: ConsentTally) -> State:
    return replace(state, rounds=rounds.counted(state.rounds, id, tally))
