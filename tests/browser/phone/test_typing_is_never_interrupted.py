"""Whoever types is not disturbed, whatever the room does meanwhile."""

import asyncio

import pytest
from playwright.async_api import Page, expect

from tests.browser.phone.walk import Saying, Walk, walk

pytestmark = pytest.mark.browser

TEXT = (
    "Odotin kaksi tuntia, eikä kukaan kertonut mitä seuraavaksi tapahtuu. "
    "Lopulta lähdin kotiin ilman apua ja soitin siskolle."
)
STATE = """() => {
    const field = document.querySelector("#text");
    const { value, selectionStart, selectionEnd } = field;
    return [value, selectionStart, selectionEnd, document.activeElement === field];
}"""
EVENTS = 240  # in the two and a half seconds in which somebody types


async def noise(there: Walk) -> None:
    """A hundred commands a second; some of them change what every phone shows."""
    play, people = there.here.play, list(there.here.play.phones)[:20]
    cards: list[Saying] = [
        (who, "add_card", "n1", {"text": f"{who}", "lang": "fi", "entry": "self"}) for who in people
    ]
    needs: list[Saying] = [
        (who, do, "", {"need": "unclear"})
        for n in range(EVENTS // len(people) - 1)
        for who in people
        for do in [("ask_for", "take_back")[n % 2]]
    ]
    mixed = [
        each for pair in zip(needs, [*cards, *[None] * len(needs)], strict=False) for each in pair if each
    ]
    assert len(mixed) >= EVENTS
    async with asyncio.TaskGroup() as all:
        for each in mixed:
            all.create_task(play.say(*each))
            await asyncio.sleep(0.009)


async def caught_up(page: Page, said: str) -> None:
    await expect(page.locator("h1")).to_have_text(said)


async def test_a_hundred_and_twenty_letters_stay_while_the_room_is_busy_and_goes_on() -> None:
    async with walk() as there:
        await there.here.play.come_in()
        await there.go_to("n1")
        page = there.phone
        assert len(TEXT) >= 120
        await page.locator("#text").focus()
        busy = asyncio.create_task(noise(there))
        await page.keyboard.type(TEXT[:80], delay=15)
        await busy
        for _ in range(10):
            await page.keyboard.press("Shift+ArrowLeft")
        await there.go_to("n2")
        assert await page.evaluate(STATE) == [TEXT[:80], 70, 80, True]
        await page.keyboard.type(TEXT[70:], delay=5)
        assert await page.evaluate(STATE) == [TEXT, len(TEXT), len(TEXT), True]

        await page.locator("#text").blur()
        await expect(page.locator("#kept")).to_contain_text(TEXT)
        await page.reload()
        await expect(page.locator("#kept")).to_contain_text(TEXT)
        await there.go_to("i1")
        kept = page.locator("#kept").get_by_role("button", name="Käytä tässä")
        await kept.click()
        await expect(page.locator("#text")).to_have_value(TEXT)


async def test_a_letter_that_is_being_composed_stays_while_the_room_goes_on() -> None:
    async with walk() as there:
        await there.go_to("n1")
        page = there.phone
        await page.locator("#text").focus()
        await page.keyboard.type("Hyv")
        keys = await page.context.new_cdp_session(page)
        await keys.send("Input.imeSetComposition", {"text": "´", "selectionStart": 1, "selectionEnd": 1})
        await there.go_to("n2")
        assert await page.evaluate(STATE) == ["Hyv´", 4, 4, True]
        await keys.send("Input.insertText", {"text": "ä"})
        assert await page.evaluate(STATE) == ["Hyvä", 4, 4, True]


async def test_only_the_end_of_answering_is_called_the_end_of_answering() -> None:
    """Not the next step: the room is still here."""
    async with walk() as there:
        await there.go_to("p2")
        page = there.phone
        await page.get_by_label("Jokin tässä huolettaa minua.", exact=False).check()
        await page.locator("#step textarea").fill("Kuka maksaa?")
        await page.locator("#step textarea").press_sequentially(" Entä")
        await there.here.play.lead("close", "p2")
        await expect(page.locator(".notice.waiting").first).to_contain_text("Vastaaminen on päättynyt.")
        await expect(page.locator("main")).not_to_contain_text("Huone on jo")
        await expect(page.locator("#step textarea")).to_be_focused()
