from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import reduce

import pytest

from talko.core.activities import survey
from talko.core.activities.survey import ChooseItems, ItemsChosen, State
from talko.core.audience import Audience, Json, Shown, View
from talko.core.ballots.ballot import (
    ALL,
    Answer,
    Answers,
    Ballot,
    Boxes,
    CastBallot,
    Choice,
    Said,
    Support,
    put,
)
from talko.core.ballots.loose import TextLoosed
from talko.core.ballots.rounds import MOST_ROUNDS, Round, RoundOpened
from talko.core.ballots.tally import SurveyTally
from talko.core.card import CardHidden, HideCard, ShowCard
from talko.core.life import Close, Closed, Extend, Open, Opened, Reveal
from talko.core.people import Refused, Request, Seat, Why
from talko.core.template import Item, ItemBank, Option, Rules, Survey
from tests.core.story import ADA, BEN, CAI, FAY, HAL, NOON, ROOM, WALL, part
from tests.core.voters import U, W, ballot, box, cast, dots

SAY = Item("say", "scale", {})
LEVEL = Item("level", "choice", {}, options=(Option("inform", {}), Option("involve", {})))
WHY = Item("why", "text", {})
ITEMS = (SAY, LEVEL, WHY)
BANK = ItemBank({}, {each.id: each for each in ITEMS})
RULES = Rules("side")

FIXED = State("s", Survey(ITEMS), RULES, BANK, items=ITEMS)
LATER = replace(FIXED, settings=Survey(ITEMS, show="later"))
EACH = replace(FIXED, settings=Survey(ITEMS, per_item=True))
EMPTY_SLOT = State("s", Survey(()), RULES, BANK)


def after(given: State, *events: survey.Event) -> State:
    return reduce(survey.evolve, events, given)


def opened(given: State, round: str = "r1", about: tuple[str, ...] = (ALL,)) -> State:
    return after(given, RoundOpened(round, about, 0))


def said(
    state: State, seat: Seat, command: survey.Command, boxes: Boxes, about: Collection[str] = ()
) -> Sequence[survey.Event] | Ballot | Refused:
    return survey.decide(state, Request("c1", seat, "s", command, NOON), boxes, about)


def leads(
    state: State, command: survey.Command, seat: Seat = FAY, about: Collection[str] = ()
) -> Sequence[survey.Event] | Ballot | Refused:
    return said(state, seat, command, {}, about)


def answers(state: State, choice: Choice, seat: Seat = ADA) -> Sequence[survey.Event] | Ballot | Refused:
    return said(state, seat, CastBallot("r1", 1, choice), {})


def about_all(**given: Answer) -> Answers:
    return Answers({ALL: given})


def shown(state: State, ballots: Iterable[Ballot]) -> State:
    closed = after(state, Closed())
    round = [*state.rounds][-1]
    return after(closed, *survey.reveal(closed, {round: box(ballots)}))


OPEN = opened(FIXED)
CLOSED = after(OPEN, Closed())
THREE = cast(
    {
        U: [about_all(say=5, why=Said("Tea", "fi")), about_all(say=4, level="involve")],
        W: [about_all(say=4, level="na", why=Said("Coffee", "en"))],
    }
)
REVEALED = shown(OPEN, THREE)

# Answering


def test_an_answer_is_refused_before_the_survey_opens_and_after_it_closed() -> None:
    assert answers(FIXED, about_all(say=5)) == Refused("not_open_yet")
    assert answers(CLOSED, about_all(say=5)) == Refused("activity_closed")
    assert answers(opened(REVEALED, "r2"), about_all(say=5)) == Refused("activity_closed")


@pytest.mark.parametrize("seat", [WALL, FAY, CAI, HAL, ROOM])
def test_only_people_answer(seat: Seat) -> None:
    assert answers(OPEN, about_all(say=5), seat) == Refused("may_not")


@pytest.mark.parametrize(
    ("choice", "why"),
    [
        (Answers({"p1": {"say": 5}}), "no_such_item"),
        (about_all(say=5, tea=5), "no_such_item"),
        (about_all(say=0), "not_on_the_scale"),
        (about_all(say=6), "not_on_the_scale"),
        (about_all(say="much"), "not_on_the_scale"),
        (about_all(say=Said("5", "en")), "not_on_the_scale"),
        (about_all(level="empower"), "no_such_option"),
        (about_all(level=1), "no_such_option"),
        (about_all(why="tea"), "not_on_the_scale"),
        (about_all(why=Said("x" * 501, "en")), "too_long"),
        (dots("a"), "not_on_the_scale"),
        (Support(5), "not_on_the_scale"),
    ],
)
def test_a_ballot_with_an_answer_that_does_not_fit_is_refused_whole(choice: Choice, why: Why) -> None:
    assert answers(OPEN, choice) == Refused(why)


