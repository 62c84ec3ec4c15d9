"""A console to press: of a workshop that has come as far as its cards, with one page for all tests."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.async_api import Locator, Page, expect

from talko.demo.client import Json
from tests.browser.room import Room, room

GROUPING = "n3"
NAMES = ("Tieto kulkee", "Joku soittaa perään", "Selkeä ohje")
HERE = "document.activeElement"
OF_A_CARD = f"{HERE}.closest('li[data-card]')?.dataset.card ?? {HERE}.tagName"
KEEP_SAID = """
    window.said = [];
    new MutationObserver(() => window.said.push(document.getElementById("polite").textContent))
        .observe(document.getElementById("polite"), {childList: true, characterData: true, subtree: true});
"""


@dataclass(slots=True)
class Desk:
    here: Room
    page: Page
    home: str
    themes: list[str] = field(default_factory=list)

    async def view(self) -> Any:
        return await self.here.seen()

    async def lies_in(self, card: str) -> str:
        its: str = (await self.view())["activities"][GROUPING]["cards"][card].get("theme", "")
        return its

    def card(self, id: str) -> Locator:
        return self.page.locator(f"li[data-card='{id}']")

    def loose(self) -> Locator:
        return self.page.locator(".others li[data-card]")

    async def first_loose(self) -> str:
        return str(await self.loose().first.get_attribute("data-card"))

    async def has_moved(self, card: str, theme: str) -> None:
        """On the page and on the server."""
        pile = self.page.locator(f".pile[data-pile='{theme}']")
        await expect(pile.locator(f"li[data-card='{card}']")).to_be_attached()
        assert await self.lies_in(card) == theme

    async def undo(self) -> None:
        await self.page.get_by_role("button", name="Kumoa").click()

    async def goes_to(self, step: str) -> None:
        places = ["", *self.here.play.order]
        while (now := (await self.view())["agenda"]["current"]) != step:
            await self.does("go_on", now)
            while (await self.view())["agenda"]["current"] == now:  # what is seen follows at the tick
                await asyncio.sleep(0.02)
            assert places.index(now) < places.index(step)

    async def does(self, do: str, into: str = "", d: dict[str, Json] | None = None) -> str:
        return str(await self.here.play.console.send(do, into, d))


@asynccontextmanager
async def desk(width: int = 1440, height: int = 900) -> AsyncIterator[Desk]:
    """In the lobby."""
    async with room() as (here, home):
        page = await here.face("console", home, width, height)
        await expect(page.locator(".sign").first).to_contain_text("Yhteys kunnossa")
        await page.evaluate(KEEP_SAID)
        at = Desk(here, page, home)
        yield at
        assert await page.evaluate("violations") == []


async def with_cards(at: Desk) -> None:
    """Written by the room of the example, and put before the groups."""
    await at.here.play.come_in()
    await at.goes_to("n1")
    await at.does("open", "n1")
    await at.here.play.write(12)
    for do in ("close", "reveal"):
        await at.does(do, "n1")
    await at.goes_to(GROUPING)
    at.themes = [
        await at.does("add_theme", GROUPING, {"name": name, "lang": "fi", "cards": []}) for name in NAMES
    ]
    await expect(at.page.locator(".pile")).to_have_count(1 + len(NAMES))
