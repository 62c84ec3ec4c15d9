"""Coming in: by code, by QR, without a name; and all the ways in which a door stays shut."""

import asyncio

import pytest

from talko.clock import StillClock
from talko.core import lobby
from talko.core.agenda import CloseUnfinished
from talko.core.people import Role, Seat, SeatKind
from talko.core.workshop import Command
from talko.pages.brake import WAITING, WRONG, Brake
from talko.pages.house import House
from tests.pages.browser import Browser, Workshop, set_up, told

LEAD = Seat(SeatKind.FACILITATOR, b"lead")


async def does(house: House, workshop: Workshop, command: Command) -> None:
    assert await house.rooms.ask(workshop.id, LEAD, "", command) is None


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
        await house.brake.let_through(house.clock.now_ms())
    house.brake._waiting = WAITING
    answer = await browser.post("/join", {"code": "000000000"})
    assert answer.status_code == 429
    assert "Point your camera at the big screen" in told(answer)


async def test_of_many_guesses_at_the_same_moment_only_the_first_pass_at_once() -> None:
    brake = Brake(pause=0.01)
    guesses = await asyncio.gather(*(brake.let_through(0) for _ in range(1000)))
    assert sum(guesses) == WRONG + WAITING


async def test_a_brake_that_is_off_does_not_wait() -> None:
    assert await Brake(pause=3600).let_through(0)


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
    first, more, rest = page.partition("<details>")
    assert more and 'value="client"' in first and 'value="panelist"' not in first
    assert 'value="panelist"' in rest.partition("</details>")[0]
    assert 'value="not_told"' in rest.partition("</details>")[2]


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
