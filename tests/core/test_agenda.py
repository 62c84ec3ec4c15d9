from dataclasses import replace

import pytest

from talko.core.activities.collect import AddCard, CardAdded, ReleaseCards
from talko.core.beside import agenda, lobby
from talko.core.beside.agenda import (
    BreakEnded,
    BreakStarted,
    ClosedUnfinished,
    CloseUnfinished,
    CloseWorkshop,
    EndBreak,
    GoBack,
    GoOn,
    StartBreak,
    WentTo,
    WorkshopClosed,
)
from talko.core.beside.brought import BringCard
from talko.core.card import ShowCard
from talko.core.happened import Happened
from talko.core.life import Closed, Open, Opened, Revealed
from talko.core.people import Refused, Role, Seat, mark
from talko.core.template import Closing
from talko.core.whole import Workshop
from talko.core.workshop import Command, decide, standing, waiting
from tests.core.story import (
    ADA,
    CAI,
    COME_IN,
    DOTS,
    EVE,
    FAY,
    HAL,
    HELLO,
    IDEAS,
    MINUTE,
    NEEDS,
    NO_BOXES,
    NOON,
    ROOM,
    ROUND,
    WALL,
    after,
    ask,
    at,
    said,
)

ON_BREAK = after("", BreakStarted(NOON + 10 * MINUTE))
OVER = after("", ClosedUnfinished())


def at_step(id: str, given: Workshop = COME_IN) -> Workshop:
    return after("", WentTo(id), given=given)


def opened(id: str) -> Workshop:
    return after(id, Opened(0), given=at_step(id))


def closed(id: str) -> Workshop:
    return after(id, Closed(), given=opened(id))


@pytest.mark.parametrize("seat", [ADA, CAI, HAL, WALL, ROOM])
@pytest.mark.parametrize("command", [GoOn(), GoBack(), StartBreak(5), EndBreak(), CloseUnfinished()])
def test_nobody_but_the_facilitator_moves_the_agenda(seat: Seat, command: agenda.Command) -> None:
    assert said(COME_IN, ask(seat, "", command)) == Refused("may_not")


@pytest.mark.parametrize("command", [GoOn(), GoBack()])
def test_a_second_press_or_a_second_facilitator_moves_nothing(command: agenda.Command) -> None:
    assert said(at_step(NEEDS), ask(FAY, HELLO, command)) == Refused("moved_on")
    assert said(at_step(NEEDS), ask(FAY, "", command)) == Refused("moved_on")
    assert said(at_step(NEEDS), ask(FAY, "lunch", command)) == Refused("moved_on")


def test_what_is_open_is_closed_before_the_room_leaves_it() -> None:
    assert said(opened(NEEDS), ask(FAY, NEEDS, GoOn())) == Refused("still_open")
    assert said(opened(NEEDS), ask(FAY, NEEDS, GoBack())) == Refused("still_open")


def test_before_the_lobby_there_is_nothing_and_after_the_last_step_neither() -> None:
    assert said(COME_IN, ask(FAY, "", GoBack())) == Refused("first_step")
    assert said(at_step(DOTS), ask(FAY, DOTS, GoOn())) == Refused("last_step")


def test_a_break_begins_and_ends_once() -> None:
    assert said(ON_BREAK, ask(FAY, "", StartBreak(5))) == Refused("not_now")
    assert said(COME_IN, ask(FAY, "", EndBreak())) == Refused("not_now")


def test_a_break_lies_in_no_activity() -> None:
    assert said(COME_IN, ask(FAY, NEEDS, StartBreak(5))) == Refused("not_here")


def test_going_on_from_the_lobby_opens_a_talk_for_its_minutes() -> None:
    assert decide(COME_IN, NO_BOXES, ask(FAY, "", GoOn())) == [
        Happened("", WentTo(HELLO)),
        Happened(HELLO, Opened(NOON + 5 * MINUTE)),
    ]


def test_a_talk_closes_when_the_room_leaves_it_and_a_collect_waits_for_the_facilitator() -> None:
    assert decide(opened(HELLO), NO_BOXES, ask(FAY, HELLO, GoOn())) == [
        Happened(HELLO, Closed()),
        Happened("", WentTo(NEEDS)),
    ]


def test_going_on_reveals_what_is_closed() -> None:
    assert decide(closed(NEEDS), NO_BOXES, ask(FAY, NEEDS, GoOn())) == [
        Happened(NEEDS, Revealed()),
        Happened("", WentTo(ROUND)),
        Happened(ROUND, Opened(0)),
    ]


