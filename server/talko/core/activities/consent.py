"""Consent: is it good enough for now? Concerns are heard, what is proposed is changed, and asked again."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias, TypeGuard, assert_never

from talko.core import card, life
from talko.core.ballots import asking, rounds, support, waiting
from talko.core.ballots.asking import MAX_CHARS
from talko.core.ballots.asking import OpenRound as OpenRound
from talko.core.ballots.asking import RoundWorded as RoundWorded
from talko.core.ballots.ballot import ALL, Ballot, Box, Boxes, CastBallot, Late, Support, nullifier
from talko.core.ballots.loose import TextLoosed
from talko.core.ballots.proposal import State as State
from talko.core.ballots.proposal import accepted as accepted
from talko.core.ballots.proposal import came_of as came_of
from talko.core.ballots.proposal import is_last, pending, with_round
from talko.core.ballots.proposal import later_of as later_of
from talko.core.ballots.proposal import needs_time_until as needs_time_until
from talko.core.ballots.proposal import not_accepted as not_accepted
from talko.core.ballots.proposal import result_of as result_of
from talko.core.ballots.proposal import undated as undated
from talko.core.ballots.proposal_view import show as show
from talko.core.ballots.proposal_view import show_mine as show_mine
from talko.core.ballots.rounds import RoundOpened, latest
from talko.core.ballots.tally import ConsentTally
from talko.core.ballots.waiting import AnsweredLater as AnsweredLater
from talko.core.ballots.waiting import DecideBy as DecideBy
from talko.core.ballots.waiting import LetPass as LetPass
from talko.core.ballots.waiting import ProposalSettled as ProposalSettled
from talko.core.ballots.waiting import Settle as Settle
from talko.core.ballots.waiting import Settled as Settled
from talko.core.ballots.waiting import TimePassed as TimePassed
from talko.core.ballots.waiting import ToDecideBy as ToDecideBy
from talko.core.card import Card, CardHidden, CardShown, HideCard, ShowCard, with_card
from talko.core.life import Close, Closed, Extend, Extended, Move, Open, Opened, Phase, Reveal, Revealed
from talko.core.people import Refused, Request, Side, may


@dataclass(frozen=True, slots=True)
class NoteConcern:
    """One that was said aloud, typed by whoever leads."""

    round: str
    text: str
    lang: str


Command: TypeAlias = CastBallot | OpenRound | NoteConcern | waiting.Command | HideCard | ShowCard | Move


@dataclass(frozen=True, slots=True)
class ConsentRevealed:
    """The box keeps who asked for time, and nothing else."""

    round: str
    tally: ConsentTally


Event: TypeAlias = rounds.Event | RoundWorded | ConsentRevealed | waiting.Event | TextLoosed | card.Event


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
            return asking.open_round(state, request, wish, proposals)
        case Open() if state.life.phase is Phase.WAITING or request.id in state.rounds:
            return asking.open_round(state, request, OpenRound(ALL), proposals)
        case Open() | Close() | Extend() as wish:
            return rounds.move(state.life, request, wish, state.minutes)
        case Reveal() as wish:
            shut = life.move(state.life, request, wish, state.minutes)
            return shut if isinstance(shut, Refused) else reveal(state, boxes)
        case NoteConcern() as wish:
            return note(state, request, replace(wish, text=wish.text.strip()))
        case HideCard() | ShowCard() as wish:
            return card.hide_or_show(state.concerns, request.seat, wish)
        case DecideBy() | Settle() | LetPass() as wish:
            return waiting.decide(state, request, wish)
        case _:
            assert_never(request.command)


def cast(
    state: State, request: Request[Command], wish: CastBallot, box: Box
) -> Ballot | Late[Event] | Refused:
    """While the round is open, or later, where one asked for time. No side is told, so the box knows none."""
    id = nullifier(request.seat.key, wish.round)
    if wish.round in pending(state) and id in box:
        return waiting.answer_later(state, request, wish)
    if refused := rounds.cannot_cast(request.seat, state.life, state.rounds, wish.round):
        return refused
    said = support.said(state.settings, wish.choice)
    return said if isinstance(said, Refused) else Ballot(wish.round, id, Side.UNKNOWN, wish.n, said)


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
        case AnsweredLater() | TimePassed() | ProposalSettled() | ToDecideBy():
            return waiting.evolve(state, event)
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
