"""What must not be told: each search is also shown to find what leaks."""

import json
from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeAlias

import pytest

from talko.core.audience import Audience, Shown, View
from talko.core.ballots.privacy import by_side
from talko.core.beside.agenda import WentTo
from talko.core.happened import Happened
from talko.core.mine import mine
from talko.core.people import Role, Seat, Side, helped, mark, person
from talko.core.views import view
from talko.core.whole import Workshop
from talko.core.workshop import replay
from tests.core.day import MOMENTS
from tests.core.story import (
    ADA,
    BEGINNING,
    BEN,
    EVE,
    FAY,
    HAL,
    HELLO,
    IDEAS,
    NEEDS,
    NEWS,
    NO_BOXES,
    WALL,
    came_in,
    collected,
)

GUEST = helped(HAL, "1", Role.RELATIVE)
WRITERS = (ADA, BEN, GUEST)
EVERYBODY = (*WRITERS, EVE, FAY, HAL, WALL)


def secrets_of(seat: Seat) -> set[str]:
    """Keys, the names the log has for people, and marks."""
    marks = {mark(seat.key, activity, nth) for activity in (NEEDS, NEWS, IDEAS) for nth in range(5)}
    return {repr(seat.key)[2:-1], seat.key.hex(), person(seat.key), *marks}


SECRETS = {secret for seat in EVERYBODY for secret in secrets_of(seat)}
WHO_WROTE = {str(word) for seat in WRITERS for word in (seat.role, seat.side)}


def found(view: View, secrets: set[str]) -> set[str]:
    text = json.dumps(view)
    return {secret for secret in secrets if secret in text}


def leaky(workshop: Workshop) -> View:
    authors: View = {id: {"author": card.mark} for id, card in collected(workshop, NEEDS).cards.items()}
    people: View = {id: role for id, role in workshop.lobby.people.items()}
    return {"cards": authors, "people": people, "sides": [ADA.side]}


# Who wrote


@pytest.mark.parametrize("audience", Audience)
def test_no_view_tells_an_author_a_role_or_a_side_at_any_moment(audience: Audience) -> None:
    views = [view(workshop, NO_BOXES, audience, Shown()) for workshop in MOMENTS.values()]
    assert [found(each, SECRETS | WHO_WROTE) for each in views] == [set()] * len(MOMENTS)


def test_what_is_mine_tells_no_secret_either() -> None:
    views = [mine(workshop, NO_BOXES, seat) for workshop in MOMENTS.values() for seat in EVERYBODY]
    assert [each for each in views if found(each, SECRETS)] == []


def test_a_view_that_leaks_is_caught() -> None:
    marks = {mark(ADA.key, NEEDS, 0), mark(GUEST.key, NEEDS, 0), *(mark(BEN.key, NEEDS, n) for n in range(3))}
    people = {person(seat.key) for seat in WRITERS}
    caught = found(leaky(MOMENTS["to round"]), SECRETS | WHO_WROTE)
    assert caught == marks | people | {"client", "professional", "relative", "users"}


# What was written

WRITTEN = {
    "The queue is long": "to round",
    "Mr. Smith was rude": "f2 shown",
    "A night bus": "to news",
    "A bike library": "",  # edited before the reveal
    "A boat library": "on to round",
    "Mr. Smith must go": "",  # hidden
    "En ramp": "on to round",
    "Less of us": "",  # withdrawn
    "More of us": "on to round",
    "It runs now": "news revealed",
    "Idea 0": "ideas closed",
    **{f"Idea {n}": "five released" for n in (1, 2, 4, 5, 6)},
    "Idea of Smith": "",  # edited and hidden while it waited again
}


def first_read(show: Callable[[Workshop], View]) -> dict[str, str]:
    """The moment at which each text is first there, "" for never."""
    texts = {moment: json.dumps(show(workshop)) for moment, workshop in MOMENTS.items()}
    return {text: next((id for id, all in texts.items() if text in all), "") for text in WRITTEN}


@pytest.mark.parametrize("audience", [Audience.SCREEN, Audience.PHONE])
def test_a_room_reads_nothing_before_it_is_revealed_and_never_what_was_hidden(audience: Audience) -> None:
    assert first_read(lambda workshop: view(workshop, NO_BOXES, audience, Shown())) == WRITTEN


