"""Whoever leads with a keyboard alone comes to the gate, mends what is missing, and ends the workshop."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, timedelta

import pytest
from playwright.async_api import CDPSession, expect

from tests.browser.console.desk import Desk, desk

pytestmark = pytest.mark.browser

MOST_TABS = 150
PLAN, COMMITMENT = "c1", "c2"
IS_THERE = "wanted => document.activeElement.matches(wanted)"
IS_LOST = "document.activeElement === document.body || !document.activeElement.isConnected"
FOCUSED = "document.activeElement.outerHTML.slice(0, 120)"


class Hands:
    """They only press keys; after each press the focus is on something that has a name."""

    def __init__(self, at: Desk, tree: CDPSession) -> None:
        self.at, self.page, self.tree = at, at.page, tree

    def prompt(self, step: str) -> str:
        return str(self.at.here.play.setting(step, "prompt"))

    async def press(self, key: str) -> None:
        await self.page.keyboard.press(key)
        await self.is_somewhere(key)

    async def is_somewhere(self, after: str) -> None:
        assert not await self.page.evaluate(IS_LOST), f"{after} loses the focus"
        told = await self.page.evaluate(FOCUSED)
        assert await self.name(), f"after {after} no name: {told}"

    async def name(self) -> str:
        """As a screen reader is told it."""
        found = await self.tree.send("Runtime.evaluate", {"expression": "document.activeElement"})
        of = {"objectId": found["result"]["objectId"], "fetchRelatives": False}
        nodes = (await self.tree.send("Accessibility.getPartialAXTree", of))["nodes"]
        return str(nodes[0].get("name", {}).get("value", "")).strip()

    async def to(self, wanted: str, key: str = "Tab") -> None:
        for _ in range(MOST_TABS):
            await self.press(key)
            if await self.page.evaluate(IS_THERE, wanted):
                return
        raise AssertionError(f"{wanted} cannot be reached by {key}")

    async def types(self, text: str) -> None:
        await self.page.keyboard.type(text)
        await self.is_somewhere(text)


def soon() -> str:
    """As it is typed. Its day and month are the same, for some write the one first and some the other."""
    today = date.today()
    ahead = [date(year, n, n) for year in (today.year, today.year + 1) for n in range(1, 13)]
    return next(each for each in ahead if each > today + timedelta(days=1)).strftime("%d%m%Y")


@asynccontextmanager
async def hands() -> AsyncIterator[Hands]:
    """One step before the last but one, on a page that has just been opened."""
    async with desk() as at:
        await at.here.play.come_in()
        await at.goes_to(PLAN)
        await at.page.reload()
        await expect(at.page.locator("#primary")).to_be_visible()
        yield Hands(at, await at.page.context.new_cdp_session(at.page))


async def test_one_comes_to_the_gate_mends_what_is_missing_and_ends_by_keys_alone() -> None:
    async with hands() as by:
        page = by.page
        await by.to("#primary")
        await by.press("Enter")
        await expect(page.locator("main h1")).to_have_text(by.prompt(COMMITMENT))
        await by.is_somewhere("the next step")

        await by.to("#gate > summary", "Shift+Tab")
        assert "4 asiaa puuttuu" in await by.name()
        await by.press("Enter")
        await by.to("#missing a[href='#contact']")
        await by.press("Enter")
        await by.to("#contact-form-date")
        await by.types("01012099")
        await by.to("#contact-form button")
        await by.press("Enter")
        await expect(page.locator("#contact .error")).to_have_text("Päivään on vuosia. Tarkista vuosi.")
        await by.is_somewhere("the refusal")
        await by.to("#contact-form-date", "Shift+Tab")
        await by.to(":not(#contact-form-date)", "Shift+Tab")  # a date has several stops within it
        await by.press("Tab")
        await by.types(soon())
        await by.to("#contact-form button")
        await by.press("Enter")
        await expect(page.locator("#contact form")).to_have_count(0)
        await by.is_somewhere("the date is saved")
        await expect(page.locator("#missing h2")).to_have_text("3 asiaa puuttuu")

        await by.to("#gate > summary", "Shift+Tab")
        assert "3 asiaa puuttuu" in await by.name()
        await by.to("button.danger")
        await by.press("Enter")
        assert await by.name() == "Lopeta työpaja"
        await by.to("#ending button:not(.danger)")
        await by.press("Enter")
        assert await by.name() == "Lopeta työpaja"
        await by.press("Enter")
        await by.to("#ending .danger")
        await by.press("Enter")
        await expect(page.locator("main h1")).to_have_text("Työpaja on päättynyt. Kiitos.")
        await by.is_somewhere("the end")
        assert (await by.at.view())["agenda"]["closed"]
