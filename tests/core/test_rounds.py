from dataclasses import replace

import pytest

from talko.core.ballots import rounds
from talko.core.ballots.ballot import Dots, put
from talko.core.ballots.rounds import Round, RoundOpened, Rounds
from talko.core.life import Close, Closed, Extend, Extended, Life, Open, Opened, Phase
from talko.core.people import Refused, Request
from tests.core.story import ADA, BEN, FAY, MINUTE, NOON, WALL
from tests.core.voters import ballot

ASKED: Request[object] = Request("r9", FAY, "v", Open(), NOON)
NONE: Rounds[str] = {}
FIRST: Rounds[str] = {"r1": Round("r1", ("a", "b"))}
SECOND: Rounds[str] = {"r1": Round("r1", ("a", "b"), "told"), "r2": Round("r2", ("a", "b"))}
OPEN, CLOSED = Life(Phase.OPEN), Life(Phase.CLOSED)
ADAS = ballot(ADA, Dots({"a": 1}), "r2", n=4)


def test_a_ballot_is_refused_before_the_first_round_opens() -> None:
    assert rounds.cannot_cast(ADA, Life(), NONE, "r1") == Refused("not_open_yet")


def test_a_ballot_that_comes_late_does_not_fall_into_the_next_box() -> None:
    assert rounds.cannot_cast(ADA, OPEN, SECOND, "r1") == Refused("activity_closed")
    assert rounds.cannot_cast(ADA, OPEN, SECOND, "r3") == Refused("activity_closed")


@pytest.mark.parametrize("phase", [Phase.CLOSED, Phase.REVEALED])
def test_a_ballot_is_refused_when_its_round_is_closed(phase: Phase) -> None:
    assert rounds.cannot_cast(ADA, Life(phase), FIRST, "r1") == Refused("activity_closed")


def test_a_screen_casts_nothing() -> None:
    assert rounds.cannot_cast(WALL, OPEN, FIRST, "r1") == Refused("may_not")


def test_a_ballot_falls_into_the_box_of_the_round_that_is_open() -> None:
    assert rounds.cannot_cast(ADA, OPEN, SECOND, "r2") is None


def test_time_is_given_only_while_a_round_is_open() -> None:
    for life in (Life(), CLOSED, Life(Phase.REVEALED)):
        assert rounds.move(life, ASKED, Extend(5), 0) == Refused("not_now")
    assert rounds.move(OPEN, ASKED, Extend(5), 0) == [Extended(NOON + 5 * MINUTE)]


def test_what_is_closed_opens_again_and_is_no_new_round() -> None:
    assert rounds.move(OPEN, ASKED, Close(), 3) == [Closed()]
    assert rounds.move(CLOSED, ASKED, Open(), 3) == [Opened(NOON + 3 * MINUTE)]


def test_a_round_has_the_id_of_the_command_that_opened_it_and_its_time() -> None:
    assert rounds.new_round(ASKED, ("a",), 0) == RoundOpened("r9", ("a",), 0)
    assert rounds.new_round(ASKED, ("a",), 3, run_off=True) == RoundOpened(
        "r9", ("a",), NOON + 3 * MINUTE, True
    )


def test_the_result_of_an_earlier_round_stays_beside_the_next_one() -> None:
    begun = rounds.begun(rounds.counted(FIRST, "r1", "told"), RoundOpened("r2", ("a", "b"), 0))
    assert begun == SECOND and rounds.latest(begun) == SECOND["r2"]
    assert rounds.latest(NONE) is None


def test_only_my_own_ballot_is_mine_and_only_until_its_round_is_shown() -> None:
    boxes = {"r1": put({}, replace(ADAS, round="r1")), "r2": put({}, ADAS)}
    told = {"round": "r2", "n": 4, "choice": {"dots": {"a": 1}}}
    assert rounds.show_mine(SECOND, ADA, boxes) == told
    assert rounds.show_mine(SECOND, BEN, boxes) == rounds.show_mine(SECOND, ADA, {}) == {}
    assert rounds.show_mine(rounds.counted(SECOND, "r2", "told"), ADA, boxes) == {}
    assert rounds.show_mine(NONE, ADA, boxes) == {}
