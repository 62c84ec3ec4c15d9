"""What becomes of a round that waits for an answer, and of a proposal that came to nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias, assert_never

from talko.core import day
from talko.core.ballots import support
from talko.core.ballots.ballot import CastBallot, Late, nullifier
from talko.core.ballots.loose import TextLoosed
from talko.core.ballots.proposal import (
    State,
    answered_later,
    came_to,
    needs_time_until,
    pending,
    result_of,
    rounds_on,
)
from talko.core.people import Refused, Request, Seat, may

Settled: TypeAlias = Literal["rejected", "differing"]


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


Command: TypeAlias = DecideBy | Settle | LetPass


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


Event: TypeAlias = AnsweredLater | ToDecideBy | TimePassed | ProposalSettled


def decide(state: State, request: Request[object], wish: Command) -> Sequence[Event] | Refused:
    match wish:
        case DecideBy():
            return decide_by(state, request, wish)
        case Settle():
            return settle(state, request.seat, wish)
        case LetPass(round):
            return let_pass(state, request, round)
        case _:
            assert_never(wish)


def answer_later(
    state: State, request: Request[object], wish: CastBallot
) -> Late[Event | TextLoosed] | Refused:
    """Which of one person's answers is the newest need not be told: there is only one."""
    if not may(request.seat, "vote"):
        return Refused("may_not")
    if is_past(state, wish.round, request.today):
        return Refused("activity_closed")
    said = support.said_later(state.settings, wish.choice)
    if isinstance(said, Refused):
        return said
    assert said.support != "need_time"
    events = [AnsweredLater(wish.round, said.support)]
    concern = [TextLoosed(request.id, wish.round, said.text, said.lang)] if said.text else []
    return Late(wish.round, nullifier(request.seat.key, wish.round), (*events, *concern))


def decide_by(state: State, request: Request[object], wish: DecideBy) -> Sequence[Event] | Refused:
    if not may(request.seat, "lead"):
        return Refused("may_not")
    if wish.round not in pending(state):
        return Refused("not_now")
    return day.cannot_be(wish.date, request.today) or [ToDecideBy(wish.round, wish.date)]


def settle(state: State, seat: Seat, wish: Settle) -> Sequence[Event] | Refused:
    if not may(seat, "lead"):
        return Refused("may_not")
    is_unresolved = result_of(state, wish.proposal) == "unresolved"
    return [ProposalSettled(wish.proposal, wish.decision)] if is_unresolved else Refused("not_now")


def let_pass(state: State, request: Request[object], round: str) -> Sequence[Event] | Refused:
    if not may(request.seat, "release"):
        return Refused("may_not")
    return [TimePassed(round)] if is_past(state, round, request.today) else Refused("not_now")


def is_past(state: State, round: str, today: str) -> bool:
    """The room lets it pass only when it looks; nobody answers in between."""
    date = needs_time_until(state).get(round, "")
    return bool(date) and date < today


def evolve(state: State, event: Event) -> State:
    match event:
        case AnsweredLater(id, answer):
            return answered_later(state, id, answer)
        case TimePassed(id):
            return came_to(state, id, "unresolved")
        case ProposalSettled(proposal, decision):
            return came_to(state, rounds_on(state, proposal)[-1].id, decision)
        case ToDecideBy(id, date):
            return replace(state, decide_by={**state.decide_by, id: date})
        case _:
            assert_never(event)
