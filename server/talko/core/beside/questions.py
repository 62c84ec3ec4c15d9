"""Questions, at any time and without a name. An answer is seen by all; what stays open goes to the plan."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias, TypeGuard, assert_never

from talko.core import card
from talko.core.audience import Audience, Shown, View
from talko.core.card import Card, CardHidden, Cards, CardShown, HideCard, ShowCard, with_card
from talko.core.cards import marks
from talko.core.people import Mark, Refused, Request, Seat, may

PLACE = "the questions"
MAX_CHARS = 300
MOST_UNANSWERED = 5  # of one person


@dataclass(frozen=True, slots=True)
class Answer:
    text: str
    lang: str
    is_open: bool  # said, but not settled: it goes to the plan too


@dataclass(frozen=True, slots=True)
class State:
    cards: Cards = field(default_factory=dict)
    by_mark: Mapping[Mark, str] = field(default_factory=dict)
    answers: Mapping[str, Answer] = field(default_factory=dict)  # by question


@dataclass(frozen=True, slots=True)
class AskQuestion:
    text: str
    lang: str


@dataclass(frozen=True, slots=True)
class AnswerQuestion:
    question: str
    text: str
    lang: str
    is_open: bool = False


Command: TypeAlias = AskQuestion | AnswerQuestion | HideCard | ShowCard


@dataclass(frozen=True, slots=True)
class QuestionAsked:
    card: str
    text: str
    lang: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class QuestionAnswered:
    """`answering` is the id of the command, under which its words are kept."""

    question: str
    answering: str
    text: str
    lang: str
    is_open: bool


Event: TypeAlias = QuestionAsked | QuestionAnswered | card.Event


def takes(request: Request[object]) -> TypeGuard[Request[Command]]:
    return isinstance(request.command, Command)


def decide(state: State, request: Request[Command]) -> Sequence[Event] | Refused:
    match request.command:
        case AskQuestion(text, lang):
            return ask(state, request, text.strip(), lang)
        case AnswerQuestion() as wish:
            return answer(state, request, replace(wish, text=wish.text.strip()))
        case HideCard() | ShowCard() as wish:
            return card.hide_or_show(state.cards, request.seat, wish)
        case _:
            assert_never(request.command)


def ask(state: State, request: Request[Command], text: str, lang: str) -> Sequence[Event] | Refused:
    key, id = request.seat.key, request.id
    if not may(request.seat, "write"):
        return Refused("may_not")
    if id in state.cards:
        return [] if id in own(state, key) else Refused("id_taken")
    if refused := cannot_be(text):
        return refused
    if len(own_waiting(state, key)) >= MOST_UNANSWERED:
        return Refused("enough_questions")
    return [QuestionAsked(id, text, lang, marks.next_mark(state.by_mark, key, PLACE))]


def answer(state: State, request: Request[Command], wish: AnswerQuestion) -> Sequence[Event] | Refused:
    """Also once more, when more is known."""
    if not may(request.seat, "tend"):
        return Refused("may_not")
    if wish.question not in state.cards:
        return Refused("no_such_question")
    refused = cannot_be(wish.text)
    return refused or [QuestionAnswered(wish.question, request.id, wish.text, wish.lang, wish.is_open)]


def cannot_be(text: str) -> Refused | None:
    if not text:
        return Refused("empty")
    return Refused("too_long") if len(text) > MAX_CHARS else None


def own(state: State, key: bytes) -> list[str]:
    return marks.own(state.by_mark, key, PLACE)


def own_waiting(state: State, key: bytes) -> list[str]:
    return [id for id in own(state, key) if id not in state.answers and not state.cards[id].hidden]


def evolve(state: State, event: Event) -> State:
    match event:
        case QuestionAsked(id, text, lang, mark):
            cards = with_card(state.cards, Card(id, text, lang, mark))
            return replace(state, cards=cards, by_mark={**state.by_mark, mark: id})
        case QuestionAnswered(id, _, text, lang, is_open):
            return replace(state, answers={**state.answers, id: Answer(text, lang, is_open)})
        case CardHidden() | CardShown():
            return replace(state, cards=card.mended(state.cards, event))
        case _:
            assert_never(event)


def forget_hidden(state: State) -> State:
    return replace(state, cards=card.forget_hidden(state.cards))


def still_open(state: State) -> list[str]:
    """What goes to the plan: not answered, or not settled."""
    wall = card.wall(state.cards)
    return [id for id in wall if id not in state.answers or state.answers[id].is_open]


def show(state: State, audience: Audience, shown: Shown) -> View:
    """By id. Whoever leads sees all of them; the room, those that were answered."""
    match audience:
        case Audience.SCREEN | Audience.PHONE:
            answered = {id: each for id, each in card.wall(state.cards).items() if id in state.answers}
            return {
                id: {**card.show_card(each, shown), **answer_to(state, id)} for id, each in answered.items()
            }
        case Audience.CONSOLE:
            every = sorted(state.cards.items())
            return {id: {**card.show_whole(each, shown), **answer_to(state, id)} for id, each in every}
        case _:
            assert_never(audience)


def answer_to(state: State, id: str) -> View:
    if not (told := state.answers.get(id)):
        return {}
    is_open: View = {"open": True} if told.is_open else {}
    return {"answer": told.text, "answer_lang": told.lang, **is_open}


def show_mine(state: State, seat: Seat) -> View:
    return {id: card.show_whole(state.cards[id], Shown()) for id in own(state, seat.key)}
