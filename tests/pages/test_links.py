"""Links: reading one changes nothing, its button opens a page, and closing it opens nothing more."""

import re

import pytest
from httpx2 import Response
from sqlmodel import select

from talko import invite
from talko.core.people import SeatKind
from talko.pages.house import House
from talko.pages.qr import exact
from talko.store import doors, tables
from tests.pages.browser import Browser, Workshop, told

PLACES = {"screen": "screen", "helper": "helper", "cohost": "console", "facilitator": "console"}


async def made(anna: Browser, workshop: Workshop, kind: str) -> str:
    return path(await anna.post(f"{workshop.home}/links", {"kind": kind}))


def path(answer: Response) -> str:
    return str(re.findall(r'value="http://[^"/]+(/in/[\w-]{43})"', answer.text)[0])


async def keys(house: House) -> int:
    return await house.store.read(lambda session: len(session.exec(select(tables.Key)).all()))


async def test_a_wrong_link_says_so(browser: Browser) -> None:
    for answer in (await browser.get("/in/nothing"), await browser.post("/in/nothing")):
        assert answer.status_code == 404
        assert "This link does not work any more" in told(answer)


@pytest.mark.parametrize("kind", PLACES)
async def test_a_closed_link_opens_nothing_and_its_key_neither(
    house: House, anna: Browser, browser: Browser, workshop: Workshop, kind: str
) -> None:
    link = await made(anna, workshop, kind)
    await browser.post(link)
    place = f"/w/{workshop.id}/{PLACES[kind]}/texts"
    assert (await browser.get(place)).status_code == 200
    hash = re.findall(r'name="link" value="(\w+)"', (await anna.get(workshop.home)).text)[0]
    await anna.post(f"{workshop.home}/links/revoke", {"link": hash})
    assert (await browser.get(place)).status_code == 403
    assert (await browser.get(link)).status_code == 404
    assert (await browser.post(link)).status_code == 404


async def test_another_facilitator_can_neither_make_nor_close_links(
    anna: Browser, bo: Browser, browser: Browser, workshop: Workshop
) -> None:
    assert (await bo.post(f"{workshop.home}/links", {"kind": "screen"})).status_code == 404
    link = await made(anna, workshop, "screen")
    hash = re.findall(r'name="link" value="(\w+)"', (await anna.get(workshop.home)).text)[0]
    assert (await bo.post(f"{workshop.home}/links/revoke", {"link": hash})).status_code == 404
    assert (await browser.get(link)).status_code == 200


@pytest.mark.parametrize("kind", ["personal", "participant", ""])
async def test_only_the_four_kinds_of_link_are_made(anna: Browser, workshop: Workshop, kind: str) -> None:
    assert (await anna.post(f"{workshop.home}/links", {"kind": kind})).status_code == 400


async def test_reading_a_link_changes_nothing(
    house: House, anna: Browser, browser: Browser, workshop: Workshop
) -> None:
    link, before = await made(anna, workshop, "helper"), await keys(house)
    for _ in range(3):
        answer = await browser.get(link)
        assert answer.status_code == 200 and "Going home" in told(answer)
    assert not browser.client.cookies and await keys(house) == before


@pytest.mark.parametrize("kind", PLACES)
async def test_a_link_opens_the_seat_it_was_made_for(
    house: House, anna: Browser, browser: Browser, workshop: Workshop, kind: str
) -> None:
    answer = await browser.post(await made(anna, workshop, kind))
    assert answer.headers["location"] == f"/w/{workshop.id}/{PLACES[kind]}"
    seat = await house.access.seat(browser.client.cookies, workshop.id, PLACES[kind])
    assert seat and seat.kind is SeatKind(kind)


async def test_who_follows_a_link_twice_keeps_their_key(
    anna: Browser, browser: Browser, workshop: Workshop
) -> None:
    link = await made(anna, workshop, "helper")
    await browser.post(link)
    before = dict(browser.client.cookies)
    await browser.post(link)
    assert dict(browser.client.cookies) == before


async def test_a_link_is_shown_once_and_kept_as_a_hash_alone(
    house: House, anna: Browser, workshop: Workshop
) -> None:
    link = await made(anna, workshop, "screen")
    secret = link.removeprefix("/in/")
    assert secret not in (await anna.get(workshop.home)).text
    kept = await house.store.read(lambda session: doors.links_of(session, workshop.id))
    assert [each.kind for each in kept] == ["screen"] and secret not in kept[0].hash


async def test_the_address_of_a_link_is_told_to_nobody(browser: Browser, house: House) -> None:
    answer = await browser.get(await invite.invite(house.store, "Cai", 0))
    assert answer.headers["referrer-policy"] == "strict-origin"
    assert "Your own page, Cai" in told(answer)


async def test_a_new_own_link_closes_the_old_one_and_signs_out_everywhere_else(
    house: House, browser: Browser
) -> None:
    old, other = await invite.invite(house.store, "Cai", 0), Browser(house)
    await browser.post(old)
    await other.post(old)
    answer = await browser.post("/home/link")
    assert answer.status_code == 200 and "It is shown only this once" in told(answer)
    assert (await other.get("/home")).status_code == 403
    assert (await other.get(old)).status_code == 404
    assert (await browser.get("/home")).status_code == 200
    await other.post(path(answer))
    assert (await other.get("/home")).status_code == 200


async def test_a_console_opened_elsewhere_closes_with_the_own_link(
    house: House, anna: Browser, workshop: Workshop
) -> None:
    await anna.post(f"{workshop.home}/console")
    stolen = dict(anna.client.cookies)
    assert await house.access.seat(stolen, workshop.id, "console")
    await anna.post("/home/link")
    assert not await house.access.seat(stolen, workshop.id, "console")


async def test_a_helpers_link_can_be_taken_by_the_helpers_camera(anna: Browser, workshop: Workshop) -> None:
    helper = await anna.post(f"{workshop.home}/links", {"kind": "helper"})
    link = re.findall(r'id="link" readonly value="([^"]+)"', helper.text)[0]
    assert exact(link).path in helper.text and "Open it on the helper's phone." in told(helper)
    assert 'class="qr"' not in (await anna.post(f"{workshop.home}/links", {"kind": "screen"})).text
    assert 'class="qr"' not in (await anna.post("/home/link")).text


async def test_signing_out_closes_this_browser(house: House, anna: Browser) -> None:
    before = dict(anna.client.cookies)
    await anna.post("/home/out")
    assert (await anna.get("/home")).status_code == 403
    assert await house.access.facilitator(before) is None
