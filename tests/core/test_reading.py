"""In a discuss the room reads what came before, and nothing that is hidden."""

import pytest

from talko.core.audience import Audience, Shown
from talko.core.beside.agenda import WentTo
from talko.core.beside.brought import CardBrought
from talko.core.card import NOBODYS, CardHidden
from talko.core.views import view
from tests.core.story import NO_BOXES, ROUND, after, part

FIELD = CardBrought("field", "f1", "The queue is long", "en", "Bread queue", -1, NOBODYS)
HIDDEN = CardBrought("field", "f2", "Mr. Smith was rude", "en", "", None, NOBODYS)
READING = after("", FIELD, HIDDEN, CardHidden("f2", "a name"), WentTo(ROUND))
READ = {"text": "The queue is long", "lang": "en", "feeling": -1, "origin": "Bread queue"}


@pytest.mark.parametrize("audience", [Audience.SCREEN, Audience.PHONE])
def test_the_room_reads_what_came_before_and_nothing_hidden(audience: Audience) -> None:
    shown = part(view(READING, NO_BOXES, audience, Shown()), "activities", ROUND)
    assert shown == {"kind": "discuss", "life": "waiting", "ends": 0, "cards": {"f1": READ}, "notes": {}}


def test_the_console_sees_what_is_hidden_so_that_it_can_be_shown_again() -> None:
    assert part(view(READING, NO_BOXES, Audience.CONSOLE, Shown()), "activities", ROUND, "cards") == {
        "f1": {**READ, "in": ""},
        "f2": {"text": "Mr. Smith was rude", "lang": "en", "hidden": "a name", "in": ""},
    }