def test_going_on_passes_over_what_was_never_opened() -> None:
    assert decide(at_step(IDEAS), NO_BOXES, ask(FAY, IDEAS, GoOn())) == [
        Happened("", WentTo(DOTS)),
    ]


def test_going_back_reveals_nothing_and_a_talk_begins_again() -> None:
    assert decide(closed(NEEDS), NO_BOXES, ask(FAY, NEEDS, GoBack())) == [
        Happened("", WentTo(HELLO)),
        Happened(HELLO, Opened(NOON + 5 * MINUTE)),
    ]


def test_a_talk_that_was_opened_before_is_not_opened_again() -> None:
    ahead = after(HELLO, Opened(NOON))
    assert decide(ahead, NO_BOXES, ask(FAY, "", GoOn())) == [Happened("", WentTo(HELLO))]


def test_from_the_first_step_the_room_goes_back_to_the_lobby() -> None:
    assert decide(at_step(HELLO), NO_BOXES, ask(FAY, HELLO, GoBack())) == [Happened("", WentTo(""))]


def test_a_break_ends_at_its_time_by_a_press_or_by_going_on() -> None:
    assert said(COME_IN, at(NOON + MINUTE, ask(FAY, "", StartBreak(10)))) == [
        BreakStarted(NOON + 11 * MINUTE)
    ]
    assert said(ON_BREAK, ask(FAY, "", EndBreak())) == [BreakEnded()]
    assert after("", BreakEnded(), given=ON_BREAK) == COME_IN
    assert at_step(HELLO, given=ON_BREAK) == at_step(HELLO)


def test_the_meeting_can_end_at_any_moment() -> None:
    for workshop in (COME_IN, ON_BREAK, opened(NEEDS), closed(NEEDS), at_step(DOTS)):
        lacking = replace(workshop, demands=Closing(1, (), ("next_contact_date",)))
        for given, ends in ((lacking, ClosedUnfinished()), (workshop, WorkshopClosed())):
            happened = said(given, ask(FAY, "", CloseUnfinished()))
            assert not isinstance(happened, Refused) and happened[-1] == ends


def test_a_workshop_that_lacks_something_is_not_closed_as_finished() -> None:
    lacking = replace(COME_IN, demands=Closing(1, (), ("next_contact_date",)))
    gaps = ("min_actions", "next_contact_date")
    assert said(lacking, ask(FAY, "", CloseWorkshop())) == Refused("not_finished", gaps)
    assert said(COME_IN, ask(FAY, "", CloseWorkshop())) == [WorkshopClosed()]
    assert said(COME_IN, ask(CAI, "", CloseWorkshop())) == Refused("may_not")
    assert not lacking.agenda.finished and after("", WorkshopClosed()).agenda.finished


def test_a_workshop_is_closed_once() -> None:
    for event in (WorkshopClosed(), ClosedUnfinished()):
        for command in (CloseWorkshop(), CloseUnfinished()):
            assert said(after("", event), ask(FAY, "", command)) == Refused("workshop_over")


@pytest.mark.parametrize(
    ("seat", "activity", "command"),
    [
        (FAY, "", GoOn()),
        (FAY, "", CloseUnfinished()),
        (FAY, NEEDS, Open()),
        (FAY, "", lobby.OpenDoor()),
        (FAY, NEEDS, ShowCard("k1")),
        (HAL, "", BringCard("field", "Late", "en", True)),
        (ADA, NEEDS, AddCard("Late", "en")),
        (ADA, "", lobby.Leave()),
        (ADA, "", lobby.Join(Role.CLIENT)),
        (EVE, "", lobby.Join(Role.PEER)),
        (ROOM, IDEAS, ReleaseCards()),
        (WALL, "lunch", GoOn()),
    ],
)
def test_when_it_is_over_nothing_more_happens(seat: Seat, activity: str, command: Command) -> None:
    assert said(OVER, ask(seat, activity, command)) == Refused("workshop_over")


def test_a_workshop_is_to_come_runs_and_has_ended() -> None:
    assert [standing(each) for each in (COME_IN, at_step(HELLO), OVER)] == ["to_come", "running", "ended"]


def test_when_it_is_over_nothing_waits_to_be_released() -> None:
    one_waits = after(IDEAS, Opened(0), CardAdded("i1", "A boat", "en", mark(ADA.key, IDEAS, 0)))
    assert waiting(one_waits) == {IDEAS: 1}
    assert waiting(after("", ClosedUnfinished(), given=one_waits)) == {}
