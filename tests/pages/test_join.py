"""Coming in: by code, by QR, without a name; and all the ways in which a door stays shut."""

import asyncio
from collections.abc import Sequence

import pytest
from sqlmodel import select
from starlette.requests import Request

from talko.clock import StillClock
from talko.core.beside import lobby
from talko.core.beside.agenda import CloseUnfinished
from talko.core.people import Role, Seat, SeatKind
from talko.core.workshop import Command
from talko.pages.brake import WAITING, WRONG, Brake
from talko.pages.house import House
from talko.pages.join import Typed, join
from talko.pages.visit import Visit
from talko.store import groups, tables
from tests.pages.browser import Browser, Workshop, set_up, told

LEAD = Seat(SeatKind.FACILITATOR, b"lead")


async def does(house: House, workshop: Workshop, command: Command) -> None:
    assert await house.rooms.ask(workshop.id, LEAD, "", command) is None


async def keys(house: House, workshop: Workshop) -> Sequence[tables.Key]:
    mine = select(tables.Key).where(tables.Key.workshop == workshop.id)
    return await house.store.read(lambda session: session.exec(mine).all())


async def people(house: House, workshop: Workshop) -> int:
    room = await house.rooms.room(workshop.id)
    assert room
    return len(room.workshop.lobby.people)


async def test_a_wrong_code_is_told_and_what_was_typed_is_kept(browser: Browser) -> None:
    answer = await browser.post("/join", {"code": "123 456 789"})
    assert answer.status_code == 422
    assert "This code does not work. Check the numbers." in told(answer)
    assert 'value="123 456 789"' in answer.text


@pytest.mark.parametrize("code", ["", "abc", "1" * 5000, "０１２３４５６７８", "1 2'; --"])
async def test_what_is_no_code_is_a_wrong_code(browser: Browser, code: str) -> None:
    assert (await browser.post("/join", {"code": code})).status_code == 422


async def test_after_many_wrong_codes_code_entry_waits_until_a_minute_has_passed(
    house: House, browser: Browser, workshop: Workshop
) -> None:
    for _ in range(2 * WRONG):
        assert (await browser.post("/join", {"code": "000000000"})).status_code == 422
    assert house.brake.is_on(house.clock.now_ms())
    assert (await browser.post("/join", {"code": workshop.code})).headers["location"] == workshop.door
    assert isinstance(house.clock, StillClock)
    house.clock.move(61)
    assert not house.brake.is_on(house.clock.now_ms())


async def test_right_codes_are_never_counted(house: House, browser: Browser, workshop: Workshop) -> None:
    for _ in range(WRONG + 1):
        assert (await browser.post("/join", {"code": workshop.code})).status_code == 303
    assert not house.brake.is_on(house.clock.now_ms())


async def test_when_too_many_wait_the_next_is_sent_to_the_qr_code(house: House, browser: Browser) -> None:
    for _ in range(WRONG):
        await house.brake.let_through(house.clock.now_ms(), "")
    house.brake._waiting.update({f"198.51.100.{n}": 1 for n in range(WAITING)})
    answer = await browser.post("/join", {"code": "000000000"})
    assert answer.status_code == 429
    assert "Point your camera at the big screen" in told(answer)


async def test_of_many_guesses_at_the_same_moment_only_the_first_pass_at_once() -> None:
    brake = Brake(pause=0.01)
    guesses = await asyncio.gather(*(brake.let_through(0, str(n)) for n in range(1000)))
    assert sum(guesses) == WRONG + WAITING


async def test_a_brake_that_is_off_does_not_wait() -> None:
    assert await Brake(pause=3600).let_through(0, "")


async def test_one_address_holds_at_most_half_of_the_places_where_code_entry_waits() -> None:
    brake = Brake(pause=0.05)
    for _ in range(WRONG):
        await brake.let_through(0, "a guesser")
    guesses = asyncio.gather(*(brake.let_through(0, "a guesser") for _ in range(1000)))
    assert await brake.let_through(0, "somebody at home")
    assert sum(await guesses) == WAITING // 2
    assert await brake.let_through(0, "a guesser")  # those who waited have gone on


