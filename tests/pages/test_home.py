"""A facilitator's home: groups, and what really goes when something is deleted."""

import re
from pathlib import Path

import pytest
from sqlmodel import select

from talko.core.beside.agenda import CloseUnfinished
from talko.core.people import Seat, SeatKind
from talko.pages.house import House
from talko.store import groups, tables
from tests.pages.browser import Browser, Workshop, group, set_up, told

HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)> & {{ 7 * 7 }}"


@pytest.mark.parametrize(
    "path", ["/home", "/home/new?group=x", "/home/w/x", "/home/w/x/delete", "/home/groups/x/delete"]
)
async def test_home_is_closed_to_whoever_has_no_personal_link(browser: Browser, path: str) -> None:
    answer = await browser.get(path)
    assert answer.status_code == 403
    assert "This page is for facilitators" in told(answer)


@pytest.mark.parametrize(
    "path", ["/home/groups", "/home/new", "/home/link", "/home/out", "/home/w/x/console"]
)
async def test_nothing_is_done_for_whoever_has_no_personal_link(browser: Browser, path: str) -> None:
    assert (await browser.post(path)).status_code == 403


async def test_a_key_of_a_workshop_does_not_open_home(browser: Browser, workshop: Workshop) -> None:
    await browser.post(workshop.door, {"role": "client"})
    secret = browser.client.cookies[f"talko-{workshop.id}-phone"]
    browser.client.cookies.set("talko-home", secret)
    assert (await browser.get("/home")).status_code == 403


@pytest.mark.parametrize("path", ["", "/texts", "/delete"])
async def test_another_facilitators_workshop_is_not_there(bo: Browser, workshop: Workshop, path: str) -> None:
    assert (await bo.get(workshop.home + path)).status_code == 404


async def test_another_facilitator_can_delete_nothing(anna: Browser, bo: Browser, workshop: Workshop) -> None:
    ward = await group(anna)
    assert (await bo.get(f"/home/groups/{ward}/delete")).status_code == 404
    assert (await bo.post(f"/home/groups/{ward}/delete")).status_code == 404
    assert (await bo.post(f"{workshop.home}/delete")).status_code == 404
    assert (await bo.post(f"{workshop.home}/console")).status_code == 404
    assert (await anna.get(workshop.home)).status_code == 200


@pytest.mark.parametrize(
    ("name", "why"),
    [("", "is empty"), (" \t ", "is empty"), ("\u3164\u200d", "is empty"), ("x" * 81, "too long")],
)
async def test_a_group_needs_a_name(anna: Browser, name: str, why: str) -> None:
    answer = await anna.post("/home/groups", {"name": name})
    assert answer.status_code == 422
    assert why in told(answer)
    assert name.strip(" \t\u3164\u200d") in answer.text


async def test_hostile_names_are_words_and_nothing_else(anna: Browser) -> None:
    await anna.post("/home/groups", {"name": HOSTILE})
    page = await anna.get("/home")
    assert "<script>" not in page.text and "<img src=x" not in page.text
    assert HOSTILE in told(page)


async def test_each_group_shows_what_is_to_come_runs_and_has_ended(anna: Browser, workshop: Workshop) -> None:
    page = told(await anna.get("/home"))
    assert "Ward 3" in page and "To come" in page and "Going home" in page
    assert "Ended" not in page


async def test_asking_to_delete_deletes_nothing(anna: Browser, workshop: Workshop) -> None:
    page = told(await anna.get(f"{workshop.home}/delete"))
    assert "Delete “Going home”?" in page and "Nobody can bring it back." in page
    assert (await anna.get(workshop.home)).status_code == 200


async def test_a_deleted_workshop_is_gone_from_every_table_and_from_the_file(
    house: House, anna: Browser, browser: Browser
) -> None:
    canary = "lumikki-canary"
    workshop = await set_up(anna, lines_field=canary, permission="yes", title=canary)
    await browser.post(workshop.door, {"role": "client"})
    await anna.post(f"{workshop.home}/links", {"kind": "screen"})
    assert (await anna.post(f"{workshop.home}/delete")).headers["location"] == "/home?deleted=workshop"
    assert await rows_of(house, workshop.id) == []
    assert (await anna.get(workshop.home)).status_code == 404
    assert (await browser.get(workshop.door)).status_code == 404
    assert (await browser.get(f"/w/{workshop.id}/phone")).status_code == 404
    house.store.close()
    assert [file.name for file in files(house) if canary.encode() in file.read_bytes()] == []


def files(house: House) -> list[Path]:
    return [file for file in house.settings.data.iterdir() if file.is_file()]


async def rows_of(house: House, workshop: str) -> list[str]:
    every = (*groups.OF_A_WORKSHOP, tables.Workshop)
    return await house.store.read(
        lambda session: [
            table.__name__
            for table in every
            for row in session.exec(select(table)).all()
            if workshop in (getattr(row, "workshop", ""), getattr(row, "id", ""))
        ]
    )


async def test_a_deleted_group_takes_its_workshops_along(house: House, anna: Browser) -> None:
    ward = await group(anna)
    first, second = await set_up(anna), await set_up(anna)
    assert "its 2 workshops" in told(await anna.get(f"/home/groups/{ward}/delete"))
    await anna.post(f"/home/groups/{ward}/delete")
    assert "Ward 3" not in told(await anna.get("/home"))
    assert await rows_of(house, first.id) == [] == await rows_of(house, second.id)


async def test_the_links_of_home_lead_to_pages(anna: Browser, workshop: Workshop) -> None:
    for path in set(re.findall(r'href="(/home[^"]*)"', (await anna.get("/home")).text)):
        assert (await anna.get(path.replace("&amp;", "&"))).status_code == 200


async def test_home_says_that_something_was_deleted(anna: Browser) -> None:
    ward, workshop = await group(anna), await set_up(anna)
    gone = await anna.post(f"{workshop.home}/delete")
    assert "The workshop is deleted." in told(await anna.get(gone.headers["location"]))
    gone = await anna.post(f"/home/groups/{ward}/delete")
    assert "The group is deleted." in told(await anna.get(gone.headers["location"]))
    assert "is deleted" not in told(await anna.get("/home"))


async def test_workshops_that_look_the_same_say_when_they_were_made(anna: Browser) -> None:
    await set_up(anna, title="Alone")
    await set_up(anna)
    assert "Made" not in told(await anna.get("/home"))
    await set_up(anna)
    page = told(await anna.get("/home"))
    assert page.count("Made 21 Sept 2026 17:13") == 2 and page.count("Going home") == 2


async def test_what_a_link_does_is_said_with_its_name_and_no_stray_space(
    anna: Browser, workshop: Workshop
) -> None:
    page = (await anna.get("/home")).text
    for name in ("Make a copy of this: Going home", "New workshop: Ward 3", "Delete the group: Ward 3"):
        assert f'aria-label="{name}"' in page


async def test_a_workshop_that_has_ended_lets_nobody_in_and_shows_what_was_written(
    house: House, anna: Browser, workshop: Workshop
) -> None:
    cards = f'href="{workshop.home}/cards"'
    before = (await anna.get(workshop.home)).text
    assert (
        workshop.code in before and 'class="qr"' in before and 'name="kind"' in before and cards not in before
    )
    lead = Seat(SeatKind.FACILITATOR, b"lead")
    assert await house.rooms.ask(workshop.id, lead, "", CloseUnfinished()) is None
    after = (await anna.get(workshop.home)).text
    assert workshop.code not in after and 'class="qr"' not in after and 'name="kind"' not in after
    assert workshop.door not in after and cards in after
