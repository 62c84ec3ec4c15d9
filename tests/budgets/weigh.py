"""What comes over the wire until a page can be used, as Chromium counts it: bodies and headers, zipped."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.async_api import Browser, BrowserContext, CDPSession, Page

from talko.core.people import SeatKind
from tests.budgets.hall import Hall

USABLE = {
    "phone": ".option button:not([disabled]), #text, .card",
    "screen": "#app .face, #app main",
    "console": "#app .columns, #app main",
}
SEAT = {"phone": SeatKind.PARTICIPANT, "screen": SeatKind.SCREEN, "console": SeatKind.FACILITATOR}
SIZE = {"phone": (390, 844), "screen": (1920, 1080), "console": (1440, 900)}
MARK = """
    new MutationObserver((_, watching) => {
        if (!document.querySelector(%r)) return;
        watching.disconnect();
        const drawn = () => (window.usable = performance.timeOrigin + performance.now());
        requestAnimationFrame(() => setTimeout(drawn));
    }).observe(document, { childList: true, subtree: true });
"""


@dataclass(slots=True)
class Asked:
    url: str
    at: float  # seconds since 1970
    type: str
    initiator: str
    bytes: int = 0


@dataclass
class Wire:
    """Every request of a page."""

    asked: dict[str, Asked] = field(default_factory=dict)

    async def watch(self, cdp: CDPSession) -> None:
        cdp.on("Network.requestWillBeSent", self._sent)
        cdp.on("Network.loadingFinished", self._came)
        await cdp.send("Network.enable")

    def _sent(self, told: dict[str, Any]) -> None:
        url = told["request"]["url"]
        if url.startswith("http"):
            by = told["initiator"].get("url", "")
            self.asked[told["requestId"]] = Asked(url, told["wallTime"], told.get("type", ""), by)

    def _came(self, told: dict[str, Any]) -> None:
        if found := self.asked.get(told["requestId"]):
            found.bytes = int(told["encodedDataLength"])

    def until(self, moment_ms: float) -> list[Asked]:
        return [each for each in self.asked.values() if each.at * 1000 <= moment_ms]


@dataclass(frozen=True, slots=True)
class Weight:
    face: str
    bytes: int
    requests: int
    depth: int
    later: int  # bytes that came when the page was at rest, and the font
    asked: list[Asked]


async def cold(hall: Hall, chromium: Browser, face: str, lang: str = "fi-FI") -> tuple[BrowserContext, Page]:
    """Somebody who is in already opens the page on a device that has none of its files."""
    width, height = SIZE[face]
    device = await chromium.new_context(
        locale=lang, viewport={"width": width, "height": height}, has_touch=face == "phone"
    )
    await device.add_cookies([hall.cookie(await hall.key(SEAT[face]))])  # type: ignore[list-item]
    page = await device.new_page()
    await page.add_init_script(MARK % USABLE[face])
    return device, page


async def weigh(hall: Hall, chromium: Browser, face: str) -> Weight:
    device, page = await cold(hall, chromium, face)
    wire = Wire()
    await wire.watch(await device.new_cdp_session(page))
    await page.goto(f"{hall.address}/w/{hall.workshop}/{face}")
    await page.locator(USABLE[face]).first.wait_for(state="attached")
    await page.wait_for_timeout(4500)
    usable = float(await page.evaluate("window.usable"))
    first = wire.until(usable)
    assert {urlsplit(each.url).hostname for each in wire.asked.values()} == {"talko.test"}
    assert not [each for each in first if each.type == "Font"] or face != "phone", (
        "a font before it is usable"
    )
    every = sum(each.bytes for each in wire.asked.values())
    size = sum(each.bytes for each in first if each.type != "Font")
    await device.close()
    return Weight(face, size, len(first), depth(first), every - size, first)


def depth(asked: list[Asked]) -> int:
    """How long the longest chain is: who asks for the page is at 0."""
    by = {each.url: each.initiator for each in asked}

    def of(url: str) -> int:
        return 1 + of(by[url]) if by.get(url) in by and by[url] != url else 0

    return max((of(each.url) for each in asked), default=0)
