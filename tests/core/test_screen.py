import pytest

from talko.core.audience import Audience
from talko.core.beside import screen
from talko.core.beside.screen import ScreenSet, SetScreen, State
from talko.core.people import Refused, Request, Seat
from tests.core.story import ADA, CAI, FAY, HAL, NOON, ROOM, WALL

PLAIN = State(("fi", "sv"))
CALM = State(("fi", "sv"), calm=True)
IN_TWO = State(("fi", "sv"), calm=True, also="sv")


def said(state: State, seat: Seat, calm: bool, also: str) -> object:
    return screen.decide(state, Request("s1", seat, "", SetScreen(calm, also), at=NOON))


@pytest.mark.parametrize("seat", [ADA, HAL, WALL, ROOM])
def test_only_the_console_chooses_how_the_screen_looks(seat: Seat) -> None:
    assert said(PLAIN, seat, True, "") == Refused("may_not")


@pytest.mark.parametrize("also", ["fi", "en", "svenska"])
def test_the_second_language_is_one_of_the_workshop_and_not_its_first(also: str) -> None:
    assert said(PLAIN, FAY, False, also) == Refused("not_a_choice")


@pytest.mark.parametrize("seat", [FAY, CAI])
def test_the_screen_is_made_calm_and_speaks_two_languages(seat: Seat) -> None:
    assert said(PLAIN, seat, True, "sv") == [ScreenSet(True, "sv")]
    assert screen.evolve(PLAIN, ScreenSet(True, "sv")) == IN_TWO
    assert screen.evolve(IN_TWO, ScreenSet(False, "")) == PLAIN


def test_choosing_the_same_again_changes_nothing() -> None:
    assert said(IN_TWO, CAI, True, "sv") == []


@pytest.mark.parametrize("audience", Audience)
def test_where_nothing_was_chosen_nothing_is_told(audience: Audience) -> None:
    assert screen.show(PLAIN, audience) == {}


def test_the_second_language_is_told_to_the_screen_and_the_console_and_a_phone_has_its_own() -> None:
    for audience in (Audience.SCREEN, Audience.CONSOLE):
        assert screen.show(IN_TWO, audience) == {"screen": {"calm": True, "also": "sv"}}
    assert screen.show(IN_TWO, Audience.PHONE) == {"screen": {"calm": True}}
    assert screen.show(CALM, Audience.SCREEN) == {"screen": {"calm": True}}


def test_a_language_that_was_taken_from_the_workshop_is_not_shown() -> None:
    assert screen.show(State(("fi", "en"), also="sv"), Audience.SCREEN) == {}