def test_nobody_but_its_writer_is_told_their_own_cards() -> None:
    adas = {"A bike library": "k5", "A boat library": "k5 edited", "It runs now": "n1", "Idea 0": "i7"}
    told = first_read(lambda workshop: mine(workshop, NO_BOXES, ADA))
    assert {text: moment for text, moment in told.items() if moment} == adas
    for seat in (EVE, FAY, WALL):
        assert set(first_read(partial(mine, boxes=NO_BOXES, seat=seat)).values()) == {""}


def test_a_wall_that_shows_too_early_is_caught() -> None:
    early = first_read(lambda workshop: view(workshop, NO_BOXES, Audience.CONSOLE, Shown()))
    assert early["A boat library"] == "k5 edited" and early["Mr. Smith must go"] == "k2"


# How many of each side

Sides: TypeAlias = list[Side]
U, W, N = Side.USERS, Side.WORKERS, Side.UNKNOWN


@pytest.mark.parametrize(
    "sides", [[], [U] * 4, [U] * 13 + [W] * 4, [U] * 13 + [W] * 11 + [N], [U] * 5 + [N] * 4]
)
def test_people_are_not_counted_by_side_where_one_side_is_small(sides: Sides) -> None:
    assert by_side(sides) == {}


def test_people_are_counted_by_side_where_every_side_that_is_there_has_five() -> None:
    assert by_side([U] * 13 + [W] * 11) == {U: 13, W: 11}
    assert by_side([U] * 5) == {U: 5}
    assert by_side([U] * 5 + [W] * 6 + [N] * 7) == {U: 5, W: 6, N: 7}


def test_the_order_of_sides_does_not_tell_who_came_first() -> None:
    assert list(by_side([W] * 5 + [U] * 5)) == list(by_side([U] * 5 + [W] * 5)) == [U, W]


def test_nothing_is_counted_by_side_while_people_come_in() -> None:
    assert view(crowd(6, 5), NO_BOXES, Audience.CONSOLE, Shown())["lobby"] == {"door": "open", "joined": 11}


def test_a_count_does_not_move_with_whoever_comes_later() -> None:
    late = came_in(Seat(ADA.kind, b"late", Role.CLIENT), Seat(ADA.kind, b"later", Role.MANAGER))
    lobbies = [
        view(each, NO_BOXES, Audience.CONSOLE, Shown())["lobby"]
        for each in (begun(6, 5), replay(begun(6, 5), late))
    ]
    assert [part.get("sides") for part in lobbies if isinstance(part, Mapping)] == [
        {"users": 6, "workers": 5}
    ] * 2
    small = [
        view(each, NO_BOXES, Audience.CONSOLE, Shown())["lobby"]
        for each in (begun(6, 4), replay(begun(6, 4), late))
    ]
    assert [part.get("sides") for part in small if isinstance(part, Mapping)] == [None, None]


def crowd(clients: int, managers: int) -> Workshop:
    roles = [Role.CLIENT] * clients + [Role.MANAGER] * managers
    seats = [Seat(ADA.kind, str(n).encode(), role) for n, role in enumerate(roles)]
    return replay(BEGINNING, came_in(*seats))


def begun(clients: int, managers: int) -> Workshop:
    return replay(crowd(clients, managers), [Happened("", WentTo(HELLO))])


@pytest.mark.parametrize("audience", Audience)
def test_a_small_side_is_told_to_no_audience(audience: Audience) -> None:
    assert view(begun(6, 4), NO_BOXES, audience, Shown())["lobby"] == {"door": "open", "joined": 10}


def test_large_sides_are_told_to_the_screen_and_the_console_and_not_to_phones() -> None:
    lobbies = [view(begun(6, 5), NO_BOXES, audience, Shown())["lobby"] for audience in Audience]
    total = {"door": "open", "joined": 11}
    told = {**total, "sides": {"users": 6, "workers": 5}}
    assert dict(zip(Audience, lobbies, strict=True)) == {
        Audience.SCREEN: told,
        Audience.PHONE: total,
        Audience.CONSOLE: told,
    }
