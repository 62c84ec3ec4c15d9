"""What lies in the boxes: a ballot until its round is counted, and then nothing but who asked for time."""

import pytest

from talko.core.activities.consent import DecideBy, LetPass, OpenRound, TimePassed
from talko.core.activities.plan import AddRecord
from talko.core.ballots.ballot import (
    ALL,
    Answers,
    Ballot,
    CastBallot,
    Choice,
    Dots,
    Late,
    Support,
    nullifier,
)
from talko.core.beside.agenda import CloseUnfinished, GoBack, GoOn
from talko.core.beside.lobby import Join, Leave
from talko.core.life import Close, Extend, Open, Reveal
from talko.core.people import Refused, Role, Side, Why, helped
from talko.core.workshop import settle
from tests.core.played import AGREE, COMMIT, DOTS, PILOTS, PULSE, TODAY, Played, grouped, met
from tests.core.story import ADA, BEN, EVE, FAY, HAL, ROOM, ask, for_guest

VOTED, ANSWERED = Dots({"t1": 1}), Answers({ALL: {"safe": 4}})
YES, TIME = Support(4), Support("need_time", "I must ask at home", "en")


def voting() -> Played:
    played = grouped()
    played.goes_to(DOTS)
    played.does(FAY, DOTS, Open(), id="r1")
    return played


def consented(**answers: Support) -> Played:
    """Ada, Ben and Eve answered, and all was shown."""
    played, seats = met(), {"ada": ADA, "ben": BEN, "eve": EVE}
    played.goes_to(COMMIT)
    played.does(FAY, COMMIT, Open(), id="r1")
    for name, choice in answers.items():
        played.does(seats[name], COMMIT, CastBallot("r1", 1, choice))
    played.shows(COMMIT)
    return played


def asks(played: Played) -> set[str]:
    return {id for box in played.boxes.values() for id in box}


# Into the box


def test_a_ballot_lies_in_the_box_of_its_round_and_in_no_event() -> None:
    played = voting()
    before = len(played.log)
    played.does(ADA, DOTS, CastBallot("r1", 1, VOTED))
    ballot = Ballot("r1", nullifier(ADA.key, "r1"), Side.USERS, 1, VOTED)
    assert played.boxes == {"r1": {ballot.nullifier: ballot}}
    assert len(played.log) == before


def test_an_older_ballot_sent_again_after_a_newer_one_changes_nothing_in_whatever_order_they_come() -> None:
    older, newer = CastBallot("r1", 1, VOTED), CastBallot("r1", 2, Dots({"t2": 2}))
    played, turned = voting(), voting()
    played.does(ADA, DOTS, older, newer, older)
    turned.does(ADA, DOTS, newer, older)
    assert played.boxes == turned.boxes
    (ballot,) = played.boxes["r1"].values()
    assert (ballot.n, ballot.choice) == (2, newer.choice)


def test_an_older_ballot_leaves_the_box_the_same_object() -> None:
    played = voting()
    played.does(ADA, DOTS, CastBallot("r1", 2, VOTED))
    box = played.boxes["r1"]
    played.does(ADA, DOTS, CastBallot("r1", 1, VOTED))
    assert played.boxes["r1"] is box


@pytest.mark.parametrize(
    ("choice", "why"),
    [
        (Dots({"t1": 2, "t2": 2}), "too_many_dots"),
        (Dots({"t1": 3}), "too_many_on_one"),
        (Dots({"t9": 1}), "no_such_option"),
        (Dots({"t1": 1, "k1": 1}), "no_such_option"),
        (Support(4), "not_on_the_scale"),
    ],
)
def test_a_ballot_over_budget_over_max_per_item_or_with_a_choice_that_does_not_exist_is_refused_whole(
    choice: Choice, why: Why
) -> None:
    """The earlier valid one stands."""
    played = voting()
    played.does(ADA, DOTS, CastBallot("r1", 1, VOTED))
    assert played.says(ADA, DOTS, CastBallot("r1", 2, choice)) == Refused(why)
    assert [each.choice for each in played.boxes["r1"].values()] == [VOTED]


def test_a_ballot_into_a_closed_box_is_refused_and_one_that_was_there_is_counted() -> None:
    played = voting()
    played.does(ADA, DOTS, CastBallot("r1", 1, VOTED))
    played.does(FAY, DOTS, Close())
    assert played.says(ADA, DOTS, CastBallot("r1", 2, Dots({"t2": 1}))) == Refused("activity_closed")
    assert played.says(BEN, DOTS, CastBallot("r1", 1, VOTED)) == Refused("activity_closed")
    assert [each.choice for each in played.boxes["r1"].values()] == [VOTED]


def test_a_box_stays_as_it_was_when_its_round_opens_again_gets_time_or_the_room_goes_back() -> None:
    played = voting()
    played.does(ADA, DOTS, CastBallot("r1", 1, VOTED))
    box = played.boxes["r1"]
    played.does(FAY, DOTS, Close(), Open(), Extend(5), Close(), GoBack())
    assert played.boxes["r1"] is box


def test_somebody_without_a_phone_has_a_ballot_like_anybody_through_whoever_helps() -> None:
    played = voting()
    played.ask(for_guest("1", ask(HAL, "", Join(Role.PROFESSIONAL))))
    played.ask(for_guest("1", ask(HAL, DOTS, CastBallot("r1", 1, VOTED))))
    guest = nullifier(helped(HAL, "1").key, "r1")
    assert played.boxes["r1"] == {guest: Ballot("r1", guest, Side.WORKERS, 1, VOTED)}