def test_some_questions_may_be_left_out_and_some_can_not_be_said() -> None:
    choice = about_all(say="na", level="na")
    assert answers(OPEN, choice) == ballot(ADA, choice)


def test_an_empty_text_is_no_answer_and_spaces_around_one_are_not_said() -> None:
    long = "x" * 500
    trimmed = ballot(ADA, about_all(why=Said(long, "en")))
    assert answers(OPEN, about_all(why=Said(f"  {long}\n", "en"))) == trimmed
    assert answers(OPEN, about_all(why=Said("  ", "en"))) == ballot(ADA, Answers({}))


def test_an_older_answer_that_is_sent_again_is_taken_and_the_newer_one_holds() -> None:
    newer = put({}, ballot(ADA, about_all(say=5), n=2))
    again = answers(OPEN, about_all(say=1))
    assert isinstance(again, Ballot) and put(newer, again) is newer


# The questions


def test_an_empty_survey_slot_does_not_open() -> None:
    assert leads(EMPTY_SLOT, Open()) == Refused("no_items")
    assert leads(after(EMPTY_SLOT, ItemsChosen(())), Open()) == Refused("no_items")


@pytest.mark.parametrize("seat", [ADA, CAI, HAL, WALL, ROOM])
def test_only_who_leads_chooses_questions_and_moves_a_survey(seat: Seat) -> None:
    assert leads(EMPTY_SLOT, ChooseItems(("say",)), seat) == Refused("may_not")
    for state, command in ((FIXED, Open()), (OPEN, Close()), (CLOSED, Reveal()), (OPEN, Extend(1))):
        assert leads(state, command, seat) == Refused("may_not")


def test_a_question_that_is_not_in_the_bank_cannot_be_chosen() -> None:
    assert leads(EMPTY_SLOT, ChooseItems(("say", "tea"))) == Refused("no_such_item")


def test_questions_of_the_template_and_those_once_asked_are_not_chosen_anew() -> None:
    assert leads(FIXED, ChooseItems(("say",))) == Refused("not_now")
    chosen = opened(after(EMPTY_SLOT, ItemsChosen(("say",))))
    over = shown(chosen, [])
    assert [leads(each, ChooseItems(("why",))) for each in (chosen, over)] == [Refused("not_now")] * 2


def test_chosen_questions_are_asked_in_their_order_each_once_and_can_be_chosen_again() -> None:
    assert leads(EMPTY_SLOT, ChooseItems(("why", "say", "why"))) == [ItemsChosen(("why", "say"))]
    chosen = after(EMPTY_SLOT, ItemsChosen(("level",)), ItemsChosen(("why", "say")))
    assert chosen.items == (WHY, SAY)
    assert leads(chosen, Open()) == [RoundOpened("c1", (ALL,), 0)]


# Opening, closing, showing


def test_questions_about_each_thing_are_asked_once_about_all_where_nothing_came() -> None:
    assert leads(EACH, Open(), about=("p1", "p2")) == [RoundOpened("c1", ("p1", "p2"), 0)]
    assert leads(EACH, Open()) == [RoundOpened("c1", (ALL,), 0)]
    assert leads(FIXED, Open(), about=("p1", "p2")) == [RoundOpened("c1", (ALL,), 0)]


def test_what_is_closed_opens_again_and_what_was_shown_begins_a_new_round() -> None:
    assert leads(CLOSED, Open()) == [Opened(0)]
    assert after(CLOSED, Opened(0)) == OPEN
    assert leads(REVEALED, Open()) == [RoundOpened("c1", (ALL,), 0)]
    assert leads(opened(FIXED, "c1"), Open()) == []


def test_a_survey_is_not_held_more_than_twenty_times() -> None:
    rounds = {f"r{n}": Round(f"r{n}", (ALL,), SurveyTally(0, {})) for n in range(MOST_ROUNDS)}
    assert leads(replace(REVEALED, rounds=rounds), Open()) == Refused("enough_rounds")


def test_a_survey_is_not_shown_before_it_is_closed_nor_twice() -> None:
    assert [leads(each, Reveal()) for each in (FIXED, OPEN, REVEALED)] == [Refused("not_now")] * 3
    assert survey.reveal(REVEALED, {}) == survey.reveal(FIXED, {}) == []


def test_texts_come_out_loose_after_the_numbers() -> None:
    boxes = {"r1": box(THREE)}
    revealed, *loose = survey.reveal(CLOSED, boxes)
    assert isinstance(revealed, survey.SurveyRevealed) and revealed.tally.ballots == 3
    assert loose == [
        TextLoosed("r1.1", "r1", "Coffee", "en", ALL, "why"),
        TextLoosed("r1.2", "r1", "Tea", "fi", ALL, "why"),
    ]
    assert said(CLOSED, FAY, Reveal(), boxes) == [revealed, *loose]


