"""My thread over HTTP: only the phone that wrote sees it, and brings it to another device once."""

import re

import pytest
from sqlmodel import select

from talko.pages.house import House
from talko.pages.qr import exact
from talko.pages.thread.passing import seal, unseal
from talko.store import tables
from tests.pages.browser import Browser, told
from tests.pages.meeting import Left, Meeting, begun, closed


@pytest.fixture
async def meeting(house: House, anna: Browser) -> Meeting:
    return await begun(house, anna)


@pytest.fixture
async def left(meeting: Meeting) -> Left:
    return await closed(meeting)


def at(meeting: Meeting, place: str = "phone") -> str:
    return f"/w/{meeting.made.id}/{place}/thread"


async def passing(meeting: Meeting, phone: Browser) -> str:
    """The path of the link to another device."""
    made = await phone.post(f"{at(meeting)}/pass")
    link = re.findall(r'id="link" readonly value="([^"]+)"', made.text)[0]
    assert exact(link).path in made.text
    return str(link).partition("//")[2].partition("/")[1] + str(link).partition("//")[2].partition("/")[2]


async def test_nobody_else_can_ask(meeting: Meeting, left: Left, browser: Browser) -> None:
    for who in (browser, meeting.leads):
        for place in ("phone", "console", "owner"):
            answer = await who.get(at(meeting, place))
            assert answer.status_code == 403 and "These cards are on another device" in told(answer)
            assert (await who.post(f"{at(meeting, place)}/pass")).status_code == 403
    assert (await browser.get("/w/nowhere/phone/thread")).status_code == 404


async def test_each_phone_sees_its_own_cards_and_no_others(meeting: Meeting, left: Left) -> None:
    first, second = (
        told(await meeting.phones[0].get(at(meeting))),
        told(await meeting.phones[1].get(at(meeting))),
    )
    assert "Jonossa on kylmä." in first and "Jonossa on kylmä." not in second
    assert "Kukaan ei kysy." in second and "Kukaan ei kysy." not in first
    nobody = told(await meeting.phones[8].get(at(meeting)))
    assert "You wrote nothing here." in nobody


async def test_a_card_is_followed_to_the_trial_and_the_action_with_their_status(
    meeting: Meeting, left: Left
) -> None:
    before = told(await meeting.phones[1].get(at(meeting)))
    assert "It lies in the group: Paikka, johon saa tulla" in before
    assert "Kahvila neljänä torstaina ○ Agreed" in before and "Varaamme salin ○ Agreed" in before
    follows = f"/w/{meeting.made.id}/phone/record/{left.action}"
    said = {"do": "confirm", "status": "not_done", "note": "Sali ei ollut vapaa."}
    assert (await meeting.phones[6].post(follows, said)).status_code == 303
    after = told(await meeting.phones[1].get(at(meeting)))
    assert "Varaamme salin ✕ It was not done Sali ei ollut vapaa." in after


async def test_what_was_put_aside_and_what_was_asked_say_why(meeting: Meeting, left: Left) -> None:
    third = told(await meeting.phones[2].get(at(meeting)))
    assert "Kirjeitä on vaikea lukea." in third
    assert "Kuka päättää rahasta? Emme tiedä vielä." in third


async def test_who_took_something_on_finds_its_page_there(meeting: Meeting, left: Left) -> None:
    page = await meeting.phones[0].get(at(meeting))
    assert f'href="/w/{meeting.made.id}/phone/record/{left.action}"' in page.text
    face = await meeting.phones[0].get(f"/w/{meeting.made.id}/phone")
    assert f'href="{at(meeting)}"' in face.text
    assert "/record/" not in (await meeting.phones[3].get(at(meeting))).text


async def test_before_the_end_it_leads_to_the_room(meeting: Meeting) -> None:
    answer = await meeting.phones[0].get(at(meeting))
    assert (answer.status_code, answer.headers["location"]) == (303, f"/w/{meeting.made.id}/phone")


# To another device


@pytest.mark.parametrize("token", ["nothing", "x" * 43])
async def test_a_link_that_was_guessed_opens_nothing(browser: Browser, token: str) -> None:
    for answer in (await browser.get(f"/pass/{token}"), await browser.post(f"/pass/{token}")):
        assert answer.status_code == 404 and "It works once, for ten minutes." in told(answer)


async def test_it_opens_the_same_cards_on_another_device_once(
    meeting: Meeting, left: Left, browser: Browser, house: House
) -> None:
    link = await passing(meeting, meeting.phones[0])
    looked = await browser.get(link)
    assert looked.headers["referrer-policy"] == "strict-origin" and not browser.client.cookies
    answer = await browser.post(link)
    assert answer.headers["location"] == at(meeting)
    assert "Jonossa on kylmä." in told(await browser.get(at(meeting)))
    assert "Jonossa on kylmä." in told(await meeting.phones[0].get(at(meeting)))
    again = Browser(house)
    for used in (await again.get(link), await again.post(link)):
        assert used.status_code == 404 and "This link does not work any more" in told(used)
    assert not again.client.cookies


async def test_after_ten_minutes_it_opens_nothing(
    meeting: Meeting, left: Left, browser: Browser, house: House
) -> None:
    link = await passing(meeting, meeting.phones[0])
    house.clock.move(600)  # type: ignore[attr-defined]
    assert (await browser.get(link)).status_code == 404
    assert (await browser.post(link)).status_code == 404
    assert not browser.client.cookies


async def test_whoever_else_took_part_on_a_device_keeps_their_key(meeting: Meeting, left: Left) -> None:
    link = await passing(meeting, meeting.phones[0])
    before = dict(meeting.phones[1].client.cookies)
    answer = await meeting.phones[1].post(link)
    assert answer.status_code == 409 and "Both keep their cards." in told(answer)
    assert dict(meeting.phones[1].client.cookies) == before
    assert (await meeting.phones[0].post(link)).status_code == 303  # the same person's own device


async def test_the_store_keeps_neither_the_key_nor_the_link(
    meeting: Meeting, left: Left, house: House
) -> None:
    link = await passing(meeting, meeting.phones[0])
    (row,) = await house.store.read(lambda session: session.exec(select(tables.Passing)).all())
    kept = str(row.model_dump())
    secrets = [value for name, value in meeting.phones[0].client.cookies.items() if name.endswith("-phone")]
    assert secrets and not any(secret in kept or secret.encode().hex() in kept for secret in secrets)
    assert link.rpartition("/")[2] not in kept


async def test_it_is_deleted_with_the_workshop(meeting: Meeting, left: Left, house: House) -> None:
    await passing(meeting, meeting.phones[0])
    await meeting.leads.post(f"{meeting.made.home}/delete")
    assert await house.store.read(lambda session: session.exec(select(tables.Passing)).all()) == []


def test_only_its_own_token_opens_a_seal() -> None:
    sealed = seal("token", "key")
    assert unseal("token", sealed) == "key" and unseal("another", sealed) == ""
    assert unseal("token", "00" + sealed[2:]) in ("", "key")
    assert b"key".hex() not in sealed
