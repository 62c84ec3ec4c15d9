"""Needs: "I do not understand", more time, a break, and how the meeting feels. Said at any time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias, TypeGuard, assert_never, get_args

from talko.core import card
from talko.core.audience import Audience, Shown, View
from talko.core.card import Card, CardHidden, Cards, CardShown, HideCard, ShowCard, with_card
from talko.core.cards import marks
from talko.core.people import Mark, Refused, Request, Seat, mark, may

Need: TypeAlias = Literal["more_time", "break", "unclear"]
PLACE = "the meeting itself"
MAX_CHARS = 300
MOST_FEEDBACK = 5  # of one person


@dataclass(frozen=True, slots=True)
class State:
    asked: Mapping[Need, frozenset[Mark]] = field(default_factory=dict)  # since the room came here
    turn: int = 0  # counts up when they begin anew, so that no two askings look like one person's
    feedback: Cards = field(default_factory=dict)
    by_mark: Mapping[Mark, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AskFor:
    need: Need


@dataclass(frozen=True, slots=True)
class TakeBack:
    """Pressed by mistake, or not needed any longer."""

    need: Need


@dataclass(frozen=True, slots=True)
class GiveFeedback:
    text: str
    lang: str


Command: TypeAlias = AskFor | TakeBack | GiveFeedback | HideCard | ShowCard


@dataclass(frozen=True, slots=True)
class AskedFor:
    need: Need
    mark: Mark


@dataclass(frozen=True, slots=True)
class NeedTakenBack:
    need: Need
    mark: Mark


@dataclass(frozen=True, slots=True)
class FeedbackGiven:
    card: str
    text: str
    lang: str
    mark: Mark


Event: TypeAlias = AskedFor | NeedTakenBack | FeedbackGiven | card.Event


def takes(request: Request[object]) -> TypeGuard[Request[Command]]:
    return isinstance(request.command, Command)


def decide(state: State, request: Request[Command]) -> Sequence[Event] | Refused:
    match request.command:
        case AskFor(need):
            return ask_for(state, request.seat, need)
        case TakeBack(need):
            return take_back(state, request.seat, need)
        case GiveFeedback(text, lang):
            return give(state, request, text.strip(), lang)
        case HideCard() | ShowCard() as wish:
            return card.hide_or_show(state.feedback, request.seat, wish)
        case _:
            assert_never(request.command)


def ask_for(state: State, seat: Seat, need: Need) -> Sequence[Event] | Refused:
    if not may(seat, "write"):
        return Refused("may_not")
    return [] if need in asked_by(state, seat) else [AskedFor(need, mark_on(state, seat, need))]


def take_back(state: State, seat: Seat, need: Need) -> Sequence[Event] | Refused:
    if not may(seat, "write"):
        return Refused("may_not")
    return [NeedTakenBack(need, mark_on(state, seat, need))] if need in asked_by(state, seat) else []


def give(state: State, request: Request[Command], text: str, lang: str) -> Sequence[Event] | Refused:
    key, id = request.seat.key, request.id
    if not may(request.seat, "write"):
        return Refused("may_not")
    given = marks.own(state.by_mark, key, PLACE)
    if id in state.feedback:
        return [] if id in given else Refused("id_taken")
    if not text:
        return Refused("empty")
    if len(text) > MAX_CHARS:
        return Refused("too_long")
    if marks.used_up([state.feedback[each] for each in given], MOST_FEEDBACK):
        return Refused("enough_cards")
    return [FeedbackGiven(id, text, lang, marks.next_mark(state.by_mark, key, PLACE))]


def mark_on(state: State, seat: Seat, need: Need) -> Mark:
    return mark(seat.key, f"need {need}", state.turn)


def asked_by(state: State, seat: Seat) -> list[str]:
    every: tuple[Need, ...] = get_args(Need)
    return [need for need in every if mark_on(state, seat, need) in state.asked.get(need, ())]


def evolve(state: State, event: Event) -> State:
    match event:
        case AskedFor(need, made):
            before = state.asked.get(need, frozenset())
            return replace(state, asked={**state.asked, need: before | {made}})
        case NeedTakenBack(need, made):
            left = state.asked.get(need, frozenset()) - {made}
            others = {each: by for each, by in state.asked.items() if each != need}
            return replace(state, asked={**others, need: left} if left else others)
        case FeedbackGiven(id, text, lang, made):
            feedback = with_card(state.feedback, Card(id, text, lang, made))
            return replace(state, feedback=feedback, by_mark={**state.by_mark, made: id})
        case CardHidden() | CardShown():
            return replace(state, feedback=card.mended(state.feedback, event))
        case _:
            assert_never(event)


def anew(state: State) -> State:
    """When the room goes on, or gets more time: what was asked for is answered."""
    return replace(state, asked={}, turn=state.turn + 1) if state.asked else state


def forget_hidden(state: State) -> State:
    return replace(state, feedback=card.forget_hidden(state.feedback))


def show(state: State, audience: Audience, shown: Shown) -> View:
    """For whoever leads alone."""
    match audience:
        case Audience.SCREEN | Audience.PHONE:
            return {}
        case Audience.CONSOLE:
            needs: View = {need: len(by) for need, by in sorted(state.asked.items())}
            cards = {id: state.feedback[id] for id in sorted(state.feedback)}
            return {"needs": needs, "feedback": shown.each("feedback", cards, card.show_whole)}
        case _:
            assert_never(audience)
