"""What was brought is read, and hidden, before the room sees it; the clock stays in sight."""

import pytest
from playwright.async_api import expect

from talko.demo.client import Json
from tests.browser.console.desk import desk

pytestmark = [pytest.mark.browser, pytest.mark.asyncio]

READING = "n0"
NAMED = "Kassalla Pekka sanoi, ettei tukea ole."
TOP = "(its) => its.getBoundingClientRect().top"


async def test_a_brought_card_is_on_no_screen_before_it_is_shown() -> None:
    async with desk() as at:
        for text in ("Jono on pitkä.", NAMED):
            card: dict[str, Json] = {"source": "field", "text": text, "lang": "fi", "permission": True}
            await at.does("bring_card", "", card)
        await expect(at.page.locator("#ahead .card").first).to_contain_text("Onko tämä nimi? Pekka")
        await expect(at.page.locator("#ahead .card").first).to_contain_text(NAMED)
        screen = await at.here.face("screen", at.home, 1280, 720)
        await at.goes_to(READING)
        await expect(at.page.locator("#strip .card").first).to_contain_text(NAMED)
        await expect(screen.locator("h1")).to_be_visible()
        await expect(screen.get_by_text(NAMED)).to_have_count(0)
        await expect(at.page.locator("#primary")).to_have_text("Näytä kortit")
        await at.page.locator("#primary").click()
        await expect(screen.get_by_text(NAMED)).to_be_visible()


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (820, 1180), (390, 844)])
async def test_the_clock_and_the_next_step_stay_in_sight(width: int, height: int) -> None:
    async with desk(width, height) as at:
        await at.goes_to("n1")
        await at.does("open", "n1")
        await expect(at.page.locator(".time .clock")).to_be_visible()
        await at.page.evaluate("document.querySelector('aside').scrollTop = 9999; scrollTo(0, 9999)")
        for part in (".time .clock", "#primary"):
            assert 0 <= await at.page.locator(part).evaluate(TOP) < height
