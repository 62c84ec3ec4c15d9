"""In a discuss the room reads what came before, and nothing that is hidden."""

import pytest

from talko.core.audience import Audience, Shown
from talko.core.beside.agenda import GoBack, GoOn, WentTo
from talko.core.beside.brought import CardBrought
from talko.core.card import NOBODYS, CardHidden
from talko.core.life import Open, Opened
from talko.core.views import view
from tests.core.story import FAY, NEEDS, NO_BOXES, ROUND, after, ask, part, said

FIELD = CardBrought("field", "f1", "The queue is long", "en", "Bread queue", -1, NOBODYS)
HIDDEN = CardBrought("field", "f2", "Mr. Smith was rude", "en", "", None, NOBODYS)
READING = after("", FIELD, HIDDEN, CardHidden("f2", "a name"), WentTo(ROUND))
SHOWN = after(ROUND, Opened(0), given=READING)
HIDES = {"text": "Mr. Smith was rude", "lang": "en", "hidden": "a name"}
READ = {"text": "The queue is long", "lang": "en", "feeling": -1, "origin": "Bread queue"}


@pytest.mark.parametrize("audience", [Audience.SCREEN, Audience.PHONE])
def test_the_room_reads_what_came_before_and_nothing_hidden(audience: Audience) -> None:
    shown = part(view(SHOWN, NO_BOXES, audience, Shown()), "activities", ROUND)
    assert shown == {"kind": "discuss", "life": "open", "ends": 0, "cards": {"f1": READ}, "notes": {}}


@pytest.mark.parametrize("audience", [Audience.SCREEN, Audience.PHONE])
def test_what_was_brought_waits_until_whoever_leads_shows_it(audience: Audience) -> None:
    assert part(view(READING, NO_BOXES, audience, Shown()), "activities", ROUND, "cards") == {}
    came = said(READING, ask(FAY, ROUND, GoBack(), "back"))
    assert came == [WentTo(NEEDS)]
    assert said(READING, ask(FAY, ROUND, Open(), "shown")) == [Opened(0)]


def test_a_talk_with_nothing_brought_opens_by_itself() -> None:
    assert said(after("", WentTo(NEEDS)), ask(FAY, NEEDS, GoOn(), "on")) == [WentTo(ROUND), Opened(0)]
    assert said(after("", FIELD, WentTo(NEEDS)), ask(FAY, NEEDS, GoOn(), "on")) == [WentTo(ROUND)]


def test_whoever_leads_reads_what_was_brought_before_it_begins() -> None:
    lobby = after("", FIELD, HIDDEN, CardHidden("f2", "a name"))
    assert part(view(lobby, NO_BOXES, Audience.CONSOLE, Shown()), "ahead") == {"f1": READ, "f2": HIDES}
    for audience in (Audience.SCREEN, Audience.PHONE):
        assert "ahead" not in view(lobby, NO_BOXES, audience, Shown())
    assert "ahead" not in view(READING, NO_BOXES, Audience.CONSOLE, Shown())


def test_the_console_sees_what_is_hidden_so_that_it_can_be_shown_again() -> None:
    assert part(view(READING, NO_BOXES, Audience.CONSOLE, Shown()), "activities", ROUND, "cards") == {
        "f1": {**READ, "in": ""},
        "f2": {"text": "Mr. Smith was rude", "lang": "en", "hidden": "a name", "in": ""},
    }
