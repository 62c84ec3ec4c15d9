import pytest

from talko.core.activities.collect import AddCard
from talko.core.beside import lobby
from talko.core.beside.lobby import (
    CloseDoor,
    DoorClosed,
    DoorOpened,
    Join,
    Leave,
    OpenDoor,
    PersonJoined,
    PersonLeft,
)
from talko.core.people import Refused, Role, Seat, helped, person
from talko.core.whole import begin
from talko.core.workshop import replay
from tests.core.story import (
    ADA,
    BEGINNING,
    BEN,
    CAI,
    COME_IN,
    EVE,
    FAY,
    HAL,
    NEEDS,
    STEPS,
    WALL,
    a_template,
    after,
    ask,
    came_in,
    for_guest,
    said,
)

DOOR_CLOSED = after("", DoorClosed())
FULL = replay(begin(a_template(*STEPS), most=2), came_in(ADA, BEN))
ONE, TWO, THREE = (helped(HAL, number) for number in "123")
GUESTS = after("", PersonJoined(person(ONE.key), Role.CLIENT), PersonJoined(person(TWO.key), Role.RELATIVE))
ONE_LEFT = after("", PersonLeft(person(ONE.key)), given=GUESTS)


def joins(seat: Seat, role: Role = Role.PEER) -> lobby.Event:
    return PersonJoined(person(seat.key), role)


def test_nobody_comes_in_when_the_door_is_closed() -> None:
    assert said(DOOR_CLOSED, ask(EVE, "", Join(Role.PEER))) == Refused("door_closed")
    assert said(DOOR_CLOSED, for_guest("1", ask(HAL, "", Join(Role.PEER)))) == Refused("door_closed")


def test_nobody_comes_in_when_the_room_is_full() -> None:
    assert said(FULL, ask(EVE, "", Join(Role.PEER))) == Refused("room_full")
    assert said(FULL, for_guest("1", ask(HAL, "", Join(Role.PEER)))) == Refused("room_full")


@pytest.mark.parametrize("seat", [FAY, CAI, HAL, WALL])
def test_who_leads_or_helps_or_shows_does_not_join(seat: Seat) -> None:
    assert said(BEGINNING, ask(seat, "", Join(Role.PEER))) == Refused("may_not")


@pytest.mark.parametrize("seat", [ADA, CAI, HAL, WALL])
def test_nobody_but_the_facilitator_opens_or_closes_the_door(seat: Seat) -> None:
    assert said(COME_IN, ask(seat, "", OpenDoor())) == Refused("may_not")
    assert said(COME_IN, ask(seat, "", CloseDoor())) == Refused("may_not")


def test_whoever_has_not_come_in_or_has_left_can_ask_for_nothing() -> None:
    assert said(COME_IN, ask(EVE, NEEDS, AddCard("A bench", "en"))) == Refused("not_joined")
    assert said(COME_IN, ask(EVE, "", Leave())) == Refused("not_joined")
    left = after("", PersonLeft(person(ADA.key)))
    assert said(left, ask(ADA, NEEDS, AddCard("A bench", "en"))) == Refused("not_joined")


@pytest.mark.parametrize("number", ["2", "0", "01", "-1", "x", "²"])
def test_a_guest_comes_in_under_the_next_number_only(number: str) -> None:
    assert said(COME_IN, for_guest(number, ask(HAL, "", Join(Role.PEER)))) == Refused("not_this_way")


def test_a_participant_has_no_guests() -> None:
    assert said(COME_IN, for_guest("1", ask(ADA, "", Join(Role.PEER)))) == Refused("may_not")


def test_people_come_in_with_a_role_and_no_name() -> None:
    assert said(COME_IN, ask(EVE, "", Join(Role.PEER))) == [joins(EVE)]


def test_whoever_is_in_comes_back_in_though_the_door_is_closed_or_the_room_full() -> None:
    assert said(DOOR_CLOSED, ask(ADA, "", Join(Role.PEER))) == []
    assert said(FULL, ask(ADA, "", Join(Role.PEER))) == []


def test_a_place_that_was_left_is_free() -> None:
    left = after("", PersonLeft(person(BEN.key)), given=FULL)
    assert said(left, ask(EVE, "", Join(Role.PEER))) == [joins(EVE)]


def test_the_door_opens_and_closes() -> None:
    assert said(COME_IN, ask(FAY, "", CloseDoor())) == [DoorClosed()]
    assert said(DOOR_CLOSED, ask(FAY, "", OpenDoor())) == [DoorOpened()]
    opened = after("", DoorOpened(), given=DOOR_CLOSED)
    assert said(opened, ask(EVE, "", Join(Role.PEER))) == [joins(EVE)]


def test_people_leave_and_may_come_back() -> None:
    assert said(COME_IN, ask(ADA, "", Leave())) == [PersonLeft(person(ADA.key))]
    left = after("", PersonLeft(person(ADA.key)))
    assert said(left, ask(ADA, "", Join(ADA.role))) == [joins(ADA, ADA.role)]
    closed = after("", DoorClosed(), given=left)
    assert said(closed, ask(ADA, "", Join(ADA.role))) == [joins(ADA, ADA.role)]


def test_a_role_is_that_of_the_key_whatever_a_message_says() -> None:
    assert said(COME_IN, ask(EVE, "", Join(Role.MANAGER))) == [joins(EVE)]


def test_a_helper_does_not_leave_for_nobody() -> None:
    assert said(COME_IN, ask(HAL, "", Leave())) == Refused("may_not")


def test_people_who_left_are_in_again_as_they_were() -> None:
    left = after("", PersonLeft(person(ADA.key)))
    assert after("", joins(ADA, Role.CLIENT), given=left).lobby.people == COME_IN.lobby.people


def test_each_helper_has_guests_of_their_own() -> None:
    assert said(COME_IN, for_guest("1", ask(HAL, "", Join(Role.PEER)))) == [joins(ONE)]
    assert said(GUESTS, for_guest("3", ask(HAL, "", Join(Role.PEER)))) == [joins(THREE)]
    assert said(GUESTS, for_guest("1", ask(FAY, "", Join(Role.PEER)))) == [joins(helped(FAY, "1"))]
    assert lobby.guests(GUESTS.lobby, FAY) == {}


def test_a_guest_who_leaves_takes_no_other_guest_along_and_no_newcomer_gets_the_number() -> None:
    assert lobby.guests(ONE_LEFT.lobby, HAL) == {"2": helped(HAL, "2", Role.RELATIVE)}
    assert said(ONE_LEFT, for_guest("3", ask(HAL, "", Join(Role.PEER)))) == [joins(THREE)]


def test_a_guest_who_comes_back_is_the_same_guest() -> None:
    assert said(ONE_LEFT, for_guest("1", ask(HAL, "", Join(Role.PEER)))) == [joins(ONE)]
    assert said(GUESTS, for_guest("1", ask(HAL, "", Join(Role.PEER)))) == []
