"""What becomes of a plan: who may tell it, and that only the follower decides what is shown."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from talko.core.activities import plan
from talko.core.beside.agenda import CloseUnfinished
from talko.core.following.following import Confirm, DecidePilot, MoveDue, RemoveWords, Tell, TellPeople
from talko.core.following.line import is_late
from talko.core.following.telling import MOST_LINES
from talko.core.life import Open
from talko.core.people import Refused, Seat, SeatKind, Why
from talko.core.published import published
from talko.core.workshop import Command, replay
from tests.core.played import ACTIONS, PILOTS, TODAY, Played, met
from tests.core.story import ADA, BEN, CAI, EVE, FAY, FIA, HAL, OLE, ROOM, WALL

DUE, LATER = "2026-10-20", "2026-11-02"
ANOTHER = Seat(SeatKind.OWNER, b"another key", record="c2")


def planned() -> Played:
    """Ada does c1 and Ben follows it up, from their phones; c2 has one outside; p1 is a pilot."""
    played = met()
    for place, id in ((PILOTS, "p1"), (ACTIONS, "c1"), (ACTIONS, "c2")):
        if place not in opened(played):
            played.does(FAY, place, Open())
        played.does(FAY, place, plan.AddRecord((), "A café", "en"), id=id)
        played.does(BEN, place, plan.TakeOn(id, "follower", "Ben"))
    played.does(ADA, PILOTS, plan.TakeOn("p1", "owner", "Ada"))
    played.does(ADA, ACTIONS, plan.TakeOn("c1", "owner", "Ada"))
    played.does(FAY, ACTIONS, plan.NameFor("c2", "owner", "Olga", outside=True))
    played.does(FAY, ACTIONS, plan.WriteField("c1", "due", DUE))
    return played


def opened(played: Played) -> set[str]:
    return {id for id, each in played.workshop.activities.items() if each.life.phase == "open"}


def over() -> Played:
    played = planned()
    played.does(FAY, "", CloseUnfinished())
    played.beginning, played.log = played.workshop, []
    return played


def seen(played: Played, record: str = "c1", place: str = ACTIONS) -> Any:
    activities: Any = published(played.workshop)["activities"]
    return activities[place]["records"][record].get("followed", {})


def owner(record: str) -> Seat:
    return replace(OLE, record=record)


# Who may


@pytest.mark.parametrize(
    ("seat", "wish", "why"),
    [
        (EVE, Tell("c1", "done"), "not_yours"),
        (BEN, Tell("c1", "done"), "not_yours"),
        (FIA, Tell("c1", "done"), "not_yours"),
        (ADA, Confirm("c1", "done"), "not_yours"),
        (OLE, Confirm("c1", "done"), "not_yours"),
        (EVE, Confirm("c1", "done"), "not_yours"),
        (EVE, MoveDue("c1", LATER, "Snow", "en"), "not_yours"),
        (ANOTHER, Tell("c1", "done"), "not_yours"),
        (ANOTHER, MoveDue("c1", LATER, "Snow", "en"), "not_yours"),
        (FIA, Confirm("c2", "done"), "not_yours"),
        (ANOTHER, Tell("c2", "done"), "not_now"),  # was never asked, and has not said yes
        (ADA, Tell("nothing", "done"), "no_such_record"),
        *((seat, wish, "may_not") for seat in (FAY, CAI, HAL, WALL, ROOM) for wish in (Tell("c1", "done"),)),
        (FAY, Confirm("c1", "done"), "may_not"),
    ],
)
def test_nobody_but_its_owner_tells_and_nobody_but_its_follower_confirms(
    seat: Seat, wish: Command, why: Why
) -> None:
    assert over().says(seat, "", wish) == Refused(why)


@pytest.mark.parametrize(
    "wish", [Tell("c1", "done"), MoveDue("c1", LATER, "Snow", "en"), TellPeople("c1", "A paper", TODAY, "en")]
)
def test_before_the_end_nothing_is_followed_up(wish: Command) -> None:
    assert planned().says(ADA, "", wish) == Refused("not_now")


def test_a_record_that_was_dropped_is_not_followed_up() -> None:
    played = planned()
    played.does(FAY, ACTIONS, plan.DropRecord("c1", "Too much"))
    played.does(FAY, "", CloseUnfinished())
    assert played.says(ADA, "", Tell("c1", "done")) == Refused("no_such_record")


# What is told


@pytest.mark.parametrize(
    ("seat", "wish", "why"),
    [
        (ADA, Tell("c1", "not_done"), "reason_needed"),
        (ADA, Tell("c1", "not_done", "  ", "en"), "reason_needed"),
        (BEN, Confirm("c1", "not_done"), "reason_needed"),
        (ADA, Tell("c1", "done", "x" * 501, "en"), "too_long"),
        (ADA, MoveDue("c1", LATER, "", "en"), "reason_needed"),
        (ADA, MoveDue("c1", LATER, "x" * 501, "en"), "too_long"),
        (ADA, MoveDue("c1", "soon", "Snow", "en"), "date_needed"),
        (ADA, MoveDue("c1", "2026-10-07", "Snow", "en"), "date_past"),
        (ADA, MoveDue("c1", "2226-10-07", "Snow", "en"), "date_far"),
        (ADA, TellPeople("c1", "", TODAY, "en"), "empty"),
        (ADA, TellPeople("c1", "A paper", "", "en"), "date_needed"),
        (ADA, TellPeople("c1", "A paper", "2026-10-09", "en"), "date_to_come"),
        (ADA, DecidePilot("c1", "keep", "It works", "en"), "not_here"),
        (ADA, DecidePilot("p1", "keep", "", "en"), "reason_needed"),
        (ADA, DecidePilot("p1", "spread", "It works", "en"), "empty"),
        (ADA, DecidePilot("p1", "spread", "It works", "en", "x" * 201), "too_long"),
    ],
)
def test_what_says_too_little_or_too_much_is_refused(seat: Seat, wish: Command, why: Why) -> None:
    assert over().says(seat, "", wish) == Refused(why)


def test_nobody_tells_without_end() -> None:
    played = over()
    played.does(ADA, "", *[Tell("c1", "doing")] * MOST_LINES)
    assert played.says(ADA, "", Tell("c1", "done")) == Refused("enough_cards")


def test_where_nothing_was_told_a_plan_says_nothing_of_it() -> None:
    records = published(over().workshop)["activities"]
    assert "followed" not in str(records)


def test_what_the_owner_tells_is_seen_and_does_not_count() -> None:
    played = over()
    played.does(ADA, "", Tell("c1", "done", "It is open.", "en"))
    line = {"day": TODAY, "part": "owner", "status": "done", "note": "It is open.", "lang": "en"}
    assert seen(played) == {"lines": {"1": line}}


def test_the_followers_last_line_decides() -> None:
    played = over()
    played.does(BEN, "", Confirm("c1", "late"))
    played.does(ADA, "", Tell("c1", "not_done", "No room.", "en"))
    assert (seen(played)["status"], seen(played)["since"]) == ("late", TODAY)
    played.today = "2026-10-21"
    played.does(BEN, "", Confirm("c1", "done"))
    assert (seen(played)["status"], seen(played)["since"]) == ("done", "2026-10-21")


def test_a_new_day_keeps_the_old_ones_in_sight() -> None:
    played = over()
    played.does(ADA, "", MoveDue("c1", LATER, "Snow", "en"))
    played.does(BEN, "", MoveDue("c1", "2026-11-09", "More snow", "en"))
    assert seen(played)["due"] == "2026-11-09"
    moved = seen(played)["moved"]
    assert [(each["before"], each["due"], each["part"]) for each in moved.values()] == [
        (DUE, LATER, "owner"),
        (LATER, "2026-11-09", "follower"),
    ]


def test_the_same_day_again_is_no_new_one() -> None:
    played = over()
    assert played.says(ADA, "", MoveDue("c1", DUE, "", "en")) == []


def test_that_people_heard_of_it_is_told_with_how_and_when() -> None:
    played = over()
    played.does(BEN, "", TellPeople("c1", "A paper in the queue", "2026-10-07", "en"))
    heard = {
        "day": TODAY,
        "part": "follower",
        "how": "A paper in the queue",
        "when": "2026-10-07",
        "lang": "en",
    }
    assert seen(played) == {"heard": {"1": heard}}


def test_a_pilot_that_spreads_has_a_second_place() -> None:
    played = over()
    played.does(ADA, "", DecidePilot("p1", "spread", "It works", "en", "The library"))
    assert seen(played, "p1", PILOTS)["decided"] == {
        "1": {
            "day": TODAY,
            "part": "owner",
            "decision": "spread",
            "reason": "It works",
            "place": "The library",
            "lang": "en",
        }
    }


@pytest.mark.parametrize(
    ("seat", "why"), [(ADA, "may_not"), (BEN, "may_not"), (OLE, "may_not"), (HAL, "may_not")]
)
def test_only_who_leads_takes_words_away(seat: Seat, why: Why) -> None:
    played = over()
    played.does(ADA, "", Tell("c1", "done", "Pekka did it", "en"), id="e1")
    assert played.says(seat, "", RemoveWords("c1", "e1")) == Refused(why)


@pytest.mark.parametrize(
    "wish", [RemoveWords("c1", "nothing"), RemoveWords("c2", "e1"), RemoveWords("x", "e1")]
)
def test_words_that_are_not_there_can_not_be_taken_away(wish: Command) -> None:
    played = over()
    played.does(ADA, "", Tell("c1", "done", "Pekka did it", "en"), id="e1")
    assert played.says(FAY, "", wish) == Refused("no_such_item")


def test_words_with_a_name_in_them_go_for_good_and_what_was_said_stays() -> None:
    played = over()
    played.does(ADA, "", Tell("c1", "done", "Pekka did it", "en"), id="e1")
    played.does(ADA, "", MoveDue("c1", LATER, "Pekka is ill", "en"), id="e2")
    played.does(BEN, "", TellPeople("c1", "Pekka told", TODAY, "en"), id="e3")
    played.does(ADA, "", DecidePilot("p1", "spread", "Pekka likes it", "en", "At Pekka's"), id="e4")
    for record, entry in (("c1", "e1"), ("c1", "e2"), ("c1", "e3"), ("p1", "e4")):
        played.does(CAI, "", RemoveWords(record, entry))
        assert played.says(CAI, "", RemoveWords(record, entry)) == Refused("no_such_item")
    assert "Pekka" not in str(published(played.workshop))
    assert seen(played)["lines"]["1"] == {
        "day": TODAY, "part": "owner", "status": "done", "lang": "en", "removed": True,
    }  # fmt: skip
    assert seen(played)["due"] == LATER and seen(played, "p1", PILOTS)["decided"]["1"]["decision"] == "spread"


def test_it_says_nobodys_name_and_no_minute() -> None:
    played = over()
    played.does(ADA, "", Tell("c1", "done"))
    assert "person" not in str(played.log) and "ada" not in str(played.log).lower()


def test_its_log_makes_the_same_workshop_again() -> None:
    played = over()
    played.does(ADA, "", Tell("c1", "doing"), MoveDue("c1", LATER, "Snow", "en"))
    played.does(BEN, "", Confirm("c1", "done"), TellPeople("c1", "Aloud", TODAY, "en"))
    played.does(owner("c2"), ACTIONS, plan.Accept("c2"))
    assert len(played.log) == 5 and replay(played.beginning, played.log) == played.workshop


# Late is no event


@pytest.mark.parametrize(
    ("due", "status", "late"),
    [
        ("", "", False),
        ("2026-10-08", "", False),
        ("2026-10-07", "", True),
        ("2026-10-07", "doing", True),
        ("2026-10-07", "done", False),
        ("2026-10-07", "not_done", False),
        ("2026-12-01", "late", True),
    ],
)
def test_late_is_what_has_passed_its_day_and_is_not_over(due: str, status: str, late: bool) -> None:
    assert is_late(due, status, TODAY) is late


# Who was not in the room


@pytest.mark.parametrize("wish", [plan.Accept("c2"), plan.Decline("c2")])
@pytest.mark.parametrize(
    ("seat", "why"), [(ADA, "may_not"), (FIA, "may_not"), (FAY, "may_not"), (OLE, "not_yours")]
)
def test_only_the_link_to_it_answers_for_an_owner(wish: Command, seat: Seat, why: Why) -> None:
    assert planned().says(seat, ACTIONS, wish) == Refused(why)


@pytest.mark.parametrize("played", [planned, over])
def test_an_owner_outside_says_yes_before_the_end_or_after(played: Callable[[], Played]) -> None:
    asked = played()
    asked.does(owner("c2"), ACTIONS, plan.Accept("c2"))
    state = asked.workshop.activities[ACTIONS]
    assert isinstance(state, plan.State) and state.records["c2"].owner
    assert state.records["c2"].owner.accepted
    assert asked.says(owner("c2"), ACTIONS, plan.Decline("c2")) == Refused("not_now")


def test_who_says_no_leaves_the_place_to_another_who_writes_a_name() -> None:
    played = over()
    played.does(owner("c2"), ACTIONS, plan.Decline("c2"))
    assert played.says(owner("c2"), ACTIONS, plan.Accept("c2")) == Refused("name_needed")
    assert played.says(owner("c2"), ACTIONS, plan.Accept("c2", "Team")) == Refused("not_a_person")
    assert played.says(owner("c2"), ACTIONS, plan.Accept("c2", "Ben")) == Refused("same_person")
    played.does(owner("c2"), ACTIONS, plan.Accept("c2", "Otto"))
    played.does(owner("c2"), "", Tell("c2", "doing"))
    assert seen(played, "c2")["lines"]