async def test_a_door_that_is_nowhere_says_so(browser: Browser) -> None:
    answer = await browser.get("/J/" + "A" * 26)
    assert answer.status_code == 404
    assert "This code leads nowhere" in told(answer)
    assert (await browser.post("/J/" + "A" * 26, {"role": "client"})).status_code == 404


async def test_a_closed_door_is_told_to_the_code_and_to_the_qr(
    house: House, browser: Browser, workshop: Workshop
) -> None:
    await does(house, workshop, lobby.CloseDoor())
    for answer in (
        await browser.post("/join", {"code": workshop.code}),
        await browser.get(workshop.door),
        await browser.post(workshop.door, {"role": "client"}),
    ):
        assert answer.status_code == 409
        assert "The door is closed" in told(answer)
    assert not browser.client.cookies


async def test_who_is_in_already_comes_in_through_a_closed_door(
    house: House, browser: Browser, workshop: Workshop
) -> None:
    await browser.post(workshop.door, {"role": "client"})
    await does(house, workshop, lobby.CloseDoor())
    assert (await browser.post("/join", {"code": workshop.code})).headers["location"] == workshop.door
    assert (await browser.get(workshop.door)).headers["location"] == f"/w/{workshop.id}/phone"


async def test_a_workshop_that_is_over_lets_nobody_in(
    house: House, browser: Browser, workshop: Workshop
) -> None:
    await does(house, workshop, CloseUnfinished())
    assert "The workshop is over" in told(await browser.get(workshop.door))
    assert (await browser.post(workshop.door, {"role": "client"})).status_code == 409


async def test_a_full_room_lets_nobody_in(house: House, browser: Browser, workshop: Workshop) -> None:
    room = await house.rooms.room(workshop.id)
    assert room
    for n in range(house.settings.most_people):
        room.workshop.lobby.people[str(n)] = Role.CLIENT
    assert "The room is full" in told(await browser.get(workshop.door))
    answer = await browser.post(workshop.door, {"role": "client"})
    assert answer.status_code == 409
    assert not browser.client.cookies


@pytest.mark.parametrize("role", ["", "king", "CLIENT"])
async def test_without_a_role_of_the_list_nobody_joins(
    house: House, browser: Browser, workshop: Workshop, role: str
) -> None:
    answer = await browser.post(workshop.door, {"role": role, "lang": "en"})
    assert answer.status_code == 422
    assert "You can also choose not to say" in told(answer)
    assert await people(house, workshop) == 0


async def test_the_door_says_what_it_is_about(browser: Browser, workshop: Workshop) -> None:
    page = told(await browser.get(workshop.door))
    for words in (
        "Going home",
        "How do we go home safely?",
        "About 90 minutes",
        "The timetable",
        "We decide together today.",
        "without your name",
    ):
        assert words in page


async def test_the_roles_of_the_template_come_first_and_not_saying_is_always_there(
    browser: Browser, workshop: Workshop
) -> None:
    page = (await browser.get(workshop.door)).text
    first, more, rest = page.partition("<fieldset")[2].partition("<details>")
    assert more and 'value="client"' in first and 'value="panelist"' not in first
    assert 'value="panelist"' in rest.partition("</details>")[0]
    assert 'value="not_told"' in first


async def test_people_join_by_code_with_spaces_and_hyphens(
    house: House, browser: Browser, workshop: Workshop
) -> None:
    digits = workshop.code.replace(" ", "")
    for code in (workshop.code, digits, f" {digits[:3]}-{digits[3:6]}\u2013{digits[6:]} "):
        assert (await browser.post("/join", {"code": code})).headers["location"] == workshop.door
    answer = await browser.post(workshop.door, {"role": "not_told", "lang": "en"})
    assert answer.headers["location"] == f"/w/{workshop.id}/phone"
    assert await people(house, workshop) == 1


async def test_the_token_of_the_qr_may_be_typed_in_small_letters(
    browser: Browser, workshop: Workshop
) -> None:
    assert (await browser.get(workshop.door.lower())).status_code == 200
    answer = await browser.post(workshop.door.lower(), {"role": "peer"})
    assert answer.headers["location"] == f"/w/{workshop.id}/phone"


async def test_the_key_is_a_cookie_that_scripts_can_not_read(browser: Browser, workshop: Workshop) -> None:
    answer = await browser.post(workshop.door, {"role": "client"})
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith(f"talko-{workshop.id}-phone=")
    assert "HttpOnly" in cookie and "Path=/" in cookie and "Max-Age=31536000" in cookie
    assert "samesite=lax" in cookie.lower() and "secure" not in cookie.lower()


