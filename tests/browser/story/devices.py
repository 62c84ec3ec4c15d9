"""Phones, tablets and computers: each a browser of its own in one Chromium, and what goes wrong on them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.async_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    WebSocket,
    expect,
)

from talko.demo import client
from tests.browser.chromium import chromium

WATCH = """addEventListener("securitypolicyviolation", (event) => wentWrong(
    `${location.pathname}: the policy forbids ${event.violatedDirective} ${event.blockedURI}`));"""
PATIENCE_MS = 15_000
USUAL_MS = 5_000
FIRST = "document.getElementById('first')?.textContent ?? ''"


@dataclass(slots=True)
class Devices:
    """`faults`: what a browser complained of. `sent`: every frame that came to a page, and to whose."""

    chromium: Browser
    address: str
    faults: list[str] = field(default_factory=list)
    sent: dict[str, set[str]] = field(default_factory=dict)
    frames: dict[str, list[str]] = field(default_factory=dict)  # views and patches, in their order
    listens: bool = False

    async def device(self, width: int, height: int, *, is_phone: bool = False) -> BrowserContext:
        made = await self.chromium.new_context(
            locale="fi-FI",
            viewport={"width": width, "height": height},
            is_mobile=is_phone,
            has_touch=is_phone,
            base_url=self.address,
        )
        made.set_default_timeout(PATIENCE_MS)
        await made.expose_function("wentWrong", lambda what: self.faults.append(str(what)))
        await made.add_init_script(WATCH)
        made.on("console", lambda said: self._complained(said))
        made.on("weberror", lambda each: self.faults.append(str(each.error)))
        return made

    def _complained(self, said: ConsoleMessage) -> None:
        if said.type in ("error", "warning"):
            self.faults.append(f"{said.location.get('url', '')}: {said.text}")

    async def page(self, width: int, height: int, *, is_phone: bool = False) -> Page:
        return await (await self.device(width, height, is_phone=is_phone)).new_page()

    # What a page is told

    def overhear(self, page: Page, who: str) -> None:
        """From its next loading on."""
        if self.listens:
            page.on("websocket", lambda socket: self._listen(socket, who))

    def _listen(self, socket: WebSocket, who: str) -> None:
        socket.on("framereceived", lambda frame: self._heard(str(frame), who))

    async def read_first(self, page: Page, who: str) -> None:
        """The first view stands in the page itself, before all that its socket brings."""
        text = str(await page.evaluate(FIRST))
        self.sent.setdefault(text, set()).add(who)
        self.frames.setdefault(who, []).insert(0, text)

    def _heard(self, text: str, who: str) -> None:
        self.sent.setdefault(text, set()).add(who)
        frame = client.parsed(text)
        if "view" in frame or "patch" in frame:
            self.frames.setdefault(who, []).append(text)


@asynccontextmanager
async def devices(address: str) -> AsyncIterator[Devices]:
    async with chromium() as browser:
        expect.set_options(timeout=PATIENCE_MS)
        yield Devices(browser, address)
        expect.set_options(timeout=USUAL_MS)


def cookies_of(kept: list[Any]) -> dict[str, str]:
    return {str(each["name"]): str(each["value"]) for each in kept}
