"""What whoever leads types stays: while the room goes on, while the line is cut, and when it is refused."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from playwright.async_api import Page, expect

from talko.demo import doors
from tests.browser.room import Room, room

pytestmark = pytest.mark.browser

PLAN = "c1"


@asynccontextmanager
async def at_the_plan() -> AsyncIterator[tuple[Room, Page, str]]:
    """With one action in it, which lies unfolded."""
    async with room() as (here, home):
        play = here.play
        for step in ["", *play.order[: play.order.index(PLAN)]]:
            await play.console.send("go_on", step)
        console = await here.face("console", home, 1440, 900)
        await console.get_by_role("button", name="Uusi tehtävä").click()
        await console.keyboard.type("Avaamme kahvilan")
        await console.get_by_role("button", name="Lisää suunnitelmaan").press("Enter")
        await expect(console.locator(".record textarea").first).to_have_value("Avaamme kahvilan")
        (record,) = (await here.seen())["activities"][PLAN]["records"]
        yield here, console, record


async def field_of(here: Room, record: str, name: str) -> object:
    return (await here.seen())["activities"][PLAN]["records"][record].get(name)


async def test_a_field_is_saved_when_it_is_left_and_others_do_not_disturb_who_writes() -> None:
    async with at_the_plan() as (here, console, record):
        first = console.locator(f"#record-{record}-first_step-text")
        await first.press_sequentially("Katsomme ")
        await here.play.console.send(
            "write_field", PLAN, {"record": record, "field": "what", "text": "Kahvila auki", "lang": "fi"}
        )
        await expect(console.locator(".record textarea").first).to_have_value("Kahvila auki")
        await first.press_sequentially("salin")
        await expect(first).to_be_focused()
        await expect(first).to_have_value("Katsomme salin")
        assert await field_of(here, record, "first_step") is None
        await first.press("Tab")
        await expect(console.locator(".record").get_by_text("Tallessa")).to_be_visible()
        assert await field_of(here, record, "first_step") == {"text": "Katsomme salin", "lang": "fi"}


async def test_what_is_refused_stands_in_its_field_with_the_reason() -> None:
    async with at_the_plan() as (here, console, record):
        due = console.locator(f"#record-{record}-due-text")
        await due.fill("2020-01-01")
        await due.press("Shift+Tab")
        await expect(console.locator(".record .error")).to_have_text(
            "Tämä päivä on jo mennyt. Valitse myöhempi päivä."
        )
        await expect(due).to_have_value("2020-01-01")
        await due.fill("2026-12-01")
        await due.blur()
        await expect(console.locator(".record .error")).to_have_count(0)
        await expect(console.locator(".record").get_by_text("Tallessa")).to_be_visible()
        assert await field_of(here, record, "due") == "2026-12-01"


async def test_what_is_typed_while_the_line_is_cut_is_saved_when_it_is_back() -> None:
    async with at_the_plan() as (here, console, record):
        here.wire.cut()
        how = console.locator(f"#record-{record}-follow_how-text")
        await how.fill("Kysymme perjantaina")
        await how.blur()
        await expect(console.locator(".sign")).to_contain_text("Ei yhteyttä")
        await expect(how).to_have_value("Kysymme perjantaina")
        here.wire.mend()
        await expect(console.locator(".record").get_by_text("Tallessa")).to_be_visible(timeout=15_000)
        assert await field_of(here, record, "follow_how") == {"text": "Kysymme perjantaina", "lang": "fi"}


async def test_a_cohost_names_people_and_groups_but_does_not_move_the_room() -> None:
    async with at_the_plan() as (here, _, record):
        page = await here.page(1440, 900)
        await page.goto(await doors.link_for(here.play.iida, here.play.doors, "cohost"))
        await page.locator("main button").click()
        await expect(page.locator(".columns")).to_be_visible()
        await expect(page.locator("#primary")).to_have_count(0)
        await page.locator(".record summary").first.click()
        for part, name in (("owner", "Aino"), ("follower", "Aino")):
            await page.locator(f"#name-{record}-{part}-name").fill(name)
            await page.keyboard.press("Enter")
            await asyncio.sleep(0)
        await expect(page.locator(".record .error")).to_have_text("Yksi tekee. Toinen seuraa.")
        await page.locator(f"#name-{record}-follower-name").fill("Outi")
        await page.keyboard.press("Enter")
        await page.get_by_role("button", name="Sanoi kyllä ääneen").press("Enter")
        await expect(page.locator(".record").get_by_text("on sanonut kyllä")).to_be_visible()
        assert await field_of(here, record, "follower") == "Outi"