async def test_joining_again_changes_nothing(house: House, browser: Browser, workshop: Workshop) -> None:
    await browser.post(workshop.door, {"role": "client"})
    before = dict(browser.client.cookies)
    await browser.post(workshop.door, {"role": "client"})
    assert dict(browser.client.cookies) == before
    assert await people(house, workshop) == 1


async def test_who_left_comes_back_as_the_same_person(
    house: House, browser: Browser, workshop: Workshop
) -> None:
    await browser.post(workshop.door, {"role": "client"})
    before = dict(browser.client.cookies)
    seat = await house.access.seat(before, workshop.id, "phone")
    assert seat
    await house.rooms.ask(workshop.id, seat, "", lobby.Leave())
    assert (await browser.get(workshop.door)).status_code == 200
    await browser.post(workshop.door, {"role": "client"})
    assert dict(browser.client.cookies) == before
    assert await people(house, workshop) == 1


async def test_two_trial_phones_live_side_by_side(house: House, browser: Browser, workshop: Workshop) -> None:
    await browser.post(workshop.door, {"role": "client"})
    assert 'name="new"' in (await browser.get(f"{workshop.door}?new")).text
    second = await browser.post(workshop.door, {"role": "peer", "new": "1"})
    third = await browser.post(workshop.door, {"role": "manager", "new": "1"})
    assert second.headers["location"] == f"/w/{workshop.id}/phone-2"
    assert third.headers["location"] == f"/w/{workshop.id}/phone-3"
    assert await people(house, workshop) == 3
    for place in ("phone", "phone-2", "phone-3"):
        assert await house.access.seat(browser.client.cookies, workshop.id, place)


async def test_the_language_that_was_chosen_is_kept(anna: Browser, browser: Browser) -> None:
    workshop = await set_up(anna, langs=["fi", "en"])
    assert '<html lang="en">' in (await browser.get(workshop.door)).text
    await browser.post(workshop.door, {"role": "client", "lang": "fi"})
    assert browser.client.cookies["talko-lang"] == "fi"


async def test_a_workshop_in_one_language_is_answered_in_it(anna: Browser, browser: Browser) -> None:
    workshop = await set_up(anna, langs=["fi"])
    assert '<html lang="fi">' in (await browser.get(workshop.door)).text


async def test_the_front_page_knows_a_facilitator(anna: Browser, browser: Browser) -> None:
    assert "/home" in (await anna.get("/")).text
    assert "/home" not in (await browser.get("/")).text


# A flood at the door, and a browser that is many


async def no_more_may_join(house: House, workshop: Workshop) -> None:
    room = await house.rooms.room(workshop.id)
    assert room
    while room.may_join():
        pass


async def test_a_flood_at_the_door_is_told_to_wait_and_no_key_is_made(
    house: House, anna: Browser, browser: Browser
) -> None:
    workshop = await set_up(anna, langs=["en", "fi"])
    await no_more_may_join(house, workshop)
    answer = await browser.post(workshop.door, {"role": "panelist", "lang": "fi", "new": "1"})
    assert answer.status_code == 429
    assert "Odota hetki ja paina uudelleen." in told(answer)
    assert 'value="panelist" checked' in answer.text and 'name="lang" value="fi"' in answer.text
    assert 'name="new"' in answer.text
    assert await keys(house, workshop) == [] and await people(house, workshop) == 0


async def test_who_is_in_is_never_told_to_wait_at_the_door(
    house: House, browser: Browser, workshop: Workshop
) -> None:
    await browser.post(workshop.door, {"role": "client"})
    await no_more_may_join(house, workshop)
    assert (await browser.post(workshop.door, {"role": "client"})).status_code == 303
    assert (await browser.get(workshop.door)).status_code == 303
    assert (await browser.post(workshop.door, {"role": "peer"})).status_code == 429
    assert await people(house, workshop) == 1


