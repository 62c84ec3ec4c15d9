"""Consent: is it good enough for now? Concerns are heard, what is proposed is changed, and asked again."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias, TypeGuard, assert_never

from talko.core import card, life
from talko.core.ballots import rounds, support
from talko.core.ballots.ballot import ALL, Ballot, Box, Boxes, CastBallot, Late, Support, nullifier
from talko.core.ballots.loose import TextLoosed
from talko.core.ballots.proposal import State as State
from talko.core.ballots.proposal import accepted as accepted
from talko.core.ballots.proposal import answered_later, came_to, is_last, pending, rounds_on, with_round
from talko.core.ballots.proposal import later_of as later_of
from talko.core.ballots.proposal import needs_time_until as needs_time_until
from talko.core.ballots.proposal import result_of as result_of
from talko.core.ballots.proposal_view import show as show
from talko.core.ballots.proposal_view import show_mine as show_mine
from talko.core.ballots.rounds import RoundOpened, has_box, latest, new_round
from talko.core.ballots.tally import ConsentTally, Result
from talko.core.card import Card, CardHidden, CardShown, HideCard, ShowCard, with_card
from talko.core.life import Close, Closed, Extend, Extended, Move, Open, Opened, Phase, Reveal, Revealed
from talko.core.people import Refused, Request, Seat, Side, may
from talko.core.records import day

Settled: TypeAlias = Literal["rejected", "differing"]

MAX_CHARS = 300  # of a concern that is noted, and of what was changed in a proposal
OVER: tuple[Result, ...] = ("accepted", "rejected", "differing")


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


def takes(request: Request[object]) -> TypeGuard[Request[Command]]:
    return isinstance(request.command, Command)


def decide(
    state: State, request: Request[Command], boxes: Boxes, proposals: Collection[str]
) -> Sequence[Event] | Ballot | Late[Event] | Refused:
    """`proposals` are the ids of what is proposed now, of which each can be asked about by itself."""
    match request.command:
        case CastBallot() as wish:
            return cast(state, request, wish, boxes.get(wish.round, {}))
        case OpenRound() as wish:
            return open_round(state, request, replace(wish, wording=wish.wording.strip()), proposals)
        case Open() if state.life.phase is Phase.WAITING or request.id in state.rounds:
            return open_round(state, request, OpenRound(ALL), proposals)
        case Open() | Close() | Extend() as wish:
            return rounds.move(state.life, request, wish, state.minutes)
        case Reveal() as wish:
            shut = life.move(state.life, request, wish, state.minutes)
            return shut if isinstance(shut, Refused) else reveal(state, boxes)
        case NoteConcern() as wish:
            return note(state, request, replace(wish, text=wish.text.strip()))
        case HideCard() as wish:
            return card.hide(state.concerns, request.seat, wish)
        case ShowCard(id):
            return card.show_again(state.concerns, request.seat, id)
        case DecideBy() as wish:
            return decide_by(state, request, wish)
        case Settle() as wish:
            return settle(state, request.seat, wish)
        case LetPass(round):
            return let_pass(state, request, round)
        case _:
            assert_never(request.command)


# Answering: while the round is open, or later, where one asked for time


def cast(
    state: State, request: Request[Command], wish: CastBallot, box: Box
) -> Ballot | Late[Event] | Refused:
    """A consent is never told by side, so its box need not know one."""
    id = nullifier(request.seat.key, wish.round)
    if wish.round in pending(state) and id in box:
        return answer_later(state, request, wish)
    if refused := rounds.cannot_cast(request.seat, state.life, state.rounds, wish.round):
        return refused
    said = support.said(state.settings, wish.choice)
    return said if isinstance(said, Refused) else Ballot(wish.round, id, Side.UNKNOWN, wish.n, said)


def answer_later(state: State, request: Request[Command], wish: CastBallot) -> Late[Event] | Refused:
    """Which of one person's answers is the newest need not be told: there is only one."""
    if not may(request.seat, "vote"):
        return Refused("may_not")
    said = support.said_later(state.settings, wish.choice)
    if isinstance(said, Refused):
        return said
    assert said.support != "need_time"
    events: list[Event] = [AnsweredLater(wish.round, said.support)]
    concern = [TextLoosed(request.id, wish.round, said.text, said.lang)] if said.text else []
    return Late(wish.round, nullifier(request.seat.key, wish.round), (*events, *concern))