def test_a_ballot_of_somebody_who_left_is_counted() -> None:
    played = voting()
    played.does(ADA, DOTS, CastBallot("r1", 1, VOTED))
    played.does(ADA, "", Leave())
    assert played.says(ADA, DOTS, CastBallot("r1", 2, VOTED)) == Refused("not_joined")
    assert len(played.boxes["r1"]) == 1


# Out of the box


def test_what_was_counted_lies_in_no_box_by_a_press_by_going_on_and_at_the_end() -> None:
    pressed, gone_on, ended = voting(), voting(), voting()
    for played in (pressed, gone_on, ended):
        played.does(ADA, DOTS, CastBallot("r1", 1, VOTED))
    pressed.does(FAY, DOTS, Close(), Reveal())
    gone_on.does(FAY, DOTS, Close(), GoOn())
    ended.does(FAY, "", CloseUnfinished())
    assert pressed.boxes == gone_on.boxes == ended.boxes == {}


def test_only_the_box_that_was_counted_is_emptied() -> None:
    played = voting()
    played.does(ADA, DOTS, CastBallot("r1", 1, VOTED))
    played.does(FAY, PULSE, Open(), id="r2")
    played.does(ADA, PULSE, CastBallot("r2", 1, ANSWERED))
    other = played.boxes["r2"]
    played.shows(DOTS)
    assert played.boxes == {"r2": other} and played.boxes["r2"] is other


def test_a_new_round_has_an_empty_box() -> None:
    played = voting()
    played.does(ADA, DOTS, CastBallot("r1", 1, VOTED))
    played.shows(DOTS)
    played.does(FAY, DOTS, Open(), id="r2")
    assert played.boxes == {}
    assert played.says(ADA, DOTS, CastBallot("r1", 2, VOTED)) == Refused("activity_closed")


def test_a_refusal_changes_no_box() -> None:
    played = voting()
    assert settle(played.workshop, played.boxes, Refused("not_now")) is played.boxes


# Who asked for time


def test_who_asked_for_time_is_kept_without_a_word_of_what_they_said() -> None:
    played = consented(ada=TIME, ben=YES)
    (kept,) = played.boxes["r1"].values()
    assert kept == Ballot("r1", nullifier(ADA.key, "r1"), Side.UNKNOWN, 0, Support("need_time"))


def test_where_somebody_has_a_concern_nobody_is_waited_for() -> None:
    assert consented(ada=TIME, ben=Support(1, "No", "en")).boxes == {}


def test_who_answers_later_is_kept_no_longer_and_the_others_are() -> None:
    played = consented(ada=TIME, ben=TIME, eve=YES)
    outcome = played.says(ADA, COMMIT, CastBallot("r1", 2, YES))
    assert isinstance(outcome, Late)
    assert asks(played) == {nullifier(BEN.key, "r1")}
    assert played.says(ADA, COMMIT, CastBallot("r1", 3, YES)) == Refused("activity_closed")
    played.does(BEN, COMMIT, CastBallot("r1", 2, YES))
    assert played.boxes == {}


def test_a_later_concern_ends_the_waiting_for_all() -> None:
    played = consented(ada=TIME, ben=TIME)
    played.does(ADA, COMMIT, CastBallot("r1", 2, Support(1, "No", "en")))
    assert played.boxes == {}
    assert played.says(BEN, COMMIT, CastBallot("r1", 2, YES)) == Refused("activity_closed")


def test_who_asked_for_time_answers_when_the_workshop_is_over_and_nobody_else() -> None:
    played = consented(ada=TIME, ben=YES)
    played.does(FAY, COMMIT, DecideBy("r1", TODAY))
    played.does(FAY, "", CloseUnfinished())
    assert asks(played) == {nullifier(ADA.key, "r1")}
    assert played.says(BEN, COMMIT, CastBallot("r1", 2, YES)) == Refused("activity_closed")
    played.does(ADA, COMMIT, CastBallot("r1", 2, YES))
    assert played.boxes == {}


def test_when_the_day_is_over_nobody_is_kept() -> None:
    played = consented(ada=TIME, ben=YES)
    played.does(FAY, COMMIT, DecideBy("r1", TODAY))
    assert played.says(ROOM, COMMIT, LetPass("r1")) == Refused("not_now")
    assert asks(played) == {nullifier(ADA.key, "r1")}
    played.today = "2026-10-09"
    played.does(ROOM, COMMIT, LetPass("r1"))
    assert played.log[-1].event == TimePassed("r1") and played.boxes == {}


def test_one_proposal_waits_while_another_is_asked_about() -> None:
    played = met()
    played.goes_to(PILOTS)
    for id in ("p1", "p2"):
        played.does(FAY, PILOTS, AddRecord((), f"Pilot {id}", "en"), id=id)
    played.goes_to(AGREE)
    played.does(FAY, AGREE, OpenRound("p1"), id="r1")
    played.does(ADA, AGREE, CastBallot("r1", 1, TIME))
    played.shows(AGREE)
    played.does(FAY, AGREE, OpenRound("p2"), id="r2")
    played.does(BEN, AGREE, CastBallot("r2", 1, YES))
    assert set(played.boxes) == {"r1", "r2"}
    played.does(ADA, AGREE, CastBallot("r1", 2, YES))
    assert set(played.boxes) == {"r2"}
