"""A room to look at: the example workshop on a real server, a wire before it that can be cut, a Chromium."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import Any

from playwright.async_api import Browser, Page, expect

from talko.demo import EXAMPLE, example, start, terminal
from talko.demo.play import Play, begin
from talko.folders import folder
from tests.browser.chromium import chromium
from tests.browser.proxy import Proxy, proxy
from tests.faults.plug import free_port

KEEP_VIOLATIONS = """
    window.violations = [];
    addEventListener("securitypolicyviolation", (event) => window.violations.push(event.violatedDirective));
"""


@dataclass(frozen=True, slots=True)
class Room:
    play: Play
    wire: Proxy
    chromium: Browser

    @property
    def address(self) -> str:
        return f"http://talko.test:{self.wire.port}"

    async def page(self, width: int = 390, height: int = 844) -> Page:
        """Of a browser of its own, through the wire."""
        device = await self.chromium.new_context(
            locale="fi-FI", viewport={"width": width, "height": height}, base_url=self.address
        )
        await device.add_init_script(KEEP_VIOLATIONS)
        return await device.new_page()

    async def phone(self) -> Page:
        page = await self.page()
        await page.goto(self.play.doors.join)
        await come_in(page)
        return page

    async def phone_at_the_step(self) -> Page:
        """Of somebody who comes now, wherever the room is."""
        page = await self.page()
        await page.goto(self.play.doors.join)
        await page.get_by_label("Asiakas", exact=True).check()
        await page.get_by_role("button", name="Tule mukaan").click()
        await expect(page.locator("#step")).to_be_attached()
        return page

    async def face(self, place: str, home: str, width: int, height: int) -> Page:
        """The console or the screen, on the facilitator's own computer."""
        page = await self.page(width, height)
        await page.goto(home)
        await page.locator("main button").click()
        await page.goto(self.play.doors.page)
        await page.locator(f"form[action$='/{place}'] button").click()
        await expect(page.locator(".columns, .face")).to_be_visible()
        return page

    async def seen(self) -> Any:
        """What the console would show."""
        return (await self.play.iida.json(f"{self.play.doors.place('console')}/view"))["view"]


@asynccontextmanager
async def room() -> AsyncIterator[tuple[Room, str]]:
    """In the lobby; and the facilitator's way home."""
    story = example.read(folder("workshop_templates") / EXAMPLE)
    async with (
        start.place(story, free_port()) as place,
        AsyncExitStack() as lines,
        proxy(int(place.server.rpartition(":")[2])) as wire,
        chromium() as browser,
    ):
        play = await begin(place.home, place.server, lines, (story, terminal.Silent(), 0.0))
        yield Room(play, wire, browser), place.home


async def come_in(page: Page) -> None:
    await page.get_by_label("Asiakas", exact=True).check()
    await page.get_by_role("button", name="Tule mukaan").click()
    await expect(page.locator("#writing")).to_be_attached()
