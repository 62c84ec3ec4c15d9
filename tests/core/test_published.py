"""What anybody can read when it is over: all that the room had, and nothing that only a few saw."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from talko.core import template
from talko.core.activities.cluster import AddTheme
from talko.core.activities.collect import AddCard, WithdrawCard
from talko.core.activities.consent import DecideBy, NoteConcern, OpenRound
from talko.core.activities.discuss import AddNote
from talko.core.activities.plan import AddRecord, DropRecord, TakeOn
from talko.core.audience import Audience, Json, Shown, View
from talko.core.ballots.ballot import ALL, Answers, CastBallot, Choice, Dots, Said, Support
from talko.core.beside.agenda import CloseUnfinished, CloseWorkshop
from talko.core.beside.brought import BringCard
from talko.core.beside.closing import Park, SetContact
from talko.core.beside.lobby import Leave
from talko.core.beside.needs import GiveFeedback
from talko.core.beside.questions import AnswerQuestion, AskQuestion
from talko.core.card import HideCard
from talko.core.life import Close, Open
from talko.core.people import Role, Seat, SeatKind
from talko.core.published import published
from talko.core.template import Collect
from talko.core.views import view
from talko.core.whole import Workshop, begin
from tests.core.played import (
    AGREE,
    CARDS,
    COMMIT,
    DOTS,
    PILOTS,
    PULSE,
    TALK,
    THEMES,
    TODAY,
    WHOLE,
    Played,
    came,
)
from tests.core.story import FAY, HAL, a_template, part, step

PEOPLE = [Seat(SeatKind.PARTICIPANT, f"person {n}".encode(), Role.CLIENT) for n in range(5)]
ADA, BEN, *OTHERS = PEOPLE
EASY = replace(WHOLE, demands=template.Closing(0, (), ()))
MET, MISSED = 4, 3
YES, NO = Support(4), Support(2, "Who pays?", "en")


def with_people(n: int = 5, beginning: Workshop = EASY) -> Played:
    return came(*PEOPLE[:n], beginning=beginning)


def asked(played: Played, place: str, choice: Choice, about: str = "") -> None:
    """All who are in chose the same, and it is shown."""
    played.goes_to(place)
    round = f"{place} {about}"
    played.does(FAY, place, OpenRound(about) if about else Open(), id=round)
    for seat in PEOPLE[: len(played.workshop.lobby.people)]:
        played.does(seat, place, CastBallot(round, 1, choice))
    played.shows(place)


def told(played: Played, *path: str) -> Json:
    return part(published(played.workshop), *path)


def the_round(played: Played, place: str) -> View:
    rounds = told(played, "activities", place, "rounds")
    assert isinstance(rounds, dict)
    (only,) = rounds.values()
    assert isinstance(only, dict)
    return only


def grouped(played: Played) -> Played:
    played.goes_to(THEMES)
    played.does(FAY, THEMES, AddTheme("Buses", "en"), id="t1")
    played.does(FAY, THEMES, AddTheme("Coffee", "en"), id="t2")
    return played


# Of a few


def test_the_numbers_of_five_are_told() -> None:
    played = grouped(with_people(5))
    asked(played, DOTS, Dots({"t1": 2, "t2": 1}))
    round = the_round(played, DOTS)
    assert (round["ballots"], round["options"]) == (
        5,
        {"t1": {"rank": 1, "selected": True, "dots": 10}, "t2": {"rank": 2, "selected": True, "dots": 5}},
    )


@pytest.mark.parametrize("n", [0, 1, 4])
def test_of_a_few_who_voted_only_what_goes_on_is_told_not_even_an_order(n: int) -> None:
    played = grouped(with_people(n))
    asked(played, DOTS, Dots({"t1": 2, "t2": 1}))
    goes_on = {"selected": True} if n else {}
    assert the_round(played, DOTS) == {"nth": 1, "options": {"t1": goes_on, "t2": goes_on}, "few": True}


def test_of_a_few_who_answered_neither_numbers_nor_texts_nor_targets_are_told() -> None:
    answers = Answers({ALL: {"safe": MISSED, "why": Said("Slower", "en")}})
    few, enough = with_people(4), with_people(5)
    for played in (few, enough):
        asked(played, PULSE, answers)
    assert the_round(few, PULSE) == {"nth": 1, "few": True}
    assert (told(few, "activities", PULSE, "texts"), told(few, "targets")) == ({}, {})
    assert the_round(enough, PULSE)["ballots"] == 5
    assert "Slower" in str(told(enough, "activities", PULSE, "texts"))
    assert told(enough, "targets") == {"safe": {"target": 4.0, "met": False}}


def test_of_a_few_who_were_asked_what_came_of_it_is_told_and_what_was_said_aloud() -> None:
    played = with_people(4)
    asked(played, AGREE, NO, ALL)
    round = the_round(played, AGREE)
    assert {key: round[key] for key in round if key != "concerns"} == {
        "nth": 1, "proposal": ALL, "result": "revise", "few": True
    }  # fmt: skip
    assert round["concerns"] == {}
    played.does(FAY, AGREE, NoteConcern(f"{AGREE} {ALL}", "Who pays?", "en"), id="aloud")
    assert the_round(played, AGREE)["concerns"] == {"aloud": {"text": "Who pays?", "lang": "en"}}


def test_a_target_is_met_by_the_mean_of_the_last_round_that_was_answered() -> None:
    played = with_people(5)
    asked(played, PULSE, Answers({ALL: {"safe": MET}}))
    assert told(played, "targets", "safe", "met") is True
    played.does(FAY, PULSE, Open(), id="again")
    assert told(played, "targets") == {}  # while it is asked again
    played.shows(PULSE)
    assert told(played, "targets", "safe", "met") is True


# Of each kind


def test_an_activity_that_was_never_opened_was_passed_over() -> None:
    assert told(with_people(), "activities", COMMIT) == {"passed_over": True}


def test_of_cards_the_wall_is_told_and_how_many_are_hidden_and_withdrawn() -> None:
    played = with_people()
    played.does(FAY, CARDS, Open())
    for n, text in enumerate(("A bus", "Mr. Smith", "A mistake")):
        played.does(ADA, CARDS, AddCard(text, "en"), id=f"k{n}")
    played.does(FAY, CARDS, HideCard("k1", "a name"))
    played.does(ADA, CARDS, WithdrawCard("k2"), id="w")
    counts = {"hidden": 1, "withdrawn": 1}
    assert told(played, "activities", CARDS) == {"cards": {}, **counts}
    played.shows(CARDS)
    assert told(played, "activities", CARDS) == {"cards": {"k0": {"text": "A bus", "lang": "en"}}, **counts}


def test_cards_that_came_out_while_people_wrote_stay_when_nobody_closed_it() -> None:
    live = begin(a_template(step(CARDS, 0, Collect(2, 40, reveal="live"))))
    played = with_people(beginning=live)
    played.does(FAY, CARDS, Open())
    played.does(ADA, CARDS, AddCard("A bus", "en"), id="k1")
    played.does(FAY, "", CloseUnfinished())
    assert told(played, "activities", CARDS, "cards") == {"k1": {"text": "A bus", "lang": "en"}}


def test_notes_themes_and_what_lies_in_them_are_told() -> None:
    played = with_people()
    played.goes_to(TALK)
    played.does(ADA, TALK, AddNote("We need one", "en"), id="n1")
    played.goes_to(THEMES)
    played.does(FAY, THEMES, AddTheme("Buses", "en", ("n1",)), id="t1")
    note = {"text": "We need one", "lang": "en"}
    assert told(played, "activities", TALK) == {"notes": {"n1": note}}
    assert told(played, "activities", THEMES, "themes") == {"t1": {"name": "Buses", "lang": "en"}}
    assert told(played, "activities", THEMES, "cards") == {"n1": {**note, "theme": "t1"}}


def piloted() -> Played:
    played = grouped(with_people())
    played.goes_to(PILOTS)
    for id in ("p1", "p2"):
        played.does(FAY, PILOTS, AddRecord((), f"Pilot {id}", "en"), id=id)
    return played


def test_a_pilot_has_the_status_that_the_consent_on_it_came_to_alone_or_with_all_others() -> None:
    played = piloted()
    status = ("activities", PILOTS, "records", "p1", "status")
    assert told(played, *status) == "proposed"
    asked(played, AGREE, NO, ALL)
    assert told(played, *status) == "revise"
    asked(played, AGREE, YES, "p1")
    assert told(played, *status) == "accepted"
    assert told(played, "activities", PILOTS, "records", "p2", "status") == "revise"


def test_a_pilot_that_was_dropped_says_why_and_has_no_status() -> None:
    played = piloted()
    played.does(FAY, PILOTS, DropRecord("p2", "twice"))
    assert told(played, "activities", PILOTS, "records", "p2") == {
        "sources": [], "what": {"text": "Pilot p2", "lang": "en"}, "dropped": "twice"
    }  # fmt: skip


def test_the_name_somebody_chose_is_told_and_neither_role_nor_side() -> None:
    played = piloted()
    played.does(ADA, PILOTS, TakeOn("p1", "owner", "Aino"))
    assert told(played, "activities", PILOTS, "records", "p1", "owner") == "Aino"
    assert "client" not in str(published(played.workshop)) and "users'" not in str(told(played, "activities"))


# Beside the activities


def test_questions_are_told_also_those_that_nobody_answered_and_hidden_ones_are_not() -> None:
    played = with_people()
    for n in range(4):
        played.does(ADA, "", AskQuestion(f"Why {n}?", "en"), id=f"q{n}")
    played.does(FAY, "", AnswerQuestion("q1", "So", "en"), AnswerQuestion("q2", "Not yet", "en", True))
    played.does(FAY, "", HideCard("q3", "a name"))
    assert told(played, "questions") == {
        "q0": {"text": "Why 0?", "lang": "en"},
        "q1": {"text": "Why 1?", "lang": "en", "answer": "So", "answer_lang": "en"},
        "q2": {"text": "Why 2?", "lang": "en", "answer": "Not yet", "answer_lang": "en", "open": True},
    }
    assert told(played, "closing", "open", "questions") == {"q0": True, "q2": True}


def test_how_the_meeting_felt_is_told_to_whoever_leads_alone() -> None:
    played = with_people()
    played.does(ADA, "", GiveFeedback("Too fast for me", "en"))
    assert "Too fast" not in str(published(played.workshop))


def test_what_was_brought_and_put_aside_is_told_and_when_people_hear_next() -> None:
    played = with_people()
    played.does(HAL, "", BringCard("field", "The queue is long", "en", True, "Bread queue"), id="f1")
    played.does(FAY, "", Park("f1", "not_ours", "The city's", "en"), SetContact(TODAY, "13:00"))
    brought = {"text": "The queue is long", "lang": "en", "origin": "Bread queue"}
    assert told(played, "brought") == {"field": {"f1": brought}, "previous": {}, "feedback": {}}
    assert told(played, "closing", "parked", "f1", "reason") == "The city's"
    assert told(played, "closing", "contact") == {"date": TODAY, "time": "13:00", "place": "", "what": ""}
    played.does(FAY, "", HideCard("f1", "a name"))
    assert "queue" not in str(published(played.workshop))


def test_what_still_waits_for_an_answer_is_told_with_its_date() -> None:
    played = with_people()
    asked(played, COMMIT, Support("need_time"), ALL)
    played.does(FAY, COMMIT, DecideBy(f"{COMMIT} {ALL}", TODAY))
    assert told(played, "closing", "open", "pending", COMMIT, f"{COMMIT} {ALL}") == {
        "text": "", "lang": "", "scale": "five", "pass_min": 3, "decide_by": TODAY
    }  # fmt: skip


def test_people_are_counted_and_who_has_left_too() -> None:
    played = with_people()
    assert told(played, "people") == {"came": 5, "left": 0}
    played.goes_to(CARDS)
    played.does(ADA, "", Leave())
    assert told(played, "people") == {"came": 5, "left": 1, "sides": {"users": 5}}


# Whether it is finished


def test_a_finished_workshop_lacks_nothing_and_one_that_was_ended_says_what() -> None:
    finished, ended = with_people(), with_people(beginning=WHOLE)
    finished.does(FAY, "", CloseWorkshop())
    ended.does(FAY, "", CloseUnfinished())
    assert (told(finished, "finished"), "missing" in published(finished.workshop)) == (True, False)
    assert told(ended, "finished") is False
    assert told(ended, "missing") == ["min_actions", "commitment_check_done", "next_contact_date"]
    assert told(ended, "closing", "ticks") == {
        "owner_is_not_follower": True,
        "commitment_check_done": False,
        "unselected_have_reason": True,
        "next_contact_date": False,
    }


def test_a_workshop_says_it_is_finished_only_when_nothing_is_missing_after_all_was_counted() -> None:
    """Its commitment check was shut, and not shown."""
    beginning = replace(WHOLE, demands=template.Closing(0, (), ("commitment_check_done",), COMMIT))
    played = with_people(beginning=beginning)
    played.goes_to(COMMIT)
    played.does(FAY, COMMIT, Open(), id="r1")
    played.does(ADA, COMMIT, CastBallot("r1", 1, YES))
    played.does(FAY, COMMIT, Close())
    played.does(FAY, "", CloseUnfinished())
    assert told(played, "finished") is True and told(played, "closing", "ticks") == {
        "commitment_check_done": True
    }


def test_when_it_is_over_the_console_sees_the_concerns_so_that_one_can_be_hidden_for_good() -> None:
    played = with_people(5)
    asked(played, AGREE, NO, ALL)
    assert on_the_console(played)["concerns"] == {}
    played.does(FAY, "", CloseUnfinished())
    ids = [f"{AGREE} {ALL}.{n}" for n in range(1, 6)]
    assert concerns(played) == ids
    played.does(FAY, AGREE, HideCard(ids[0], "a name"))
    assert concerns(played) == ids[1:]
    assert ids[0] not in str(published(played.workshop))


def concerns(played: Played) -> list[str]:
    found = part(on_the_console(played), "concerns", AGREE)
    assert isinstance(found, Mapping)
    return list(found)


def on_the_console(played: Played) -> View:
    return view(played.workshop, played.boxes, Audience.CONSOLE, Shown())