async def test_who_changes_role_is_still_one_person_with_one_key(
    house: House, browser: Browser, workshop: Workshop
) -> None:
    for role in ("client", "peer", "manager", "not_told", "client"):
        answer = await browser.post(workshop.door, {"role": role})
        assert answer.headers["location"] == f"/w/{workshop.id}/phone"
        room = await house.rooms.room(workshop.id)
        assert room and [*room.workshop.lobby.people.values()] == [role]
        assert [key.role for key in await keys(house, workshop)] == [role]


async def test_who_changes_role_stays_who_they_are_where_the_door_is_closed(
    house: House, browser: Browser, workshop: Workshop
) -> None:
    await browser.post(workshop.door, {"role": "client"})
    await does(house, workshop, lobby.CloseDoor())
    assert (await browser.post(workshop.door, {"role": "peer"})).status_code == 409
    assert await people(house, workshop) == 1
    assert (await browser.get(workshop.door)).headers["location"] == f"/w/{workshop.id}/phone"


async def test_in_a_full_room_who_is_in_may_still_change_role(
    house: House, browser: Browser, workshop: Workshop
) -> None:
    await browser.post(workshop.door, {"role": "client"})
    room = await house.rooms.room(workshop.id)
    assert room
    for n in range(house.settings.most_people - 1):
        room.workshop.lobby.people[str(n)] = Role.CLIENT
    assert (await browser.post(workshop.door, {"role": "peer"})).status_code == 303
    assert await people(house, workshop) == house.settings.most_people


async def test_the_key_of_a_phone_tells_the_day_alone(
    house: House, browser: Browser, workshop: Workshop
) -> None:
    await browser.post(workshop.door, {"role": "client"})
    (key,) = await keys(house, workshop)
    now = house.clock.now_ms() // 1000
    assert key.created_at % 86_400 == 0 and 0 < now - key.created_at < 86_400


@pytest.mark.parametrize("is_asleep", [True, False])
async def test_who_comes_in_while_the_workshop_is_deleted_is_told_so_and_leaves_no_key(
    house: House, workshop: Workshop, is_asleep: bool
) -> None:
    """The door was read already."""
    setup = await house.store.read(lambda session: groups.workshop(session, workshop.id))
    assert setup and await house.rooms.room(workshop.id)
    await house.store.write(lambda session: groups.delete_workshop(session, workshop.id))
    if is_asleep:
        await house.rooms.forget(workshop.id)
    request = Request(
        {"type": "http", "method": "POST", "path": workshop.door, "query_string": b"", "headers": []}
    )
    answer = await join(Visit(house, request, "en"), setup, Typed("client"))
    assert answer.status_code == 404 and b"This workshop is not here any longer" in answer.body
    assert "set-cookie" not in answer.headers
    assert await keys(house, workshop) == []


# The page of the door


async def test_a_closed_door_leads_back_to_itself(house: House, browser: Browser, workshop: Workshop) -> None:
    await does(house, workshop, lobby.CloseDoor())
    for answer in (
        await browser.post("/join", {"code": workshop.code}),
        await browser.get(workshop.door),
        await browser.post(workshop.door, {"role": "client"}),
    ):
        assert f'href="{workshop.door}"' in answer.text and "Try again" in told(answer)
    assert f'href="{workshop.door}?new"' in (await browser.get(f"{workshop.door}?new")).text


async def test_the_door_offers_only_the_languages_of_the_workshop(anna: Browser, browser: Browser) -> None:
    finnish, both = await set_up(anna, langs=["fi"]), await set_up(anna, langs=["fi", "en"])
    assert "hreflang" not in (await browser.get(finnish.door)).text
    assert 'hreflang="en"' in (await browser.get(both.door)).text


async def test_one_role_must_be_chosen_and_only_one_field_says_so(
    browser: Browser, workshop: Workshop
) -> None:
    roles = (await browser.get(workshop.door)).text.partition("<fieldset")[2]
    assert roles.count(" required") == 1 and " required" in roles.partition("<details")[0]


async def test_the_door_says_the_words_of_the_room(
    house: House, browser: Browser, workshop: Workshop
) -> None:
    setup = await house.store.read(lambda session: groups.workshop(session, workshop.id))
    assert setup and setup.phrase in told(await browser.get(workshop.door))


async def test_long_workshops_are_told_in_hours(anna: Browser, browser: Browser) -> None:
    workshop = await set_up(anna, template="codev_group_cycle")
    assert "7 h 30 min" in told(await browser.get(workshop.door))
