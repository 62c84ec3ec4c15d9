"""The phone, the screen and the console of one workshop, each a page that can be sent where the room is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from playwright.async_api import Page

from talko.demo.client import Browser
from tests.browser.proxy import Proxy
from tests.browser.states.looking import Looking, Way, ready
from tests.browser.story.devices import Devices

SIZES = {"phone": (390, 844), "screen": (1920, 1080), "console": (1440, 900)}
UNFOLD = """() => { for (const each of document.querySelectorAll("main details, aside details, #help"))
    each.open = true; }"""
FOLDS = "() => Boolean(document.querySelector('main details, aside details, #help'))"
WITHOUT = "() => document.querySelector('.sign.waiting, .off') !== null"


@dataclass(slots=True)
class Faces:
    """`keys`: whose cookies open each of them."""

    devices: Devices
    wire: Proxy
    looking: Looking
    workshop: str
    keys: Mapping[str, Browser]
    pages: dict[str, Page] = field(default_factory=dict)

    async def page(self, face: str) -> Page:
        if face not in self.pages:
            page = await self.devices.page(*SIZES[face], is_phone=face == "phone")
            await page.context.add_cookies(cookies(self.keys[face], self.devices.address))
            self.pages[face] = page
        return self.pages[face]

    async def at(self, state: str, *faces: str) -> None:
        """As it stands."""
        for face in faces or SIZES:
            page = await self.page(face)
            await self.looking.at(f"{face}: {state}", page, self.way(face, page))

    def way(self, face: str, page: Page) -> Way:
        async def go(lang: str) -> None:
            await page.goto(f"/w/{self.workshop}/{face}?lang={lang}")
            await ready(page)

        return go

    async def unfolded(self, step: str) -> None:
        """With everything open that folds, the panel of help too."""
        for face in ("phone", "console"):
            page = await self.page(face)

            async def go(lang: str, face: str = face, page: Page = page) -> None:
                await self.way(face, page)(lang)
                await page.wait_for_function(FOLDS)
                await page.evaluate(UNFOLD)
                await page.evaluate(UNFOLD)

            await self.looking.at(f"{face}: {step}, unfolded", page, go)

    async def offline(self) -> None:
        for face in SIZES:
            page = await self.page(face)

            async def go(lang: str, face: str = face, page: Page = page) -> None:
                self.wire.mend()
                await self.way(face, page)(lang)
                self.wire.cut()
                await page.wait_for_function(WITHOUT)

            await self.looking.at(f"{face}: offline", page, go)
            self.wire.mend()


def cookies(browser: Browser, address: str) -> Any:
    """The keys of a bare browser, for one that has a face."""
    return [{"name": name, "value": value, "url": address} for name, value in browser.cookies.items()]
