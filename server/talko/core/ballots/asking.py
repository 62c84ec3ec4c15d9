"""Asking about a proposal: one at a time, in its own words, and no more often than was agreed."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from talko.core.ballots.ballot import ALL
from talko.core.ballots.proposal import State, result_of, rounds_on
from talko.core.ballots.rounds import RoundOpened, has_box, new_round
from talko.core.ballots.tally import Result
from talko.core.people import Refused, Request, Seat, may

MAX_CHARS = 300  # of what was changed in a proposal, and of a concern that is noted
OVER: tuple[Result, ...] = ("accepted", "rejected", "differing")


@dataclass(frozen=True, slots=True)
class OpenRound:
    proposal: str  # the id of what is proposed, or ALL
    wording: str = ""  # first round: how it is worded; later: what was changed
    lang: str = ""


@dataclass(frozen=True, slots=True)
class RoundWorded:
    """Beside RoundOpened, where something was said of the proposal."""

    round: str
    wording: str
    lang: str


def open_round(
    state: State, request: Request[object], wish: OpenRound, proposals: Collection[str]
) -> Sequence[RoundOpened | RoundWorded] | Refused:
    if request.id in state.rounds:
        return []
    refused = cannot_open(state, request.seat) or cannot_ask_about(state, wish.proposal, proposals)
    if refused:
        return refused
    wording = wish.wording.strip()
    if len(wording) > MAX_CHARS:
        return Refused("too_long")
    worded = [RoundWorded(request.id, wording, wish.lang)] if wording else []
    return [new_round(request, (wish.proposal,), state.minutes), *worded]


def cannot_open(state: State, seat: Seat) -> Refused | None:
    if not may(seat, "lead"):
        return Refused("may_not")
    return Refused("not_now") if has_box(state.life) else None


def cannot_ask_about(state: State, proposal: str, proposals: Collection[str]) -> Refused | None:
    """Who asked for time is waited for: a new round would take their answer from them."""
    if proposal != ALL and (state.is_commitment or proposal not in proposals):
        return Refused("no_such_item")
    own, of_all = result_of(state, proposal), result_of(state, ALL)
    if own in OVER or of_all == "accepted":
        return Refused("settled")
    if "pending" in (own, of_all):
        return Refused("not_now")
    enough = len(rounds_on(state, proposal)) >= state.settings.max_rounds
    return Refused("enough_rounds") if enough else None
