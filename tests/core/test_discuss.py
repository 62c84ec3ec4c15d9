import pytest

from talko.core.activities.collect import AddCard, ReleaseCards
from talko.core.agenda import WentTo
from talko.core.audience import Audience, Shown
from talko.core.brought import CardBrought
from talko.core.card import NOBODYS, CardHidden, HideCard
from talko.core.life import Opened
from talko.core.people import Refused, Seat
from talko.core.views import view
from talko.core.workshop import Command
from tests.core.story import ADA, DOTS, FAY, HELLO, NOON, ROOM, ROUND, after, ask, part, said

FIELD = CardBrought("field", "f1", "The queue is long", "en", "Bread queue", -1, NOBODYS)
HIDDEN = CardBrought("field", "f2", "Mr. Smith was rude", "en", "", None, NOBODYS)
READING = after("", FIELD, HIDDEN, CardHidden("f2", "a name"), WentTo(ROUND))
READ = {"text": "The queue is long", "lang": "en", "feeling": -1, "origin": "Bread queue"}


@pytest.mark.parametrize(
    ("seat", "command"),
    [(ADA, AddCard("Hello", "en")), (FAY, HideCard("f1", "a name")), (ROOM, ReleaseCards())],
)
def test_in_a_talk_nobody_writes(seat: Seat, command: Command) -> None:
    assert said(after(HELLO, Opened(0)), ask(seat, HELLO, command)) == Refused("not_here")


@pytest.mark.parametrize("audience", [Audience.SCREEN, Audience.PHONE])
def test_the_room_reads_what_came_before_and_nothing_hidden(audience: Audience) -> None:
    shown = part(view(READING, audience, Shown()), "activities", ROUND)
    assert shown == {"kind": "discuss", "life": "waiting", "ends": 0, "cards": {"f1": READ}}


def test_the_console_sees_what_is_hidden_so_that_it_can_be_shown_again() -> None:
    assert part(view(READING, Audience.CONSOLE, Shown()), "activities", ROUND, "cards") == {
        "f1": {**READ, "in": ""},
        "f2": {"text": "Mr. Smith was rude", "lang": "en", "hidden": "a name", "in": ""},
    }


def test_a_step_without_a_face_of_its_own_is_done_aloud_under_its_own_name() -> None:
    voting = after(DOTS, Opened(NOON), given=after("", WentTo(DOTS)))
    assert part(view(voting, Audience.PHONE, Shown()), "activities", DOTS) == {
        "kind": "vote",
        "life": "open",
        "ends": NOON,
        "cards": {},
    }
