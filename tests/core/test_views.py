import json
from collections.abc import Mapping

import pytest

from talko.core.audience import Audience, Shown, View
from talko.core.mine import mine
from talko.core.people import Role
from talko.core.views import view
from tests.core.day import MOMENTS
from tests.core.story import (
    ADA,
    BEN,
    CAI,
    EVE,
    FAY,
    HAL,
    HELLO,
    IDEAS,
    MINUTE,
    NEEDS,
    NEWS,
    NO_BOXES,
    NOON,
    ROUND,
    WALL,
    part,
)

ROOM_FACES = [Audience.SCREEN, Audience.PHONE]
BOAT = {"text": "A boat library", "lang": "en"}
MORE = {"text": "More of us", "lang": "en"}
RAMP = {"text": "En ramp", "lang": "sv"}
SMITH = {"text": "Mr. Smith must go", "lang": "en", "hidden": "a name"}
QUEUE = {"text": "The queue is long", "lang": "en", "feeling": -1, "origin": "Bread queue"}
RUDE = {"text": "Mr. Smith was rude", "lang": "en"}


def seen(audience: Audience, moment: str) -> View:
    return view(MOMENTS[moment], NO_BOXES, audience, Shown())


def activity(audience: Audience, moment: str) -> View:
    """What is seen of the activity that the room is at."""
    activities = seen(audience, moment)["activities"]
    assert isinstance(activities, Mapping)
    (only,) = activities.values()
    assert isinstance(only, Mapping)
    return only


def cards(audience: Audience, moment: str) -> View:
    found = activity(audience, moment)["cards"]
    assert isinstance(found, Mapping)
    return found


# What a room is shown

BESIDE: dict[Audience, View] = {
    Audience.SCREEN: {"questions": {}, "words": {}},
    Audience.PHONE: {"questions": {}, "words": {}, "later": {}},
}


@pytest.mark.parametrize("audience", ROOM_FACES)
def test_in_the_lobby_a_room_sees_the_door_and_how_many_have_come(audience: Audience) -> None:
    assert seen(audience, "door closed") == {
        "agenda": {"current": "", "break_ends": 0, "closed": False},
        "lobby": {"door": "closed", "joined": 3},
        "activities": {},
        **BESIDE[audience],
    }


@pytest.mark.parametrize("audience", ROOM_FACES)
def test_a_room_sees_the_activity_it_is_at_and_no_other(audience: Audience) -> None:
    assert seen(audience, "break") == {
        "agenda": {"current": HELLO, "break_ends": NOON + 10 * MINUTE, "closed": False},
        "lobby": {"door": "closed", "joined": 3},
        "activities": {
            HELLO: {"kind": "discuss", "life": "open", "ends": NOON + 10 * MINUTE, "cards": {}, "notes": {}},
        },
        **BESIDE[audience],
    }


@pytest.mark.parametrize("audience", ROOM_FACES)
def test_of_a_collect_a_room_sees_how_many_cards_there_are_and_reads_none(audience: Audience) -> None:
    for moment, life in (("k5 edited", "open"), ("needs closed", "closed")):
        assert activity(audience, moment) == {
            "kind": "collect",
            "life": life,
            "ends": NOON + 10 * MINUTE if life == "open" else 0,
            "written": 4,
            "cards": {},
            "reads": {},
        }


@pytest.mark.parametrize("audience", ROOM_FACES)
def test_a_room_reads_what_is_revealed_by_random_id_and_never_what_was_hidden(audience: Audience) -> None:
    read = cards(audience, "to round")
    assert read == {"f1": QUEUE, "k1": MORE, "k3": RAMP, "k5": BOAT}
    assert list(read) == ["f1", "k1", "k3", "k5"]


@pytest.mark.parametrize("audience", ROOM_FACES)
def test_a_card_that_is_shown_again_is_back_and_one_that_is_hidden_is_gone(audience: Audience) -> None:
    assert cards(audience, "k1 hidden") == {"f1": QUEUE, "f2": RUDE, "k3": RAMP, "k5": BOAT}


@pytest.mark.parametrize("audience", ROOM_FACES)
def test_a_room_sees_what_cards_are_written_about_and_where_they_lie(audience: Audience) -> None:
    card = {"text": "It runs now", "lang": "en", "bucket": "good", "item": "p1", "feeling": 2}
    assert activity(audience, "news revealed") == {
        "kind": "collect",
        "life": "revealed",
        "ends": 0,
        "written": 1,
        "cards": {"n1": card},
        "items": {"p1": {"text": "A night bus", "lang": "en"}},
    }


@pytest.mark.parametrize("audience", ROOM_FACES)
def test_with_live_reveal_a_room_reads_what_was_released(audience: Audience) -> None:
    told = {
        "i4": [],
        "five released": ["i1", "i2", "i4", "i5", "i6"],
        "i1 edited": ["i2", "i4", "i5", "i6"],
        "i1 hidden": ["i2", "i4", "i5", "i6"],
        "ideas closed": ["i2", "i4", "i5", "i6", "i7"],
    }
    assert {moment: list(cards(audience, moment)) for moment in told} == told
    assert cards(audience, "five released")["i2"] == {"text": "Idea 2", "lang": "en", "nickname": "Fox"}


# What the console is shown


