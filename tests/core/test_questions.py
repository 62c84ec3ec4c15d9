from functools import reduce

import pytest

from talko.core.audience import Audience, Shown
from talko.core.beside import questions
from talko.core.beside.questions import (
    MOST_UNANSWERED,
    PLACE,
    AnswerQuestion,
    AskQuestion,
    Command,
    QuestionAnswered,
    QuestionAsked,
    State,
)
from talko.core.card import CardHidden, CardShown, HideCard, ShowCard
from talko.core.people import Refused, Request, Seat, Why, helped, mark
from tests.core.story import ADA, BEN, CAI, FAY, HAL, NOON, ROOM, WALL

GUEST = helped(HAL, "1")
ASK = AskQuestion("Who pays?", "en")


def asked(id: str, seat: Seat = ADA, nth: int = 0, text: str = "Who pays?") -> QuestionAsked:
    return QuestionAsked(id, text, "en", mark(seat.key, PLACE, nth))


def answered(id: str, *, is_open: bool = False) -> QuestionAnswered:
    return QuestionAnswered(id, "a1", "The city", "en", is_open)


def after(*events: questions.Event) -> State:
    return reduce(questions.evolve, events, State())


def said(state: State, seat: Seat, wish: Command, id: str = "q1") -> list[questions.Event] | Refused:
    request = Request(id, seat, "", wish, at=NOON)
    assert questions.takes(request)
    answer = questions.decide(state, request)
    return answer if isinstance(answer, Refused) else list(answer)


EMPTY = State()
ONE = after(asked("q1"))
HIDDEN = after(asked("q1"), answered("q1"), CardHidden("q1", "a name"))


@pytest.mark.parametrize("seat", [CAI, FAY, HAL, WALL, ROOM])
def test_only_people_who_take_part_ask(seat: Seat) -> None:
    assert said(EMPTY, seat, ASK) == Refused("may_not")


@pytest.mark.parametrize("seat", [ADA, HAL, WALL, ROOM])
@pytest.mark.parametrize(
    "wish", [AnswerQuestion("q1", "The city", "en"), HideCard("q1", "why"), ShowCard("q1")]
)
def test_only_who_leads_or_helps_to_lead_answers_and_hides(seat: Seat, wish: Command) -> None:
    assert said(ONE, seat, wish) == Refused("may_not")


@pytest.mark.parametrize(("text", "why"), [(" ", "empty"), ("x" * 301, "too_long")])
def test_a_question_and_an_answer_say_something_and_not_too_much(text: str, why: Why) -> None:
    assert said(EMPTY, ADA, AskQuestion(text, "en")) == Refused(why)
    assert said(ONE, FAY, AnswerQuestion("q1", text, "en")) == Refused(why)


def test_nobody_has_more_than_five_questions_that_wait() -> None:
    five = [asked(f"q{nth}", nth=nth) for nth in range(MOST_UNANSWERED)]
    assert said(after(*five), ADA, ASK, "q9") == Refused("enough_questions")
    assert said(after(*five), BEN, ASK, "q9") == [asked("q9", BEN)]
    one_more = [asked("q9", nth=MOST_UNANSWERED)]
    assert said(after(*five, answered("q0")), ADA, ASK, "q9") == one_more
    assert said(after(*five, CardHidden("q0", "a name")), ADA, ASK, "q9") == one_more


def test_the_id_of_anothers_question_is_refused_and_ones_own_changes_nothing() -> None:
    assert said(ONE, BEN, ASK, "q1") == Refused("id_taken")
    assert said(ONE, ADA, ASK, "q1") == []


def test_a_question_that_is_not_there_is_not_answered() -> None:
    assert said(ONE, FAY, AnswerQuestion("q9", "The city", "en")) == Refused("no_such_question")


@pytest.mark.parametrize("seat", [ADA, GUEST])
def test_anybody_asks_and_the_log_knows_no_name(seat: Seat) -> None:
    assert said(EMPTY, seat, AskQuestion(" Who pays? ", "en")) == [asked("q1", seat)]


@pytest.mark.parametrize("seat", [CAI, FAY])
def test_a_question_is_answered_and_answered_again_when_more_is_known(seat: Seat) -> None:
    wish = AnswerQuestion("q1", " The city ", "en", is_open=True)
    assert said(ONE, seat, wish, "a1") == [answered("q1", is_open=True)]
    settled = after(asked("q1"), answered("q1", is_open=True), answered("q1"))
    assert settled == after(asked("q1"), answered("q1"))


def test_a_question_is_hidden_with_a_reason_and_shown_again() -> None:
    assert said(ONE, FAY, HideCard("q1", "a name")) == [CardHidden("q1", "a name")]
    assert said(HIDDEN, CAI, ShowCard("q1")) == [CardShown("q1")]


@pytest.mark.parametrize("audience", [Audience.SCREEN, Audience.PHONE])
def test_the_room_sees_a_question_once_it_is_answered_and_not_when_it_is_hidden(audience: Audience) -> None:
    two = after(asked("q2"), asked("q1", nth=1), answered("q1"))
    seen = {"text": "Who pays?", "lang": "en", "answer": "The city", "answer_lang": "en"}
    assert questions.show(two, audience, Shown()) == {"q1": seen}
    assert questions.show(HIDDEN, audience, Shown()) == {}


def test_the_console_sees_every_question_and_which_are_open() -> None:
    events = (asked("q2"), answered("q2", is_open=True), asked("q1", BEN), CardHidden("q1", "a name"))
    shown = questions.show(after(*events), Audience.CONSOLE, Shown())
    assert list(shown) == ["q1", "q2"]
    assert shown == {
        "q1": {"text": "Who pays?", "lang": "en", "hidden": "a name"},
        "q2": {"text": "Who pays?", "lang": "en", "answer": "The city", "answer_lang": "en", "open": True},
    }


def test_who_asked_sees_it_also_hidden_with_the_reason() -> None:
    assert questions.show_mine(HIDDEN, ADA) == {"q1": {"text": "Who pays?", "lang": "en", "hidden": "a name"}}
    assert questions.show_mine(HIDDEN, BEN) == {}


def test_what_is_not_answered_or_not_settled_goes_to_the_plan() -> None:
    every = [asked(id, nth=nth) for nth, id in enumerate(["q1", "q2", "q3", "q4"])]
    state = after(*every, answered("q1"), answered("q2", is_open=True), CardHidden("q3", "a name"))
    assert questions.still_open(state) == ["q2", "q4"]


def test_at_the_end_a_hidden_question_is_forgotten() -> None:
    forgotten = questions.forget_hidden(HIDDEN).cards["q1"]
    assert (forgotten.text, forgotten.hidden) == ("", "a name")
    assert questions.forget_hidden(ONE) == ONE