def test_a_text_is_hidden_by_who_leads_and_forgotten_at_the_end() -> None:
    assert leads(REVEALED, HideCard("r1.1", "a name"), ADA) == Refused("may_not")
    assert leads(REVEALED, HideCard("r1.9", "a name")) == Refused("no_such_card")
    assert leads(REVEALED, HideCard("r1.1", "a name"), CAI) == [CardHidden("r1.1", "a name")]
    hidden = after(REVEALED, CardHidden("r1.1", "a name"))
    assert texts_of(hidden, Audience.SCREEN) == texts_of(hidden, Audience.PHONE) == {"r1.2": "Tea"}
    assert texts_of(hidden, Audience.CONSOLE) == {"r1.1": "Coffee", "r1.2": "Tea"}
    assert leads(hidden, ShowCard("r1.1")) != Refused("not_now")
    assert survey.forget_hidden(hidden).texts["r1.1"].text == ""


def test_the_mean_of_a_question_is_exact_and_of_the_last_round_that_was_answered() -> None:
    assert survey.mean_of(REVEALED, "say") == Fraction(13, 3)
    assert [survey.mean_of(REVEALED, id) for id in ("level", "why", "tea")] == [None] * 3
    assert survey.mean_of(OPEN, "say") is None
    assert survey.mean_of(shown(opened(REVEALED, "r2"), []), "say") == Fraction(13, 3)


# What is seen


def texts_of(state: State, audience: Audience) -> dict[str, Json]:
    texts = survey.show(state, audience, Shown())["texts"]
    assert isinstance(texts, dict)
    return {id: part(texts, id, "text") for id in texts}


def test_before_and_while_it_is_open_nothing_of_a_box_is_seen() -> None:
    items: View = {"say": True, "level": True, "why": True}
    waiting: View = {"kind": "survey", "life": "waiting", "ends": 0, "items": items, "round": ""}
    nothing: View = {"rounds": {}, "texts": {}}
    for audience in Audience:
        assert survey.show(FIXED, audience, Shown()) == {**waiting, **nothing}
        now = {**waiting, **nothing, "life": "open", "round": "r1"}
        assert survey.show(OPEN, audience, Shown()) == now


def test_answers_are_shown_question_by_question() -> None:
    now = survey.show(REVEALED, Audience.SCREEN, Shown())
    counts = {"1": 0, "2": 0, "3": 0, "4": 2, "5": 1}
    results = {
        "say": {"n": 3, "mean": 4.33, "counts": counts},
        "level": {"n": 1, "counts": {"inform": 0, "involve": 1, "na": 1}},
        "why": {"n": 2},
    }
    assert now["rounds"] == {"r1": {"nth": 1, "ballots": 3, "results": {ALL: results}}}
    assert part(now, "texts", "r1.1") == {
        **{"text": "Coffee", "lang": "en", "item": "why"},
        **{"about": ALL, "round": "r1"},
    }


def test_large_sides_are_shown_with_their_mean() -> None:
    both = shown(OPEN, cast({U: [about_all(say=4)] * 5, W: [about_all(say=3)] * 5}))
    now = survey.show(both, Audience.SCREEN, Shown())
    assert part(now, "rounds", "r1", "results", ALL, "say", "by_side") == {"users": 4.0, "workers": 3.0}


def test_what_is_shown_later_only_the_console_sees_now() -> None:
    later = shown(opened(LATER), THREE)
    for audience in (Audience.SCREEN, Audience.PHONE):
        assert not {"rounds", "texts"} & survey.show(later, audience, Shown()).keys()
    now = survey.show(REVEALED, Audience.CONSOLE, Shown())
    assert survey.show(later, Audience.CONSOLE, Shown()) == now


def test_things_are_told_apart_where_each_is_asked_about() -> None:
    one, two = Answers({"p1": {"say": 5}, "p2": {"say": 1}}), Answers({"p1": {"say": 3}})
    state = shown(opened(EACH, about=("p1", "p2")), cast({U: [one, two]}))
    now = survey.show(state, Audience.SCREEN, Shown())
    assert part(now, "rounds", "r1", "results", "p1", "say", "mean") == 4.0
    assert part(now, "rounds", "r1", "results", "p2", "say", "n") == 1


def test_mine_is_my_own_ballot_until_the_round_is_shown() -> None:
    boxes = {"r1": box([ballot(ADA, about_all(say=5, why=Said("Tea", "fi")), n=3)])}
    choice = {"answers": {ALL: {"say": 5, "why": {"text": "Tea", "lang": "fi"}}}}
    own = {"round": "r1", "n": 3, "choice": choice}
    assert [survey.show_mine(each, ADA, boxes) for each in (OPEN, CLOSED, REVEALED)] == [own, own, {}]
    assert survey.show_mine(OPEN, BEN, boxes) == {}
