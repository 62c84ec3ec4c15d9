"""Vote: dots, ranks or ratings, secret until they are shown. A vote narrows; it never decides."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, takewhile
from typing import TypeAlias, TypeGuard, assert_never

from talko.core import life, template
from talko.core.audience import Audience, Shown, View
from talko.core.ballots import count_sides, count_votes, privacy, rounds, vote_results, voting
from talko.core.ballots.ballot import Ballot, Boxes, CastBallot, cast_in, nullifier
from talko.core.ballots.rounds import OpenRunOff, Round, RoundOpened, Rounds, latest, new_round
from talko.core.ballots.tally import VoteTally
from talko.core.life import Close, Closed, Extend, Extended, Life, Move, Open, Opened, Phase, Reveal, Revealed
from talko.core.people import Refused, Request, Seat, may


@dataclass(frozen=True, slots=True)
class State:
    id: str
    settings: template.Vote
    rules: template.Rules
    minutes: int = 0
    life: Life = field(default_factory=Life)  # of the latest round
    rounds: Rounds[VoteTally] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Options:
    """The ids of what is voted on now, and of those that this person is asked to rate."""

    every: tuple[str, ...]
    assigned: Collection[str] = ()


Command: TypeAlias = CastBallot | OpenRunOff | Move


@dataclass(frozen=True, slots=True)
class VoteRevealed:
    """The store empties the round's box in the same transaction."""

    round: str
    tally: VoteTally


Event: TypeAlias = rounds.Event | VoteRevealed


def takes(request: Request[object]) -> TypeGuard[Request[Command]]:
    return isinstance(request.command, Command)


def decide(
    state: State, request: Request[Command], boxes: Boxes, options: Options
) -> Sequence[Event] | Ballot | Refused:
    match request.command:
        case CastBallot() as wish:
            return cast(state, request.seat, wish, options.assigned)
        case Open() if not rounds.has_box(state.life) or request.id in state.rounds:
            return open_round(state, request, options.every)
        case OpenRunOff():
            return open_run_off(state, request)
        case Reveal() as wish:
            shut = life.move(state.life, request, wish, state.minutes)
            return shut if isinstance(shut, Refused) else reveal(state, boxes)
        case Open() | Close() | Extend() as wish:
            return rounds.move(state.life, request, wish, state.minutes)
        case _:
            assert_never(request.command)


def cast(state: State, seat: Seat, wish: CastBallot, assigned: Collection[str]) -> Ballot | Refused:
    now = latest(state.rounds)
    refused = rounds.cannot_cast(seat, state.life, state.rounds, wish.round)
    if refused or not now:
        return refused or Refused("not_open_yet")
    if not now.run_off and seat.side not in state.rules.vote_sides:
        return Refused("not_your_vote")
    vote = asked(state, now)
    theirs = [id for id in now.about if id in assigned] if vote.assign == "random" else now.about
    refused = voting.cannot_be(vote, theirs, wish.choice)
    id, choice = nullifier(seat.key, now.id), voting.trimmed(wish.choice)
    return refused or Ballot(now.id, id, seat.side, wish.n, choice)


def asked(state: State, round: Round[VoteTally]) -> template.Vote:
    """A run-off has dots, whatever the vote has: one for each free seat, one on each option."""
    if not round.run_off:
        return state.settings
    free = state.settings.select_top - len(selected(state))
    return template.Vote("dots", free, state.settings.display, budget=free, max_per_item=1)


def open_round(
    state: State, request: Request[Command], options: tuple[str, ...]
) -> Sequence[Event] | Refused:
    if not may(request.seat, "lead"):
        return Refused("may_not")
    if request.id in state.rounds:
        return []
    if len(options) < 2:
        return Refused("one_option")
    return rounds.cannot_begin(state.rounds) or [new_round(request, options, state.minutes)]


def open_run_off(state: State, request: Request[Command]) -> Sequence[Event] | Refused:
    """Everybody in the session may vote, also who did not in the first."""
    if not may(request.seat, "lead"):
        return Refused("may_not")
    if request.id in state.rounds:
        return []
    if state.life.phase is not Phase.REVEALED:
        return Refused("not_now")
    if not (tied := run_off(state)):
        return Refused("no_run_off")
    return rounds.cannot_begin(state.rounds) or [new_round(request, tied, state.minutes, run_off=True)]


def reveal(state: State, boxes: Boxes) -> Sequence[Event]:
    """Counts the latest round's box, once."""
    now = latest(state.rounds)
    if not now or now.tally:
        return []
    vote, cast = asked(state, now), cast_in(boxes.get(now.id, {}))
    tally = count_votes.count(vote, now.about, cast)
    sides = count_sides.count(vote, now.about, cast, care(state, now))
    still_equal = now.about if now.run_off and not cast else tally.run_off
    return [VoteRevealed(now.id, replace(tally, run_off=still_equal, by_side=sides))]


def care(state: State, round: Round[VoteTally]) -> privacy.Care:
    """A run-off is shown together with what was tied, and told no closer."""
    own = privacy.care(state.rules)
    before = [each.by_side.told for each in results(state)] if round.run_off else []
    return replace(own, at_most=privacy.strictest([own.at_most, *before]))


def selected(state: State) -> tuple[str, ...]:
    """What goes on: the choice of the last vote, and of the run-offs after it."""
    return tuple(option for each in results(state) for option in each.selection)


def not_selected(state: State) -> list[str]:
    """What was voted on, and does not go on."""
    told = (each.about for each in state.rounds.values() if each.tally)
    return [option for option in dict.fromkeys(chain.from_iterable(told)) if option not in selected(state)]


def run_off(state: State) -> tuple[str, ...]:
    """Between whom one is needed now."""
    return next((each.run_off for each in reversed(results(state))), ())


def results(state: State) -> list[VoteTally]:
    """Of the last vote and its run-offs. A round in which nobody voted changes nothing."""
    told = [each for each in state.rounds.values() if each.tally and each.tally.ballots]
    run_offs = list(takewhile(lambda each: each.run_off, reversed(told)))
    last = told[-len(run_offs) - 1 :]
    return [each.tally for each in last if each.tally]


def evolve(state: State, event: Event) -> State:
    match event:
        case RoundOpened(ends=ends):
            begun = replace(state, rounds=rounds.begun(state.rounds, event))
            return replace(begun, life=life.live(state.life, Opened(ends)))
        case VoteRevealed(id, tally):
            counted = replace(state, rounds=rounds.counted(state.rounds, id, tally))
            return replace(counted, life=life.live(state.life, Revealed()))
        case Opened() | Closed() | Extended():
            return replace(state, life=life.live(state.life, event))
        case _:
            assert_never(event)


def show(state: State, _: Audience, shown: Shown) -> View:
    """The same for all: while a round is open, nobody sees anything of it."""
    now = latest(state.rounds)
    told = {id: each for id, each in state.rounds.items() if each.tally}
    is_run_off: View = {"run_off": True} if now and now.run_off else {}
    return {
        "kind": "vote",
        **life.show(state.life),
        "round": now.id if now else "",
        **is_run_off,
        "rounds": shown.each("rounds", told, lambda each, _: show_result(state, each)),
    }


def show_result(state: State, round: Round[VoteTally]) -> View:
    nth = list(state.rounds).index(round.id) + 1
    return vote_results.show(state.settings, round, nth)


def show_mine(state: State, seat: Seat, boxes: Boxes) -> View:
    return rounds.show_mine(state.rounds, seat, boxes)