# Rounds


def open_round(
    state: State, request: Request[Command], wish: OpenRound, proposals: Collection[str]
) -> Sequence[Event] | Refused:
    if request.id in state.rounds:
        return []
    refused = cannot_open(state, request.seat) or cannot_ask_about(state, wish.proposal, proposals)
    if refused:
        return refused
    if len(wish.wording) > MAX_CHARS:
        return Refused("too_long")
    worded = [RoundWorded(request.id, wish.wording, wish.lang)] if wish.wording else []
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


def reveal(state: State, boxes: Boxes) -> Sequence[Event]:
    """Counts the latest round. What people wrote comes out loose, in an order that tells nothing of them."""
    now = latest(state.rounds)
    if not now or now.tally:
        return []
    box = boxes.get(now.id, {})
    tally = support.count(state.settings, box, is_last=is_last(state, now.id))
    said = [each.choice for each in box.values() if isinstance(each.choice, Support) and each.choice.text]
    texts = sorted((each.text, each.lang) for each in said)
    loose = [TextLoosed(f"{now.id}.{n}", now.id, *text) for n, text in enumerate(texts, start=1)]
    return [ConsentRevealed(now.id, tally), *loose]


def note(state: State, request: Request[Command], wish: NoteConcern) -> Sequence[Event] | Refused:
    if not may(request.seat, "tend"):
        return Refused("may_not")
    if request.id in state.concerns:
        return []
    if wish.round not in state.rounds:
        return Refused("not_now")
    if not wish.text:
        return Refused("empty")
    too_long = len(wish.text) > MAX_CHARS
    return Refused("too_long") if too_long else [TextLoosed(request.id, wish.round, wish.text, wish.lang)]


# What becomes of a round that waits, and of a proposal on which the last round came to nothing


def decide_by(state: State, request: Request[Command], wish: DecideBy) -> Sequence[Event] | Refused:
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


def let_pass(state: State, request: Request[Command], round: str) -> Sequence[Event] | Refused:
    if not may(request.seat, "release"):
        return Refused("may_not")
    date = needs_time_until(state).get(round)
    return [TimePassed(round)] if date and date < request.today else Refused("not_now")


# What happened


def evolve(state: State, event: Event) -> State:
    match event:
        case RoundOpened(ends=ends):
            begun = rounds.begun(state.rounds, event)
            return replace(state, rounds=begun, life=life.live(state.life, Opened(ends)))
        case RoundWorded(id, wording, lang):
            return with_round(state, replace(state.rounds[id], wording=wording, lang=lang))
        case ConsentRevealed(id, tally):
            counted = rounds.counted(state.rounds, id, tally)
            return replace(state, rounds=counted, life=life.live(state.life, Revealed()))
        case AnsweredLater(id, answer):
            return answered_later(state, id, answer)
        case TimePassed(id):
            return came_to(state, id, "unresolved")
        case ProposalSettled(proposal, decision):
            return came_to(state, rounds_on(state, proposal)[-1].id, decision)
        case ToDecideBy(id, date):
            return replace(state, decide_by={**state.decide_by, id: date})
        case TextLoosed():
            return with_concern(state, event)
        case CardHidden() | CardShown():
            return replace(state, concerns=card.mended(state.concerns, event))
        case Opened() | Closed() | Extended():
            return replace(state, life=life.live(state.life, event))
        case _:
            assert_never(event)


def with_concern(state: State, loose: TextLoosed) -> State:
    new = Card(loose.card, loose.text, loose.lang, item=loose.round)
    return replace(state, concerns=with_card(state.concerns, new))


def forget_hidden(state: State) -> State:
    return replace(state, concerns=card.forget_hidden(state.concerns))