def test_the_console_reads_along_with_the_reason_why_a_card_is_hidden() -> None:
    assert cards(Audience.CONSOLE, "k5 edited") == {"k1": MORE, "k2": SMITH, "k3": RAMP, "k5": BOAT}


def test_the_console_sees_which_cards_wait() -> None:
    waits = {id for id, card in cards(Audience.CONSOLE, "i1 edited").items() if "waits" in str(card)}
    assert waits == {"i1", "i7"}
    assert cards(Audience.CONSOLE, "i1 hidden")["i1"] == {
        "text": "Idea of Smith",
        "lang": "en",
        "nickname": "Fox",
        "waits": True,
        "hidden": "a name",
    }


def test_the_console_sees_in_a_talk_what_was_hidden_so_that_it_can_be_undone() -> None:
    read: dict[str, Mapping[str, object]] = {
        "f1": QUEUE, "f2": {**RUDE, "hidden": "a name"}, "k1": MORE, "k2": SMITH, "k3": RAMP, "k5": BOAT
    }  # fmt: skip
    lies_in = {id: "" if id.startswith("f") else NEEDS for id in read}
    assert cards(Audience.CONSOLE, "to round") == {
        id: {**each, "in": lies_in[id]} for id, each in read.items()
    }


def test_the_console_sees_the_whole_agenda_and_how_many_cards_were_brought() -> None:
    console = seen(Audience.CONSOLE, "needs open")
    assert console["lives"] == {
        HELLO: {"life": "closed", "ends": 0},
        NEEDS: {"life": "open", "ends": NOON + 10 * MINUTE},
        **{id: {"life": "waiting", "ends": 0} for id in (ROUND, NEWS, IDEAS, "dots")},
    }
    assert console["brought"] == {"field": 2, "previous": 1}
    assert set(console) == {
        "agenda", "lobby", "activities", "lives", "brought", "questions", "words", "needs", "feedback",
        "later", "concerns",
    }  # fmt: skip


def test_the_console_makes_no_words_of_what_was_withdrawn_or_deleted() -> None:
    assert "k4" not in cards(Audience.CONSOLE, "k4 withdrawn")
    words = [json.dumps(seen(audience, "over")) for audience in Audience]
    assert [text for text in words if "Smith" in text] == []


# What is mine


def test_mine_is_mine() -> None:
    ada = {NEEDS: {"k5": BOAT}}
    assert mine(MOMENTS["to round"], NO_BOXES, ADA) == {"role": "client", "cards": ada}
    ben = {NEEDS: {"k1": MORE, "k2": SMITH}}
    assert mine(MOMENTS["to round"], NO_BOXES, BEN) == {"role": "professional", "cards": ben}


def test_mine_says_what_waits_and_where_nothing_was_written_it_says_nothing() -> None:
    waits = {"text": "Idea 0", "lang": "en", "nickname": "Fox", "waits": True}
    assert part(mine(MOMENTS["five released"], NO_BOXES, ADA), "cards", IDEAS) == {"i7": waits}
    assert mine(MOMENTS["ben joins"], NO_BOXES, ADA) == {"role": "client", "cards": {}}


def test_whoever_is_not_in_has_no_role_and_keeps_what_is_theirs() -> None:
    assert mine(MOMENTS["ben joins"], NO_BOXES, EVE) == {"role": "", "cards": {}}
    assert mine(MOMENTS["eve joins"], NO_BOXES, EVE) == {"role": "peer", "cards": {}}
    assert mine(MOMENTS["eve leaves"], NO_BOXES, EVE) == {"role": "", "cards": {}}


def test_a_helper_sees_what_is_the_guests_and_nobody_else_does() -> None:
    guest = {"role": Role.RELATIVE, "cards": {NEEDS: {"k3": RAMP}}}
    assert mine(MOMENTS["to round"], NO_BOXES, HAL) == {"guests": {"1": guest}}
    assert mine(MOMENTS["beginning"], NO_BOXES, HAL) == {"guests": {}}
    assert [mine(MOMENTS["to round"], NO_BOXES, seat) for seat in (FAY, CAI, WALL)] == [{"guests": {}}] * 3


# How a view is made


def test_a_part_of_an_unchanged_state_is_the_same_object() -> None:
    for audience in Audience:
        shown = Shown()
        before, now = (view(MOMENTS[id], NO_BOXES, audience, shown) for id in ("to round again", "f2 shown"))
        way = ("activities", ROUND, "cards", "k5")
        assert part(before, *way) is part(now, *way)
    shown = Shown()
    before, now = (view(MOMENTS[id], NO_BOXES, Audience.CONSOLE, shown) for id in ("k5", "k2"))
    assert part(before, "activities", NEEDS, "cards", "k5") is part(now, "activities", NEEDS, "cards", "k5")
    assert part(before, "lives", IDEAS) is part(now, "lives", IDEAS)
    assert before["brought"] is now["brought"]


@pytest.mark.parametrize("audience", Audience)
def test_a_view_holds_no_null_at_any_moment(audience: Audience) -> None:
    assert [moment for moment in MOMENTS if "null" in json.dumps(seen(audience, moment))] == []
    for seat in (ADA, BEN, EVE, HAL, FAY, WALL):
        assert [
            moment for moment in MOMENTS if "null" in json.dumps(mine(MOMENTS[moment], NO_BOXES, seat))
        ] == []
