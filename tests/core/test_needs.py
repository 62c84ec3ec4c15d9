from functools import reduce

import pytest

from talko.core.audience import Audience, Shown
from talko.core.beside import needs
from talko.core.beside.needs import (
    MOST_FEEDBACK,
    PLACE,
    AskedFor,
    AskFor,
    Command,
    FeedbackGiven,
    GiveFeedback,
    Need,
    NeedTakenBack,
    State,
    TakeBack,
)
from talko.core.card import CardHidden, CardShown, HideCard, ShowCard
from talko.core.people import Refused, Request, Seat, Why, helped, mark
from tests.core.story import ADA, BEN, CAI, FAY, HAL, NOON, ROOM, WALL

GUEST = helped(HAL, "1")
EMPTY = State()


def asked(seat: Seat, need: Need = "more_time", turn: int = 0) -> AskedFor:
    return AskedFor(need, mark(seat.key, f"need {need}", turn))


def given(id: str, seat: Seat = ADA, nth: int = 0) -> FeedbackGiven:
    return FeedbackGiven(id, "It is loud here", "en", mark(seat.key, PLACE, nth))


def after(*events: needs.Event, state: State = EMPTY) -> State:
    return reduce(needs.evolve, events, state)


def said(state: State, seat: Seat, wish: Command, id: str = "f1") -> list[needs.Event] | Refused:
    request = Request(id, seat, "", wish, at=NOON)
    assert needs.takes(request)
    answer = needs.decide(state, request)
    return answer if isinstance(answer, Refused) else list(answer)


FEEDBACK = GiveFeedback("It is loud here", "en")
TWO = after(asked(ADA), asked(BEN))
HIDDEN = after(given("f1"), CardHidden("f1", "a name"))


@pytest.mark.parametrize("wish", [AskFor("break"), TakeBack("unclear"), FEEDBACK])
@pytest.mark.parametrize("seat", [CAI, FAY, HAL, WALL, ROOM])
def test_only_people_who_take_part_say_what_they_need(seat: Seat, wish: Command) -> None:
    assert said(EMPTY, seat, wish) == Refused("may_not")


@pytest.mark.parametrize("wish", [HideCard("f1", "why"), ShowCard("f1")])
def test_participants_hide_no_feedback(wish: Command) -> None:
    assert said(HIDDEN, ADA, wish) == Refused("may_not")


@pytest.mark.parametrize(("text", "why"), [(" ", "empty"), ("x" * 301, "too_long")])
def test_feedback_says_something_and_not_too_much(text: str, why: Why) -> None:
    assert said(EMPTY, ADA, GiveFeedback(text, "en")) == Refused(why)


def test_nobody_gives_feedback_without_end() -> None:
    five = [given(f"f{nth}", nth=nth) for nth in range(MOST_FEEDBACK)]
    assert said(after(*five), ADA, FEEDBACK, "f9") == Refused("enough_cards")
    assert said(after(*five), BEN, FEEDBACK, "f9") == [given("f9", BEN)]
    hidden = after(*five, CardHidden("f0", "a name"))
    assert said(hidden, ADA, FEEDBACK, "f9") == [given("f9", nth=MOST_FEEDBACK)]


def taken_back(seat: Seat, turn: int = 0) -> NeedTakenBack:
    return NeedTakenBack("unclear", mark(seat.key, "need unclear", turn))


def test_what_was_not_asked_for_is_not_taken_back_nor_what_another_asked_for() -> None:
    assert said(EMPTY, ADA, TakeBack("unclear")) == []
    assert said(after(asked(BEN, "unclear")), ADA, TakeBack("unclear")) == []
    assert said(after(asked(ADA, "unclear", turn=1)), ADA, TakeBack("unclear")) == []


def test_whoever_pressed_by_mistake_takes_it_back_and_may_say_it_again() -> None:
    both = after(asked(ADA, "unclear"), asked(BEN, "unclear"))
    assert said(both, ADA, TakeBack("unclear")) == [taken_back(ADA)]
    one = after(taken_back(ADA), state=both)
    assert needs.show(one, Audience.CONSOLE, Shown())["needs"] == {"unclear": 1}
    assert said(one, ADA, AskFor("unclear")) == [asked(ADA, "unclear")]
    assert after(taken_back(BEN), state=one).asked == {}


def test_the_id_of_anothers_feedback_is_refused_and_ones_own_changes_nothing() -> None:
    assert said(HIDDEN, BEN, FEEDBACK) == Refused("id_taken")
    assert said(HIDDEN, ADA, FEEDBACK) == []


@pytest.mark.parametrize("seat", [ADA, GUEST])
def test_anybody_asks_for_time_or_a_break_and_says_how_it_feels(seat: Seat) -> None:
    assert said(EMPTY, seat, AskFor("more_time")) == [asked(seat)]
    assert said(EMPTY, seat, AskFor("break")) == [asked(seat, "break")]
    assert said(EMPTY, seat, GiveFeedback(" It is loud here ", "en")) == [given("f1", seat)]


def test_asking_twice_counts_once() -> None:
    assert said(TWO, ADA, AskFor("more_time")) == []
    assert needs.asked_by(TWO, ADA) == ["more_time"]
    assert needs.asked_by(TWO, GUEST) == []


def test_when_the_room_goes_on_all_may_ask_again_and_nothing_links_the_two() -> None:
    anew = needs.anew(TWO)
    assert needs.asked_by(anew, ADA) == []
    assert said(anew, ADA, AskFor("more_time")) == [asked(ADA, turn=1)]
    assert asked(ADA, turn=1) != asked(ADA)
    assert needs.anew(EMPTY) is EMPTY


def test_feedback_is_hidden_with_a_reason_shown_again_and_forgotten_at_the_end() -> None:
    assert said(after(given("f1")), FAY, HideCard("f1", "a name")) == [CardHidden("f1", "a name")]
    assert said(HIDDEN, CAI, ShowCard("f1")) == [CardShown("f1")]
    assert needs.forget_hidden(HIDDEN).feedback["f1"].text == ""


@pytest.mark.parametrize("audience", [Audience.SCREEN, Audience.PHONE])
def test_the_room_sees_no_needs(audience: Audience) -> None:
    assert needs.show(after(given("f1"), state=TWO), audience, Shown()) == {}


def test_the_console_sees_how_many_and_what_was_said() -> None:
    full = after(given("f1"), CardHidden("f1", "a name"), state=TWO)
    assert needs.show(full, Audience.CONSOLE, Shown()) == {
        "needs": {"more_time": 2},
        "feedback": {"f1": {"text": "It is loud here", "lang": "en", "hidden": "a name"}},
    }
    assert needs.show(needs.anew(full), Audience.CONSOLE, Shown())["needs"] == {}
